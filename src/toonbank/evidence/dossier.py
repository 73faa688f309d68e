"""What is on file: praise, tests, quality marks, proofs and words of customers, each with who wrote it down and until when it holds."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from toonbank.shops.models import Member, Shop


def over_by(today: date) -> Q:
    """Papers that prove nothing on that day: taken out, or past their last day."""
    return Q(ended_at__isnull=False) | Q(until_on__lt=today)


class Paper(models.Model):
    """What every paper on file has. Each change is in the ledger; `revision` tells whether somebody else was first."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    link = models.CharField(max_length=1000, blank=True, default="")
    until_on = models.DateField(null=True, blank=True, help_text="the last day on which it holds")
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    changed_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
        ordering = ("-recorded_at", "-pk")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="who_took_this_%(class)s_out_is_known",
            ),
        )
        indexes = (models.Index(fields=["shop", "-recorded_at", "-id"], name="%(class)s_newest_first"),)


class Endorsement(Paper):
    """Praise by somebody with a name: what was said to the letter, what was given for it, and how they agreed to be named."""

    who = models.CharField(max_length=200)
    what = models.CharField(max_length=200, blank=True, default="")
    quote = models.TextField(blank=True, default="")
    is_paid = models.BooleanField(default=False)
    is_gift = models.BooleanField(default=False)
    is_affiliate = models.BooleanField(default=False)
    relation = models.CharField(max_length=120, blank=True, default="")
    agreed = models.CharField(
        max_length=500, blank=True, default="", help_text="how they agreed; none when empty"
    )

    objects = ScopedManager(shop="shop")

    class Meta(Paper.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Paper.Meta.constraints,
            models.CheckConstraint(condition=~Q(who=""), name="praise_is_of_somebody"),
        )

    def __str__(self) -> str:
        return self.who


class Comparison(Paper):
    """A test by others, its result, and until when the shop may refer to it."""

    name = models.CharField(max_length=200)
    result = models.CharField(max_length=300, blank=True, default="")

    objects = ScopedManager(shop="shop")

    class Meta(Paper.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Paper.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="a_test_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name


class Mark(Paper):
    """A quality mark or membership that the shop holds."""

    name = models.CharField(max_length=200)
    number = models.CharField(max_length=120, blank=True, default="")

    objects = ScopedManager(shop="shop")

    class Meta(Paper.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Paper.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="a_mark_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name


class Proof(Paper):
    """A statement about the shop or a product, and the paper behind it."""

    claim = models.CharField(max_length=300)
    basis = models.CharField(max_length=500)

    objects = ScopedManager(shop="shop")

    class Meta(Paper.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Paper.Meta.constraints,
            models.CheckConstraint(condition=~Q(claim="") & ~Q(basis=""), name="a_proof_rests_on_something"),
        )

    def __str__(self) -> str:
        return self.claim


class Quote(Paper):
    """Words of a customer as they were written, where, under which name, and whether they may be used."""

    text = models.TextField()
    source = models.CharField(max_length=120)
    author = models.CharField(max_length=120, blank=True, default="", help_text="the name as readers see it")
    agreed = models.CharField(
        max_length=500, blank=True, default="", help_text="how they agreed; none when empty"
    )

    objects = ScopedManager(shop="shop")

    class Meta(Paper.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Paper.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(source=""), name="a_quote_has_words_and_a_source"
            ),
        )

    def __str__(self) -> str:
        return self.text if len(self.text) <= 60 else f"{self.text[:59]}…"
