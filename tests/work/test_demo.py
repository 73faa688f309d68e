"""The demo shop: ninety days of an ordinary shop in one command, made once."""

import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django_scopes import scope

from toonbank.cli.demo import introduce
from toonbank.evidence.models import PriceSeen, Product, Promotion, StockSeen
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.posts.approving import approve, may_approve
from toonbank.posts.checking import judge_post
from toonbank.posts.models import Delivery, Post
from toonbank.shops.models import Member, Shop
from toonbank.shops.opening import square_of
from toonbank.work.demo.assortment import gtin_of, read_assortment
from toonbank.work.demo.making import make_demo
from toonbank.work.demo.season import DAYS, stock_story

pytestmark = pytest.mark.django_db  # also those that share one shop: only then there is a database

MORNING = datetime(2026, 11, 21, 9, 40, tzinfo=UTC)
NIGHT_OF_THE_CLOCK = datetime(2026, 3, 29, 3, 20, tzinfo=UTC)
"""Two hours after the shop's clock went forward."""
NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
"""On the shop's clock the year has begun."""


@pytest.fixture(scope="module")
def jas(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo shop on a Saturday morning, with its scope open; made once for all of these, and then undone."""
    home = tmp_path_factory.mktemp("jas")
    with django_db_blocker.unblock(), override_settings(HOME=home), transaction.atomic():
        shop = make_demo(now=MORNING)
        with scope(shop=shop):
            yield shop
        transaction.set_rollback(True)


def test_the_shelves_end_with_what_the_posts_speak_of():
    today = date(2026, 11, 21)
    ends = {line.title: stock_story(line, today)[-1] for line in read_assortment()}
    assert (ends["Muts Kleine Beer"], ends["Jas Merel"], ends["Plaid Mos"]) == (41, 7, 6)


def test_every_line_has_its_ninety_days_between_an_empty_and_a_full_shelf():
    for line in read_assortment():
        story = stock_story(line, date(2026, 11, 21))
        assert len(story) == DAYS + 1
        assert min(story) >= 0
        assert max(story) <= line.full


def test_the_same_day_tells_the_same_story():
    first, again = (stock_story(read_assortment()[0], date(2026, 11, 21)) for _ in range(2))
    assert first == again


def test_the_last_digit_of_a_gtin_proves_the_others():
    digits = [int(digit) for digit in gtin_of(2601)]
    assert len(digits) == 13
    assert (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0


@pytest.mark.slow
@pytest.mark.parametrize("now", [NIGHT_OF_THE_CLOCK, NEW_YEAR])
def test_the_story_can_end_at_any_moment(settings, tmp_path, now):
    settings.HOME = tmp_path
    shop = make_demo(now=now)
    with scope(shop=shop):
        assert Delivery.objects.filter(state="sent").count() > 12
        assert not Delivery.objects.filter(state="planned", due_at__lte=now).exists()


@pytest.mark.slow
def test_at_least_three_hundred_products_are_for_sale(jas):
    assert Product.objects.filter(is_discontinued=False).count() >= 300
    assert Product.objects.filter(is_discontinued=True).count() > 20


@pytest.mark.slow
def test_stock_and_price_were_seen_for_ninety_days_and_a_few_minutes_ago(jas):
    hat = Product.objects.get(title="Muts Kleine Beer")
    assert (hat.stock, hat.price_cents, hat.restock_amount) == (41, 2495, 50)
    assert timedelta(0) < MORNING - hat.stock_seen_at < timedelta(minutes=10)
    seen = StockSeen.objects.filter(product=hat)
    assert seen.count() > 40
    assert MORNING - seen[0].seen_at > timedelta(days=89)
    prices = PriceSeen.objects.filter(product__title="Jas Merel").values_list("price_cents", flat=True)
    assert list(prices) == [13900, 12900, 13900, 11900]


@pytest.mark.slow
def test_posts_stand_in_every_state_in_which_something_can_wait(jas):
    posts = Counter(Post.objects.values_list("state", flat=True))
    assert set(posts) == {"draft", "submitted", "approved", "discarded"}
    deliveries = Counter(Delivery.objects.values_list("state", flat=True))
    assert set(deliveries) == {"planned", "held", "refused", "sent"}
    assert deliveries["sent"] > 12
    assert deliveries["planned"] > 5
    assert Post.objects.filter(state="draft").exclude(sent_back_why="").count() == 1


@pytest.mark.slow
def test_the_coats_sold_after_the_yes_are_why_that_post_is_held(jas):
    held = Delivery.objects.filter(post__text__contains="Zomertaling")
    assert {delivery.held_why["why"] for delivery in held} == {"finding"}
    assert {delivery.held_why["findings"][0]["rule"] for delivery in held} == {"discount-mismatch"}
    doubtful = Delivery.objects.get(held_why__why="not_found")
    assert [move.event for move in doubtful.moves.all()] == ["plan", "start", "silence", "not_found"]


@pytest.mark.slow
def test_the_hat_post_is_blocked_by_what_the_till_saw(jas):
    post = Post.objects.get(text__startswith="Nog maar 3 mutsen Kleine Beer")
    rules = {
        finding.rule for _, judged in judge_post(post, now=MORNING) for finding in judged.checkup.findings
    }
    assert rules == {"scarcity-false"}


@pytest.mark.slow
def test_whatever_waits_for_a_yes_can_get_one(jas):
    for post in Post.objects.filter(state="submitted"):
        with transaction.atomic():
            reader = next(member for member in Member.objects.all() if may_approve(post, member))
            assert approve(post, reader, version=post.version, now=MORNING)
            transaction.set_rollback(True)


@pytest.mark.slow
def test_every_sent_post_is_once_on_the_square_and_customers_answered(jas):
    sent = Delivery.objects.filter(kind="post", state="sent")
    there = square_of(jas).posts(now=MORNING, limit=100)
    assert sorted(post.text for post in there) == sorted(sent.values_list("sent_text", flat=True))
    assert sum(bool(post.reactions) for post in there) > 10


@pytest.mark.slow
def test_one_offer_is_over_one_runs_and_one_was_put_off(jas):
    over = Promotion.objects.filter(ends_at__lte=MORNING)
    running = Promotion.objects.filter(starts_at__lte=MORNING, ends_at__gt=MORNING)
    assert (over.count(), running.count()) == (1, 2)
    assert running.filter(times_extended=1).count() == 1


@pytest.mark.slow
def test_the_ledger_closes_and_is_told_in_the_order_of_its_moments(jas):
    assert verify(jas).closes
    moments = list(Entry.objects.order_by("number").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1] <= MORNING


@pytest.mark.slow
def test_a_second_time_the_shop_is_left_as_it_is_and_links_are_made_when_asked(jas):
    assert introduce(fresh_links_too=False, now=MORNING).count("/enter/") == 0
    told = introduce(fresh_links_too=True, now=MORNING)
    assert told.count(f"{settings.ADDRESS}/enter/") == 2
    assert Shop.objects.count() == 1


@pytest.mark.slow
def test_the_command_makes_a_shop_and_says_how_to_get_in(tmp_path):
    around = os.environ | {"TOONBANK_HOME": str(tmp_path), "TOONBANK_ADDRESS": "http://127.0.0.1:8399"}
    command = [sys.executable, "-m", "toonbank.cli.main", "demo"]
    made = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    assert made.stdout.count("http://127.0.0.1:8399/enter/") == 2
    assert made.stderr == ""
    again = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    assert "there already" in again.stdout
