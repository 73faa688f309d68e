"""Answering: the button that sends, the buttons beside findings, and the check at every pause in typing."""

from collections.abc import Mapping
from dataclasses import replace

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from toonbank.conversations.composing import composer_of
from toonbank.conversations.models import Conversation
from toonbank.conversations.replying import LookAgain, ReplyWords, reply
from toonbank.conversations.talking import for_talk
from toonbank.conversations.views.minute import shown_again
from toonbank.conversations.views.talk import number, page_of
from toonbank.conversations.writing import keep_words
from toonbank.core.errors import BadInput, ToonbankError
from toonbank.posts.mending import Step
from toonbank.posts.replies import Unanswered
from toonbank.shops.desk import DeskRequest, at, back_to, may

MOST_KEPT = 50
LONGEST_REASON = 500


@require_POST
@may("answer")
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Send what was typed, or do what another button of the form says; in every case what was typed is kept."""
    conversation = get_object_or_404(for_talk().select_related("shop"), pk=pk)
    now = timezone.now()
    try:
        words = mended(words_in(request.POST), request.POST)
        keep_words(conversation, request.member, words.text, is_private=words.is_private, now=now)
        if request.POST.get("do") != "send":
            return _shown(request, conversation, words)
        reply(conversation, request.member, words, now=now)
    except Unanswered:
        return _shown(request, conversation, words)  # the findings stand beside the words
    except LookAgain as trouble:
        return _shown(request, conversation, replace(words, looked_twice=True), trouble)
    except ToonbankError as trouble:
        return _shown(request, conversation, words_in(request.POST), trouble)
    messages.success(request, _("Your answer goes out now. It stands in the talk."))
    return redirect(back_to(request, at(request.shop, "conversations:read", pk)))


@require_POST
@may("answer")
def check(request: DeskRequest, pk: int) -> HttpResponse:
    """The answer while typing: the panel (unless it is the one already shown), the copy, the room, the next step."""
    rows: QuerySet[Conversation] = Conversation.objects.select_related("account", "case", "shop")
    conversation = get_object_or_404(rows, pk=pk)
    composer = composer_of(conversation, request.member, timezone.now(), words=words_in(request.POST))
    response = render(request, "conversations/_reply_check.html", {"composer": composer})
    if request.POST.get("panel") == composer.mark:
        response["HX-Reswap"] = "none"
    return response


def _shown(
    request: DeskRequest, conversation: Conversation, words: ReplyWords, trouble: ToonbankError | None = None
) -> HttpResponse:
    """The page with everything as it was typed, what is found in it, and what went wrong."""
    composer = composer_of(conversation, request.member, timezone.now(), words=words, trouble=trouble)
    context = page_of(request, conversation) | {"composer": composer, "next": request.POST.get("next", "")}
    return shown_again(request, context)


def words_in(said: QueryDict) -> ReplyWords:
    """What the form says."""
    return ReplyWords(
        text=said.get("text", "").replace("\r\n", "\n"),
        is_private=said.get("to") == "private",
        seen=number(said.get("seen", "")),
        reasons=_reasons(said),
        looked_twice=bool(said.get("looked")),
    )


def mended(words: ReplyWords, said: QueryDict) -> ReplyWords:
    """What was typed, with the mend of the pressed button carried out. BadInput when the words changed meanwhile."""
    if "mend" not in said:
        return words
    step = Step.read(str(said["mend"]))
    if step.field != "text":
        raise BadInput(_("This button is from an older page. Look again."))
    return replace(words, text=step.applied_to(words.text))


def _reasons(said: QueryDict) -> Mapping[tuple[str, str], str]:
    """Reasons that were kept before, and those typed beside a finding just now; each says what it is about."""
    found: dict[tuple[str, str], str] = {}
    for line in said.getlist("kept")[:MOST_KEPT]:
        rule, reason, words = [*line.replace("\r\n", "\n").split("|", 2), "", ""][:3]
        found[rule, words] = reason
    for line in said.getlist("about")[:MOST_KEPT]:
        place, rule, words = [*line.replace("\r\n", "\n").split("|", 2), "", ""][:3]
        reason = said.get(f"reason-{place}", "").replace("|", "/").strip()[:LONGEST_REASON]
        if reason:
            found[rule, words] = reason
    return found
