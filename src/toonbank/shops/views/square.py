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
    """The newest posts first; `before` goes on where the page above ended."""
    has_account = Account.objects.filter(kind="square", state=Account.State.OPEN).exists()
    before = request.GET.get("before", "")
    try:
        found = square_of(request.shop).posts(
            now=timezone.now(), limit=PAGE + 1, before=before if before.isascii() and before.isdigit() else ""
        )
    except TryLater:
        return render(request, "shops/square.html", {"is_busy": True}, status=503)
    posts, rest = found[:PAGE], found[PAGE:]
    page = {"posts": posts, "has_account": has_account, "older": posts[-1].remote_id if rest else ""}
    return render(request, "shops/square.html", page)
