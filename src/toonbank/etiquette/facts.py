"""All that is known when a text is judged. Absent is unknown (None); empty is empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from toonbank.etiquette.thresholds import Thresholds

if TYPE_CHECKING:
    from toonbank.core.hours import OpeningHours
    from toonbank.core.money import PriceSeen
    from toonbank.etiquette.background import (
        Action,
        Approval,
        Attestation,
        Author,
        Automation,
        Campaign,
        Case,
        Comparison,
        Counts,
        Endorsement,
        Giveaway,
        GiveawaySeen,
        Mark,
        Media,
        Person,
        Product,
        Profile,
        Proof,
        Published,
        Reviews,
        Shop,
        Thread,
        ThreadSeen,
    )

__all__ = [
    "NOTHING_KNOWN",
    "Action",
    "Approval",
    "Attestation",
    "Author",
    "Automation",
    "Campaign",
    "Case",
    "Comparison",
    "Counts",
    "Endorsement",
    "Facts",
    "Giveaway",
    "GiveawaySeen",
    "Mark",
    "Media",
    "Person",
    "PriceSeen",
    "Product",
    "Profile",
    "Proof",
    "Published",
    "Reviews",
    "Shop",
    "Thread",
    "ThreadSeen",
    "Thresholds",
]


Severities = Mapping[str, str]
OF_THE_DESK = {"is_in_files": False}
"""A fact that no file tells and none is told."""


def __getattr__(name: str) -> Any:  # one of the pieces, imported when somebody first asks
    if name.startswith("_"):  # every "from ... import" asks for __path__
        raise AttributeError(name)
    from toonbank.etiquette import background

    if not hasattr(background, name):
        raise AttributeError(name)
    return getattr(background, name)


@dataclass(frozen=True)
class Facts:
    """The whole of it. The clock is a fact too: `now`, and `publish_at` when the text goes out later."""

    now: datetime | None = None
    publish_at: datetime | None = None
    shop: Shop | None = None
    products: tuple[Product, ...] | None = None
    campaigns: tuple[Campaign, ...] | None = None
    reviews: Reviews | None = None
    counts: Counts | None = None
    endorsements: tuple[Endorsement, ...] | None = None
    tests: tuple[Comparison, ...] | None = None
    marks: tuple[Mark, ...] | None = None
    proofs: tuple[Proof, ...] | None = None
    people: tuple[Person, ...] | None = None
    media: tuple[Media, ...] | None = None
    giveaway: Giveaway | None = None
    thread: Thread | None = None
    case: Case | None = None
    attestations: tuple[Attestation, ...] | None = None
    archive: tuple[Published, ...] | None = None
    reply_archive: tuple[str, ...] | None = None
    automation: Automation | None = None
    approval: Approval | None = None
    author: Author | None = None
    reader_gets: str | None = None
    quoted: str | None = None
    quoted_author: str | None = None
    room_left: int | None = None
    action: Action | None = None
    threads: tuple[ThreadSeen, ...] | None = None
    giveaways: tuple[GiveawaySeen, ...] | None = None
    profiles: tuple[Profile, ...] | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)
    # How grave the shop takes a rule, by slug, where that is not as it was made (`house_rules.py`).
    severities: Severities | None = None
    # When the shop is open, where the desk judges; a file says it with the measures `answering_*`.
    hours: OpeningHours | None = field(default=None, metadata=OF_THE_DESK)

    @cached_property
    def known(self) -> frozenset[str]:
        """The names of the fields that are known."""
        return frozenset(one.name for one in fields(self) if getattr(self, one.name) is not None)

    @property
    def moment(self) -> datetime | None:
        """The moment that the reader will see the text, as far as it is known."""
        return self.publish_at or self.now

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Facts:  # JSON is loose by nature
        """Facts as the contract writes them. BadInput names the field, the value and what was expected."""
        from toonbank.etiquette.factsheet import read_facts

        return read_facts(content)

    def as_json(self) -> dict[str, Any]:  # JSON is loose by nature
        """The same facts as the contract writes them; reading that gives these facts again."""
        from toonbank.etiquette.factsheet import write

        shown: dict[str, Any] = write(self)  # JSON is loose by nature
        return shown


NOTHING_KNOWN = Facts()
