"""Reading a price as shops write it: strict, because a wrong price would become a false claim."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from toonbank.sources.seen import Words

DecimalMark = Literal[",", "."]

HIGHEST_CENTS = 1_000_000_000

_CURRENCY_SIGNS = {"€": "EUR", "EURO": "EUR", "$": "USD", "£": "GBP"}
_PRICE = re.compile(
    r"(?P<before>[A-Za-z]{3,4}|[€$£])?\s*(?P<amount>[-+]?\d[\d.,'\s]*?(?:[.,][-–—]+)?)\s*(?P<after>[A-Za-z]{3,4}|[€$£])?",
)
_DASHES = re.compile(r"[.,][-–—]+$")
_GROUPED = {
    ".": re.compile(r"[-+]?\d{1,3}(\.\d{3})+"),
    ",": re.compile(r"[-+]?\d{1,3}(,\d{3})+"),
    " ": re.compile(r"[-+]?\d{1,3}([ ']\d{3})+"),
}
_PLAIN = re.compile(r"[-+]?\d+")


class Unreadable(ValueError):
    """A text is not what its column says; `words` tells the shopkeeper, in Dutch and English."""

    def __init__(self, *, nl: str, en: str) -> None:
        super().__init__(en)
        self.words: Words = {"nl": nl, "en": en}


def read_price(text: str, decimal: DecimalMark | None = None) -> int:
    """The price in cents; `decimal` is the mark before the cents where the file makes it known.

    Without `decimal`, "1.250" could be 1.25 or 1250 and is refused. Raises Unreadable, also for any currency but the euro.
    """
    cents = _plain_cents(text)
    if cents is not None:
        return cents
    found = _PRICE.fullmatch(text.strip().replace("\N{NO-BREAK SPACE}", " ")) if len(text) <= 60 else None
    if found is None:
        raise _no_price(text)
    _refuse_other_currency(found["before"], found["after"])
    amount = _amount(found["amount"].strip(), decimal, text)
    if amount < 0:
        raise Unreadable(
            nl=f"de prijs {cut(text)} is lager dan nul", en=f"the price {cut(text)} is below zero"
        )
    if amount * 100 > HIGHEST_CENTS:
        raise Unreadable(
            nl=f"de prijs {cut(text)} is hoger dan 10 miljoen euro",
            en=f"the price {cut(text)} is above 10 million euros",
        )
    return int((amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _plain_cents(text: str) -> int | None:
    """The form of nearly every feed, "49.95 EUR", read without ado."""
    amount = text.removesuffix(" EUR")
    if 4 <= len(amount) <= 9 and amount[-3] == "." and amount.isascii():
        euros, cents = amount[:-3], amount[-2:]
        if euros.isdigit() and cents.isdigit():
            return int(euros) * 100 + int(cents)
    return None


def _refuse_other_currency(*written: str | None) -> None:
    for sign in written:
        currency = _CURRENCY_SIGNS.get((sign or "EUR").upper(), (sign or "EUR").upper())
        if currency != "EUR":
            raise Unreadable(
                nl=f"de prijs is in {currency}; alleen euro's kunnen worden vergeleken",
                en=f"the price is in {currency}; only euros can be compared",
            )


def _amount(written: str, decimal: DecimalMark | None, text: str) -> Decimal:
    whole = _DASHES.sub("", written)
    if whole != written or _PLAIN.fullmatch(whole):
        return Decimal(_without_groups(whole, text))
    mark = _decimal_mark(whole, decimal, text)
    if mark is None:
        return Decimal(_without_groups(whole, text))
    euros, _, cents = whole.rpartition(mark)
    if not cents.isdigit() or len(cents) > 6:
        raise _no_price(text)
    return Decimal(f"{_without_groups(euros, text, other_than=mark)}.{cents}")


def _decimal_mark(whole: str, decimal: DecimalMark | None, text: str) -> str | None:
    """Which mark stands before the cents; None when the marks only group thousands."""
    last = max(whole.rfind("."), whole.rfind(","))
    mark, after = whole[last], whole[last + 1 :]
    if last < 0:
        return None
    if "." in whole and "," in whole:
        return mark
    if whole.count(mark) > 1:
        return None
    if len(after) != 3:
        return mark
    if decimal is None:
        raise Unreadable(
            nl=f"de prijs {cut(text)} kan op twee manieren worden gelezen; schrijf er centen bij, zoals 1250,00",
            en=f"the price {cut(text)} can be read in two ways; add the cents, as in 1250.00",
        )
    return mark if mark == decimal else None


def _without_groups(digits: str, text: str, *, other_than: str = "") -> str:
    """ "1.250" -> "1250"; only where every group has three digits."""
    if _PLAIN.fullmatch(digits):
        return digits
    for mark, pattern in _GROUPED.items():
        if mark != other_than and pattern.fullmatch(digits):
            return re.sub(r"[., ']", "", digits)
    raise _no_price(text)


def _no_price(text: str) -> Unreadable:
    return Unreadable(
        nl=f"de prijs {cut(text)} is geen bedrag; bedoeld is iets als 49,95",
        en=f"the price {cut(text)} is not an amount; expected is something like 49.95",
    )


def cut(text: str) -> str:
    """The text between quotation marks, short enough for a sentence."""
    return f'"{text}"' if len(text) <= 40 else f'"{text[:40]}…"'
