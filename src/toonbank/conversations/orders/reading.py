"""What a shop system tells of an order, read strictly: a wrong type is refused by name, and nothing personal is taken in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from toonbank.conversations.events import BadEvent, moment, whole
from toonbank.conversations.orders.models import LONGEST_NUMBER, Step, plain_number

ORDER = "order"
"""The `event` by which an order is told from what somebody says."""
DELETED = "order_deleted"
"""The `event` by which a shop system says that an order is no longer in its own books."""
FIELDS = frozenset(
    {
        "event",
        "order",
        "state",
        "at",
        "ordered_on",
        "lines",
        "total",
        "currency",
        "track",
        "customer",
        "email",
    }
)
LONGEST = {"order": LONGEST_NUMBER, "customer": LONGEST_NUMBER, "track": 200, "email": 254, "total": 20}
LONGEST_LINE = 200
MOST_LINES = 50
MOST_PIECES = 9_999
AHEAD = timedelta(days=1)
_TOTAL = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True)
class OrderTold:
    """One telling: at `at` the order was at this step, and the rest was so. `details` holds only what was told."""

    number: str
    step: str
    at: datetime
    details: Mapping[str, Any]  # what goes into JSON, by its name in `folding`


def read_order(said: Mapping[str, Any], shop_id: int, *, now: datetime) -> OrderTold:
    """The telling in an event of a webhook; BadEvent names the field that is wrong."""
    unknown = sorted(str(name) for name in said.keys() - FIELDS)
    if unknown:
        raise BadEvent(
            unknown[0][:60],
            _(
                "An order has no such field here; names and addresses are not kept. See docs/using/webhook.md."
            ),
        )
    number = _number(said)
    texts = {name: _text(said, name) for name in LONGEST}
    at = moment(said, "at")
    if at is None:
        raise BadEvent("at", _("An order needs the moment at which it was in this state."))
    if at > now + AHEAD:
        raise BadEvent("at", _("This moment lies in the future."))
    details = {
        "ordered_on": _day(said.get("ordered_on"), now),
        "lines": _lines(said.get("lines")),
        "total": _total(texts["total"], said.get("currency")),
        "track": " ".join(texts["track"].split()),
        "customer": plain_number(texts["customer"]),
        "mail_mark": mark_of_mail(shop_id, texts["email"]) if texts["email"].strip() else "",
    }
    return OrderTold(number, _step(said), at, {name: value for name, value in details.items() if value})


def read_deleted(said: Mapping[str, Any]) -> str:
    """The number of the order that was deleted; BadEvent names the field that is wrong."""
    unknown = sorted(str(name) for name in said.keys() - {"event", "order"})
    if unknown:
        raise BadEvent(
            unknown[0][:60], _("A deleted order is told by its number alone: order, and nothing else.")
        )
    return _number(said)


def mark_of_mail(shop_id: int, address: str) -> str:
    """What stands for an e-mail address: the same one is known again by who holds our key, and nobody reads it back."""
    return salted_hmac(
        f"toonbank.orders:{shop_id}", address.strip().casefold(), algorithm="sha256"
    ).hexdigest()


def _number(said: Mapping[str, Any]) -> str:
    number = plain_number(_text(said, "order"))
    if not number:
        raise BadEvent("order", _("An order needs its number."))
    return number


def _step(said: Mapping[str, Any]) -> str:
    given = said.get("state")
    if not isinstance(given, str) or given not in Step.values:
        words = {"field": "state", "words": ", ".join(Step.values)}
        raise BadEvent("state", _("%(field)s must be one of %(words)s.") % words)
    return given


def _text(said: Mapping[str, Any], name: str) -> str:
    given, most = said.get(name), LONGEST[name]
    if given is None:
        return ""
    if not isinstance(given, str):
        raise BadEvent(name, _("%(field)s must be a text.") % {"field": name})
    if len(given) > most:
        told = {"field": name, "most": most}
        raise BadEvent(name, _("%(field)s has more than %(most)d characters.") % told)
    return whole(given)


def _day(given: object, now: datetime) -> str:
    if given is None:
        return ""
    try:
        if isinstance(given, str) and _DAY.fullmatch(given):
            day = date.fromisoformat(given)
            if day <= (now + AHEAD).date():
                return given
    except ValueError:
        pass
    raise BadEvent("ordered_on", _("ordered_on must be a day that has been, such as 2026-11-03."))


def _lines(given: object) -> list[list[Any]]:  # [how many, of what]: as JSON keeps it
    if given is None:
        return []
    if not isinstance(given, list) or len(given) > MOST_LINES:
        raise BadEvent("lines", _("lines must be a list of at most %(most)d lines.") % {"most": MOST_LINES})
    return [_line(one) for one in given]


def _line(given: object) -> list[Any]:
    """How many, of what."""
    if isinstance(given, dict) and not given.keys() - {"what", "count"}:
        what, count = given.get("what"), given.get("count", 1)
        is_count = isinstance(count, int) and not isinstance(count, bool) and 1 <= count <= MOST_PIECES
        if isinstance(what, str) and what.strip() and len(what) <= LONGEST_LINE and is_count:
            return [count, " ".join(whole(what).split())]
    told = {"longest": LONGEST_LINE, "most": MOST_PIECES}
    raise BadEvent(
        "lines",
        _("A line holds what (a text of at most %(longest)d characters) and count (1 to %(most)d).") % told,
    )


def _total(amount: str, currency: object) -> str:
    """ "89.95 EUR"; "" when no amount is told."""
    if currency is not None and not (isinstance(currency, str) and _CURRENCY.fullmatch(currency)):
        raise BadEvent("currency", _("currency must be three capitals, such as EUR."))
    if not amount:
        return ""
    if not _TOTAL.fullmatch(amount):
        raise BadEvent("total", _("total must be an amount in a text, such as “89.95”."))
    return f"{amount} {currency or 'EUR'}"
