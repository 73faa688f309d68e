"""Rows that belong to another row, gathered in it as a JSON array: many small questions become one."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import Aggregate, JSONField, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject


class JsonList(Aggregate):
    """The rows of a subquery as one JSON array."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, *args: Any, **kwargs: Any) -> Any:
        """The same under its name there."""
        return super().as_sql(*args, function="JSONB_AGG", **kwargs)


def listed(rows: QuerySet[Any, Any], by: str, *names: str, **fields: Any) -> Subquery:
    """These fields of `rows`, which point with `by` at the outer row; None when there are no rows.

    The order of the array is not promised; moments come back as text, see `moment_in`.
    """
    one = JSONObject(**{name: name for name in names}, **fields)
    return Subquery(rows.order_by().values(by).annotate(all_of_it=JsonList(one)).values("all_of_it"))


def of_all(rows: QuerySet[Any, Any], what: Aggregate) -> Subquery:
    """One sum over all rows, as a part of another question; None when there are no rows."""
    alike = rows.order_by().annotate(of_all=Value(1)).values("of_all")
    return Subquery(alike.annotate(its=what).values("its"))


def moment_in(text: str) -> datetime:
    """A moment out of a gathered row: SQLite writes UTC without saying so."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
