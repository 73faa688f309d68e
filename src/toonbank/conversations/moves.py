"""The only place that changes the state of a conversation or a case: a conditional update and its Turn in one transaction."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from toonbank.conversations.casebook import NO_COMPLAINT, Case
from toonbank.conversations.models import Conversation, Turn
from toonbank.conversations.rewriting import rewrite
from toonbank.core.errors import BadInput, Overtaken
from toonbank.core.lifecycle import CASE, CONVERSATION
from toonbank.shops.models import Member
from toonbank.triage.labels import GRAVE

log = logging.getLogger(__name__)
DONE_WITH = ("settled", "aside", "closed")
"""Where nobody of the shop must act any more."""


def move_conversation(
    conversation: Conversation,
    event: str,
    *,
    at: datetime,
    member: Member | None = None,
    why: str = "",
    **changes: Any,
) -> Conversation:
    """Apply `event` to the conversation, together with `changes` of other fields, and write the Turn.

    Overtaken when somebody else moved it first; LifecycleError when the event is not possible in that state; BadInput when a
    complaint would disappear before its case is closed.
    """
    origin, target = conversation.state, CONVERSATION.target(conversation.state, event)
    if target in DONE_WITH and origin not in DONE_WITH:
        _must_be_handled(conversation)
    changes |= {"state": target, "version": conversation.version + 1}
    as_seen = Conversation.objects.filter(pk=conversation.pk, state=origin, version=conversation.version)
    with transaction.atomic():
        if not as_seen.update(**changes):
            raise Overtaken(f"conversation {conversation.pk} was no longer {origin}")
        note_turn(conversation, event, target, at=at, member=member, why=why)
    for name, value in changes.items():
        setattr(conversation, name, value)
    log.info("conversation moved", extra={"conversation": conversation.pk, "event": event, "state": target})
    return conversation


def _must_be_handled(conversation: Conversation) -> None:
    """A complaint is done with once its outcome was said by a person, or its case was closed for a reason that is on file."""
    cases = Case.objects.filter(conversation=conversation).exclude(state=NO_COMPLAINT)
    state = cases.values_list("state", flat=True).first()
    is_complaint = conversation.label in GRAVE and conversation.label != "legal-press"
    if state is None and (not is_complaint or conversation.answered_at is not None):
        return
    if state not in ("answered", "confirmed", "closed"):
        raise BadInput(_("This is a complaint. Close its case first, with an answer or with a reason."))


def note_turn(
    conversation: Conversation, event: str, target: str, *, at: datetime, member: Member | None, why: str = ""
) -> Turn:
    """A line in the story of a conversation; its state may stay what it is."""
    return Turn.objects.create(
        shop_id=conversation.shop_id,
        conversation_id=conversation.pk,
        event=event,
        from_state=conversation.state,
        to_state=target,
        at=at,
        member=member,
        why=why[:500],
    )


def move_case(
    case: Case, event: str, *, at: datetime, member: Member | None = None, why: str = "", **changes: Any
) -> Case:
    """Apply `event` to the case, together with `changes` of other fields; its conversation's story tells of it.

    Overtaken when somebody else moved it first; LifecycleError when the event is not possible in that state.
    """
    origin, target = case.state, CASE.target(case.state, event)
    changes |= {"state": target}
    with transaction.atomic():
        if not Case.objects.filter(pk=case.pk, state=origin).update(**changes):
            raise Overtaken(f"case {case.pk} was no longer {origin}")
        conversation = case.conversation
        note_turn(conversation, f"case {event}", conversation.state, at=at, member=member, why=why)
    for name, value in changes.items():
        setattr(case, name, value)
    log.info("case moved", extra={"case": case.pk, "event": event, "state": target})
    return case


def follow(steps: Sequence[tuple[Conversation, Sequence[tuple[str, datetime]]]]) -> None:
    """Move many conversations as what was said in them asks: for each its events with their moments.

    The caller holds these rows in its transaction; Overtaken when it does not.
    """
    turns: list[Turn] = []
    for round_ in range(max((len(events) for _one, events in steps), default=0)):
        together: dict[tuple[str, str], list[Conversation]] = {}
        for conversation, events in steps:
            if round_ < len(events):
                event, at = events[round_]
                turns.append(_turn(conversation, event, at))
                together.setdefault((conversation.state, turns[-1].to_state), []).append(conversation)
        for (origin, target), moved in together.items():
            _move_together(moved, origin, target)
    Turn.objects.bulk_create(turns)


def _turn(conversation: Conversation, event: str, at: datetime) -> Turn:
    return Turn(
        shop_id=conversation.shop_id,
        conversation=conversation,
        event=event,
        from_state=conversation.state,
        to_state=CONVERSATION.target(conversation.state, event),
        at=at,
    )


def _move_together(moved: Sequence[Conversation], origin: str, target: str) -> None:
    rows = Conversation.objects.filter(pk__in=[one.pk for one in moved], state=origin)
    if rows.update(state=target, version=F("version") + 1) != len(moved):
        raise Overtaken(f"conversations were no longer {origin}")
    for conversation in moved:
        conversation.state, conversation.version = target, conversation.version + 1


def acknowledge_together(cases: Sequence[Case]) -> None:
    """Many new cases were answered, at the moment that stands on each; the stories tell of it. Those that moved meanwhile stay."""
    moved = CASE.target("new", "acknowledge")
    with transaction.atomic():
        new = Case.objects.select_for_update().filter(pk__in=[one.pk for one in cases], state="new")
        still = set(new.values_list("pk", flat=True))
        answered = [one for one in cases if one.pk in still]
        new.update(state=moved)
        rewrite(answered, ("opened_at", "acknowledged_at"))
        Turn.objects.bulk_create(
            Turn(
                shop_id=case.shop_id,
                conversation=case.conversation,
                event="case acknowledge",
                from_state=case.conversation.state,
                to_state=case.conversation.state,
                at=case.acknowledged_at,
            )
            for case in answered
            if case.acknowledged_at is not None
        )
