"""The house rules of a shop: what they are now, changing them, and what was changed when."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import NotAllowed, Overtaken
from toonbank.etiquette.house_rules import Difference, HouseRules, differences
from toonbank.shops.models import HouseVersion, Member, Shop
from toonbank.shops.signals import tell

AS_PROPOSED = HouseRules()
A_PAGE = 25


def house_of(shop: Shop) -> HouseRules:
    """How this shop judges; costs no query, and what is allowed no longer holds no more."""
    return _house_in(json.dumps(shop.house_rules, sort_keys=True)) if shop.house_rules else AS_PROPOSED


@lru_cache(maxsize=256)
def _house_in(content: str) -> HouseRules:
    """Kept: every text that is judged asks for it, and it seldom changes."""
    return HouseRules.kept(json.loads(content))


def newest_version(shop: Shop) -> HouseVersion | None:
    """Who changed the house rules last, and when; None when nobody ever did."""
    return HouseVersion.objects.filter(shop=shop).select_related("member__person").first()


def change_house(shop: Shop, member: Member, house: HouseRules, *, seen: int, now: datetime) -> bool:
    """Keep these house rules; whether anything changed.

    `seen` is the number of the version that was on the screen (0 before the first). Overtaken when it is no longer the
    newest: nothing is changed then. NotAllowed for who does not run the shop.
    """
    if not member.may("run_shop"):
        raise NotAllowed(_("The owner of the shop sets the house rules. You may read them."))
    content = house.as_json()
    try:
        with transaction.atomic():
            before = HouseRules.kept(Shop.objects.values_list("house_rules", flat=True).get(pk=shop.pk))
            if before == house and newest_number(shop) == seen:
                return False
            if newest_number(shop) != seen:
                raise Overtaken(f"the house rules of shop {shop.pk} were changed by somebody else")
            HouseVersion.objects.create(shop=shop, number=seen + 1, content=content, member=member, at=now)
            Shop.objects.filter(pk=shop.pk).update(house_rules=content)
            _write_down(shop, member, differences(house, before), number=seen + 1, now=now)
    except IntegrityError as taken:
        raise Overtaken(f"the house rules of shop {shop.pk} were changed at the same moment") from taken
    shop.house_rules = content
    return True


def newest_number(shop: Shop) -> int:
    """The number of the newest version, 0 before the first."""
    return HouseVersion.objects.filter(shop=shop).values_list("number", flat=True).first() or 0


def _write_down(
    shop: Shop, member: Member, changed: Sequence[Difference], *, number: int, now: datetime
) -> None:
    told = {".".join(filter(None, one.place)): [one.before["en"], one.after["en"]] for one in changed}
    payload = {"by": member.pk, "version": number, "count": len(changed), "changed": told}
    tell(shop, "house_rules_changed", f"shop:{shop.pk}", payload, at=now)


@dataclass(frozen=True)
class Change:
    """One version and what it did otherwise than the one before it."""

    version: HouseVersion
    differences: list[Difference]


def changes_of(shop: Shop, before: int = 0) -> tuple[list[Change], int]:
    """The newest versions, those below number `before` when it is given; and where the next page begins (0 on the last)."""
    rows = HouseVersion.objects.filter(shop=shop).select_related("member__person")
    found = list((rows.filter(number__lt=before) if before else rows)[: A_PAGE + 1])
    houses = [HouseRules.kept(version.content) for version in found] + [AS_PROPOSED]
    changes = [
        Change(version, differences(house, older))
        for version, house, older in zip(found, houses, houses[1:], strict=False)
    ]
    return changes[:A_PAGE], found[A_PAGE - 1].number if len(found) > A_PAGE else 0
