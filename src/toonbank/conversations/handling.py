"""What colleagues do with a conversation besides answering: take it, snooze it, lay it aside, settle it, take it up again.

None of it says a word to anybody outside the shop. Only one of these deeds is done to many at once: laying spam aside.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.conversations.cases import UNANSWERED, case_of, is_complaint
from toonbank.conversations.models import WAITING, Conversation
from toonbank.conversations.moves import move_conversation, note_turn
from toonbank.conversations.working_out import work_out_anew
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.shops.models import Member

LONGEST_SNOOZE = timedelta(days=366)
MOST_AT_ONCE = 100
_OUT_OF_THE_ROW: dict[str, Any] = {"due_at": None, "heard_at": None, "snoozed_until": None}


class NotJudged(BadInput):
    """A complaint cannot be settled before somebody wrote down whether the customer is right."""


def assign(conversation: Conversation, to: Member | None, *, by: Member, now: datetime) -> Conversation:
    """Give it to a colleague who is still here and may answer; None gives it back to everybody."""
    must_answer(by)
    if to is not None and (to.shop_id != conversation.shop_id or not to.may("answer")):
        raise BadInput(
            _("%(name)s cannot answer here. Choose somebody who works at the counter.") % {"name": to}
        )
    if conversation.assignee_id == (to.pk if to else None):
        return conversation
    event, why = ("assign", str(to)) if to else ("unassign", "")
    return _change(conversation, event, by, now, why=why, assignee=to)


def snooze(conversation: Conversation, member: Member, *, until: datetime, now: datetime) -> Conversation:
    """Let it come back at `until`, or as soon as they write again. What was promised to the customer does not move."""
    must_answer(member)
    if conversation.state not in WAITING:
        raise BadInput(_("Nobody waits for an answer here, so there is nothing to snooze."))
    if until <= now:
        raise BadInput(_("Choose a moment that is still to come."))
    if until > now + LONGEST_SNOOZE:
        raise BadInput(_("Choose a moment within a year."))
    return _change(conversation, "snooze", member, now, why=until.isoformat(), snoozed_until=until)


def wake(conversation: Conversation, member: Member, *, now: datetime) -> Conversation:
    """Put it back in the row at once."""
    must_answer(member)
    if conversation.snoozed_until is None:
        return conversation
    return _change(conversation, "wake", member, now, snoozed_until=None)


def set_aside(conversation: Conversation, member: Member, *, now: datetime) -> Conversation:
    """Spam, or abuse that asks for nothing: out of the row, and kept. A complaint is never spam to get rid of it."""
    must_answer(member)
    if is_complaint(conversation.label):
        raise BadInput(
            _("This is a complaint. Is it spam after all, give it that label first; then lay it aside.")
        )
    if has_open_case(conversation):
        raise BadInput(_("The case of a complaint is still open here. Close it first; then lay this aside."))
    return move_conversation(conversation, "set_aside", at=now, member=member, why="spam", **_OUT_OF_THE_ROW)


def has_open_case(conversation: Conversation) -> bool:
    """Whether the case of a complaint still asks something here."""
    case = case_of(conversation)
    return case is not None and case.is_open


def set_many_aside(
    conversations: Iterable[Conversation], member: Member, *, now: datetime
) -> list[Conversation]:
    """Lay these aside, each with its own line in its story; those that are no spam or moved meanwhile stay. What was laid aside."""
    must_answer(member)
    done = []
    for one in list(conversations)[:MOST_AT_ONCE]:
        if one.label != "spam-abuse" or one.state not in WAITING:
            continue
        try:
            done.append(set_aside(one, member, now=now))
        except (BadInput, Overtaken):
            continue
    return done


def settle(conversation: Conversation, member: Member, *, now: datetime) -> Conversation:
    """Nothing more is to be done. A complaint first needs its case: judged and answered, or closed with a reason.

    NotJudged when that is not so; LifecycleError when it does not wait for anything.
    """
    must_answer(member)
    if comes_first(conversation):
        raise NotJudged(
            _(
                "First record whether the customer is right, and what was done. A complaint is not closed before."
            )
        )
    return move_conversation(conversation, "settle", at=now, member=member, **_OUT_OF_THE_ROW)


def comes_first(conversation: Conversation) -> str:
    """What its case needs before this can be settled, in one line; "" when nothing does."""
    case = case_of(conversation)
    if case is None and not is_complaint(conversation.label):
        return ""
    state = case.state if case else "new"
    if state not in UNANSWERED:
        return ""
    if state != "solving":
        return _("Before you settle: write down whether the customer is right.")
    if case and case.outcome:
        return _("Before you settle: tell how it ended, and choose that answer in the case.")
    return _("Before you settle: put it right, and write down what was done.")


def reopen(conversation: Conversation, member: Member, *, now: datetime) -> Conversation:
    """Undo that it was settled or laid aside: it stands where it stood. `casework.take_up_again` opens its case too."""
    must_answer(member)
    with transaction.atomic():
        move_conversation(conversation, "reopen", at=now, member=member)
        work_out_anew(conversation.shop, [conversation.pk])
    conversation.refresh_from_db()
    return conversation


def must_answer(member: Member) -> None:
    """NotAllowed for who only looks."""
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not handle. Ask the owner of the shop."))


def _change(
    conversation: Conversation, event: str, member: Member, now: datetime, *, why: str = "", **fields: Any
) -> Conversation:
    """Fields that are no state: only as long as nobody moved it, with a line in its story."""
    as_seen = Conversation.objects.filter(pk=conversation.pk, state=conversation.state)
    with transaction.atomic():
        if not as_seen.update(**fields):
            raise Overtaken(f"conversation {conversation.pk} was no longer {conversation.state}")
        note_turn(conversation, event, conversation.state, at=now, member=member, why=why)
    for name, value in fields.items():
        setattr(conversation, name, value)
    return conversation
