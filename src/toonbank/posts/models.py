"""Posts, their variants and pictures, what was judged, who said yes, and how far each delivery got."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.core.lifecycle import DELIVERY, POST
from toonbank.evidence.models import Product
from toonbank.posts.giveaway import Giveaway
from toonbank.relations.models import Contact
from toonbank.shops.models import Account, Member, Shop

POST_STATES = [(state, state) for state in POST.states]
DELIVERY_STATES = [(state, state) for state in DELIVERY.states]
ENDED = [name for name, state in DELIVERY.states.items() if not state.events]
NO_ANSWER = Q(answers_remote_id="", answers_root="", answers_handle="", is_private=False)
AN_ANSWER = ~Q(answers_remote_id="") & ~Q(answers_root="") & (Q(is_private=False) | ~Q(answers_handle=""))


class Kind(models.TextChoices):
    """Said to everybody, or in answer to somebody."""

    POST = "post", _("post")
    REPLY = "reply", _("reply")


MODELS_APART = (Giveaway,)
"""Models of this app that stand in a module of their own."""


class PostSet(models.QuerySet["Post"]):
    """Posts, as pages ask for them; each knows its joins."""

    def with_all(self) -> "PostSet":
        """With author, variants, pictures and deliveries, in a fixed number of queries."""
        return self.select_related("author__person").prefetch_related(
            "variants__account", "pictures", "deliveries__account"
        )

    def posts(self) -> "PostSet":
        """Without the replies: those belong to a conversation."""
        return self.filter(kind=Kind.POST)

    def with_people(self) -> "PostSet":
        """Posts with their shop and the people who wrote, changed and offered them."""
        return self.posts().select_related(
            "shop", "author__person", "edited_by__person", "submitted_by__person", "giveaway"
        )

    def for_lines(self) -> "PostSet":
        """As a line in a list shows them: with who wrote them; where they go is told by `going`."""
        return self.posts().select_related("author__person")

    def for_calendar(self) -> "PostSet":
        """As a day on the wall shows them."""
        return self.posts().only("shop_id", "text", "lang", "state", "plan_at", "changed_at")


class Post(models.Model):
    """What the shop wants to say. Its targets are its variants.

    A reply is a post in answer to somebody: `answers_remote_id` is the message, `answers_root` what its thread began with,
    `answers_handle` who wrote it, each as the network has it; a private one is seen by that person alone.
    """

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.POST)
    answers_remote_id = models.CharField(max_length=500, blank=True, default="")
    answers_root = models.CharField(max_length=500, blank=True, default="")
    answers_handle = models.CharField(max_length=300, blank=True, default="")
    is_private = models.BooleanField(default=False)
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="posts")
    text = models.TextField(blank=True, default="")
    lang = models.CharField(max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl")
    reader_gets = models.CharField(max_length=300, blank=True, default="")
    state = models.CharField(max_length=10, choices=POST_STATES, default=POST.start)
    plan_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    submitted_by = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_back_why = models.CharField(max_length=500, blank=True, default="")
    products = models.ManyToManyField(Product, blank=True, related_name="posts")
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager(_manager_class=models.Manager.from_queryset(PostSet), shop="shop")

    class Meta:
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(POST.states)), name="post_is_in_a_known_state"),
            models.CheckConstraint(
                condition=(Q(kind="post") & NO_ANSWER) | (Q(kind="reply") & AN_ANSWER),
                name="a_reply_answers_somebody_and_a_post_nobody",
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "kind", "state", "-changed_at"], name="post_by_kind_and_state"),
            models.Index(fields=["shop", "kind", "-changed_at", "-id"], name="post_of_kind_newest_first"),
            models.Index(fields=["shop", "kind", "state", "plan_at"], name="post_by_kind_and_plan"),
        ]

    def __str__(self) -> str:
        return f"post {self.pk}"


class Variant(models.Model):
    """The post on one account; an empty text means the text of the post."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="variants")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="variants")
    text = models.TextField(blank=True, default="")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["account_id"]
        constraints = [
            models.UniqueConstraint(fields=["post", "account"], name="a_post_has_one_variant_per_account")
        ]


class Version(models.Model):
    """The words as somebody saved them; also those of who came second, so that nothing typed is lost."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True, default="")
    reader_gets = models.CharField(max_length=300, blank=True, default="")
    variants = models.JSONField(default=dict, blank=True)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    came_second = models.BooleanField(default=False)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-pk"]


class Picture(models.Model):
    """A picture of a post, already without EXIF and GPS, with the words for who cannot see it."""

    class People(models.TextChoices):
        """Who can be seen."""

        NONE = "none"
        UNRECOGNISABLE = "unrecognisable"
        RECOGNISABLE = "recognisable"
        UNKNOWN = "unknown"

    class Rights(models.TextChoices):
        """Whose it is; nobody said is another thing than nobody knows."""

        UNTOLD = ""
        OWN = "own"
        LICENSED = "licensed"
        CREDITED = "credited"
        THIRD_PARTY = "third-party"
        UNKNOWN = "unknown"

    class Making(models.TextChoices):
        """Who made it, and whether readers are told when that was a machine."""

        UNTOLD = ""
        PERSON = "person"
        MACHINE = "machine"
        MACHINE_LABELLED = "machine-labelled"

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="pictures")
    position = models.PositiveSmallIntegerField(default=0)
    file = models.CharField(max_length=200, help_text="path below the pictures folder")
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    alt = models.CharField(max_length=1500, blank=True, default="")
    people = models.CharField(max_length=15, choices=People.choices, default=People.UNKNOWN)
    persons = models.ManyToManyField(Contact, blank=True, related_name="pictures")
    rights = models.CharField(max_length=15, choices=Rights.choices, blank=True, default=Rights.UNTOLD)
    making = models.CharField(max_length=20, choices=Making.choices, blank=True, default=Making.UNTOLD)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["position", "pk"]


class Confirmation(models.Model):
    """A person kept words that a rule warned about, and said why. It holds as long as those words stand."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="confirmations")
    rule = models.CharField(max_length=60)
    words = models.TextField(blank=True, default="")
    reason = models.CharField(max_length=500)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "rule", "words"], name="a_warning_is_confirmed_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_confirmation_has_a_reason"),
        ]
        indexes = [
            models.Index(fields=["shop", "rule", "at"], name="confirmation_by_rule"),
            models.Index(fields=["shop", "at"], name="confirmation_by_moment"),
        ]


class Dispute(models.Model):
    """A person said that a finding is not right. The finding stands; the shop settles what it does with that."""

    class Settled(models.TextChoices):
        """What the shop did with it."""

        RULE_KEPT = "rule_kept", _("we keep the rule")
        RULE_CHANGED = "rule_changed", _("the rule was changed")
        MAKERS_TOLD = "makers_told", _("the makers were told")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="disputes")
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, help_text="how grave this shop took the rule then")
    lang = models.CharField(max_length=2)
    words = models.TextField(blank=True, default="", help_text="empty when it was about the whole text")
    around = models.TextField(blank=True, default="", help_text="the words with what stood around them")
    reason = models.CharField(max_length=500)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    settled_as = models.CharField(max_length=20, choices=Settled.choices, blank=True, default="")
    settled_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post", "rule", "words"],
                condition=Q(taken_back_at=None),
                name="a_finding_is_disputed_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_dispute_has_a_reason"),
            models.CheckConstraint(
                condition=Q(settled_as="", settled_at=None, settled_by=None)
                | (~Q(settled_as="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="settled_by_somebody_at_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "rule", "at"], name="dispute_by_rule"),
            models.Index(fields=["shop", "at"], name="dispute_by_moment"),
        ]


class Approval(models.Model):
    """A person's yes to one exact text with its pictures on one account, for a limited time."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="approvals")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="approvals")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    checkup = models.JSONField(help_text="claims and findings as they were when the yes was given")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_why = models.CharField(max_length=40, blank=True, default="")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "account"],
                condition=Q(voided_at=None),
                name="one_valid_approval_per_post_and_account",
            )
        ]


class DeliverySet(models.QuerySet["Delivery"]):
    """Deliveries, as pages and the clock ask for them."""

    def with_post(self) -> "DeliverySet":
        """With everything that a line about a delivery shows."""
        return self.select_related("post__author__person", "account", "approval__member__person")

    def of_posts(self) -> "DeliverySet":
        """Without those of replies."""
        return self.filter(kind=Kind.POST)

    def for_lines(self) -> "DeliverySet":
        """As a line in a list, or a day on the wall, shows them: where it goes, when, and how it stands."""
        return self.only("post_id", "account_id", "state", "due_at", "held_why")


class Delivery(models.Model):
    """One post going to one account. `key` is the same in every attempt, so that networks can recognise it.

    `kind` is that of its post, so that what is planned, held or told is found without looking at replies.
    """

    # No index of shop or account alone: until it has counted its rows, SQLite would take that for the name at the network.
    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="deliveries", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="deliveries")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="deliveries", db_index=False)
    approval = models.ForeignKey(Approval, on_delete=models.PROTECT, related_name="deliveries")
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.POST)
    state = models.CharField(max_length=10, choices=DELIVERY_STATES, default=DELIVERY.start)
    due_at = models.DateTimeField()
    try_at = models.DateTimeField(
        help_text="when the clock looks again: due_at, or later when the network asked for patience"
    )
    revision = models.PositiveIntegerField(
        default=1, help_text="rises with each new plan, so that each has its own workflow"
    )
    attempts = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=64, unique=True)
    sent_text = models.TextField(blank=True, default="", help_text="the very words of the last attempt")
    began_at = models.DateTimeField(
        null=True, blank=True, help_text="when the last attempt began; given to the network"
    )
    lease_until = models.DateTimeField(
        null=True, blank=True, help_text="after this a silent attempt counts as broken"
    )
    held_why = models.JSONField(default=dict, blank=True)
    remote_id = models.CharField(max_length=500, blank=True, default="")
    remote_url = models.CharField(max_length=1000, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager(_manager_class=models.Manager.from_queryset(DeliverySet), shop="shop")

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(DELIVERY.states)), name="delivery_is_in_a_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["sent", "withdrawn"]) | ~Q(remote_id=""), name="sent_has_remote_id"
            ),
            models.CheckConstraint(
                condition=~Q(state="sending") | Q(lease_until__isnull=False), name="sending_has_a_lease"
            ),
            models.UniqueConstraint(
                fields=["post", "account"],
                condition=~Q(state__in=ENDED),
                name="a_post_goes_once_to_an_account",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "try_at"], name="delivery_for_the_clock"),
            models.Index(fields=["shop", "kind", "due_at"], name="delivery_of_kind_for_calendar"),
            models.Index(fields=["shop", "kind", "state", "due_at"], name="delivery_by_kind_and_state"),
            models.Index(fields=["shop", "remote_id"], name="delivery_by_remote_name"),
        ]

    def __str__(self) -> str:
        return f"delivery {self.pk}"


class Move(models.Model):
    """One step of a delivery's story. Written in the same transaction as the step."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="moves")
    event = models.CharField(max_length=20)
    from_state = models.CharField(max_length=10, blank=True, default="")
    to_state = models.CharField(max_length=10)
    at = models.DateTimeField()
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    details = models.JSONField(default=dict, blank=True)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["pk"]
