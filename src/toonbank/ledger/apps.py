"""The app `ledger`."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Named by its folder."""

    name = "toonbank.ledger"
    label = "ledger"

    def ready(self) -> None:
        """Listen to what changes in the shop."""
        from toonbank.ledger.listening import begin

        begin()
