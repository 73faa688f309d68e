"""Writing down what was answered where the desk cannot send."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from toonbank.conversations.composing import composer_of
from toonbank.conversations.elsewhere import take_answer_back, write_answer_down
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.replying import ReplyWords
from toonbank.conversations.talking import for_talk
from toonbank.conversations.undoing import offer_undo
from toonbank.conversations.views.minute import shown_again
from toonbank.conversations.views.talk import number, page_of
from toonbank.core.errors import ToonbankError
from toonbank.shops.desk import DeskRequest, at, back_to, may


@require_POST
@may("answer")
def write(request: DeskRequest, pk: int) -> HttpResponse:
    """Keep it as our answer; when something is missing the page comes back with what was typed."""
    conversation: Conversation = get_object_or_404(for_talk(), pk=pk)
    conversation.shop, now = request.shop, timezone.now()
    text, seen = request.POST.get("text", "").replace("\r\n", "\n"), number(request.POST.get("seen", ""))
    try:
        message = write_answer_down(conversation, request.member, text, seen=seen, now=now)
    except ToonbankError as trouble:
        words = ReplyWords(text, is_private=not conversation.is_public)
        composer = composer_of(conversation, request.member, now, words=words, trouble=trouble)
        context = page_of(request, conversation) | {
            "composer": composer,
            "next": request.POST.get("next", ""),
        }
        return shown_again(request, context)
    told = _("Written down as your answer. Nothing was sent.")
    offer_undo(request, "answer", told, {"message": message.pk})
    return redirect(back_to(request, at(request.shop, "conversations:read", pk)))


def take_back(request: DeskRequest, former: dict[str, Any]) -> str:
    """The undo of it; where one goes then."""
    rows = Message.objects.select_related("conversation__shop")
    message: Message = get_object_or_404(rows, pk=former["message"])
    take_answer_back(message, request.member, now=timezone.now())
    return back_to(request, at(request.shop, "conversations:read", message.conversation_id))
