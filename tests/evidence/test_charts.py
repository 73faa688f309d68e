"""Charts are drawn from steps; whoever cannot see them hears a sentence and reads a table."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import NOW
from toonbank.evidence.charts import (
    Frame,
    Step,
    area_path,
    frame_for,
    price_chart,
    step_path,
    stock_chart,
    within,
)

DAY = timedelta(days=1)
SINCE = NOW - 100 * DAY


def steps(*pairs):
    return [Step(SINCE + day * DAY, value) for day, value in pairs]


def say(what, value):
    return f"{what} {value}"


def test_stock_goes_in_steps_from_edge_to_edge():
    frame = Frame(SINCE, NOW, 0, 100)
    assert step_path(steps((0, 100), (50, 40)), frame) == "M0 0H500V60H1000"


def test_the_line_breaks_where_the_number_was_not_known():
    frame = Frame(SINCE, NOW, 0, 100)
    path = step_path(steps((0, 100), (20, None), (50, 40)), frame)
    assert path == "M0 0H200M500 60H1000"
    assert area_path(path) == "M0 0H200V100H0ZM500 60H1000V100H500Z"


def test_what_held_when_the_window_opens_stands_at_its_edge():
    assert within(steps((-10, 7), (5, 6)), SINCE) == steps((0, 7), (5, 6))
    assert within(steps((5, 6)), SINCE) == steps((5, 6))


def test_sold_out_and_now_are_said_at_the_line():
    told = steps((0, 14), (31, 0), (34, 60), (90, 41))
    chart = stock_chart(told, frame_for(told, SINCE, NOW, from_zero=True), say)
    assert [mark.text for mark in chart.marks] == ["sold_out 0", "now 41"]
    assert chart.marks[0].x == "31.0%"
    assert [line.text for line in chart.lines] == ["60", "30"]


def test_the_lowest_price_of_the_last_thirty_days_is_said_at_the_line():
    told = steps((0, 2495), (75, 2295), (82, 2495))
    frame = frame_for(told, SINCE, NOW, from_zero=False)
    chart = price_chart(told, frame, NOW - 30 * DAY, say)
    assert [mark.text for mark in chart.marks] == ["lowest 2295"]
    assert (chart.shade_x, chart.shade_width) == ("70.0%", "30.0%")
    assert 0 <= frame.low < 2295


def test_the_highest_price_and_that_of_now_are_said_at_the_line():
    told = steps((0, 2295), (20, 2695), (50, 2495))
    chart = price_chart(told, frame_for(told, SINCE, NOW, from_zero=False), NOW - 30 * DAY, say)
    assert chart.lines[0].text == "axis 2695"
    assert [mark.text for mark in chart.marks] == ["now 2495"]


def test_after_a_reduction_what_counts_is_the_price_of_the_thirty_days_before_it():
    told = steps((0, 14900), (60, 13900), (70, 14900), (80, 12900))
    frame = frame_for(told, SINCE, NOW, from_zero=False)
    chart = price_chart(told, frame, SINCE + 50 * DAY, say, until=SINCE + 80 * DAY)
    assert [mark.text for mark in chart.marks] == ["lowest 13900", "now 12900"]
    assert (chart.shade_x, chart.shade_end, chart.is_shade_past) == ("50.0%", "80.0%", True)


def test_a_price_that_never_moved_has_no_lowest_to_mark():
    told = steps((0, 2495))
    chart = price_chart(told, frame_for(told, SINCE, NOW, from_zero=False), NOW - 30 * DAY, say)
    assert chart.marks == ()


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 10**7)), max_size=20), st.booleans())
def test_every_step_stays_within_the_drawing(pairs, from_zero):
    told = steps(*sorted(dict(pairs).items()))
    frame = frame_for(told, SINCE, NOW, from_zero=from_zero)
    for step in told:
        assert 0 <= frame.x(step.at) <= 1
        assert 0 <= frame.y(step.value) <= 1
    step_path(told, frame)


@pytest.mark.parametrize("value", [0, 1, 7, 41, 60, 999, 12_400])
def test_half_of_the_highest_line_is_a_whole_number(value):
    frame = frame_for(steps((0, value)), SINCE, NOW, from_zero=True)
    assert frame.high >= max(value, 1)
    assert frame.high == 1 or frame.high % 2 == 0
