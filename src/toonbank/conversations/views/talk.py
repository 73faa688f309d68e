"""One conversation: the talk, what triage made of it, the answer, and what is known beside it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from toonbank.conversations.beside import beside_of
from toonbank.conversations.labelling import relabel as give_label
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.moves import note_turn
from toonbank.conversations.papersheet import papers_of
from toonbank.conversations.people import person_panel_of
from toonbank.conversations.rowlines import PRESSING, waiting_line
from toonbank.conversations.talking import for_talk, talk_of, utterance_of
from toonbank.conversations.triagecard import LEVELS, card_of
from toonbank.conversations.undoing import offer_undo
from toonbank.conversations.wording import LABELS, left_until
from toonbank.core.errors import ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, back_to, may


@require_GET
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """The page of one conversation; with `before` the messages before that one, alone for htmx."""
    conversation = get_object_or_404(for_talk(), pk=pk)
    before = number(request.GET.get("before", ""))
    if before and request.htmx:
        context = {"talk": talk_of(conversation, request.member, timezone.now(), before=before)}
        return render(request, "conversations/_messages.html", context | _rights(request))
    context = page_of(request, conversation, before=before)
    return render(request, "conversations/conversation.html", context)


def page_of(
    request: DeskRequest, conversation: Conversation, *, before: int = 0, opened: int = 0, most: int = 30
) -> dict[str, Any]:
    """What the page of a conversation and the one-minute page show alike."""
    now, conversation.shop = timezone.now(), request.shop
    talk = talk_of(conversation, request.member, now, before=before, opened=opened, most=most)
    papers = papers_of(request, conversation, talk, now)
    is_serious = conversation.label in PRESSING
    return {
        "conversation": conversation,
        "talk": talk,
        "card": card_of(talk),
        "left": left_until(conversation.due_at, now, is_serious=is_serious),
        "labels": LABELS,
        "levels": LEVELS,
        "now": now,
        "is_older": bool(before),
        **papers,
        **beside_of(talk, papers, request.member, now, is_newest=not before),
        **_rights(request),
    }


def _rights(request: DeskRequest) -> dict[str, Any]:
    return {"may_write": request.member.may("write")}


@require_GET
def following(request: DeskRequest, pk: int) -> HttpResponse:
    """Who waits beside this one, the serious first: the column at the left."""
    now, here = timezone.now(), get_object_or_404(Conversation, pk=pk)
    rows = Conversation.objects.waiting().awake(now).select_related("account")
    lines = [waiting_line(one, now) for one in rows.defer("account__secret").in_turn()[:8]]
    return render(request, "conversations/_following.html", {"lines": lines, "here": here.pk})


@require_GET
def person(request: DeskRequest, pk: int) -> HttpResponse:
    """Who speaks: what we know, and what they allowed. The page of a talk asks for it once it stands there."""
    conversation: Conversation = get_object_or_404(Conversation.objects.select_related("contact"), pk=pk)
    panel = person_panel_of(conversation, timezone.now())
    context = {"panel": panel, "conversation": conversation} | _rights(request)
    return render(request, "conversations/_person.html", context)


@require_POST
@may("write")
def look(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the personal data in one message to this member alone; that somebody looked stands in the conversation's story."""
    message = get_object_or_404(Message, pk=pk)
    conversation = get_object_or_404(for_talk(), pk=message.conversation_id)
    why = _("the personal data in message %(number)d") % {"number": message.pk}
    note_turn(conversation, "look", conversation.state, at=timezone.now(), member=request.member, why=why)
    if request.htmx:
        one = utterance_of(conversation, pk, timezone.now(), is_open=True)
        context = {"conversation": conversation, "one": one} | _rights(request)
        return render(request, "conversations/_utterance.html", context)
    return render(request, "conversations/conversation.html", page_of(request, conversation, opened=pk))


@require_POST
@may("write")
def relabel(request: DeskRequest, pk: int) -> HttpResponse:
    """A person says what it is; the next page offers to undo it."""
    message: Message = get_object_or_404(Message.objects.select_related("conversation"), pk=pk)
    said, now = request.POST, timezone.now()
    former = {"message": message.pk, "label": message.label, "severity": message.severity}
    try:
        give_label(message, request.member, said.get("label", ""), number(said.get("severity", "")), now=now)
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        words = _("Noted. The place in the row and the clock follow this label.")
        offer_undo(request, "label", words, former)
    return redirect(back_to(request, at(request.shop, "conversations:read", message.conversation_id)))


def number(written: str) -> int:
    """A number from a form or an address; 0 for anything else."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 18 else 0
