"""The row of who waits: the serious first, then what is due first; it goes on from any place."""

from datetime import timedelta

import pytest
from django.db import connection

from conftest import NOW
from conversations.cast import ANGRY, ASKS, THANKS, met, said, waiting
from toonbank.conversations.asking import Asked
from toonbank.conversations.menu import waiting_in
from toonbank.conversations.models import Conversation
from toonbank.conversations.moves import move_conversation
from toonbank.conversations.queue import A_PAGE, page_of
from toonbank.conversations.searching import search
from toonbank.shops.models import Shop
from toonbank.shops.statistics import renew_statistics


def row(member, now=NOW, **asked):
    """All pages of the row after each other."""
    found, wanted = [], Asked(**asked)
    while True:
        page = page_of(wanted, member, now)
        found += page.found
        if not page.next:
            return found
        wanted = Asked(**asked | {"mark": page.next})


def spam(shop, account, number=0):
    return waiting(shop, account, f"Win een iPhone {number}", label="spam-abuse", clock="never")


@pytest.fixture
def four(jas_shop, square):
    """Somebody thanks, somebody asks, somebody is angry, and there is spam; in this order."""
    thanks = waiting(jas_shop, square, THANKS, contact=met(jas_shop, "Lies"))
    asks = waiting(jas_shop, square, ASKS, contact=met(jas_shop, "Yusuf"))
    angry = waiting(jas_shop, square, ANGRY)
    return [thanks, asks, angry, spam(jas_shop, square)]


def test_the_serious_come_first_and_spam_last(four, noor):
    thanks, asks, angry, ad = four
    assert row(noor) == [angry, asks, thanks, ad]


def test_within_a_band_what_is_due_first_comes_first(jas_shop, square, noor):
    later = waiting(jas_shop, square, ASKS)
    sooner = waiting(jas_shop, square, ASKS, at=NOW - timedelta(hours=3))
    assert row(noor) == [sooner, later]


def test_pages_follow_each_other_without_a_gap_and_without_doubles(jas_shop, square, noor):
    for number in range(20):
        waiting(jas_shop, square, ANGRY, at=NOW - timedelta(minutes=number // 3))
        waiting(jas_shop, square, ASKS, at=NOW - timedelta(minutes=number % 4))
        spam(jas_shop, square, number)
    whole = row(noor)
    assert len(whole) == len({one.pk for one in whole}) == 60 > 2 * A_PAGE
    due = sorted((one.band, one.due_at, one.pk) for one in whole if one.due_at)
    undue = [one.pk for one in whole if not one.due_at]
    assert [(one.band, one.due_at, one.pk) for one in whole[:40]] == due
    assert undue == sorted(undue) == [one.pk for one in whole[40:]]


def test_exactly_one_full_page_has_no_next(jas_shop, square, noor):
    for _ in range(A_PAGE):
        waiting(jas_shop, square, ASKS)
    assert page_of(Asked(), noor, NOW).next == ""
    spam(jas_shop, square)
    assert page_of(Asked(), noor, NOW).next != ""
    assert len(row(noor)) == A_PAGE + 1


@pytest.mark.parametrize(
    "mark",
    [
        "x",
        "-_",
        "-_9x",
        "9_2026-11-21T09:00:00+00:00_1",
        "0_never_1",
        "0_2026-13-41_1",
        "0_2026-11-21T09:00:00_1",
        "_",
        "é_é",
    ],
)
def test_a_mark_that_makes_no_sense_is_the_beginning(mark, four, noor):
    for place in ("waiting", "snoozed", "settled", "all"):
        page_of(Asked(place=place, mark=mark), noor, NOW)
    assert len(page_of(Asked(mark=mark), noor, NOW).found) == 4


def test_what_is_snoozed_is_elsewhere_until_its_moment(four, noor):
    angry = four[2]
    Conversation.objects.filter(pk=angry.pk).update(snoozed_until=NOW + timedelta(hours=2))
    assert angry not in row(noor)
    assert row(noor, place="snoozed") == [angry]
    assert row(noor, NOW + timedelta(hours=2))[0] == angry


def test_what_was_settled_or_laid_aside_has_its_own_place(four, noor):
    thanks, asks, _angry, ad = four
    move_conversation(asks, "settle", at=NOW, member=noor)
    move_conversation(ad, "set_aside", at=NOW, member=noor)
    assert row(noor, place="settled") == [asks]
    assert row(noor, place="aside") == [ad]
    assert row(noor)[-1] == thanks


def test_the_other_places_go_on_too(jas_shop, square, noor):
    for number in range(A_PAGE + 5):
        one = waiting(jas_shop, square, ASKS, at=NOW - timedelta(minutes=number // 2))
        move_conversation(one, "settle", at=NOW, member=noor)
    done = row(noor, place="settled")
    assert [(-one.last_at.timestamp(), -one.pk) for one in done] == sorted(
        (-one.last_at.timestamp(), -one.pk) for one in Conversation.objects.all()
    )


def test_filters_narrow_the_row(four, jas_shop, square, noor, bas):
    thanks, asks, angry, ad = four
    Conversation.objects.filter(pk=asks.pk).update(assignee=bas, language="en")
    assert row(bas, whose="mine") == [asks]
    assert row(bas, whose="nobody") == [angry, thanks, ad]
    assert row(noor, band=0) == [angry]
    assert row(noor, label=asks.label) == [asks]
    assert row(noor, language="en") == [asks]
    assert row(noor, account=square.pk) == [angry, asks, thanks, ad]
    assert row(noor, account=square.pk + 1) == row(noor, sort="review") == []


def test_another_shop_stands_in_its_own_row(four, noor):
    from django_scopes import scope

    other = Shop.objects.create(name="Muts", slug="muts")
    with scope(shop=other):
        assert row(noor) == []


def test_the_count_is_of_who_waits_for_an_answer(four, jas_shop, noor):
    there = waiting_in(jas_shop, NOW)
    assert (there.bands, there.undue, there.shown) == ((1, 1, 1), 1, "3")


def test_the_count_stops_at_a_hundred(jas_shop, square, noor):
    asks = waiting(jas_shop, square, ASKS)
    Conversation.objects.bulk_create(
        Conversation(
            shop=jas_shop, account=square, thread=f"x{number}", sort="comment", is_public=True, began_at=NOW, last_at=NOW,
            band=1, due_at=NOW,
        )
        for number in range(120)
    )  # fmt: skip
    there = waiting_in(jas_shop, NOW)
    assert (there.bands[1], there.shown) == (100, "99+")
    assert asks.state == "new"


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"mark": "1_2026-11-21T09:00:00+00:00_5"},
        {"mark": "-_3"},
        {"place": "settled"},
        {"place": "snoozed"},
    ],
)
def test_the_row_is_read_through_an_index(asked, four, noor):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by the size of the table")
    assert_read_through_an_index(Asked(**asked), noor)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"band": 1},
        {"band": 1, "mark": "1_2026-11-21T09:00:00+00:00_5"},
        {"label": "doubt"},
        {"whose": "mine"},
        {"place": "settled"},
        {"place": "theirs"},
        {"place": "all"},
        {"place": "all", "whose": "mine"},
    ],
)
def test_the_row_is_read_through_an_index_also_once_the_database_has_counted_its_rows(
    asked, jas_shop, square, noor
):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by the size of the table")
    states = ["new", "ours", "theirs", "settled", "closed"]
    labels = ["question", "doubt", "chat"]
    Conversation.objects.bulk_create(
        Conversation(
            shop=jas_shop, account=square, thread=f"x{number}", sort="comment", is_public=True,
            began_at=NOW, last_at=NOW - timedelta(minutes=number), due_at=NOW - timedelta(minutes=number % 97),
            state=states[number % 5], label=labels[number % 3], band=number % 3,
            assignee=noor if number % 2 else None,
        )
        for number in range(900)
    )  # fmt: skip
    renew_statistics()
    assert_read_through_an_index(Asked(**asked), noor)


def assert_read_through_an_index(asked, member):
    """Every question goes along an index of conversations, in its order, without sorting afterwards."""
    asked_for = []

    def listen(execute, sql, params, many, context):
        asked_for.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        page_of(asked, member, NOW)
    with connection.cursor() as cursor:
        for sql, params in asked_for:  # with its parameters apart, as SQLite gets it
            cursor.execute("EXPLAIN QUERY PLAN " + sql, params)
            plan = [line[3] for line in cursor.fetchall()]
            assert any("USING INDEX conversation_" in line for line in plan), plan
            assert not any("TEMP B-TREE" in line for line in plan), plan


def test_one_band_goes_on_from_any_place_of_it(jas_shop, square, noor):
    for number in range(A_PAGE + 4):
        waiting(jas_shop, square, ASKS, at=NOW - timedelta(minutes=number))
        waiting(jas_shop, square, ANGRY, at=NOW - timedelta(minutes=number))
    whole = [one.pk for one in row(noor) if one.band == 1]
    assert [one.pk for one in row(noor, band=1)] == whole
    assert len(whole) == A_PAGE + 4


def test_a_search_finds_conversations_by_any_of_their_messages(four, jas_shop, square, noor):
    angry = four[2]
    said(jas_shop, square, "Heeft u de rits al bekeken?", conversation=angry)
    said(jas_shop, square, "De rits hapert nog steeds", conversation=angry)
    hits = search(Asked(place="all", words="rits"), jas_shop, noor)
    assert [hit.conversation for hit in hits.found] == [angry]
    assert hits.found[0].gist == "De <mark>rits</mark> hapert nog steeds"


def test_a_search_keeps_to_the_filters(four, jas_shop, noor):
    assert len(search(Asked(place="all", words="rits"), jas_shop, noor).found) == 1
    assert search(Asked(place="settled", words="rits"), jas_shop, noor).found == []
    assert search(Asked(place="all", words="rits", whose="mine"), jas_shop, noor).found == []


def test_personal_data_stays_hidden_in_what_is_found(jas_shop, square, noor):
    said(jas_shop, square, "Bel me op 06-12345678 over de <b>jas</b>.")
    (hit,) = search(Asked(place="all", words="jas"), jas_shop, noor).found
    assert hit.gist == "Bel me op … over de &lt;b&gt;<mark>jas</mark>&lt;/b&gt;."


def test_a_search_goes_on_where_it_ended(jas_shop, square, noor):
    talks = [waiting(jas_shop, square, f"Jas nummer {number}") for number in range(A_PAGE + 3)]
    first = search(Asked(place="all", words="jas"), jas_shop, noor)
    second = search(Asked(place="all", words="jas", mark=first.next), jas_shop, noor)
    assert [hit.conversation for hit in first.found + second.found] == talks[::-1]
    assert second.next == ""
