"""What the database knows of its own rows, by which it chooses the way to them."""

from django.db import connection

ROWS_OF_AN_INDEX = 100_000
"""So many of an index are read; a longer one is taken to be so long. That costs a second or two at any size."""


def renew_statistics() -> None:
    """Let SQLite count its rows.

    PostgreSQL does so by itself, within a minute; SQLite never does. Without it, or with a count of some hundreds, it takes a
    shop for a few rows, and reads all of that shop where an index leads to the one row that is asked for.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit={ROWS_OF_AN_INDEX}")
            cursor.execute("ANALYZE")
