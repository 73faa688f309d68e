"""A shop's own small model: what its people corrected, learned on its own machine, laid on top of the model of the package.

Logistic regression in pure Python: the package's answer is where it begins, and only what the corrections say otherwise is
learned, so that one correction mends its like and leaves the rest alone. The same corrections give the same bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log
from operator import add
from typing import NamedTuple

from toonbank.core.errors import BadInput
from toonbank.language.features import pair_features, tokens
from toonbank.language.linear import Fitted, Linear, sigmoid, softmax
from toonbank.language.reading import Language
from toonbank.triage.judging import language_of
from toonbank.triage.labels import GRAVE, KINDS, Kind
from toonbank.triage.signs import Sign, lexicon
from toonbank.triage.smallwords import is_reason
from toonbank.triage.weighing import DANGER, LAW, Part, Scale, Scores

_ROUNDS = 40
_STEP = 0.5
_SHRINK = 0.002
_LEAST = 1e-6
_DAMPING = 0.5
# A step that teaches danger or law counts so many times as much, and goes on until they are this surer than sure: they are to be heard
# in other words as well.
_SERIOUS, _SPARE = 3.0, 3.0
_RARE = DANGER | LAW


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
        was, now = sum(before.kinds[: len(GRAVE)]), sum(kinds[: len(GRAVE)])
        # Where danger or law alone made it grave, it is no graver without them than its kinds are.
        grave = before.grave if before.grave > max(before.serious) else min(before.grave, was)
        danger, law = (
            sigmoid(_logit(chance) + more) for chance, more in zip(before.serious, moved, strict=False)
        )
        grave = max(sigmoid(_logit(grave) + _logit(now) - _logit(was)), danger, law)
        return before._replace(grave=grave, serious=(danger, law), kinds=kinds)

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
        for lesson in lessons:
            _learn_one(weights, lesson, step)
    return Fitted(
        KINDS, {name: tuple(row) for name, row in weights.items()}, (1.0,) * 12, (0.0,) * 12, "one", _DAMPING
    )


class _Lesson(NamedTuple):
    """What one correction teaches: its kind, and what the model below thought of each kind, and of danger and law by themselves."""

    kind: int
    kinds: tuple[float, ...]
    serious: tuple[float, ...]
    features: tuple[str, ...]


def _lesson(correction: Correction, below: Scale) -> _Lesson:
    words = tokens(correction.text)
    signs = lexicon(correction.language or language_of(correction.text)).signs(words)
    before = below.weigh(correction.text, words, signs)
    return _Lesson(
        KINDS.index(correction.kind),
        tuple(log(max(chance, _LEAST)) for chance in before.kinds),
        tuple(map(_logit, before.serious)),
        tuple(sorted(_features(words, signs))),
    )


def _learn_one(weights: dict[str, list[float]], lesson: _Lesson, step: float) -> None:
    """One step towards the right kind for one message: as one of twelve, and danger and law also by themselves."""
    damp = (1 + len(lesson.features)) ** -_DAMPING
    rows = [weights.setdefault(feature, [0.0] * len(KINDS)) for feature in lesson.features]
    moved = [damp * sum(row[place] for row in rows) for place in range(len(KINDS))]
    sums = map(add, lesson.kinds, moved)
    wrong = [float(place == lesson.kind) - chance for place, chance in enumerate(softmax([*sums]))]
    for place, start in enumerate(lesson.serious):
        is_so = float(place == lesson.kind)
        wrong[place] += _SERIOUS * (is_so - sigmoid(start + moved[place] - _SPARE * is_so))
    for row in rows:
        for place, error in enumerate(wrong):
            row[place] += step * (damp * error - _SHRINK * row[place])


def _features(words: Sequence[str], signs: Sequence[Sign]) -> list[str]:
    """What few corrections can teach of: words that can be a reason, pairs of words, and signs of danger and law.

    Small words and the other signs stand in every second message, and would drag those along.
    """
    names: Mapping[str, None] = dict.fromkeys(sign.name for sign in signs if sign.name in _RARE)
    reasons = filter(is_reason, words) if any(map(is_reason, words)) else words
    return [
        *(f"w:{word}" for word in dict.fromkeys(reasons)),
        *pair_features(words),
        *(f"c:{name}" for name in names),
    ]


def _logit(chance: float) -> float:
    sure = min(max(chance, _LEAST), 1 - _LEAST)
    return log(sure / (1 - sure))
