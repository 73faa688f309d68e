"""One order as the shop's systems tell of it; nobody's name, address or e-mail address is in it."""

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from toonbank.conversations.arrivals import Inlet
from toonbank.shops.models import Shop

LONGEST_NUMBER = 60


class Step(models.TextChoices):
    """How far an order got, in the order of its life: of two at the same moment the later one holds."""

    NEW = "new"
    PAID = "paid"
    SENT = "sent"
    DELIVERED = "delivered"
    RETURNED = "returned"
    CANCELLED = "cancelled"


class Order(models.Model):
    """`told` holds of each field what was told last and when, `steps` of each step when it was last told of.

    Whatever order they are told in, the same tellings make the same row: see `folding`. The other columns follow from these.
    """

    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="+", db_index=False)
    number = models.CharField(max_length=LONGEST_NUMBER, help_text="as it is looked for: see `plain_number`")
    customer = models.CharField(max_length=LONGEST_NUMBER, blank=True, default="", help_text="their number")
    mail_mark = models.CharField(max_length=64, blank=True, default="", help_text="keyed hash of an address")
    told = models.JSONField(default=dict, blank=True)
    steps = models.JSONField(default=dict, blank=True)
    last_at = models.DateTimeField(help_text="the latest moment that anything told is about")
    seen_at = models.DateTimeField(help_text="when something new was last told")
    inlet = models.ForeignKey(
        Inlet, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False,
        help_text="who told it; None for a list",
    )  # fmt: skip

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "number"], name="an_order_has_one_number"),
            models.CheckConstraint(condition=~Q(number=""), name="an_order_can_be_named"),
        ]
        # Without a condition: of a number that is a parameter SQLite cannot see that it is not empty.
        indexes = [
            models.Index(fields=["shop", "customer", "-last_at", "-id"], name="order_of_customer"),
            models.Index(fields=["shop", "mail_mark", "-last_at", "-id"], name="order_by_mail"),
            models.Index(fields=["shop", "last_at"], name="order_that_is_old"),
        ]

    def __str__(self) -> str:
        return self.number


def plain_number(given: str) -> str:
    """A number as people write it, "# 1007 a", as it is looked for: "1007A"."""
    return "".join(given.split()).lstrip("#").upper()[:LONGEST_NUMBER]
