"""The pieces that facts are made of. Absent is unknown (None); empty is empty.

Apart from `facts`, because a command that is given no facts need not build them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from toonbank.core.money import PriceSeen

Cents = int  # money in facts; a price of 49.95 in JSON
# A moment whose plain day means the end of that day: "until 29 November" includes the 29th.
LastMoment = datetime


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
    price_at: datetime | None = None
    price_source: str | None = None
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
    sold: int | None = None


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
class Quote:
    """Words of a customer that are on file."""

    id: str = ""
    text: str = ""
    author: str = ""
    consent: bool | None = None


@dataclass(frozen=True)
class Endorsement:
    """Praise by somebody with a name."""

    who: str = ""
    what: str = ""
    quote: str = ""
    paid: bool | None = None
    gift: bool | None = None
    affiliate: bool | None = None
    relation: str | None = None
    permission: bool | None = None
    until_at: LastMoment | None = field(default=None, metadata={"key": "until"})
    uses_28d: int | None = None


@dataclass(frozen=True)
class Comparison:
    """A comparison by others that the shop may refer to."""

    name: str = ""
    result: str = ""
    licence_until_at: LastMoment | None = field(default=None, metadata={"key": "licence_until"})


@dataclass(frozen=True)
class Mark:
    """A trust mark that the shop holds."""

    name: str = ""
    valid_until_at: LastMoment | None = field(default=None, metadata={"key": "valid_until"})


@dataclass(frozen=True)
class Media:
    """One picture or film that goes along."""

    kind: str = "image"
    people: str = "unknown"
    person_refs: tuple[str, ...] = ()
    rights: str | None = None
    synthetic: bool | None = None
    labelled: bool | None = None


@dataclass(frozen=True)
class Giveaway:
    """A prize draw."""

    terms_url: str | None = None
    prize_total_cents: Cents | None = field(default=None, metadata={"key": "prize_total"})
    prizes: int | None = None
    draws: int | None = None
    entry_cost_cents: Cents | None = field(default=None, metadata={"key": "entry_cost"})
    entry: tuple[str, ...] = ()
    decision: str | None = None
    countries: tuple[str, ...] = ()
    ends_at: LastMoment | None = field(default=None, metadata={"key": "ends"})
    large_this_year: int | None = None
    network_release: bool | None = None


@dataclass(frozen=True)
class Case:
    """What was found out about a complaint."""

    verdict: str | None = None
    kernel: str | None = None
    solved: bool | None = None
    public_closed: bool | None = None


@dataclass(frozen=True)
class Published:
    """An earlier post of the shop."""

    text: str = ""
    at: datetime | None = None
    network: str | None = None
    kind: str | None = None
    levers: tuple[str, ...] = ()
    product: str | None = None
    account: str | None = None  # which of the shop's places on that network, where it has several


@dataclass(frozen=True)
class Profile:
    """How one place of the shop presents itself. `picture` names the picture: an address, or a mark of its content."""

    network: str = ""
    name: str | None = None
    description: str | None = None
    hours: str | None = None
    address: str | None = None
    phone: str | None = None
    form_of_address: str | None = None
    picture: str | None = None


@dataclass(frozen=True)
class Automation:
    """How much of this was done by a machine."""

    generated: bool | None = None
    human_reviewed: bool | None = None
    auto_send: bool | None = None


@dataclass(frozen=True)
class Author:
    """Who wrote the text."""

    name: str = ""
    initials: str = ""


@dataclass(frozen=True)
class Action:
    """What the shop is about to do with somebody's comment."""

    type: str = ""
    ground: str | None = None


@dataclass(frozen=True)
class ThreadSeen:
    """One line of an account's conversations."""

    label: str = ""
    received_at: datetime | None = field(default=None, metadata={"key": "received"})
    answered_at: datetime | None = field(default=None, metadata={"key": "answered"})


@dataclass(frozen=True)
class GiveawaySeen:
    """One line of an account's draws."""

    draw_on: date | None = field(default=None, metadata={"key": "draw_date"})
    winners_told: bool | None = None
    delivered_at: datetime | None = None
