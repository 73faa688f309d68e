"""One-minute mode: one who waits, their context, the answer, the next."""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from toonbank.conversations.minute import MOST_COUNTED, Round, next_of, to_go
from toonbank.conversations.talking import for_talk
from toonbank.conversations.views.talk import number, page_of
from toonbank.conversations.wording import span_in_words
from toonbank.shops.desk import DeskRequest, at, go, may

FEW = 5
A_MINUTE = timedelta(minutes=1)


@require_GET
@may("write")
def one(request: DeskRequest) -> HttpResponse:
    """The one whose turn it is; a kind page when nobody waits."""
    now = timezone.now()
    round_ = _kept(request, now)
    pk = next_of(round_, request.member, now)
    if pk != round_.here:
        round_ = round_.turn_to(pk, now)
        _keep(request, round_)
    context = _around(request, round_, now)
    if not pk:
        return render(request, "conversations/minute_done.html", context)
    conversation = get_object_or_404(for_talk(), pk=pk)
    return render(
        request, "conversations/one_minute.html", page_of(request, conversation, most=FEW) | context
    )


def shown_again(request: DeskRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page that a form came from, with what was typed: one-minute mode stays one-minute mode."""
    if request.POST.get("next", "") != at(request.shop, "conversations:one-minute"):
        return render(request, "conversations/conversation.html", context, status=status)
    now = timezone.now()
    around = _around(request, _kept(request, now), now)
    return render(request, "conversations/one_minute.html", context | around, status=status)


def _around(request: DeskRequest, round_: Round, now: datetime) -> dict[str, Any]:
    """What stands around the talk: how far this round is, and where forms go back to."""
    left, took = to_go(round_, request.member, now), now - round_.began_at
    return {
        "minute": round_,
        "to_go": left,
        "is_many": left >= MOST_COUNTED,
        "spent": span_in_words(took) if took >= A_MINUTE else "",
        "next": at(request.shop, "conversations:one-minute"),
    }


@require_POST
@may("write")
def skip(request: DeskRequest) -> HttpResponse:
    """Not this one now; with `do=again` the skipped ones come back."""
    now = timezone.now()
    round_ = _kept(request, now)
    if request.POST.get("do") == "again":
        _keep(request, round_.again(now))
    else:
        _keep(request, round_.skip(number(request.POST.get("conversation", "")), now))
    return go(request, "conversations:one-minute")


@require_POST
@may("write")
def stop(request: DeskRequest) -> HttpResponse:
    """Enough for now: back to the row; the next round begins at zero."""
    request.session.pop(_name(request), None)
    return go(request, "conversations:queue")


def _name(request: DeskRequest) -> str:
    return f"minute-{request.shop.pk}"


def _kept(request: DeskRequest, now: datetime) -> Round:
    return Round.kept(request.session.get(_name(request)), now)


def _keep(request: DeskRequest, round_: Round) -> None:
    request.session[_name(request)] = round_.to_keep()
