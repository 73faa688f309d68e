"""The sign on the door: whether the shop is open, and until or from when."""

from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from toonbank.shops.hours_reading import write_time
from toonbank.shops.models import Shop
from toonbank.shops.opening_hours import hours_of

A_WEEK, HALF_A_YEAR = 7, 183


def hours_sign(shop: Shop, now: datetime) -> str:
    """What hangs on the door; costs no query."""
    hours = hours_of(shop)
    if hours.is_open(now):
        closes = hours.closes_next(now)
        if closes is None or closes - now > timedelta(days=1):
            return _("Open")
        return _("Open until %(time)s") % {"time": _time(closes, shop)}
    opens = hours.opens_next(now)
    return _("Closed") if opens is None else _closed_until(opens, now, shop)


def _closed_until(opens: datetime, now: datetime, shop: Shop) -> str:
    at, today = opens.astimezone(shop.clock), now.astimezone(shop.clock).date()
    days = (at.date() - today).days
    told = {"time": _time(opens, shop)}
    if days == 0:
        return _("Closed, opens at %(time)s") % told
    if days < A_WEEK:
        return _("Closed, opens %(day)s at %(time)s") % (told | {"day": date_format(at, "l")})
    return _("Closed until %(day)s") % {"day": date_format(at, "j F" if days < HALF_A_YEAR else "j F Y")}


def _time(moment: datetime, shop: Shop) -> str:
    return write_time(moment.astimezone(shop.clock).time())
