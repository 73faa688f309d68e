"""What was erased stays erased: the network may tell of it once more, an edit or a repeat, and it does not come in again.

Of an erased message only a mark is kept, a hash of how the network calls it, with nothing of the person or of what was said.
"""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from toonbank.conversations.arrivals import Forgotten
from toonbank.conversations.models import Message

Place = tuple[int | None, str]


def mark_of(place: Place) -> str:
    """The mark of a message, by its account (None for what was told us otherwise) and its name there."""
    account, name = place
    return sha256(f"{account or ''}:{name}".encode()).hexdigest()


def forget(said: QuerySet[Message], now: datetime) -> None:
    """Keep the marks of these messages; call it before their names are taken away."""
    rows = said.order_by().values_list("shop_id", "account_id", "remote_id")
    Forgotten.objects.bulk_create(
        [Forgotten(shop_id=shop, mark=mark_of((account, name)), at=now) for shop, account, name in rows],
        ignore_conflicts=True,
    )


def forgotten_among(places: Collection[Place]) -> set[Place]:
    """Which of these messages were erased. One query."""
    by_mark = {mark_of(place): place for place in places}
    found = Forgotten.objects.filter(mark__in=by_mark).values_list("mark", flat=True)
    return {by_mark[mark] for mark in found}
