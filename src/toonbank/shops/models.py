"""A shop, the people in it, and its places on the networks."""

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.shops.encryption import EncryptedTextField


class PersonManager(BaseUserManager["Person"]):
    """Finds people by e-mail address, whatever its capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """A person who can sign in; without a password only a one-time link lets them in."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, email: str | None) -> "Person":
        """Sign-in looks people up here."""
        return self.get(email=(email or "").lower())


class Person(AbstractBaseUser):
    """Somebody who can sign in. What they may do is said by their membership of a shop."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = PersonManager()

    def __str__(self) -> str:
        return self.name


class Shop(models.Model):
    """A retailer; everything else belongs to exactly one."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    tagline = models.CharField(max_length=120, blank=True, default="")
    zone = models.CharField(max_length=60, default="Europe/Amsterdam")
    country = models.CharField(
        max_length=2, default="NL", choices=[("NL", _("the Netherlands")), ("BE", _("Belgium"))]
    )
    language = models.CharField(max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl")
    contacts = models.JSONField(
        default=list, blank=True, help_text="the shop's own public telephone numbers and addresses"
    )
    interests = models.JSONField(default=list, blank=True, help_text="subjects it may also speak of")
    hold_back = models.JSONField(
        default=list, blank=True, help_text="whom it would rather not be seen with: names and handles"
    )
    rivals = models.JSONField(default=list, blank=True, help_text="other shops in the same trade")
    house_rules = models.JSONField(
        default=dict, blank=True, help_text="what differs from our proposal; see etiquette/house_rules.py"
    )
    hours = models.JSONField(
        default=dict, blank=True, help_text="opening hours and holidays; see shops/opening_hours.py"
    )
    closed_days = models.JSONField(default=list, blank=True, help_text="days on which the shop is closed")
    reply_promise = models.JSONField(
        default=dict, blank=True, help_text="what differs from our promise; see core/deadlines.py"
    )
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name

    @property
    def clock(self) -> ZoneInfo:
        """The zone of the clock on the shop's wall."""
        return ZoneInfo(self.zone)


class Role(models.TextChoices):
    """What a member is in a shop."""

    OWNER = "owner", _("owner")
    EDITOR = "editor", _("editor")
    WEBCARE = "webcare", _("webcare")
    VIEWER = "viewer", _("viewer")


MAY = {
    "write": {Role.OWNER, Role.EDITOR, Role.WEBCARE},
    "answer": {Role.OWNER, Role.EDITOR, Role.WEBCARE},
    "approve": {Role.OWNER, Role.EDITOR},
    "keep_evidence": {Role.OWNER, Role.EDITOR},
    "run_shop": {Role.OWNER},
}


class MemberSet(models.QuerySet["Member"]):
    """Members, as pages and verbs ask for them."""

    def present(self) -> "MemberSet":
        """Those who have not left."""
        return self.filter(left_at=None)

    def approvers(self) -> "MemberSet":
        """Those who may say yes to a post."""
        return self.present().filter(role__in=MAY["approve"])


class Member(models.Model):
    """A person in a shop, with a role."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices)
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(_manager_class=models.Manager.from_queryset(MemberSet), shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "person"], name="a_person_is_once_in_a_shop"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="member_has_a_known_role"),
        ]

    def __str__(self) -> str:
        return self.person.name

    def may(self, deed: str) -> bool:
        """Whether this member may `write`, `answer`, `approve`, `keep_evidence` or `run_shop`."""
        return self.left_at is None and self.role in MAY[deed]

    @property
    def may_anything(self) -> bool:
        """Whether there is any deed at all; who only looks may not change a thing."""
        return any(self.may(deed) for deed in MAY)


class Account(models.Model):
    """The shop's own place on one network."""

    class State(models.TextChoices):
        """Whether we can speak there."""

        OPEN = "open", _("open")
        SIGNED_OUT = "signed_out", _("signed out")
        CLOSED = "closed", _("closed")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="accounts")
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    handle = models.CharField(max_length=200)
    server = models.CharField(max_length=300, blank=True, default="")
    secret = EncryptedTextField(blank=True, default="")
    promise = models.JSONField(
        default=list, blank=True, help_text="the subjects that its followers were promised"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    limits = models.JSONField(default=dict, blank=True)
    limits_at = models.DateTimeField(null=True, blank=True)
    next_send_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                "shop",
                "kind",
                "server",
                Lower("handle"),
                condition=~Q(state="closed"),
                name="an_account_is_opened_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Account {self.pk}>"  # never the secret


class HouseVersion(models.Model):
    """The house rules as a member left them; the newest are those of the shop."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="house_versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["shop", "number"], name="house_rules_are_numbered_once")
        ]

    def __str__(self) -> str:
        return f"house rules {self.number}"


class EntryLink(models.Model):
    """A link that lets one person in once: welcome, a forgotten password, the demo. Only its hash is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="entry_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
