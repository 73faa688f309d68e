"""What changes in the shop itself is written down too."""

from datetime import datetime
from typing import Any

from toonbank.ledger.writing import record
from toonbank.shops.models import Shop
from toonbank.shops.signals import shop_changed


def write_down(
    sender: object, *, shop: Shop, kind: str, subject: str, payload: dict[str, Any], at: datetime, **_: object
) -> None:
    """One line for one change, in the transaction of the change."""
    record(shop, kind, subject, payload, at=at)


def begin() -> None:
    """Start listening."""
    shop_changed.connect(write_down, dispatch_uid="ledger")
