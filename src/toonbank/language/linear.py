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
from math import ceil, exp, log
from operator import mul
from struct import Struct, iter_unpack
from typing import Literal, NamedTuple

from toonbank.core.errors import BadInput

_MAGIC = b"toonbank-linear-1\n"
# All labels are added up at once, side by side in one large whole number: 32 bits for each, more than a text of some megabytes
# can fill. The lowest 32 bits count the features.
_LANE = 32
_HALF = 1 << (_LANE - 1)
_LOWEST = (1 << _LANE) - 1
# A few features fit into half a lane each, for they are kept 128 higher, as bytes: adding those is cheaper, and opening them up to
# whole lanes is done once, every second lane beside the others.
_NARROW = _LANE // 2
_FEW = 256
_MANY = 5_000
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
    """Feature -> its weights for all labels, counted as one; looked up once, then remembered."""

    def __init__(self, ids: "array[int]", columns: list[bytes]) -> None:
        super().__init__()
        half = len(columns) // 2 + 1
        lanes = [2 * lane if lane < half else 2 * (lane - half) + 1 for lane in range(1, len(columns) + 1)]
        self._size = 2 * half * _NARROW // 8
        table = bytearray((len(ids) + 1) * self._size)
        for lane, column in zip(lanes, columns, strict=True):
            table[self._size + lane * _NARROW // 8 :: self._size] = column.translate(_RAISED)
        self._table = bytes(table)
        # Check sum -> where its row begins.
        self.places = dict(zip(ids, range(self._size, len(table), self._size), strict=True))
        self._made: dict[int, int] = {}
        self._asked = 0
        self.width = 2 * self._size
        self._shift = half * _LANE
        self._mask = sum(((1 << _NARROW) - 1) << (_LANE * lane) for lane in range(half))
        self._raised = sum(128 << (_LANE * lane) for lane in range(1, len(columns) + 1))

    def total_of(self, check_sums: Iterable[int]) -> int:
        """The weights of the features with these check sums, without their count."""
        if self._made:
            rows = list(filter(None, map(self._made.get, check_sums)))
        else:
            rows = self._rows_at(filter(None, map(self.places.get, check_sums)))
        if len(rows) <= _FEW:
            return self._opened(sum(rows)) - len(rows) * self._raised
        few = (rows[start : start + _FEW] for start in range(0, len(rows), _FEW))
        return sum(map(self._opened, map(sum, few))) - len(rows) * self._raised

    def _rows_at(self, places: Iterable[int]) -> list[int]:
        """The rows at these places; all are made at once when many were asked for, but not for a command that starts cold."""
        table, size, number = self._table, self._size, int.from_bytes
        rows = [number(table[place : place + size], "little") for place in places]
        self._asked += len(rows)
        if self._asked > _MANY:
            every = (number(row, "little") for (row,) in iter_unpack(f"{size}s", table[size:]))
            self._made = dict(zip(self.places, every, strict=True))
        return rows

    def _opened(self, narrow: int) -> int:
        """A sum of at most 256 rows, in whole lanes."""
        return (narrow & self._mask) + (((narrow >> _NARROW) & self._mask) << self._shift)

    def __missing__(self, feature: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        row = self[feature] = 1 + self.one(check_sum(feature))
        return row

    def one(self, check: int) -> int:
        """The weights of the one feature with this check sum, without its count; 0 when it is not known."""
        if self._made:
            row = self._made.get(check, 0)
        else:
            place = self.places.get(check, 0)
            row = int.from_bytes(self._table[place : place + self._size], "little")
        return self._opened(row) - self._raised if row else 0


class Linear:
    """A model as read from its file. It never changes, and may be shared."""

    def __init__(self, header: Mapping[str, object], ids: "array[int]", columns: list[bytes]) -> None:
        self.labels: tuple[str, ...] = tuple(_texts(header["labels"]))
        self.link = str(header["link"])
        self._scales = _numbers(header["scales"])
        self._slopes = _numbers(header["slopes"])
        self._factors = [scale * slope for scale, slope in zip(self._scales, self._slopes, strict=True)]
        self._shifts = _numbers(header["shifts"])
        self._damping = _numbers([header["damping"]])[0]
        self._rows = _Rows(ids, columns)
        # Added, it keeps the lanes from borrowing; turned around again, every lane has its sign.
        self._bias = sum(_HALF << (_LANE * lane) for lane in range(len(self.labels) + 1))
        self._every = (1 << (8 * self._rows.width)) - 1
        self._lanes = Struct(f"<{len(self.labels) + 1}i{self._rows.width - 4 * len(self.labels) - 4}x")
        self.row = self._rows.__getitem__
        self.total_of = self._rows.total_of
        self.one = self._rows.one

    def __len__(self) -> int:
        return len(self._rows.places)

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

    def logits_of(self, total: int, most: int | None = None) -> list[float]:
        """Per label how much speaks for it, calibrated: 0 is even. `most`: of the first labels only, which is cheaper."""
        count, *sums = self._apart(total)
        damp: float = (1 + count) ** -self._damping
        return [
            factor * damp * lane + shift
            for factor, lane, shift in zip(self._factors, sums[:most], self._shifts, strict=False)
        ]

    def bars(self, logits: Sequence[float]) -> "Bars":
        """The bars that a total must reach for any label to get its logit, or more."""
        return Bars(self._factors, self._shifts, self._damping, logits)

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
        _, *sums = self._apart(total)
        return list(map(mul, self._factors, sums))

    def first_weights(self, total: int, most: int) -> list[float]:
        """The first of `weights_of`: cheaper, for it opens no more of the total than these."""
        lanes = total + self._bias
        return [
            factor * ((lanes >> _LANE * lane & _LOWEST) - _HALF)
            for lane, factor in enumerate(self._factors[:most], 1)
        ]

    def _apart(self, total: int) -> tuple[int, ...]:
        """The number of features in a total, and its sum per label."""
        lanes = (total + self._bias) & self._every ^ self._bias
        return self._lanes.unpack(lanes.to_bytes(self._lanes.size, "little"))


class Bars(dict[int, int]):
    """Per number of features the sums at which each label reaches its logit, side by side as in a total, to compare all at once."""

    def __init__(
        self, factors: Sequence[float], shifts: Sequence[float], damping: float, logits: Sequence[float]
    ) -> None:
        super().__init__()
        self._lines = list(zip(factors, shifts, logits, strict=True))
        self._damping = damping
        self._highest_bits = sum(_HALF << (_LANE * (lane + 1)) for lane in range(len(self._lines)))

    def are_reached(self, total: int) -> bool:
        """Whether any label gets its logit with such a total."""
        return bool((total + self[total & _LOWEST]) & self._highest_bits)

    def __missing__(self, count: int) -> int:
        damp = (1 + count) ** -self._damping
        found = 0
        for lane, (factor, shift, logit) in enumerate(self._lines, 1):
            bar = ceil((logit - shift) / (factor * damp))
            found += (_HALF - bar) << (_LANE * lane)
        self[count] = found
        return found


def sigmoid(logit: float) -> float:
    """The probability of a logit; never overflows."""
    return 1 / (1 + exp(-logit)) if logit > -700 else 0.0


def logit_of(probability: float) -> float:
    """The logit of a probability between 0 and 1."""
    return log(probability / (1 - probability))


def softmax(logits: Sequence[float]) -> tuple[float, ...]:
    """Probabilities that add up to 1."""
    top = max(logits)
    powers = [exp(logit - top) for logit in logits]
    whole = sum(powers)
    return tuple([power / whole for power in powers])


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
            rows.setdefault(check_sum(feature), row)
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


def check_sum(feature: str) -> int:
    """The number under which a feature stands in a file."""
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
