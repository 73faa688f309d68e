"""When we answer: everybody reads it, who runs the shop sets it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from toonbank.shops.desk import DeskRequest, go
from toonbank.shops.hours_form import HoursForm
from toonbank.shops.hours_sign import hours_sign
from toonbank.shops.opening_hours import has_own_hours, set_hours


@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: DeskRequest) -> HttpResponse:
    """Opening hours, closed days, and how soon people hear back."""
    may_change = request.member.may("run_shop")
    now = timezone.now()
    today = now.astimezone(request.shop.clock).date()
    if request.method == "POST" and not may_change:
        raise PermissionDenied("run_shop")
    form = HoursForm(request.shop, today, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if set_hours(request.shop, request.member, form.opening, now=now):
            messages.success(request, _("Kept. Deadlines are reckoned with it from now on."))
        else:
            messages.info(request, _("Nothing was changed."))
        return go(request, "shops:hours")
    page = {
        "form": form,
        "may_change": may_change,
        "is_proposal": not has_own_hours(request.shop),
        "sign": hours_sign(request.shop, now),
    }
    return render(request, "shops/hours.html", page, status=400 if form.errors else 200)
