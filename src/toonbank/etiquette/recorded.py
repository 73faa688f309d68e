"""People on record who stand in a text, framed as a person or not: by full name, by title and last name, by handle.

A first name alone is a word too ("Roos", "Wit"): that is looked at where something is told that only a person does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.consents import needs_no_yes
from toonbank.etiquette.kinds.base import Cue
from toonbank.language.persons import PARTICLES, TITLES, Name, bare, may_be_one, read_name
from toonbank.language.reading import Reading, Word
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.etiquette.background import Person


ON_RECORD, NAMED = "on record", "named"
MOST_BETWEEN = 2  # "Els Maria Visser", "Jan en Els Visser"
FARTHEST = 6  # words
MIN_HANDLE = 5
GAPS = frozenset((" ", "-", "‑", "", " & "))
WIDEST = 4
AND = frozenset(("en", "and"))
DETERMINERS = wordlist("de het een the a an")
OWN = wordlist("onze ons lieve beste jarige our dear mijn my")
# What people do and are, and a colour or a coat is not.
DOINGS = wordlist(
    """
    vertelde vertelt zei zegt vroeg vraagt zocht zoekt vond vindt liep loopt ging gaat kreeg krijgt belde belt schreef schrijft mailde
    mailt appte woont woonde werkt werkte had wilde wil dacht denkt wist weet zag ziet hoorde lachte lacht huilde trouwt trouwde
    verloor kwam komt kocht koopt koos kiest haalde haalt paste bestelde bestelt bracht brengt stuurde stuurt gaf geeft nam neemt
    leerde leert vierde viert droeg breide naaide maakte reed fietste ruilde klaagde bedankte twijfelde vergat mocht moest houdt hield
    belandde scheidde verhuisde verhuist overleed lag ligt bleek durfde logeert deed doet
    told tells said says asked asks wanted wants found went goes got called calls wrote writes lives lived works worked has had loves
    loved thought thinks knew knows saw heard laughed cried married lost came comes bought buys chose picked brought sent gave took
    wore knitted made rode complained thanked forgot divorced moved died turned did does needed needs looked
    """
)
STATES = wordlist(
    """
    jarig geslaagd getrouwd zwanger ziek gescheiden verhuisd bevallen overleden moeder vader oma opa blij verdrietig ontslagen
    pregnant ill sick divorced married widowed mother father grandma grandpa happy sad
    """
)
BEING = frozenset(("is", "was", "werd", "wordt", "became"))
BESIDE = wordlist("voor met aan bij van dat volgens namens for with to by from that about")


class Known(NamedTuple):
    """Somebody on record, with their name taken apart and the words that end it in a text."""

    person: Person
    name: Name
    firsts: tuple[str, ...]
    lasts: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """The people of the facts, by the words of their names."""

    people: Sequence[Person]
    by_last: dict[str, list[Known]] = field(default_factory=dict)
    by_first: dict[str, list[Known]] = field(default_factory=dict)
    joined: frozenset[str] = frozenset()
    handles: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()


_last: tuple[Sequence[Person], Register] | None = None


def register_of(people: Sequence[Person]) -> Register:
    """The register of these people; the last one is kept, as one shop checks many drafts."""
    global _last  # noqa: PLW0603 - one remembered index, safe to lose or to build twice
    if _last is None or _last[0] is not people:
        _last = (people, _made(people))
    return _last[1]


def _made(people: Sequence[Person]) -> Register:
    by_last: dict[str, list[Known]] = {}
    by_first: dict[str, list[Known]] = {}
    joined: set[str] = set()
    for person in people:
        name = read_name(person.name)
        known = Known(person, name, _pieces(name.first), _pieces(name.last))
        if len(name.first) > 1:
            by_first.setdefault(known.firsts[0], []).append(known)
        if known.lasts and not needs_no_yes(person):
            by_last.setdefault(known.lasts[-1], []).append(known)
            joined.add(_joined(name))
    by_first = {
        word: all_ for word, all_ in by_first.items() if not any(needs_no_yes(one.person) for one in all_)
    }
    lasts = {form for word in by_last for form in (word, f"{word}s")}
    handles = tuple(filter(None, map(_telling_handle, people)))
    return Register(
        people, by_last, by_first, frozenset(joined - {""}), handles, frozenset({*lasts, *by_first, *joined})
    )


def whom(people: Sequence[Person], words: str) -> tuple[Person, ...]:
    """Those on record whom these words may mean: by their handle, else by a name that agrees with theirs."""
    handle = words.casefold().lstrip("@").rstrip(".")
    tagged = tuple(one for one in people if one.handle and one.handle.casefold().lstrip("@") == handle)
    if tagged or words.startswith("@"):
        return tagged
    said = read_name(words)
    joined = said.first if not said.last else ""
    return tuple(
        one
        for one in people
        if one.name
        and (may_be_one(said, read_name(one.name)) or (joined and joined == _joined(read_name(one.name))))
    )


def _joined(name: Name) -> str:
    """As in #ElsVisser; "" for a name of one part."""
    if not (name.first and name.last):
        return ""
    return "".join((*_pieces(name.first), *name.particle.split(), *_pieces(name.last)))


def _pieces(words: str) -> tuple[str, ...]:
    """The words as a reading parts them."""
    return tuple(words.replace("-", " ").replace("‑", " ").split())


def _telling_handle(person: Person) -> str:
    """A handle that is no word of the language, so that it tells who it is without its "@" too."""
    handle = person.handle.casefold().lstrip("@")
    return handle if len(handle) >= MIN_HANDLE and not handle.isalpha() and not needs_no_yes(person) else ""


class Row(NamedTuple):
    """The words of a text in order, and what they are without accents and endings."""

    text: str
    words: list[Word]
    stems: list[str]
    has_capitals: bool

    def gap(self, place: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.words[place].end : self.words[place + 1].start]

    def joins(self, place: int) -> bool:
        """Whether a word and the next may belong to one name."""
        gap = self.gap(place)
        return (
            gap in GAPS
            or (gap.strip("'’‘").isspace() and len(gap) < WIDEST)
            or (gap in (". ", ".") and (len(self.stems[place]) == 1 or self.stems[place] in TITLES))
        )

    def is_capital(self, place: int) -> bool:
        """Names have a capital, except where nothing has."""
        return not self.has_capitals or self.words[place].text[:1].isupper()

    def beside(self, place: int, step: int) -> str:
        """The word before (-1) or behind (1) with a mere space between, "" when there is none."""
        other = place + step
        if not 0 <= other < len(self.words) or self.gap(min(place, other)) != " ":
            return ""
        return self.stems[other]


def on_record(reading: Reading, people: Sequence[Person]) -> Iterator[Cue]:
    """Where the text names people on record who must have said yes; a mere look at its words when it names none."""
    register = register_of(people)
    for handle in register.handles:
        if handle in reading.folded:
            yield from _handles(reading, handle)
    tokens = reading.tokens if reading.text.isascii() else map(bare, reading.tokens)
    if not register.words.isdisjoint(tokens):
        yield from _named(_row(reading), register)


def _handles(reading: Reading, handle: str) -> Iterator[Cue]:
    """Without its "@": with it, it is a tag. No part of a longer word or an address."""
    text, place = reading.folded, reading.folded.find(handle)
    while place >= 0:
        end = place + len(handle)
        before, after = text[place - 1 : place], text[end : end + 1]
        if not (before.isalnum() or before in ("@", "_", "/", "-")) and not (
            after.isalnum() or after in ("_", "@")
        ):
            yield Cue(ON_RECORD, place, end)
        place = text.find(handle, end)


def _row(reading: Reading) -> Row:
    words = [_without_ending(word) for word in reading.words]
    return Row(reading.text, words, [bare(word.folded) for word in words], reading.text != reading.folded)


def _without_ending(word: Word) -> Word:
    """ "Visser's" without its end."""
    cut = len(word.folded.removesuffix("s").rstrip("'’"))
    if word.folded[cut : cut + 1] not in ("'", "’"):
        return word
    return Word(word.text[:cut], word.folded[:cut], word.start, word.start + cut)


def _named(row: Row, register: Register) -> Iterator[Cue]:
    for place, stem in enumerate(row.stems):
        known, end = register.by_last.get(stem), row.words[place].end
        if known is None and stem.endswith("s"):  # "Els Vissers jas"
            known, end = register.by_last.get(stem[:-1]), end - 1
        starts = [start for one in known or () if (start := _start_of(row, place, one)) is not None]
        if starts:
            yield Cue(ON_RECORD, row.words[min(starts)].start, end)
        elif stem in register.joined:
            yield Cue(ON_RECORD, row.words[place].start, row.words[place].end)
        elif stem in register.by_first and _is_framed(row, place, register.by_first[stem]):
            yield Cue(NAMED, row.words[place].start, row.words[place].end)


def _start_of(row: Row, place: int, known: Known) -> int | None:
    """The word where the name of this person begins that ends at `place`; None when it is not there."""
    stem = row.stems[place]
    lasts = known.lasts if stem == known.lasts[-1] else (*known.lasts[:-1], stem)
    at = _back_over(row, place, lasts)
    if at is None:
        return None
    first = _first_before(row, at, known)
    if first is not None:
        return first if row.is_capital(place) or row.is_capital(first) else None
    titled = _title_before(row, at)
    if titled is None:
        return None
    said = read_name(row.text[row.words[titled].start : row.words[place].end])
    return titled if may_be_one(said, known.name) else None


def _back_over(row: Row, place: int, pieces: tuple[str, ...]) -> int | None:
    """The first word of these pieces, of which the last stands at `place`."""
    at = place - len(pieces) + 1
    if at < 0 or tuple(row.stems[at : place + 1]) != pieces:
        return None
    return at if all(row.joins(one) for one in range(at, place)) else None


def _title_before(row: Row, at: int) -> int | None:
    while at and row.stems[at - 1] in PARTICLES and row.joins(at - 1):
        at -= 1
    return at - 1 if at and row.stems[at - 1] in TITLES and row.joins(at - 1) else None


def _first_before(row: Row, at: int, known: Known) -> int | None:
    """Where the first name begins, before particles, initials, a second name or "en Bas"."""
    between = 0
    for one in range(at - 1, max(-1, at - FARTHEST), -1):
        if not (known.firsts and row.joins(one)):
            return None
        stem = row.stems[one]
        if stem == known.firsts[-1]:
            return _back_over(row, one, known.firsts)
        if len(stem) == 1 and stem == known.firsts[0][:1] and row.words[one].text.isupper():
            return one
        if not (stem in PARTICLES or len(stem) == 1 or stem in AND):
            between += 1
            if between > MOST_BETWEEN or not row.words[one].text[:1].isupper():
                return None
    return None


def _is_framed(row: Row, place: int, people: Sequence[Known]) -> bool:
    """Whether a lone first name does or is what only people do and are."""
    word, before, after = row.words[place], row.beside(place, -1), row.beside(place, 1)
    if not word.text[:1].isupper() or (len(word.text) > 1 and word.text.isupper()):
        return False
    if before in DETERMINERS or (after and row.words[place + 1].text[:1].isupper()):
        return False
    if after in DOINGS or before in DOINGS or before in OWN:
        return True
    if row.text[word.end : word.end + 2] in ("'s", "’s"):
        return True
    if after in BEING and not STATES.isdisjoint(row.stems[place + 2 : place + 4]):
        return True
    return before in BESIDE and any(not one.lasts for one in people)
