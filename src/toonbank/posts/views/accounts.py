"""How one account behaves."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from toonbank.posts.behaving import behaviour_of
from toonbank.shops.desk import DeskRequest
from toonbank.shops.models import Account


@require_safe
def account(request: DeskRequest, pk: int) -> HttpResponse:
    """What the rules say of this account as a whole, and what it told."""
    row: Account = get_object_or_404(Account.objects.select_related("shop").defer("secret"), pk=pk)
    now = timezone.now()
    return render(request, "posts/account.html", {"behaviour": behaviour_of(row, now=now), "now": now})
