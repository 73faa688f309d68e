"""The practice square: what the shop said there, and how the simulated customers took it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from toonbank.core.errors import TryLater
from toonbank.shops.desk import DeskRequest
from toonbank.shops.models import Account
from toonbank.shops.opening import square_of

PAGE = 10


@require_safe
def square(request: DeskRequest) -> HttpResponse:
    """The newest posts first, then what was said elsewhere; `before` goes on where the page above ended."""
    has_account = Account.objects.filter(kind="square", state=Account.State.OPEN).exists()
    asked = request.GET.get("before", "")
    before = asked if asked.isascii() and asked.isdigit() else ""
    board, now = square_of(request.shop), timezone.now()
    try:
        found = board.posts(now=now, limit=PAGE + 1, before=before)
        talks = [] if before else board.talks(now=now, limit=PAGE)
    except TryLater:
        return render(request, "shops/square.html", {"is_busy": True}, status=503)
    posts, rest = found[:PAGE], found[PAGE:]
    page = {
        "posts": posts,
        "talks": talks,
        "has_account": has_account,
        "older": posts[-1].remote_id if rest else "",
    }
    return render(request, "shops/square.html", page)
