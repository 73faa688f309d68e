"""The demo shop: ninety days of an ordinary shop in one command, made once."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from django_scopes import scope

from toonbank.cli.demo import run
from toonbank.evidence.models import Product
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.posts.checking import judge_post
from toonbank.posts.models import Delivery, Post
from toonbank.shops.models import Shop
from toonbank.shops.opening import square_of
from toonbank.work.demo.assortment import gtin_of, read_assortment
from toonbank.work.demo.making import make_demo
from toonbank.work.demo.season import DAYS, stock_story

MORNING = datetime(2026, 11, 21, 9, 40, tzinfo=UTC)
NIGHT_OF_THE_CLOCK = datetime(2026, 3, 29, 0, 20, tzinfo=UTC)
"""An hour before the shop's clock goes forward."""


@pytest.fixture(scope="module")
def jas(django_db_setup, django_db_blocker):
    """The demo shop as it is on a Saturday morning, with its scope open; made once, for it takes a while."""
    with django_db_blocker.unblock():
        shop = make_demo(now=MORNING)
        with scope(shop=shop):
            yield shop


def test_the_story_ends_with_the_stock_that_the_posts_speak_of():
    today = date(2026, 11, 21)
    ends = {line.title: stock_story(line, today)[-1] for line in read_assortment()}
    assert (ends["Muts Kleine Beer"], ends["Jas Merel"], ends["Plaid Mos"]) == (41, 7, 6)


def test_every_line_has_ninety_days_without_less_than_nothing():
    for line in read_assortment():
        story = stock_story(line, date(2026, 11, 21))
        assert len(story) == DAYS + 1
        assert 0 <= min(story) <= max(story) <= max(line.full, *line.left, 60)


def test_the_same_day_tells_the_same_story():
    line = Random(3).choice(read_assortment())
    assert stock_story(line, date(2026, 11, 21)) == stock_story(line, date(2026, 11, 21))


def test_a_gtin_proves_itself_by_its_last_digit():
    digits = [int(digit) for digit in gtin_of(26_01)]
    assert sum(digits[::2]) + 3 * sum(digits[1::2]) == 10 * 10
    assert len(digits) == 13
