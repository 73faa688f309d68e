"""An order in plain words: one line for how it stands, one for what was bought."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from toonbank.conversations.orders.folding import has_day, value_of
from toonbank.conversations.orders.models import Order, Step
from toonbank.evidence.wording import money

SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
MOST_LINES_SHOWN = 6


@dataclass(frozen=True)
class OrderLine:
    """What is shown of one order: how it stands, since when, what was in it, and who told us when."""

    number: str
    step: Step
    stands: str
    what: str
    details: tuple[str, ...]
    source: str
    seen_at: datetime

    @property
    def told(self) -> str:
        """All of it in one line, as a fact sheet keeps it."""
        details = "; ".join(part for part in (self.what, *self.details) if part)
        return f"{self.number}: {self.stands}" + (f". {details}" if details else "")


def line_of(order: Order) -> OrderLine:
    """This order, in the reader's language and on the shop's clock."""
    step, at = current_step(order)
    return OrderLine(
        number=order.number,
        step=step,
        stands=f"{stands(step)} {_('on %(day)s') % {'day': _day(at)}}" if at else stands(step),
        what=", ".join(_pieces(order)),
        details=tuple(_details(order, step)),
        source=order.inlet.name if order.inlet else _("a list"),
        seen_at=order.seen_at,
    )


def current_step(order: Order) -> tuple[Step, datetime | None]:
    """How far it got, and since when: the step told of the latest moment; of two at one moment the later in an order's life.

    A step of which nobody said since when has no moment to go by: it holds where it is further in an order's life.
    """
    life = list(Step.values)
    known = {step: at for step, at in order.steps.items() if has_day(order, step)}
    step = max(known, key=lambda one: (known[one], life.index(one)), default="")
    further = max((one for one in order.steps if one not in known), key=life.index, default="")
    if further and (not step or life.index(further) > life.index(step)):
        return Step(further), None
    return Step(step), datetime.fromisoformat(known[step])


def stands(step: Step) -> str:
    """What a colleague would say of it."""
    return {
        Step.NEW: _("ordered, not yet paid or sent"),
        Step.PAID: _("paid, not yet sent"),
        Step.SENT: _("sent"),
        Step.DELIVERED: _("delivered"),
        Step.RETURNED: _("came back"),
        Step.CANCELLED: _("cancelled, nothing will come"),
    }[step]


def _pieces(order: Order) -> Iterator[str]:
    lines: list[Any] = value_of(order, "lines") or []
    for count, what in lines[:MOST_LINES_SHOWN]:
        yield f"{count} × {what}"
    if len(lines) > MOST_LINES_SHOWN:
        yield _("and %(n)d more") % {"n": len(lines) - MOST_LINES_SHOWN}


def _details(order: Order, step: Step) -> Iterator[str]:
    """What else is known: when it was ordered and sent, what it cost, where the parcel is."""
    ordered_on, total, track = (value_of(order, name) for name in ("ordered_on", "total", "track"))
    if ordered_on:
        yield _("ordered on %(day)s") % {"day": _short(date.fromisoformat(ordered_on))}
    elif step != Step.NEW and Step.NEW in order.steps:
        yield _("ordered on %(day)s") % {"day": _day(datetime.fromisoformat(order.steps[Step.NEW]))}
    if step != Step.SENT and Step.SENT in order.steps and has_day(order, Step.SENT):
        yield _("sent on %(day)s") % {"day": _day(datetime.fromisoformat(order.steps[Step.SENT]))}
    if total:
        yield _amount(total)
    if track:
        yield _("parcel: %(track)s") % {"track": track}


def _amount(total: str) -> str:
    """ "89.95 EUR" as it stands on a receipt."""
    amount, currency = total.split(" ")
    return f"{SIGNS.get(currency, currency)}\N{NO-BREAK SPACE}{money(int(Decimal(amount) * 100))}"


def _day(at: datetime) -> str:
    clock: tzinfo = get_current_timezone()
    return _short(at.astimezone(clock).date())


def _short(day: date) -> str:
    return date_format(day, "j F Y")
