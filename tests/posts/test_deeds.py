"""Every button on the page of a post, pressed without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from conftest import NOW
from toonbank.posts.approving import approve
from toonbank.posts.drafting import submit
from toonbank.posts.models import Delivery, Post
from toonbank.posts.moves import move_delivery


@pytest.fixture
def press(door_of):
    """Press a button and read the page that follows: `press(noor, "approve", post.pk, version=1)`."""

    def do(member, deed, pk, **said):
        address = reverse(f"posts:{deed}", args=["jas", pk])
        return door_of(member).post(address, said, follow=True).content.decode()

    return do


@pytest.fixture
def unknown(approved):
    """Sent, no answer, and not found when we looked."""
    delivery = approved.deliveries.get()
    move_delivery(delivery, "start", at=NOW, lease_until=NOW, began_at=NOW)
    move_delivery(delivery, "silence", at=NOW)
    why = {"why": "not_found"}
    move_delivery(delivery, "not_found", at=NOW, held_why=why, details=why)
    return delivery


def test_noor_approves_what_she_read(offered, noor, press):
    page = press(noor, "approve", offered.pk, version=offered.version)

    assert "Akkoord: Noor" in page
    assert Delivery.objects.get().state == "planned"


def test_bas_is_told_who_may_approve_his_words(offered, noor, bas, press, door_of):
    assert "Dit zijn je eigen woorden" in press(bas, "approve", offered.pk, version=offered.version)
    page = door_of(bas).get(reverse("posts:read", args=["jas", offered.pk])).content.decode()

    assert "iemand anders geeft akkoord: Noor" in page
    assert f"posts/{offered.pk}/approve/" not in page


def test_noor_answers_a_warning_on_the_page_of_the_post_and_says_yes(write, bas, noor, press, door_of):
    post = submit(write(bas, "Muts Kleine Beer is er weer. Like en deel dit bericht!"), bas, now=NOW)
    address = reverse("posts:read", args=["jas", post.pk])
    page = door_of(noor).get(address).content.decode()
    assert f'action="/s/jas/posts/{post.pk}/keep/"' in page
    words = re.search(r'name="words" value="([^"]*)"', page)[1]

    assert "Zeg waarom het mag blijven" in press(
        noor, "keep", post.pk, rule="engagement-bait", words=words, reason=" "
    )
    said = {"rule": "engagement-bait", "words": words, "reason": "Een grap van de buurt."}
    page = press(noor, "keep", post.pk, **said)
    assert "Een grap van de buurt." in page
    assert "Akkoord: Noor" in press(noor, "approve", post.pk, version=post.version)


def test_who_only_looks_answers_no_warning(write, bas, hire, jas_shop, press):
    post = submit(write(bas, "Like en deel dit bericht!"), bas, now=NOW)
    said = {"rule": "engagement-bait", "words": "Like en deel", "reason": "Toe."}
    press(hire(jas_shop, "Kim", "viewer"), "keep", post.pk, **said)
    assert not post.confirmations.exists()


def test_an_approved_post_takes_no_more_reasons(approved, bas, press):
    said = {"rule": "engagement-bait", "words": "Like en deel", "reason": "Toe."}
    assert "Bied het eerst opnieuw aan" in press(bas, "keep", approved.pk, **said)
    assert not approved.confirmations.exists()


def test_an_older_page_approves_nothing(offered, noor, press):
    assert "Iemand was je voor" in press(noor, "approve", offered.pk, version=offered.version + 1)
    assert not Delivery.objects.exists()


def test_a_button_pressed_too_late_says_how_it_stands(approved, noor, press):
    assert "Dit kan niet meer" in press(noor, "approve", approved.pk, version=approved.version)


def test_sent_back_it_waits_for_its_writer(offered, noor, bas, press, door_of):
    press(noor, "send-back", offered.pk, why="Zeg ook hoe lang.")

    assert "Zeg ook hoe lang." in door_of(bas).get("/s/jas/").content.decode()


def test_another_day_by_hand_and_by_dragging(approved, noor, press):
    day = timezone.localdate() + timedelta(days=30)
    press(noor, "replan", approved.pk, day=f"{day:%Y-%m-%d}", time="09:15")
    local = Post.objects.get().plan_at.astimezone(approved.shop.clock)
    assert (local.date(), f"{local:%H:%M}") == (day, "09:15")

    press(noor, "replan", approved.pk, day=f"{day + timedelta(days=1):%Y-%m-%d}", time="x", same_hour="yes")
    local = Post.objects.get().plan_at.astimezone(approved.shop.clock)
    assert (local.date(), f"{local:%H:%M}") == (day + timedelta(days=1), "09:15")


def test_a_form_leads_back_into_its_own_shop_only(approved, noor, door_of):
    address = reverse("posts:replan", args=["jas", approved.pk])
    client = door_of(noor)

    assert client.post(address, {"next": "/s/jas/calendar/"})["Location"] == "/s/jas/calendar/"
    for elsewhere in ("https://evil.example/", "//evil.example/s/jas/", "/s/hoed/", "/s/jas/\n//x"):
        assert client.post(address, {"next": elsewhere})["Location"].startswith("/s/jas/")


def test_what_is_not_known_asks_a_person_with_two_equal_buttons(unknown, noor, door_of):
    today = door_of(noor).get("/s/jas/").content.decode()

    assert "Kijk je even?" in today
    assert "Ja, het staat erop" in today
    assert "Nee, het staat er niet" in today


def test_not_there_it_goes_again_under_a_new_yes(unknown, noor, press):
    press(noor, "send-again", unknown.pk, version=1)
    unknown.refresh_from_db()

    assert unknown.state == "planned"


def test_an_address_that_is_none_is_asked_again(unknown, noor, press):
    assert "Plak het adres" in press(noor, "arrived", unknown.pk, url="het staat er echt")
    unknown.refresh_from_db()
    assert unknown.state == "held"


def test_leaving_it_cancels_it(unknown, noor, press):
    press(noor, "cancel", unknown.pk)
    unknown.refresh_from_db()

    assert unknown.state == "cancelled"


def test_a_refusal_tells_what_the_network_said(approved, noor, door_of):
    delivery = approved.deliveries.get()
    move_delivery(delivery, "start", at=NOW, lease_until=NOW)
    why = {"why": "refused", "said": "text too long"}
    move_delivery(delivery, "refusal", at=NOW, held_why=why, details=why)
    page = door_of(noor).get(reverse("posts:read", args=["jas", approved.pk])).content.decode()

    assert "text too long" in page
    assert "Pas het aan, of laat dit kanaal weg." in page


def test_thrown_away_and_taken_back(offered, bas, press):
    assert "Weggegooid" in press(bas, "discard", offered.pk)
    press(bas, "restore", offered.pk)

    assert Post.objects.get().state == "draft"


def test_a_correction_starts_with_the_same_words(approved, bas, press):
    page = press(bas, "write-again", approved.pk)

    assert approved.text in page
    assert Post.objects.count() == 2


def test_who_only_reads_gets_no_buttons_and_no_way_around(approved, hire, jas_shop, door_of):
    client = door_of(hire(jas_shop, "Samira", "viewer"))
    page = client.get(reverse("posts:read", args=["jas", approved.pk])).content.decode()

    assert "Wijzigen" not in page
    assert client.get(reverse("posts:edit", args=["jas", approved.pk])).status_code == 403
    client.post(reverse("posts:cancel", args=["jas", approved.deliveries.get().pk]))
    client.post(reverse("posts:discard", args=["jas", approved.pk]))
    assert Post.objects.get().state == "approved"
    assert Delivery.objects.get().state == "planned"


def test_the_pages_speak_english_too(approved, unknown, noor, door_of):
    noor.person.language = "en"
    noor.person.save()
    client = door_of(noor)

    assert "Approved: Noor" in client.get(reverse("posts:read", args=["jas", approved.pk])).content.decode()
    assert "Will you look?" in client.get("/s/jas/").content.decode()


def test_a_desk_alone_approves_its_own_words(write, noor, press):
    from toonbank.posts.drafting import submit

    post = submit(write(noor), noor, now=NOW)

    assert "Akkoord: Noor" in press(noor, "approve", post.pk, version=post.version)


def test_what_was_approved_and_runs_out_is_offered_again(approved, bas, noor, press):
    approved.approvals.update(expires_at=NOW - timedelta(days=1))
    press(bas, "ask-again", approved.pk)
    approved.refresh_from_db()
    assert approved.state == "submitted"
    approve(approved, noor, version=approved.version, now=NOW)

    assert Delivery.objects.get().state == "planned"
