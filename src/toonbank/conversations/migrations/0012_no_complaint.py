"""A case that was no complaint stays in the story, and counts nowhere."""

from django.db import migrations, models
from django.db.models import Q

STATES = [
    "new",
    "acknowledged",
    "checking",
    "solving",
    "answered",
    "confirmed",
    "closed",
    "no_complaint",
]


class Migration(migrations.Migration):
    dependencies = [("conversations", "0011_told_on_today")]
    operations = [
        migrations.AlterField(
            "case",
            "state",
            models.CharField(choices=[(one, one) for one in STATES], default="new", max_length=12),
        ),
        migrations.RemoveConstraint("case", "case_is_in_a_known_state"),
        migrations.AddConstraint(
            "case",
            models.CheckConstraint(condition=Q(state__in=STATES), name="case_is_in_a_known_state"),
        ),
    ]
