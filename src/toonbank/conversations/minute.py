"""One-minute mode: one who waits at a time, the serious first, and a calm count of what was done."""

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from toonbank.conversations.models import Conversation, ConversationSet
from toonbank.conversations.papers import Writing
from toonbank.shops.models import Member

LASTS = timedelta(hours=4)
MOST_COUNTED = 100
MOST_SKIPPED = 200


@dataclass(frozen=True)
class Round:
    """One sitting of one member: when it began, which is on the table, how many are done, and which were skipped."""

    began_at: datetime
    last_at: datetime
    here: int = 0
    done: int = 0
    skipped: list[int] = field(default_factory=list)

    @classmethod
    def kept(cls, stored: Any, now: datetime) -> "Round":  # as the session has it
        """The round that was going on; a new one when there was none, or when it lay still too long."""
        try:
            moments = {name: datetime.fromisoformat(stored[name]) for name in ("began_at", "last_at")}
            going_on = cls(**(stored | moments))
        except (TypeError, KeyError, ValueError):
            return cls(now, now)
        return going_on if now - going_on.last_at < LASTS else cls(now, now)

    def to_keep(self) -> dict[str, Any]:
        """For the session."""
        return asdict(self) | {"began_at": self.began_at.isoformat(), "last_at": self.last_at.isoformat()}

    def skip(self, pk: int, now: datetime) -> "Round":
        """This one later."""
        return replace(self, here=0, last_at=now, skipped=[*self.skipped, pk][-MOST_SKIPPED:])

    def again(self, now: datetime) -> "Round":
        """Those that were skipped come back."""
        return replace(self, here=0, last_at=now, skipped=[])

    def turn_to(self, pk: int, now: datetime) -> "Round":
        """This one lies on the table now. Was another there that waits no longer, then it is done."""
        if pk == self.here:
            return self
        return replace(self, here=pk, last_at=now, done=self.done + (1 if self.here else 0))


def open_to(member: Member, now: datetime) -> ConversationSet:
    """What waits for an answer and is not with a colleague who is here, nor being answered by one at this moment."""
    busy = Writing.objects.filter(conversation=OuterRef("pk"), until_at__gt=now).exclude(member=member)
    rows = Conversation.objects.waiting().awake(now).filter(due_at__isnull=False)
    free = Q(assignee=None) | Q(assignee=member) | Q(assignee__left_at__isnull=False)
    return rows.filter(free).exclude(Exists(busy))


def next_of(round_: Round, member: Member, now: datetime) -> int:
    """The one on the table while it waits, else the first in turn that was not skipped; 0 when there is none."""
    rows = open_to(member, now).exclude(pk__in=round_.skipped)
    if round_.here and rows.filter(pk=round_.here).exists():
        return round_.here
    return rows.in_turn().values_list("pk", flat=True).first() or 0


def to_go(round_: Round, member: Member, now: datetime) -> int:
    """How many there are to go, with the one on the table; no more than a hundred are counted."""
    return open_to(member, now).exclude(pk__in=round_.skipped)[:MOST_COUNTED].count()
