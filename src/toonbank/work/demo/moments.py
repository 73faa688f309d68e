"""The square at a moment of the story: what it says, and what is sent to it, happens then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from toonbank.channels.base import Channel
from toonbank.channels.networks import open_channel
from toonbank.posts.delivering import deliver
from toonbank.shops.models import Account, Shop
from toonbank.shops.opening import settings_of, surroundings

LOOKS = 5


def opened_at(shop: Shop, moment: datetime) -> Callable[[Account], Channel]:
    """Opens the channel of an account as it was then."""

    def then() -> datetime:
        return moment

    def opened(account: Account) -> Channel:
        around = replace(surroundings(shop), clock=then)
        return open_channel(account.kind, settings_of(account), around)

    return opened


def deliver_then(shop: Shop, delivery_id: int, at: datetime) -> None:
    """As the clock of the desk would, coming back as often as it is asked to."""
    moment: datetime | None = at
    for _ in range(LOOKS):
        if moment is not None:
            moment = _step(shop, delivery_id, moment)


def _step(shop: Shop, delivery_id: int, moment: datetime) -> datetime | None:
    return deliver(delivery_id, clock=lambda: moment, opener=opened_at(shop, moment))
