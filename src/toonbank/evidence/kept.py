"""Questions whose SQL is written once a process.

The live check asks the same few questions at every keystroke, and Django takes several times longer to write them out
than the database to answer them. The ORM stays the one place where a question is worded; only its SQL is kept.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from django.db import connection, models
from django_scopes import ScopeError, get_scope, scope

from toonbank.shops.models import Shop

Worded = Callable[[Mapping[str, Any]], "models.QuerySet[Any, Any]"]
# Moments and numbers that no row has: they mark where a value belongs.
_FAR = datetime(9000, 1, 1, 12, tzinfo=UTC)
_APART = timedelta(
    days=1000
)  # two moments; what a question adds to one or takes away is less than half of it
_IS_FAR = re.compile(r"(?:89|90)\d\d-\d\d-\d\d")
_DAY = len("9000-01-01")
_DEEP = -1_000_000_000
_NOBODY = -1  # fills up a list of ids; no row has it


class _Id(NamedTuple):
    """A blank for a number: the shop, or one place of a list of ids."""

    name: str
    place: int = 0


class _Moment(NamedTuple):
    """A blank for a moment, or for its day on the shop's clock, with what the question adds to it."""

    name: str
    later: timedelta
    is_day: bool


class KeptQuestion:
    """A question with blanks: `moments` and `ids` by name, and the shop, which is always one.

    `word` gets the blanks by name (an id blank is a list of fixed length) and returns a queryset of `.values(...)`; it
    runs inside a scope, so that every scoped manager leaves a blank for the shop as well. Of a moment it may ask what lies
    at most 499 days before or after, and its day on the clock of that shop. All else that it holds is kept as it is.
    """

    def __init__(
        self, word: Worded, *, moments: Sequence[str] = (), ids: Mapping[str, int] | None = None
    ) -> None:
        self._word = word
        self._moments = {name: _FAR + place * _APART for place, name in enumerate(moments)}
        self._lengths = dict(ids or {})
        self._kept: dict[str, tuple[str, list[Any], Any]] = {}

    def rows(self, shop: Shop, **values: Any) -> list[dict[str, Any]]:
        """The answer, inside the scope of that shop only. ValueError when a list of ids is longer than its blank."""
        here = get_scope()
        if here.get("_enabled", True) and here.get("shop") != shop:
            raise ScopeError(f"a kept question about {shop!r} was asked outside its scope")
        sql, wanted, compiler = self._written()
        ids = self._ids_in(shop, values)
        with connection.cursor() as cursor:
            cursor.execute(sql, [_filled(one, shop, ids, values) for one in wanted])
            found = cursor.fetchall()
        return list(_converted(compiler, found))

    def _written(self) -> tuple[str, list[Any], Any]:
        kept = self._kept.get(connection.vendor)
        if kept is None:
            kept = self._kept[connection.vendor] = self._write()
        return kept

    def _write(self) -> tuple[str, list[Any], Any]:
        shop = Shop(pk=_DEEP)
        blanks: dict[str, Any] = {"shop": shop, **self._moments}
        marks: dict[Any, _Id] = {_DEEP: _Id("shop")}
        for nth, (name, length) in enumerate(self._lengths.items(), 1):
            blanks[name] = [_DEEP - nth * 1000 - place for place in range(length)]
            marks |= {number: _Id(name, place) for place, number in enumerate(blanks[name])}
        with scope(shop=shop):
            compiler = self._word(blanks).query.get_compiler(connection=connection)
            sql, params = compiler.as_sql()
        return sql, [marks.get(one) or self._moment(one) or one for one in params], compiler

    def _moment(self, param: Any) -> _Moment | None:
        """The blank that a value stands for, when it is a moment or a day that no row has."""
        if isinstance(param, str) and _IS_FAR.match(param):  # SQLite keeps both as text
            param = date.fromisoformat(param) if len(param) == _DAY else datetime.fromisoformat(param)
        if not isinstance(param, date):
            return None
        for name, far in self._moments.items():
            later = _since(far, param)
            if abs(later) < _APART / 2:
                return _Moment(name, later, not isinstance(param, datetime))
        return None

    def _ids_in(self, shop: Shop, values: Mapping[str, Any]) -> dict[_Id, int]:
        ids = {_Id("shop"): shop.pk}
        for name, length in self._lengths.items():
            given = list(values[name])
            if len(given) > length:
                raise ValueError(f"{len(given)} ids for {name}, which has room for {length}")
            given += [_NOBODY] * (length - len(given))
            ids |= {_Id(name, place): number for place, number in enumerate(given)}
        return ids


def _since(far: datetime, moment: date) -> timedelta:
    if isinstance(moment, datetime):
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - far
    return moment - far.date()


def _filled(blank: Any, shop: Shop, ids: Mapping[_Id, int], values: Mapping[str, Any]) -> Any:
    if isinstance(blank, _Id):
        return ids[blank]
    if not isinstance(blank, _Moment):
        return blank
    moment: datetime = values[blank.name]
    if blank.is_day:
        return connection.ops.adapt_datefield_value(moment.astimezone(shop.clock).date() + blank.later)
    return connection.ops.adapt_datetimefield_value(moment + blank.later)


def _converted(compiler: Any, found: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """The rows with the values that the fields mean, by name."""
    converters = compiler.get_converters([column[0] for column in compiler.select])
    names = list(compiler.query.selected)
    rows = compiler.apply_converters(found, converters) if converters else found
    return [dict(zip(names, row, strict=True)) for row in rows]
