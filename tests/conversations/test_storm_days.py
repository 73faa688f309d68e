"""Whole days at a counter, as triage hears them: which are storms and which only look like one.

`data/storms_days.jsonl` holds the days; the rule was mended on those of the part "mend", never on the "unseen". Of both each day
must be right: nine and nine without a storm, six and six with one.
"""

import json
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from conftest import NOW
from toonbank.channels.base import Incoming
from toonbank.conversations.casebook import Storm
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.models import Conversation
from toonbank.evidence.models import Product

DAYS = [json.loads(line) for line in (Path(__file__).parent / "data" / "storms_days.jsonl").open()]
GOODS = ("Winterjas Wad", "Laarzen Merel", "Trui Terschelling", "Hiking boots", "Rain jacket", "Rok Vlieland")
EVERY = timedelta(minutes=7)
_numbers = count(1)


def heard(shop, account, said, *, at=NOW, is_below_a_post=False, times=1):
    """These people say this, one every few minutes, through the same door as from a network."""
    events = []
    for place, (who, text) in enumerate(said):
        more = {"thread": "post-1", "answers": "post-1"} if is_below_a_post else {}
        name, moment = f"m-{next(_numbers)}", at + place * EVERY
        events.append(Incoming(name, who.lower(), text, moment, author_id=who, author_name=who, **more))
    for batch in [events] * times:
        keep(shop, account, batch, now=at + len(said) * EVERY)
        while take_in(shop, now=at):
            pass


def storms_on(day, shop, account, *, times=1):
    """What the desk calls a storm on this day; its catalogue and its usual complaints were there before."""
    Product.objects.bulk_create(Product(shop=shop, ref=title, title=title) for title in GOODS)
    for text, often in day.get("usual", []):
        for week in (1, 2, 3):
            people = [(f"w{week}k{number}", text) for number in range(often)]
            heard(shop, account, people, at=NOW - timedelta(weeks=week))
    Storm.objects.all().delete()
    heard(shop, account, day["said"], is_below_a_post=bool(day.get("post")), times=times)
    return [one.about for one in Storm.objects.order_by("pk")]


def is_right(day, found):
    return any(day["storm"] in about for about in found) if day["storm"] else not found


@pytest.fixture
def below(jas_shop, square, noor):
    """A post of ours that the network knows as post-1."""
    from conversations.people.cast import published

    delivery = published(jas_shop, noor, square, "Zaterdag: koffie bij de nieuwe jassen.")
    type(delivery).objects.filter(pk=delivery.pk).update(remote_id="post-1")


@pytest.mark.parametrize("day", DAYS, ids=lambda day: f"{day['part']}: {day['day']}")
def test_a_day_is_heard_for_what_it_is(day, jas_shop, square, below):
    assert is_right(day, storms_on(day, jas_shop, square))


def test_the_same_events_twice_are_no_storm(jas_shop, square):
    four = {
        "said": [(who, "De naad van mijn rok is open. Slecht.") for who in ("Anke", "Bram", "Cato", "Daan")]
    }
    assert storms_on(four, jas_shop, square, times=3) == []
    assert Conversation.objects.count() == 4


def test_a_storm_grows_and_keeps_its_beginning(jas_shop, square):
    (zips,) = [day for day in DAYS if day["day"] == "zips that break"]
    storms_on(zips, jas_shop, square)
    heard(jas_shop, square, [("Vera", "Nog een kapotte rits, waardeloos.")], at=NOW - EVERY)
    storm = Storm.objects.get()
    assert (storm.began_at, storm.count) == (NOW - EVERY, len(zips["said"]) + 1)
