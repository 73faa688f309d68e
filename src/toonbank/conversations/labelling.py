"""A person says what a message is. The shop's own model learns from it; what triage suggested stays known."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django_scopes import scope, scopes_disabled

from toonbank.conversations.cases import follow as follow_cases
from toonbank.conversations.cases import is_complaint, was_taken_for_a_complaint
from toonbank.conversations.casework import leave_case_if_none, take_up_again
from toonbank.conversations.hearing import relabelled_clock, severity_of
from toonbank.conversations.models import Conversation, Message, Turn
from toonbank.conversations.moves import DONE_WITH, note_turn
from toonbank.conversations.own_model import learn_own, learned_at
from toonbank.conversations.working_out import work_out_anew
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.shops.models import Member, Shop
from toonbank.triage import KINDS, Kind

SEVEREST = 4


def relabel(message: Message, member: Member, label: str, severity: int, *, now: datetime) -> Message:
    """Give a message this label; the place in the queue and the clock follow. To undo it, give back the label it had.

    Where no complaint is left by it, the case of the complaint is left too, unless somebody judged it already.

    `severity` is the level of the complaint in danger, law and press, which a person may set; elsewhere the label says it.
    Back to what triage suggested is no correction any more: nothing is learned from it.
    """
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not change labels. Ask the owner of the shop."))
    if label not in KINDS or message.is_ours:
        raise BadInput(_("Choose one of the labels on the list."))
    kind: Kind = label
    with transaction.atomic():
        was = message.label
        message.clock = relabelled_clock(message, kind)
        message.label, message.labelled_by = kind, None if kind == message.suggested else member
        message.severity = severity_of(kind, max(0, min(severity, SEVEREST)))
        message.save(update_fields=["label", "severity", "clock", "labelled_by"])
        conversation = message.conversation
        why = f"{was} -> {kind}"
        note_turn(conversation, "relabel", conversation.state, at=now, member=member, why=why)
        work_out_anew(conversation.shop, [conversation.pk])
        follow_cases(Conversation.objects.filter(pk=conversation.pk), now=now)
        conversation.refresh_from_db()
        if is_complaint(was) and not is_complaint(kind):
            leave_case_if_none(conversation, member, now=now)
        elif is_complaint(kind):
            _take_up_what_was_none(conversation, member, why, now)
    return message


def _take_up_what_was_none(conversation: Conversation, member: Member, why: str, now: datetime) -> None:
    """Done with as what it was taken for, and a complaint after all: nobody has handled it."""
    if was_taken_for_a_complaint(conversation) and conversation.state in DONE_WITH:
        take_up_again(conversation, member, why=why, now=now)


def learn_where_corrected(now: datetime) -> int:
    """Let each shop whose people corrected labels since it last learned learn again; returns how many shops did."""
    learned = 0
    with scopes_disabled():
        shops = list(Shop.objects.all())
    for shop in shops:
        with scope(shop=shop):
            if _has_news(shop):
                learn_own(shop)
                learned += 1
    return learned


def _has_news(shop: Shop) -> bool:
    """Whether anybody labelled something since the shop's model was made."""
    last = (
        Turn.objects.filter(shop=shop, event="relabel").order_by("-pk").values_list("at", flat=True).first()
    )
    made_at = learned_at(shop)
    return last is not None and (made_at is None or last > made_at)
