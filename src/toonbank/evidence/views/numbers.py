"""Numbers about customers and reviews, and what people counted by hand."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from toonbank.evidence.attesting import ReviewPlace, keep_review_source, note_count, note_reviews
from toonbank.evidence.forms import NumberForm, ReviewsForm
from toonbank.evidence.models import Attestation, CountSeen, ReviewsSeen
from toonbank.evidence.paging import Place, page_of, row_id
from toonbank.evidence.views.showing import show
from toonbank.shops.desk import DeskRequest, go, may

LATEST = 30


@require_safe
def numbers(request: DeskRequest) -> HttpResponse:
    """What was counted, newest first, and forms for what is known today."""
    return _page(request)


@require_POST
@may("keep_evidence")
def customers(request: DeskRequest) -> HttpResponse:
    """How many customers or orders."""
    form = NumberForm(request.POST)
    if not form.is_valid():
        return _page(request, status=400, number_form=form)
    note_count(request.shop, request.member, now=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Noted, with today's date."))
    return go(request, "evidence:numbers")


@require_POST
@may("keep_evidence")
def reviews(request: DeskRequest) -> HttpResponse:
    """What a review site shows."""
    form = ReviewsForm(request.POST)
    if not form.is_valid():
        return _page(request, status=400, reviews_form=form)
    said, now = form.cleaned_data, timezone.now()
    place = ReviewPlace(said["name"], said["address"], said["scale"], said["how_checked"])
    source = keep_review_source(request.shop, request.member, place, now=now)
    note_reviews(source, request.member, count=said["count"], average=said["average"], now=now)
    messages.success(request, _("Noted, with today's date."))
    return go(request, "evidence:numbers")


@require_safe
def counted(request: DeskRequest) -> HttpResponse:
    """What people vouched for, newest first."""
    found = Attestation.objects.select_related("product", "member__person")
    page = page_of(found, "-at", Place(after=row_id(request.GET.get("after"))))
    return show(request, "counted", {"page": page})


def _page(request: DeskRequest, *, status: int = 200, **forms: Any) -> HttpResponse:
    latest = ReviewsSeen.objects.select_related("source", "member__person").order_by("-at").first()
    initial = {}
    if latest is not None:
        place = latest.source
        initial = {
            "name": place.name,
            "scale": place.scale,
            "address": place.address,
            "how_checked": place.how_checked,
        }
    context = {
        "counts": CountSeen.objects.select_related("member__person").order_by("-at", "-pk")[:LATEST],
        "reviews": ReviewsSeen.objects.select_related("source", "member__person").order_by("-at", "-pk")[
            :LATEST
        ],
        "number_form": NumberForm(),
        "reviews_form": ReviewsForm(initial=initial),
    }
    return show(request, "numbers", context | forms, status=status)
