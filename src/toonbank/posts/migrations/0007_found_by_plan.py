"""What waits for approval is found in the order of its plan, and a month on the wall without a look at all other posts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("posts", "0006_found_by_remote_name")]
    operations = [
        migrations.AddIndex(
            "post",
            models.Index(fields=["shop", "kind", "state", "plan_at"], name="post_by_kind_and_plan"),
        ),
    ]
