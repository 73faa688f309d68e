"""What the shop keeps about people beside their names: what it asked them, what it noted, who was taken for one, how long."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.channels.networks import NETWORKS
from toonbank.shops.models import Member, Shop

REVIEW_AFTER = timedelta(days=182)
"""Kindred accounts are looked at twice a year."""


class Uses(models.Model):
    """What may be done with somebody's name, words or picture, and where."""

    to_name = models.BooleanField(default=False)
    to_quote = models.BooleanField(default=False)
    to_photo = models.BooleanField(default=False)
    to_tag = models.BooleanField(default=False)
    kinds = models.JSONField(default=list, blank=True, help_text="kinds of networks; none means everywhere")

    class Meta:
        abstract = True

    @property
    def uses(self) -> tuple[str, ...]:
        """The uses by name."""
        return tuple(use for use in ("name", "quote", "photo", "tag") if getattr(self, f"to_{use}"))

    @property
    def places(self) -> str:
        """The networks by their names, in the reader's language; "" for everywhere."""
        language = get_language() or "nl"
        known = (NETWORKS.get(kind) for kind in self.kinds)
        return ", ".join(one.name.get(language, one.name["en"]) for one in known if one is not None)


class ConsentRequest(Uses):
    """A question to one person, in their language. Until they answer it is a no."""

    class Answer(models.TextChoices):
        """What came back."""

        NONE = "", _("no answer yet")
        YES = "yes", _("yes")
        NO = "no", _("no")
        TAKEN_BACK = "taken back", _("the question was taken back")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("relations.Contact", on_delete=models.CASCADE, related_name="requests")
    purpose = models.CharField(max_length=300)
    text = models.TextField(help_text="the very words of the question")
    lang = models.CharField(max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl")
    until_at = models.DateTimeField(null=True, blank=True)
    is_minor = models.BooleanField(default=False)
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(purpose=""), name="a_question_says_what_for"),
            models.CheckConstraint(
                condition=Q(to_name=True) | Q(to_quote=True) | Q(to_photo=True) | Q(to_tag=True),
                name="a_question_is_about_something",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="an_answer_has_its_moment",
            ),
        ]


class PersonNote(models.Model):
    """Something worth remembering of somebody, as a shopkeeper would. Whoever it is about may read it."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    contact = models.ForeignKey("relations.Contact", on_delete=models.CASCADE, related_name="notes")
    text = models.CharField(max_length=500)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_note_of_somebody_says_something")
        ]
        indexes = [models.Index(fields=["shop", "at"], name="person_note_by_age")]


class Merge(models.Model):
    """A person said that two contacts are one. `moved` tells exactly what went along, so that it can be put back."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    kept = models.ForeignKey("relations.Contact", on_delete=models.CASCADE, related_name="merges")
    gone = models.ForeignKey("relations.Contact", on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=300, blank=True, default="")
    moved = models.JSONField(default=dict, help_text="kind of row -> their numbers")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="nobody_is_merged_with_themselves"),
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at=None), name="a_contact_is_merged_away_once"
            ),
        ]


class Kindred(models.Model):
    """An account of another that the shop likes to be seen with, and why."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, help_text="of the network")
    handle = models.CharField(max_length=200)
    why = models.CharField(max_length=300)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    reviewed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(handle="") & ~Q(why=""), name="kindred_for_a_reason"
            ),
            models.UniqueConstraint(
                fields=["shop", "kind", "handle"],
                condition=Q(ended_at=None),
                name="an_account_is_kindred_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def review_at(self) -> datetime:
        """When to ask again whether the reason still holds."""
        return self.reviewed_at + REVIEW_AFTER


class KeepingVersion(models.Model):
    """How long the shop keeps what, as a member left it; the newest counts."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    months = models.JSONField(help_text="kind -> months; what is not named is as we propose")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["shop", "number"], name="keeping_is_numbered_once")]
