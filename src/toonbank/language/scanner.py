"""Many patterns at once; every hit is exactly what `re` finds on the text."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from toonbank.language.reading import Reading


class Hit(NamedTuple):
    """One place where a pattern of `key` matches; places are those of the reading's text."""

    key: str
    start: int
    end: int


class Scanner:
    """Finds all patterns of all keys in a reading."""

    def __init__(self, patterns: Mapping[str, Sequence[str]] | Sequence[tuple[str, str]]) -> None:
        pairs = (
            [(key, source) for key, sources in patterns.items() for source in sources]
            if isinstance(patterns, Mapping)
            else list(patterns)
        )
        self._patterns = [(key, re.compile(source, re.IGNORECASE)) for key, source in pairs]

    def hits(self, reading: Reading) -> list[Hit]:
        """All hits, in order of place; the same pattern never overlaps itself, different ones may."""
        found = {
            Hit(key, *match.span())
            for key, pattern in self._patterns
            for match in pattern.finditer(reading.text)
            if match.end() > match.start()
        }
        return sorted(found, key=lambda hit: (hit.start, hit.end, hit.key))
