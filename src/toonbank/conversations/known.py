"""What we know already of the events of a batch, read in a fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import IntegerField, Model, QuerySet, Value

from toonbank.channels.base import Incoming
from toonbank.conversations.arrivals import Early, Forgotten
from toonbank.conversations.events import read_event
from toonbank.conversations.forgotten import forgotten_among, mark_of
from toonbank.conversations.meeting import Meeting, speaker_of
from toonbank.conversations.models import Conversation, Message, Wording
from toonbank.conversations.versions import Versions
from toonbank.posts.models import Delivery

Place = tuple[int | None, str]
Thread = tuple[int | None, str, str]
_SORTS = (Early, Forgotten, Message, Conversation, Delivery)
Keys = QuerySet[Any, tuple[int, int]]
_EARLY = ("pk", "account_id", "account__kind", "awaits", "body", "came_at")


class Heard(NamedTuple):
    """An event, on which account (None for what was told us otherwise), where its people are known from, and when it came.

    `early` is the row in which it waited, None when it comes now.
    """

    event: Incoming
    account: int | None
    kind: str
    came_at: datetime
    body: dict[str, Any]
    early: int | None = None

    @property
    def place(self) -> Place:
        """Where its message is found."""
        return self.account, self.event.remote_id

    @property
    def thread(self) -> Thread:
        """Where its conversation is found. In public each speaker has their own."""
        speaker = speaker_of(self.event)[:300] if self.event.is_public else ""
        return self.account, self.event.thread or self.event.remote_id, speaker

    @property
    def is_ours_in_public(self) -> bool:
        """Our own words in public belong to what they answer."""
        return self.event.is_own and self.event.is_public


class Sent(NamedTuple):
    """A post of ours that the network has: its number and its kind."""

    post: int
    kind: str


@dataclass
class Known:
    """Messages, conversations, people and our own posts, by how the network calls them."""

    shop_id: int
    messages: dict[Place, Message] = field(default_factory=dict)
    threads: dict[Thread, Conversation] = field(default_factory=dict)
    by_pk: dict[int, Conversation] = field(default_factory=dict)
    sent: dict[Place, Sent] = field(default_factory=dict)
    early: dict[Place, list[Heard]] = field(default_factory=dict)
    forgotten: set[Place] = field(default_factory=set)
    versions: Versions = field(default_factory=Versions)

    def __post_init__(self) -> None:
        self.people = Meeting(self.shop_id)

    def load(self, heard: list[Heard]) -> None:
        """Read all rows that these events, and what waits for them, are about."""
        there = _there(heard)
        if there[Early]:
            heard = [*heard, *self._load_early(heard)]
            there = _there(heard)
        if there[Forgotten]:
            self.forgotten = forgotten_among(_places(heard))
        self._load_messages(there[Message])
        self._load_conversations(there[Conversation])
        self._load_sent(there[Delivery])
        self.people.load({(one.kind, speaker_of(one.event)) for one in heard if not one.event.is_own})

    def _load_early(self, heard: list[Heard]) -> list[Heard]:
        """What came before its time and waits for one of these, and what waits for that in turn."""
        found: list[Heard] = []
        seen: set[int | None] = set()
        names = {one.event.remote_id for one in heard}
        while names:
            rows = Early.objects.filter(awaits__in=names).order_by("pk")
            names = set()
            for awaits, one in map(_heard_early, rows.values_list(*_EARLY)):
                if one.early not in seen:
                    self.early.setdefault((one.account, awaits), []).append(one)
                    seen.add(one.early)
                    names.add(one.event.remote_id)
                    found.append(one)
        return found

    def _load_messages(self, keys: list[int]) -> None:
        if keys:
            for one in Message.objects.filter(pk__in=keys):
                self.messages[one.account_id, one.remote_id] = one
            self.versions.load(Wording.objects.filter(message_id__in=keys))

    def _load_conversations(self, found: list[int]) -> None:
        keys = {*found, *(one.conversation_id for one in self.messages.values())}
        # Locked, for persons may move them at the same time.
        for one in Conversation.objects.select_for_update().filter(pk__in=keys) if keys else ():
            self.threads[one.account_id, one.thread, one.speaker] = one
            self.by_pk[one.pk] = one

    def _load_sent(self, keys: list[int]) -> None:
        """Our own posts: a thread may hang below one, and the network tells us our own answers again."""
        columns = ("account_id", "remote_id", "post_id", "post__kind")
        found = Delivery.objects.filter(pk__in=keys).order_by().values_list(*columns) if keys else ()
        for account, name, post, kind in found:
            self.sent[account, name] = Sent(post, kind)


def _there(heard: list[Heard]) -> dict[type[Model], list[int]]:
    """The keys of the rows that are there already, by their sort: one question, for most of what comes in is new."""
    found: dict[type[Model], list[int]] = {sort: [] for sort in _SORTS}
    first, *others = _questions(heard)
    for sort, key in first.union(*others, all=True):
        found[_SORTS[sort]].append(key)
    return found


def _questions(heard: list[Heard]) -> Iterator[Keys]:
    places, roots = _places(heard), {one.thread[1] for one in heard}
    names = {name for _, name in places}
    speakers = {one.thread[2] for one in heard}
    yield _keys(Early, awaits__in={one.event.remote_id for one in heard})
    yield _keys(Forgotten, mark__in=set(map(mark_of, places)))
    accounts = {one.account for one in heard}
    # Apart, for with and without account they are found by other indices.
    if None in accounts:
        yield _keys(Message, account=None, remote_id__in=names)
        yield _keys(Conversation, account=None, thread__in=roots, speaker__in=speakers)
    if accounts := accounts - {None}:
        yield _keys(Message, account_id__in=accounts, remote_id__in=names)
        yield _keys(Conversation, account_id__in=accounts, thread__in=roots, speaker__in=speakers)
        yield _keys(Delivery, account_id__in=accounts, remote_id__in=names | roots)


def _keys(sort: Any, **asked: Any) -> Keys:  # a model, which has no common type with its `objects`
    rows = sort.objects.filter(**asked).order_by()
    found: Keys = rows.annotate(row_of=Value(_SORTS.index(sort), IntegerField())).values_list("row_of", "pk")
    return found


def _places(heard: list[Heard]) -> set[Place]:
    """Where these messages are found, and those that we answer."""
    answers = ((one.account, one.event.answers) for one in heard if one.is_ours_in_public)
    return {one.place for one in heard} | {place for place in answers if place[1]}


def _heard_early(row: tuple[Any, ...]) -> tuple[str, Heard]:  # Any: columns as the database gives them
    """What it awaits, and what was heard."""
    pk, account, kind, awaits, body, came_at = row
    kind = kind or str(body.get("kind", "told"))
    return awaits, Heard(read_event(body), account, kind, came_at, body, pk)
