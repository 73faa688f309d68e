"""Lines of the ledger can be added, and nothing else; and they can be found by kind."""

from django.db import migrations, models

from toonbank.ledger.guarding import guard, unguard


def put_guard(apps, schema_editor):
    guard(schema_editor.connection)


def take_guard(apps, schema_editor):
    unguard(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_begin")]
    operations = [
        migrations.AddIndex("entry", models.Index(fields=["shop", "kind", "number"], name="ledger_by_kind")),
        migrations.RunPython(put_guard, take_guard),
    ]
