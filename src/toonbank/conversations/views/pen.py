"""Who has the pen: words are kept as they are typed, colleagues are told, and one may take over."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from toonbank.conversations import writing
from toonbank.conversations.models import Conversation
from toonbank.conversations.papersheet import watch_of
from toonbank.conversations.views.talk import number
from toonbank.core.errors import ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, back_to, may


@require_GET
def watch(request: DeskRequest, pk: int) -> HttpResponse:
    """Who else writes and what came meanwhile; 204 when the page shows that already."""
    conversation = get_object_or_404(Conversation, pk=pk)
    return _watched(request, conversation)


@require_POST
@may("write")
def words(request: DeskRequest, pk: int) -> HttpResponse:
    """Keep what was typed so far, and be seen writing."""
    conversation = get_object_or_404(Conversation, pk=pk)
    said = request.POST
    is_private = said.get("to") == "private"
    text, now = said.get("text", ""), timezone.now()
    is_twice = writing.hold_of(conversation, request.member, now).is_newer_than(said.get("held", ""))
    try:
        writing.keep_words(conversation, request.member, text, is_private=is_private, now=now)
    except ToonbankError as trouble:
        return _watched(request, conversation, problem=in_words(trouble))
    return _watched(request, conversation, is_twice=is_twice)


def _watched(
    request: DeskRequest, conversation: Conversation, *, problem: str = "", is_twice: bool = False
) -> HttpResponse:
    asked = request.GET if request.method == "GET" else request.POST
    # Who keeps words knows what is kept; who only looks knows what it knew.
    held = asked.get("held", "") if request.method == "GET" else ""
    # The form of the answer has a `seen` of its own, which leaves out what was taken away.
    last = number(asked.get("watched", asked.get("seen", "")))
    seen = watch_of(conversation, request.member, last, timezone.now(), held=held)
    seen.is_twice |= is_twice or asked.get("twice") == "yes"
    if asked.get("token", "") == seen.token and not problem:
        return HttpResponse(status=204)
    context: dict[str, Any] = {
        "conversation": conversation,
        "watch": seen,
        "problem": problem,
        "may_write": request.member.may("write"),
    }
    return render(request, "conversations/_watch.html", context)


@require_POST
@may("write")
def take_over(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the pen from a colleague, on purpose."""
    conversation = get_object_or_404(Conversation, pk=pk)
    try:
        writing.take_over(conversation, request.member, timezone.now())
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        messages.success(request, _("You write now. Your colleague sees it, and keeps their own words."))
    return redirect(back_to(request, at(request.shop, "conversations:read", pk)))
