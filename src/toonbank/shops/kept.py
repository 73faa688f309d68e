"""Questions whose SQL is written once a process.

The live check asks the same few questions at every keystroke, and Django takes several times longer to write them out
than the database to answer them. The ORM stays the one place where a question is worded; only its SQL is kept.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from django.db import connection, models
from django_scopes import ScopeError, get_scope, scope

from toonbank.shops.models import Shop

Worded = Callable[[Mapping[str, Any]], "models.QuerySet[Any, Any]"]
# Moments and numbers that no row has: they mark where a value belongs.
_FAR = datetime(9000, 1, 1, 12, tzinfo=UTC)
# Two moments; what a question adds to one or takes away is less than half of it.
_APART = timedelta(days=1000)
_IS_FAR = re.compile(r"(?:89|90)\d\d-\d\d-\d\d")
_DAY = len("9000-01-01")
_DEEP = -1_000_000_000
_MOST = 1_000_000  # places in a list
_WORD = "\ue000"  # a character of nobody's alphabet: a word that no row has begins with it
_NOTHING = {int: -1, str: _WORD}  # fills up a list of ids, or of words; no row has it
_FEWEST, _MANY = 8, 512


class _Place(NamedTuple):
    """A blank for the shop, or for one place of a list."""

    name: str
    place: int = 0


class _Moment(NamedTuple):
    """A blank for a moment, or for its day on the shop's clock, with what the question adds to it."""

    name: str
    later: timedelta
    is_day: bool


class KeptQuestion:
    """A question with blanks: `moments`, lists of `ids` and lists of `words` by name, and the shop, which is always one.

    `word` gets the blanks by name and returns a queryset of `.values(...)`; it runs inside a scope, so that every scoped
    manager leaves a blank for the shop as well. Of a moment it may ask what lies at most 499 days before or after, and its
    day on the clock of that shop. Lists are filled up to a few lengths, and the SQL is written once for each of these.
    All else that the question holds is kept as it is.
    """

    def __init__(
        self, word: Worded, *, moments: Sequence[str] = (), ids: Sequence[str] = (), words: Sequence[str] = ()
    ) -> None:
        self._word = word
        self._moments = {name: _FAR + place * _APART for place, name in enumerate(moments)}
        self._lists: dict[str, type] = dict.fromkeys(ids, int) | dict.fromkeys(words, str)
        self._kept: dict[tuple[str, ...], tuple[str, list[Any], Any]] = {}

    def rows(self, shop: Shop, **values: Any) -> list[dict[str, Any]]:
        """The answer, inside the scope of that shop only."""
        here = get_scope()
        if here.get("_enabled", True) and here.get("shop") != shop:
            raise ScopeError(f"a kept question about {shop!r} was asked outside its scope")
        lists = {name: _filled_up(values[name], _NOTHING[kind]) for name, kind in self._lists.items()}
        sql, wanted, compiler = self._written({name: len(one) for name, one in lists.items()})
        lists["shop"] = [shop.pk]
        with connection.cursor() as cursor:
            cursor.execute(sql, [_filled(one, shop, lists, values) for one in wanted])
            found = cursor.fetchall()
        return list(_converted(compiler, found))

    def _written(self, lengths: Mapping[str, int]) -> tuple[str, list[Any], Any]:
        which = (connection.vendor, *map(str, lengths.values()))
        kept = self._kept.get(which)
        if kept is None:
            kept = self._kept[which] = self._write(lengths)
        return kept

    def _write(self, lengths: Mapping[str, int]) -> tuple[str, list[Any], Any]:
        shop = Shop(pk=_DEEP)
        blanks: dict[str, Any] = {"shop": shop, **self._moments}
        marks: dict[Any, _Place] = {_DEEP: _Place("shop")}
        for nth, (name, length) in enumerate(lengths.items(), 1):
            places = range(nth * _MOST, nth * _MOST + length)
            is_number = self._lists[name] is int
            blanks[name] = [_DEEP - place if is_number else f"{_WORD}{place}" for place in places]
            marks |= {mark: _Place(name, place) for place, mark in enumerate(blanks[name])}
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


def _filled_up(given: Iterable[Any], nothing: Any) -> list[Any]:
    """A list of one of a few lengths, for its values and what no row has."""
    values = list(given)
    count = max(len(values), _FEWEST)
    length = -(-count // _MANY) * _MANY if count > _MANY else 1 << (count - 1).bit_length()
    return values + [nothing] * (length - len(values))


def _since(far: datetime, moment: date) -> timedelta:
    if isinstance(moment, datetime):
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - far
    return moment - far.date()


def _filled(blank: Any, shop: Shop, lists: Mapping[str, list[Any]], values: Mapping[str, Any]) -> Any:
    if isinstance(blank, _Place):
        return lists[blank.name][blank.place]
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
