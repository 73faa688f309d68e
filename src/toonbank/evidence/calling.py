"""By which other names a post may call a product."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.evidence.models import Product, ProductName
from toonbank.evidence.naming import LONGEST_NAME
from toonbank.language.names import name_key
from toonbank.ledger.writing import record
from toonbank.shops.models import Member


def add_name(product: Product, member: Member, words: str, *, now: datetime) -> ProductName:
    """The checker will know the product by these words too. No import takes them away."""
    _must_keep_evidence(member)
    key = name_key(words)
    if not key or len(key.split()) > LONGEST_NAME:
        raise BadInput(_("A name has one to six words."))
    with transaction.atomic():
        name, _made = ProductName.objects.update_or_create(
            product=product,
            key=key[:300],
            defaults={"shop_id": product.shop_id, "is_given": True, "words": words.strip()[:300]},
        )
        _record(product, "name_given", key, member=member, now=now)
    return name


def remove_name(name: ProductName, member: Member, *, now: datetime) -> None:
    """The checker no longer knows the product by this name; one out of its title comes back when the title changes."""
    _must_keep_evidence(member)
    with transaction.atomic():
        _record(name.product, "name_taken_away", name.key, member=member, now=now)
        name.delete()


def _record(product: Product, kind: str, key: str, *, member: Member, now: datetime) -> None:
    payload = {"ref": product.ref, "name": key, "by": member.pk}
    record(product.shop, kind, f"product:{product.pk}", payload, at=now)


def _must_keep_evidence(member: Member) -> None:
    if not member.may("keep_evidence"):
        raise NotAllowed(_("This member may not name products."))
