"""The kinds of claims and manners that are known, found in this folder, and the one scan that points at all of them.

A check knows them from the index and imports a kind when one of its cues stands in a text.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from os import scandir
from typing import cast

from toonbank.etiquette.draft import Kind as DraftKind
from toonbank.etiquette.index import index
from toonbank.etiquette.kinds.base import Cue, Kind
from toonbank.etiquette.kinds.slots import Line, Opening, opening_before, pattern
from toonbank.language.plan import Plan
from toonbank.language.reading import Reading
from toonbank.language.scanner import Scanner


@cache
def kinds_by_module() -> dict[str, Kind]:
    """Every kind of this folder by the name of its file, all imported; a file without a KIND only helps others."""
    names = sorted(
        one.name.removesuffix(".py")
        for root in __path__
        for one in scandir(root)
        if one.name.endswith(".py") and not one.name.startswith("_")
    )
    found = {name: getattr(import_module(f"{__name__}.{name}"), "KIND", None) for name in names}
    return {name: kind for name, kind in found.items() if isinstance(kind, Kind)}


def all_kinds() -> tuple[Kind, ...]:
    """Every kind, by the name of its file."""
    return tuple(kinds_by_module().values())


@cache
def kind_named(name: str) -> Kind:
    """The kind of this name, imported when somebody first asks."""
    return cast("Kind", import_module(f"{__name__}.{index().kinds[name].module}").KIND)


def kinds_named(names: Iterable[str]) -> list[Kind]:
    """The kinds of these names, in the order in which all kinds are asked."""
    return [kind_named(name) for name in sorted(names, key=_rank().__getitem__)]


@cache
def _rank() -> dict[str, int]:
    return {name: place for place, name in enumerate(index().kinds)}


@cache
def names_of_claims() -> frozenset[str]:
    """The names that the contract shows as claims."""
    return frozenset(name for entry in index().kinds.values() for name in entry.claims)


@cache
def names_that_understand(draft: DraftKind) -> frozenset[str]:
    """The kinds that listen to this sort of draft and take a place that no cue pointed at."""
    entries = index().kinds.values()
    return frozenset(entry.name for entry in entries if entry.understands and draft in entry.drafts)


def point_at(reading: Reading, draft: DraftKind) -> dict[str, list[Cue]]:
    """All places worth looking at in such a draft, per kind, in order of place."""
    found: dict[str, list[Cue]] = {}
    for number, place, end in _scanner(draft).hits(reading):
        kind, sense, line = _cue(int(number))
        start = place if line.opening is None else opening_before(reading, place, line)
        if start is not None:
            found.setdefault(kind, []).append(Cue(sense, start, end))
    return found


@cache
def _scanner(draft: DraftKind) -> Scanner:
    """The scanner of the cues of all kinds that listen to such a draft."""
    known = index()
    pairs = ((str(number), cue.rpartition("\t")[2]) for number, cue in enumerate(known.cues))
    return Scanner(pairs, write_out=pattern, plan=Plan(known.sections, known.cues_for(draft)))


@cache
def _cue(number: int) -> tuple[str, str, Line]:
    kind, sense, opening, rest = index().cues[number].split("\t")
    return kind, sense, Line(rest, cast("Opening", opening) if opening else None)
