"""The marks of what was taken in are found by their age, to go when words of that age do."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("conversations", "0009_orders")]
    operations = [
        migrations.AddIndex(
            "arrival",
            models.Index(fields=["shop", "came_at"], condition=Q(state="done"), name="arrival_done_by_age"),
        ),
    ]
