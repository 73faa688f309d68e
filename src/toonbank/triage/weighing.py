"""How much speaks for each kind, level and tone: the small model, or without its file the signs alone."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from math import log
from os import path
from typing import NamedTuple, Protocol, TypeVar
from zlib import crc32

from toonbank.language.features import pair_features, pair_halves, text_features, tokens
from toonbank.language.linear import Linear, sigmoid, softmax
from toonbank.language.reading import Language
from toonbank.triage.labels import GRAVE, KINDS, TONES
from toonbank.triage.parts import part_features, part_sums
from toonbank.triage.rules import RULES
from toonbank.triage.signs import (
    PLAIN_DANGER,
    PLAIN_LAW,
    Sign,
    asking,
    counted,
    following,
    lexicon,
    sign_features,
)

WEIGHTS = path.join(path.dirname(__file__), "weights", "triage.bin")
# How the labels of the file are named; the training writes them in this order.
LABELS = (
    "grave", "grave-in-public", "public", "danger", "law",
    *(f"kind:{one}" for one in KINDS), *(f"level:{level}" for level in range(5)), *(f"tone:{one}" for one in TONES),
)  # fmt: skip
KIND_LABELS, _LEVELS, _TONES = slice(5, 17), slice(17, 22), slice(22, 25)
RARER_IN_PUBLIC = 4.0
# Danger and law are seldom meant where none of their words is said: "my mother left it overnight". Then they need a stronger sum.
UNSAID = 1.5
PLAINLY = 1.0  # what is said in so many words is at least this likely, as a sum
DANGER = frozenset({"harm", "harm~", "fire", "ill", "peril", "peril~", "threat"})
LAW = frozenset({"law", "authority", "press", "rights"})
_LEAST = 1e-9
_MOST_KEPT = 100_000
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_Word = tuple[int, bytes, int]  # its row, and what it is as the second and as the first of a pair


class Scores(NamedTuple):
    """Calibrated probabilities: complaint or graver; danger, and law or press; each kind.

    `levels` of complaint and `tones` only say which is the likeliest. `total` is what the scale put together for the words: with
    it a part of them is quickly taken off again.
    """

    grave: float
    serious: tuple[float, float]
    kinds: tuple[float, ...]
    levels: Sequence[float]
    tones: Sequence[float]
    total: int = 0


class Part(NamedTuple):
    """A message without its words from `first` up to `last`: what is left, and what the whole was."""

    text: str
    words: Sequence[str]
    signs: Sequence[Sign]
    whole: Sequence[str]
    first: int
    last: int


class Scale(Protocol):
    """What weighs the words of a text."""

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""

    def grave_without(self, part: Part, scores: Scores) -> float:
        """`weigh(...).grave` of what is left of a message; `scores` are those of the whole."""

    def pulls(self, words: Sequence[str], signs: Sequence[Sign]) -> list[float]:
        """Per word about how much it speaks for a complaint (above 0) or against it: where to look for reasons."""


class _Kept(dict[_Key, _Value]):
    """What was found out once, remembered."""

    def __init__(self, find: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: _Key) -> _Value:
        if len(self) >= _MOST_KEPT:
            self.clear()
        value = self[key] = self._find(key)
        return value


class Model:
    """The weights that `script/train` made."""

    def __init__(self, linear: Linear) -> None:
        self.linear = linear
        row = linear.row
        self._words = _Kept[str, _Word](self._look_up).__getitem__
        self._pulls = _Kept[str, float](lambda word: self._pull(self._words(word)[0])).__getitem__
        self._sign_pulls = _Kept[str, float](lambda name: self._pull(row(f"c:{name}"))).__getitem__
        self._names = _Kept[str, int](lambda name: row(f"c:{name}")).__getitem__
        self._nexts = _Kept[tuple[str, str], int](lambda pair: row(following(*pair))).__getitem__

    def _look_up(self, word: str) -> _Word:
        sums = part_sums(word)
        return len(sums) + self.linear.total_of(sums), *pair_halves(word)

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""
        total = self._of_words(words)
        logits = self.linear.logits_of(total + self._of_the_rest(text, words, signs))
        heeded(logits, signs)
        kinds = softmax(logits[KIND_LABELS])
        serious = sigmoid(logits[3]), sigmoid(logits[4])
        return Scores(agreed(logits, kinds), serious, kinds, logits[_LEVELS], logits[_TONES], total)

    def grave_without(self, part: Part, scores: Scores) -> float:
        """`weigh(...).grave` of what is left."""
        total = scores.total - self._of_lost_words(part)
        total += self._of_the_rest(part.text, part.words, part.signs)
        logits = self.linear.logits_of(total, KIND_LABELS.stop)
        heeded(logits, part.signs)
        return agreed(logits, softmax(logits[KIND_LABELS]))

    def pulls(self, words: Sequence[str], signs: Sequence[Sign]) -> list[float]:
        """Per word the weight of the word itself, and its share in the signs it belongs to."""
        found = list(map(self._pulls, words))
        for name, first, last in signs:
            share = self._sign_pulls(name) / (last - first)
            for place in range(first, last):
                found[place] += share
        return found

    def _pull(self, total: int) -> float:
        """What a total weighs for a complaint or graver, said to the shop and to the world."""
        return sum(self.linear.first_weights(total, 2))

    def _of_words(self, words: Sequence[str]) -> int:
        """The total of the words and their neighbours, each once: the first part of what `features_of` names."""
        if not words:
            return 0
        known = list(map(self._words, words))
        # Two pairs with the same check sum are one pair to the model as well.
        pairs = {crc32(other[1], one[2]) for one, other in pairwise(known)}
        rows = {word: row for word, (row, _, _) in zip(words, known, strict=True)}
        return sum(rows.values()) + len(pairs) + self.linear.total_of(pairs)

    def _of_lost_words(self, part: Part) -> int:
        """How much less the total of the words is without those that the message lost."""
        left, whole, first, last = part.words, part.whole, part.first, part.last
        if last - first == 1 and whole.count(whole[first]) == 1:
            return self._of_one_lost(part)
        lost = sum(self._words(word)[0] for word in {*whole[first:last]} if word not in left)
        gone = {*pairwise(whole[max(0, first - 1) : last + 1])}
        come = {*pairwise(left[max(0, first - 1) : first + 1])} if first else set()
        lost += sum(self._pair(*pair) for pair in gone - come if not _follow(left, *pair))
        return lost - sum(self._pair(*pair) for pair in come - gone if not _follow(whole, *pair))

    def _of_one_lost(self, part: Part) -> int:
        """The same for one word that was said once: no pair with it can be left, and at most one comes in its place."""
        whole, place = part.whole, part.first
        word, (lost, _, _) = whole[place], self._words(whole[place])
        if place:
            lost += self._pair(whole[place - 1], word)
        if place + 1 < len(whole):
            lost += self._pair(word, whole[place + 1])
            if place and not _follow(whole, whole[place - 1], whole[place + 1]):
                lost -= self._pair(whole[place - 1], whole[place + 1])
        return lost

    def _pair(self, one: str, other: str) -> int:
        return 1 + self.linear.one(crc32(self._words(other)[1], self._words(one)[2]))

    def _of_the_rest(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> int:
        """The total of the text as a whole and of the signs: the other part of what `features_of` names."""
        names = counted(words, signs)
        total = self.linear.total((*text_features(text, words), asking(words)))
        return total + sum(map(self._names, names)) + sum(map(self._nexts, pairwise(names)))


def _follow(words: Sequence[str], one: str, other: str) -> bool:
    """Whether these two words stand side by side."""
    return one in words and other in words and (one, other) in pairwise(words)


class Rules:
    """The signs with weights set by hand: what is left when there is no file."""

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words."""
        names = [sign.name for sign in signs]
        names.append(asking(words)[2:])
        once = dict.fromkeys(names)
        names += [both for one in once for other in once if (both := f"{one}+{other}") in RULES]
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

    def grave_without(self, part: Part, scores: Scores) -> float:
        """`weigh(...).grave` of what is left."""
        return self.weigh(part.text, part.words, part.signs).grave

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
    said = in_public * logits[1] + (1 - in_public) * to_the_shop
    return sigmoid(max(said, logits[3], logits[4]))


def said_in_public(logits: Sequence[float]) -> float:
    """How far it is a word to the world, from 0 to 1: nearly always one or the other, and in doubt the first."""
    return sigmoid(2 * logits[2] + 2)


def heeded(logits: list[float], signs: Sequence[Sign]) -> None:
    """Lowers danger, and law or press, where no sign of them is seen (a part of the body is half a sign), and in public.

    Said to the world they are seldom meant: "this queue is killing me". In whole frames they are: "I know where you live".
    """
    names = {sign[0] for sign in signs}
    seldom = RARER_IN_PUBLIC * said_in_public(logits)
    logits[3] -= seldom
    logits[4] -= seldom
    if names.isdisjoint(DANGER):
        logits[3] -= UNSAID / 2 if "body" in names else UNSAID
    if names.isdisjoint(LAW):
        logits[4] -= UNSAID
    if PLAIN_DANGER in names:
        logits[3] = max(logits[3], PLAINLY)
    if PLAIN_LAW in names:
        logits[4] = max(logits[4], PLAINLY)


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
    found = [feature for word in dict.fromkeys(words) for feature in part_features(word)]
    return [
        *found,
        *pair_features(words),
        *text_features(text, words),
        *sign_features(words, lexicon(language).signs(words)),
    ]
