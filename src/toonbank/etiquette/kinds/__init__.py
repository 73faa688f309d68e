"""The kinds of claims and manners that are known, found in this folder, and the one scan that points at all of them."""

from functools import cache
from importlib import import_module
from os import scandir

from toonbank.etiquette.draft import Kind as DraftKind
from toonbank.etiquette.kinds.base import Cue, Kind
from toonbank.etiquette.kinds.slots import Line, opening_before, pattern, read_line
from toonbank.language.reading import Reading
from toonbank.language.scanner import Scanner

Key = tuple[str, str, Line]


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every kind of this folder, by the name of its file; a file without a KIND only helps others."""
    names = sorted(
        one.name.removesuffix(".py")
        for root in __path__
        for one in scandir(root)
        if one.name.endswith(".py") and not one.name.startswith("_")
    )
    found = (getattr(import_module(f"{__name__}.{name}"), "KIND", None) for name in names)
    return tuple(kind for kind in found if isinstance(kind, Kind))


@cache
def kinds_for(draft: DraftKind) -> tuple[Kind, ...]:
    """The kinds that listen to this sort of draft."""
    return tuple(kind for kind in all_kinds() if draft in kind.drafts)


@cache
def _scanner(draft: DraftKind) -> tuple[Scanner, dict[str, Key]]:
    keys: dict[str, Key] = {}
    for kind in kinds_for(draft):
        for sense, written in kind.cues:
            keys[str(len(keys))] = (kind.name, sense, read_line(written))
    return Scanner([(name, line.rest) for name, (_, _, line) in keys.items()], write_out=pattern), keys


def point_at(reading: Reading, draft: DraftKind) -> dict[str, list[Cue]]:
    """All places worth looking at in such a draft, per kind, in order of place."""
    found: dict[str, list[Cue]] = {}
    scanner, keys = _scanner(draft)
    for name, place, end in scanner.hits(reading):
        kind, sense, line = keys[name]
        start = place if line.opening is None else opening_before(reading.text, place, line)
        if start is not None:
            found.setdefault(kind, []).append(Cue(sense, start, end))
    return found
