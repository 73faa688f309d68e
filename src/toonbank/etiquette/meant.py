"""Which of the shop's products a claim is about: the one that is named nearest, or the only one that can be meant.

Who speaks of the soup, a lecture or a debt does not speak of the only coat on file. In doubt nothing is meant: what a text says
is then unknown, and no figure of another thing is held against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from toonbank.etiquette.late import late
from toonbank.etiquette.mentioned import ANYTHING, NO_THINGS, PLACED, REACH, Named, is_other_goods, named_in
from toonbank.etiquette.shelf import shelf_of, words_of
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
# "als je twijfelt", "wil je passen": whoever that is, it is no thing of theirs.
BEFORE_WHO = "als dat of wat hoe waar wie waarom zodra wil kun kan mag heb ben zoek kom"
NO_OWNER = "".join(f"(?<!{word} )" for word in BEFORE_WHO.split())
DETERMINED = late(
    rf"(?<!\w)(?:de|een|één|onze|ons|{NO_OWNER}(?:je|jullie)|jouw|uw|mijn|elke|per|the|an?|our|your|my|each){NOUN}"
    # these stand alone as well: "dit kost 49", "dit recept kost 49"
    rf"|(?<!\w)(?:het|dit|die|dat|deze|this|that|these|those){NOUN} (?:is|are|zijn|was|were|waren|kost|kosten|costs?|nu|now)(?!\w)"
)
OPENING = late(  # "Sjaals: was 40", "Members pay", "Koffie 3 euro"
    r"\W*([a-zà-ÿ'’-]{4,})(?: [a-zà-ÿ'’-]+)?(?:: | (?:is|are|zijn|kost|kosten|costs?|pay|betalen|was|were) |\W{1,3}(?:€ ?)?\d)"
)
EDGE = late(r"[,;]|(?<!\w)(?:en|and|maar|but|plus|of|or)(?!\w)")
FEWEST = 3  # letters of a word for a thing
MOST = 2000  # letters of a message that are looked at
FARTHEST = 400  # letters between a claim and a name whose parts are counted


class Meant:
    """What the claims of one text are about. Each sentence is read once for it, however many claims it holds."""

    def __init__(self, products: Sequence[Product], reading: Reading, thread: Thread | None = None) -> None:
        self._products = products
        self._reading = reading
        self._thread = thread
        self._shelf = shelf_of(products)
        self._named: dict[int, list[Named]] = {}
        self._others: dict[int, bool] = {}

    def product(self, sentence: Sentence, span: Span | None = None) -> tuple[Product | None, bool]:
        """The product that a claim at `span` of a sentence is about, and whether several answer to the name.

        It is what the sentence names nearest to the claim; where it names nothing at all, what the text or the conversation names;
        else the only product there is, where nothing else can be meant.
        """
        if sentence.start not in self._named:
            self._named[sentence.start] = named_in(self._shelf, sentence)
        named = self._named[sentence.start]
        if named:
            return self._one_of(_nearest(sentence, named, span))
        if self._is_of_another(sentence):
            return None, False
        if self._elsewhere:
            return self._one_of(self._elsewhere)
        if len(self._products) == 1 and not self._may_be_another(sentence, span or (0, 0)):
            return self._products[0], False
        return None, False

    def _one_of(self, places: frozenset[int]) -> tuple[Product | None, bool]:
        if not places:
            return None, False
        return as_one([self._products[place] for place in sorted(places)]), len(places) > 1

    def _is_of_another(self, sentence: Sentence) -> bool:
        if sentence.start not in self._others:
            self._others[sentence.start] = speaks_of_another(sentence, self._shelf.kin)
        return self._others[sentence.start]

    @cached_property
    def _of_others(self) -> frozenset[int]:
        """Where the sentences begin that speak of another thing."""
        return frozenset(one.start for one in self._reading.sentences if self._is_of_another(one))

    @cached_property
    def _heard(self) -> list[Reading]:
        """What was said in the conversation."""
        return [read(one.text[:MOST]) for one in self._thread.messages] if self._thread else []

    @cached_property
    def _elsewhere(self) -> frozenset[int]:
        """What the text names, else the conversation."""
        said = [word for one in self._heard for word in one.tokens]
        return frozenset(self._shelf.meant_in(self._reading.tokens) or self._shelf.meant_in(said))

    @cached_property
    def _is_heard_of_others(self) -> bool:
        return any(speaks_of_another(one, self._shelf.kin) for said in self._heard for one in said.sentences)

    def _may_be_another(self, sentence: Sentence, span: Span) -> bool:
        """Whether a text that names no product may be about anything but the only one: its own words leave a doubt."""
        # Here: it needs the kinds, and those need this.
        from toonbank.etiquette.kinds.promotions import subject_of

        if subject_of(sentence, span) - _empty() - self._shelf.kin:
            return True
        return bool(self._of_others - {sentence.start}) or self._is_heard_of_others


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
    between = sentence.folded[first - sentence.start : min(last, first + FARTHEST) - sentence.start]
    return len(EDGE.findall(between)), last - first


def speaks_of_another(sentence: Sentence, kin: frozenset[str]) -> bool:
    """Whether a sentence that names no product of ours names another thing: "de lezing", "2 sjaals", "Members pay".

    What is of the `kin`, the words of our own sorts of goods, is none.
    """

    def is_another(word: str) -> bool:
        return _is_thing(word) and not words_of(word) & kin

    if any(is_another(one.noun) for one in numbers(sentence) if not one.unit):
        return True
    if any(map(is_goods, sentence.tokens)) and any(
        is_other_goods(sentence, word) and not words_of(word.folded) & kin for word in sentence.words
    ):
        return True
    text = sentence.folded
    opening = OPENING.match(text)
    if opening is not None and is_another(opening[1]):
        return True
    return any(
        is_another(match[1] or match[2])
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


@cache
def _empty() -> frozenset[str]:
    return frozenset().union(*map(words_of, ANYTHING | PUSHING))
