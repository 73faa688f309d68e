"""What the demo shop's webshop tells of its orders: a handful of the last weeks, one of which a customer asks about."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.inlets import open_inlet
from toonbank.conversations.orders.folding import keep_orders
from toonbank.conversations.orders.reading import OrderTold, read_order
from toonbank.work.demo.opening import Cast

KEPT_FOR = 10
"""Days before today on which this is told; the days of a sale are counted from today too."""
LIFE = ("new", "paid", "sent", "delivered", "returned")


class Sale(NamedTuple):
    """One order: its number, the days ago on which each step of its life was, what, what it cost, whose."""

    number: str
    days_ago: tuple[int, ...]
    what: str
    total: str
    customer: str


SALES = (
    Sale("10417", (26, 26, 25, 24), "Kinderjas Wadloper, maat 128", "89.00", "4021"),
    Sale("10422", (21, 21, 20, 18), "Kinderjas Egel, maat 104", "69.00", "3870"),
    Sale("10429", (19, 19, 18, 17, 12), "Kinderjas Spreeuw, maat 116", "64.95", "4102"),
    Sale("10436", (14, 13, 13, 12), "Kinderjas Bosuil, maat 98", "74.95", "4021"),
    Sale("10441", (12, 12, 11), "Kinderjas Wadloper, maat 122", "89.00", "4110"),
)


def tell_orders(cast: Cast, *, now: datetime) -> None:
    """A door is opened for the webshop, and it tells of what was ordered."""
    inlet, _secret = open_inlet(cast.noor, "Webwinkel", now=now)
    tellings = [one for sale in SALES for one in _tellings(cast, sale, now)]
    keep_orders(cast.shop, tellings, now=now, inlet=inlet)
    Inlet.objects.filter(pk=inlet.pk).update(last_at=now)  # it knocked to tell this


def _tellings(cast: Cast, sale: Sale, now: datetime) -> Iterator[OrderTold]:
    today = (now + timedelta(days=KEPT_FOR)).astimezone(cast.shop.clock).date()
    for step, ago in zip(LIFE, sale.days_ago, strict=False):
        at = datetime.combine(today - timedelta(days=ago), time(9 + LIFE.index(step), 12), cast.shop.clock)
        told: dict[str, Any] = {"event": "order", "order": sale.number, "state": step, "at": at.isoformat()}
        if step == "new":
            lines = [{"what": sale.what, "count": 1}]
            told |= {"ordered_on": at.date().isoformat(), "lines": lines, "customer": sale.customer}
            told |= {"total": sale.total, "currency": "EUR"}
        if step == "sent":
            told["track"] = f"PostNL 3SJAS{sale.number}"
        yield read_order(told, cast.shop.pk, now=now)
