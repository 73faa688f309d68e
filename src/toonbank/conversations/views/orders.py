"""How orders get here: by a door for the shop system, or as a list whose columns are pointed out before anything is kept."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from toonbank.conversations.orders.bringing import bring_orders
from toonbank.conversations.orders.folding import fold
from toonbank.conversations.orders.listing import HEADINGS, ListedOrders, UnclearColumns, read_orders
from toonbank.conversations.orders.models import Order
from toonbank.conversations.orders.reading import OrderTold
from toonbank.conversations.orders.wording import OrderLine, line_of
from toonbank.core.errors import BadInput, ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, go, may
from toonbank.sources.encodings import text_of

LARGEST = 500_000
"""Bytes of a list in the browser; `toonbank orders` takes larger ones."""
SHOWN = 8
MOST_BAD = 50
FIELDS: Mapping[str, str | Promise] = {
    "order": gettext_lazy("Order number"),
    "state": gettext_lazy("State"),
    "when": gettext_lazy("State since"),
    "ordered_on": gettext_lazy("Ordered on"),
    "what": gettext_lazy("What was ordered"),
    "count": gettext_lazy("How many"),
    "total": gettext_lazy("Total"),
    "currency": gettext_lazy("Currency"),
    "track": gettext_lazy("Parcel"),
    "customer": gettext_lazy("Customer number"),
    "email": gettext_lazy("E-mail, kept as a mark only"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def listed(request: DeskRequest) -> HttpResponse:
    """The page; a POST shows what we make of a list, and keeps it when somebody says so."""
    if request.method != "POST":
        return _page(request)
    content = _content(request)
    try:
        if len(content) > LARGEST:
            raise BadInput(
                _("This list has more than %(most)d bytes. Bring it in parts, or with toonbank orders.")
                % {"most": LARGEST}
            )
        found = _read(request, content)
        if request.POST.get("do") != "keep":
            return _look(request, content, found)
        count = bring_orders(request.member, found.orders, now=timezone.now())
    except UnclearColumns as trouble:
        nothing = ListedOrders(trouble.header, trouble.columns, (), ())
        return _look(request, content, nothing, asks=str(trouble))
    except ToonbankError as trouble:
        return _page(request, problem=in_words(trouble))
    text = ngettext("%(n)d order is known here now.", "%(n)d orders are known here now.", count)
    messages.success(request, text % {"n": count})
    return go(request, "conversations:orders")


def _read(request: DeskRequest, content: bytes) -> ListedOrders:
    chosen = {name: request.POST.get(f"column-{name}", "") for name in HEADINGS}
    columns = {name: heading for name, heading in chosen.items() if heading} if any(chosen.values()) else None
    shop = request.shop
    return read_orders(content, shop.pk, shop.clock, columns=columns, now=timezone.now())


def _look(request: DeskRequest, content: bytes, found: ListedOrders, **more: Any) -> HttpResponse:
    return _page(
        request,
        found=found,
        choices=[(name, FIELDS[name], found.columns.get(name, "")) for name in HEADINGS],
        lines=[_shown(one) for one in found.orders[:SHOWN]],
        bad=found.bad[:MOST_BAD],
        more_bad=max(0, len(found.bad) - MOST_BAD),
        count=len({one.number for one in found.orders}),
        content=text_of(content),
        **more,
    )


def _shown(one: OrderTold) -> OrderLine:
    """How it would stand here if nothing else was known of it."""
    order = Order(number=one.number, seen_at=timezone.now())
    fold(order, one)
    return line_of(order)


def _content(request: DeskRequest) -> bytes:
    file = request.FILES.get("list")
    return file.read(LARGEST + 1) if file else request.POST.get("content", "").encode()


def _page(request: DeskRequest, **more: Any) -> HttpResponse:
    newest = Order.objects.order_by("-last_at").only("last_at").first() if "found" not in more else None
    context = {"newest": newest, **more}
    return render(request, "conversations/orders.html", context, status=422 if "problem" in more else 200)
