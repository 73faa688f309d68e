"""Saved replies: the page where they are made and mended, and the list that an answer may begin with."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from toonbank.conversations import saved, writing
from toonbank.conversations.models import Conversation
from toonbank.conversations.papers import SavedReply
from toonbank.conversations.undoing import offer_undo, offered
from toonbank.conversations.views.talk import number
from toonbank.core.errors import ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, back_to, go, may

MOST = 200


def listed(request: DeskRequest) -> HttpResponse:
    """All saved replies, with a form for a new one."""
    if request.method == "POST":
        return _save(request, None)
    return render(request, "conversations/saved.html", _page(request))


def change(request: DeskRequest, pk: int) -> HttpResponse:
    """One saved reply: other words, or away with it; both may be undone."""
    reply = get_object_or_404(SavedReply, pk=pk)
    if request.method == "POST":
        return _remove(request, reply) if request.POST.get("do") == "away" else _save(request, reply)
    words = {"title": reply.title, "text": reply.text, "lang": reply.lang}
    return render(request, "conversations/saved.html", _page(request) | {"changing": reply, "words": words})


@require_GET
def pick(request: DeskRequest, pk: int) -> HttpResponse:
    """The saved replies for one conversation, filled in: a part for the composer, a page for who has no script."""
    conversation: Conversation = get_object_or_404(Conversation.objects.select_related("shop"), pk=pk)
    rows = list(saved.offered_for(conversation)[:30])
    offers = [(one, saved.filled(one, conversation, request.member)) for one in rows]
    context = {"conversation": conversation, "offers": offers, "next": back_to(request, "")}
    page = "conversations/_pick_saved.html" if request.htmx else "conversations/pick_saved.html"
    return render(request, page, context)


@require_POST
@may("write")
def use(request: DeskRequest, pk: int) -> HttpResponse:
    """Begin an answer with a saved reply: its words come behind what was typed already."""
    conversation: Conversation = get_object_or_404(Conversation.objects.select_related("shop"), pk=pk)
    reply = get_object_or_404(SavedReply, pk=number(request.POST.get("reply", "")))
    saved.count_use(reply)
    if request.htmx:
        return HttpResponse(status=204)
    now = timezone.now()
    typed = writing.hold_of(conversation, request.member, now).words
    words = saved.filled(reply, conversation, request.member)
    text = f"{typed.rstrip()}\n\n{words}" if typed.strip() else words
    writing.keep_words(conversation, request.member, text, now=now)
    return redirect(back_to(request, at(request.shop, "conversations:read", pk)) + "#composing")


def _page(request: DeskRequest) -> dict[str, Any]:
    replies = SavedReply.objects.select_related("made_by__person").order_by("title", "pk")[:MOST]
    return {
        "replies": replies,
        "undo": offered(request, "saved"),
        "may_write": request.member.may("write"),
        "words": {"title": "", "text": "", "lang": request.shop.language},
    }


@may("write")
def _save(request: DeskRequest, reply: SavedReply | None) -> HttpResponse:
    words = {name: request.POST.get(name, "") for name in ("title", "text", "lang")}
    former = saved.as_it_was(reply) if reply else None
    try:
        if reply is None:
            saved.keep_reply(request.shop, request.member, words, now=timezone.now())
            messages.success(request, _("Kept. You find it beside every answer."))
        else:
            saved.change_reply(reply, request.member, words, now=timezone.now())
            offer_undo(request, "saved", _("The saved reply is changed."), former or {})
    except ToonbankError as trouble:
        context = _page(request) | {"changing": reply, "words": words, "problem": in_words(trouble)}
        return render(request, "conversations/saved.html", context, status=422)
    return go(request, "conversations:saved")


@may("write")
def _remove(request: DeskRequest, reply: SavedReply) -> HttpResponse:
    former = saved.remove_reply(reply, request.member)
    offer_undo(request, "saved", _("The saved reply is taken away."), former)
    return go(request, "conversations:saved")
