"""Which levers of pressure an earlier post pulled: as it was noted with the post, else as its words tell."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from toonbank.etiquette.draft import Draft
from toonbank.etiquette.facts import NOTHING_KNOWN, Facts
from toonbank.etiquette.kinds import all_kinds, point_at
from toonbank.etiquette.kinds.base import Kind, Look
from toonbank.etiquette.meant import Meant
from toonbank.etiquette.shelf import words_of
from toonbank.etiquette.thresholds import Thresholds
from toonbank.language.goods import is_goods
from toonbank.language.reading import Reading, read

if TYPE_CHECKING:
    from toonbank.etiquette.background import Published

NOTED = {  # what a lever may be called
    "scarcity": "scarcity",
    "schaarste": "scarcity",
    "stock": "scarcity",
    "urgency": "urgency",
    "haast": "urgency",
    "deadline": "urgency",
    "tijdsdruk": "urgency",
}
LOW = Thresholds().low_stock_pieces


@cache
def _pushing() -> tuple[Kind, ...]:
    return tuple(kind for kind in all_kinds() if kind.name in ("scarcity", "urgency"))


def levers_of(post: Published) -> frozenset[str]:
    """`scarcity` and `urgency`, where the post is about them. A low number counts, however calm: it is the pile that pushes."""
    if post.levers:
        return frozenset(NOTED[one.casefold()] for one in post.levers if one.casefold() in NOTED)
    if not post.text:
        return frozenset()
    reading = read(post.text)
    look = Look(Draft(post.text), NOTHING_KNOWN, reading, point_at(reading, "post"), reading.language)
    noticed = (one for kind in _pushing() if kind.name in look.cues for one in kind.find(look))
    pulled = {
        one.kind for one in noticed if one.is_pressing or (one.number is not None and one.number <= LOW)
    }
    return frozenset(pulled | ({"scarcity"} if _tells_of_the_last(reading) else set()))


def _tells_of_the_last(reading: Reading) -> bool:
    """ "De laatste theepotten", "the last coat": a word for last, right before goods."""
    return any(
        is_goods(goods)
        for last, goods in pairwise(reading.tokens)
        if last in ("laatste", "allerlaatste", "last", "final")
    )


def subjects_of(post: Published, facts: Facts) -> frozenset[str]:
    """What a post is about: the product noted with it, else the one its words name, else the goods in its words."""
    if post.product:
        known = (one for one in facts.products or () if post.product in (one.ref, *one.names))
        found = next(known, None)
        return frozenset((found.label if found else post.product,))
    reading = read(post.text)
    return _named(reading, facts) or _goods(reading)


def _named(reading: Reading, facts: Facts) -> frozenset[str]:
    """The products that the words name. One product alone is not taken to be meant in every post."""
    products = facts.products
    if not products:
        return frozenset()
    if len(products) == 1:
        said = frozenset().union(*map(words_of, reading.tokens))
        return frozenset(products[0].label for name in products[0].names if words_of(name) & said)
    meant = Meant(products, reading)
    found = (meant.product(one)[0] for one in reading.sentences)
    return frozenset(one.label for one in found if one is not None)


def _goods(reading: Reading) -> frozenset[str]:
    return frozenset(" ".join(words_of(word)) for word in reading.tokens if is_goods(word))
