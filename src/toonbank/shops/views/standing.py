"""What the shop stands for: everybody reads it, who runs the shop writes it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from toonbank.shops.desk import DeskRequest, go
from toonbank.shops.models import Account
from toonbank.shops.standing_for import write_down
from toonbank.shops.standing_form import StandForm


@require_http_methods(["GET", "HEAD", "POST"])
def stands_for(request: DeskRequest) -> HttpResponse:
    """A promise for each account, and three short lists."""
    may_change = request.member.may("run_shop")
    accounts = list(Account.objects.exclude(state=Account.State.CLOSED).defer("secret"))
    if request.method != "POST":
        form = StandForm(request.shop, accounts)
    elif not may_change:
        raise PermissionDenied("run_shop")
    else:
        form = StandForm(request.shop, accounts, request.POST)
        if form.is_valid():
            write_down(request.shop, request.member, form.stand, now=timezone.now())
            messages.success(request, _("Kept. Posts are held against it from now on."))
            return go(request, "shops:stands-for")
    lists = [(field.label, field.initial) for field in form if field.initial]
    page = {"form": form, "may_change": may_change, "lists": lists}
    return render(request, "shops/stands_for.html", page, status=400 if form.errors else 200)
