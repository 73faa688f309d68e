"""A finding: what a rule says of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, partial
from typing import Any

from toonbank.etiquette.evidence import Evidence


class Severity(IntEnum):
    """How grave a finding is; the higher, the graver."""

    ADVISE = 1
    WARN = 2
    BLOCK = 3

    @property
    def word(self) -> str:
        """The word of the contract: advise, warn or block."""
        return self.name.lower()


@dataclass(frozen=True)
class Mend:
    """A concrete way out: replace `start`..`end` of the original text by `text` ("" takes the words away)."""

    start: int
    end: int
    text: str


class Ways:
    """Mends that are thought of when they are first asked for: most who check ask only what is wrong."""

    __slots__ = ("_found", "_think")

    def __init__(self, think: Callable[..., Iterable[Mend]], *about: object) -> None:
        self._think = partial(think, *about)
        self._found: tuple[Mend, ...] | None = None

    def __iter__(self) -> Iterator[Mend]:
        if self._found is None:
            self._found = tuple(self._think())
        return iter(self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ways) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


@dataclass(frozen=True)
class Finding:
    """Where a text breaks a rule, why, on what evidence, and the way out.

    `message` and `fix` are in the language of the post. `start` and `end` are None when the whole text is meant.
    `mends` are one-click texts; `fix` says in words what to do. `proposed` are those that its rule thought of; only what
    `tried` keeps of them is offered, worked out when it is first asked for.
    """

    rule: str
    severity: Severity
    start: int | None
    end: int | None
    message: str
    fix: str | None
    source: tuple[str, ...]
    base: str | None
    evidence: tuple[Evidence, ...] = ()
    proposed: tuple[Mend, ...] | Ways = ()
    tried: Callable[[Finding], tuple[Mend, ...]] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def mends(self) -> tuple[Mend, ...]:
        """The mends that hold: taken and checked again, the finding is gone and nothing new has come."""
        return tuple(self.proposed) if self.tried is None else self.tried(self)

    def as_json(self) -> dict[str, Any]:  # the JSON contract is loose by nature
        """The finding as `toonbank check --jsonl` prints it."""
        return {
            "rule": self.rule,
            "severity": self.severity.word,
            "start": self.start,
            "end": self.end,
            "message": self.message,
            "fix": self.fix,
            "source": list(self.source),
            "base": self.base,
            "mends": [{"start": mend.start, "end": mend.end, "text": mend.text} for mend in self.mends],
        }
