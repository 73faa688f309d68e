"""A small linear model: named features, a whole number from -127 to 127 per feature and label, and nothing else.

A file holds no words, only 32-bit check sums of feature names, so that nothing of the texts it learned from can be read
back. It is written the same to the byte for the same weights. Unknown features weigh nothing.

    model = Linear.read(content)
    model.scores(features("Jullie hebben de verkeerde maat gestuurd"))
"""

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import exp
from struct import Struct
from typing import Literal, NamedTuple

from toonbank.core.errors import BadInput

_MAGIC = b"toonbank-linear-1\n"
# All labels are added up at once, side by side in one large whole number: 64 bits for each, more than any text can fill.
# The lowest 64 bits count the features.
_LANE = 64
_HALF = 1 << (_LANE - 1)
_BYTES = _LANE // 8
# Weights are kept 128 higher, as bytes, so that a row is spread over the lanes in one stroke.
_RAISED = bytes((byte + 128) % 256 for byte in range(256))
_MOST_KEPT = 200_000

Link = Literal["one", "each"]


class Fitted(NamedTuple):
    """What a training leaves behind, before it is rounded.

    `weights`: per feature one number per label. `slopes` and `shifts` are the calibration: a sum s counts as slope * s + shift.
    `link`: "one" when exactly one label holds (the scores add up to 1), "each" when every label stands on its own.
    `damping`: a sum is divided by (1 + number of features) ** damping, so that long texts do not shout.
    """

    labels: tuple[str, ...]
    weights: Mapping[str, Sequence[float]]
    slopes: tuple[float, ...]
    shifts: tuple[float, ...]
    link: Link = "one"
    damping: float = 0.25


class _Rows(dict[str, int]):
    """Feature -> its weights for all labels as one number; looked up once, then remembered."""

    def __init__(self, numbers: dict[int, int], columns: list[bytes]) -> None:
        super().__init__()
        self._numbers = numbers
        # Parts of words recur; there are never more rows than the file has features.
        self._made: dict[int, int] = {}
        self._width = len(columns)
        self._table = bytearray(len(numbers) * self._width)
        for place, column in enumerate(columns):
            self._table[place :: self._width] = column.translate(_RAISED)
        self._raised = sum(128 << (_LANE * place) for place in range(1, self._width + 1))

    def once(self, feature: str) -> int:
        """The row of a feature that need not be remembered."""
        number = self._numbers.get(_sum_of(feature))
        return 1 if number is None else self._row_at(number)

    def _row_at(self, number: int) -> int:
        row = self._made.get(number)
        if row is None:
            spread = bytearray(_BYTES * (self._width + 1))
            spread[_BYTES::_BYTES] = self._table[number * self._width : (number + 1) * self._width]
            row = self._made[number] = 1 + int.from_bytes(spread, "little") - self._raised
        return row

    def total_once(self, features: Iterable[str]) -> int:
        """The rows of many features, added up without remembering each."""
        found = [feature.encode("utf-8", "surrogatepass") for feature in features]
        known = [number for number in map(self._numbers.get, map(zlib.crc32, found)) if number is not None]
        return len(found) - len(known) + sum(map(self._row_at, known))

    def __missing__(self, feature: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        row = self[feature] = self.once(feature)
        return row


class Linear:
    """A model as read from its file. It never changes, and may be shared."""

    def __init__(self, header: Mapping[str, object], ids: "array[int]", columns: list[bytes]) -> None:
        self.labels: tuple[str, ...] = tuple(_texts(header["labels"]))
        self.link = str(header["link"])
        self._scales = _numbers(header["scales"])
        self._slopes = _numbers(header["slopes"])
        self._factors = [scale * slope for scale, slope in zip(self._scales, self._slopes, strict=True)]
        self._shifts = _numbers(header["shifts"])
        self._lanes = Struct(f"<{len(self.labels) + 1}Q")
        self._damping = _numbers([header["damping"]])[0]
        self._rows = _Rows(dict(zip(ids, range(len(ids)), strict=True)), columns)
        self._bias = sum(_HALF << (_LANE * place) for place in range(len(self.labels) + 1))
        self.row = self._rows.__getitem__
        self.row_once = self._rows.once
        self.total_once = self._rows.total_once

    def __len__(self) -> int:
        return len(self._rows._numbers)

    @classmethod
    def read(cls, content: bytes) -> "Linear":
        """The model in these bytes; BadInput when they hold none."""
        if not content.startswith(_MAGIC):
            raise BadInput(
                "This is no file with weights of ours. Make it anew, with script/train or `toonbank triage learn`."
            )
        try:
            line, _, body = zlib.decompress(content[len(_MAGIC) :]).partition(b"\n")
            header = json.loads(line)
            count = int(header["features"])
            ids = array("I", body[: 4 * count])
            if sys.byteorder == "big":
                ids.byteswap()
            columns = [body[start : start + count] for start in range(4 * count, len(body), count or 1)]
            if len(body) != count * (4 + len(header["labels"])):
                raise ValueError("cut off")  # noqa: TRY301 - told below, with the rest
            model = cls(header, ids, columns if count else [b""] * len(header["labels"]))
        except (zlib.error, ValueError, KeyError, TypeError) as trouble:
            raise BadInput("This file with weights is damaged. Make it anew.") from trouble
        return model

    def total(self, features: Iterable[str]) -> int:
        """The sum of all features for all labels, as one number for `scores_of`. Totals may be added to each other."""
        return sum(map(self.row, features))

    def logits_of(self, total: int) -> list[float]:
        """Per label how much speaks for it, calibrated: 0 is even."""
        count, *sums = self._lanes.unpack((total + self._bias).to_bytes(self._lanes.size, "little"))
        damp: float = (1 + count - _HALF) ** -self._damping
        return [
            factor * damp * (lane - _HALF) + shift
            for factor, lane, shift in zip(self._factors, sums, self._shifts, strict=True)
        ]

    def scores_of(self, total: int) -> tuple[float, ...]:
        """Per label the calibrated probability."""
        logits = self.logits_of(total)
        if self.link == "each":
            return tuple(sigmoid(logit) for logit in logits)
        return softmax(logits)

    def scores(self, features: Iterable[str]) -> tuple[float, ...]:
        """Per label of `labels` the calibrated probability, given these features; one that is named twice counts twice."""
        return self.scores_of(self.total(features))

    def weight(self, feature: str, label: str) -> float:
        """How much one feature speaks for a label (above 0) or against it, before damping; 0 when it is not known."""
        place = self.labels.index(label)
        return self.weights_of(self.row(feature))[place]

    def weights_of(self, total: int) -> list[float]:
        """Per label how much a total speaks for it, before damping and without what the label begins with."""
        _, *sums = self._lanes.unpack((total + self._bias).to_bytes(self._lanes.size, "little"))
        return [factor * (lane - _HALF) for factor, lane in zip(self._factors, sums, strict=True)]


def sigmoid(logit: float) -> float:
    """The probability of a logit; never overflows."""
    return 1 / (1 + exp(-logit)) if logit > -700 else 0.0


def softmax(logits: Sequence[float]) -> tuple[float, ...]:
    """Probabilities that add up to 1."""
    top = max(logits)
    powers = [exp(logit - top) for logit in logits]
    whole = sum(powers)
    return tuple(power / whole for power in powers)


def write(fitted: Fitted) -> bytes:
    """The file of a fitted model: rounded, sorted, packed; the same bytes for the same numbers."""
    scales = [
        max((abs(row[place]) for row in fitted.weights.values()), default=0.0) / 127 or 1.0
        for place in range(len(fitted.labels))
    ]
    rows: dict[int, tuple[int, ...]] = {}
    for feature in sorted(fitted.weights):
        row = tuple(
            round(weight / scale) for weight, scale in zip(fitted.weights[feature], scales, strict=True)
        )
        if any(row):
            rows.setdefault(_sum_of(feature), row)
    ids = array("I", sorted(rows))
    columns = [array("b", (rows[one][place] for one in ids)) for place in range(len(scales))]
    if sys.byteorder == "big":
        ids.byteswap()
    header = {
        "labels": fitted.labels, "link": fitted.link, "features": len(rows), "damping": fitted.damping,
        "scales": [_short(one) for one in scales], "slopes": [_short(one) for one in fitted.slopes],
        "shifts": [_short(one) for one in fitted.shifts],
    }  # fmt: skip
    body = b"".join([ids.tobytes(), *(column.tobytes() for column in columns)])
    return _MAGIC + zlib.compress(json.dumps(header, sort_keys=True).encode() + b"\n" + body, 9)


def _sum_of(feature: str) -> int:
    return zlib.crc32(feature.encode("utf-8", "surrogatepass"))


def _short(number: float) -> float:
    """Six significant digits: the last bits of a training differ from machine to machine."""
    return float(f"{number:.6g}")


def _texts(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError("expected a list")
    return [str(one) for one in value]


def _numbers(value: object) -> list[float]:
    if not isinstance(value, list):
        raise TypeError("expected a list")
    return [float(one) for one in value]
