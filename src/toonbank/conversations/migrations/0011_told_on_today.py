"""Danger that waits is found also when nothing of it is due, and the newest calls of colleagues without a look at all others."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("conversations", "0010_marks_by_age")]
    operations = [
        migrations.AddIndex("note", models.Index(fields=["shop", "-at"], name="note_newest_first")),
        migrations.RemoveIndex("conversation", "conversation_waiting_label"),
        migrations.AddIndex(
            "conversation",
            models.Index(
                fields=["shop", "label", "band", "due_at", "id"],
                condition=Q(state="new") | Q(state="ours"),
                name="conversation_waiting_label",
            ),
        ),
    ]
