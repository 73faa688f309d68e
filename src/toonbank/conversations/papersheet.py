"""The papers on the counter, for colleagues alone: who writes, notes, whom one may call, what may be undone."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.talking import Talk
from toonbank.conversations.undoing import offered
from toonbank.conversations.writing import Hold, colleagues_and_hold, hold_of, mark_of
from toonbank.shops.desk import DeskRequest
from toonbank.shops.models import Member


def papers_of(request: DeskRequest, conversation: Conversation, talk: Talk, now: datetime) -> dict[str, Any]:
    """What `_papers.html` shows, in one query."""
    colleagues, hold = colleagues_and_hold(conversation, request.member, now)
    for one in (request.member, *colleagues):
        if one.pk == conversation.assignee_id:
            conversation.assignee = one
    return {
        "hold": hold,
        "watch": Watch(conversation, hold, talk.newest, talk.newest),
        "colleagues": colleagues[:60],
        "undo": offered(request, "note", "label", "answer"),
    }


class Watch:
    """What the page keeps an eye on while somebody reads or writes: who else does, and what came meanwhile.

    `held` marks the words that this window last knew to be kept; `is_twice` when another window of the same person kept others.
    """

    def __init__(
        self, conversation: Conversation, hold: Hold, seen: int, newest: int, *, held: str = ""
    ) -> None:
        self.conversation, self.hold, self.seen, self.newest = conversation, hold, seen, newest
        self.held, self.is_twice = held or mark_of(hold.words), hold.is_newer_than(held)
        self.came: list[Message] = []

    @property
    def token(self) -> str:
        """What the page shows now; another token means that something changed."""
        writers = [one.member_id for one in self.hold.others]
        said = repr((writers, self.hold.is_of_another, self.newest, self.conversation.state, self.is_twice))
        return sha256(said.encode()).hexdigest()[:16]


def watch_of(
    conversation: Conversation, member: Member, seen: int, now: datetime, *, held: str = ""
) -> Watch:
    """The same, with what came after message `seen`, for a window that knew the words with mark `held`."""
    hold = hold_of(conversation, member, now)
    last = conversation.messages.filter(pk=seen).values_list("at", "pk").first()
    rows = conversation.messages.select_related("member__person", "identity").order_by("-at", "-pk")
    came = [one for one in rows[:5] if (last is None or (one.at, one.pk) > last) and one.deleted_at is None]
    watch = Watch(conversation, hold, seen, came[0].pk if came else seen, held=held)
    watch.came = came[::-1]
    return watch
