"""The kinds of claims that are known, and the one scan that points at all of them."""

from functools import cache

from toonbank.etiquette.kinds import (
    engagement,
    person,
    price,
    regret,
    scarcity,
    social_proof,
    urgency,
    vanity,
)
from toonbank.etiquette.kinds.base import Cue, Kind
from toonbank.etiquette.kinds.slots import Line, opening_before, pattern, read_line
from toonbank.language.reading import Reading
from toonbank.language.scanner import Scanner

KINDS: tuple[Kind, ...] = (
    scarcity.KIND,
    urgency.KIND,
    price.KIND,
    social_proof.KIND,
    engagement.KIND,
    vanity.KIND,
    person.KIND,
    regret.KIND,
)
Key = tuple[str, str, Line]


@cache
def _scanner() -> tuple[Scanner, dict[str, Key]]:
    keys: dict[str, Key] = {}
    for kind in KINDS:
        for sense, written in kind.cues:
            keys[str(len(keys))] = (kind.name, sense, read_line(written))
    return Scanner([(name, line.rest) for name, (_, _, line) in keys.items()], write_out=pattern), keys


def point_at(reading: Reading) -> dict[str, list[Cue]]:
    """All places worth looking at, per kind, in order of place."""
    found: dict[str, list[Cue]] = {}
    scanner, keys = _scanner()
    for name, place, end in scanner.hits(reading):
        kind, sense, line = keys[name]
        start = place if line.opening is None else opening_before(reading.text, place, line)
        if start is not None:
            found.setdefault(kind, []).append(Cue(sense, start, end))
    return found
