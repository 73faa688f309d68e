"""What else waits for a member today. Posts know nothing of it: who does says so here, once, at the start."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Subquery
from django.utils.functional import Promise

from toonbank.shops.models import Member, Shop


@dataclass(frozen=True)
class Notice:
    """One line at the top of Today. `tone` is "block" for what cannot wait, "warn" for what should not, or "".

    `address` is where something can be done about it, `action` what the link there says.
    """

    title: str | Promise
    text: str | Promise
    address: str
    action: str | Promise
    icon: str = "information-circle"
    tone: str = ""

    @property
    def is_pressing(self) -> bool:
        """Whether it stands before everything else."""
        return self.tone == "block"


@dataclass(frozen=True)
class Teller:
    """Who tells of something. `asks(shop, now)` are columns of a query with the shop as its row, so that telling costs no query
    of its own; `tells(shop, member, found)` makes of what they hold the lines for this member.
    """

    asks: Callable[[Shop, datetime], Mapping[str, Subquery]]
    tells: Callable[[Shop, Member, Mapping[str, Any]], Sequence[Notice]]


_tellers: dict[str, Teller] = {}


def let_tell(name: str, teller: Teller) -> None:
    """Take this one as who tells of `name`; again under the same name, the newest counts."""
    _tellers[name] = teller


def asked_along(shop: Shop, now: datetime) -> dict[str, Subquery]:
    """The columns of all who tell."""
    return {
        f"{name}_{column}": query
        for name, teller in _tellers.items()
        for column, query in teller.asks(shop, now).items()
    }


def told_by(shop: Shop, member: Member, row: Mapping[str, Any]) -> list[Notice]:
    """All the lines, out of a row with those columns; what cannot wait first."""
    found: list[Notice] = []
    for name, teller in _tellers.items():
        held = {key.removeprefix(f"{name}_"): row[key] for key in row if key.startswith(f"{name}_")}
        found += teller.tells(shop, member, held)
    return sorted(found, key=lambda one: not one.is_pressing)
