"""Sending: once, under a person's yes, checked again at that moment, and never lost."""

from datetime import datetime, timedelta

import pytest
from django.db import connection

from conftest import NOW
from posts.sending import CALM, Fence, Watch, only_delivery, say_yes
from toonbank.channels.board import Drill
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.posts.afterwards import send_again
from toonbank.posts.delivering import deliver
from toonbank.posts.drafting import Words, edit_post, send_back
from toonbank.posts.models import Delivery
from toonbank.posts.planning import replan
from toonbank.relations.consenting import Who, Yes, give_consent, keep_contact, withdraw_consent
from toonbank.shops.opening import square_of

THREE_HATS = "Nog maar 3 stuks van de Muts Kleine Beer. Kom passen als je twijfelt."


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    """Each test has a practice square and pictures of its own."""
    settings.HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "pictures"


@pytest.fixture
def watch():
    return Watch(NOW)


@pytest.fixture
def fence():
    return Fence()


@pytest.fixture
def approved(jas_shop, bas, noor, square):
    """Bas wrote it, Noor said yes; due now."""
    return say_yes(jas_shop, bas, noor, [square], now=NOW)


@pytest.fixture
def three_hats(hats):
    """Three left, counted five minutes ago."""
    hats.stock, hats.stock_seen_at = 3, NOW - timedelta(minutes=5)
    hats.save(update_fields=["stock", "stock_seen_at"])
    hats.stock_seen.update(amount=3, last_seen_at=hats.stock_seen_at)
    return hats


def story(delivery: Delivery) -> list[str]:
    return [move.event for move in delivery.moves.all()]


def test_an_approved_post_appears_on_the_square_once(approved, jas_shop, square, watch):
    square_of(jas_shop).open_account(square.handle)
    delivery = only_delivery(approved)

    assert deliver(delivery.pk, clock=watch) is None
    assert deliver(delivery.pk, clock=watch) is None

    delivery.refresh_from_db()
    assert delivery.state == "sent"
    assert square_of(jas_shop).find(square.handle, delivery.key) == delivery.remote_id
    assert story(delivery) == ["plan", "start", "receipt"]


def test_nothing_leaves_before_its_time(jas_shop, bas, noor, square, watch, fence):
    nine = NOW + timedelta(hours=1)
    delivery = only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW, plan_at=nine))

    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) == nine
    assert fence.posts == []


@pytest.mark.django_db(transaction=True)
def test_the_start_is_committed_before_the_first_byte_leaves(approved, watch, fence):
    delivery = only_delivery(approved)
    seen = []
    fence.meanwhile = lambda: seen.append(
        (connection.in_atomic_block, Delivery.objects.values_list("state", "sent_text").get(pk=delivery.pk))
    )
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert seen == [(False, ("sending", CALM))]


def test_a_post_is_held_when_its_stock_changed_after_the_yes(
    jas_shop, bas, noor, square, three_hats, watch, fence
):
    post = say_yes(jas_shop, bas, noor, [square], now=NOW, text=THREE_HATS)
    three_hats.stock, three_hats.stock_seen_at = 41, NOW
    three_hats.save(update_fields=["stock", "stock_seen_at"])
    delivery = only_delivery(post)

    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) is None

    delivery.refresh_from_db()
    assert fence.posts == []
    assert delivery.state == "held"
    assert delivery.held_why["why"] == "finding"
    assert "scarcity-false" in [finding["rule"] for finding in delivery.held_why["findings"]]
    assert Entry.objects.get(kind="held").payload["why"] == "finding"


def test_a_yes_that_a_customer_took_back_after_the_approval_holds_the_post(
    jas_shop, bas, noor, square, watch, fence, door_of
):
    de_wit = keep_contact(jas_shop, noor, Who("Mevrouw De Wit"), now=NOW)
    consent = give_consent(de_wit, noor, Yes("zei het aan de toonbank", name=True), now=NOW)
    text = "Mevrouw De Wit liet haar jas van tien jaar oud bij ons maken, en hij kan weer jaren mee."
    delivery = only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW, text=text))
    withdraw_consent(consent, noor, now=watch.ahead(minutes=1))

    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) is None

    delivery.refresh_from_db()
    assert (delivery.state, fence.posts) == ("held", [])
    assert [finding["rule"] for finding in delivery.held_why["findings"]] == ["consent-missing"]
    page = door_of(noor).get(f"/s/jas/posts/{delivery.post_id}/").content.decode()
    assert delivery.held_why["findings"][0]["message"] == "De toestemming is ingetrokken."
    assert "De toestemming is ingetrokken." in page


def test_a_post_that_was_put_off_is_held_when_its_evidence_grew_old(
    jas_shop, bas, noor, square, three_hats, watch, fence
):
    three_hats.stock_seen_at = NOW - timedelta(hours=23, minutes=30)
    three_hats.save(update_fields=["stock_seen_at"])
    fence.moods = ["too_fast"]
    delivery = only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW, text=THREE_HATS))
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    watch.ahead(hours=1)

    deliver(delivery.pk, clock=watch, opener=fence.opened_by)

    delivery.refresh_from_db()
    assert (delivery.state, fence.posts) == ("held", [])
    assert delivery.held_why["why"] in {"finding", "older_evidence"}


def test_a_claim_that_is_still_true_goes_out_with_its_evidence_in_the_ledger(
    jas_shop, bas, noor, square, three_hats, watch, fence
):
    delivery = only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW, text=THREE_HATS))
    counted_at = watch.ahead(minutes=2)
    three_hats.stock_seen_at = counted_at
    three_hats.save(update_fields=["stock_seen_at"])

    deliver(delivery.pk, clock=watch, opener=fence.opened_by)

    line = Entry.objects.get(kind="sent").payload
    scarcity = next(claim for claim in line["claims"] if claim["kind"] == "scarcity")
    assert scarcity["state"] == "proven"
    assert datetime.fromisoformat(scarcity["evidence"][0]["seen_at"]) == counted_at
    assert line["approved_by"] == noor.pk
    assert line["remote_id"] == "1"
    assert verify(jas_shop).closes


def test_a_yes_does_not_hold_for_ever(jas_shop, bas, noor, square, watch, fence):
    plan_at = NOW + timedelta(days=20)
    delivery = only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW, plan_at=plan_at))
    watch.at = plan_at
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    delivery.refresh_from_db()
    assert delivery.held_why == {"why": "approval_expired"}
    assert fence.posts == []


def test_an_edit_takes_the_delivery_out_of_the_line(approved, bas, square, watch, fence):
    words = Words(text="Nieuwe woorden.", variants={square.pk: ""})
    edit_post(approved, bas, words, version=approved.version, now=NOW)
    delivery = only_delivery(approved)
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert fence.posts == []
    assert delivery.held_why == {"why": "text_changed"}


def test_an_edit_between_the_check_and_the_start_still_wins(approved, bas, square, watch, fence):
    delivery = only_delivery(approved)

    def open_while_bas_types(account):
        words = Words(text="Nieuwe woorden.", variants={square.pk: ""})
        edit_post(approved, bas, words, version=approved.version, now=NOW)
        return fence

    deliver(delivery.pk, clock=watch, opener=open_while_bas_types)
    delivery.refresh_from_db()
    assert fence.posts == []
    assert delivery.state == "held"


def test_another_day_chosen_between_the_check_and_the_start_still_wins(approved, bas, watch, fence):
    delivery = only_delivery(approved)

    def open_while_bas_drags(account):
        replan(approved, bas, NOW + timedelta(days=1), now=NOW)
        return fence

    deliver(delivery.pk, clock=watch, opener=open_while_bas_drags)
    delivery.refresh_from_db()
    assert fence.posts == []
    assert (delivery.state, delivery.due_at) == ("planned", NOW + timedelta(days=1))


def test_a_signed_out_account_holds_what_was_planned(approved, square, watch, fence):
    fence.moods = ["signed_out"]
    delivery = only_delivery(approved)
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    delivery.refresh_from_db()
    square.refresh_from_db()
    assert (delivery.state, delivery.held_why) == ("held", {"why": "signed_out"})
    assert square.state == "signed_out"


def test_a_network_that_asks_for_patience_gets_it_and_then_the_post(approved, square, watch, fence):
    fence.moods = ["too_fast"]
    delivery = only_delivery(approved)
    again_at = deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert again_at == NOW + timedelta(seconds=30)
    square.refresh_from_db()
    assert square.next_send_at == again_at

    watch.at = again_at
    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) is None
    assert fence.posts == [CALM]
    assert fence.sent[0].key == fence.sent[1].key
    assert fence.sent[1].created_at == again_at


def test_two_posts_on_one_account_keep_its_pace(jas_shop, bas, noor, square, watch, fence):
    square.limits = {"seconds_between": 10.0}
    square.save(update_fields=["limits"])
    first, second, third = (
        only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW, text=f"{CALM} Dag {day}."))
        for day in ("een", "twee", "drie")
    )
    assert deliver(first.pk, clock=watch, opener=fence.opened_by) is None
    assert deliver(second.pk, clock=watch, opener=fence.opened_by) == NOW + timedelta(seconds=10)
    assert deliver(third.pk, clock=watch, opener=fence.opened_by) == NOW + timedelta(seconds=20)
    assert len(fence.posts) == 1
    watch.ahead(seconds=10)
    assert deliver(second.pk, clock=watch, opener=fence.opened_by) is None
    assert len(fence.posts) == 2


def test_an_answer_that_got_lost_is_found_again(approved, watch, fence):
    fence.moods = ["hang_up_after"]
    delivery = only_delivery(approved)
    again_at = deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).state == "uncertain"

    watch.at = again_at
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.remote_url) == ("sent", "https://fence.example/1")
    assert fence.posts == [CALM]


def test_what_cannot_be_found_waits_for_a_person_and_is_not_guessed(approved, watch, fence):
    fence.moods = ["hang_up_before"]
    delivery = only_delivery(approved)
    watch.at = deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) is None
    delivery.refresh_from_db()
    assert (delivery.state, delivery.held_why) == ("held", {"why": "not_found"})
    assert len(fence.sent) == 1


def test_a_refusal_is_told_in_the_words_of_the_network(approved, noor, watch, fence):
    fence.moods = ["refuse"]
    delivery = only_delivery(approved)
    deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.held_why["said"]) == ("refused", "Dit bericht willen we niet.")
    assert send_again(delivery, noor, watch, version=1).state == "planned"


def test_a_network_that_does_not_answer_is_asked_again_for_a_day(approved, watch, fence):
    fence.moods, fence.can_look = ["hang_up_before"], False
    delivery = only_delivery(approved)
    watch.at = deliver(delivery.pk, clock=watch, opener=fence.opened_by)
    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) == watch.at + timedelta(seconds=60)
    watch.ahead(hours=25)
    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) is None
    assert only_delivery(approved).held_why == {"why": "could_not_look"}


def test_our_own_mistake_after_the_start_ends_in_looking(approved, watch, fence):
    fence.moods = ["break"]
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    assert only_delivery(approved).state == "uncertain"


def test_our_own_mistake_before_the_start_ends_in_trying_again(approved, watch, fence):
    def stumble(account):
        raise RuntimeError("our own mistake")

    delivery = only_delivery(approved)
    again_at = deliver(delivery.pk, clock=watch, opener=stumble)
    assert again_at == NOW + timedelta(seconds=60)
    assert only_delivery(approved).state == "planned"
    watch.at = again_at
    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) is None
    assert fence.posts == [CALM]


def test_a_mistake_of_ours_that_stays_is_told_to_a_person(approved, watch):
    def stumble(account):
        raise RuntimeError("our own mistake")

    delivery = only_delivery(approved)
    while watch.at < NOW + timedelta(hours=2):
        again_at = deliver(delivery.pk, clock=watch, opener=stumble)
        if again_at is None:
            break
        watch.at = again_at
    assert only_delivery(approved).held_why == {"why": "trouble"}


def test_the_same_words_of_another_delivery_are_not_taken_for_this_one(
    jas_shop, bas, noor, square, watch, fence
):
    first = only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW))
    deliver(first.pk, clock=watch, opener=fence.opened_by)
    watch.ahead(seconds=5)
    second = only_delivery(say_yes(jas_shop, bas, noor, [square], now=watch()))
    fence.moods = ["hang_up_before"]
    watch.at = deliver(second.pk, clock=watch, opener=fence.opened_by)
    deliver(second.pk, clock=watch, opener=fence.opened_by)
    second.refresh_from_db()
    assert (second.state, second.remote_id) == ("held", "")


def test_sending_back_an_approved_post_stops_it(approved, noor, watch, fence):
    send_back(approved, noor, "Noem de prijs erbij.", now=NOW)
    deliver(only_delivery(approved).pk, clock=watch, opener=fence.opened_by)
    assert fence.posts == []


@pytest.mark.parametrize("drill", list(Drill))
def test_whatever_the_square_does_a_post_is_there_once_or_a_person_knows(
    approved, jas_shop, square, watch, drill
):
    board = square_of(jas_shop)
    board.open_account(square.handle)
    board.misbehave(square.handle, drill)
    delivery = only_delivery(approved)
    for _ in range(5):
        again_at = deliver(delivery.pk, clock=watch)
        if again_at is None:
            break
        watch.at = again_at
    delivery.refresh_from_db()
    there = board.find(square.handle, delivery.key)
    if delivery.state == "sent":
        assert there == delivery.remote_id
    else:
        assert (delivery.state in {"held", "refused"}, there) == (True, "")
        assert delivery.held_why


def test_a_delivery_that_is_gone_is_nobodys_business(jas_shop, watch):
    assert deliver(999_999, clock=watch) is None
