"""What else waits for a member today. Posts know nothing of it: who does says so here, once, at the start."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

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


Teller = Callable[[Shop, Member, datetime], Sequence[Notice]]
_tellers: dict[str, Teller] = {}


def let_tell(name: str, teller: Teller) -> None:
    """Take this one as who tells of `name`; again under the same name, the newest counts. It may ask one query."""
    _tellers[name] = teller


def notices_for(shop: Shop, member: Member, now: datetime) -> list[Notice]:
    """All there is, what cannot wait first."""
    found = [one for teller in _tellers.values() for one in teller(shop, member, now)]
    return sorted(found, key=lambda one: not one.is_pressing)
