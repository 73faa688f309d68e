"""What the shop tells the ledger, which it does not know."""

from datetime import datetime
from typing import Any

from django.dispatch import Signal

from toonbank.shops.models import Shop

shop_changed = Signal()
"""Sent inside the transaction of a change in members, accounts or settings; what listens may still prevent it."""


def tell(shop: Shop, kind: str, subject: str, payload: dict[str, Any], *, at: datetime) -> None:
    """Tell that `subject` ("member:3") changed; call it inside the transaction of the change."""
    shop_changed.send(sender=Shop, shop=shop, kind=kind, subject=subject, payload=payload, at=at)
