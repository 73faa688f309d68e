"""Which of the shop's products a claim is about: the one that is named nearest, or the only one that can be meant.

Who speaks of the soup, a lecture or a debt does not speak of the only coat on file. In doubt nothing is meant: what a text says
is then unknown, and no figure of another thing is held against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from toonbank.etiquette.late import late
from toonbank.etiquette.mentioned import ANYTHING, NO_THINGS, PLACED, REACH, Named, is_other_goods, named_in
from toonbank.etiquette.shelf import Shelf, shelf_of, words_of
from toonbank.etiquette.variants import as_one
from toonbank.language.goods import is_goods
from toonbank.language.nouns import kind_of_noun
from toonbank.language.numbers import numbers
from toonbank.language.reading import Reading, Sentence, read
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product, Thread

Span = tuple[int, int]
# Words of little stock, low prices and haste: whoever says no more than these speaks of what is spoken of.
PUSHING = wordlist(
    """
    schiet haast bijna vrijwel nagenoeg verkocht vergeven geclaimd klaar leeg raakt raken loopt hard snelle snel normaal normale
    gewoonlijk adviseert kost kosten betaal betaalt vraag vragen geldt besteld leverbaar leverbare verkrijgbaar levertijd bestellen
    nearly almost practically sold gone claimed taken already then going selling runs running quickly normally usually advises
    suggests recommends recommended charge costs cost pay pays available hardly scarce low limited beperkt beperkte schaars
    tijdelijke tijdelijk oke okay okee hoi hallo hello goedemorgen goedemiddag morgen dames heren allemaal psst let op kijk
    """
)
NOUN = r" (?:[a-zà-ÿ-]{2,}(?:e|al|el|ig|y|ed|ing|en) )?([a-zà-ÿ'’-]{3,})"
DETERMINED = late(
    rf"(?<!\w)(?:de|een|één|onze|ons|je|jouw|uw|jullie|mijn|elke|per|the|an?|our|your|my|each){NOUN}"
    # these stand alone as well: "dit kost 49", "dit recept kost 49"
    rf"|(?<!\w)(?:het|dit|die|dat|deze|this|that|these|those){NOUN} (?:is|are|zijn|was|were|waren|kost|kosten|costs?|nu|now)(?!\w)"
)
OPENING = late(  # "Sjaals: was 40", "Members pay", "Koffie 3 euro"
    r"\W*([a-zà-ÿ'’-]{4,})(?: [a-zà-ÿ'’-]+)?(?:: | (?:is|are|zijn|kost|kosten|costs?|pay|betalen|was|were) |\W{1,3}(?:€ ?)?\d)"
)
EDGE = late(r"[,;]|(?<!\w)(?:en|and|maar|but|plus|of|or)(?!\w)")
FEWEST = 3  # letters of a word for a thing
MOST = 2000  # letters of a message that are looked at


def product_for(
    products: Sequence[Product] | None,
    sentence: Sentence,
    reading: Reading,
    *,
    span: Span | None = None,
    thread: Thread | None = None,
) -> tuple[Product | None, bool]:
    """The product that a claim at `span` of a sentence is about, and whether several answer to the name.

    It is what the sentence names nearest to the claim; where it names nothing at all, what the text or the conversation names;
    else the only product there is, where nothing else can be meant.
    """
    if not products:
        return None, False
    shelf = shelf_of(products)
    named = named_in(shelf, sentence)
    if named:
        return _one_of(products, _nearest(sentence, named, span))
    if speaks_of_another(sentence):
        return None, False
    elsewhere = shelf.meant_in(reading.tokens) or _named_by_others(shelf, thread)
    if elsewhere:
        return _one_of(products, frozenset(elsewhere))
    if len(products) == 1 and not _may_be_another(sentence, reading, span or (0, 0), thread):
        return products[0], False
    return None, False


def _one_of(products: Sequence[Product], places: frozenset[int]) -> tuple[Product | None, bool]:
    if not places:
        return None, False
    return as_one([products[place] for place in sorted(places)]), len(places) > 1


def _nearest(sentence: Sentence, named: Sequence[Named], span: Span | None) -> frozenset[int]:
    """The thing that stands nearest to the claim, in its own part of the sentence."""
    if len(named) == 1:
        return named[0].places
    if span is not None:
        return min(named, key=lambda one: _distance(sentence, one, span)).places
    known = {one.places for one in named if one.places}
    return known.pop() if len(known) == 1 else frozenset()


def _distance(sentence: Sentence, named: Named, span: Span) -> tuple[int, int]:
    start, end = span
    if named.start < end and start < named.end:
        return 0, 0
    first, last = (named.end, start) if named.end <= start else (end, named.start)
    between = sentence.folded[first - sentence.start : last - sentence.start]
    return len(EDGE.findall(between)), len(between)


def speaks_of_another(sentence: Sentence) -> bool:
    """Whether a sentence that names no product of ours names another thing: "de lezing", "2 sjaals", "Members pay"."""
    if any(_is_thing(one.noun) for one in numbers(sentence) if not one.unit):
        return True
    if any(map(is_goods, sentence.tokens)) and any(is_other_goods(sentence, word) for word in sentence.words):
        return True
    text = sentence.folded
    opening = OPENING.match(text)
    if opening is not None and _is_thing(opening[1]):
        return True
    return any(
        _is_thing(match[1] or match[2])
        and not PLACED.search(text, max(0, match.start() - REACH), match.start())
        for match in DETERMINED.finditer(text)
    )


def _is_thing(word: str) -> bool:
    """Whether a word that stands where a thing is named may be one that we do not know."""
    return (
        len(word) > 2
        and word not in ANYTHING
        and word not in NO_THINGS
        and kind_of_noun(word) in ("", "goods", "people")
    )


def _named_by_others(shelf: Shelf, thread: Thread | None) -> tuple[int, ...]:
    if thread is None:
        return ()
    return shelf.meant_in([word for one in thread.messages for word in read(one.text[:MOST]).tokens])


@cache
def _empty() -> frozenset[str]:
    return frozenset().union(*map(words_of, ANYTHING | PUSHING))


def _may_be_another(sentence: Sentence, reading: Reading, span: Span, thread: Thread | None) -> bool:
    """Whether a text that names no product may be about anything but the only one: its own words leave a doubt."""
    from toonbank.etiquette.kinds.promotions import (
        subject_of,
    )  # here: it needs the kinds, and those need this

    if subject_of(sentence, span) - _empty():
        return True
    others = [one for one in reading.sentences if one.start != sentence.start]
    others += [
        one for said in (thread.messages if thread else ()) for one in read(said.text[:MOST]).sentences
    ]
    return any(map(speaks_of_another, others))
