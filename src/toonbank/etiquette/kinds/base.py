"""What all kinds of claims share: the cues, what is noticed, and the look at one draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from toonbank.etiquette.claim import Claim
from toonbank.etiquette.draft import SPOKEN, Draft
from toonbank.etiquette.draft import Kind as DraftKind
from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.late import late
from toonbank.etiquette.meant import Meant, Span
from toonbank.language.numbers import Number, numbers
from toonbank.language.reading import Reading, Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Campaign, Product

ASKS_AFTERWARDS = late(  # "bijna weg, wie wil hem?" says that it is nearly gone
    r"[,;:–—]\W*(?:wie|wat|waar|wanneer|welke|hoe|kom je|zin in|who|what|which|when|where|how|want|fancy)\b"
)
FOREIGN = "foreign"  # the sense of a claim in German or French, known by its phrase alone
MOST_CUES = 100  # in one sentence; a "sentence" with more is no post, and must not take quadratic time
Tongue = Literal["nl", "en"]


class Cue(NamedTuple):
    """A place that a pattern of a kind pointed at; places are those of the reading's text."""

    sense: str
    start: int
    end: int


class Noticed(NamedTuple):
    """A claim as its kind understood it, with all that a rule needs to judge it.

    `sense` is the kind's own word for what sort of claim it is. `is_pressing` tells a push ("nog maar 3!") from
    a calm fact ("er liggen er 3"). What is not `is_sure` is heard only faintly: it is told, and stops nothing.
    Places are those of the reading's text, not yet of the original.
    """

    kind: str
    sense: str
    start: int
    end: int
    sentence: Sentence
    state: ClaimState = ClaimState.UNKNOWN
    evidence: tuple[Evidence, ...] = ()
    is_pressing: bool = True
    is_sure: bool = True
    number: Decimal | None = None
    percent: Decimal | None = None
    was_cents: int | None = None
    now_cents: int | None = None
    off_cents: int | None = None
    number_at: tuple[int, int] | None = None
    now_at: tuple[int, int] | None = None
    deadline: datetime | None = None
    product: Product | None = None
    campaign: Campaign | None = None
    because: str = ""
    also: str = ""
    known: Decimal | None = None
    known_cents: int | None = None
    known_percent: float | None = None
    known_at: datetime | None = None

    @property
    def text(self) -> str:
        """The words of the claim."""
        return self.sentence.reading.text[self.start : self.end]

    @property
    def value(self) -> str | None:
        """What was read, as the contract shows it."""
        if self.deadline is not None:
            return self.deadline.isoformat()
        if self.number is not None:
            return f"{self.number:f}"
        if self.percent is not None:
            return f"{self.percent:f} %"
        cents = self.was_cents if self.was_cents is not None else self.now_cents
        cents = cents if cents is not None else self.off_cents
        return None if cents is None else f"{cents / 100:.2f}"

    def as_claim(self) -> Claim:
        """The claim with its place in the original text."""
        start, end = self.sentence.reading.original_span(self.start, self.end)
        ref = self.product.ref or self.product.label if self.product else None
        return Claim(self.kind, start, end, self.state, self.value, ref or None, self.evidence)


@dataclass(slots=True)
class Look:
    """One draft, read once, with everything that was pointed at in it and everything that is known."""

    draft: Draft
    facts: Facts
    reading: Reading
    cues: dict[str, list[Cue]]
    lang: Tongue
    # Of a promotion that is yet to begin, by its place in memory: whether a sentence about an offer names a day of it.
    announced: dict[int, bool] = field(default_factory=dict)
    _meant: Meant | None = None

    def numbers(self, sentence: Sentence) -> tuple[Number, ...]:
        """The numbers of a sentence, read once for all kinds."""
        return numbers(sentence)

    def product(self, sentence: Sentence, span: Span | None = None) -> tuple[Product | None, bool]:
        """The product that a claim at `span` of a sentence is about, and whether several answer to the name."""
        if not self.facts.products:
            return None, False
        if self._meant is None:
            self._meant = Meant(self.facts.products, self.reading, self.facts.thread)
        return self._meant.product(sentence, span)

    def cues_by_sentence(self, kind: str) -> Iterator[tuple[Sentence, list[Cue]]]:
        """The sentences where a kind was pointed at, each with its cues from left to right."""
        groups: dict[int, tuple[Sentence, list[Cue]]] = {}
        for cue in self.cues.get(kind, ()):
            sentence = self.reading.sentence_at(cue.start)
            group = groups.setdefault(sentence.start, (sentence, []))[1]
            if len(group) < MOST_CUES:
                group.append(cue)
        yield from groups.values()


Understand = Callable[[Look, Sentence, Cue], Noticed | None]


@dataclass(frozen=True)
class Kind:
    """A kind of claim: what points at it, how it is understood, and how long a fact about it keeps fresh.

    `drafts` are the sorts of text it listens to; `claims` are the names under which the contract shows what it found.
    `understand` takes a place that a frame fits, or that the model thinks likely, in a sentence where `find` found none.
    """

    name: str
    cues: tuple[tuple[str, str], ...]
    find: Callable[[Look], Iterable[Noticed]]
    keeps: timedelta | None = None
    is_claim: bool = True
    claims: tuple[str, ...] = ()
    drafts: tuple[DraftKind, ...] = SPOKEN
    understand: Understand | None = None


def is_cancelled(
    sentence: Sentence, start: int, end: int, *, past: bool = True, question: bool = True
) -> bool:
    """Whether a denial, a question, a quotation or the past takes back what stands at `start`..`end`."""
    return (
        (
            question
            and sentence.is_question
            and not ASKS_AFTERWARDS.search(sentence.folded, end - sentence.start)
        )
        or sentence.is_negated(start, end)
        or sentence.is_quoted(start, end)
        or (past and sentence.is_past(start, end))
    )


def is_undone(sentence: Sentence, cue: Cue, *, question: bool = True) -> bool:
    """Whether a denial, a question or a quotation takes back a place; the model has heard the denials of a sentence itself."""
    if cue.sense != "likely":
        return is_cancelled(sentence, cue.start, cue.end, past=False, question=question)
    return (question and sentence.is_question) or sentence.is_quoted(cue.start, cue.end)


def apart(cues: Iterable[Cue]) -> list[Cue]:
    """The cues without those that lie inside, or overlap with, an earlier or longer one."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda one: (one.start, -one.end)):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept
