"""The queue finds its rows by index on every database, and messages are found by their words."""

from django.db import migrations, models
from django.db.models import Q

from toonbank.conversations.indexing import drop_index, make_index

WAITING = Q(state="new") | Q(state="ours")


def put_index(apps, schema_editor):
    make_index(schema_editor.connection)


def take_index(apps, schema_editor):
    drop_index(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("conversations", "0003_intake")]
    operations = [
        migrations.RemoveIndex("conversation", "conversation_queue"),
        migrations.AddIndex(
            "conversation",
            models.Index(
                fields=["shop", "band", "due_at", "id"],
                condition=WAITING & Q(due_at__isnull=False),
                name="conversation_queue",
            ),
        ),
        migrations.AddIndex(
            "conversation",
            models.Index(
                fields=["shop", "id"],
                condition=WAITING & Q(due_at__isnull=True),
                name="conversation_undue",
            ),
        ),
        migrations.AddIndex(
            "conversation",
            models.Index(
                fields=["shop", "snoozed_until", "id"],
                condition=Q(snoozed_until__isnull=False),
                name="conversation_snoozed",
            ),
        ),
        migrations.AddIndex(
            "conversation",
            models.Index(fields=["shop", "state", "-last_at", "-id"], name="conversation_by_state"),
        ),
        migrations.RunPython(put_index, take_index),
    ]
