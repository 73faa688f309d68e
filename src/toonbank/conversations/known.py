"""What we know already of the events of a batch, read in a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q

from toonbank.channels.base import Incoming
from toonbank.conversations.arrivals import Early
from toonbank.conversations.events import read_event
from toonbank.conversations.forgotten import forgotten_among
from toonbank.conversations.meeting import Meeting, speaker_of
from toonbank.conversations.models import Conversation, Message, Wording
from toonbank.conversations.versions import Versions
from toonbank.posts.models import Delivery

Place = tuple[int | None, str]
Thread = tuple[int | None, str, str]
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
        everything = [*heard, *self._load_early(heard)]
        names = {one.event.remote_id for one in everything}
        names |= {one.event.answers for one in everything if one.is_ours_in_public and one.event.answers}
        accounts = {one.account for one in everything}
        self.forgotten = forgotten_among({(account, name) for account in accounts for name in names})
        self._load_messages(accounts, names)
        self._load_conversations(accounts, {one.thread for one in everything})
        self._load_sent(accounts, names | {one.thread[1] for one in everything})
        self.people.load({(one.kind, speaker_of(one.event)) for one in everything if not one.event.is_own})

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

    def _load_messages(self, accounts: set[int | None], names: set[str]) -> None:
        for where in self._where(accounts):
            # First their keys alone: most of what comes in is new, and asking for whole rows costs twice as much.
            there = Message.objects.filter(where, remote_id__in=names).order_by()
            keys = list(there.values_list("pk", flat=True))
            for one in Message.objects.filter(pk__in=keys) if keys else ():
                self.messages[one.account_id, one.remote_id] = one
        touched = [one.pk for one in self.messages.values()]
        if touched:
            self.versions.load(Wording.objects.filter(message_id__in=touched))

    def _load_conversations(self, accounts: set[int | None], threads: set[Thread]) -> None:
        roots, speakers = {one[1] for one in threads}, {one[2] for one in threads}
        keys = {one.conversation_id for one in self.messages.values()}
        for where in self._where(accounts):
            there = Conversation.objects.filter(where, thread__in=roots, speaker__in=speakers)
            keys.update(there.values_list("pk", flat=True))
        # Locked, for persons may move them at the same time.
        for one in Conversation.objects.select_for_update().filter(pk__in=keys) if keys else ():
            self.threads[one.account_id, one.thread, one.speaker] = one
            self.by_pk[one.pk] = one

    def _where(self, accounts: set[int | None]) -> list[Q]:
        """Apart, for with and without account they are found by other indices."""
        named = {one for one in accounts if one is not None}
        with_account = [Q(account_id__in=named)] if named else []
        return [*with_account, *([Q(shop_id=self.shop_id, account=None)] if None in accounts else [])]

    def _load_sent(self, accounts: set[int | None], names: set[str]) -> None:
        """Our own posts: a thread may hang below one, and the network tells us our own answers again."""
        there = Delivery.objects.filter(account__in=accounts - {None}, remote_id__in=names).order_by()
        columns = ("account_id", "remote_id", "post_id", "post__kind")
        for account, name, post, kind in there.values_list(*columns):
            self.sent[account, name] = Sent(post, kind)


def _heard_early(row: tuple[Any, ...]) -> tuple[str, Heard]:  # Any: columns as the database gives them
    """What it awaits, and what was heard."""
    pk, account, kind, awaits, body, came_at = row
    kind = kind or str(body.get("kind", "told"))
    return awaits, Heard(read_event(body), account, kind, came_at, body, pk)
