"""The page of one product: what is known of it, since when, and who saw it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from toonbank.core.errors import BadInput
from toonbank.evidence.attesting import attest
from toonbank.evidence.calling import add_name, remove_name
from toonbank.evidence.forms import CountForm, NameForm, OrderForm
from toonbank.evidence.history import history_of
from toonbank.evidence.models import Product, ProductName
from toonbank.evidence.restocking import note_last_batch, note_order
from toonbank.evidence.views.showing import show
from toonbank.shops.desk import DeskRequest, at, go, may


@require_safe
def product(request: DeskRequest, pk: int) -> HttpResponse:
    """Stock and price now and as they were."""
    return _page(request, get_object_or_404(Product.objects, pk=pk))


@require_POST
@may("write")
def count(request: DeskRequest, pk: int) -> HttpResponse:
    """ "I counted them myself"."""
    product: Product = get_object_or_404(Product.objects, pk=pk)
    form = CountForm(request.POST)
    if not form.is_valid():
        return _page(request, product, status=400, count_form=form)
    said = form.cleaned_data
    attest(
        request.shop,
        request.member,
        claim="scarcity",
        product=product,
        value=said["value"],
        words=said["words"],
        now=timezone.now(),
    )
    messages.success(request, _("Noted: you counted %(n)s.") % {"n": said["value"]})
    return go(request, "evidence:product", pk)


@require_POST
@may("keep_evidence")
def order(request: DeskRequest, pk: int) -> HttpResponse:
    """What is on order, and when it is expected."""
    product: Product = get_object_or_404(Product.objects.select_related("shop"), pk=pk)
    form = OrderForm(request.POST)
    if form.is_valid():
        try:
            note_order(product, request.member, **form.cleaned_data, now=timezone.now())
        except BadInput as trouble:
            form.add_error("on", str(trouble))
    if not form.is_valid():
        return _page(request, product, status=400, order_form=form)
    messages.success(
        request, _("Noted: it is on order.") if product.restock_on else _("Noted: nothing is on order.")
    )
    return go(request, "evidence:product", pk)


@require_POST
@may("keep_evidence")
def last(request: DeskRequest, pk: int) -> HttpResponse:
    """It does not come back, or it does after all."""
    product: Product = get_object_or_404(Product.objects.select_related("shop"), pk=pk)
    is_last = request.POST.get("is_last") == "yes"
    note_last_batch(product, request.member, is_last=is_last, now=timezone.now())
    messages.success(request, _("Noted: it does not come back.") if is_last else _("Noted: it comes back."))
    return go(request, "evidence:product", pk)


@require_POST
@may("keep_evidence")
def name(request: DeskRequest, pk: int) -> HttpResponse:
    """Another name for the checker to know it by."""
    product: Product = get_object_or_404(Product.objects, pk=pk)
    form = NameForm(request.POST)
    if not form.is_valid():
        return _page(request, product, status=400, name_form=form)
    try:
        add_name(product, request.member, form.cleaned_data["words"], now=timezone.now())
    except BadInput as trouble:
        form.add_error("words", str(trouble))
        return _page(request, product, status=400, name_form=form)
    return go(request, "evidence:product", pk)


@require_POST
@may("keep_evidence")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """No longer that name."""
    name: ProductName = get_object_or_404(ProductName.objects.select_related("product__shop"), pk=pk)
    remove_name(name, request.member, now=timezone.now())
    messages.info(request, _("A post that says ‘%(name)s’ is no longer about it.") % {"name": name})
    return go(request, "evidence:product", name.product_id)


def _page(request: DeskRequest, product: Product, *, status: int = 200, **forms: Any) -> HttpResponse:
    now = timezone.now()
    promotions = product.promotions.filter(withdrawn_at=None).order_by("-starts_at")[:5]
    context = {
        "product": product,
        "history": history_of(product, now),
        "names": product.names.order_by("key"),
        "promotions": promotions,
        "attestations": product.attestations.select_related("member__person")[:5],
        "now": now,
        "posts_address": at(request.shop, "posts:about-product", product.pk),
        "count_form": CountForm(),
        "name_form": NameForm(),
        "order_form": OrderForm(initial={"amount": product.restock_amount, "on": product.restock_on}),
    }
    return show(request, "product", context | forms, status=status)
