"""People the shop may speak of, and what they allowed: since when, until when, for what and where."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.channels.networks import NETWORKS
from toonbank.relations.naming import name_words, plain_handle
from toonbank.shops.models import Member, Shop


class Contact(models.Model):
    """Somebody a post might name: a customer, a supplier, somebody of the staff."""

    class Role(models.TextChoices):
        """What they are to the shop; suppliers and public figures in their role need no consent."""

        CUSTOMER = "customer", _("customer")
        STAFF = "staff", _("works here")
        SUPPLIER = "supplier", _("supplier")
        PUBLIC = "public", _("public figure")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="contacts_known", db_index=False)
    name = models.CharField(max_length=120)
    handle = models.CharField(max_length=200, blank=True, default="")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.CUSTOMER)
    made_at = models.DateTimeField(default=timezone.now)
    first_word = models.CharField(max_length=120, blank=True, default="")
    last_word = models.CharField(max_length=120, blank=True, default="")
    handle_key = models.CharField(max_length=200, blank=True, default="")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["shop", "name", "id"], name="contact_by_name"),
            models.Index(fields=["first_word", "shop"], name="contact_by_first_word"),
            models.Index(fields=["last_word", "shop"], name="contact_by_last_word"),
            models.Index(fields=["handle_key", "shop"], name="contact_by_handle"),
        ]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_contact_has_a_name")]

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
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "kind", "key"], name="an_identity_is_known_once"),
            models.CheckConstraint(condition=~Q(key=""), name="an_identity_has_a_key"),
        ]

    def __str__(self) -> str:
        return self.name or self.handle


class Consent(models.Model):
    """One yes. It is never changed: another yes is another row, and taking it back is written on it."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="consents")
    to_name = models.BooleanField(default=False)
    to_quote = models.BooleanField(default=False)
    to_photo = models.BooleanField(default=False)
    to_tag = models.BooleanField(default=False)
    kinds = models.JSONField(default=list, blank=True, help_text="kinds of networks; none means everywhere")
    given_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    proof = models.CharField(max_length=500)
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

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
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="who_wrote_down_a_withdrawal_is_known",
            ),
        ]

    @property
    def places(self) -> str:
        """The networks by their names, in the reader's language; "" for everywhere."""
        language = get_language() or "nl"
        known = (NETWORKS.get(kind) for kind in self.kinds)
        return ", ".join(one.name.get(language, one.name["en"]) for one in known if one is not None)

    def holds_at(self, moment: datetime) -> bool:
        """Whether it stands at that moment."""
        return self.withdrawn_at is None and (self.until_at is None or self.until_at >= moment)
