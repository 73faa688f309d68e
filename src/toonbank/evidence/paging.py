"""Pages of a long list, as fast at its end as at its beginning: they go on from a row, they do not count."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)

AT_ONCE = 30


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows, and from which row the pages beside it go on; None when there is none."""

    rows: Sequence[Row]
    after: int | None
    before: int | None


@dataclass(frozen=True)
class Place:
    """Where a page begins: after a row, before a row, at the end, or (nothing said) at the beginning."""

    after: int | None = None
    before: int | None = None
    at_end: bool = False


def page_of(found: QuerySet[Row], order: str, place: Place, *, size: int = AT_ONCE) -> Page[Row]:
    """A page of `found` ordered by `order` ("words", "-changed_at") and then by id the same way.

    A row that is gone sends to the beginning.
    """
    name, falls = order.removeprefix("-"), order.startswith("-")
    backwards = place.at_end or place.before is not None
    anchor = place.before if place.before is not None else place.after
    start = found.model._default_manager.filter(pk=anchor).values_list(name, "pk").first() if anchor else None
    if anchor and start is None:
        backwards = False
    descending = falls is not backwards
    rows = found.order_by(*(f"-{key}" if descending else key for key in (name, "pk")))
    if start is not None:
        rows = rows.filter(_beyond(name, start, descending=descending))
    taken = list(rows[: size + 1])
    there_is_more, taken = len(taken) > size, taken[:size]
    if backwards:
        taken.reverse()
    has_earlier = there_is_more if backwards else start is not None
    has_later = start is not None if backwards and not place.at_end else there_is_more and not backwards
    return Page(
        taken,
        after=taken[-1].pk if taken and has_later else None,
        before=taken[0].pk if taken and has_earlier else None,
    )


def _beyond(name: str, start: tuple[Any, int], *, descending: bool) -> Q:
    """Written as a range on the first column, for only that finds its way through an index."""
    value, pk = start
    way, same = ("lt", "lte") if descending else ("gt", "gte")
    return Q(**{f"{name}__{same}": value}) & (Q(**{f"{name}__{way}": value}) | Q(**{f"pk__{way}": pk}))


def row_id(text: str | None) -> int | None:
    """The id in an address; None for anything that is no id."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
