"""Orders of Jas as its shop system would tell of them."""

from datetime import datetime
from typing import Any

from conftest import NOW
from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.inlets import open_inlet
from toonbank.conversations.orders.folding import keep_orders
from toonbank.conversations.orders.reading import read_order
from toonbank.shops.models import Member, Shop

WAD = {"what": "Wadloper, maat 98", "count": 1}
NEW = {
    "event": "order",
    "order": "1007",
    "state": "new",
    "at": "2026-11-03T09:12:00Z",
    "ordered_on": "2026-11-03",
    "lines": [WAD],
    "total": "89.95",
    "currency": "EUR",
    "customer": "K-77",
    "email": "dewit@post.example",
}
PAID = {"event": "order", "order": "1007", "state": "paid", "at": "2026-11-03T09:14:00Z"}
SENT = {
    "event": "order",
    "order": "1007",
    "state": "sent",
    "at": "2026-11-04T15:30:00Z",
    "track": "PostNL 3SJAS001",
}
DELIVERED = {"event": "order", "order": "1007", "state": "delivered", "at": "2026-11-06T11:05:00Z"}
STORY = (NEW, PAID, SENT, DELIVERED)


def opened(noor: Member, name: str = "Webwinkel") -> Inlet:
    """A door for a shop system."""
    inlet, _secret = open_inlet(noor, name, now=NOW)
    return Inlet.objects.select_related("shop").get(pk=inlet.pk)


def told(shop: Shop, *events: dict[str, Any], now: datetime = NOW, inlet: Inlet | None = None) -> set[str]:
    """The shop system tells this, and it is kept; the numbers that were not taken."""
    tellings = [read_order(one, shop.pk, now=now) for one in events]
    return keep_orders(shop, tellings, now=now, inlet=inlet)
