"""A claim: a checkable statement found in a text."""

from dataclasses import dataclass
from typing import Any

from toonbank.etiquette.evidence import ClaimState, Evidence


@dataclass(frozen=True)
class Claim:
    """What a text says that can be true or false, and where.

    `start` and `end` count Unicode code points of the original text, end exclusive.
    `value` is the number or date that was read ("7", "2026-11-29T23:59:59+01:00"), None for vague words.
    `product` is the ref of the product it is about, where that could be found.
    """

    kind: str
    start: int
    end: int
    state: ClaimState = ClaimState.UNKNOWN
    value: str | None = None
    product: str | None = None
    evidence: tuple[Evidence, ...] = ()

    def as_json(self) -> dict[str, Any]:  # the JSON contract is loose by nature
        """The claim as `toonbank check --jsonl` prints it."""
        shown: dict[str, Any] = {
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "state": str(self.state),
        }
        if self.value is not None:
            shown["value"] = self.value
        if self.product is not None:
            shown["product"] = self.product
        if self.evidence:
            shown["evidence"] = [
                {
                    "state": str(item.state),
                    "shown": item.shown,
                    "source": item.source,
                    "seen_at": item.seen_at.isoformat() if item.seen_at else None,
                    "subject": item.subject,
                }
                for item in self.evidence
            ]
        return shown
