"""What words promise of a price: a percentage, an amount off, or several pieces for less."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from toonbank.etiquette.late import late


class Deal(NamedTuple):
    """So many pieces, of which so many are paid; or so many for these cents together."""

    pieces: int
    paid: Decimal
    in_cents: bool = False


class Promise(NamedTuple):
    """What a promotion says in its own words that it takes off."""

    percent: float | None = None
    off_cents: int | None = None
    deal: Deal | None = None


_COUNTS = {
    word: count
    for count, words in enumerate(
        ("één een one", "twee two tweede 2e 2de second 2nd", "drie three derde 3e 3de third 3rd", "vier four vierde 4e fourth 4th",
         "vijf five vijfde 5e fifth 5th", "zes six zesde 6e sixth 6th"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_N = r"(?:\d{1,2}|één|een|one|twee|two|drie|three|vier|four|vijf|five|zes|six)"
_NTH = r"(?<!\w)(?P<nth>(?:[2-6](?:d?e|nd|rd|th)|tweede|derde|vierde|vijfde|second|third|fourth|fifth))(?!\w|[- ]hand)"
_FREE = r"(?:gratis|free|cadeau|voor (?:niks|niets)|for nothing)"
_HALF = r"(?:de helft|half geld|halve prijs|half (?:the )?price|half off)"
_SHARE = rf"(?:(?P<free>{_FREE})|(?P<half>{_HALF})|(?P<percent>\d{{1,2}}) ?(?:%|procent|percent|pct))(?!\w)"
_SHAPES = (
    late(rf"(?<!\w)(?P<bought>{_N}) ?(?:\+|plus) ?(?P<more>{_N})(?: (?:\w+ )?{_FREE})?(?!\w)"),
    late(rf"(?<!\w)(?P<pieces>{_N}) (?:halen|kopen|nemen|take),? ?(?:= ?|is |en |for )?(?P<paid>{_N}) ?(?:betalen|pay)"),
    late(rf"(?<!\w)(?:buy|koop(?: er)?) (?P<bought>{_N}),? ?(?:get|krijg(?: er)?) (?P<more>{_N})(?P<half> (?:at )?half price)?(?!\w)"),
    late(rf"{_NTH} (?:[\w'’]+ ){{0,6}}?{_SHARE}"),
    late(rf"{_SHARE} (?:[\w'’]+ ){{0,3}}?{_NTH}"),
    late(rf"(?<!\w)(?P<pieces>{_N}) (?:[\w'’]+ ){{0,3}}?(?:voor|for) (?P<sign>€ ?)?"
        rf"(?P<paid>\d+(?:[.,]\d\d)?|{_N})(?P<unit> ?(?:euro|eur|€))?(?!\w)"),
)  # fmt: skip
_TWO_FOR_ONE = late(r"(?<!\w)(?:bogof?)(?!\w)")
_OFF = r"(?:korting|eraf|er af|goedkoper|voordeel|off|discount|cheaper|reduction)"
_PERCENT = late(
    rf"(?:(?:korting|discount|reduction)(?: van| of)? |-)(?<!tot )(?<!up to )(?P<a>\d+(?:[.,]\d+)?) ?(?:%|procent|percent)"
    r"|\A\W*(?P<c>\d+(?:[.,]\d+)?) ?(?:%|procent|percent)\W*\Z"
    rf"|(?<!tot )(?<!up to )(?<![\d.,])(?P<b>\d+(?:[.,]\d+)?) ?(?:%|procent|percent) {_OFF}(?!\w)"
)
_EUROS = late(
    rf"(?<!tot )(?<!up to )(?<![\d.,€])(?:€ ?(?P<a>\d+(?:[.,]\d\d)?)|(?P<b>\d+(?:[.,]\d\d)?) ?(?:euro|eur|€)) {_OFF}(?!\w)"
)


@lru_cache(maxsize=4096)
def promise_of(offer: str) -> Promise:
    """What the words of a promotion promise; a deal of several pieces is no percentage of one."""
    words = offer.casefold()
    deal = deal_in(words)
    if deal is not None:
        return Promise(deal=deal)
    percent, euros = _PERCENT.search(words), _EUROS.search(words)
    return Promise(
        float(_figure(percent)) if percent else None,
        round(_figure(euros) * 100) if euros else None,
    )


@lru_cache(maxsize=4096)
def deal_in(words: str) -> Deal | None:
    """How many pieces for how much, in small letters: "2 voor 1" and "tweede gratis" are the same deal."""
    if _TWO_FOR_ONE.search(words):
        return Deal(2, Decimal(1))
    for shape in _SHAPES:
        match = shape.search(words)
        deal = _read(match.groupdict()) if match else None
        if deal is not None:
            return deal
    return None


def _read(said: dict[str, str | None]) -> Deal | None:
    if nth := said.get("nth"):
        pieces = _count(nth)
        return Deal(pieces, pieces - _share(said))
    if bought := said.get("bought"):
        more = _count(said["more"] or "")
        paid = Decimal(more) / 2 if said.get("half") else Decimal(0)
        return Deal(_count(bought) + more, _count(bought) + paid)
    pieces, asked = _count(said["pieces"] or ""), said["paid"] or ""
    if not said.get("sign") and not said.get("unit") and asked.isalnum() and _count(asked) < pieces:
        return Deal(pieces, Decimal(_count(asked)))
    if not asked[0].isdigit() or pieces < 2:
        return None
    return Deal(pieces, Decimal(asked.replace(",", ".")) * 100, in_cents=True)


def _share(said: dict[str, str | None]) -> Decimal:
    """The part of the last piece that is not paid."""
    if said["percent"]:
        return Decimal(said["percent"]) / 100
    return Decimal(1) if said["free"] else Decimal("0.5")


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]


def _figure(match: re.Match[str]) -> Decimal:
    return Decimal(next(filter(None, match.groups())).replace(",", "."))
