"""When Jas is open and how soon it answers: proposed, set by the owner, told to the ledger."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from conftest import NOW
from toonbank.core.deadlines import Promise, reply_due
from toonbank.core.errors import NotAllowed
from toonbank.core.hours import Stretch
from toonbank.ledger.models import Entry
from toonbank.shops.models import Shop
from toonbank.shops.opening_hours import (
    ClosedDays,
    Opening,
    closed_days_of,
    has_own_hours,
    hours_of,
    promise_of,
    set_hours,
)

NOON = Stretch(time(12), time(17))
CLOSED: tuple[Stretch, ...] = ()


def afternoons(**more):
    return Opening(week=(*((NOON,) for _ in range(5)), CLOSED, CLOSED), **more)


def test_a_new_shop_is_open_from_monday_to_saturday_nine_to_six_without_a_query(
    jas_shop, django_assert_num_queries
):
    with django_assert_num_queries(0):
        hours, promise = hours_of(jas_shop), promise_of(jas_shop)
    assert not has_own_hours(jas_shop)
    assert hours.is_open(NOW)
    assert hours.closes_next(NOW) == datetime(2026, 11, 21, 17, tzinfo=UTC)
    assert not hours.is_open(NOW + timedelta(days=1))
    assert promise == Promise()


def test_the_owner_sets_the_hours_and_they_hold_at_once(jas_shop, noor):
    opening = afternoons(
        holidays=frozenset({"christmas"}),
        closed=(ClosedDays(date(2026, 12, 28), date(2026, 12, 30), "inventarisatie"),),
        promise=Promise(minutes={"question": 60}, always_minutes=12 * 60),
    )
    assert set_hours(jas_shop, noor, opening, now=NOW)
    for shop in (jas_shop, Shop.objects.get()):
        hours = hours_of(shop)
        assert not hours.is_open(NOW)
        assert hours.opens_next(NOW) == datetime(2026, 11, 23, 11, tzinfo=UTC)
        assert hours.opens_next(datetime(2026, 12, 25, tzinfo=UTC)) == datetime(2026, 12, 31, 11, tzinfo=UTC)
        assert promise_of(shop).minutes == {"question": 60}
        assert [one.why for one in closed_days_of(shop)] == ["inventarisatie"]


def test_the_ledger_keeps_who_changed_what_and_nothing_when_nothing_changed(jas_shop, noor):
    assert set_hours(jas_shop, noor, afternoons(), now=NOW)
    assert not set_hours(jas_shop, noor, afternoons(), now=NOW)
    line = Entry.objects.get(kind="shop_changed").payload
    assert line["by"] == noor.pk
    assert line["changed"] == ["hours", "reply_promise"]


def test_only_the_owner_sets_them(jas_shop, bas):
    with pytest.raises(NotAllowed):
        set_hours(jas_shop, bas, afternoons(), now=NOW)
    assert not has_own_hours(Shop.objects.get())


@pytest.mark.parametrize(
    "broken", [{"week": [["9"]]}, {"week": "x"}, {"week": []}, {"holidays": ["?"]}, ["x"], {"holidays": 3}]
)
def test_a_row_that_cannot_be_read_does_not_close_the_counter(jas_shop, broken):
    jas_shop.hours, jas_shop.reply_promise = broken, {"minutes": {"question": -1}}
    assert hours_of(jas_shop).is_open(NOW)
    assert promise_of(jas_shop) == Promise()


def test_a_shop_that_never_opens_still_answers_within_a_day(jas_shop, noor):
    set_hours(jas_shop, noor, Opening(week=(CLOSED,) * 7), now=NOW)
    due = reply_due("4 h", NOW, hours_of(jas_shop), promise_of(jas_shop), label="question")
    assert due == NOW + timedelta(days=1)
