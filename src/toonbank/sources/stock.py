"""Reading what a source says of the stock: a word for availability, or a count."""

import re

from toonbank.sources.prices import DecimalMark, Unreadable, cut
from toonbank.sources.seen import Availability, Words

HIGHEST_COUNT = 10_000_000

_SPELLINGS: dict[Availability, str] = {
    "in_stock": "in stock|instock|available|yes|ja|op voorraad|voorradig|leverbaar|direct leverbaar|beschikbaar"
    "|uit voorraad leverbaar|online only|in store only|limited availability|low stock|auf lager|en stock|true|1"
    "|new in stock|on stock|aanwezig|beperkt op voorraad|beperkt leverbaar",
    "out_of_stock": "out of stock|outofstock|sold out|soldout|unavailable|not available|no|nee|niet op voorraad"
    "|uitverkocht|niet leverbaar|niet voorradig|niet beschikbaar|op|discontinued|uit assortiment|false|0"
    "|tijdelijk uitverkocht|tijdelijk niet leverbaar|nicht auf lager|rupture de stock|geen voorraad",
    "preorder": "preorder|pre order|presale|pre sale|reserveren|voorbestellen|voorbestelling|te reserveren",
    "backorder": "backorder|back order|nabestelling|nalevering|in nabestelling|wordt nageleverd|op bestelling"
    "|available for order|made to order|besteld"
    "|binnenkort leverbaar|verwacht",
}
_AVAILABILITY: dict[str, Availability] = {
    spelling: meaning for meaning, spellings in _SPELLINGS.items() for spelling in spellings.split("|")
}
# The four that nearly every feed uses, found without tidying the text first.
_AVAILABILITY |= {meaning: meaning for meaning in _SPELLINGS}
_APART = re.compile(r"[\s_\-]+")
_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)
_ENDS_IN_ZEROS = re.compile(r"([-+]?\d+)[.,](?:0{1,2}|0{4,})", re.ASCII)
_THREE_AFTER_MARK = re.compile(r"([-+]?\d{1,3})([.,])(\d{3})", re.ASCII)


def read_availability(text: str) -> Availability:
    """What "in stock", "Op voorraad" or "https://schema.org/InStock" means; raises Unreadable."""
    known = _AVAILABILITY.get(text)
    if known is None:
        word = text.rstrip("/").rpartition("/")[2]
        known = _AVAILABILITY.get(_APART.sub(" ", word).strip(" .!").lower())
    if known is None:
        raise Unreadable(
            nl=f"de beschikbaarheid {cut(text)} is onbekend; bedoeld is iets als 'op voorraad' of 'uitverkocht'",
            en=f"the availability {cut(text)} is unknown; expected is something like 'in stock' or 'out of stock'",
        )
    return known


def read_count(text: str, decimal: DecimalMark | None, notes: list[Words]) -> int:
    """A number of pieces; less than none becomes 0 with a note.

    Raises Unreadable for "20+" and, when `decimal` is not known, for "7.000": seven, or seven thousand.
    """
    count = _whole_number(text.strip().replace(" ", ""), decimal) if len(text) <= 20 else None
    if count is None or count > HIGHEST_COUNT:
        raise Unreadable(
            nl=f"de voorraad {cut(text)} is geen aantal; bedoeld is een getal, zoals 7",
            en=f"the stock {cut(text)} is not a count; expected is a number, as in 7",
        )
    if count < 0:
        notes.append(
            {
                "nl": f"een voorraad van {count} bestaat niet: gelezen als 0",
                "en": f"there is no such stock as {count}: read as 0",
            }
        )
    return max(count, 0)


def _whole_number(text: str, decimal: DecimalMark | None) -> int | None:
    if _WHOLE.fullmatch(text):
        return int(text)
    if found := _ENDS_IN_ZEROS.fullmatch(text):
        return int(found[1])
    found = _THREE_AFTER_MARK.fullmatch(text)
    if found is None or decimal is None:
        return None
    if found[2] != decimal:
        return int(found[1] + found[3])
    return int(found[1]) if found[3] == "000" else None
