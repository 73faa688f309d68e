"""Tellings of an order laid together: the same ones, late, twice or in another order, give the same order.

Of each step the last moment holds, of each field what was told at the last moment; of two at the same moment the one
that sorts last, so that nothing hangs on which came in first.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from toonbank.conversations.arrivals import Forgotten, Inlet
from toonbank.conversations.forgotten import Place, forgotten_among, mark_of
from toonbank.conversations.orders.models import Order
from toonbank.conversations.orders.reading import OrderTold
from toonbank.conversations.rewriting import rewrite
from toonbank.shops.models import Shop

COLUMNS = ("customer", "mail_mark", "told", "steps", "last_at", "seen_at", "inlet")


def keep_orders(shop: Shop, tellings: Sequence[OrderTold], *, now: datetime, inlet: Inlet | None) -> set[str]:
    """Lay these tellings with what is known, in one transaction; returns the numbers that were not taken.

    Those are the numbers of which another door, still open, told before: two systems may use one number for two orders,
    and then one customer would see the purchase of another.
    """
    with transaction.atomic():
        numbers = {one.number for one in tellings}
        orders = locked(shop, numbers, now=now, inlet=inlet)
        foreign = {number for number, one in orders.items() if is_of_another(one, inlet)}
        # Only now: whoever forgets one of these orders at this moment had its row before us, or waits for it.
        gone = _forgotten(numbers)
        changed: dict[int, Order] = {}
        for one in tellings:
            if one.number in foreign | gone:
                continue
            order = orders[one.number]
            if fold(order, one):
                order.seen_at, order.inlet = now, inlet
                changed[order.pk] = order
        rewrite(list(changed.values()), COLUMNS)
        if gone:
            Order.objects.filter(shop=shop, number__in=gone).delete()
    return foreign


def fold(order: Order, one: OrderTold) -> bool:
    """Lay one telling with an order; whether anything changed."""
    at = one.at.isoformat(timespec="microseconds")
    before = json.dumps([order.told, order.steps], sort_keys=True)
    order.steps = order.steps | {one.step: max(at, order.steps.get(one.step, ""))}
    newer = {
        name: [at, value]
        for name, value in one.details.items()
        if _weight([at, value]) > _weight(order.told.get(name, ["", ""]))
    }
    order.told = order.told | newer
    order.customer = value_of(order, "customer") or ""
    order.mail_mark = value_of(order, "mail_mark") or ""
    order.last_at = datetime.fromisoformat(max(order.steps.values()))
    return json.dumps([order.told, order.steps], sort_keys=True) != before


def value_of(order: Order, name: str) -> Any:  # what JSON holds
    """What was told last of this field; None when nothing was."""
    return order.told[name][1] if name in order.told else None


def has_day(order: Order, step: str) -> bool:
    """Whether somebody said since when it was at this step; a list may only know the day of the order."""
    undated = order.told.get(undated_name(step))
    return undated is None or undated[0] != order.steps[step]


def undated_name(step: str) -> str:
    """What stands among the fields of a telling that says no more than that a step was reached."""
    return f"undated_{step}"


def forget_numbers(rows: Iterable[tuple[int, str]], now: datetime) -> None:
    """Keep the marks of these orders, each by its shop and its number: no telling brings them back."""
    Forgotten.objects.bulk_create(
        [Forgotten(shop_id=shop, mark=mark_of(order_place(number)), at=now) for shop, number in rows],
        ignore_conflicts=True,
    )


def order_place(number: str) -> Place:
    """Under which mark an order is forgotten."""
    return None, f"order:{number}"


def locked(shop: Shop, told: Iterable[str], *, now: datetime, inlet: Inlet | None) -> dict[str, Order]:
    """The rows of these numbers, made where there was none; always in the same turn, so that no two wait for each other."""
    numbers = sorted(told)
    there = set(Order.objects.filter(shop=shop, number__in=numbers).values_list("number", flat=True))
    new = [
        Order(shop=shop, number=number, last_at=now, seen_at=now, inlet=inlet)
        for number in numbers
        if number not in there
    ]
    Order.objects.bulk_create(new, ignore_conflicts=True)
    rows = Order.objects.select_for_update(of=("self",)).filter(shop=shop, number__in=numbers)
    known = rows.select_related("inlet").defer("inlet__secret").order_by("number")
    return {one.number: one for one in known}


def is_of_another(order: Order, inlet: Inlet | None) -> bool:
    """Whether another door, still open, told of this order."""
    told_by = order.inlet
    return inlet is not None and told_by is not None and told_by.pk != inlet.pk and told_by.closed_at is None


def _weight(told: list[Any]) -> tuple[str, str]:
    return told[0], json.dumps(told[1], sort_keys=True)


def _forgotten(numbers: Iterable[str]) -> set[str]:
    """An order that was erased with who ordered, or deleted by the shop system, does not come back."""
    places = {order_place(number): number for number in numbers}
    return {places[one] for one in forgotten_among(places.keys())}
