"""What is done, what one colleague has, and what waits under one label are found in their own order."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("conversations", "0006_knocks"), ("shops", "0004_opening_hours")]
    operations = [
        migrations.AddIndex(
            "conversation",
            models.Index(
                fields=["shop", "label", "band", "due_at", "id"],
                condition=(Q(state="new") | Q(state="ours")) & Q(due_at__isnull=False),
                name="conversation_waiting_label",
            ),
        ),
        migrations.AddIndex(
            "conversation",
            models.Index(
                fields=["shop", "-last_at", "-id"],
                condition=Q(state="settled") | Q(state="closed"),
                name="conversation_done",
            ),
        ),
        migrations.AlterField(
            "conversation",
            "assignee",
            models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=models.PROTECT,
                related_name="+",
                to="shops.member",
            ),
        ),
        migrations.AddIndex(
            "conversation",
            models.Index(
                fields=["assignee", "-last_at", "-id"],
                condition=Q(assignee__isnull=False),
                name="conversation_of_colleague",
            ),
        ),
    ]
