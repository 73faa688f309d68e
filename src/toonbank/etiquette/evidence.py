"""Evidence: what the shop can show for one claim, with its source and the moment it was seen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ClaimState(StrEnum):
    """Whether the facts agree with a claim; `UNKNOWN` when there are none or they are too old."""

    PROVEN = "proven"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Evidence:
    """One fact about a claim, as seen; it is stored as seen and never edited.

    `shown` is the value in words a reader understands, per language ({"nl": "41 in voorraad", "en": "41 in stock"}).
    `subject` is the ref of the product, campaign or count it is about, where there is one.
    """

    state: ClaimState
    shown: dict[str, str]
    source: str
    seen_at: datetime | None = None
    subject: str | None = None
