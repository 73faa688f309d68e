"""Patterns that are compiled when they are first used: a command that starts cold needs few of them."""

import re
from typing import Any, cast


class Late:
    """Turns itself into the methods of the compiled pattern on first use, and costs nothing after that."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # whatever a pattern has
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`, compiled on first use."""
    return cast("re.Pattern[str]", Late(source, flags))
