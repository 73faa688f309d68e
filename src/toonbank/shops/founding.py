"""The first shop of a desk, with its owner."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.text import slugify
from django_scopes import scope

from toonbank.core.errors import Overtaken
from toonbank.shops.models import Member, Person, Role, Shop
from toonbank.shops.signals import tell


@dataclass(frozen=True)
class Founder:
    """The first owner."""

    name: str
    email: str
    password: str


def is_founded() -> bool:
    """Whether there is a shop; then the first run is over for ever."""
    return Shop.objects.exists()


def found(shop: Shop, founder: Founder, *, now: datetime) -> Member:
    """Save the first shop and make its owner. Overtaken when there is a shop already."""
    with transaction.atomic():
        _one_at_a_time()
        if is_founded():
            raise Overtaken("There is a shop already.")
        return open_shop(shop, founder, now=now)


def open_shop(shop: Shop, founder: Founder, *, now: datetime) -> Member:
    """Save a shop under a free slug and make its owner, a new person."""
    shop.slug = free_slug(shop.name)
    with transaction.atomic():
        shop.save()
        person = Person.objects.create_user(
            founder.email, founder.password or None, name=founder.name, language=shop.language
        )
        with scope(shop=shop):
            member = Member.objects.create(shop=shop, person=person, role=Role.OWNER, joined_at=now)
            payload = {"role": Role.OWNER, "by": member.pk}
            tell(shop, "member_joined", f"member:{member.pk}", payload, at=now)
    return member


def free_slug(name: str) -> str:
    """The name as it stands in addresses, with a number when it is taken."""
    begin = slugify(name)[:50] or "shop"
    taken = set(Shop.objects.filter(slug__startswith=begin).values_list("slug", flat=True))
    numbers = (f"{begin}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (begin, *numbers) if slug not in taken)


def _one_at_a_time() -> None:
    if connection.vendor == "postgresql":  # SQLite's transactions write one at a time anyway
        with connection.cursor() as rows:
            rows.execute("LOCK TABLE shops_shop IN EXCLUSIVE MODE")
