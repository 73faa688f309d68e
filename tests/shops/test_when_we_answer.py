"""The page "When we answer": a line a day, holidays to tick, a promise per label; and the sign on the door."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from conftest import NOW
from toonbank.core.errors import BadInput
from toonbank.core.hours import Stretch, must_not_overlap
from toonbank.shops.hours_reading import (
    read_closed_days,
    read_stretches,
    write_closed_days,
    write_stretches,
)
from toonbank.shops.hours_sign import hours_sign
from toonbank.shops.models import Shop
from toonbank.shops.opening_hours import ClosedDays, Opening, hours_of, promise_of, set_hours

ADDRESS = "/s/jas/shop/hours/"


def filled_in(**more):
    week = {f"day-{day}": "9:00-18:00" for day in range(6)} | {"day-6": ""}
    return week | {"always_hours": "24", "solve_days": "5", "closed": ""} | more


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("9-18", "9:00-18:00"),
        ("09.00 – 18.00", "9:00-18:00"),
        ("9u tot 17u30", "9:00-17:30"),
        ("13:30-17:30, 9:00-12:30", "9:00-12:30, 13:30-17:30"),
        ("9-12:30 en 13-18", "9:00-12:30, 13:00-18:00"),
        ("20:00-2:00", "20:00-2:00"),
        ("0-24", "0:00-24:00"),
        ("gesloten", ""),
        ("Closed", ""),
        (" - ", ""),
    ],
)
def test_hours_are_read_as_a_shopkeeper_types_them(typed, written):
    assert write_stretches(read_stretches(typed)) == written


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("de hele dag", "9:00-18:00"),
        ("9:00", "9:00-18:00"),
        ("9-25", "25:00"),
        ("9-9", "0:00-24:00"),
        ("18-9", "20:00-2:00"),
        ("9-13, 12-18", "overlap"),
        ("20-2, 21-23", "overlap"),
        ("1-2, 3-4, 5-6, 7-8, 9-10", "4"),
        ("９-¾", "9:00-18:00"),
    ],
)
def test_what_is_not_understood_is_answered_with_how_to_write_it(typed, said):
    with override("en"), pytest.raises(BadInput) as trouble:
        read_stretches(typed)
    assert said in str(trouble.value)


times = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(typed):
    for read in (read_stretches, read_closed_days):
        with suppress(BadInput):
            assert read(typed) is not None


@given(st.lists(st.builds(Stretch, times, times), max_size=3))
def test_reading_what_we_write_gives_back_the_same(stretches):
    try:
        must_not_overlap(tuple(stretches))
        again = read_stretches(write_stretches(stretches))
    except BadInput:
        return
    assert again == tuple(sorted(stretches))


def test_closed_days_are_read_one_line_at_a_time():
    read = read_closed_days(
        "2-8-2027 t/m 15-8-2027 vakantie\n\n27/12/2026\n2026-12-28 - 2026-12-29: inventaris"
    )
    assert read == (
        ClosedDays(date(2026, 12, 27), date(2026, 12, 27)),
        ClosedDays(date(2026, 12, 28), date(2026, 12, 29), "inventaris"),
        ClosedDays(date(2027, 8, 2), date(2027, 8, 15), "vakantie"),
    )
    assert read_closed_days(write_closed_days(read)) == read


@pytest.mark.parametrize("typed", ["kerst", "31-2-2027", "2-1-2027 t/m 1-1-2027", "1-1-2027 t/m 1-1-2037"])
def test_a_day_that_does_not_exist_is_refused(typed):
    with pytest.raises(BadInput):
        read_closed_days(typed)


def test_the_page_says_what_holds_when_nothing_was_set(jas_shop, noor, door_of):
    page = door_of(noor).get(ADDRESS).content.decode()
    assert "Er is nog niets ingesteld" in page
    assert 'value="9:00-18:00"' in page
    assert "Eerste kerstdag" in page
    assert "Wapenstilstand" not in page


def test_the_owner_sets_a_week_with_a_break_ticks_christmas_and_promises_an_hour(jas_shop, noor, door_of):
    words = filled_in(**{"day-0": "", "day-1": "9:30-12:30, 13:00-18:00", "wait-question": "60"})
    answer = door_of(noor).post(ADDRESS, words | {"holidays": ["christmas"], "closed": "27-12-2026"})
    assert answer["Location"] == ADDRESS
    shop = Shop.objects.get()
    assert shop.hours["week"][:2] == [[], [["09:30", "12:30"], ["13:00", "18:00"]]]
    assert shop.hours["holidays"] == ["christmas"]
    assert promise_of(shop).minutes == {"question": 60}
    page = door_of(noor).get(ADDRESS).content.decode()
    assert "9:30-12:30, 13:00-18:00" in page
    assert 'value="christmas" checked' in page
    assert "Er is nog niets ingesteld" not in page


def test_what_was_typed_stays_when_a_day_is_not_understood(jas_shop, noor, door_of):
    answer = door_of(noor).post(ADDRESS, filled_in(**{"day-2": "s middags"}) | {"holidays": ["christmas"]})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="s middags"' in page
    assert "wordt niet begrepen" in page
    assert 'value="christmas" checked' in page
    assert Shop.objects.get().hours == {}


@pytest.mark.parametrize(
    "wrong", [{"always_hours": "0"}, {"solve_days": ""}, {"holidays": ["?"]}, {"wait-chat": "7"}]
)
def test_nonsense_from_outside_the_form_changes_nothing(jas_shop, noor, door_of, wrong):
    assert door_of(noor).post(ADDRESS, filled_in() | wrong).status_code == 400
    assert Shop.objects.get().hours == {}


def test_a_colleague_reads_it_and_cannot_change_it(jas_shop, bas, noor, door_of):
    door_of(noor).post(ADDRESS, filled_in(**{"wait-question": "60"}) | {"holidays": ["christmas"]})
    page = door_of(bas).get(ADDRESS).content.decode()
    assert "1 uur" in page
    assert "Eerste kerstdag" in page
    assert "<input" not in page.split("<main")[1].split("</main>")[0]
    assert door_of(bas).post(ADDRESS, filled_in()).status_code == 403


def test_the_page_takes_three_queries_and_the_sign_none(jas_shop, noor, door_of):
    door = door_of(noor)
    door.get(ADDRESS)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        door.get(ADDRESS)
    assert len(asked) <= 4


@pytest.mark.parametrize(
    ("at", "nl", "en"),
    [
        (NOW, "Open tot 18:00", "Open until 18:00"),
        (NOW + timedelta(hours=9), "Dicht, maandag om 9:00 open", "Closed, opens Monday at 9:00"),
        (NOW + timedelta(days=1), "Dicht, maandag om 9:00 open", "Closed, opens Monday at 9:00"),
        (datetime(2026, 11, 23, 5, tzinfo=UTC), "Dicht, om 9:00 open", "Closed, opens at 9:00"),
    ],
)
def test_the_sign_on_the_door_says_until_and_from_when(jas_shop, at, nl, en):
    with override("nl"):
        assert hours_sign(jas_shop, at) == nl
    with override("en"):
        assert hours_sign(jas_shop, at) == en


def test_the_sign_of_who_never_or_always_opens_names_no_hour(jas_shop, noor):
    always = (Stretch(time(0), time(0)),)
    with override("nl"):
        set_hours(jas_shop, noor, Opening(week=(always,) * 7), now=NOW)
        assert hours_sign(jas_shop, NOW) == "Open"
        away = (ClosedDays(date(2026, 11, 1), date(2026, 12, 5)),)
        set_hours(jas_shop, noor, Opening(week=(always,) * 7, closed=away), now=NOW)
        assert hours_sign(jas_shop, NOW) == "Dicht tot 6 december"
        set_hours(jas_shop, noor, Opening(week=((),) * 7), now=NOW)
        assert hours_sign(jas_shop, NOW) == "Dicht"
    assert hours_of(jas_shop).opens_next(NOW) is None


def test_who_only_reads_sees_no_empty_list_of_closed_days(jas_shop, noor, bas, door_of):
    door, head = door_of(bas), "<h2>Dicht</h2>"
    assert head not in door.get(ADDRESS).content.decode()
    opening = Opening(week=hours_of(jas_shop).week, holidays=frozenset({"new-year"}))
    set_hours(jas_shop, noor, opening, now=NOW)
    assert head in door.get(ADDRESS).content.decode()


def test_the_sign_hangs_above_every_page(jas_shop, noor, door_of):
    page = door_of(noor).get("/s/jas/shop/members/").content.decode()
    assert '<p class="hours">' in page
    assert "Open" in page or "Dicht" in page
