"""What the shop itself knows of what is to come: how many are on order, or that nothing comes any more."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.evidence.attesting import HIGHEST
from toonbank.evidence.models import Product
from toonbank.ledger.writing import record
from toonbank.shops.models import Member


def note_order(
    product: Product, member: Member, *, amount: int | None, on: date | None, now: datetime
) -> Product:
    """So many are ordered, expected on that day; both None takes it back. No source takes it away before its day."""
    _must_keep_evidence(member)
    today = now.astimezone(product.shop.clock).date()
    if on is not None and on < today:
        raise BadInput(_("That day has passed. Say when they are expected from now on."))
    if amount is not None and not 1 <= amount <= HIGHEST:
        raise BadInput(_("That is no number of things."))
    if amount is not None and on is None:
        raise BadInput(_("Say on which day they are expected: posts are held against it."))
    changes = {"restock_amount": amount, "restock_on": on, "is_order_noted": on is not None}
    if on is not None:
        changes["is_last_batch"] = False  # what is on order comes back
    payload = {"amount": amount, "day": on.isoformat() if on else None}
    kind = "order_noted" if on else "order_taken_back"
    return _change(product, member, changes, kind=kind, now=now, **payload)


def note_last_batch(product: Product, member: Member, *, is_last: bool, now: datetime) -> Product:
    """It does not come back, also while some are left; no source takes that away."""
    _must_keep_evidence(member)
    changes: dict[str, Any] = {"is_last_batch": is_last}
    if is_last:
        changes |= {"restock_amount": None, "restock_on": None, "is_order_noted": False}
    return _change(product, member, changes, kind="last_batch" if is_last else "comes_back", now=now)


def _change(
    product: Product, member: Member, changes: dict[str, Any], *, kind: str, now: datetime, **told: Any
) -> Product:  # JSON is loose
    payload = {"product": product.ref, "title": product.title, "by": member.pk} | told
    with transaction.atomic():
        Product.objects.filter(pk=product.pk).update(**changes)
        record(product.shop, kind, f"product:{product.pk}", payload, at=now)
    for name, value in changes.items():
        setattr(product, name, value)
    return product


def _must_keep_evidence(member: Member) -> None:
    if not member.may("keep_evidence"):
        raise NotAllowed(_("This member may not keep evidence."))
