"""Where a sentence names which products of the shop, and where it names other goods beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from toonbank.etiquette.late import late
from toonbank.etiquette.shelf import MIN_LETTERS, Shelf, words_of
from toonbank.language.goods import is_dutch_goods, is_goods
from toonbank.language.reading import Sentence, Word
from toonbank.language.tongue import SMALL_WORDS
from toonbank.language.wordlist import wordlist

ALONE = 3  # letters that tell the only product that there is

# These stand for whatever is spoken of, or for no thing at all.
ANYTHING = wordlist(
    """
    stuk stuks stukje exemplaar exemplaren artikel artikelen product producten ding item items piece pieces unit units copy
    copies one ones paar pair pairs maat maten size sizes voorraad stock schap plank shelf winkel shop store webshop prijs
    prijzen prijsje price prices korting kortingen discount discounts actie aanbieding offer offers deal deals sale uitverkoop
    kans chance rest deel kleur kleuren colour colours color colors model modellen uitvoering variant favoriet favorieten
    favourite favourites klassieker klassiekers classic classics topper toppers bestseller bestsellers hit lieveling collectie
    collection lijn line serie set kaart range euro euros cent week weken dag dagen maand jaar weekend day days month year ochtend
    middag avond morning afternoon evening tijd time keer helft half procent percent btw vat post bericht over beschikbaar left remaining
    available nieuws news link cadeau cadeaus cadeautje gift gifts present presents
    vraag question antwoord answer reden reason groet groeten groetjes adviesprijs fabrikant maker merk brand klant klanten customer
    customers moment einde end begin start laatste last eerste first oude old nieuwe new volle full lage low hoge high
    """
)
# Verbs and small words as well
NO_THINGS = wordlist("bel bak plant print fiets step kop want slot bank bol pan pop spel") | SMALL_WORDS
PLACED = late(  # "in de etalage", "of the softest wool": where it is or of what it is made
    r"(?<!\w)(?:in|op|aan|uit|van|met|tot|door|langs|onder|sinds|na|tegen|from|of|with|at|by|until|till|on|since|after|under)"
    r"(?: (?:de|het|een|onze|je|uw|the|an?|our|your|this|deze|dit))?(?: [a-zà-ÿ]{2,})? ?\Z"
)
BESIDE = late(  # "de theepot Saar, voor bij de thee"
    r"(?<!\w)(?:in|uit|van|met|bij|voor|naast|from|of|with|by|for|beside)(?: (?:de|het|een|onze|je|uw|the|an?|our|your))? ?\Z"
)
HEAD = late(  # "de hoes van de jas Luna", "the talk about the Luna coat": the thing before is meant
    r"(?<!\w)(?:de|het|een|onze|the|an?|our|deze|this) (?:[a-zà-ÿ]+e )?([a-zà-ÿ-]{3,}) (?:over|about|bij|voor|for|van|of)"
    r" (?:(?:de|het|je|jouw|uw|onze|the|your|our) )?\Z"
)
EXPLAINS = late(r"\W*[,–—(-]\W*(?:een|dé|de|het|onze|an?|the|our) (?:\w+ ){0,2}")
NAME_AFTER = late(r"[ \t]+([A-ZÀ-Þ][a-zà-ÿ]{2,})(?!\w)")
NAME_BEFORE = late(r"\w[ \t]+([A-ZÀ-Þ][a-zà-ÿ]{2,})[ \t]+\Z")
REACH = 40  # letters before a place that are looked at
MOST_PLACES = (
    120  # words of products in one sentence; one with more is no post, and must not take quadratic time
)


class Named(NamedTuple):
    """A place of a text that names a thing: one product, several that share the name, or none that is known."""

    start: int
    end: int
    places: frozenset[int]


Found = tuple[frozenset[int], frozenset[int]]  # the words that name something, and what they name


def named_in(shelf: Shelf, sentence: Sentence) -> list[Named]:
    """The products that a sentence names, and beside them other goods; nothing where it names no product."""
    said = _said_in(shelf, sentence)
    if not said:
        return []
    if sum(map(len, said.values())) > MOST_PLACES:
        return [Named(sentence.start, sentence.end, frozenset())]
    products = list(_products(shelf, sentence, said))
    names = frozenset().union(*(_words_of_names(shelf, one.places) for one in products))
    return [*products, *_rivals(sentence, products, names)]


def _said_in(shelf: Shelf, sentence: Sentence) -> dict[str, list[int]]:
    """The words of the shelf that a sentence holds, each with the places of its words."""
    words = sentence.tokens
    stems = [words_of(word) for word in words]
    if shelf.spellings.added(words):
        stems = [one | shelf.spellings.added(words[at : at + 1]) for at, one in enumerate(stems)]
        for at in range(len(words) - 1):
            stems[at] |= shelf.spellings.added(words[at : at + 2]) - stems[at + 1]
    known = shelf.by_word.keys() & frozenset().union(*stems)
    return {word: [at for at, one in enumerate(stems) if word in one] for word in known}


def _products(shelf: Shelf, sentence: Sentence, said: Mapping[str, Sequence[int]]) -> Iterator[Named]:
    """The products by their whole names, else by the words that tell most."""
    whole = _apart(_whole(shelf, said))
    found = whole or _apart(_in_part(shelf, said))
    longest = max((len(at) for at, _ in found), default=0)
    for at, places in found:
        first, last = sentence.words[min(at)], sentence.words[max(at)]
        before = sentence.folded[max(0, first.start - sentence.start - REACH) : first.start - sentence.start]
        if len(at) < longest and BESIDE.search(before):
            continue
        head = HEAD.search(before)
        is_other = head is not None and head[1] not in ANYTHING
        is_other = is_other or (not whole and _has_another_name(shelf, sentence, first, last))
        yield Named(first.start, last.end, frozenset() if is_other else places)
    if whole and len(shelf.products) > 1:
        taken = frozenset().union(*(places for _, places in whole))
        used = frozenset().union(*(at for at, _ in whole))
        yield from _by_name_alone(shelf, sentence, said, (taken, used))


def _whole(shelf: Shelf, said: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, Found]]:
    """Each place where all the words of a name stand, with the word that tells most of it."""
    for place in {place for word in said for place in shelf.by_word[word]}:
        names = [(len(name), name) for name in shelf.name_words[place] if name <= said.keys()]
        if names:
            yield from _at(shelf, place, max(names)[1], said)


def _in_part(shelf: Shelf, said: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, Found]]:
    """Each place where only telling words of a name stand: of those products that most words tell."""
    least = ALONE if len(shelf.products) == 1 else MIN_LETTERS
    hits: dict[int, set[str]] = {}
    for word in said:
        for place in shelf.by_word[word] if len(word) >= least else ():
            hits.setdefault(place, set()).add(word)
    most = max(map(len, hits.values()), default=0)
    for place, words in hits.items():
        if len(words) == most:
            yield from _at(shelf, place, words, said)


def _at(
    shelf: Shelf, place: int, words: Iterable[str], said: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, Found]]:
    telling = min(words, key=lambda word: (len(shelf.by_word[word]), len(said[word]), word))
    for anchor in said[telling]:
        at = frozenset(min(said[word], key=lambda one: abs(one - anchor)) for word in words)
        yield anchor, (at, frozenset((place,)))


def _apart(found: Iterable[tuple[int, Found]]) -> list[Found]:
    """One for each telling word, without what is only a part of a longer name; who share the place share the name."""
    best: dict[int, Found] = {}
    for anchor, (at, places) in found:
        before = best.get(anchor)
        if before is None or len(at) > len(before[0]):
            best[anchor] = at, places
        elif len(at) == len(before[0]):
            best[anchor] = at, places | before[1]
    return [one for one in best.values() if not any(one[0] < other[0] for other in best.values())]


def _has_another_name(shelf: Shelf, sentence: Sentence, first: Word, last: Word) -> bool:
    """Whether only a sort of goods is named, with a name beside it that is none of ours: "jas Vega", "the Vega coat"."""
    if first is not last or not is_goods(first.folded):
        return False
    text = sentence.reading.text
    after = NAME_AFTER.match(text, last.end, sentence.end)
    before = NAME_BEFORE.search(text, max(sentence.start, first.start - REACH), first.start)
    return any(one is not None and not words_of(one[1]) & shelf.by_word.keys() for one in (after, before))


def _by_name_alone(
    shelf: Shelf,
    sentence: Sentence,
    said: Mapping[str, Sequence[int]],
    known: tuple[frozenset[int], frozenset[int]],
) -> Iterator[Named]:
    """ "Jas Luna 59 euro, Beer 20": a second product by its proper name only."""
    taken, used = known
    for word, ats in said.items():
        if len(word) < MIN_LETTERS or is_goods(word) or shelf.by_word[word] & taken:
            continue
        for at in ats:
            one = sentence.words[at]
            before = sentence.folded[max(0, one.start - sentence.start - REACH) : one.start - sentence.start]
            if at and at not in used and one.text[:1].isupper() and not PLACED.search(before):
                yield Named(one.start, one.end, shelf.by_word[word])


def _words_of_names(shelf: Shelf, places: Iterable[int]) -> frozenset[str]:
    return frozenset().union(*(name for place in places for name in shelf.name_words[place]))


def _rivals(sentence: Sentence, products: Sequence[Named], names: frozenset[str]) -> Iterator[Named]:
    """Other goods that a sentence names beside its products, and that do not explain these."""
    for word in sentence.words:
        if not is_other_goods(sentence, word) or words_of(word.folded) & names:
            continue
        if any(_is_its_sort(one, word, names) for one in products):
            continue
        before = [one for one in products if one.end <= word.start]
        between = sentence.reading.folded[before[-1].end : word.start] if before else ""
        if EXPLAINS.fullmatch(between) is None:
            yield Named(word.start, word.end, frozenset())


def _is_its_sort(named: Named, word: Word, names: frozenset[str]) -> bool:
    """Whether a word beside a product tells its sort in the other language: "the Luna coat" of the jas Luna."""
    if word.start - named.end != 1 and named.start - word.end != 1:
        return False
    return all(is_dutch_goods(one) != is_dutch_goods(word.folded) for one in names if is_goods(one))


def is_other_goods(sentence: Sentence, word: Word) -> bool:
    """Whether a word is a sort of goods that stands for itself, and not for a place or for what a thing is made of."""
    if word.folded in NO_THINGS or word.folded in ANYTHING or not is_goods(word.folded):
        return False
    start = word.start - sentence.start
    return PLACED.search(sentence.folded, max(0, start - REACH), start) is None
