"""What a product's page tells of its past: the two charts in words, and the table beneath."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from toonbank.core.money import lowest_known, lowest_price, reduction_start
from toonbank.evidence.charts import Step, StepChart, frame_for, price_chart, stock_chart, within
from toonbank.evidence.facts import asked_prices
from toonbank.evidence.models import PriceSeen, Product, StockSeen
from toonbank.evidence.wording import day, money

SHOWN_FOR = timedelta(days=90)
LATELY = timedelta(days=30)
PRICES_FOR = timedelta(days=150)
MOST_LINES = 60


@dataclass(frozen=True)
class Chart:
    """One chart with all its words. `said` is what a screen reader says of the drawing."""

    title: str
    message: str
    said: str
    drawing: StepChart | None
    since: str
    until: str
    is_low: bool = False


@dataclass(frozen=True)
class HistoryLine:
    """One row of the table: what was known from this moment on."""

    at: datetime
    source: str
    stock: int | None
    availability: str
    price_cents: int | None


@dataclass(frozen=True)
class History:
    """The past of one product, as far as its page shows it."""

    stock: Chart
    price: Chart
    lines: tuple[HistoryLine, ...]
    lowest_cents: int | None
    was_at_most_cents: int | None


def history_of(product: Product, now: datetime) -> History:
    """Two questions: the stock and the prices as they were seen."""
    stocks = list(product.stock_seen.filter(last_seen_at__gte=now - SHOWN_FOR).order_by("seen_at"))
    prices = list(product.price_seen.filter(last_seen_at__gte=now - PRICES_FOR).order_by("seen_at"))
    asked = asked_prices(prices)
    reduced_at = reduction_start(asked, now)
    was = lowest_price(asked, reduced_at, first_offered=product.first_offered_at)
    lowest = lowest_known(asked, now - LATELY, now)
    return History(
        stock=_stock(stocks, now),
        price=_price(
            prices,
            now,
            reduced_at=reduced_at,
            message=_price_message(product, was, reduced_at, now),
            lowest=lowest,
        ),
        lines=_lines(stocks, prices, now),
        lowest_cents=lowest,
        was_at_most_cents=was,
    )


def _stock(rows: Sequence[StockSeen], now: datetime) -> Chart:
    since = now - SHOWN_FOR
    steps = within([Step(row.seen_at, row.amount) for row in rows], since)
    has_numbers = any(step.value is not None for step in steps)
    frame = frame_for(steps, since, now, from_zero=True)
    message = _stock_message(steps, now) if has_numbers else _no_numbers(bool(rows))
    about = {"since": day(since), "until": day(now), "message": message}
    return Chart(
        _("Stock, 90 days"),
        message,
        _("Stock from %(since)s to %(until)s. %(message)s") % about + _from_to(steps),
        stock_chart(steps, frame, _stock_word) if has_numbers else None,
        day(since),
        day(now),
    )


def _stock_word(what: str, value: int) -> str:
    return _("sold out") if what == "sold_out" else _("%(n)s now") % {"n": value}


def _stock_message(steps: Sequence[Step], now: datetime) -> str:
    known = [step for step in steps if step.value is not None]
    restocked = sum(1 for before, after in pairwise(known) if (after.value or 0) > (before.value or 0))
    ends = [step.at for step in steps[1:]] + [now]
    empty_for = sum(
        (end - step.at for step, end in zip(steps, ends, strict=True) if step.value == 0), timedelta()
    )
    added = (
        ngettext("Restocked once", "Restocked %(n)s times", restocked) % {"n": restocked}
        if restocked
        else _("Nothing was added")
    )
    if not empty_for:
        return _("%(added)s; never sold out.") % {"added": added}
    days = max(1, round(empty_for / timedelta(days=1)))
    empty = ngettext("sold out for a day", "sold out for %(n)s days", days) % {"n": days}
    return _("%(added)s; %(empty)s.") % {"added": added, "empty": empty}


def _from_to(steps: Sequence[Step]) -> str:
    known = [step.value for step in steps if step.value is not None]
    if not known:
        return ""
    return " " + _("It went from %(first)s to %(last)s; the lowest was %(low)s and the highest %(high)s.") % {
        "first": known[0], "last": known[-1], "low": min(known), "high": max(known)
    }  # fmt: skip


def _no_numbers(is_seen: bool) -> str:
    if is_seen:
        return _("The sources give no numbers. They prove that there is some, never how many.")
    return _("The stock was not seen in these 90 days.")


def _price(
    rows: Sequence[PriceSeen], now: datetime, *, reduced_at: datetime, message: str, lowest: int | None
) -> Chart:
    since = now - SHOWN_FOR
    steps = within([Step(row.seen_at, row.price_cents) for row in rows], since)
    frame = frame_for(steps, since, now, from_zero=False)
    said = _("Price from %(since)s to %(until)s. %(message)s") % {
        "since": day(since), "until": day(now), "message": message
    }  # fmt: skip
    if lowest is not None:
        said += " " + _("The lowest price of the last 30 days is %(price)s.") % {"price": money(lowest)}
    # What reduced the price longer ago than the chart reaches leaves nothing to shade in it but the last days.
    counts_until = reduced_at if reduced_at > since else now
    drawing = (
        price_chart(steps, frame, counts_until - LATELY, _price_word, until=counts_until) if steps else None
    )
    return Chart(_("Price, 90 days"), message, said, drawing, day(since), day(now), is_low=True)


def _price_word(what: str, cents: int) -> str:
    price = {"price": money(cents)}
    words = {"lowest": _("lowest: %(price)s") % price, "now": _("%(price)s now") % price}
    return words.get(what, money(cents))


def _price_message(product: Product, was: int | None, reduced_at: datetime, now: datetime) -> str:
    """What a "was" price may be. Source: Directive 98/6/EC art. 6a, through `core.money`."""
    current = product.price_cents
    if current is None:
        return _("No price was seen.")
    if was is None:
        return _("The prices on file go back less than 30 days, so no ‘was’ price can be shown yet.")
    told = {"was": money(was), "now": money(current), "day": day(reduced_at)}
    if reduced_at < now and was > current:
        return _("Reduced on %(day)s. A ‘was’ price may be at most %(was)s.") % told
    if was > current:
        return _("A ‘was’ price may now be at most %(was)s.") % told
    return _("A ‘was’ price may now be at most %(was)s. At %(now)s there is no discount to tell of.") % told


def _lines(
    stocks: Sequence[StockSeen], prices: Sequence[PriceSeen], now: datetime
) -> tuple[HistoryLine, ...]:
    """Newest first; each line tells both, also when only one of them changed."""
    since = now - SHOWN_FOR
    seen = {row.seen_at for row in stocks} | {row.seen_at for row in prices}
    shown = sorted(at for at in seen if at >= since)
    lines = []
    for at in shown[-MOST_LINES:]:
        stock = next((row for row in reversed(stocks) if row.seen_at <= at), None)
        price = next((row for row in reversed(prices) if row.seen_at <= at), None)
        said_by = stock if stock is not None and stock.seen_at == at else price
        lines.append(
            HistoryLine(
                at,
                said_by.source if said_by else "",
                stock.amount if stock else None,
                stock.get_availability_display() if stock else "",
                price.price_cents if price else None,
            )
        )
    return tuple(reversed(lines))
