"""What the accounts said of late counts when the next post is judged, and not once more when it is sent."""

from datetime import timedelta

import pytest
from django_scopes import scope

from conftest import NOW
from posts.sending import CALM, Fence, Watch, only_delivery, say_yes
from toonbank.evidence.dossier import Endorsement
from toonbank.evidence.filing import put_on_file
from toonbank.posts.archive import around
from toonbank.posts.checking import judge_post
from toonbank.posts.delivering import deliver
from toonbank.posts.drafting import Words, discard, start_post
from toonbank.posts.models import Delivery
from toonbank.shops.models import Account, Shop

DAY = timedelta(days=1)


@pytest.fixture
def outdoors(jas_shop):
    return Account.objects.create(
        shop=jas_shop, kind="square", name="Buiten", handle="jas-buiten", next_send_at=NOW
    )


@pytest.fixture
def said(jas_shop, bas, noor, square):
    """Something that was approved and goes out on the square: `said("...", at=...)`."""

    def say(text, at=NOW + DAY, accounts=None):
        return say_yes(jas_shop, bas, noor, accounts or [square], now=NOW, text=text, plan_at=at)

    return say


def rules(shop, member, text, *accounts, at=NOW + 3 * DAY):
    words = Words(text=text, reader_gets="x", plan_at=at, variants={one.pk: "" for one in accounts})
    found = judge_post(start_post(shop, member, words, now=NOW), now=NOW)
    return {finding.rule for _variant, judged in found for finding in judged.checkup.findings}


def test_the_same_words_as_a_post_that_is_planned_are_noticed(said, jas_shop, bas, square):
    said(CALM)
    assert rules(jas_shop, bas, CALM, square) == {"duplicate-content"}
    assert rules(jas_shop, bas, "Borstel je jas elke zondag, met de draad mee.", square) == set()


def test_a_post_is_not_held_against_itself(said):
    ((_variant, judged),) = judge_post(said(CALM), now=NOW)
    assert judged.checkup.findings == ()


def test_what_another_account_said_is_no_repetition(said, jas_shop, bas, outdoors):
    said(CALM)
    assert rules(jas_shop, bas, CALM, outdoors) == set()


def test_a_post_on_two_accounts_counts_as_one(said, jas_shop, bas, square, outdoors):
    for hours, text in enumerate(("Wol luchten doe je buiten.", "Een rits loopt weer met was.")):
        said(text, at=NOW + DAY + timedelta(hours=4 * hours), accounts=[square, outdoors])
    late = NOW + DAY + timedelta(hours=8)
    assert rules(jas_shop, bas, "Motten houden niet van ceder.", square, outdoors, at=late) == set()


def test_too_many_on_one_day_says_so(said, jas_shop, bas, square):
    jas_shop.house_rules = {"thresholds": {"posts_per_day": {"square": 5}}}
    jas_shop.save(update_fields=["house_rules"])
    for hour, thing in enumerate(("wol", "leer", "zijde", "linnen", "katoen")):
        said(f"Zo houd je {thing} schoon.", at=NOW + DAY + timedelta(hours=hour))
    late = NOW + DAY + timedelta(hours=6)
    assert rules(jas_shop, bas, "Motten houden niet van ceder.", square, at=late) == {"spam-frequency"}


def test_what_was_thrown_away_or_is_older_than_sixty_days_does_not_count(said, jas_shop, bas, noor, square):
    discard(said(CALM), noor, now=NOW)
    old = said("Borstel je jas elke zondag, met de draad mee.")
    Delivery.objects.filter(post=old).update(due_at=NOW - 61 * DAY)
    assert around(jas_shop, NOW).told == ()
    assert rules(jas_shop, bas, CALM, square) == set()


def test_what_was_planned_beside_it_since_does_not_hold_a_post(said, square):
    first = said(CALM, at=NOW)
    said(f"{CALM} Tot zo.", at=NOW + timedelta(minutes=5))
    assert deliver(only_delivery(first).pk, clock=Watch(NOW), opener=Fence().opened_by) is None
    assert only_delivery(first).state == "sent"


def test_the_fourth_post_on_one_star_in_four_weeks_wears_the_praise_out(said, jas_shop, noor, bas, square):
    put_on_file(jas_shop, noor, Endorsement(who="chef Ruben", quote="Best handig", agreed="mail"), now=NOW)
    for day, deed in enumerate(("fileert een snoek", "plukt bieslook", "slijpt zijn mes")):
        said(f"Chef Ruben {deed} in onze keuken.", at=NOW + (day + 1) * DAY)
    fourth = "Chef Ruben bakt vis, en dit is zijn pan."
    assert "endorsement-exaggerated" in rules(jas_shop, bas, fourth, square, at=NOW + 5 * DAY)


def test_another_shop_is_not_heard(said, jas_shop):
    said(CALM)
    hoed = Shop.objects.create(name="Hoed", slug="hoed")
    with scope(shop=hoed):
        assert around(hoed, NOW).told == ()
