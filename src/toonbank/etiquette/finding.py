"""A finding: what a rule says of a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
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
    proposed: tuple[Mend, ...] = ()
    tried: Callable[[Finding], tuple[Mend, ...]] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def mends(self) -> tuple[Mend, ...]:
        """The mends that hold: taken and checked again, the finding is gone and nothing new has come."""
        return self.proposed if self.tried is None or not self.proposed else self.tried(self)

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
