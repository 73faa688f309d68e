"""The rest of the facts: what fewer rules ask for. Kept apart so that a cold command need not build it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from toonbank.etiquette.facts import Cents, LastMoment


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
    rights: str = "unknown"
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
