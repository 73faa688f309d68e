"""What we know already of the events of a batch, read in a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q

from toonbank.channels.base import Incoming
from toonbank.conversations.arrivals import Early
from toonbank.conversations.events import read_event
from toonbank.conversations.meeting import Meeting, speaker_of
from toonbank.conversations.models import Conversation, Message, Wording
from toonbank.conversations.versions import Versions
from toonbank.posts.models import Delivery

Place = tuple[int | None, str]
Thread = tuple[int | None, str, str]


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


@dataclass
class Known:
    """Messages, conversations, people and our own posts, by how the network calls them."""

    shop_id: int
    messages: dict[Place, Message] = field(default_factory=dict)
    threads: dict[Thread, Conversation] = field(default_factory=dict)
    by_pk: dict[int, Conversation] = field(default_factory=dict)
    sent: dict[Place, Delivery] = field(default_factory=dict)
    early: dict[Place, list[Heard]] = field(default_factory=dict)
    versions: Versions = field(default_factory=Versions)

    def __post_init__(self) -> None:
        self.people = Meeting(self.shop_id)

    def load(self, heard: list[Heard]) -> None:
        """Read all rows that these events, and what waits for them, are about."""
        everything = [*heard, *self._load_early(heard)]
        names = {one.event.remote_id for one in everything}
        names |= {one.event.answers for one in everything if one.is_ours_in_public and one.event.answers}
        accounts = {one.account for one in everything}
        self._load_messages(accounts, names)
        self._load_conversations(accounts, {one.thread for one in everything})
        self._load_sent(names | {one.thread[1] for one in everything})
        self.people.load({(one.kind, speaker_of(one.event)) for one in everything if not one.event.is_own})

    def _load_early(self, heard: list[Heard]) -> list[Heard]:
        """What came before its time and waits for one of these, and what waits for that in turn."""
        found: list[Heard] = []
        seen: set[int] = set()
        names = {one.event.remote_id for one in heard}
        while names:
            rows = Early.objects.filter(shop_id=self.shop_id, awaits__in=names).select_related("account")
            fresh = [row for row in rows.order_by("pk") if row.pk not in seen]
            seen |= {row.pk for row in fresh}
            for row in fresh:
                one = _heard_early(row)
                self.early.setdefault((row.account_id, row.awaits), []).append(one)
                found.append(one)
            names = {_heard_early(row).event.remote_id for row in fresh}
        return found

    def _load_messages(self, accounts: set[int | None], names: set[str]) -> None:
        for where in self._where(accounts):
            for one in Message.objects.filter(where, remote_id__in=names):
                self.messages[one.account_id, one.remote_id] = one
        touched = [one.pk for one in self.messages.values()]
        if touched:
            self.versions.load(Wording.objects.filter(message_id__in=touched))

    def _load_conversations(self, accounts: set[int | None], threads: set[Thread]) -> None:
        # Locked, for persons may move them at the same time.
        mine = Conversation.objects.select_for_update().filter(shop_id=self.shop_id)
        roots, speakers = {one[1] for one in threads}, {one[2] for one in threads}
        found = [
            mine.filter(where, thread__in=roots, speaker__in=speakers) for where in self._where(accounts)
        ]
        rows = [one for part in found for one in part]
        rest = {one.conversation_id for one in self.messages.values()} - {one.pk for one in rows}
        rows += list(mine.filter(pk__in=rest)) if rest else []
        for one in rows:
            self.threads[one.account_id, one.thread, one.speaker] = one
            self.by_pk[one.pk] = one

    def _where(self, accounts: set[int | None]) -> list[Q]:
        """Apart, for with and without account they are found by other indices."""
        named = {one for one in accounts if one is not None}
        with_account = [Q(account_id__in=named)] if named else []
        return [*with_account, *([Q(shop_id=self.shop_id, account=None)] if None in accounts else [])]

    def _load_sent(self, names: set[str]) -> None:
        """Our own posts: a thread may hang below one, and the network tells us our own answers again."""
        mine = Delivery.objects.filter(shop_id=self.shop_id, remote_id__in=names).select_related("post")
        for one in mine.only("account_id", "remote_id", "post__kind"):
            self.sent[one.account_id, one.remote_id] = one


def _heard_early(row: Early) -> Heard:
    kind = row.account.kind if row.account else str(row.body.get("kind", "told"))
    return Heard(read_event(row.body), row.account_id, kind, row.came_at, row.body, row.pk)
