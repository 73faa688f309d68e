"""From the texts of one item to a product, or to the reason why not. What only adorns a product never costs the row."""

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from toonbank.sources.moments import read_day, read_period
from toonbank.sources.prices import DecimalMark, Unreadable, cut, read_price
from toonbank.sources.seen import Availability, BadRow, Item, Row, SeenProduct, Words
from toonbank.sources.stock import read_availability, read_count

LONGEST_REF = 200
LONGEST_TITLE = 500
LONGEST_TEXT = 500
LONGEST_ADDRESS = 2_000

# Our own names for what a source can tell; feeds and mappings are translated into these.
FIELDS = (
    "ref", "title", "link", "image_link", "brand", "gtin", "group_ref", "size", "color", "category",
    "availability", "stock", "price", "sale_price", "sale_period", "sale_starts", "sale_ends", "restock_on",
)  # fmt: skip

# Control characters too: a database does not take them, and nobody typed them on purpose.
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_GTIN = re.compile(r"\d{8}|\d{12,14}", re.ASCII)
_BETWEEN_DIGITS = re.compile(r"[\s\-]+")
_LOOSE_ENDS = " \t-–,;:|/"


@dataclass(frozen=True)
class Habits:
    """How this file writes: the mark before the cents (None: not known) and the clock of times without a zone."""

    zone: tzinfo
    decimal: DecimalMark | None = None


DUTCH_CLOCK = ZoneInfo("Europe/Amsterdam")


def read_product(item: Item, habits: Habits) -> Row | BadRow:
    """The product of one item; a BadRow when its number, price or stock cannot be trusted."""
    fields = item.fields
    ref = _tidy(fields.get("ref", ""))
    if item.broken is not None:
        return BadRow(item.line, ref[:LONGEST_REF], item.broken)
    if not ref or len(ref) > LONGEST_REF:
        return BadRow(item.line, ref[:LONGEST_REF], _no_ref(ref))
    notes: list[Words] = []
    try:
        product = _product(ref, fields, habits, notes)
    except Unreadable as trouble:
        return BadRow(item.line, ref, trouble.words)
    return Row(item.line, product, tuple(notes))


def _product(ref: str, fields: dict[str, str], habits: Habits, notes: list[Words]) -> SeenProduct:
    take = fields.get
    title = _short(take("title", ""), LONGEST_TITLE, notes)
    brand, size, color = (_short(take(name, ""), LONGEST_TEXT, notes) for name in ("brand", "size", "color"))
    price, sale = _prices(fields, habits, notes)
    starts, ends = _sale_period(fields, habits, notes) if sale is not None else (None, None)
    return SeenProduct(
        ref=ref,
        title=title,
        link=_address(take("link", ""), notes),
        image_link=_address(take("image_link", ""), notes),
        brand=brand,
        gtin=_gtin(take("gtin", ""), notes),
        group_ref=_short(take("group_ref", ""), LONGEST_REF, notes),
        size=size,
        color=color,
        category=_short(take("category", ""), LONGEST_TEXT, notes),
        availability=_availability(take("availability", ""), notes),
        stock=read_count(take("stock", ""), habits.decimal, notes) if take("stock", "").strip() else None,
        price_cents=price,
        sale_price_cents=sale,
        sale_starts=starts,
        sale_ends=ends,
        restock_on=_restock_on(take("restock_on", ""), notes),
        names=_other_names(title, brand, size, color),
    )


def _prices(fields: dict[str, str], habits: Habits, notes: list[Words]) -> tuple[int | None, int | None]:
    written, written_sale = fields.get("price", "").strip(), fields.get("sale_price", "").strip()
    price = read_price(written, habits.decimal) if written else None
    sale = read_price(written_sale, habits.decimal) if written_sale else None
    # Many shops fill in 0 or the ordinary price when there is no sale; that is no news.
    if sale in (None, 0, price):
        return price, None
    if price is not None and sale > price:
        notes.append(_odd_sale(written_sale, written))
        return price, None
    return price, sale


def _sale_period(
    fields: dict[str, str], habits: Habits, notes: list[Words]
) -> tuple[datetime | None, datetime | None]:
    text = fields.get("sale_period", "").strip()
    if not text:
        first, last = fields.get("sale_starts", "").strip(), fields.get("sale_ends", "").strip()
        text = f"{first}/{last}" if first or last else ""
    if not text:
        return None, None
    period = read_period(text, habits.zone)
    notes.extend(period.notes)
    return period.starts, period.ends


def _availability(text: str, notes: list[Words]) -> Availability | None:
    try:
        return read_availability(text) if text else None
    except Unreadable as trouble:
        notes.append(trouble.words)
        return None


def _restock_on(text: str, notes: list[Words]) -> date | None:
    try:
        return read_day(text) if text else None
    except Unreadable as trouble:
        notes.append(trouble.words)
        return None


def _gtin(text: str, notes: list[Words]) -> str:
    digits = _BETWEEN_DIGITS.sub("", text)
    if not digits:
        return ""
    if _GTIN.fullmatch(digits) and _has_right_check_digit(digits):
        return digits
    notes.append(
        {
            "nl": f"de streepjescode {cut(text)} klopt niet en is weggelaten (heeft een rekenblad haar afgerond?)",
            "en": f"the barcode {cut(text)} is not right and is left out (did a spreadsheet round it?)",
        }
    )
    return ""


def _has_right_check_digit(digits: str) -> bool:
    """Source: GS1 general specifications, check digit: weights 3 and 1 from the right."""
    values = [int(digit) for digit in reversed(digits)]
    return (sum(values[0::2]) + 3 * sum(values[1::2])) % 10 == 0


def _address(text: str, notes: list[Words]) -> str:
    text = _tidy(text)
    # Anything but a web address ("javascript:...") must never become something to click on.
    if not text or (text[:8].lower().startswith(("http://", "https://")) and len(text) <= LONGEST_ADDRESS):
        return text
    notes.append(
        {
            "nl": f"{cut(text)} is geen webadres en is weggelaten",
            "en": f"{cut(text)} is not a web address and is left out",
        }
    )
    return ""


def _short(text: str, longest: int, notes: list[Words]) -> str:
    text = _tidy(text)
    if len(text) <= longest:
        return text
    notes.append(
        {
            "nl": f"{cut(text)} is langer dan {longest} tekens en is afgekort",
            "en": f"{cut(text)} is longer than {longest} characters and is cut short",
        }
    )
    return text[:longest].rstrip()


def _tidy(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", text).strip()


def _other_names(title: str, brand: str, size: str, color: str) -> tuple[str, ...]:
    """What a post may call it: the title without brand in front, and without colour and size behind."""
    names: list[str] = []
    short = title
    for _ in range(2):
        for ending in (size, color):
            if ending and short[-len(ending) - 1 :].lower() == f" {ending}".lower():
                short = short[: -len(ending)].rstrip(_LOOSE_ENDS)
    for name in (short, _without_brand(title, brand), _without_brand(short, brand)):
        if name and name != title and name not in names:
            names.append(name)
    return tuple(names)


def _without_brand(name: str, brand: str) -> str:
    if brand and name[: len(brand) + 1].lower() == f"{brand} ".lower():
        return name[len(brand) :].lstrip(_LOOSE_ENDS)
    return name


def _no_ref(ref: str) -> Words:
    if ref:
        return {
            "nl": f"het artikelnummer {cut(ref)} is langer dan {LONGEST_REF} tekens",
            "en": f"the article number {cut(ref)} is longer than {LONGEST_REF} characters",
        }
    return {"nl": "er is geen artikelnummer", "en": "there is no article number"}


def _odd_sale(sale: str, price: str) -> Words:
    return {
        "nl": f"de actieprijs {cut(sale)} is niet lager dan de prijs {cut(price)} en telt niet mee",
        "en": f"the sale price {cut(sale)} is not below the price {cut(price)} and is left out",
    }
