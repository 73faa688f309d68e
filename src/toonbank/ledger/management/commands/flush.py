"""Django's `flush`, which empties every table: the ledger's guard steps aside for it, and comes back."""

from typing import Any

from django.core.management.commands.flush import Command as Flush
from django.db import connections

from toonbank.ledger.guarding import guard, unguard


class Command(Flush):
    """Wipes the whole database; tests with real transactions end with it."""

    def handle(self, **options: Any) -> None:
        """Empty every table."""
        connection = connections[options["database"]]
        unguard(connection)
        try:
            super().handle(**options)
        finally:
            guard(connection)
