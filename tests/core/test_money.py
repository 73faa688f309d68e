"""The lowest price of 30 days, pinned from both sides of every border."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.core.money import (
    Goods,
    PriceBefore,
    PriceLaw,
    PriceSeen,
    Promotion,
    add_months,
    has_risen,
    is_known_since,
    lowest_known,
    lowest_price,
    price_before,
    price_just_before,
    promotion_start,
    reduced,
    reduction_start,
)

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
    assert price_just_before(seen, START) == seen[1]


def test_a_price_from_this_very_moment_is_not_the_one_just_before():
    assert price_just_before([asked(200, START)], START) is None


DAY = timedelta(days=1)


def test_goods_that_spoil_may_use_the_price_just_before():
    seen = [asked(300, LONG_AGO, START - 2 * DAY), asked(400, START - 2 * DAY, START), asked(200, START)]
    assert price_before(seen, START, goods=Goods(is_perishable=True)) == PriceBefore(
        400, 400, START - 2 * DAY
    )
    assert price_before(seen, START) == PriceBefore(300, 300, LONG_AGO)


def test_goods_that_spoil_need_no_thirty_days_of_prices():
    seen = [asked(400, START - DAY, START), asked(200, START)]
    assert price_before(seen, START, goods=Goods(is_perishable=True)).price == 400
    assert price_before(seen, START).price is None


def test_last_years_strawberries_have_no_price_just_before():
    seen = [asked(400, LONG_AGO, START - DAYS_30), asked(200, START)]
    berries = Goods(is_perishable=True)
    assert price_before(seen, START, goods=berries).price is None
    until_later = [asked(400, LONG_AGO, START - DAYS_30 + SECOND), asked(200, START)]
    assert price_before(until_later, START, goods=berries).price == 400


def test_the_lowest_of_what_is_on_file_is_told_when_it_is_too_little():
    seen = [asked(8900, START - 9 * DAY, START - 5 * DAY), asked(7900, START - 5 * DAY, START)]
    assert price_before(seen, START) == PriceBefore(None, 7900, START - 5 * DAY)


def test_the_lowest_price_is_dated_by_the_first_time_it_was_asked_in_the_window():
    seen = [
        asked(6900, LONG_AGO, LONG_AGO + DAY),
        asked(8900, LONG_AGO + DAY, START - 9 * DAY),
        asked(6900, START - 9 * DAY, START - 8 * DAY),
        asked(8900, START - 8 * DAY, START - 3 * DAY),
        asked(6900, START - 3 * DAY, START),
    ]
    assert price_before(seen, START).since == START - 9 * DAY


def test_without_prices_nothing_may_be_called_the_price_of_before():
    assert price_before([], START) == PriceBefore()


CAME = START - 12 * DAY
YOUNG = [asked(7900, CAME, START - 8 * DAY), asked(8900, START - 8 * DAY, START)]


def test_in_belgium_goods_of_twelve_days_take_the_lowest_of_seven_days():
    assert lowest_price(YOUNG, START, first_offered=CAME, country="BE") == 8900
    assert lowest_price(YOUNG, START, first_offered=CAME, country="be") == 8900


def test_in_the_netherlands_they_take_the_lowest_since_they_came():
    assert lowest_price(YOUNG, START, first_offered=CAME, country="NL") == 7900
    assert lowest_price(YOUNG, START, first_offered=CAME) == 7900


def test_in_belgium_a_price_of_exactly_seven_days_ago_no_longer_counts():
    edge = START - 7 * DAY
    seen = [asked(7900, CAME, edge), asked(8900, edge, START)]
    assert lowest_price(seen, START, first_offered=CAME, country="BE") == 8900
    seen = [asked(7900, CAME, edge + SECOND), asked(8900, edge + SECOND, START)]
    assert lowest_price(seen, START, first_offered=CAME, country="BE") == 7900


def test_in_belgium_goods_of_less_than_seven_days_have_no_price_of_before():
    came = START - 7 * DAY
    assert lowest_price([asked(8900, came)], START, first_offered=came, country="BE") == 8900
    came += SECOND
    assert lowest_price([asked(8900, came)], START, first_offered=came, country="BE") is None
    assert lowest_price([asked(8900, came)], START, first_offered=came, country="NL") == 8900


def test_goods_that_are_older_than_the_window_are_not_young_in_belgium():
    came = START - DAYS_30
    seen = [asked(7900, came, START - 8 * DAY), asked(8900, START - 8 * DAY, START)]
    assert lowest_price(seen, START, first_offered=came, country="BE") == 7900


def test_a_price_from_before_the_goods_came_tells_that_they_are_not_young():
    seen = [asked(5900, LONG_AGO, CAME), asked(8900, CAME, START)]
    assert lowest_price(seen, START, first_offered=CAME) == 5900


def test_goods_that_come_with_the_reduction_itself_have_no_price_of_before():
    assert lowest_price([asked(4900, START)], START, first_offered=START) is None
    seen = [asked(8900, START - SECOND), asked(4900, START)]
    assert lowest_price(seen, START, first_offered=START - SECOND) == 8900


def test_goods_whose_first_day_is_that_of_the_reduction_are_not_young_whatever_is_on_file():
    assert lowest_price([asked(8900, START - 5 * DAY)], START, first_offered=START) is None
    assert lowest_price([asked(8900, START - 9 * DAY)], START, first_offered=START, country="BE") is None


def test_goods_of_exactly_thirty_days_need_thirty_days_of_prices_in_belgium_too():
    seen = [asked(8900, START - 20 * DAY)]
    assert lowest_price(seen, START, first_offered=START - DAYS_30, country="BE") is None
    assert lowest_price(seen, START, first_offered=START - DAYS_30 + SECOND, country="BE") == 8900


def test_steps_that_begin_now_begin_now_though_the_price_was_low_already():
    seen = [asked(8900, LONG_AGO, STEP_1), asked(5900, STEP_1)]
    assert reduction_start(seen, START, first_step=START) == START
    assert reduction_start(seen, START) == STEP_1


def test_a_further_reduction_at_this_very_moment_is_the_one_that_is_meant():
    seen = [asked(8900, LONG_AGO, STEP_1), asked(5900, STEP_1), asked(4900, START)]
    assert reduction_start(seen, START) == START
    assert reduction_start(seen, START - SECOND) == STEP_1


def test_the_country_and_the_age_of_the_goods_reach_the_sum():
    young = Goods("BE", CAME)
    assert price_before([*YOUNG, asked(5900, START)], START, goods=young).price == 8900
    assert price_before([*YOUNG, asked(5900, START)], START, goods=Goods("NL", CAME)).price == 7900


def test_a_shop_may_look_back_further_than_the_law():
    seen = [asked(6900, LONG_AGO, START - 40 * DAY), asked(8900, START - 40 * DAY, START)]
    assert price_before(seen, START).price == 8900
    assert price_before(seen, START, law=PriceLaw(days=60)) == PriceBefore(6900, 6900, LONG_AGO)


def test_a_reduction_at_the_till_began_when_its_promotion_did():
    begun, now = START - 5 * DAY, START
    assert promotion_start([asked(8900, LONG_AGO)], now, Promotion(begun)) == begun
    assert promotion_start([asked(8900, LONG_AGO)], now, Promotion(now + DAY)) == now
    assert promotion_start([asked(8900, LONG_AGO)], now, Promotion()) == now


def test_a_reduction_that_the_prices_show_began_there_whatever_the_promotion_says():
    seen = [asked(8900, LONG_AGO, START - 9 * DAY), asked(5900, START - 9 * DAY)]
    assert promotion_start(seen, START, Promotion(START - 5 * DAY)) == START - 9 * DAY


def test_a_shop_may_allow_fewer_months_of_steps():
    at, promotion = datetime(2026, 10, 25, tzinfo=UTC), Promotion(first_step_at=STEP_1)
    assert promotion_start(STEPS, at, promotion) == STEP_1
    assert promotion_start(STEPS, at, promotion, PriceLaw(months=2)) == STEP_2


def test_steps_are_held_against_the_thirty_days_before_the_first():
    before = price_before(STEPS, STEP_2 + 5 * DAY, promotion=Promotion(first_step_at=STEP_1))
    assert before == PriceBefore(7900, 7900, LONG_AGO)
    assert price_before(STEPS, STEP_2 + 5 * DAY).price == 7110


def test_a_first_step_in_the_future_has_not_begun():
    seen = [asked(7900, LONG_AGO)]
    assert reduction_start(seen, STEP_1 - SECOND, first_step=STEP_1) == STEP_1 - SECOND
    assert reduction_start(seen, STEP_1, first_step=STEP_1) == STEP_1


def test_a_rise_at_the_very_moment_of_the_post_ends_the_steps():
    up = STEP_2 + 5 * DAY
    seen = [*STEPS[:2], asked(6320, STEP_2, up), asked(6500, up)]
    assert reduction_start(seen, up - SECOND, first_step=STEP_1) == STEP_1
    assert reduction_start(seen, up, first_step=STEP_1) == up


def test_the_price_of_the_first_step_itself_is_no_rise():
    seen = [asked(7000, LONG_AGO, STEP_1), asked(7110, STEP_1)]
    assert not has_risen(seen, STEP_1, START)
    assert has_risen(seen, STEP_1 - SECOND, START)


def test_the_same_price_again_is_no_rise():
    assert not has_risen([asked(7000, LONG_AGO, STEP_1), asked(7000, STEP_1)], LONG_AGO, START)


def test_prices_may_be_on_file_in_any_order():
    assert has_risen([asked(9000, STEP_2), asked(7000, LONG_AGO, STEP_2)], LONG_AGO, START)
    shuffled = [STEPS[2], STEPS[0], STEPS[1]]
    assert reduction_start(shuffled, STEP_2 + DAY) == STEP_2


def test_a_reduction_that_is_over_no_longer_counts():
    over = START + DAY
    seen = [asked(8900, LONG_AGO, START), asked(5900, START, over)]
    assert reduction_start(seen, over - SECOND) == START
    assert reduction_start(seen, over) == over


def test_a_price_that_went_up_is_no_reduction():
    seen = [asked(5900, LONG_AGO, START), asked(8900, START)]
    assert reduction_start(seen, START + DAY) == START + DAY


def test_a_reduction_that_is_still_to_come_has_not_begun():
    seen = [asked(8900, LONG_AGO, START), asked(5900, START)]
    assert reduction_start(seen, START - SECOND) == START - SECOND
    assert reduction_start(seen, START) == START


def test_two_equal_prices_are_no_reduction():
    seen = [asked(8900, LONG_AGO, START), asked(8900, START)]
    assert reduction_start(seen, START + DAY) == START + DAY


def test_prices_on_file_reach_back_to_the_moment_the_first_began():
    assert is_known_since([asked(100, START)], START)
    assert not is_known_since([asked(100, START)], START - SECOND)


def test_a_price_that_was_never_asked_does_not_count():
    assert lowest_known([asked(100, START, START)], START - DAY, START + DAY) is None
    assert lowest_known([asked(100, START, START + SECOND)], START - DAY, START + DAY) == 100


def test_thirty_percent_less():
    assert reduced(10_000, 30) == 7000
    assert reduced(8000, 40) == 4800
    assert reduced(999, 0) == 999


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
