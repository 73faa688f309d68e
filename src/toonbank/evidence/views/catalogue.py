"""The catalogue: found while typing, sifted, paged."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from toonbank.evidence.models import Product, ProductSet
from toonbank.evidence.paging import Place, page_of, row_id
from toonbank.evidence.sizing import by_size
from toonbank.evidence.views.showing import show
from toonbank.shops.desk import DeskRequest

LITTLE = 5
NOT_SEEN_FOR = timedelta(days=7)
# What a page shows: its name in the address, its label, and in which order.
SIFTS = (
    ("all", _("All"), "words"),
    ("low", _("Low stock"), "stock"),
    ("changed", _("Changed today"), "-changed_at"),
    ("unseen", _("Not seen lately"), "last_seen_at"),
)
_ORDERS = {name: order for name, _label, order in SIFTS}


@require_safe
def catalogue(request: DeskRequest) -> HttpResponse:
    """All products; htmx gets only the lines."""
    asked = request.GET
    sift = str(asked.get("show")) if asked.get("show") in _ORDERS else "all"
    words = " ".join(asked.get("words", "").split())[:200]
    found = _sifted(sift).named(words)
    page = page_of(found, _ORDERS[sift], _place(request))
    if _ORDERS[sift] == "words":  # a page that goes by name may hang the sizes of one article in their order
        page = replace(page, rows=by_size(page.rows))
    context = {
        "page": page,
        "show": sift,
        "words": words,
        "count": None if words else found.count(),
        "tabs": [(name, label, _address(name, words)) for name, label, _order in SIFTS],
        "first": _address(sift, words),
        "last": _address(sift, words, at="end"),
        "next": _address(sift, words, after=page.after) if page.after else "",
        "previous": _address(sift, words, before=page.before) if page.before else "",
        "is_new": sift == "all" and not words and not page.rows,
    }
    template = "_lines" if request.htmx else "catalogue"
    return show(request, template, context)


def _sifted(show: str) -> ProductSet:
    now = timezone.localtime()
    if show == "low":
        return Product.objects.filter(stock__gt=0, stock__lte=LITTLE)
    if show == "changed":
        return Product.objects.filter(changed_at__gte=now.replace(hour=0, minute=0, second=0, microsecond=0))
    if show == "unseen":
        return Product.objects.filter(last_seen_at__lt=now - NOT_SEEN_FOR)
    return Product.objects.all()


def _place(request: DeskRequest) -> Place:
    asked = request.GET
    return Place(row_id(asked.get("after")), row_id(asked.get("before")), asked.get("at") == "end")


def _address(show: str, words: str, **more: object) -> str:
    said = {"show": show if show != "all" else "", "words": words, **more}
    query = urlencode({name: value for name, value in said.items() if value})
    return f"?{query}" if query else "?"
