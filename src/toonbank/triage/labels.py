"""What triage says of a message: its kind, how grave it is, its tone, and the words that made us say so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from toonbank.language.personal import Personal
from toonbank.language.reading import Language

Kind = Literal[
    "danger", "legal-press", "complaint-blame", "complaint-accusation", "complaint-disapproval", "complaint-implicit",
    "doubt", "question", "criticism", "compliment", "chat", "spam-abuse",
]  # fmt: skip
Tone = Literal["neg", "neu", "pos"]
Modifier = Literal["repeat", "date-passes-today", "others-agree", "open-case"]

# In the order in which they count: the first that fits wins.
KINDS: tuple[Kind, ...] = (
    "danger", "legal-press", "complaint-blame", "complaint-accusation", "complaint-disapproval", "complaint-implicit",
    "doubt", "question", "criticism", "compliment", "chat", "spam-abuse",
)  # fmt: skip
GRAVE: tuple[Kind, ...] = KINDS[:6]
TONES: tuple[Tone, ...] = ("neg", "neu", "pos")
LEVELS: dict[Kind, int] = {
    "complaint-blame": 4, "complaint-accusation": 3, "complaint-disapproval": 2, "complaint-implicit": 1,
}  # fmt: skip


class Span(NamedTuple):
    """Words of the message and how many points of the score hang on them: below 0 when they calm it."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True)
class Triage:
    """A suggestion, which a person can change.

    `score` is the probability that the message is a complaint or graver (danger, law, press), from 0 to 1. `severity` is the level of
    complaint in it: 0 none, 1 implicit, 2 disapproval, 3 accusation, 4 blame. `because` are the words without which the score
    would be lower. Places count code points of the text.
    """

    kind: Kind
    severity: int
    sentiment: Tone
    score: float
    personal: tuple[Personal, ...]
    because: tuple[Span, ...]
    modifiers: tuple[Modifier, ...]
    language: Language
    find_against: Callable[[], tuple[Span, ...]] = field(repr=False, compare=False)

    @cached_property
    def against(self) -> tuple[Span, ...]:
        """The words without which the score would be higher; looked for when it is first asked, for that costs as much again."""
        return self.find_against()

    @property
    def is_grave(self) -> bool:
        """Whether it is a complaint or graver."""
        return self.kind in GRAVE

    def as_json(self) -> dict[str, Any]:
        """What `toonbank triage --jsonl` says of a message, without its id."""
        return {
            "kind": self.kind,
            "severity": self.severity,
            "sentiment": self.sentiment,
            "score": round(self.score, 4),
            "pii": [{"kind": one.kind, "start": one.start, "end": one.end} for one in self.personal],
            "because": [_span_as_json(one) for one in self.because],
        }

    def as_full_json(self) -> dict[str, Any]:
        """The same, with what calms the score, the modifiers and the language."""
        return {
            **self.as_json(),
            "against": [_span_as_json(one) for one in self.against],
            "modifiers": list(self.modifiers),
            "language": self.language,
        }


def _span_as_json(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "weight": round(span.weight, 4)}
