"""How much speaks for each kind, level and tone: the small model, or without its file the signs alone."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from math import log
from os import path
from typing import NamedTuple, Protocol, TypeVar

from toonbank.language.features import pair_features, text_features, tokens, word_features
from toonbank.language.linear import Linear, sigmoid, softmax
from toonbank.language.reading import Language
from toonbank.triage.labels import GRAVE, KINDS, TONES
from toonbank.triage.rules import RULES
from toonbank.triage.signs import Sign, asking, lexicon, sign_features, together

WEIGHTS = path.join(path.dirname(__file__), "weights", "triage.bin")
# How the labels of the file are named; the training writes them in this order.
LABELS = (
    "grave", "grave-in-public", "public", "danger", "law",
    *(f"kind:{one}" for one in KINDS), *(f"level:{level}" for level in range(5)), *(f"tone:{one}" for one in TONES),
)  # fmt: skip
_KINDS, _LEVELS, _TONES = slice(5, 17), slice(17, 22), slice(22, 25)
RARER_IN_PUBLIC = 5.0
_LEAST = 1e-9
_MOST_KEPT = 100_000
_Key = TypeVar("_Key")


class Scores(NamedTuple):
    """Calibrated probabilities: complaint or graver; danger, and law or press; each kind; each level of complaint; each tone."""

    grave: float
    serious: tuple[float, float]
    kinds: tuple[float, ...]
    levels: tuple[float, ...]
    tones: tuple[float, ...]


class Scale(Protocol):
    """What weighs the words of a text."""

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""

    def grave(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> float:
        """`weigh(...).grave` and nothing else, which is cheaper."""

    def pulls(self, words: Sequence[str], signs: Sequence[Sign]) -> list[float]:
        """Per word about how much it speaks for a complaint (above 0) or against it: where to look for reasons."""


class _Kept(dict[_Key, int]):
    """What was added up once, remembered."""

    def __init__(self, total_of: Callable[[_Key], int]) -> None:
        super().__init__()
        self._total_of = total_of

    def __missing__(self, key: _Key) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        total = self[key] = self._total_of(key)
        return total


class Model:
    """The weights that `script/train` made."""

    def __init__(self, linear: Linear) -> None:
        self._linear = linear
        self._pulls: dict[str, float] = {}
        row = linear.row_once
        self._word_row = _Kept[str](lambda word: linear.total_once(word_features(word))).__getitem__
        self._pair_row = _Kept[tuple[str, str]](lambda pair: row(f"p:{pair[0]} {pair[1]}")).__getitem__
        self._name_row = _Kept[str](lambda name: row(f"c:{name}")).__getitem__
        self._next_row = _Kept[tuple[str, str]](lambda pair: row(f"k:{pair[0]} {pair[1]}")).__getitem__
        self._set_row = _Kept[frozenset[str]](lambda names: sum(map(linear.row, together(names))))

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""
        logits = self._linear.logits_of(self._total(text, words, signs))
        kinds = softmax(logits[_KINDS])
        serious = sigmoid(logits[3]), sigmoid(logits[4])
        return Scores(
            agreed(logits, kinds), serious, kinds, softmax(logits[_LEVELS]), softmax(logits[_TONES])
        )

    def grave(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> float:
        """`weigh(...).grave` and nothing else."""
        logits = self._linear.logits_of(self._total(text, words, signs))
        return agreed(logits, softmax(logits[_KINDS]))

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
            row = self._linear.row(feature) if feature else self._word_row(name)
            lanes = self._linear.weights_of(row)
            kinds, grave = lanes[_KINDS], len(GRAVE)
            pull = self._pulls[key] = lanes[0] + lanes[1] + max(kinds[:grave]) - max(kinds[grave:])
        return pull

    def _total(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> int:
        """What `features_of` names, added up from what is remembered of words, pairs and signs."""
        names = [sign.name for sign in signs]
        total = self._linear.total((*text_features(text, words), asking(words)))
        total += sum(map(self._word_row, dict.fromkeys(words))) + sum(
            map(self._pair_row, dict.fromkeys(pairwise(words)))
        )
        total += sum(map(self._name_row, names)) + sum(map(self._next_row, pairwise(names)))
        return total + self._set_row[frozenset(names)]


class Rules:
    """The signs with weights set by hand: what is left when there is no file."""

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""
        names = [sign.name for sign in signs]
        names.append(asking(words)[2:])
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
        return Scores(grave, (kinds[0], kinds[1]), kinds, levels, softmax([-tone, 0.0, tone]))

    def grave(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> float:
        """`weigh(...).grave` and nothing else."""
        return self.weigh(text, words, signs).grave

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
    the first, for which one set of weights is meant; for the second another set and the kinds each have half a say. What is likely
    danger or law is at least as likely grave.
    """
    grave = min(max(sum(kinds[: len(GRAVE)]), _LEAST), 1 - _LEAST)
    to_the_shop = (logits[0] + log(grave / (1 - grave))) / 2
    in_public = said_in_public(logits)
    return max(sigmoid(in_public * logits[1] + (1 - in_public) * to_the_shop), *serious(logits))


def said_in_public(logits: Sequence[float]) -> float:
    """How far it is a word to the world, from 0 to 1: nearly always one or the other, and in doubt the first."""
    return sigmoid(2 * logits[2] + 2)


def serious(logits: Sequence[float]) -> tuple[float, float]:
    """How likely it is danger, and law or press. Said to the world it seldom is: "this queue is killing me"."""
    seldom = RARER_IN_PUBLIC * said_in_public(logits)
    return sigmoid(logits[3] - seldom), sigmoid(logits[4] - seldom)


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
