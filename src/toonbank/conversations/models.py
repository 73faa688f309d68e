"""Conversations and what was said in them: one conversation is all that one contact says about one thing at one place."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.conversations.arrivals import Arrival, Ear, Early, Forgotten, Inlet, Knock
from toonbank.conversations.beyond import BEFORE_ALL, Place, after_turn, along
from toonbank.conversations.casebook import Case, Hiding, Improvement, Storm
from toonbank.conversations.orders.models import Order
from toonbank.conversations.papers import Note, SavedReply, Writing
from toonbank.conversations.takedown import TakeDown
from toonbank.core.lifecycle import CONVERSATION
from toonbank.posts.models import Post
from toonbank.relations.models import Contact, Identity
from toonbank.shops.models import Account, Member, Shop
from toonbank.triage.labels import KINDS

LABELS = [(kind, kind) for kind in KINDS]
STATES = [(state, state) for state in CONVERSATION.states]
WAITING = ["new", "ours"]
"""The states in which a person of the shop must act: what stands in the queue."""
# Not `state__in`: SQLite cannot see that a list of parameters is the list of an index.
IS_WAITING = Q(state="new") | Q(state="ours")
IS_DONE = Q(state="settled") | Q(state="closed")

MODELS_APART = (
    Arrival,
    Case,
    Ear,
    Early,
    Forgotten,
    Hiding,
    Improvement,
    Inlet,
    Knock,
    Note,
    Order,
    SavedReply,
    Storm,
    TakeDown,
    Writing,
)
"""Models of this app that stand in modules of their own."""


class Sort(models.TextChoices):
    """How somebody spoke to the shop."""

    COMMENT = "comment", _("comment")
    MENTION = "mention", _("mention")
    DIRECT = "direct", _("direct message")
    REVIEW = "review", _("review")
    CHECKIN = "checkin", _("check-in")
    TAG = "tag", _("location tag")
    MAIL = "mail", _("e-mail")
    TOLD = "told", _("at the counter or by telephone")


class Band(models.IntegerChoices):
    """The serious first: the queue is sorted by band, then by what is due."""

    GRAVE = 0, _("serious")
    ASKING = 1, _("wants an answer")
    TALKING = 2, _("may wait")


class ConversationSet(models.QuerySet["Conversation"]):
    """Conversations, as pages ask for them."""

    def waiting(self) -> "ConversationSet":
        """Those in which somebody of the shop must act."""
        return self.filter(IS_WAITING)

    def awake(self, now: datetime) -> "ConversationSet":
        """Those that nobody snoozed until later."""
        return self.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=now))

    def in_turn(self, after: Place = BEFORE_ALL) -> "ConversationSet":
        """The serious first, then what is due first. What is never due, such as spam, has no turn: see `undue`."""
        # A place is always named: without one SQLite, once it has counted its rows, reads and sorts the whole row.
        return self.filter(after_turn(after), due_at__isnull=False).order_by("band", "due_at", "pk")

    def in_turn_of(self, band: int, after: Place = BEFORE_ALL) -> "ConversationSet":
        """The same of one band alone, without a look at the others."""
        _band, moment, pk = after if after[0] == band else BEFORE_ALL
        there = along("due_at", moment, pk)
        return self.filter(there, band=band, due_at__isnull=False).order_by("due_at", "pk")

    def undue(self) -> "ConversationSet":
        """Those that ask for no answer, as it seems; who has waited longest first."""
        return self.filter(due_at__isnull=True).order_by("pk")


class Conversation(models.Model):
    """All with one contact about one thing. Its label, band and due time are those of what still waits for an answer.

    `thread` is the network's own name of the thread. In public many people speak in one thread, each about their own matter:
    `speaker` is then who this one is with, as the network names them; "" in private. With the account these two are found again,
    whatever comes first.
    """

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    account = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    thread = models.CharField(max_length=500)
    speaker = models.CharField(max_length=300, blank=True, default="")
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="conversations"
    )
    sort = models.CharField(max_length=10, choices=Sort.choices)
    is_public = models.BooleanField()
    about = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="our post it is about",
    )
    state = models.CharField(max_length=10, choices=STATES, default=CONVERSATION.start)
    label = models.CharField(max_length=25, choices=LABELS, blank=True, default="")
    severity = models.PositiveSmallIntegerField(default=0)
    band = models.PositiveSmallIntegerField(choices=Band.choices, default=Band.TALKING)
    language = models.CharField(max_length=2, blank=True, default="")
    due_at = models.DateTimeField(null=True, blank=True)
    snoozed_until = models.DateTimeField(null=True, blank=True)
    assignee = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    excerpt = models.CharField(max_length=200, blank=True, default="", help_text="personal data masked")
    name = models.CharField(
        max_length=120, blank=True, default="", help_text="who speaks, as the list shows it"
    )
    began_at = models.DateTimeField()
    last_at = models.DateTimeField(help_text="of the last message, ours or theirs")
    heard_at = models.DateTimeField(
        null=True, blank=True, help_text="of the first message that still waits for us"
    )
    answered_at = models.DateTimeField(null=True, blank=True, help_text="when we first answered")
    version = models.PositiveIntegerField(default=1, help_text="rises with every move")

    objects = ScopedManager(_manager_class=models.Manager.from_queryset(ConversationSet), shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "thread", "speaker"],
                name="with_one_speaker_in_a_thread_is_one_conversation",
            ),
            models.UniqueConstraint(
                fields=["shop", "thread", "speaker"],
                condition=Q(account=None),
                name="without_account_too_it_is_one_conversation",
            ),
            models.CheckConstraint(
                condition=Q(state__in=list(CONVERSATION.states)), name="conversation_is_in_a_known_state"
            ),
        ]
        indexes = [
            models.Index(
                fields=["shop", "band", "due_at", "id"],
                condition=IS_WAITING & Q(due_at__isnull=False),
                name="conversation_queue",
            ),
            models.Index(
                fields=["shop", "id"],
                condition=IS_WAITING & Q(due_at__isnull=True),
                name="conversation_undue",
            ),
            models.Index(
                fields=["shop", "label", "band", "due_at", "id"],
                condition=IS_WAITING,
                name="conversation_waiting_label",
            ),
            models.Index(
                fields=["shop", "snoozed_until", "id"],
                condition=Q(snoozed_until__isnull=False),
                name="conversation_snoozed",
            ),
            models.Index(fields=["shop", "-last_at", "-id"], condition=IS_DONE, name="conversation_done"),
            models.Index(
                fields=["assignee", "-last_at", "-id"],
                condition=Q(assignee__isnull=False),
                name="conversation_of_colleague",
            ),
            models.Index(fields=["shop", "state", "-last_at", "-id"], name="conversation_by_state"),
            models.Index(fields=["shop", "-last_at", "-id"], name="conversation_newest_first"),
            models.Index(fields=["shop", "label", "-last_at", "-id"], name="conversation_by_label"),
        ]

    def __str__(self) -> str:
        return f"conversation {self.pk}"


class Message(models.Model):
    """One utterance, theirs or ours, as it stands at the network now; what stood there before is kept as a Wording.

    `changed_at` is the network's own moment of the last edit that we know of: an older one that comes later changes nothing
    but the wordings.
    """

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages", db_index=False
    )
    account = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    remote_id = models.CharField(max_length=500, help_text="the network's own name; ours for what was told")
    answers = models.CharField(
        max_length=500, blank=True, default="", help_text="remote id of what it answers"
    )
    url = models.CharField(max_length=1000, blank=True, default="")
    is_ours = models.BooleanField(default=False)
    identity = models.ForeignKey(
        Identity, null=True, blank=True, on_delete=models.SET_NULL, related_name="messages"
    )
    member = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    post = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="ours, sent from here",
    )
    text = models.TextField(blank=True, default="")
    rating = models.PositiveSmallIntegerField(null=True, blank=True, help_text="of a review, 1 to 5")
    at = models.DateTimeField()
    heard_at = models.DateTimeField(default=timezone.now)
    is_public = models.BooleanField()
    language = models.CharField(max_length=2, blank=True, default="")
    changed_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    raised_at = models.DateTimeField(
        null=True, blank=True, help_text="of the edit that made it as grave as it is; none when it always was"
    )
    raised_heard_at = models.DateTimeField(null=True, blank=True, help_text="when we heard of that edit")
    raised_from = models.CharField(
        max_length=25,
        choices=LABELS,
        blank=True,
        default="",
        help_text="what triage said of the words before",
    )
    label = models.CharField(max_length=25, choices=LABELS, blank=True, default="")
    severity = models.PositiveSmallIntegerField(default=0)
    sentiment = models.CharField(max_length=3, blank=True, default="")
    suggested = models.CharField(
        max_length=25, choices=LABELS, blank=True, default="", help_text="before a person"
    )
    labelled_by = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    clock = models.CharField(
        max_length=10, blank=True, default="", help_text="the step of triage: '30 min', '4 h'..."
    )
    because = models.JSONField(default=list, blank=True, help_text="[start, end, weight] of what told")
    private = models.JSONField(default=list, blank=True, help_text="[start, end, kind] of personal data")

    objects = ScopedManager(shop="shop")

    @property
    def since(self) -> datetime:
        """Since when it says what it says: an edit that makes it graver says it anew."""
        return self.raised_at or self.at

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["account", "remote_id"], name="a_message_is_kept_once"),
            models.UniqueConstraint(
                fields=["shop", "remote_id"],
                condition=Q(account=None),
                name="a_message_without_account_is_kept_once",
            ),
            models.CheckConstraint(condition=~Q(remote_id=""), name="a_message_has_a_name"),
        ]
        indexes = [models.Index(fields=["conversation", "at", "id"], name="message_in_its_place")]


class Wording(models.Model):
    """What a message said before it was edited."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="wordings")
    text = models.TextField()
    rating = models.PositiveSmallIntegerField(null=True, blank=True, help_text="the stars beside these words")
    since_at = models.DateTimeField(default=timezone.now, help_text="when it was said or changed to this")
    until_at = models.DateTimeField(help_text="when it was changed")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["until_at", "since_at", "pk"]


class Turn(models.Model):
    """A move of a conversation: who did what, when. Written in the transaction that moves it."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    event = models.CharField(max_length=30)
    from_state = models.CharField(max_length=10, blank=True, default="")
    to_state = models.CharField(max_length=10)
    at = models.DateTimeField()
    member = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    why = models.CharField(max_length=500, blank=True, default="")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["at", "pk"]
