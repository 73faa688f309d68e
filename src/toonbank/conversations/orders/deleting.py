"""The shop system deleted an order, or whoever ordered it: what we copied of it goes, for good, whichever is told first."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.casebook import Case
from toonbank.conversations.orders.folding import forget_numbers, is_of_another, locked
from toonbank.conversations.orders.models import Order
from toonbank.shops.models import Shop


def delete_orders(shop: Shop, numbers: Collection[str], *, now: datetime, inlet: Inlet) -> set[str]:
    """Delete these orders and take no telling of them any more; returns the numbers that were left alone.

    Those are the numbers that another door, still open, told of. The rows are made first where there are none, so that a
    telling at the same moment waits for us, and then sees that its order is gone.
    """
    with transaction.atomic():
        orders = locked(shop, numbers, now=now, inlet=inlet)
        foreign = {number for number, one in orders.items() if is_of_another(one, inlet)}
        gone = set(numbers) - foreign
        forget_numbers([(shop.pk, number) for number in sorted(gone)], now)
        Order.objects.filter(shop=shop, number__in=gone).delete()
        _take_off_the_sheets(shop, gone)
    return foreign


def _take_off_the_sheets(shop: Shop, gone: Collection[str]) -> None:
    """What was read from these orders leaves the fact sheets of complaints. No database of ours finds a line by its number."""
    sheets = Case.objects.filter(shop=shop).exclude(facts=[]).values_list("pk", "facts")
    found = [pk for pk, facts in sheets.iterator() if any(line.get("order") in gone for line in facts)]
    for case in Case.objects.select_for_update(of=("self",)).filter(pk__in=found).order_by("pk"):
        left = [line for line in case.facts if line.get("order") not in gone]
        Case.objects.filter(pk=case.pk).update(facts=left)
