"""The ledger: what was claimed, shown, approved, sent and consented. Rows are added, never changed."""

from django.db import models
from django_scopes import ScopedManager

from toonbank.shops.models import Shop


class Entry(models.Model):
    """One line of a shop's ledger, chained to the line before it by its hash."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    payload = models.JSONField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["shop", "number"], name="ledger_numbers_are_used_once")
        ]
        indexes = [
            models.Index(fields=["shop", "subject", "number"], name="ledger_by_subject"),
            models.Index(fields=["shop", "kind", "number"], name="ledger_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.subject}"


class Head(models.Model):
    """The last line of each shop's ledger, so that a missing tail is noticed too."""

    shop = models.OneToOneField(Shop, on_delete=models.PROTECT, related_name="ledger_head")
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    objects = ScopedManager(shop="shop")
