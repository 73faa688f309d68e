"""How many wait, for the menu and for every page that says so: counted to a hundred, with the membership, so that it costs no query."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import TextField
from django.db.models.expressions import RawSQL
from django.utils import timezone

from toonbank.conversations.models import Band
from toonbank.shops.desk import DeskRequest
from toonbank.shops.models import Shop

COUNTED = 100
"""Counts stop here; the page says "99+"."""
# The order is not needed, but it leads SQLite to the index of the row instead of one over all states.
_DUE = [f"due_at IS NOT NULL AND band = {band.value} ORDER BY due_at" for band in Band]
_KINDS = [*_DUE, "due_at IS NULL ORDER BY id"]


@dataclass(frozen=True)
class Waiting:
    """How many wait in each band, and how many ask for no answer; each counted to a hundred at most."""

    bands: tuple[int, ...] = (0, 0, 0)
    undue: int = 0

    @property
    def count(self) -> int:
        """Who waits for an answer: what seems to ask for none does not count."""
        return sum(self.bands)

    @property
    def shown(self) -> str:
        """The number as the menu shows it."""
        return str(self.count) if self.count < COUNTED else f"{COUNTED - 1}+"


def counted_along(now: datetime) -> RawSQL:
    """A column for a query over members: how many wait in their shop. It looks at a few hundred rows of an index at most."""
    until = connection.ops.adapt_datetimefield_value(now)
    return RawSQL(_counts("shops_member.shop_id"), [until] * len(_KINDS), output_field=TextField())  # noqa: S611 - constants


def waiting_of(request: DeskRequest) -> Waiting:
    """How many wait in the shop of this request: counted along with the membership, or asked when it was not."""
    there: Waiting | None = getattr(request, "_who_waits", None)
    if there is None:
        counted: str | None = getattr(request.member, "who_waits", None)
        there = _read(counted) if counted else waiting_in(request.shop, timezone.now())
        request._who_waits = there  # type: ignore[attr-defined]  # kept with the request, as Django does
    return there


def waiting_in(shop: Shop, now: datetime) -> Waiting:
    """How many wait: one short query, however long the row is."""
    until = connection.ops.adapt_datetimefield_value(now)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_counts('%s')}", [shop.pk, until] * len(_KINDS))
        return _read(cursor.fetchone()[0])


def _read(counted: str) -> Waiting:
    *bands, undue = map(int, counted.split())
    return Waiting(tuple(bands), undue)


def _counts(shop: str) -> str:
    """All counts in one text: to Django a column is dearer than to the database."""
    return " || ' ' || ".join(_few(shop, kind) for kind in _KINDS)


def _few(shop: str, kind: str) -> str:
    """Written with `or` and without parameters for the states, so that SQLite sees its index."""
    waits = "(state = 'new' OR state = 'ours') AND (snoozed_until IS NULL OR snoozed_until <= %s)"
    rows = f"SELECT 1 FROM conversations_conversation WHERE shop_id = {shop} AND {waits} AND {kind} LIMIT {COUNTED}"  # noqa: S608 - constants
    return f"(SELECT COUNT(*) FROM ({rows}) few)"  # noqa: S608 - constants
