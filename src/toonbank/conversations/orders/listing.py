"""Orders out of a list (CSV): which column is what, one telling for each order, and the rows that cannot be used."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from toonbank.conversations.orders.folding import undated_name
from toonbank.conversations.orders.models import Step
from toonbank.conversations.orders.reading import MOST_LINES, OrderTold, read_order
from toonbank.conversations.told import moment_on
from toonbank.core.errors import BadInput, SourceTrouble
from toonbank.sources.bytestream import BLOCK
from toonbank.sources.mapping import plain_heading
from toonbank.sources.prices import Unreadable, read_price
from toonbank.sources.records import Record, records
from toonbank.sources.table import Layout, read_layout

MOST_ROWS = 200_000
HEADINGS = {
    "order": "bestelnummer|ordernummer|order nummer|order|bestelling|bestel nummer|order number|order no|order id|nummer|number",
    "state": "status|staat|state|orderstatus|order status|fulfillment status|stand",
    "when": "wanneer|moment|gewijzigd|gewijzigd op|statusdatum|status datum|when|changed|changed at|modified|date modified",
    "ordered_on": "besteld op|besteldatum|orderdatum|order datum|datum|ordered on|order date|ordered|date|created at|date created",
    "what": "wat|artikel|artikelen|product|omschrijving|regel|what|item|items|line|lineitem name|product name|item name",
    "count": "aantal|stuks|hoeveel|count|quantity|qty|lineitem quantity|item quantity",
    "total": "totaal|bedrag|totaalbedrag|orderbedrag|total|amount|order total|order total amount",
    "currency": "valuta|munt|currency|order currency",
    "track": "track|track en trace|track trace|tracking|trackingnummer|zending|pakket|tracking number|parcel",
    "customer": "klantnummer|klant nummer|klantnr|klant nr|customer number|customer id|customer no|klant id",
    "email": "email|e mail|e mailadres|emailadres|mailadres|billing email|customer email",
}
"""Our fields, and the headings that mean them. Columns with names and addresses are not among them, and are not read."""
STATES = {
    "nieuw": "new", "besteld": "new", "open": "new", "new": "new", "ordered": "new", "pending": "new", "on hold": "new",
    "betaald": "paid", "paid": "paid", "processing": "paid", "in behandeling": "paid", "wordt verwerkt": "paid",
    "verzonden": "sent", "verstuurd": "sent", "sent": "sent", "shipped": "sent", "fulfilled": "sent", "completed": "sent",
    "afgerond": "sent", "bezorgd": "delivered", "geleverd": "delivered", "afgeleverd": "delivered", "delivered": "delivered",
    "opgehaald": "delivered", "picked up": "delivered", "retour": "returned", "teruggestuurd": "returned",
    "geretourneerd": "returned", "returned": "returned", "geannuleerd": "cancelled", "cancelled": "cancelled",
    "canceled": "cancelled", "vervallen": "cancelled",
}  # fmt: skip
"""What shop systems call a state; "completed" is what WooCommerce says of what was sent, "processing" of what was paid."""


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be used: its line in the file, the order when it can be read, and why."""

    line: int
    order: str
    why: str


@dataclass(frozen=True)
class ListedOrders:
    """What a list holds; `columns` says which heading was taken for which field."""

    header: tuple[str, ...]
    columns: Mapping[str, str]
    orders: tuple[OrderTold, ...]
    bad: tuple[BadRow, ...]


class UnclearColumns(BadInput):
    """It is not clear which column is what: a person must point them out."""

    def __init__(self, why: str, header: tuple[str, ...], columns: Mapping[str, str]) -> None:
        super().__init__(why)
        self.header, self.columns = header, columns


def read_orders(
    content: bytes, shop_id: int, clock: ZoneInfo, *, columns: Mapping[str, str] | None = None, now: datetime
) -> ListedOrders:
    """The orders of a list; without `columns` the headings tell. BadInput when it is no list, UnclearColumns when they
    do not tell enough.

    Rows of one order, as some shop systems write one for each article, become one order with all its lines.
    """
    layout = _layout(content)
    chosen = dict(columns) if columns is not None else guess_columns(layout.header)
    _must_do(chosen, layout)
    places = {field: layout.header.index(heading) for field, heading in chosen.items()}
    found: dict[tuple[str, str, datetime], OrderTold] = {}
    latest: dict[str, OrderTold] = {}
    bad = []
    for record in _rows(content, layout):
        row = {field: _cell(record, place) for field, place in places.items()}
        try:
            said = _said(_whole(record, row), clock, latest.get(row["order"]), now)
            one = _dated(read_order(said, shop_id, now=now), row)
        except BadInput as trouble:
            bad.append(BadRow(record.line, row["order"][:60], str(trouble)))
            continue
        key = one.number, one.step, one.at
        latest[row["order"]] = one
        found[key] = _together(found[key], one) if key in found else one
    return ListedOrders(layout.header, chosen, tuple(found.values()), tuple(bad))


def headings_of(content: bytes) -> dict[str, str]:
    """What the headings of this list seem to mean; BadInput when it has none."""
    return guess_columns(_layout(content).header)


def guess_columns(header: Sequence[str]) -> dict[str, str]:
    """Our fields and the headings that mean them, each heading once."""
    plain = {plain_heading(heading.replace("&", " en ")): heading for heading in reversed(header)}
    found: dict[str, str] = {}
    for field, names in HEADINGS.items():
        heading = next((plain[name] for name in names.split("|") if name in plain), "")
        if heading and heading not in found.values():
            found[field] = heading
    return found


def _layout(content: bytes) -> Layout:
    if not content.strip():
        raise BadInput(_("The list is empty."))
    try:
        return read_layout(content[:BLOCK])
    except SourceTrouble as trouble:
        raise BadInput(_in_language(trouble.shown)) from trouble


def _must_do(columns: Mapping[str, str], layout: Layout) -> None:
    def unclear(why: str) -> UnclearColumns:
        return UnclearColumns(why, layout.header, columns)

    unknown = sorted(columns.keys() - HEADINGS.keys())
    if unknown:
        fields = {"name": unknown[0][:60], "known": ", ".join(HEADINGS)}
        raise unclear(_("“%(name)s” is nothing that we know of an order; known are %(known)s.") % fields)
    lost = next((one for one in columns.values() if one not in layout.header), None)
    if lost is not None:
        raise unclear(_("There is no column “%(name)s” in this list.") % {"name": lost[:60]})
    if "order" not in columns:
        raise unclear(_("Say which column holds the order number."))
    if not columns.keys() & {"when", "ordered_on"}:
        raise unclear(
            _("Say which column holds the day: when it was ordered, or since when the state holds.")
        )


def _rows(content: bytes, layout: Layout) -> Iterator[Record]:
    """The rows below the heading."""
    is_below = False
    for number, record in enumerate(records(io.BytesIO(content), layout.encoding, layout.delimiter)):
        if number > MOST_ROWS:
            raise BadInput(_("At most %(most)d rows at once.") % {"most": MOST_ROWS})
        if is_below:
            yield record
        elif tuple(cell.strip() for cell in record.cells) == layout.header:
            is_below = True


def _whole(record: Record, row: dict[str, str]) -> dict[str, str]:
    if record.broken:
        raise BadInput(_in_language(record.broken))
    return row


def _cell(record: Record, place: int) -> str:
    return record.cells[place].strip() if place < len(record.cells) else ""


def _said(row: Mapping[str, str], clock: ZoneInfo, known: OrderTold | None, now: datetime) -> dict[str, Any]:
    """The row as a webhook would tell it. What a further row of one order leaves open is as in the row before."""
    ordered_on = _day(row.get("ordered_on", ""), clock, now)
    told: dict[str, Any] = {
        "order": row["order"],
        "ordered_on": ordered_on.isoformat() if ordered_on else None,
    }
    told["state"] = _state(row.get("state", ""), known)
    told["at"] = _at(row.get("when", ""), ordered_on, clock, known=known, now=now).isoformat()
    told |= {name: row[name] for name in ("track", "customer", "email") if row.get(name)}
    if row.get("total"):
        told |= {"total": _amount(row["total"]), "currency": row.get("currency", "").upper() or None}
    if row.get("what"):
        told["lines"] = [{"what": row["what"][:200], "count": _count(row.get("count", ""))}]
    return {name: value for name, value in told.items() if value is not None}


def _state(given: str, known: OrderTold | None) -> str:
    plain = " ".join(given.lower().removeprefix("wc-").replace("-", " ").split())
    if not plain:
        return known.step if known else Step.NEW
    if plain not in STATES:
        raise BadInput(
            _("“%(given)s” is no state: write new, paid, sent, delivered, returned or cancelled.")
            % {"given": given[:40]}
        )
    return STATES[plain]


def _at(
    given: str, ordered_on: date | None, clock: ZoneInfo, *, known: OrderTold | None, now: datetime
) -> datetime:
    if given:
        return moment_on(clock, given, now).astimezone(UTC)
    if ordered_on is not None:
        return datetime(ordered_on.year, ordered_on.month, ordered_on.day, tzinfo=clock).astimezone(UTC)
    if known is not None:
        return known.at
    raise BadInput(_("A row needs the day of the order, or since when its state holds."))


def _day(given: str, clock: ZoneInfo, now: datetime) -> date | None:
    return moment_on(clock, given, now).astimezone(clock).date() if given else None


def _amount(given: str) -> str:
    try:
        cents = read_price(given)
    except Unreadable as trouble:
        raise BadInput(_in_language(trouble.words)) from trouble
    return f"{cents // 100}.{cents % 100:02d}"


def _count(given: str) -> int:
    if not given:
        return 1
    plain = given.removesuffix(",00").removesuffix(".00").removesuffix(".0")
    if not (plain.isascii() and plain.isdigit() and len(plain) < 6):
        raise BadInput(_("“%(given)s” is no number of pieces.") % {"given": given[:40]})
    return int(plain)


def _dated(one: OrderTold, row: Mapping[str, str]) -> OrderTold:
    """A list that only knows the day of the order does not say since when it is sent or delivered."""
    if one.step == Step.NEW or row.get("when"):
        return one
    return replace(one, details={**one.details, undated_name(one.step): True})


def _together(one: OrderTold, more: OrderTold) -> OrderTold:
    """Two rows of one order: their lines stand below each other."""
    lines = [*one.details.get("lines", []), *more.details.get("lines", [])][:MOST_LINES]
    details = {**more.details, **one.details} | ({"lines": lines} if lines else {})
    return replace(one, details=details)


def _in_language(words: Mapping[str, str]) -> str:
    return words.get(get_language() or "nl", words["en"])
