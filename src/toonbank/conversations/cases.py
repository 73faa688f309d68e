"""The case of a complaint: it begins with the complaint itself, follows what the customer writes, and is known to the rules."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from toonbank.conversations.casebook import NO_COMPLAINT, Case, Verdict
from toonbank.conversations.models import WAITING, Conversation, Message, Turn
from toonbank.conversations.moves import acknowledge_together, move_case, note_turn
from toonbank.conversations.standing import Complaint
from toonbank.etiquette.facts import Case as CaseFacts
from toonbank.posts.models import Post
from toonbank.shops.models import Member
from toonbank.triage.labels import GRAVE

COMPLAINTS = tuple(label for label in GRAVE if label != "legal-press")
"""The labels that open a case by themselves: danger and the four levels of complaint."""
OF_LATE = timedelta(days=30)
"""What was answered longer ago, in an archive that is read in, is left in peace."""
SAID_SOLVED = ("answered", "confirmed")
UNANSWERED = ("new", "acknowledged", "checking", "solving")
UNSAID: dict[str, Any] = {
    "closing_line": "",
    "closing_message": None,
    "confirmed_how": "",
    "solved_at": None,
    "confirmed_at": None,
}
"""What no longer holds once the customer objects: what was said at the end, and the yes to it."""
UNCLOSED: dict[str, Any] = UNSAID | {"closed_at": None, "closed_by": None, "reason": ""}


def is_complaint(label: str) -> bool:
    """Whether a message with this label begins a case: in doubt, the higher level is taken, so the label is enough."""
    return label in COMPLAINTS


def case_of(conversation: Conversation) -> Case | None:
    """The case of this conversation; None when there is none, or none any more. No query when it was read along."""
    case = _any_case_of(conversation)
    return None if case is None or case.state == NO_COMPLAINT else case


def was_taken_for_a_complaint(conversation: Conversation) -> bool:
    """Whether it had a case, of which a person said that it was no complaint. No query when it was read along."""
    case = _any_case_of(conversation)
    return case is not None and case.state == NO_COMPLAINT


def _any_case_of(conversation: Conversation) -> Case | None:
    try:
        return conversation.case
    except Case.DoesNotExist:
        return None


def open_case(conversation: Conversation, *, now: datetime, member: Member | None = None) -> Case:
    """Begin a case, or give the one that is there: a row in our books, not a word to anybody. One that was none is one again."""
    began = conversation.heard_at or conversation.began_at
    with transaction.atomic():
        case, is_new = Case.objects.get_or_create(
            conversation=conversation, defaults={"shop_id": conversation.shop_id, "opened_at": began}
        )
        if is_new:
            note_turn(conversation, "case open", conversation.state, at=now, member=member)
        conversation.case = case
        if case.state == NO_COMPLAINT:
            case.conversation = conversation
            _complain_again(case, Complaint(case.opened_at, case.acknowledged_at), now, member)
    return case


def follow(
    conversations: Iterable[Conversation],
    *,
    now: datetime,
    begun: Collection[int] = (),
    heard: Mapping[int, Complaint] | None = None,
) -> int:
    """Let the cases follow what came in; how many were begun. Call it after a batch, with its conversations as they stand.

    Every complaint of late has a case. One that waits takes its own up again when the customer objects to what was said at the
    end or complains after it was closed. An answer that was given in the network's own app counts as the first answer.
    `begun` are conversations that began just now, and so have no case yet; `heard`, what the messages say of a complaint where
    they were read, else the columns of the conversation tell.
    """
    there = {one.pk: one for one in conversations}
    told = {pk: _as_it_stands(one) for pk, one in there.items()} | dict(heard or {})
    older = there.keys() - set(begun)
    known = Case.objects.filter(conversation__in=older) if older else ()
    cases = {case.conversation_id: case for case in known}
    late = {pk for pk, one in (heard or {}).items() if one.opened_at >= now - OF_LATE}
    answered, taken_back = [], []
    for pk, case in cases.items():
        case.conversation = there[pk]
        if case.state == NO_COMPLAINT:
            if _needs_case(there[pk], pk in late, now):
                _complain_again(case, told[pk], now)
        elif case.state == "new" and there[pk].state == "aside":
            taken_back.append(case)
        elif case.state == "new" and told[pk].answered_at is not None:
            case.opened_at, case.acknowledged_at = told[pk]
            answered.append(case)
        else:
            _follow(case, told[pk], now)
    if answered:
        acknowledge_together(answered)
    if taken_back:
        _take_back(taken_back, now)
    fresh = [one for pk, one in there.items() if pk not in cases and _needs_case(one, pk in late, now)]
    return _begin([_case_of_late(one, told[one.pk]) for one in fresh], now)


def _as_it_stands(one: Conversation) -> Complaint:
    """What its columns say: since when they wait, and when we first answered unless that was before they complained."""
    opened_at = one.heard_at or one.began_at
    is_since = one.answered_at is not None and one.answered_at >= opened_at
    return Complaint(opened_at, one.answered_at if is_since else None)


def _waits_with_complaint(conversation: Conversation) -> bool:
    return conversation.state in WAITING and is_complaint(conversation.label)


def _needs_case(conversation: Conversation, complains: bool, now: datetime) -> bool:
    is_late = conversation.state == "theirs" and conversation.last_at >= now - OF_LATE
    is_there = complains or is_complaint(conversation.label)
    return is_there and (conversation.state in WAITING or is_late)


def _follow(case: Case, told: Complaint, now: datetime) -> None:
    if case.state in SAID_SOLVED and _waits_with_complaint(case.conversation):
        move_case(case, "object", at=now, **UNSAID)
    elif case.state == "closed" and _complains_again(case, told):
        move_case(case, "reopen", at=now, reopened=case.reopened + 1, **UNCLOSED)
    if case.state in UNANSWERED:
        _follow_moments(case, told)


def _complain_again(case: Case, told: Complaint, now: datetime, member: Member | None = None) -> None:
    """It was said to be no complaint, and is one after all, or another one came: what was found out stays."""
    opened_at = max(case.opened_at, told.opened_at)
    answers = [
        one for one in (case.acknowledged_at, told.answered_at) if one is not None and one >= opened_at
    ]
    acknowledged_at = min(answers, default=None)
    with transaction.atomic():
        move_case(
            case, "complain", at=now, member=member, opened_at=opened_at, acknowledged_at=acknowledged_at
        )
        if acknowledged_at is not None:
            move_case(case, "acknowledge", at=now)


def _complains_again(case: Case, told: Complaint) -> bool:
    """What waits is a complaint, or was one that we heard of together with its answer, after all before it was taken back."""
    if _waits_with_complaint(case.conversation):
        return True
    was_taken_back = case.closed_by_id is None
    return was_taken_back and told.answered_at is not None and is_complaint(case.conversation.label)


def _follow_moments(case: Case, told: Complaint) -> None:
    """An earlier complaint, or an earlier answer, may be heard of later; an answer in the network's own app at any step."""
    opened_at = min(case.opened_at, told.opened_at)
    moments = [one for one in (case.acknowledged_at, told.answered_at) if one is not None]
    acknowledged_at = min(moments, default=None)
    if (opened_at, acknowledged_at) != (case.opened_at, case.acknowledged_at):
        Case.objects.filter(pk=case.pk).update(opened_at=opened_at, acknowledged_at=acknowledged_at)


def _take_back(cases: list[Case], now: datetime) -> None:
    """Taken back before anybody looked into them: closed, with that on file. A complaint written anew opens its case again."""
    with translation.override(cases[0].shop.language):
        why = _("Deleted at the network by who wrote it, before anybody answered.")
    for case in cases:
        move_case(case, "give_up", at=now, why=why, reason=why, closed_at=now)


def _case_of_late(one: Conversation, told: Complaint) -> Case:
    return Case(
        shop_id=one.shop_id,
        conversation=one,
        opened_at=told.opened_at,
        state="acknowledged" if told.answered_at else "new",
        acknowledged_at=told.answered_at,
    )


def _begin(cases: list[Case], now: datetime) -> int:
    if not cases:
        return 0
    turns = [
        Turn(
            shop_id=one.shop_id,
            conversation=one.conversation,
            event="case open",
            from_state=one.conversation.state,
            to_state=one.conversation.state,
            at=now,
        )
        for one in cases
    ]
    with transaction.atomic():
        Case.objects.bulk_create(cases, ignore_conflicts=True)
        Turn.objects.bulk_create(turns)
    return len(cases)


def note_answer(conversation: Conversation, post: Post, *, now: datetime) -> Case | None:
    """A person answered: the complaint is acknowledged by its first answer that others can read, in private only where all is.

    Call it in the transaction in which the answer is said; the case, or None when there is none.
    """
    if conversation.is_public and post.is_private:
        return case_of(conversation)
    return note_answer_of(conversation, post.author, now=now)


def note_answer_of(conversation: Conversation, member: Member, *, now: datetime) -> Case | None:
    """The same, of an answer that was given as openly as they complained."""
    case = case_of(conversation)
    if case is None or case.acknowledged_at is not None:
        return case
    return _acknowledge(case, at=now, member=member)


def answer_is_gone(message: Message, *, now: datetime) -> None:
    """Words of ours did not arrive, or were taken down: they are no first answer and no end of a complaint any more."""
    case = Case.objects.filter(conversation_id=message.conversation_id).select_related("conversation").first()
    if case is None:
        return
    if case.closing_message_id == message.pk and case.state in SAID_SOLVED:
        move_case(case, "object", at=now, **UNSAID)
    said = Message.objects.filter(conversation=case.conversation, is_ours=True, deleted_at=None)
    if case.conversation.is_public:
        said = said.filter(is_public=True)
    if case.state in UNANSWERED and not said.exclude(pk=message.pk).filter(at__gte=case.opened_at).exists():
        Case.objects.filter(pk=case.pk, state=case.state).update(acknowledged_at=None)


def _acknowledge(case: Case, *, at: datetime, member: Member | None = None) -> Case:
    """Looked into before anybody answered, it goes on from where it is."""
    if case.state == "new":
        return move_case(case, "acknowledge", at=at, member=member, acknowledged_at=at)
    with transaction.atomic():
        Case.objects.filter(pk=case.pk, acknowledged_at=None).update(acknowledged_at=at)
        note_turn(case.conversation, "case acknowledge", case.conversation.state, at=at, member=member)
    case.acknowledged_at = at
    return case


def is_solved(case: Case) -> bool:
    """Whether it was put right, whoever knows of it yet; a case that was given up was not."""
    return case.solved_at is not None and not case.reason


def facts_of(conversation: Conversation) -> CaseFacts | None:
    """What the rules for replies may know of the case; None where there is no complaint."""
    case = case_of(conversation)
    if case is None:
        return CaseFacts(None, "", False, False) if is_complaint(conversation.label) else None
    verdict = case.verdict if case.verdict != Verdict.UNKNOWN else None
    said = bool(case.closing_line) if conversation.is_public else None
    return CaseFacts(verdict or None, case.kernel, is_solved(case), said)
