"""Fits the weights of a small linear model: logistic regression (scikit-learn), calibrated on folds it did not see.

The same samples give the same file: features are sorted, folds are cut by a fixed seed, one thread does the sums, and
what is written is rounded to 8 bits.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is imported: sums in one order

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from toonbank.language.linear import Fitted, Link

SEED = 7
FOLDS = 5
SLOPES = tuple(step / 20 for step in range(6, 41))


@dataclass(frozen=True)
class Sample:
    """One text to learn from: its features, the label that holds (or all that hold), and how much it counts."""

    features: Sequence[str]
    labels: tuple[str, ...]
    counts: float = 1.0


@dataclass(frozen=True)
class Recipe:
    """How to fit. `strength`: how far weights may go (C). `parts`: how much a feature of a first letter counts (1)."""

    strength: float = 1.0
    least: int = 2
    damping: float = 0.25
    is_balanced: bool = True
    parts: Mapping[str, float] = field(default_factory=lambda: {"g": 0.3})

    def scale(self, feature: str) -> float:
        """How much this feature counts before anything is learned."""
        return self.parts.get(feature[0], 1.0)


PLAIN = Recipe()


def fit(
    samples: Sequence[Sample], labels: Sequence[str], link: Link = "one", recipe: Recipe = PLAIN
) -> Fitted:
    """The fitted and calibrated model for these labels."""
    if link == "each":
        table = Table(samples, recipe)
        columns = [_fit_one(samples, label, table) for label in labels]
        vocabulary = sorted({feature for weights, _, _ in columns for feature in weights})
        weights = {one: tuple(column.get(one, 0.0) for column, _, _ in columns) for one in vocabulary}
        return Fitted(
            tuple(labels), weights, tuple(slope for _, slope, _ in columns), tuple(shift for _, _, shift in columns),
            "each", recipe.damping,
        )  # fmt: skip
    return _fit_all(samples, tuple(labels), recipe)


def folds(
    truth: Sequence[object], count: int = FOLDS, seed: int = SEED
) -> Iterator[tuple[list[int], list[int]]]:
    """What to learn from and what to judge, `count` times; every class is spread evenly."""
    names = [str(one) for one in truth]
    cut = StratifiedKFold(count, shuffle=True, random_state=seed)
    for learn, judge in cut.split(numpy.zeros(len(names)), names):
        yield learn.tolist(), judge.tolist()


class Table:
    """All samples as one matrix, a column for every feature that any of them has."""

    def __init__(self, samples: Sequence[Sample], recipe: Recipe) -> None:
        self.names = sorted({feature for sample in samples for feature in sample.features})
        self.recipe = recipe
        self.matrix = _matrix(samples, {name: place for place, name in enumerate(self.names)}, recipe)
        self.counts = numpy.array([sample.counts for sample in samples])

    def learn(self, rows: Sequence[int], truth: Sequence[int]) -> "tuple[numpy.ndarray, float]":
        """What these rows teach about a label: a weight per feature, 0 for the rare ones, and a shift."""
        part = self.matrix[rows]
        known = numpy.bincount(part.indices, minlength=len(self.names)) >= self.recipe.least
        model = LogisticRegression(
            C=self.recipe.strength, solver="liblinear", max_iter=400, random_state=SEED, tol=1e-4,
            class_weight="balanced" if self.recipe.is_balanced else None,
        )  # fmt: skip
        model.fit(part[:, known], [truth[row] for row in rows], sample_weight=self.counts[rows])
        weights = numpy.zeros(len(self.names))
        weights[known] = model.coef_[0]
        return weights, float(model.intercept_[0])


def _fit_one(samples: Sequence[Sample], label: str, table: Table) -> tuple[dict[str, float], float, float]:
    """One label against the rest: weights, and the slope and shift that make a sum a probability (Platt)."""
    truth = [int(label in sample.labels) for sample in samples]
    if min(sum(truth), len(truth) - sum(truth)) < 2 * FOLDS:
        raise ValueError(f"too few samples with or without {label}")
    unseen = numpy.zeros(len(samples))
    for learn, judge in folds(truth):
        weights, shift = table.learn(learn, truth)
        unseen[judge] = table.matrix[judge] @ weights + shift
    platt = LogisticRegression(C=1e3, solver="lbfgs", tol=1e-8).fit(unseen.reshape(-1, 1), truth)
    slope, offset = float(platt.coef_[0][0]), float(platt.intercept_[0])
    weights, shift = table.learn(range(len(samples)), truth)
    heavy = {
        name: float(weight) * table.recipe.scale(name)
        for name, weight in zip(table.names, weights, strict=True)
        if weight
    }
    return heavy, slope, slope * shift + offset


def _fit_all(samples: Sequence[Sample], labels: tuple[str, ...], recipe: Recipe) -> Fitted:
    """One label of several: weights per label, and one slope chosen on unseen folds by log loss."""
    truth = [labels.index(sample.labels[0]) for sample in samples]
    unseen = numpy.zeros((len(samples), len(labels)))
    for learn, judge in folds(truth):
        weights, shifts = _weights([samples[one] for one in learn], [truth[one] for one in learn], recipe)
        for one in judge:
            unseen[one] = numpy.array(_sum(samples[one], weights, recipe, len(labels))) + shifts
    weights, shifts = _weights(samples, truth, recipe)
    slope = min(SLOPES, key=_loss(unseen, truth))
    return Fitted(
        labels,
        weights,
        (slope,) * len(labels),
        tuple(slope * float(shift) for shift in shifts),
        "one",
        recipe.damping,
    )


def _loss(sums: "numpy.ndarray", truth: list[int]) -> Callable[[float], float]:
    def loss(slope: float) -> float:
        powers = numpy.exp(slope * (sums - sums.max(axis=1, keepdims=True)))
        right = powers[numpy.arange(len(truth)), truth] / powers.sum(axis=1)
        return float(-numpy.log(right + 1e-12).mean())

    return loss


def _weights(
    samples: Sequence[Sample], truth: list[int], recipe: Recipe
) -> tuple[dict[str, tuple[float, ...]], list[float]]:
    seen = Counter(feature for sample in samples for feature in set(sample.features))
    vocabulary = {
        one: place
        for place, one in enumerate(sorted(f for f, count in seen.items() if count >= recipe.least))
    }
    model = LogisticRegression(
        C=recipe.strength, solver="liblinear" if max(truth) == 1 else "lbfgs", max_iter=400, random_state=SEED,
        class_weight="balanced" if recipe.is_balanced else None, tol=1e-4,
    )  # fmt: skip
    model.fit(
        _matrix(samples, vocabulary, recipe), truth, sample_weight=[sample.counts for sample in samples]
    )
    rows = model.coef_.T.tolist()
    weights = {
        one: tuple(weight * recipe.scale(one) for weight in rows[place]) for one, place in vocabulary.items()
    }
    return weights, [float(one) for one in model.intercept_]


def _matrix(samples: Sequence[Sample], vocabulary: Mapping[str, int], recipe: Recipe) -> csr_matrix:
    values, places, starts = [], [], [0]
    for sample in samples:
        damp = (1 + len(sample.features)) ** -recipe.damping
        for feature, count in Counter(sample.features).items():
            place = vocabulary.get(feature)
            if place is not None:
                values.append(count * recipe.scale(feature) * damp)
                places.append(place)
        starts.append(len(values))
    return csr_matrix((values, places, starts), shape=(len(samples), len(vocabulary)))


def _sum(
    sample: Sample, weights: Mapping[str, tuple[float, ...]], recipe: Recipe, width: int = 1
) -> "numpy.ndarray":
    total = numpy.zeros(width)
    for feature in sample.features:
        row = weights.get(feature)
        if row is not None:
            total += row
    return (total if width > 1 else total[0]) * (1 + len(sample.features)) ** -recipe.damping


def lightened(fitted: Fitted, most: int) -> Fitted:
    """The same model with its `most` heaviest features only: what fits in the room there is."""
    heavy = sorted(fitted.weights, key=lambda one: (-max(map(abs, fitted.weights[one])), one))[:most]
    return fitted._replace(weights={one: fitted.weights[one] for one in sorted(heavy)})
