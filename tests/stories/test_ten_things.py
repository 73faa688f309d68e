"""Ten things that must always hold, each with somebody who tries to break it.

1. nothing leaves without a person's yes to exactly that · 2. no delivery while a block stands, weighed again when it is sent ·
3. at most one remote post per delivery, and none lost · 4. every published claim has its evidence in the ledger ·
5. nobody is named without consent · 8. a shop is closed to the members of another · 9. secrets stay secret ·
10. nine o'clock is nine o'clock on the shop's clock.

6 (no reply by a machine, no complaint closed in silence) and 7 (what comes in is stored once, before it is acknowledged) belong
to the counter, which is not there yet.
Workers that are killed are in `tests/work/test_kill_drill.py`, random orders of trouble in `tests/posts/test_once_and_never_lost.py`.
"""

import logging
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse
from django_scopes import scopes_disabled
from django_scopes.exceptions import ScopeError

from conftest import NOW
from posts.sending import CALM, Fence, Watch, only_delivery, say_why_once_more, say_yes
from toonbank.core.errors import Blocked, NotAllowed, Overtaken
from toonbank.ledger.guarding import guard, unguard
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.posts.approving import approve
from toonbank.posts.delivering import deliver
from toonbank.posts.drafting import Words, edit_post, keep_with_reason, start_post, submit
from toonbank.posts.models import Approval, Delivery, Picture, Post, Variant
from toonbank.posts.planning import replan
from toonbank.posts.shopclock import moment_on
from toonbank.relations.consenting import Who, Yes, give_consent, keep_contact, withdraw_consent
from toonbank.shops.models import Account, Member, Shop
from toonbank.shops.opening import secret_text

THREE_HATS = "Nog maar 3 stuks van de Muts Kleine Beer. Kom passen als je twijfelt."


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    settings.HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "pictures"


@pytest.fixture
def fence():
    return Fence()


@pytest.fixture
def approved(jas_shop, bas, noor, square):
    """Bas wrote it, Noor said yes; due now."""
    return say_yes(jas_shop, bas, noor, [square], now=NOW)


def send(post: Post, fence: Fence, at: datetime = NOW) -> Delivery:
    """The clock strikes for the one delivery of this post."""
    deliver(only_delivery(post).pk, clock=Watch(at), opener=fence.opened_by)
    return only_delivery(post)


# 1. Nothing leaves without a named person's approval of exactly that text, those media, that account.


def test_words_changed_behind_the_desks_back_do_not_leave(approved, fence):
    Post.objects.filter(pk=approved.pk).update(text="Iets wat niemand las.")
    assert send(approved, fence).state == "held"
    assert fence.posts == []


def test_a_text_of_one_account_changed_behind_the_desks_back_does_not_leave(approved, square, fence):
    Variant.objects.filter(post=approved, account=square).update(text="Iets wat niemand las.")
    assert send(approved, fence).state == "held"
    assert fence.posts == []


def test_a_picture_that_nobody_saw_does_not_leave(approved, jas_shop, fence):
    Picture.objects.create(
        shop=jas_shop,
        post=approved,
        file="1/aa/x.jpg",
        media_type="image/jpeg",
        sha256="0" * 64,
        width=1,
        height=1,
    )
    assert send(approved, fence).state == "held"
    assert fence.posts == []


def test_a_picture_file_that_was_swapped_does_not_leave(
    approved, jas_shop, bas, noor, square, settings, fence
):
    swapped = Path(settings.MEDIA_ROOT) / "1" / "x.jpg"
    swapped.parent.mkdir(parents=True)
    swapped.write_bytes(b"another picture")
    words = Words(text=CALM, reader_gets="een foto", variants={square.pk: ""})
    post = start_post(jas_shop, bas, words, now=NOW)
    Picture.objects.create(
        shop=jas_shop,
        post=post,
        file="1/x.jpg",
        media_type="image/jpeg",
        sha256="0" * 64,
        width=1,
        height=1,
        alt="De etalage met jassen.",
        people="none",
    )
    say_why_once_more(post, bas, now=NOW)
    approve(submit(post, bas, now=NOW), noor, version=post.version, now=NOW)
    delivery = send(post, fence)
    assert (delivery.state, delivery.held_why) == ("held", {"why": "picture_gone"})
    assert fence.posts == []


def test_a_yes_for_one_account_is_no_yes_for_another(approved, jas_shop, fence):
    elsewhere = Account.objects.create(
        shop=jas_shop, kind="square", name="Ander plein", handle="elders", next_send_at=NOW
    )
    Variant.objects.create(shop=jas_shop, post=approved, account=elsewhere)
    Delivery.objects.filter(post=approved).update(account=elsewhere)
    assert send(approved, fence).state == "held"
    assert fence.posts == []


def test_an_edit_voids_the_yes(approved, bas, square):
    edit_post(
        approved, bas, Words(text=f"{CALM} Nu.", variants={square.pk: ""}), version=approved.version, now=NOW
    )
    assert not Approval.objects.filter(post=approved, voided_at=None).exists()


def test_nobody_says_yes_to_what_changed_while_they_read(jas_shop, bas, noor, square):
    post = submit(
        start_post(jas_shop, bas, Words(text=CALM, variants={square.pk: ""}), now=NOW), bas, now=NOW
    )
    read = post.version
    edit_post(post, bas, Words(text=f"{CALM} Nu.", variants={square.pk: ""}), version=read, now=NOW)
    with pytest.raises(Overtaken):
        approve(submit(post, bas, now=NOW), noor, version=read, now=NOW)


def test_who_wrote_it_does_not_say_yes_when_a_colleague_can(jas_shop, bas, noor, square):
    post = submit(
        start_post(jas_shop, bas, Words(text=CALM, variants={square.pk: ""}), now=NOW), bas, now=NOW
    )
    with pytest.raises(NotAllowed):
        approve(post, bas, version=post.version, now=NOW)


# 2. No delivery is sent while a blocking finding stands; the check is repeated just before sending.


def test_a_reason_does_not_lift_a_block(jas_shop, bas, noor, square, hats):
    post = start_post(jas_shop, bas, Words(text=THREE_HATS, variants={square.pk: ""}), now=NOW)
    for words in ("", "Nog maar 3 stuks", THREE_HATS):
        keep_with_reason(post, bas, "scarcity-false", words, reason="Het klinkt zo lekker.", now=NOW)
    submit(post, bas, now=NOW)
    with pytest.raises(Blocked):
        approve(post, noor, version=post.version, now=NOW)


def test_what_became_untrue_after_the_yes_stays_here(jas_shop, bas, noor, square, hats, fence):
    hats.stock = 3
    hats.save(update_fields=["stock"])
    post = say_yes(jas_shop, bas, noor, [square], now=NOW, text=THREE_HATS)
    hats.stock = 41
    hats.save(update_fields=["stock"])
    delivery = send(post, fence)
    assert (delivery.state, fence.posts) == ("held", [])
    assert [finding["rule"] for finding in delivery.held_why["findings"]] == ["scarcity-false"]


# 3. At most one remote post per delivery, and none lost.


@pytest.mark.parametrize(
    "mood", ["fine", "refuse", "too_fast", "hang_up_before", "hang_up_after", "break", "signed_out"]
)
def test_an_impatient_clock_never_shows_it_twice_and_never_loses_it(approved, fence, mood):
    fence.moods = [mood]
    for minute in range(0, 60, 5):
        send(approved, fence, NOW + timedelta(minutes=minute))
    delivery = only_delivery(approved)
    assert len(fence.posts) <= 1
    assert (delivery.state == "sent") == (len(fence.posts) == 1)
    assert delivery.state == "sent" or delivery.held_why


def test_a_restored_backup_does_not_say_it_again(approved, fence):
    before = Delivery.objects.filter(post=approved).values().get()
    send(approved, fence)
    Delivery.objects.filter(pk=before["id"]).update(**before)  # as the backup of a minute earlier has it
    delivery = send(approved, fence, NOW + timedelta(minutes=30))
    assert (delivery.state, fence.posts) == ("sent", [CALM])


# 4. Every published claim has its evidence in the ledger; a changed or missing entry is detected.


def test_every_published_claim_has_its_evidence_in_the_ledger(jas_shop, bas, noor, square, hats, fence):
    hats.stock = 3
    hats.save(update_fields=["stock"])
    send(say_yes(jas_shop, bas, noor, [square], now=NOW, text=THREE_HATS), fence)
    line = Entry.objects.get(kind="sent").payload
    assert line["claims"]
    assert all(claim["evidence"] for claim in line["claims"])
    assert (line["text"], line["approved_by"]) == (THREE_HATS, noor.pk)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("deed", ["DELETE FROM ledger_entry", "UPDATE ledger_entry SET kind = 'quiet'"])
def test_a_changed_or_missing_line_is_noticed(approved, jas_shop, fence, number, deed):
    send(approved, fence)
    unguard(connection)
    with connection.cursor() as rows:
        rows.execute(f"{deed} WHERE number = %s", [number])
    guard(connection)
    verdict = verify(jas_shop)
    assert not verdict.closes
    assert verdict.broken_at == number


# 5. No person is named, tagged, quoted or pictured without a consent that holds at the moment of sending.


def test_a_customer_is_not_named_unasked(jas_shop, bas, noor, square):
    text = "Mevrouw De Wit uit Zutphen is erg blij met haar nieuwe winterjas."
    post = submit(
        start_post(jas_shop, bas, Words(text=text, variants={square.pk: ""}), now=NOW), bas, now=NOW
    )
    with pytest.raises(Blocked):
        approve(post, noor, version=post.version, now=NOW)


@pytest.mark.parametrize("ends_by", ["taken back", "run out"])
def test_a_yes_that_ended_after_the_approval_keeps_the_name_here(jas_shop, bas, noor, square, fence, ends_by):
    tomorrow = NOW + timedelta(days=1)
    until = tomorrow if ends_by == "run out" else None
    de_wit = keep_contact(jas_shop, noor, Who("Mevrouw De Wit"), now=NOW)
    yes = Yes("zei het aan de toonbank", name=True, until_at=until)
    consent = give_consent(de_wit, noor, yes, now=NOW)
    text = "Mevrouw De Wit liet haar oude jas bij ons maken, en hij kan weer jaren mee."
    post = say_yes(jas_shop, bas, noor, [square], now=NOW, text=text)
    if until:
        replan(post, bas, tomorrow + timedelta(minutes=1), now=NOW)
    else:
        withdraw_consent(consent, noor, now=NOW)
    delivery = send(post, fence, only_delivery(post).due_at)
    assert (delivery.state, fence.posts) == ("held", [])
    assert [finding["rule"] for finding in delivery.held_why["findings"]] == ["consent-missing"]


# 8. Nothing of one shop is visible to, or changed by, a member of another.


@pytest.fixture
def samira(hire, db) -> Member:
    """The owner of the hat shop across the street."""
    with scopes_disabled():
        return hire(Shop.objects.create(name="Hoed", slug="hoed"), "Samira", "owner")


@pytest.mark.parametrize("deed", ["cancel", "take-down", "arrived", "send-again"])
@pytest.mark.parametrize("shop", ["jas", "hoed"])
def test_a_neighbour_does_nothing_with_our_deliveries(approved, samira, door_of, deed, shop):
    delivery = only_delivery(approved)
    address = reverse(f"posts:{deed}", args=[shop, delivery.pk])
    assert door_of(samira).post(address, {"url": "https://fence.example/1"}).status_code == 404
    assert only_delivery(approved).state == delivery.state


@pytest.mark.parametrize("model", [Post, Variant, Approval, Delivery, Picture, Account, Member, Entry])
def test_a_question_without_a_shop_is_not_answered(db, model):
    with pytest.raises(ScopeError):
        model.objects.count()


# 9. Secrets are encrypted at rest, never logged, never shown again.


def test_a_key_is_nowhere_to_be_read(jas_shop, bas, noor, square, fence, caplog):
    caplog.set_level(logging.DEBUG)
    Account.objects.filter(pk=square.pk).update(secret=secret_text("jas", {"key": "zeer-geheim"}))
    square.refresh_from_db()
    fence.moods = ["break"]
    send(say_yes(jas_shop, bas, noor, [square], now=NOW), fence)
    with connection.cursor() as rows:
        rows.execute("SELECT secret FROM shops_account WHERE id = %s", [square.pk])
        (stored,) = rows.fetchone()
    assert "zeer-geheim" in square.secret
    assert "zeer-geheim" not in stored
    assert "zeer-geheim" not in repr(square) + str(square) + caplog.text
    assert all("zeer-geheim" not in str(entry.payload) for entry in Entry.objects.all())


# 10. A plan for 09:00 means 09:00 on the shop's clock, also across a clock change.


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [(date(2027, 3, 27), 8), (date(2027, 3, 28), 7), (date(2027, 10, 30), 7), (date(2027, 10, 31), 8)],
)
def test_nine_o_clock_is_nine_o_clock_in_the_shop(jas_shop, bas, noor, square, fence, day, utc_hour):
    yesterday = datetime.combine(day - timedelta(days=3), time(12), UTC)
    nine = moment_on(day, time(9), jas_shop.clock)
    post = say_yes(jas_shop, bas, noor, [square], now=yesterday, plan_at=nine)
    due = datetime.combine(day, time(utc_hour), UTC)

    assert only_delivery(post).due_at == due
    send(post, fence, due - timedelta(seconds=1))
    assert fence.posts == []
    send(post, fence, due)
    assert fence.posts == [CALM]


def test_dragging_a_post_over_the_clock_change_keeps_its_hour(jas_shop, bas, noor, square):
    before, after = date(2027, 3, 27), date(2027, 3, 29)
    now = datetime(2027, 3, 26, 12, tzinfo=UTC)
    post = say_yes(jas_shop, bas, noor, [square], now=now, plan_at=moment_on(before, time(9), jas_shop.clock))
    replan(post, bas, moment_on(after, time(9), jas_shop.clock), now=now)
    assert only_delivery(post).due_at.astimezone(jas_shop.clock).time() == time(9)
    assert only_delivery(post).due_at == datetime(2027, 3, 29, 7, tzinfo=UTC)
