"""Whoever says something without a name keeps the one that was told before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("relations", "0004_first_seen")]
    operations = [
        migrations.AddField(
            "identity",
            "named_at",
            models.DateTimeField(blank=True, null=True, help_text="when that name was told last"),
        ),
    ]
