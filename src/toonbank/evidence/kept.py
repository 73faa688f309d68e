"""Questions whose SQL is written once a process.

The live check asks the same few questions at every keystroke, and Django takes several times longer to write them out
than the database to answer them. The ORM stays the one place where a question is worded; only its SQL is kept.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, models
from django_scopes import ScopeError, get_scope, scope

from toonbank.shops.models import Shop

Worded = Callable[[Mapping[str, Any]], "models.QuerySet[Any, Any]"]
_FAR = datetime(
    9000, 1, 1, tzinfo=UTC
)  # moments and numbers that no row has: they mark where a value belongs
_DEEP = -1_000_000_000
_NOBODY = -1  # fills up a list of ids; no row has it


class KeptQuestion:
    """A question with blanks: `moments` and `ids` by name, and the shop, which is always one.

    `word` gets the blanks by name (an id blank is a list of fixed length) and returns a queryset of `.values(...)`; it
    runs inside a scope, so that every scoped manager leaves a blank for the shop as well.
    """

    def __init__(
        self, word: Worded, *, moments: Sequence[str] = (), ids: Mapping[str, int] | None = None
    ) -> None:
        self._word = word
        self._moments = {name: _FAR + timedelta(days=place) for place, name in enumerate(moments)}
        self._lengths = dict(ids or {})
        self._kept: dict[str, tuple[str, list[tuple[str, int] | Any], Any]] = {}

    def rows(self, shop: Shop, **values: Any) -> list[dict[str, Any]]:
        """The answer, inside the scope of that shop only. ValueError when a list of ids is longer than its blank."""
        here = get_scope()
        if here.get("_enabled", True) and here.get("shop") != shop:
            raise ScopeError(f"a kept question about {shop!r} was asked outside its scope")
        sql, wanted, compiler = self._written()
        given = self._filled(shop, values)
        with connection.cursor() as cursor:
            cursor.execute(sql, [given[one] if one in given else one[1] for one in wanted])
            found = cursor.fetchall()
        return list(_converted(compiler, found))

    def _written(self) -> tuple[str, list[tuple[str, Any]], Any]:
        kept = self._kept.get(connection.vendor)
        if kept is None:
            kept = self._kept[connection.vendor] = self._write()
        return kept

    def _write(self) -> tuple[str, list[tuple[str, Any]], Any]:
        shop = Shop(pk=_DEEP)
        blanks: dict[str, Any] = {"shop": shop, **self._moments}
        marks: dict[Any, tuple[str, Any]] = {_DEEP: ("shop", 0)}
        for name, moment in self._moments.items():
            marks[connection.ops.adapt_datetimefield_value(moment)] = (name, 0)
        for nth, (name, length) in enumerate(self._lengths.items(), 1):
            blanks[name] = [_DEEP - nth * 1000 - place for place in range(length)]
            marks |= {number: (name, place) for place, number in enumerate(blanks[name])}
        with scope(shop=shop):
            compiler = self._word(blanks).query.get_compiler(connection=connection)
            sql, params = compiler.as_sql()
        return sql, [marks.get(one, ("", one)) for one in params], compiler

    def _filled(self, shop: Shop, values: Mapping[str, Any]) -> dict[tuple[str, int], Any]:
        given: dict[tuple[str, int], Any] = {("shop", 0): shop.pk}
        for name in self._moments:
            given[name, 0] = connection.ops.adapt_datetimefield_value(values[name])
        for name, length in self._lengths.items():
            ids = list(values[name])
            if len(ids) > length:
                raise ValueError(f"{len(ids)} ids for {name}, which has room for {length}")
            given |= {(name, place): number for place, number in enumerate(ids)}
            given |= {(name, place): _NOBODY for place in range(len(ids), length)}
        return given


def _converted(compiler: Any, found: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """The rows with the values that the fields mean, by name."""
    converters = compiler.get_converters([column[0] for column in compiler.select])
    names = list(compiler.query.selected)
    rows = compiler.apply_converters(found, converters) if converters else found
    return [dict(zip(names, row, strict=True)) for row in rows]
