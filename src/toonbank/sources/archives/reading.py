"""What the readers of all networks share: the files that they want, and items with their place."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any

from toonbank.core.errors import SourceTrouble
from toonbank.sources.archives.box import Box
from toonbank.sources.archives.jsonitems import BreaksOff, json_items
from toonbank.sources.archives.said import Said, Skipped, Unusable

Object = dict[str, Any]  # JSON is loose by nature
Found = Iterator[Said | Skipped]


@dataclass(frozen=True)
class Source:
    """The box, the files of it that are wanted, and the clock for moments that name none."""

    box: Box
    names: tuple[str, ...]
    zone: tzinfo = UTC


@dataclass(frozen=True)
class Reader:
    """One sort of export: which files are its own, whether a lone file is, and how they are read.

    `files` are patterns of whole names; the first that is found anywhere decides that this is the reader. `knows` looks at
    the first bytes of a file that stands by itself.
    """

    kind: str
    files: tuple[re.Pattern[str], ...]
    knows: Callable[[str, bytes], bool]
    read: Callable[[Source], Found]

    def wanted(self, names: Collection[str]) -> tuple[str, ...]:
        """The files that it would read, in the order of their numbers."""
        found = [name for name in names if any(pattern.search(name) for pattern in self.files)]
        return tuple(sorted(found, key=_by_number))


def _by_number(name: str) -> tuple[str, int, str]:
    number = re.search(r"(\d{1,9})(?=\.\w+$)", name)
    return name.rpartition("/")[0], int(number[1]) if number else 0, name


def paths(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of names, each from the beginning of a folder's or file's name to the end."""
    return tuple(re.compile(rf"(?:^|/){pattern}$", re.IGNORECASE) for pattern in patterns)


def objects(source: Source, name: str, keys: Collection[str] = ()) -> Iterator[tuple[str, Object] | Skipped]:
    """The objects of one JSON file with the place of each. A file that breaks off ends with a Skipped that says so."""
    with source.box.open(name) as stream:
        number = 0
        try:
            for item in json_items(stream, keys):
                number += 1
                place = f"{name}, item {number}"
                if isinstance(item, dict):
                    yield place, item
                else:
                    words = item.words if isinstance(item, Unusable) else _NO_OBJECT
                    yield Skipped(place, words)
        except BreaksOff:
            yield Skipped(f"{name}, item {number + 1}", BREAKS_OFF)
        except SourceTrouble as trouble:
            if not number:
                raise
            yield Skipped(f"{name}, item {number + 1}", trouble.shown)


def each(
    source: Source, name: str, read: Callable[[Object], Said | None], keys: Collection[str] = ()
) -> Found:
    """What `read` makes of each object; None is something that says nothing, such as a like."""
    for found in objects(source, name, keys):
        if isinstance(found, Skipped):
            yield found
            continue
        place, content = found
        try:
            said = read(content)
        except Unusable as trouble:
            yield Skipped(place, trouble.words)
        else:
            if said is not None:
                yield said


def inside(content: object, *keys: str) -> Any:  # JSON is loose by nature
    """The value under keys within keys, None when something on the way is not there."""
    for key in keys:
        if not isinstance(content, dict):
            return None
        content = content.get(key)
    return content


def dicts(content: object) -> list[Object]:
    """The objects of a list; an empty list for anything else."""
    return [one for one in content if isinstance(one, dict)] if isinstance(content, list) else []


_NO_OBJECT = {"nl": "dit is geen bericht", "en": "this is no post"}
BREAKS_OFF = {
    "nl": "het bestand breekt hier af; wat ervoor stond is gelezen",
    "en": "the file breaks off here; what came before it was read",
}
