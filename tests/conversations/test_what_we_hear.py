"""The page that tells what we hear: accounts, doors for other systems, and what could not be read."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from conftest import NOW
from toonbank.channels.base import Incoming
from toonbank.conversations.arrivals import Arrival, Ear, Inlet
from toonbank.conversations.inlets import open_inlet
from toonbank.conversations.intake import keep, take_in_waiting
from toonbank.conversations.models import Conversation, Message
from toonbank.posts.attention import Attention

PAGE = "/s/jas/counter/heard/"


@pytest.fixture
def refused(jas_shop, square):
    bodies = [{"remote_id": "1", "at": "ooit", "text": "Hallo"}, {"text": 3}]
    for number, body in enumerate(bodies):
        Arrival.objects.create(shop=jas_shop, account=square, key=f"k{number}", body=body, came_at=NOW)
    take_in_waiting(now=NOW)
    return Arrival.objects.filter(state="refused")


def test_what_cannot_be_read_is_set_apart_with_the_reason_and_blocks_nobody(refused, jas_shop, square):
    good = {"remote_id": "2", "at": "2026-11-21T08:00:00Z", "text": "Hallo", "author": "rob"}
    Arrival.objects.create(shop=jas_shop, account=square, key="good", body=good, came_at=NOW)
    take_in_waiting(now=NOW)
    assert Message.objects.get().text == "Hallo"
    assert refused.count() == 2
    assert all(one.trouble and one.body for one in refused)


def test_what_was_mended_is_taken_in_after_trying_again(refused, noor, door_of):
    one = refused.order_by("pk").first()
    Arrival.objects.filter(pk=one.pk).update(body=one.body | {"at": "2026-11-21T08:00:00Z"})
    door_of(noor).post(f"{PAGE}refused/{one.pk}/again/")
    assert Message.objects.get().remote_id == "1"
    assert refused.count() == 1


def test_what_cannot_be_read_is_told_today_until_somebody_puts_it_away(refused, jas_shop, noor, door_of):
    def told():
        return [str(one.title) for one in Attention(jas_shop, noor, NOW).notices]

    browser, one = door_of(noor), refused.order_by("pk").first()
    assert told() == ["2 berichten konden niet gelezen worden"]
    with translation.override("en"):
        assert told() == ["2 messages could not be read"]
    browser.post(f"{PAGE}refused/{one.pk}/away/")
    assert told() == ["1 bericht kon niet gelezen worden"]
    assert "Weggelegd" in browser.get(PAGE).content.decode()
    one.refresh_from_db()
    assert (one.state, one.body, one.trouble) == ("done", {}, "")
    assert browser.post(f"{PAGE}refused/{one.pk}/away/").status_code == 404
    assert not Message.objects.exists()


def test_who_only_looks_puts_nothing_away(refused, jas_shop, hire, door_of):
    one = refused.order_by("pk").first()
    viewer = door_of(hire(jas_shop, "Piet", "viewer"))
    assert viewer.post(f"{PAGE}refused/{one.pk}/away/").status_code == 403
    assert refused.count() == 2


def test_the_secret_of_a_door_is_shown_once(noor, door_of):
    browser = door_of(noor)
    page = browser.post(PAGE, {"name": "Kiyoh"})
    inlet = Inlet.objects.get()
    assert inlet.secret in page.content.decode()
    assert inlet.secret not in browser.get(PAGE).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM conversations_inlet")
        assert inlet.secret not in cursor.fetchone()[0]


def test_a_door_can_be_tried_and_closed(noor, door_of):
    inlet = open_inlet(noor, "Kiyoh", now=NOW)[0]
    browser = door_of(noor)
    browser.post(f"{PAGE}{inlet.pk}/try/")
    assert "Kiyoh" in Message.objects.get().text
    browser.post(f"{PAGE}{inlet.pk}/close/")
    assert browser.post(f"{PAGE}{inlet.pk}/try/").status_code == 404


def test_only_the_owner_opens_a_door(bas, door_of):
    assert door_of(bas).post(PAGE, {"name": "Kiyoh"}).status_code == 422
    assert not Inlet.objects.exists()


def test_the_page_asks_as_much_with_one_row_as_with_thirty(refused, noor, door_of, square, jas_shop):
    browser = door_of(noor)
    Ear.objects.create(shop=jas_shop, account=square, next_at=NOW)
    open_inlet(noor, "een", now=NOW)
    browser.get(PAGE)
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get(PAGE)
    for number in range(19):
        open_inlet(noor, f"deur {number}", now=NOW)
        Arrival.objects.create(
            shop=jas_shop, account=square, key=f"more{number}", state="refused", body={}, came_at=NOW
        )
    with CaptureQueriesContext(connection) as many:
        browser.get(PAGE)
    assert len(few) == len(many) <= 10


def test_a_stranger_finds_no_page(noor, hire, door_of, db):
    from toonbank.shops.models import Shop

    other = Shop.objects.create(name="Muts", slug="muts")
    assert door_of(hire(other, "Els", "owner")).get(PAGE).status_code == 404


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+00:00", "0001-01-02T12:00:00+00:00"])
def test_what_a_network_dates_in_the_year_one_is_heard_all_the_same(jas_shop, square, noor, door_of, at):
    event = Incoming("m-1", "rob", "De jas is kapot, oplichters!", datetime.fromisoformat(at), author_id="7")
    keep(jas_shop, square, [event], now=NOW)
    take_in_waiting(now=NOW)
    talk = Conversation.objects.get()
    assert talk.label == "complaint-blame"
    for page in ("", f"{talk.pk}/"):
        assert door_of(noor).get(f"/s/jas/counter/{page}").status_code == 200
