"""The shop itself: its settings, and the ways in that do not fit on a telephone."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from toonbank.shops.desk import DeskRequest, go, may
from toonbank.shops.forms import ShopSettingsForm
from toonbank.shops.models import Shop
from toonbank.shops.signals import tell


@require_safe
def more(request: DeskRequest) -> HttpResponse:
    """The ways in that do not fit on a telephone."""
    return render(request, "shops/more.html")


@require_http_methods(["GET", "HEAD", "POST"])
@may("run_shop")
def settings(request: DeskRequest) -> HttpResponse:
    """What the shop is called, where it is, and how to reach it."""
    # A fresh row: the form fills it with what was typed, and the sign must not show that before it is kept.
    form = ShopSettingsForm(request.POST or None, instance=Shop.objects.get(pk=request.shop.pk))
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            shop = form.save()
            payload = {"changed": sorted(form.changed_data), "by": request.member.pk}
            tell(shop, "shop_changed", f"shop:{shop.pk}", payload, at=timezone.now())
        messages.success(request, _("Kept."))
        return go(request, "shops:settings")
    return render(request, "shops/settings.html", {"form": form}, status=400 if form.errors else 200)
