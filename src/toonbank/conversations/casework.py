"""What a person does with a complaint: look into it, judge, put it right, say so where others can see it, confirm, close."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from toonbank.conversations.casebook import Case, Cause, Solution, Verdict
from toonbank.conversations.cases import (
    COMPLAINTS,
    SAID_SOLVED,
    UNCLOSED,
    UNSAID,
    case_of,
    follow,
    was_taken_for_a_complaint,
)
from toonbank.conversations.endings import answers_that_end, asks_since
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.moves import DONE_WITH, move_case, move_conversation, note_turn
from toonbank.conversations.working_out import work_out_anew
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.shops.models import Member

LOOKED_INTO = ("solving", *SAID_SOLVED)
"""The states in which a verdict stands, and can be corrected."""
NOT_JUDGED = ("new", "acknowledged", "checking")


def judge_case(case: Case, member: Member, *, verdict: str, kernel: str, now: datetime) -> Case:
    """Write down whether the customer is right, and what is true in the complaint: there is always something.

    A verdict that is "unknown" keeps the case with who looks into it. Where a verdict stands already, this corrects it.
    """
    must_answer(member)
    if verdict not in Verdict.values:
        raise BadInput(_("Choose whether the customer is right."))
    kernel = kernel.strip()[:1000]
    is_known = verdict != Verdict.UNKNOWN
    if is_known and not kernel:
        raise BadInput(
            _(
                "Write down what is true in it. A complaint is never without any ground, also when it is not right."
            )
        )
    changes = {"verdict": verdict, "kernel": kernel}
    with transaction.atomic():
        if case.state in LOOKED_INTO and is_known:
            _correct(case, member, now, **changes)
        else:
            _look_into(case, member, now)
            if is_known:
                move_case(case, "judge", at=now, member=member, why=verdict, **changes)
            else:
                _correct(case, member, now, **changes)
        _record(case, "case_judged", member, now, verdict=verdict)
    return case


def _look_into(case: Case, member: Member, now: datetime) -> None:
    if case.state in SAID_SOLVED:
        raise BadInput(_("The outcome was said already. Write down first that it is not solved after all."))
    if case.state != "checking":
        move_case(case, "check", at=now, member=member)


def solve_case(case: Case, member: Member, *, solution: str, outcome: str, now: datetime) -> Case:
    """Write down what puts it right and what was done. It can be corrected as long as the case is open."""
    must_answer(member)
    if case.state not in LOOKED_INTO:
        raise BadInput(_("Write down first whether the customer is right; then what puts it right."))
    if solution not in Solution.values:
        raise BadInput(_("Choose what puts it right."))
    if not outcome.strip():
        raise BadInput(_("Write down what was done, so that a colleague can tell the customer too."))
    event = "case corrected" if case.solved_at else "case solve"
    changes = {"solution": solution, "outcome": outcome.strip()[:1000], "solved_at": case.solved_at or now}
    return _correct(case, member, now, event=event, **changes)


def say_outcome(
    case: Case, member: Member, *, message: Message | None, line: str = "", now: datetime
) -> Case:
    """The outcome was said where the complaint stands: `message` is our answer that says it, `line` its words.

    Without a message it was said by voice, which only fits a complaint that nobody else can read. An answer from before it was
    put right seldom tells the end: then the line says in which words it did.
    """
    must_answer(member)
    if not case.outcome:
        raise BadInput(_("Write down first what was done; then where you said so."))
    _must_tell_the_end(case, message, line)
    line = (line.strip() or (message.text if message else ""))[:500]
    _must_be_said(case, message, line)
    with transaction.atomic():
        return move_case(
            case,
            "answer",
            at=now,
            member=member,
            closing_line=line,
            closing_message=message,
            acknowledged_at=case.acknowledged_at or now,
        )


def _must_tell_the_end(case: Case, message: Message | None, line: str) -> None:
    is_earlier = message is not None and case.solved_at is not None and message.at < case.solved_at
    if is_earlier and not line.strip():
        raise BadInput(
            _(
                "That answer is from before it was put right. Answer how it ended; or write in one line what it said about the end."
            )
        )


def _must_be_said(case: Case, message: Message | None, line: str) -> None:
    conversation = case.conversation
    if message is None and conversation.is_public:
        raise BadInput(_("Others read this complaint. Answer below it first, then choose that answer here."))
    if message is not None:
        is_here = message.conversation_id == conversation.pk and message.is_ours and not message.deleted_at
        if not is_here or (conversation.is_public and not message.is_public):
            raise BadInput(_("Choose an answer of ours that stands below this complaint."))
        if not answers_that_end(case).filter(pk=message.pk).exists():
            raise BadInput(
                _("They wrote, or it was taken up again, after that answer. Answer once more how it ended.")
            )
    if not line:
        raise BadInput(_("Write down what was said at the end, in one line."))


def confirm_case(case: Case, member: Member, *, how: str, now: datetime) -> Case:
    """The customer says that it is solved; `how` tells where they said so."""
    must_answer(member)
    if not how.strip():
        raise BadInput(_("Write down how the customer said that it is solved."))
    return move_case(
        case, "confirm", at=now, member=member, confirmed_how=how.strip()[:500], confirmed_at=now
    )


def object_to_case(case: Case, member: Member, *, why: str, now: datetime) -> Case:
    """It is not solved after all, or not said yet: what was said at the end no longer counts."""
    must_answer(member)
    if not why.strip():
        raise BadInput(_("Write down what is still not right."))
    return move_case(case, "object", at=now, member=member, why=why.strip(), **UNSAID)


def close_case(case: Case, member: Member, *, cause: str, now: datetime) -> Case:
    """Close what the customer confirmed, with the cause that the shop learns from.

    The conversation is done with too, unless they asked something since the answer that told how it ended.
    """
    must_answer(member)
    if cause not in Cause.values:
        raise BadInput(_("Choose what the complaint came from; the shop learns from it."))
    with transaction.atomic():
        move_case(case, "close", at=now, member=member, cause=cause, closed_at=now, closed_by=member)
        if not asks_since(case):
            _settle(case.conversation, member, now)
        _record(case, "case_closed", member, now, cause=cause, verdict=case.verdict, solution=case.solution)
    return case


def give_up_case(case: Case, member: Member, *, reason: str, cause: str = "", now: datetime) -> Case:
    """Close it although not every step was taken; only with the reason why."""
    must_answer(member)
    if not reason.strip():
        raise BadInput(
            _("Write down why it is closed like this. Without an answer or a reason no complaint is closed.")
        )
    changes: dict[str, Any] = {"reason": reason.strip()[:500], "closed_at": now, "closed_by": member}
    if cause in Cause.values:
        changes["cause"] = cause
    with transaction.atomic():
        move_case(case, "give_up", at=now, member=member, why=reason.strip(), **changes)
        _settle(case.conversation, member, now)
        _record(case, "case_given_up", member, now, cause=case.cause)
    return case


def leave_case(case: Case, member: Member, *, now: datetime) -> Case:
    """It was taken for a complaint and is none: the case stays in the story, counts nowhere and asks nothing.

    Only as long as nobody judged it, and no message in the conversation is still called a complaint. Call a message one again,
    or open the case again, and it is back.
    """
    must_answer(member)
    if case.state not in NOT_JUDGED:
        raise BadInput(
            _("Somebody judged this complaint already. Finish the case, or close it with a reason.")
        )
    if complaints_in(case.conversation).exists():
        raise BadInput(
            _("A message in this conversation is still called a complaint. Give it another label first.")
        )
    with transaction.atomic():
        move_case(case, "no_complaint", at=now, member=member)
        _record(case, "case_left", member, now)
    return case


def leave_case_if_none(conversation: Conversation, member: Member, *, now: datetime) -> None:
    """A person just said of a message that it is no complaint: where none is left, and nobody judged it, its case is left too."""
    case = case_of(conversation)
    may_leave = member.may("answer") and case is not None and case.state in NOT_JUDGED
    if case is not None and may_leave and not complaints_in(conversation).exists():
        leave_case(case, member, now=now)


def complaints_in(conversation: Conversation) -> QuerySet[Message]:
    """What they said here that is called a complaint, waiting or answered."""
    theirs = Message.objects.filter(conversation=conversation, is_ours=False, deleted_at=None)
    return theirs.filter(label__in=COMPLAINTS)


def reopen_case(case: Case, member: Member, *, why: str, now: datetime) -> Case:
    """Take it up again: what was found out stays, what was said at the end must be said anew."""
    must_answer(member)
    if not why.strip():
        raise BadInput(_("Write down why it is taken up again."))
    with transaction.atomic():
        if case.conversation.state in DONE_WITH:
            take_up_again(case.conversation, member, why=why.strip(), now=now)
            case.refresh_from_db()
        else:
            _reopen(case, member, why.strip(), now)
    return case


def take_up_again(
    conversation: Conversation, member: Member, *, why: str = "", now: datetime
) -> Conversation:
    """Back to us, standing where it stood, and its case with it: what was closed once is judged and answered anew.

    A case that closed because they deleted their complaint at the network stays closed: nobody can read it any more.
    """
    must_answer(member)
    with transaction.atomic():
        move_conversation(conversation, "reopen", at=now, member=member)
        work_out_anew(conversation.shop, [conversation.pk])
        case = case_of(conversation)
        if case is not None and case.state == "closed" and case.closed_by_id is not None:
            _reopen(case, member, why, now)
        conversation.refresh_from_db()
        if was_taken_for_a_complaint(conversation):
            follow([conversation], now=now)
    return conversation


def _reopen(case: Case, member: Member, why: str, now: datetime) -> None:
    move_case(case, "reopen", at=now, member=member, why=why, reopened=case.reopened + 1, **UNCLOSED)
    _record(case, "case_reopened", member, now)


def set_cause(case: Case, member: Member, *, cause: str, now: datetime) -> Case:
    """What it came from, also before or after it is closed: a cause is corrected when it was another one."""
    must_answer(member)
    if cause not in Cause.values:
        raise BadInput(_("Choose what the complaint came from; the shop learns from it."))
    return _correct(case, member, now, cause=cause)


def _correct(
    case: Case, member: Member, now: datetime, *, event: str = "case corrected", **changes: Any
) -> Case:  # fields of a case
    """Change what is written, not the state: only as long as nobody moved it."""
    with transaction.atomic():
        if not Case.objects.filter(pk=case.pk, state=case.state).update(**changes):
            raise Overtaken(f"case {case.pk} was no longer {case.state}")
        note_turn(case.conversation, event, case.conversation.state, at=now, member=member)
    for name, value in changes.items():
        setattr(case, name, value)
    return case


def _settle(conversation: Conversation, member: Member, now: datetime) -> None:
    if conversation.state in ("new", "ours", "theirs"):
        move_conversation(
            conversation, "settle", at=now, member=member, due_at=None, heard_at=None, snoozed_until=None
        )


def _record(case: Case, kind: str, member: Member, now: datetime, **told: str) -> None:
    """In the ledger without a person's words: a hash shows later that they were these."""
    words = "\n".join((case.kernel, case.outcome, case.closing_line, case.reason))
    payload = {"by": member.pk, "conversation": case.conversation_id} | told
    payload["hash"] = sha256(words.encode()).hexdigest()
    record(case.shop, kind, f"case:{case.pk}", payload, at=now)


def must_answer(member: Member) -> None:
    """NotAllowed for who only looks."""
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not answer. Ask the owner of the shop."))
