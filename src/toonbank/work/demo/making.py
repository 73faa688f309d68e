"""Making the demo shop, once, and letting people into it."""

from datetime import datetime

from django.db import transaction

from toonbank.shops.entry import WELCOME_FOR, make_link
from toonbank.shops.models import Person, Shop
from toonbank.work.demo.opening import HELP, OWNER, open_jas


def demo_shop() -> Shop | None:
    """The demo shop when it was made already: the shop of its owner."""
    return Shop.objects.filter(members__person__email=OWNER).first()


def make_demo(*, now: datetime) -> Shop:
    """Make the whole shop with a story that ends at `now`, or nothing at all when that breaks off."""
    with transaction.atomic():
        cast = open_jas(now=now)
    return cast.shop


def fresh_links(*, now: datetime) -> dict[str, str]:
    """A one-time token for Noor, and one for Bas; links that were made before stop working."""
    people = Person.objects.filter(email__in=[OWNER, HELP])
    return {person.email: make_link(person, now=now, valid_for=WELCOME_FOR) for person in people}
