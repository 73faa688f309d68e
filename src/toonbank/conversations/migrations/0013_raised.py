"""An edit that makes a message graver is heard anew; the stars are kept beside the words they were given with."""

from django.db import migrations, models

KINDS = [
    "danger",
    "legal-press",
    "complaint-blame",
    "complaint-accusation",
    "complaint-disapproval",
    "complaint-implicit",
    "doubt",
    "question",
    "criticism",
    "compliment",
    "chat",
    "spam-abuse",
]


class Migration(migrations.Migration):
    dependencies = [("conversations", "0012_no_complaint")]
    operations = [
        migrations.AddField(
            "message",
            "raised_at",
            models.DateTimeField(
                blank=True,
                null=True,
                help_text="of the edit that made it as grave as it is; none when it always was",
            ),
        ),
        migrations.AddField(
            "message",
            "raised_heard_at",
            models.DateTimeField(blank=True, null=True, help_text="when we heard of that edit"),
        ),
        migrations.AddField(
            "message",
            "raised_from",
            models.CharField(
                blank=True,
                choices=[(one, one) for one in KINDS],
                default="",
                max_length=25,
                help_text="what triage said of the words before",
            ),
        ),
        migrations.AddField(
            "wording",
            "rating",
            models.PositiveSmallIntegerField(
                blank=True, null=True, help_text="the stars beside these words"
            ),
        ),
    ]
