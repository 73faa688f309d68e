"""All that is known when a text is judged. Absent is unknown (None); empty is empty."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from toonbank.core.money import PriceSeen
from toonbank.etiquette.thresholds import Thresholds

Cents = int  # money in facts; a price of 49.95 in JSON
LastMoment = (
    datetime  # a moment whose plain day means the end of that day: "until 29 November" includes the 29th
)

if TYPE_CHECKING:
    from toonbank.etiquette.background import (
        Action,
        Author,
        Automation,
        Case,
        Comparison,
        Endorsement,
        Giveaway,
        GiveawaySeen,
        Mark,
        Media,
        Published,
        Quote,
        ThreadSeen,
    )


def __getattr__(name: str) -> Any:  # a shape of `background`, imported when somebody first asks
    from toonbank.etiquette import background

    if name.startswith("_") or not hasattr(background, name):
        raise AttributeError(name)
    return getattr(background, name)


@dataclass(frozen=True)
class Shop:
    """The sender of everything."""

    name: str | None = None
    country: str | None = None
    zone: str | None = None
    aliases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    authors: int | None = None
    promise: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    hold_back: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Product:
    """One thing that the shop sells. `stock` None with `availability` "in_stock" proves that there is some, never how many."""

    ref: str = ""
    names: tuple[str, ...] = ()
    stock: int | None = None
    stock_at: datetime | None = None
    stock_source: str | None = None
    availability: str | None = None
    restock_on: date | None = None
    restock: int | None = None
    discontinued: bool | None = None
    low_limit: int | None = None
    last_delivery: int | None = None
    price_cents: Cents | None = field(default=None, metadata={"key": "price"})
    price_history: tuple[PriceSeen, ...] | None = None
    first_offered: datetime | None = None
    perishable: bool | None = None
    rrp_cents: Cents | None = field(default=None, metadata={"key": "rrp"})
    rrp_source: str | None = None
    rrp_date: date | None = None
    sales_rank: int | None = None

    @property
    def label(self) -> str:
        """What to call it in a sentence for the shop."""
        return self.names[0] if self.names else self.ref


@dataclass(frozen=True)
class Campaign:
    """A promotion with its begin, end and conditions. `extended` counts how often its end was put off."""

    ref: str = ""
    offer: str = ""
    percent: float | None = None
    starts_at: datetime | None = field(default=None, metadata={"key": "starts"})
    ends_at: LastMoment | None = field(default=None, metadata={"key": "ends"})
    extended: int = 0
    first_step_at: datetime | None = field(default=None, metadata={"key": "first_step"})
    conditions: str = ""
    costs_cents: Cents | None = field(default=None, metadata={"key": "costs"})
    products: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reviews:
    """What buyers said, counted at `at`."""

    source: str = ""
    count: int | None = None
    average: float | None = None
    scale: float = 10
    at: datetime | None = None
    verified: bool | None = None
    quotes: tuple[Quote, ...] | None = None


@dataclass(frozen=True)
class Counts:
    """How many, counted at `at`."""

    customers: int | None = None
    orders: int | None = None
    followers: int | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Proof:
    """A document behind a statement."""

    claim: str = ""
    basis: str = ""
    valid_until_at: LastMoment | None = field(default=None, metadata={"key": "valid_until"})


@dataclass(frozen=True)
class Consent:
    """What a person allowed, on which networks (empty: everywhere), until when, and whether it was taken back."""

    name: bool = False
    quote: bool = False
    photo: bool = False
    tag: bool = False
    networks: tuple[str, ...] = ()
    until_at: LastMoment | None = field(default=None, metadata={"key": "until"})
    withdrawn_at: datetime | None = field(default=None, metadata={"key": "withdrawn"})


@dataclass(frozen=True)
class Person:
    """Somebody the text may be about. `role` is customer, staff, supplier or public."""

    name: str = ""
    handle: str = ""
    role: str = "customer"
    consent: Consent | None = None
    minor: bool | None = None
    guardian: bool | None = None


@dataclass(frozen=True)
class Utterance:
    """One thing said in a conversation. `sender` is "customer" or "shop"."""

    sender: str = field(default="customer", metadata={"key": "from"})
    text: str = ""
    at: datetime | None = None
    name: str | None = None
    handle: str | None = None


@dataclass(frozen=True)
class Thread:
    """The conversation that a reply answers."""

    public: bool | None = None
    addressed_us: bool | None = None
    label: str | None = None
    messages: tuple[Utterance, ...] = ()


@dataclass(frozen=True)
class Attestation:
    """ "I counted them myself": by whom, what, when."""

    claim: str = ""
    product: str | None = None
    value: float | None = None
    who: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Approval:
    """A person's yes to one exact version."""

    by: str = ""
    at: datetime | None = None
    version_matches: bool | None = None
    may_approve: bool | None = None


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
    thresholds: Thresholds = field(default_factory=Thresholds)

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
