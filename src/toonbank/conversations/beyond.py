"""Rows beyond a place in an order, compared as a row: only so every database goes straight to it in an index."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, DateTimeField, Expression, F, IntegerField, Value
from django.db.models.sql.compiler import SQLCompiler

Place = tuple[int, datetime, int]
"""A place in the row of who waits: band, due time and id."""
BEFORE_ALL: Place = (-1, datetime.min.replace(tzinfo=UTC), 0)


class Beyond(Expression):
    """`(band, due_at, id) > (1, '...', 7)`: greater as a row, so by the first part in which they differ."""

    def __init__(self, here: Sequence[Expression | F], there: Sequence[Expression | F]) -> None:
        super().__init__(output_field=BooleanField())
        self.half = len(here)
        self.parts: list[Any] = [*here, *there]  # an F becomes a column when the query is made

    def get_source_expressions(self) -> list[Any]:
        """As Django asks of every expression."""
        return self.parts

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """As Django asks of every expression."""
        self.parts = list(exprs)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """Both rows, between brackets."""
        compiled = [compiler.compile(one) for one in self.parts]
        here, there = (
            ", ".join(sql for sql, _ in part) for part in (compiled[: self.half], compiled[self.half :])
        )
        return f"(({here}) > ({there}))", tuple(value for _, params in compiled for value in params)


def after_turn(turn: Place) -> Beyond:
    """Conversations whose turn comes after this one."""
    band, moment, pk = turn
    place = (Value(band, IntegerField()), Value(moment, DateTimeField()), Value(pk, IntegerField()))
    return Beyond((F("band"), F("due_at"), F("pk")), place)


def along(name: str, moment: datetime, pk: int, *, falls: bool = False) -> Beyond:
    """Rows further on in the order of this moment and the id, both rising, or both falling."""
    here, there = (F(name), F("pk")), (Value(moment, DateTimeField()), Value(pk, IntegerField()))
    return Beyond(there, here) if falls else Beyond(here, there)
