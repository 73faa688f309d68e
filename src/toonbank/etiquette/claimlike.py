"""How much a sentence sounds like a claim, by a small model over its words, their parts, their neighbours and their sorts.

The weights are in `weights/claims.bin`, made by `training/claims.py`. Without that file nothing sounds like anything,
and the rules work on structure alone.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from os import path
from typing import NamedTuple

from toonbank.etiquette.frames.tags import SORT_OF
from toonbank.language.features import TOKEN, tokens, word_features
from toonbank.language.linear import Linear

WEIGHTS = "claims.bin"
KINDS = ("scarcity", "urgency", "social_proof", "price_reduction", "other_pressure")
# From which probability on a sentence is taken for a claim. Scarcity and the crowd stop a post, so they must be surer.
SURE = {
    "scarcity": 0.7,
    "urgency": 0.65,
    "social_proof": 0.7,
    "price_reduction": 0.65,
    "other_pressure": 0.5,
}
LOUD = 0.5
_REACH = 3
_MOST_WORDS = 120
_MOST_KEPT = 50_000


class Guess(NamedTuple):
    """A kind of claim, how likely it is (0 to 1), and the place of its heaviest words."""

    kind: str
    likely: float
    start: int
    end: int


def claim_features(text: str) -> list[str]:
    """All features of a sentence; see `Claimlike.total`, which adds up the same ones quicker."""
    words = tokens(text)[:_MOST_WORDS]
    found = [feature for word in words for feature in of_word(word)]
    return [*found, *of_neighbours(words)]


def of_word(word: str) -> tuple[str, ...]:
    """What one word says by itself: the word, its parts, and its sorts."""
    return (*word_features(word), *(f"s:{sort}" for sort in sorts_of(word)))


def of_neighbours(words: Sequence[str]) -> Iterable[str]:
    """What two words say together: the pair, and the sorts of words that stand near each other."""
    sorts = [sorts_of(word) for word in words]
    for place, word in enumerate(words[:-1]):
        yield f"p:{word} {words[place + 1]}"
        for mine in sorts[place]:
            for other in sorts[place + 1 : place + 1 + _REACH]:
                for theirs in other:
                    yield f"n:{mine} {theirs}"


class _Sorts(dict[str, tuple[str, ...]]):
    """The sorts of a word that say something: those in capitals, without the commonest."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        written = SORT_OF["1" if word == "0" else word].written if word else ""
        found = self[word] = tuple(
            sort
            for sort in written.strip("<> ").split()
            if sort.isupper() and sort not in ("A", "THE", "CAP")
        )
        if len(self) > _MOST_KEPT:
            self.clear()
        return found


sorts_of = _Sorts().__getitem__


class _Loud(dict[str, bool]):
    """Whether one word alone speaks for some kind of claim."""

    def __init__(self, model: Linear) -> None:
        super().__init__()
        self._model = model

    def __missing__(self, word: str) -> bool:
        parts = of_word("0" if word[:1].isdecimal() else word)
        weights = (sum(self._model.weight(part, kind) for part in parts) for kind in self._model.labels)
        found = max(weights) >= LOUD
        if len(self) > _MOST_KEPT:
            self.clear()
        self[word] = found
        return found


class Claimlike:
    """The model, with what it knows of single words and pairs added up beforehand."""

    def __init__(self, model: Linear) -> None:
        self.model = model
        self._words: dict[str, int] = {}
        self._loud = _Loud(model)

    def may_be_claim(self, words: Sequence[str]) -> bool:
        """Whether a word of a sentence speaks loudly enough for any kind; a quick test before the whole of `guesses`."""
        return any(map(self._loud.__getitem__, words))

    def guesses(self, text: str) -> list[Guess]:
        """The kinds of claim that a sentence sounds like, the likeliest first."""
        heard = [
            (score, kind)
            for kind, score in zip(self.model.labels, self.scores(text), strict=True)
            if score >= SURE[kind]
        ]
        return [Guess(kind, score, *self.heaviest(text, kind)) for score, kind in sorted(heard, reverse=True)]

    def scores(self, text: str) -> tuple[float, ...]:
        """Per kind of `model.labels` the calibrated probability."""
        return self.model.scores_of(self.total(tokens(text)[:_MOST_WORDS]))

    def total(self, words: Sequence[str]) -> int:
        """The sum of all features of these words."""
        known, total = self._words, 0
        for word in words:
            mine = known.get(word)
            if mine is None:
                mine = known[word] = self.model.total(of_word(word))
                if len(known) > _MOST_KEPT:
                    known.clear()
            total += mine
        return total + self.model.total(of_neighbours(words))

    def heaviest(self, text: str, kind: str) -> tuple[int, int]:
        """The place of the words that speak most for a kind: the stretch around the heaviest, as long as it adds weight."""
        spans = [match.span() for match in TOKEN.finditer(text)][:_MOST_WORDS]
        words = tokens(text)[:_MOST_WORDS]
        weights = [sum(self.model.weight(one, kind) for one in of_word(word)) for word in words]
        if not weights:
            return 0, len(text)
        mean = sum(weights) / len(weights)
        first, last = _best_stretch([weight - mean for weight in weights])
        return spans[first][0], spans[last][1]


def _best_stretch(weights: Sequence[float]) -> tuple[int, int]:
    """The stretch with the greatest sum."""
    best, start, running, found = float("-inf"), 0, 0.0, (0, 0)
    for place, weight in enumerate(weights):
        if running <= 0:
            start, running = place, 0.0
        running += weight
        if running > best:
            best, found = running, (start, place)
    return found


@cache
def claimlike() -> Claimlike | None:
    """The model of the package; None when its weights are not there."""
    try:
        with open(path.join(path.dirname(__file__), "weights", WEIGHTS), "rb") as file:
            return Claimlike(Linear.read(file.read()))
    except FileNotFoundError:
        return None
