"""People the shop may speak of, and what they allowed: since when, until when, for what and where."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.channels.networks import ELSEWHERE, NETWORKS
from toonbank.relations.naming import name_words, plain_handle
from toonbank.relations.papers import ConsentRequest, KeepingVersion, Kindred, Merge, PersonNote, Uses
from toonbank.shops.models import Member, Shop

MODELS_APART = (ConsentRequest, KeepingVersion, Kindred, Merge, PersonNote)
"""Models of this app that stand in a module of their own."""

NAMELESS = "—"
"""Stands where the name of somebody stood whose data were erased."""


class ContactSet(models.QuerySet["Contact"]):
    """Contacts, as pages ask for them."""

    def present(self) -> "ContactSet":
        """Those that were not taken for another and not erased."""
        return self.filter(merged_into=None, erased_at=None)


class Contact(models.Model):
    """Somebody a post might name: a customer, a supplier, somebody of the staff.

    Who was merged into another keeps this row, so that it can be undone. `known_ground` says why the shop may link the
    person to its own customers; without it there is no link.
    """

    class Role(models.TextChoices):
        """What they are to the shop; suppliers and public figures in their role need no consent."""

        CUSTOMER = "customer", _("customer")
        STAFF = "staff", _("works here")
        SUPPLIER = "supplier", _("supplier")
        PUBLIC = "public", _("public figure")

    class Ground(models.TextChoices):
        """Why the shop may know that this is a customer of its till or webshop."""

        NONE = "", _("not linked")
        CONSENT = "consent", _("said yes to it")
        TOLD = "told", _("gave the order number to get help with it")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="contacts_known", db_index=False)
    name = models.CharField(max_length=120)
    handle = models.CharField(max_length=200, blank=True, default="")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.CUSTOMER)
    made_at = models.DateTimeField(default=timezone.now)
    first_word = models.CharField(max_length=120, blank=True, default="")
    last_word = models.CharField(max_length=120, blank=True, default="")
    handle_key = models.CharField(max_length=200, blank=True, default="")
    is_minor = models.BooleanField(default=False)
    noticed_at = models.DateTimeField(
        null=True, blank=True, help_text="when somebody last gave them a minute"
    )
    known_ground = models.CharField(max_length=10, choices=Ground.choices, blank=True, default=Ground.NONE)
    known_why = models.CharField(max_length=300, blank=True, default="", help_text="how and when")
    known_as = models.CharField(max_length=120, blank=True, default="", help_text="customer or order number")
    known_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="aliases"
    )
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(_manager_class=models.Manager.from_queryset(ContactSet), shop="shop")

    class Meta:
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["shop", "name", "id"], name="contact_by_name"),
            models.Index(fields=["first_word", "shop"], name="contact_by_first_word"),
            models.Index(fields=["last_word", "shop"], name="contact_by_last_word"),
            models.Index(fields=["handle_key", "shop"], name="contact_by_handle"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_contact_has_a_name"),
            models.CheckConstraint(
                condition=Q(known_ground="", known_as="", known_by=None)
                | (~Q(known_ground="") & ~Q(known_why="") & Q(known_by__isnull=False)),
                name="a_customer_is_known_on_a_ground",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:  # as Django's own
        """Keep what it is found by in a text in step with its name."""
        words = name_words(self.name) or [""]
        self.first_word, self.last_word = words[0], words[-1]
        self.handle_key = plain_handle(self.handle)
        super().save(*args, **kwargs)


class Identity(models.Model):
    """A contact as one network knows them: `key` is the network's lasting id, or the handle where it has none."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="identities")
    kind = models.CharField(max_length=30, help_text="of the network")
    key = models.CharField(max_length=300)
    handle = models.CharField(max_length=200, blank=True, default="")
    name = models.CharField(max_length=120, blank=True, default="")
    named_at = models.DateTimeField(null=True, blank=True, help_text="when that name was told last")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "kind", "key"], name="an_identity_is_known_once"),
            models.CheckConstraint(condition=~Q(key=""), name="an_identity_has_a_key"),
        ]
        indexes = [
            models.Index(fields=["shop", "-last_at", "-id"], name="identity_last_seen"),
            models.Index(fields=["shop", "first_at", "id"], name="identity_first_seen"),
        ]

    def __str__(self) -> str:
        return self.name or self.handle

    @property
    def network(self) -> str:
        """The network by its name, or how they were heard without one, in the reader's language."""
        if self.kind == "told":
            return gettext("told to the shop")
        found = NETWORKS.get(self.kind)
        if found is None:
            return ELSEWHERE.get(self.kind, self.kind)
        return found.name.get(get_language() or "nl", found.name["en"])


class Consent(Uses):
    """One yes. It is never changed: another yes is another row, and taking it back is written on it.

    `message` is the number of the message that says yes, `request` the question that was answered on its own page.
    """

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="consents")
    given_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    proof = models.CharField(max_length=500)
    guardian = models.CharField(max_length=120, blank=True, default="", help_text="who said yes for a child")
    request = models.ForeignKey(
        ConsentRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="consents"
    )
    message = models.PositiveBigIntegerField(null=True, blank=True)
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_by_link = models.BooleanField(default=False, help_text="by the person, on the page for it")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(proof=""), name="a_consent_can_be_shown"),
            models.CheckConstraint(
                condition=Q(to_name=True) | Q(to_quote=True) | Q(to_photo=True) | Q(to_tag=True),
                name="a_consent_is_to_something",
            ),
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gt=F("given_at")),
                name="a_consent_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_by_link=False)
                | (
                    Q(withdrawn_at__isnull=False)
                    & (Q(withdrawn_by__isnull=False) | Q(withdrawn_by_link=True))
                ),
                name="who_took_a_consent_back_is_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["shop", "until_at"], condition=Q(withdrawn_at=None), name="consent_that_ends"
            )
        ]

    def holds_at(self, moment: datetime) -> bool:
        """Whether it stands at that moment."""
        return self.withdrawn_at is None and (self.until_at is None or self.until_at >= moment)
