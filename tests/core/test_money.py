"""The lowest price of 30 days, pinned from both sides of every border."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.core.money import PriceSeen, add_months, lowest_price, price_just_before, reduction_start

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DAYS_30 = timedelta(days=30)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def asked(cents: int, since: datetime, until: datetime | None = None) -> PriceSeen:
    return PriceSeen(cents, since, until)


def test_a_price_that_ended_exactly_30_days_before_does_not_count():
    opens = START - DAYS_30
    seen = [asked(5900, LONG_AGO, opens), asked(8900, opens, START)]
    assert lowest_price(seen, START) == 8900


def test_a_price_that_lasted_one_second_into_the_30_days_counts():
    opens = START - DAYS_30
    seen = [asked(5900, LONG_AGO, opens + SECOND), asked(8900, opens + SECOND, START)]
    assert lowest_price(seen, START) == 5900


def test_the_price_of_the_reduction_itself_does_not_count():
    seen = [asked(8900, LONG_AGO, START), asked(4900, START)]
    assert lowest_price(seen, START) == 8900


def test_a_price_that_began_one_second_before_the_reduction_counts():
    seen = [asked(8900, LONG_AGO, START - SECOND), asked(4900, START - SECOND)]
    assert lowest_price(seen, START) == 4900


def test_a_promotion_of_one_day_counts():
    day = datetime(2026, 11, 1, tzinfo=UTC)
    seen = [
        asked(8900, LONG_AGO, day),
        asked(6900, day, day + timedelta(days=1)),
        asked(8900, day + timedelta(days=1)),
    ]
    assert lowest_price(seen, START) == 6900


def test_29_days_of_prices_are_not_enough():
    assert lowest_price([asked(8900, START - timedelta(days=29))], START) is None


def test_exactly_30_days_of_prices_are_enough():
    assert lowest_price([asked(8900, START - DAYS_30)], START) == 8900


def test_one_second_short_of_30_days_is_not_enough():
    assert lowest_price([asked(8900, START - DAYS_30 + SECOND)], START) is None


def test_a_product_younger_than_30_days_takes_its_lowest_price_since_it_came():
    came = START - timedelta(days=12)
    seen = [asked(8900, came, came + timedelta(days=5)), asked(7900, came + timedelta(days=5))]
    assert lowest_price(seen, START, first_offered=came) == 7900


def test_a_young_product_whose_first_days_are_not_on_file_stays_unknown():
    came = START - timedelta(days=12)
    assert lowest_price([asked(8900, came + SECOND)], START, first_offered=came) is None


def test_no_prices_at_all_is_unknown():
    assert lowest_price([], START) is None


def test_the_reduction_began_where_the_price_went_down():
    seen = [asked(8900, LONG_AGO, START), asked(5900, START)]
    assert reduction_start(seen, START + timedelta(days=50)) == START


def test_without_a_reduction_on_file_it_begins_now():
    now = START + timedelta(days=1)
    assert reduction_start([asked(1500, LONG_AGO)], now) == now


def test_the_same_price_seen_twice_is_one_reduction():
    later = START + timedelta(days=3)
    seen = [asked(8900, LONG_AGO, START), asked(5900, START, later), asked(5900, later)]
    assert reduction_start(seen, START + timedelta(days=5)) == START


STEP_1 = datetime(2026, 8, 20, 9, 0, tzinfo=UTC)
STEP_2 = datetime(2026, 9, 20, 9, 0, tzinfo=UTC)
STEPS = [asked(7900, LONG_AGO, STEP_1), asked(7110, STEP_1, STEP_2), asked(6320, STEP_2)]


def test_a_reduction_in_steps_began_at_its_first_step():
    assert reduction_start(STEPS, STEP_2 + timedelta(days=5), first_step=STEP_1) == STEP_1


def test_steps_hold_until_exactly_three_calendar_months_after_the_first():
    assert reduction_start(STEPS, datetime(2026, 11, 20, 9, 0, tzinfo=UTC), first_step=STEP_1) == STEP_1


def test_one_second_after_three_months_only_the_last_step_counts():
    assert reduction_start(STEPS, datetime(2026, 11, 20, 9, 0, 1, tzinfo=UTC), first_step=STEP_1) == STEP_2


def test_a_rise_between_the_steps_ends_them():
    up = datetime(2026, 9, 5, tzinfo=UTC)
    seen = [
        asked(7900, LONG_AGO, STEP_1),
        asked(7110, STEP_1, up),
        asked(7500, up, STEP_2),
        asked(6320, STEP_2),
    ]
    assert reduction_start(seen, STEP_2 + timedelta(days=5), first_step=STEP_1) == STEP_2


def test_the_price_just_before_is_for_fresh_goods():
    seen = [
        asked(300, LONG_AGO, START - timedelta(days=2)),
        asked(400, START - timedelta(days=2), START),
        asked(200, START),
    ]
    assert price_just_before(seen, START) == 400


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ((2026, 11, 30), 3, (2027, 2, 28)),
        ((2027, 11, 30), 3, (2028, 2, 29)),
        ((2026, 10, 15), 3, (2027, 1, 15)),
    ],
)
def test_months_are_those_of_the_calendar(day, months, later):
    assert add_months(datetime(*day, tzinfo=UTC), months) == datetime(*later, tzinfo=UTC)


@given(
    st.lists(st.tuples(st.integers(1, 10_000), st.integers(1, 60)), min_size=1, max_size=8),
    st.integers(1, 10_000),
)
def test_one_more_cheap_day_never_raises_the_lowest_price(runs, cheap):
    begin, seen = LONG_AGO, []
    for cents, days in runs:
        seen.append(asked(cents, begin, begin + timedelta(days=days)))
        begin += timedelta(days=days)
    before = lowest_price(seen, begin)
    after = lowest_price([*seen, asked(cheap, begin - timedelta(hours=1), begin)], begin)
    if before is not None:
        assert after is not None
        assert after <= before
