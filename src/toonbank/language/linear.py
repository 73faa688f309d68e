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
from typing import Literal, NamedTuple

from toonbank.core.errors import BadInput

_MAGIC = b"toonbank-linear-1\n"
# All labels are added up at once, side by side in one large whole number: 40 bits for each, enough for a hundred million
# features of the heaviest weight. The lowest 40 bits count the features.
_LANE = 40
_HALF = 1 << (_LANE - 1)
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

    def __init__(self, numbers: dict[int, int], columns: list["array[int]"]) -> None:
        super().__init__()
        self._numbers = numbers
        self._columns = columns

    def __missing__(self, feature: str) -> int:
        number = self._numbers.get(_sum_of(feature))
        row = 1
        if number is not None:
            for place, column in enumerate(self._columns, start=1):
                row += column[number] << (_LANE * place)
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[feature] = row
        return row


class Linear:
    """A model as read from its file. It never changes, and may be shared."""

    def __init__(self, header: Mapping[str, object], ids: "array[int]", columns: list["array[int]"]) -> None:
        self.labels: tuple[str, ...] = tuple(_texts(header["labels"]))
        self.link = str(header["link"])
        self._scales = _numbers(header["scales"])
        self._slopes = _numbers(header["slopes"])
        self._shifts = _numbers(header["shifts"])
        self._damping = _numbers([header["damping"]])[0]
        self._rows = _Rows(dict(zip(ids, range(len(ids)), strict=True)), columns)
        self._bias = sum(_HALF << (_LANE * place) for place in range(len(self.labels) + 1))
        self.row = self._rows.__getitem__

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
            columns = [
                array("b", body[start : start + count]) for start in range(4 * count, len(body), count or 1)
            ]
            model = cls(header, ids, columns)
        except (zlib.error, ValueError, KeyError, TypeError) as trouble:
            raise BadInput("This file with weights is damaged. Make it anew.") from trouble
        if len(columns) != len(model.labels) and count:
            raise BadInput("This file with weights is cut off. Make it anew.")
        return model

    def total(self, features: Iterable[str]) -> int:
        """The sum of all features for all labels, as one number for `scores_of`. Totals may be added to each other."""
        return sum(map(self.row, features))

    def logits_of(self, total: int) -> list[float]:
        """Per label how much speaks for it, calibrated: 0 is even."""
        size = _LANE // 8
        lanes = (total + self._bias).to_bytes(size * (len(self._scales) + 1), "little")
        count = int.from_bytes(lanes[:size], "little") - _HALF
        damp = (1 + count) ** -self._damping
        return [
            slope * damp * scale * (int.from_bytes(lanes[place : place + size], "little") - _HALF) + shift
            for place, scale, slope, shift in zip(
                range(size, len(lanes), size), self._scales, self._slopes, self._shifts, strict=True
            )
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
        return self.lane(self.row(feature), place)

    def lane(self, total: int, place: int) -> float:
        """How much a total speaks for the label at this place, before damping."""
        lane = (total + self._bias) >> (_LANE * (place + 1)) & ((1 << _LANE) - 1)
        return (lane - _HALF) * self._scales[place] * self._slopes[place]


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
