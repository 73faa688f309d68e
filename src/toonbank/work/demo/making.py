"""Making the demo shop, once, and letting people into it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from itertools import chain

from django.conf import settings
from django.db import transaction
from django_scopes import scope

from toonbank.shops.entry import WELCOME_FOR, make_link
from toonbank.shops.models import Person, Shop
from toonbank.work.demo import proofs, relatives
from toonbank.work.demo.bookkeeping import (
    Shelves,
    import_list,
    look,
    note_last_ones,
    note_what_is_on_order,
    stock_up,
)
from toonbank.work.demo.counter import Counter
from toonbank.work.demo.opening import HELP, OWNER, Cast, open_jas
from toonbank.work.demo.script import read_script
from toonbank.work.demo.season import DAYS
from toonbank.work.demo.telling import Telling
from toonbank.work.demo.timeline import Event, play

LAST_LOOK = timedelta(minutes=4)
LAST_ONES = 4
"""Days ago, when the makers told the shop what they no longer make."""


def demo_shop() -> Shop | None:
    """The demo shop when it was made already: the shop of its owner."""
    return Shop.objects.filter(members__person__email=OWNER).first()


def make_demo(*, now: datetime) -> Shop:
    """Make the whole shop with a story that ends at `now`, or nothing at all when that breaks off."""
    with transaction.atomic():
        cast = open_jas(now=now)
        today = now.astimezone(cast.shop.clock).date()
        shelves = stock_up(cast.shop, today, settings.HOME / "demo" / "voorraad.csv")
        with scope(shop=cast.shop):
            story = (_bookkeeping(cast, shelves, now), _proving(cast, now), _telling(cast, now))
            play([*chain(*story), *Counter(cast, now).events()], until=now)
    return cast.shop


def fresh_links(*, now: datetime) -> dict[str, str]:
    """A one-time token for Noor, and one for Bas; links that were made before stop working."""
    people = Person.objects.filter(email__in=[OWNER, HELP])
    return {person.email: make_link(person, now=now, valid_for=WELCOME_FOR) for person in people}


def _bookkeeping(cast: Cast, shelves: Shelves, now: datetime) -> Iterator[Event]:
    """A list at closing time; on Mondays one that is imported, and the last one a few minutes ago."""
    for ago in range(DAYS, 0, -1):
        day = shelves.today - timedelta(days=ago)
        keep = import_list if day.weekday() == 0 else look
        yield Event(shelves.closing_time(day), partial(keep, shelves, day))
    yield Event(_morning(cast, now, LAST_ONES), partial(note_last_ones, shelves, cast.noor))
    yield Event(now - LAST_LOOK, partial(import_list, shelves, shelves.today))
    yield Event(now - LAST_LOOK, partial(note_what_is_on_order, shelves, cast.noor))


def _proving(cast: Cast, now: datetime) -> Iterator[Event]:
    """Everything else that the shop can show."""
    today = now.astimezone(cast.shop.clock).date()
    deeds = (
        (80, relatives.note_people),
        (79, relatives.bas_says_yes),
        (34, relatives.henk_says_yes),
        (22, partial(proofs.announce_rain_sale, today=today)),
        (21, partial(proofs.announce_mending_weeks, today=today)),
        (12, relatives.anouk_says_yes),
        (9, relatives.henk_thinks_again),
        (8, partial(proofs.extend_mending_weeks, today=today)),
        (6, partial(proofs.announce_wool_week, today=today)),
        (5, proofs.give_names),
    )
    for ago, deed in deeds:
        yield Event(_morning(cast, now, ago), partial(_tell, cast, deed))
    for ago in proofs.NUMBERED:
        yield Event(
            _morning(cast, now, ago), partial(_tell, cast, partial(proofs.note_numbers, days_ago=ago))
        )
    yield Event(
        _morning(cast, now, 1) + timedelta(hours=2, minutes=51), partial(_tell, cast, proofs.sell_the_last)
    )
    yield Event(now - LAST_LOOK / 2, partial(_tell, cast, proofs.count_plaids))


def _telling(cast: Cast, now: datetime) -> Iterator[Event]:
    today = now.astimezone(cast.shop.clock).date()
    for place, entry in enumerate(read_script(today)):
        yield from Telling(cast, entry, place, now).events()


def _tell(cast: Cast, deed: proofs.Deed, at: datetime) -> None:
    deed(cast, now=at)


def _morning(cast: Cast, now: datetime, ago: int) -> datetime:
    day = now.astimezone(cast.shop.clock).date() - timedelta(days=ago)
    return datetime.combine(day, time(8, 50), cast.shop.clock)
