"""A checkup: all claims and findings of one exact text on one set of facts."""

from dataclasses import dataclass
from typing import Any

from toonbank.etiquette.claim import Claim
from toonbank.etiquette.finding import Finding, Severity


@dataclass(frozen=True)
class Checkup:
    """What `check` returns. Findings stand by severity (block first), then by place."""

    lang: str
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among the findings, None when there are none."""
        return max((finding.severity for finding in self.findings), default=None)

    @property
    def is_blocked(self) -> bool:
        """Whether this text may not go out as it stands."""
        return self.worst is Severity.BLOCK

    def as_json(self) -> dict[str, Any]:  # the JSON contract is loose by nature
        """The checkup as `toonbank check --jsonl` prints it, without the id."""
        return {
            "lang": self.lang,
            "claims": [claim.as_json() for claim in self.claims],
            "findings": [finding.as_json() for finding in self.findings],
        }
