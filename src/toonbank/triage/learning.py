"""A shop's own small model: what its people corrected, learned on its own machine, laid on top of the model of the package.

Logistic regression in pure Python: the package's answer is where it begins, and only what the corrections say otherwise is
learned, so that one correction mends its like and leaves the rest alone. The same corrections give the same bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from toonbank.core.errors import BadInput
from toonbank.language.features import pair_features, tokens
from toonbank.language.linear import Fitted, Linear, sigmoid, softmax
from toonbank.language.reading import Language
from toonbank.triage.judging import language_of
from toonbank.triage.labels import GRAVE, KINDS, Kind
from toonbank.triage.signs import Sign, lexicon
from toonbank.triage.weighing import Part, Scale, Scores

_ROUNDS = 40
_STEP = 0.5
_SHRINK = 0.002
_LEAST = 1e-6
_DAMPING = 0.5


class Correction(NamedTuple):
    """A message and the kind that a person gave it."""

    text: str
    kind: Kind
    language: Language | None = None


class Own:
    """A weigher with the shop's own corrections on top of another one."""

    def __init__(self, below: Scale, linear: Linear) -> None:
        if linear.labels != KINDS:
            raise BadInput("This file holds no corrections of a shop. Make it with `toonbank triage learn`.")
        self._below = below
        self._linear = linear

    def weigh(self, text: str, words: Sequence[str], signs: Sequence[Sign]) -> Scores:
        """The scores of these words, moved by what the shop has taught."""
        before = self._below.weigh(text, words, signs)
        moved = self._linear.logits_of(self._linear.total(_features(words, signs)))
        kinds = softmax(
            [log(max(chance, _LEAST)) + more for chance, more in zip(before.kinds, moved, strict=True)]
        )
        shift = _logit(sum(kinds[: len(GRAVE)])) - _logit(sum(before.kinds[: len(GRAVE)]))
        danger, law = (
            sigmoid(_logit(chance) + _logit(kinds[place]) - _logit(before.kinds[place]))
            for place, chance in enumerate(before.serious)
        )
        return before._replace(
            grave=sigmoid(_logit(before.grave) + shift), serious=(danger, law), kinds=kinds
        )

    def grave_without(self, part: Part, scores: Scores) -> float:
        """`weigh(...).grave` of what is left."""
        return self.weigh(part.text, part.words, part.signs).grave

    def pulls(self, words: Sequence[str], signs: Sequence[Sign]) -> list[float]:
        """As the weigher below, and what the shop has taught of single words."""
        rows = [self._linear.weights_of(self._linear.row(f"w:{word}")) for word in words]
        own = [sum(row[: len(GRAVE)]) - sum(row[len(GRAVE) :]) for row in rows]
        return [below + more for below, more in zip(self._below.pulls(words, signs), own, strict=True)]


def learn(corrections: Iterable[Correction], below: Scale) -> Fitted:
    """What these corrections say that `below` did not know; write it with `linear.write`."""
    lessons = sorted({_lesson(one, below) for one in corrections})
    weights: dict[str, list[float]] = {}
    for round_ in range(_ROUNDS):
        step = _STEP / (1 + round_ / 10)
        for kind, chances, features in lessons:
            _learn_one(weights, (kind, chances, features), step)
    return Fitted(
        KINDS, {name: tuple(row) for name, row in weights.items()}, (1.0,) * 12, (0.0,) * 12, "one", _DAMPING
    )


_Lesson = tuple[int, tuple[float, ...], tuple[str, ...]]


def _lesson(correction: Correction, below: Scale) -> _Lesson:
    words = tokens(correction.text)
    signs = lexicon(correction.language or language_of(correction.text)).signs(words)
    before = below.weigh(correction.text, words, signs)
    starts = tuple(log(max(chance, _LEAST)) for chance in before.kinds)
    return KINDS.index(correction.kind), starts, tuple(sorted(_features(words, signs)))


def _learn_one(weights: dict[str, list[float]], lesson: _Lesson, step: float) -> None:
    """One step towards the right kind for one message."""
    kind, starts, features = lesson
    damp = (1 + len(features)) ** -_DAMPING
    rows = [weights.setdefault(feature, [0.0] * len(KINDS)) for feature in features]
    sums = [start + damp * sum(row[place] for row in rows) for place, start in enumerate(starts)]
    wrong = [float(place == kind) - chance for place, chance in enumerate(softmax(sums))]
    for row in rows:
        for place, error in enumerate(wrong):
            row[place] += step * (damp * error - _SHRINK * row[place])


def _features(words: Sequence[str], signs: Sequence[Sign]) -> list[str]:
    """Whole words, pairs and signs: few corrections cannot teach parts of words."""
    names: Mapping[str, None] = dict.fromkeys(sign.name for sign in signs)
    return [
        *(f"w:{word}" for word in dict.fromkeys(words)),
        *pair_features(words),
        *(f"c:{name}" for name in names),
    ]


def _logit(chance: float) -> float:
    sure = min(max(chance, _LEAST), 1 - _LEAST)
    return log(sure / (1 - sure))
