"""Pieces of evidence as they are shown: a label with its value, and one line of source and moment for what belongs together."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from toonbank.etiquette import Evidence, Facts
from toonbank.etiquette.wording import say_source

# How the checker words a fact, and which part of it is its name: "41 in stock", "50 on order, 4 December", "counted by hand: 7".
_NAME_LAST = re.compile(r"(?P<value>[\d.,]+) (?P<label>in voorraad|in stock)")
_NAME_MIDDLE = re.compile(r"(?P<value>(?:[\d.,]+ )?)(?P<label>in bestelling|on order), (?P<rest>.+)")
_NAME_FIRST = re.compile(r"(?P<label>[^\d:]+(?:\d+ (?:dagen|days))?): (?P<value>.+)")

_NUMBER = re.compile(r"(?P<number>\d+(?P<cents>\.\d+)?)(?P<unit>(?: %)?)")
LONGEST_WORDS = 40


@dataclass(frozen=True)
class Known:
    """One fact: "in stock", "41"; the label is "known" where the fact has no name of its own."""

    label: str
    value: str

    @classmethod
    def of(cls, shown: Mapping[str, str]) -> "Known":
        """In the language of the screen."""
        said = spoken(shown)
        if found := _NAME_LAST.fullmatch(said) or _NAME_FIRST.fullmatch(said):
            return cls(found["label"], found["value"])
        if found := _NAME_MIDDLE.fullmatch(said):
            amount = found["value"].strip()
            return cls(found["label"], f"{amount}, {found['rest']}" if amount else found["rest"])
        return cls(_("known"), said)


@dataclass(frozen=True)
class Seen:
    """Where facts come from: the source in words, the moment, and the ref of the product they are about ("" = none)."""

    source: str
    at: datetime | None
    product: str = ""


@dataclass(frozen=True)
class Slip:
    """Facts that one source saw at one moment, about one thing."""

    seen: Seen
    facts: tuple[Known, ...]


def slips_of(evidence: Iterable[Evidence], facts: Facts) -> list[Slip]:
    """One slip for each source and moment, in the order of the evidence; nothing is said twice."""
    refs = {product.ref for product in facts.products or ()}
    groups: dict[Seen, dict[Known, None]] = {}
    for one in evidence:
        product = one.subject if one.subject in refs else None
        seen = Seen(say_source(one.source, _language()), one.seen_at, product or "")
        groups.setdefault(seen, {})[Known.of(one.shown)] = None
    return [Slip(seen, tuple(known)) for seen, known in groups.items()]


def claim_in_words(value: str | None, words: str) -> str:
    """What is claimed: 3, 1.250 or 19,95 where that is a number, else the words themselves in quotes."""
    number = _NUMBER.fullmatch(value or "")
    if number and value:
        places = len(number["cents"] or "") and 2
        return (
            number_format(Decimal(number["number"]), places, use_l10n=True, force_grouping=True)
            + number["unit"]
        )
    return f"‘{words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1] + '…'}’" if words else ""


def spoken(words: Mapping[str, str]) -> str:
    """The words in the language of the screen."""
    return words.get(_language()) or words.get("en", "")


def _language() -> str:
    return (get_language() or "nl")[:2]
