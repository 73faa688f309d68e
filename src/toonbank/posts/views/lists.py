"""Today, and the list of posts."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from toonbank.evidence.models import Product
from toonbank.posts.attention import Attention
from toonbank.posts.listing import FILTERS, about, page_of
from toonbank.shops.desk import DeskRequest, at

TABS = [
    ("all", _("All")),
    ("draft", _("Drafts")),
    ("submitted", _("Waiting for approval")),
    ("planned", _("Planned")),
    ("waiting", _("Held")),
    ("public", _("Published")),
    ("discarded", _("Thrown away")),
]


@require_GET
def today(request: DeskRequest) -> HttpResponse:
    """What needs you now."""
    now = timezone.now()
    return render(
        request, "posts/today.html", {"wait": Attention(request.shop, request.member, now), "now": now}
    )


@require_GET
def listed(request: DeskRequest) -> HttpResponse:
    """All posts, newest first."""
    standing = request.GET.get("standing", "all")
    standing = standing if standing in FILTERS else "all"
    words = request.GET.get("words", "").strip()[:100]
    page = page_of(request.shop, standing, words, request.GET.get("before", ""), now=timezone.now())
    return render(
        request,
        "posts/list.html",
        {
            "page": page,
            "standing": standing,
            "words": words,
            "is_first": "before" not in request.GET,
            "tabs": [(name, label, _address(standing=name, words=words)) for name, label in TABS],
            "next": _address(standing=standing, words=words, before=page.next) if page.next else "",
            "first": _address(standing=standing, words=words),
        },
    )


@require_GET
def about_product(request: DeskRequest, pk: int) -> HttpResponse:
    """What was said of a product: a part for its page, or the list of posts for who has no script."""
    product = get_object_or_404(Product, pk=pk)
    if not request.htmx:
        return redirect(at(request.shop, "posts:list") + _address(words=product.title))
    return render(request, "posts/_about.html", {"lines": about(product)})


def _address(**asked: str) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in asked.items() if value and value != "all"})
    return "?" + query.urlencode()
