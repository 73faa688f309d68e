"""What went out is found by the name that the network gave it, which every event that comes in asks for."""

from django.db import migrations, models


def within(name, model):
    """The same link, without an index of its own."""
    return migrations.AlterField(
        "delivery",
        name,
        models.ForeignKey(
            db_index=False, on_delete=models.PROTECT, related_name="deliveries", to=f"shops.{model}"
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("posts", "0005_replies"), ("shops", "0004_opening_hours")]
    operations = [
        within("shop", "shop"),
        within("account", "account"),
        migrations.AddIndex(
            "delivery", models.Index(fields=["shop", "remote_id"], name="delivery_by_remote_name")
        ),
    ]
