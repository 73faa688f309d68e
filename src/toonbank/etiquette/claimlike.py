"""How much a sentence sounds like a claim, by a small model over its words, their parts, their neighbours and their sorts.

The weights are in `weights/claims.bin`, made by `training/claims.py`. Without that file nothing sounds like anything,
and the rules work on structure alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from os import path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from toonbank.etiquette.frames.tags import SORT_OF
from toonbank.language.features import TOKEN, tokens, word_features, word_sums
from toonbank.language.linear import Linear, logit_of

if TYPE_CHECKING:
    from toonbank.language.reading import Sentence

WEIGHTS = "claims.bin"
KINDS = (
    "scarcity", "urgency", "social_proof", "price_reduction", "other_pressure",
    "endorsement", "superlative", "giveaway", "free", "green",
)  # fmt: skip
SURE = 0.9
"""From which probability on a sentence is taken for a claim: what is only heard must stop no innocent post."""
# And from which on it is worth a hint, that stops nothing: chosen on voices of shops that the model had not heard, and on the
# folds of the webshops' lines.
HEARD = {
    "scarcity": 0.4, "urgency": 0.5, "social_proof": 0.5, "price_reduction": 0.4, "other_pressure": 0.4,
    "endorsement": 0.3, "superlative": 0.3, "giveaway": 0.5, "free": 0.3, "green": 0.5,
}  # fmt: skip
HOPELESS = -1.5  # when the words alone say no this firmly, their neighbours do not make it a yes
_REACH = 3
_MOST_WORDS = 120
_MOST_KEPT = 50_000
_MOST_HEARD = 4096  # sentences


Said = TypeVar("Said", bound=Hashable)


class Guess(NamedTuple):
    """A kind of claim, how likely it is (0 to 1), and the place of its heaviest words."""

    kind: str
    likely: float
    start: int
    end: int


def claim_features(text: str) -> list[str]:
    """All features of a sentence; `Claimlike.scores` adds up the same ones quicker."""
    words = tokens(text)[:_MOST_WORDS]
    found = [feature for word in words for feature in of_word(word)]
    return [*found, *of_neighbours(words)]


def of_word(word: str) -> tuple[str, ...]:
    """What one word says by itself: the word, its parts, and its sorts."""
    return (*word_features(word), *(f"s:{sort}" for sort in sorts_of(word)))


def of_neighbours(words: Sequence[str]) -> Iterator[str]:
    """What two words say together: the pair, and the sorts of words that stand near each other."""
    for first, second in pairwise(words):
        yield f"p:{first} {second}"
    for first, second in near(words):
        yield from of_sorts(first, second)


def near(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words of which the second comes soon after the first."""
    for reach in range(1, _REACH + 1):
        yield from zip(words, words[reach:], strict=False)


def of_sorts(first: str, second: str) -> Iterator[str]:
    """What the sorts of two words say together."""
    for mine in sorts_of(first):
        for theirs in sorts_of(second):
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


class _Sums(dict[Said, int]):
    """Sums of features for a word or a pair, added up once."""

    def __init__(self, add_up: Callable[[Said], int]) -> None:
        super().__init__()
        self._add_up = add_up

    def __missing__(self, said: Said) -> int:
        if len(self) > _MOST_KEPT:
            self.clear()
        found = self[said] = self._add_up(said)
        return found


class Claimlike:
    """The model, with what it knows of single words and pairs added up beforehand."""

    def __init__(self, model: Linear) -> None:
        self.model = model
        self._words: _Sums[str] = _Sums(self._of_word)
        self._near: _Sums[tuple[str, str]] = _Sums(lambda pair: model.total(of_sorts(*pair)))
        self._beside: _Sums[tuple[str, str]] = _Sums(
            lambda pair: model.total((f"p:{pair[0]} {pair[1]}", *of_sorts(*pair)))
        )
        self._weights: dict[str, list[float]] = {}
        self._scores: dict[str, tuple[float, ...]] = {}
        self._hope = model.bars([HOPELESS] * len(model.labels))
        self._heard_at = model.bars([logit_of(HEARD[kind]) for kind in model.labels])
        self._plainly: _Sums[str] = _Sums(lambda word: self._words["0" if word[0].isdecimal() else word])

    def _of_word(self, word: str) -> int:
        """The sum of `of_word(word)`."""
        sums = word_sums(word)
        return (
            len(sums) + self.model.total_of(sums) + self.model.total(f"s:{sort}" for sort in sorts_of(word))
        )

    def sounds(self, sentence: Sentence) -> tuple[Guess, ...]:
        """What a sentence sounds like."""
        return tuple(self.guesses(sentence.text)) if self.may_be_claim(sentence.tokens) else ()

    def may_be_claim(self, words: Sequence[str]) -> bool:
        """Whether the words of a sentence, in small letters, leave hope for any kind: a quick test before `guesses`."""
        return self._hope.are_reached(sum(map(self._plainly.__getitem__, words)))

    def guesses(self, text: str) -> list[Guess]:
        """The kinds of claim that a sentence sounds like, the likeliest first."""
        words = tokens(text)[:_MOST_WORDS]
        if not words:
            return []
        total = self._total(words)
        if not self._heard_at.are_reached(total):
            return []
        scores = self._keep(text, total)
        heard = [
            (score, kind)
            for kind, score in zip(self.model.labels, scores, strict=True)
            if score >= HEARD[kind]
        ]
        return [
            Guess(kind, score, *self._heaviest(text, words, kind))
            for score, kind in sorted(heard, reverse=True)
        ]

    def scores(self, text: str) -> tuple[float, ...]:
        """Per kind of `model.labels` the calibrated probability."""
        found = self._scores.get(text)
        return self._keep(text, self._total(tokens(text)[:_MOST_WORDS])) if found is None else found

    def _keep(self, text: str, total: int) -> tuple[float, ...]:
        """The scores of a text, kept for a while: what a pattern found is weighed with every word that is added."""
        if len(self._scores) >= _MOST_HEARD:
            self._scores.clear()
        scores = self._scores[text] = self.model.scores_of(total)
        return scores

    def score(self, text: str, kind: str) -> float:
        """The calibrated probability of one kind; 1 for a kind that the model does not know."""
        labels = self.model.labels
        return self.scores(text)[labels.index(kind)] if kind in labels else 1.0

    def _total(self, words: Sequence[str]) -> int:
        """All that the words of a text say."""
        return sum(map(self._words.__getitem__, words)) + self._of_neighbours(words)

    def _of_neighbours(self, words: Sequence[str]) -> int:
        near = self._near.__getitem__
        total = sum(map(self._beside.__getitem__, pairwise(words)))
        for reach in range(2, _REACH + 1):
            total += sum(map(near, zip(words, words[reach:], strict=False)))
        return total

    def _heaviest(self, text: str, words: Sequence[str], kind: str) -> tuple[int, int]:
        """The place of the words that speak most for a kind: the stretch around the heaviest, as long as it adds weight."""
        place = self.model.labels.index(kind)
        weights = [self._weights_of(word)[place] for word in words]
        mean = sum(weights) / len(weights)
        first, last = _best_stretch([weight - mean for weight in weights])
        spans = [match.span() for match in islice(TOKEN.finditer(text), last + 1)]
        return spans[first][0], spans[last][1]

    def _weights_of(self, word: str) -> list[float]:
        found = self._weights.get(word)
        if found is None:
            if len(self._weights) > _MOST_KEPT:
                self._weights.clear()
            found = self._weights[word] = self.model.weights_of(self._words[word])
        return found


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
