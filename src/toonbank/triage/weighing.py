"""How much speaks for each kind, level and tone: the small model, or without its file the signs alone."""

from collections.abc import Sequence
from functools import cache
from math import log
from os import path
from typing import NamedTuple, Protocol

from toonbank.language.features import pair_features, text_features, tokens, word_features
from toonbank.language.linear import Linear, sigmoid, softmax
from toonbank.language.reading import Language
from toonbank.triage.labels import GRAVE, KINDS, TONES
from toonbank.triage.rules import RULES
from toonbank.triage.signs import Sign, lexicon, sign_features

WEIGHTS = path.join(path.dirname(__file__), "weights", "triage.bin")
# How the labels of the file are named; the training writes them in this order.
LABELS = (
    "grave", "grave-in-public", "public",
    *(f"kind:{one}" for one in KINDS), *(f"level:{level}" for level in range(5)), *(f"tone:{one}" for one in TONES),
)  # fmt: skip
_KINDS, _LEVELS, _TONES = slice(3, 15), slice(15, 20), slice(20, 23)
_LEAST = 1e-9
_MOST_KEPT = 100_000


class Scores(NamedTuple):
    """Calibrated probabilities: complaint or graver; each kind; each level of complaint; each tone."""

    grave: float
    kinds: tuple[float, ...]
    levels: tuple[float, ...]
    tones: tuple[float, ...]


class Scale(Protocol):
    """What weighs the words of a text."""

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""

    def pulls(self, words: Sequence[str], signs: Sequence[Sign]) -> list[float]:
        """Per word about how much it speaks for a complaint (above 0) or against it: where to look for reasons."""


class Model:
    """The weights that `script/train` made."""

    def __init__(self, linear: Linear) -> None:
        self._linear = linear
        self._words: dict[str, int] = {}
        self._pulls: dict[str, float] = {}

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""
        logits = self._linear.logits_of(self._total(text, words, signs))
        kinds = softmax(logits[_KINDS])
        return Scores(agreed(logits, kinds), kinds, softmax(logits[_LEVELS]), softmax(logits[_TONES]))

    def pulls(self, words: Sequence[str], signs: Sequence[Sign]) -> list[float]:
        """Per word the weight of the word itself, and its share in the signs it belongs to."""
        found = [self._pull(word) for word in words]
        for sign in signs:
            share = self._pull(sign.name, f"c:{sign.name}") / (sign.last - sign.first)
            for place in range(sign.first, sign.last):
                found[place] += share
        return found

    def _pull(self, name: str, feature: str | None = None) -> float:
        """What a word, or a sign as a feature, weighs for all grave kinds against all others, and at the gates."""
        key = feature or name
        pull = self._pulls.get(key)
        if pull is None:
            if len(self._pulls) > _MOST_KEPT:
                self._pulls.clear()
            row = self._linear.row(feature) if feature else self._row(name)
            lanes = [self._linear.lane(row, place) for place in range(_KINDS.stop)]
            kinds, grave = lanes[_KINDS], len(GRAVE)
            pull = self._pulls[key] = lanes[0] + lanes[1] + max(kinds[:grave]) - max(kinds[grave:])
        return pull

    def _row(self, word: str) -> int:
        row = self._words.get(word)
        if row is None:
            if len(self._words) > _MOST_KEPT:
                self._words.clear()
            row = self._words[word] = self._linear.total(word_features(word))
        return row

    def _total(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> int:
        linear = self._linear
        total = linear.total(pair_features(words)) + linear.total(text_features(text, words))
        total += linear.total(sign_features(words, signs))
        total += sum(map(self._row, dict.fromkeys(words)))
        return total


class Rules:
    """The signs with weights set by hand: what is left when there is no file."""

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""
        names = [sign.name for sign in signs]
        names += [feature[2:] for feature in sign_features(words, ()) if feature.startswith("q:")]
        names += [f"{one}+{other}" for one in set(names) for other in set(names) if f"{one}+{other}" in RULES]
        sums = dict.fromkeys(KINDS, 0.0)
        for name in dict.fromkeys(names):
            for kind, weight in RULES.get(name, {}).items():
                sums[kind] += weight
        kinds = softmax([sums[kind] for kind in KINDS])
        grave = sum(kinds[: len(GRAVE)])
        levels = (1 - grave + _LEAST, *(kinds[5], kinds[4], kinds[3], kinds[2]))
        tone = 0.8 * (names.count("pos") + names.count("praise") + names.count("neg~"))
        tone -= 0.8 * sum(names.count(one) for one in ("neg", "annoy", "blame", "abuse", "praise~", "pos~"))
        return Scores(grave, kinds, levels, softmax([-tone, 0.0, tone]))

    def pulls(self, words: Sequence[str], signs: Sequence[Sign]) -> list[float]:
        """Per word its share in what its signs say."""
        found = [0.0] * len(words)
        for sign in signs:
            for place in range(sign.first, sign.last):
                found[place] += _speaks(sign.name) / (sign.last - sign.first)
        return found


def _speaks(name: str) -> float:
    says = RULES.get(name, {})
    return sum(weight if kind in GRAVE else -weight for kind, weight in says.items())


def agreed(logits: Sequence[float], kinds: Sequence[float]) -> float:
    """One probability of "complaint or graver" from those who know it.

    A word to the world ("@shop still waiting, thanks a lot") reads otherwise than a message to the shop. `public` tells how far it is
    the first, for which one set of weights is meant; for the second another set and the kinds each have half a say.
    """
    grave = min(max(sum(kinds[: len(GRAVE)]), _LEAST), 1 - _LEAST)
    to_the_shop = (logits[0] + log(grave / (1 - grave))) / 2
    in_public = sigmoid(logits[2])
    return sigmoid(in_public * logits[1] + (1 - in_public) * to_the_shop)


@cache
def scale() -> Scale:
    """The model of the package; the rules alone where its file is absent."""
    try:
        with open(WEIGHTS, "rb") as file:
            return Model(Linear.read(file.read()))
    except FileNotFoundError:
        return Rules()


def features_of(text: str, language: Language) -> list[str]:
    """All that a model sees of a message; the training uses the same."""
    words = tokens(text)
    found = [feature for word in dict.fromkeys(words) for feature in word_features(word)]
    return [
        *found,
        *pair_features(words),
        *text_features(text, words),
        *sign_features(words, lexicon(language).signs(words)),
    ]
