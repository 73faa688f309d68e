"""The app `ledger`."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Named by its folder."""

    name = "toonbank.ledger"
    label = "ledger"
