"""Many rows, each with its own values, written back in one go."""

from collections.abc import Sequence

from django.db import connection, models


def rewrite(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Write these columns of all rows, which are of one model and have been read under a lock.

    Django's own way makes one statement of all values, which takes ten times as long.
    """
    if not rows:
        return
    meta = rows[0]._meta
    fields = [meta.get_field(name) for name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)  # type: ignore[union-attr]
    key = quote(str(meta.pk.column)) if meta.pk else "id"
    values = [
        [*(field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields), row.pk]  # type: ignore[union-attr]
        for row in rows
    ]
    with connection.cursor() as cursor:
        # Names of our own tables and columns; every value is a parameter.
        cursor.executemany(f"UPDATE {quote(meta.db_table)} SET {columns} WHERE {key} = %s", values)  # noqa: S608
