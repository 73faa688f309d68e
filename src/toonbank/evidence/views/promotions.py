"""Promotions: which there are, a new one, putting off, withdrawing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.core.errors import BadInput, Overtaken
from toonbank.evidence.forms import ExtendForm, PromotionForm
from toonbank.evidence.models import Product, Promotion
from toonbank.evidence.paging import Place, page_of, row_id
from toonbank.evidence.promoting import Offer, extend_promotion, make_promotion, withdraw_promotion
from toonbank.evidence.views.showing import show
from toonbank.shops.desk import DeskRequest, go, may

MOST_PRODUCTS = 500


@require_safe
def listed(request: DeskRequest) -> HttpResponse:
    """Newest first."""
    place = Place(after=row_id(request.GET.get("after")))
    page = page_of(Promotion.objects.prefetch_related("products"), "-starts_at", place)
    return show(request, "promotions", {"page": page, "now": timezone.now()})


@require_http_methods(["GET", "HEAD", "POST"])
@may("keep_evidence")
def new(request: DeskRequest) -> HttpResponse:
    """A new promotion; `?product=` fills in the article number."""
    if request.method != "POST":
        ref = request.GET.get("ref", "")[:200]
        return show(request, "new_promotion", {"form": PromotionForm(initial={"search": ref})})
    form = PromotionForm(request.POST)
    products = _products(form) if form.is_valid() else []
    if form.errors:
        return show(request, "new_promotion", {"form": form}, status=400)
    said = form.cleaned_data
    offer = Offer(
        name=said["name"],
        starts_at=said["starts_at"],
        ends_at=said["ends_at"],
        percent=said["percent"],
        conditions=said["conditions"],
        product_ids=tuple(product.pk for product in products),
    )
    promotion = make_promotion(request.shop, request.member, offer, now=timezone.now())
    messages.success(request, _("The promotion is kept; the checker knows it from now on."))
    return go(request, "evidence:promotion", promotion.pk)


def _products(form: PromotionForm) -> list[Product]:
    refs = {ref.strip() for ref in form.cleaned_data["search"].split(",") if ref.strip()}
    found = list(Product.objects.filter(ref__in=refs).order_by("pk")[:MOST_PRODUCTS])
    unknown = sorted(refs - {product.ref for product in found})
    if unknown:
        form.add_error("search", _("No product has the article number %(ref)s.") % {"ref": unknown[0]})
    return found


@require_safe
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """One promotion."""
    return _page(request, _promotion(pk), ExtendForm())


@require_POST
@may("keep_evidence")
def extend(request: DeskRequest, pk: int) -> HttpResponse:
    """Put the end off."""
    promotion = _promotion(pk)
    form = ExtendForm(request.POST)
    if form.is_valid():
        try:
            extend_promotion(
                promotion, request.member, ends_at=form.cleaned_data["ends_at"], now=timezone.now()
            )
        except (BadInput, Overtaken) as trouble:
            form.add_error("ends_at", str(trouble))
        else:
            return go(request, "evidence:promotion", pk)
    return _page(request, promotion, form, status=400)


@require_POST
@may("keep_evidence")
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Take it back."""
    try:
        withdraw_promotion(_promotion(pk), request.member, now=timezone.now())
    except Overtaken:
        messages.info(request, _("It was withdrawn already."))
    return go(request, "evidence:promotion", pk)


def _promotion(pk: int) -> Promotion:
    found = Promotion.objects.select_related("made_by__person", "shop").prefetch_related("products")
    return get_object_or_404(found, pk=pk)


def _page(request: DeskRequest, promotion: Promotion, form: ExtendForm, *, status: int = 200) -> HttpResponse:
    now = timezone.now()
    context = {
        "promotion": promotion,
        "form": form,
        "now": now,
        "may_extend": promotion.withdrawn_at is None and bool(promotion.ends_at and promotion.ends_at > now),
    }
    return show(request, "promotion", context, status=status)
