"""What the desk shows about words as they stand: cards, marks in the copy, and what is right."""

from collections.abc import Sequence
from dataclasses import dataclass

from toonbank.etiquette import Claim, ClaimState, Finding, Severity
from toonbank.etiquette.registry import all_rules
from toonbank.etiquette.rule import Rule
from toonbank.posts.checking import Judged, words_of
from toonbank.posts.filing import Filing, filings_for
from toonbank.posts.marking import Run, runs_of
from toonbank.posts.mending import Step
from toonbank.posts.said import Disputed, Said
from toonbank.posts.slips import Seen, Slip, claim_in_words, slips_of, spoken

COUNTABLE = frozenset({"scarcity", "stock"})
"""Claims that a person can settle by counting."""


@dataclass(frozen=True)
class Way:
    """A one-click mend: what stands on the button, and what the button carries."""

    step: Step
    words: str

    @property
    def takes_away(self) -> bool:
        """Whether the words disappear instead of being replaced."""
        return not self.step.text

    @property
    def adds(self) -> bool:
        """Whether something is put in where nothing has to go."""
        return self.step.start == self.step.end


@dataclass(frozen=True)
class Card:
    """One finding as its card shows it; `kept` is the reason why it may stay, `disputed` who thinks that it is not right."""

    number: int
    field: str
    finding: Finding
    words: str
    ways: tuple[Way, ...]
    claim: Claim | None
    judged: Judged
    kept: str = ""
    disputed: Disputed | None = None

    @property
    def lang(self) -> str:
        """The language of the post, in which the finding speaks."""
        return self.judged.checkup.lang

    @property
    def severity(self) -> str:
        """block, warn or advise."""
        return self.finding.severity.word

    @property
    def can_keep(self) -> bool:
        """Whether a reason is enough to let these words stand."""
        return self.finding.severity is Severity.WARN and not self.kept

    @property
    def can_count(self) -> bool:
        """Whether somebody who counts can settle it."""
        return self.claim is not None and self.claim.kind in COUNTABLE and not self.kept

    @property
    def filings(self) -> tuple[Filing, ...]:
        """What could be put on file to settle it."""
        return filings_for(self.finding.rule, self.words)

    @property
    def slips(self) -> list[Slip]:
        """What is known about it: of the finding itself, or of the claim it is about."""
        known = self.finding.evidence or (self.claim.evidence if self.claim else ())
        return slips_of(known, self.judged.facts)

    @property
    def message(self) -> str:
        """What is found, "" when title and evidence together say the same: "There are more: 41, seen at 09:12."."""
        repeats = self.finding.message.startswith(f"{self.title}:") and self.slips
        return "" if repeats or self.finding.message == f"{self.title}." else self.finding.message

    @property
    def claimed(self) -> str:
        """The number that was claimed, else the words."""
        return claim_in_words(self.claim.value if self.claim else None, self.words)

    @property
    def title(self) -> str:
        """The name of the rule, in the language of the screen."""
        rule = rule_of(self.finding.rule)
        return spoken(rule.title) if rule else ""

    @property
    def why(self) -> str:
        """Why the rule is one, in the language of the screen."""
        rule = rule_of(self.finding.rule)
        return spoken(rule.why) if rule else ""

    @property
    def keeps(self) -> str:
        """What the buttons of "keep it" and "not right?" carry."""
        return f"{self.number}|{self.finding.rule}|{self.words}"

    @property
    def counts(self) -> str:
        """What the button of "I counted them" carries."""
        claim = self.claim
        return f"{self.number}|{claim.product or ''}|{self.words}" if claim else ""


def rule_of(slug: str) -> Rule | None:
    """The rule of that name."""
    return next((rule for rule in all_rules() if rule.slug == slug), None)


@dataclass(frozen=True)
class Right:
    """A claim that holds: its words, what was seen, where and when."""

    words: str
    lang: str
    shown: str
    seen: Seen


@dataclass(frozen=True)
class Piece:
    """One text of the post: the field it stands in, the account it is for ("" = all), and how it was judged."""

    field: str
    account: str
    judged: Judged

    @property
    def text(self) -> str:
        """The words."""
        return self.judged.text


@dataclass(frozen=True)
class Look:
    """Everything that was found in all texts of a post."""

    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    rights: tuple[Right, ...]

    def runs(self, field: str) -> list[Run]:
        """The copy under the text of this field."""
        numbered = [(card.number, card.finding) for card in self.cards if card.field == field]
        return next((runs_of(piece.text, numbered) for piece in self.pieces if piece.field == field), [])

    def _count(self, severity: str) -> int:
        return sum(card.severity == severity and not card.kept for card in self.cards)

    @property
    def blocks(self) -> int:
        """How many blocks stand."""
        return self._count("block")

    @property
    def warns(self) -> int:
        """How many warnings nobody has answered."""
        return self._count("warn")

    @property
    def advises(self) -> int:
        """How many hints there are."""
        return self._count("advise")

    @property
    def kepts(self) -> int:
        """How many warnings were kept with a reason."""
        return sum(bool(card.kept) for card in self.cards)

    @property
    def is_blocked(self) -> bool:
        """Whether it may not go out like this."""
        return any(card.severity == "block" for card in self.cards)

    @property
    def is_open(self) -> bool:
        """Whether something stands that a person must answer first."""
        return any(piece.judged.unanswered for piece in self.pieces)

    @property
    def named(self) -> list[str]:
        """The products that the facts are about, by name."""
        names = [
            product.names[0]
            for piece in self.pieces
            for product in piece.judged.facts.products or ()
            if product.names
        ]
        return list(dict.fromkeys(names))

    @property
    def first_open(self) -> Card | None:
        """The card to begin with."""
        return next((card for card in self.cards if not card.kept and card.severity != "advise"), None)


def merged(verdicts: Sequence[Judged]) -> Judged:
    """One judgement of one text for several networks: every finding once."""
    first = verdicts[0]
    found = {(one.rule, one.start, one.end): one for verdict in verdicts for one in verdict.checkup.findings}
    unanswered = {(one.rule, one.start, one.end): one for verdict in verdicts for one in verdict.unanswered}
    checkup = type(first.checkup)(first.checkup.lang, first.checkup.claims, tuple(found.values()))
    return Judged(first.text, checkup, tuple(unanswered.values()), first.facts)


def look_at(pieces: Sequence[Piece], said: Said) -> Look:
    """Number the findings of all pieces by severity, then by place; each with what was said about it."""
    found = [
        (-finding.severity, place, finding.start or 0, finding, piece)
        for place, piece in enumerate(pieces)
        for finding in piece.judged.checkup.findings
    ]
    found.sort(key=lambda one: one[:3])
    cards = tuple(
        _card(number, finding, piece, said) for number, (*_, finding, piece) in enumerate(found, start=1)
    )
    rights = {right.words: right for piece in pieces for right in _rights(piece)}
    return Look(tuple(pieces), cards, tuple(rights.values()))


def _card(number: int, finding: Finding, piece: Piece, said: Said) -> Card:
    text = piece.text
    words = words_of(finding, text)
    kept = said.reasons.get((finding.rule, words), "") if finding.severity is Severity.WARN else ""
    ways = tuple(Way(Step.of(piece.field, text, mend), text[mend.start : mend.end]) for mend in finding.mends)
    return Card(
        number,
        piece.field,
        finding,
        words,
        ways,
        claim_of(finding, piece.judged),
        piece.judged,
        kept,
        said.disputes.get((finding.rule, words)),
    )


def claim_of(finding: Finding, judged: Judged) -> Claim | None:
    """The claim that a finding is about: the one at the same place, or the first that touches it."""
    if finding.start is None or finding.end is None:
        return None
    touching = [
        claim for claim in judged.checkup.claims if claim.start < finding.end and finding.start < claim.end
    ]
    exact = [claim for claim in touching if (claim.start, claim.end) == (finding.start, finding.end)]
    return next(iter(exact or touching), None)


def _rights(piece: Piece) -> list[Right]:
    """Claims that are proven and that nobody objects to."""
    return [
        Right(
            piece.text[claim.start : claim.end], piece.judged.checkup.lang, spoken(evidence.shown), slip.seen
        )
        for claim in piece.judged.checkup.claims
        if claim.state is ClaimState.PROVEN
        for evidence in claim.evidence[:1]
        for slip in slips_of([evidence], piece.judged.facts)
    ]
