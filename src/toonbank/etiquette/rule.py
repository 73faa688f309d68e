"""A rule: one good manner, why it is one, where it comes from, and examples on both sides."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from toonbank.etiquette.draft import Kind as DraftKind
from toonbank.etiquette.draft import Language
from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.finding import Mend, Severity, Ways
from toonbank.etiquette.kinds.base import FOREIGN, Look, Noticed

Words = dict[str, str]


@dataclass(frozen=True)
class Example:
    """A text with the situation that it is judged in: `facts` as the contract writes them."""

    text: str
    facts: dict[str, Any] | None = None  # JSON is loose by nature
    lang: Language = "nl"
    kind: DraftKind = "post"
    network: str | None = None


@dataclass(frozen=True)
class Trouble:
    """What a rule's check says; the rule itself adds its slug, severity and sources.

    Places are those of the reading's text; None when the whole text is meant.
    """

    message: str
    start: int | None = None
    end: int | None = None
    fix: str | None = None
    evidence: tuple[Evidence, ...] = ()
    mends: tuple[Mend, ...] | Ways = ()
    severity: Severity | None = None


class Hearing(NamedTuple):
    """One draft before the rules: how it reads, what is known, and all that was noticed in it."""

    look: Look
    noticed: tuple[Noticed, ...]

    @property
    def lang(self) -> str:
        """The language of the post, in which the shopkeeper is answered."""
        return self.look.lang

    def of(self, *kinds: str) -> Iterator[Noticed]:
        """What was noticed of these kinds."""
        return (one for one in self.noticed if one.kind in kinds)

    def contradicted(self, *kinds: str) -> Iterator[Noticed]:
        """Claims that the facts deny."""
        return (one for one in self.of(*kinds) if one.state is ClaimState.CONTRADICTED)

    def unknown(self, *kinds: str) -> Iterator[Noticed]:
        """Claims for which there is no fact, or none that is fresh."""
        return (one for one in self.of(*kinds) if one.state is ClaimState.UNKNOWN)

    def say(self, nl: str, en: str) -> str:
        """The words in the language of the post."""
        return nl if self.look.lang == "nl" else en


@dataclass(frozen=True)
class Rule:
    """One file, one manner. `slug` names the bad thing and is never used again for something else."""

    slug: str
    title: Words
    why: Words
    source: tuple[str, ...]
    base: str | None  # in English; `base_in` says it in Dutch too
    severity: Severity
    fix: Words
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    check: Callable[[Hearing], Iterable[Trouble]]
    applies_to: tuple[DraftKind, ...] = ("post", "reply")
    # What wakes it: a kind that was noticed, a field of Facts that is known, a text such as "#" in the draft. It is asked
    # when any of these is there, and it must have nothing to say without all of them; None of all wakes it always.
    hears: frozenset[str] | None = None
    needs: tuple[str, ...] = ()
    sees: tuple[str, ...] = ()
    misses: Words | None = None

    def base_in(self, lang: str) -> str | None:
        """What the rule rests on, in Dutch or English."""
        if lang == "en" or self.base is None:
            return self.base
        from toonbank.etiquette.bases import base_in

        return base_in(self.base, lang)


def about(noticed: Noticed, message: str, mends: Iterable[Mend] = (), fix: str | None = None) -> Trouble:
    """Trouble with a claim, at its place and on its evidence; only advice when it may be no claim at all.

    Mends are Dutch or English: words in another language are for their writer.
    """
    if noticed.sense == FOREIGN:
        mends = ()
    elif not isinstance(mends, Ways):
        mends = tuple(mends)
    is_doubtful = not noticed.is_sure and noticed.state is not ClaimState.CONTRADICTED
    severity = Severity.ADVISE if is_doubtful else None
    return Trouble(message, noticed.start, noticed.end, fix, noticed.evidence, mends, severity)
