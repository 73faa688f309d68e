"""The handles on the page of one conversation: which deeds are possible, for whom, until when."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from toonbank.conversations.cases import is_complaint
from toonbank.conversations.handling import comes_first, has_open_case
from toonbank.conversations.models import WAITING, Conversation
from toonbank.conversations.moves import DONE_WITH
from toonbank.conversations.snoozing import Choice, choices
from toonbank.shops.models import Member
from toonbank.shops.opening_hours import hours_of


@dataclass(frozen=True)
class Handling:
    """What `_handling.html` shows; `first` stands in the place of settling while a complaint still asks for something."""

    pk: int
    me: int
    assignee: Member | None
    snoozed_until: datetime | None
    can_settle: bool
    can_reopen: bool
    can_set_aside: bool
    snoozes: list[Choice] = field(default_factory=list)
    colleagues: Sequence[Member] = ()
    first: str = ""

    @property
    def is_mine(self) -> bool:
        """Whether this member has it."""
        return self.assignee is not None and self.assignee.pk == self.me


def handling_of(
    conversation: Conversation, member: Member, colleagues: Sequence[Member], now: datetime
) -> Handling | None:
    """The handles for this member; None for who only looks. `colleagues` are those who are here, read with their person."""
    if not member.may("answer"):
        return None
    waits = conversation.state in WAITING
    is_asleep = waits and conversation.snoozed_until is not None and conversation.snoozed_until > now
    may_settle = waits or conversation.state == "theirs"
    first = comes_first(conversation) if may_settle else ""
    return Handling(
        conversation.pk,
        member.pk,
        conversation.assignee,
        conversation.snoozed_until if is_asleep else None,
        can_settle=may_settle and not first,
        can_reopen=conversation.state in DONE_WITH,
        can_set_aside=waits and not is_complaint(conversation.label) and not has_open_case(conversation),
        snoozes=choices(hours_of(conversation.shop), now) if waits else [],
        colleagues=[one for one in colleagues if one.pk != member.pk and one.may("answer")],
        first=first,
    )
