"""The database itself refuses to change or remove a line of the ledger.

A later migration that makes SQLite rebuild the table loses these triggers and must call `guard` again;
tests/ledger/test_guard.py notices.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

_SAYS = "The ledger is append-only: a line is never changed or removed."
_SQLITE = [
    f"CREATE TRIGGER IF NOT EXISTS ledger_lines_stay_{deed.lower()} BEFORE {deed} ON ledger_entry "
    f"BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"
    for deed in ("UPDATE", "DELETE")
]
_POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION ledger_lines_stay() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_SAYS}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE OR REPLACE TRIGGER ledger_lines_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION ledger_lines_stay()",
]
_SQLITE_OFF = [f"DROP TRIGGER IF EXISTS ledger_lines_stay_{deed}" for deed in ("update", "delete")]
_POSTGRESQL_OFF = ["DROP TRIGGER IF EXISTS ledger_lines_stay ON ledger_entry"]


def guard(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; doing it twice changes nothing."""
    _run(connection, {"sqlite": _SQLITE, "postgresql": _POSTGRESQL})


def unguard(connection: BaseDatabaseWrapper) -> None:
    """Take them away: only for wiping a whole database."""
    _run(connection, {"sqlite": _SQLITE_OFF, "postgresql": _POSTGRESQL_OFF})


def _run(connection: BaseDatabaseWrapper, statements: dict[str, list[str]]) -> None:
    with connection.cursor() as rows:
        for statement in statements[connection.vendor]:
            rows.execute(statement)
