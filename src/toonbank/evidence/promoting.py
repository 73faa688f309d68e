"""Offers with a begin, an end and conditions. Whatever is put off or taken back stays in the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.models import Product, Promotion
from toonbank.ledger.writing import record
from toonbank.shops.models import Member, Shop


@dataclass(frozen=True)
class Offer:
    """What a promotion promises. No products means the whole shop."""

    name: str
    starts_at: datetime
    ends_at: datetime | None = None
    percent: int | None = None
    conditions: str = ""
    costs_cents: int = 0
    first_step_at: datetime | None = None
    product_ids: tuple[int, ...] = ()


def make_promotion(shop: Shop, member: Member, offer: Offer, *, now: datetime) -> Promotion:
    """A new promotion."""
    _must_keep_evidence(member)
    if not offer.name.strip():
        raise BadInput(_("Give the promotion a name."))
    if offer.ends_at is not None and offer.ends_at <= offer.starts_at:
        raise BadInput(_("A promotion ends after it begins."))
    if offer.percent is not None and not 1 <= offer.percent <= 100:
        raise BadInput(_("A discount lies between 1 and 100 per cent."))
    with transaction.atomic():
        promotion = Promotion.objects.create(
            shop=shop,
            name=offer.name.strip()[:200],
            percent=offer.percent,
            starts_at=offer.starts_at,
            ends_at=offer.ends_at,
            first_step_at=offer.first_step_at,
            conditions=offer.conditions.strip()[:500],
            costs_cents=offer.costs_cents,
            made_by=member,
            made_at=now,
        )
        products = _own(shop, offer.product_ids)
        promotion.products.set(products)
        refs = [product.ref for product in products]
        _record(promotion, "promotion_made", member, now, products=refs, percent=offer.percent)
    return promotion


def extend_promotion(promotion: Promotion, member: Member, *, ends_at: datetime, now: datetime) -> Promotion:
    """Put the end off. It must be said before the end, and is counted: readers were told another day."""
    _must_keep_evidence(member)
    if promotion.withdrawn_at is not None or promotion.ends_at is None:
        raise BadInput(_("This promotion has no end to put off."))
    if promotion.ends_at <= now:
        raise BadInput(_("This promotion is over; an end that has passed cannot be put off. Make a new one."))
    if ends_at <= promotion.ends_at:
        raise BadInput(_("The new end lies before the old one."))
    was = promotion.ends_at
    with transaction.atomic():
        extended = Promotion.objects.filter(pk=promotion.pk, ends_at=was, withdrawn_at=None)
        if not extended.update(ends_at=ends_at, times_extended=promotion.times_extended + 1):
            raise Overtaken(f"promotion {promotion.pk} was changed by somebody else")
        promotion.refresh_from_db()
        times = promotion.times_extended
        _record(promotion, "promotion_extended", member, now, was=was.isoformat(), times=times)
    return promotion


def withdraw_promotion(promotion: Promotion, member: Member, *, now: datetime) -> Promotion:
    """Take the promotion back: it proves nothing any more. What was said of it stays in the ledger."""
    _must_keep_evidence(member)
    with transaction.atomic():
        if not Promotion.objects.filter(pk=promotion.pk, withdrawn_at=None).update(withdrawn_at=now):
            raise Overtaken(f"promotion {promotion.pk} was withdrawn already")
        promotion.refresh_from_db()
        _record(promotion, "promotion_withdrawn", member, now)
    return promotion


def _own(shop: Shop, ids: Iterable[int]) -> list[Product]:
    return list(Product.objects.filter(shop=shop, pk__in=list(ids)))


def _record(
    promotion: Promotion, kind: str, member: Member, now: datetime, **more: Any
) -> None:  # JSON is loose
    payload = {
        "name": promotion.name,
        "starts": promotion.starts_at.isoformat(),
        "ends": promotion.ends_at.isoformat() if promotion.ends_at else None,
        "by": member.pk,
    }
    record(promotion.shop, kind, f"promotion:{promotion.pk}", payload | more, at=now)


def _must_keep_evidence(member: Member) -> None:
    if not member.may("keep_evidence"):
        raise NotAllowed(_("This member may not make or change promotions."))
