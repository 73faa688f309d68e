"""Notes on a conversation: write, change, take away, and take back what was just done."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from toonbank.conversations import noting, saved
from toonbank.conversations.labelling import relabel
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.papers import Note
from toonbank.conversations.talking import for_talk
from toonbank.conversations.undoing import offer_undo, unsealed
from toonbank.conversations.views.elsewhere import take_back
from toonbank.conversations.views.minute import shown_again
from toonbank.conversations.views.talk import number, page_of
from toonbank.core.errors import BadInput, ToonbankError
from toonbank.posts.telling import joined
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, back_to, may
from toonbank.shops.models import Member


@require_POST
@may("write")
def write(request: DeskRequest, pk: int) -> HttpResponse:
    """A note for colleagues; whom it calls sees it as a question."""
    conversation = get_object_or_404(for_talk(), pk=pk)
    text, asked = request.POST.get("text", ""), _asked(request.POST)
    try:
        noting.write_note(conversation, request.member, text, asked, now=timezone.now())
    except BadInput as trouble:
        messages.error(request, in_words(trouble))
        context = page_of(request, conversation) | {
            "note_text": text,
            "note_asked": [one.pk for one in asked],
        }
        return shown_again(request, context, status=422)
    names = [str(one) for one in asked if one.pk != request.member.pk]
    told = ngettext(
        "Noted. %(names)s sees it as a question.", "Noted. %(names)s see it as a question.", len(names)
    )
    messages.success(request, told % {"names": joined(names)} if names else _("Noted, for us alone."))
    return redirect(_home(request, conversation.pk))


@require_POST
@may("write")
def change(request: DeskRequest, pk: int) -> HttpResponse:
    """Other words in one's own note, or take it away; the next page offers to undo it."""
    note: Note = get_object_or_404(Note.objects.prefetch_related("for_members"), pk=pk)
    former = {
        "note": note.pk,
        "conversation": note.conversation_id,
        "text": note.text,
        "at": note.at.isoformat(),
        "asked": [one.pk for one in note.for_members.all()],
    }
    is_away = request.POST.get("do") == "away"
    try:
        if is_away:
            noting.take_note_away(note, request.member)
        else:
            noting.change_note(note, request.member, request.POST.get("text", ""), _asked(request.POST))
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        words = _("The note is taken away.") if is_away else _("The note is changed.")
        offer_undo(request, "note", words, former)
    return redirect(_home(request, former["conversation"]))


@require_POST
@may("write")
def undo(request: DeskRequest, kind: str) -> HttpResponse:
    """Take back what was just taken away, changed or labelled."""
    former, put_back = unsealed(kind, request.POST.get("sealed", "")), PUT_BACK.get(kind)
    home = back_to(request, at(request.shop, "conversations:queue"))
    if former is None or put_back is None:
        messages.error(request, _("This is too long ago to undo. Write it anew."))
        return redirect(home)
    try:
        home = put_back(request, former)
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        messages.success(request, _("It is as it was."))
    return redirect(home)


@require_GET
def asked(request: DeskRequest) -> HttpResponse:
    """What colleagues ask this member: a part for the row, a page for who has no script."""
    page = "conversations/_asked.html" if request.htmx else "conversations/asked.html"
    return render(request, page, {"asked_me": noting.asked_of(request.member, timezone.now())})


def _put_label_back(request: DeskRequest, former: dict[str, Any]) -> str:
    message: Message = get_object_or_404(
        Message.objects.select_related("conversation__shop"), pk=former["message"]
    )
    relabel(message, request.member, former["label"], former["severity"], now=timezone.now())
    return _home(request, message.conversation_id)


def _put_saved_back(request: DeskRequest, former: dict[str, Any]) -> str:
    saved.put_back(request.shop, request.member, former, now=timezone.now())
    return at(request.shop, "conversations:saved")


def _put_note_back(request: DeskRequest, former: dict[str, Any]) -> str:
    asked = list(Member.objects.present().filter(pk__in=former["asked"]))
    note = Note.objects.filter(pk=former["note"]).first()
    if note is not None:
        noting.change_note(note, request.member, str(former["text"]), asked)
        return _home(request, note.conversation_id)
    conversation = Conversation.objects.filter(pk=former["conversation"]).first()
    if conversation is None:
        raise Http404
    at_moment = parse_datetime(str(former["at"])) or timezone.now()
    noting.write_note(conversation, request.member, str(former["text"]), asked, now=at_moment)
    return _home(request, conversation.pk)


def _asked(said: QueryDict) -> list[Member]:
    """Those who were ticked, and those whose name stands behind an @ in the text."""
    present = list(Member.objects.present().select_related("person"))
    ticked = {number(one) for one in said.getlist("asked")}
    text = said.get("text", "").casefold()
    return [one for one in present if one.pk in ticked or noting.is_called(str(one), text)]


def _home(request: DeskRequest, conversation: object) -> str:
    return back_to(request, at(request.shop, "conversations:read", conversation))


PUT_BACK: dict[str, Callable[[DeskRequest, dict[str, Any]], str]] = {
    "note": _put_note_back,
    "saved": _put_saved_back,
    "label": _put_label_back,
    "answer": take_back,
}
"""How each kind of deed is taken back; the answer is the page to go to."""
