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
from toonbank.etiquette.kinds.slots import pattern
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


@cache
def _scanner() -> Scanner:
    return Scanner(
        [(f"{kind.name} {sense}", line) for kind in KINDS for sense, line in kind.cues], write_out=pattern
    )


def point_at(reading: Reading) -> dict[str, list[Cue]]:
    """All places worth looking at, per kind, in order."""
    found: dict[str, list[Cue]] = {}
    for key, start, end in _scanner().hits(reading):
        kind, _, sense = key.partition(" ")
        found.setdefault(kind, []).append(Cue(sense, start, end))
    return found
