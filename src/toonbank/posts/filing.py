"""What a finding asks to be put on file, and the way there and back to the post."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from toonbank.evidence.registers import register_of
from toonbank.shops.desk import at
from toonbank.shops.models import Shop

ASKED_BY: dict[str, tuple[str, ...]] = {
    "review-quote-unverified": ("quotes",),
    "endorsement-unproven": ("endorsements", "tests", "marks"),
    "endorsement-exaggerated": ("endorsements",),
    "superlative-unproven": ("proofs",),
    "green-claim-generic": ("proofs",),
}
"""Rules that a paper on file may settle, with the registers where it would stand."""
MARKS = "\"'‘’‚‛“”„‟«»‹› "
LONGEST = 300


@dataclass(frozen=True)
class Filing:
    """One way to settle a finding: a paper in this register, beginning with the words of the post."""

    register: str
    words: str

    @property
    def label(self) -> str:
        """What stands on the button."""
        found = register_of(self.register)
        return str(found.add) if found else ""

    @property
    def carries(self) -> str:
        """What the button of the compose page carries."""
        return f"{self.register}|{self.words}"

    @property
    def query(self) -> str:
        """The words for the form, as an address carries them."""
        return urlencode({"words": self.words})


def filings_for(rule: str, words: str) -> tuple[Filing, ...]:
    """The papers that would settle a finding of this rule; none for most rules."""
    plain = words.strip(MARKS)[:LONGEST]
    return tuple(Filing(register, plain) for register in ASKED_BY.get(rule, ()))


def way_to_file(shop: Shop, carried: str, back: str) -> str | None:
    """The form that a pressed button asks for, with the way back; None when there is no such register."""
    register, _bar, words = carried.partition("|")
    if register not in _registers(ASKED_BY.values()):
        return None
    asked = urlencode({"words": words[:LONGEST], "next": back})
    return f"{at(shop, 'evidence:new-paper', register)}?{asked}"


def _registers(asked: Iterable[tuple[str, ...]]) -> set[str]:
    return {register for registers in asked for register in registers}
