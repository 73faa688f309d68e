"""A list of orders brought in by a member of the shop, at the desk or by the command."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from toonbank.conversations.orders.folding import keep_orders
from toonbank.conversations.orders.reading import OrderTold
from toonbank.core.errors import NotAllowed
from toonbank.shops.models import Member, Shop

AT_ONCE = 500


def bring_orders(member: Member, tellings: Sequence[OrderTold], *, now: datetime) -> int:
    """Keep these orders; how many there are. The same list again changes nothing."""
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not write things down. Ask the owner of the shop."))
    return keep_list(member.shop, tellings, now=now)


def keep_list(shop: Shop, tellings: Sequence[OrderTold], *, now: datetime) -> int:
    """Keep them a batch at a time; a list that breaks off is brought once more."""
    for begin in range(0, len(tellings), AT_ONCE):
        keep_orders(shop, tellings[begin : begin + AT_ONCE], now=now, inlet=None)
    return len({one.number for one in tellings})
