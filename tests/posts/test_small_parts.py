"""The clock on the wall, the marks under the words, and what a mend button carries."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import NOW
from toonbank.core.errors import BadInput
from toonbank.etiquette import Finding, Mend, Severity
from toonbank.posts.calendar import month_of
from toonbank.posts.marking import runs_of
from toonbank.posts.mending import Step
from toonbank.posts.shopclock import NoSuchHour, TwiceThatHour, Which, moment_on, same_hour_on, which_of_two

ZUTPHEN = ZoneInfo("Europe/Amsterdam")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def test_nine_o_clock_is_nine_o_clock_before_and_after_the_clock_change():
    for day in (date(2026, 10, 24), date(2026, 10, 26), date(2027, 3, 29)):
        moment = moment_on(day, time(9), ZUTPHEN)
        assert moment.astimezone(ZUTPHEN).time() == time(9)


def test_an_hour_that_does_not_exist_is_refused():
    with pytest.raises(NoSuchHour):
        moment_on(date(2027, 3, 28), time(2, 30), ZUTPHEN)


def test_an_hour_that_comes_twice_asks_which():
    with pytest.raises(TwiceThatHour):
        moment_on(date(2026, 10, 25), time(2, 30), ZUTPHEN)
    first, second = (moment_on(date(2026, 10, 25), time(2, 30), ZUTPHEN, which=which) for which in Which)

    assert (second - first).total_seconds() == 3600
    assert [which_of_two(moment, ZUTPHEN) for moment in (first, second, NOW)] == [*Which, None]


@given(st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)))
def test_a_moment_shown_on_the_wall_is_read_back_as_itself(moment):
    local = moment.astimezone(ZUTPHEN)

    assert moment_on(local.date(), local.time(), ZUTPHEN, which=which_of_two(moment, ZUTPHEN)) == moment


def test_dragged_onto_the_day_of_the_change_a_post_keeps_its_hour_or_takes_the_next():
    morning = moment_on(date(2027, 3, 27), time(2, 30), ZUTPHEN)

    assert same_hour_on(morning, date(2027, 3, 28), ZUTPHEN).astimezone(ZUTPHEN).time() == time(3, 30)


@given(
    WORDS,
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(list(Severity))), max_size=6),
)
def test_the_marked_copy_says_the_same_as_the_text(text, spans):
    findings = [
        (number, Finding("x", severity, *sorted((min(a, len(text)), min(b, len(text)))), "", None, (), None))
        for number, (a, b, severity) in enumerate(spans, start=1)
    ]
    runs = runs_of(text, findings)

    assert "".join(run.words for run in runs) == text
    assert len([run for run in runs if run.number]) == len({run.number for run in runs if run.number})


@given(WORDS, WORDS, st.integers(0, 60), st.integers(0, 60))
def test_a_mend_button_carries_any_words_there_and_back(text, better, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    step = Step.of("text", text, Mend(start, end, better))

    assert Step.read(str(step)) == step
    if better:
        assert step.applied_to(text) == text[:start] + better + text[end:]


def test_words_taken_away_leave_no_double_space():
    text = "Mooi. Wij zijn trots. Kom kijken."
    taken = Step.of("text", text, Mend(6, 21, "")).applied_to(text)

    assert taken == "Mooi. Kom kijken."


@pytest.mark.parametrize("value", ["", "text|1", "text|1|a|b|c"])
def test_a_button_that_was_tampered_with_does_nothing(value):
    with pytest.raises(BadInput):
        Step.read(value)


def test_a_month_begins_on_monday_and_shows_whole_weeks(jas_shop):
    for month in range(1, 13):
        shown = month_of(jas_shop, date(2026, month, 1), NOW)
        assert all(len(week) == 7 and week[0].on.weekday() == 0 for week in shown.weeks)
        assert sum(not day.is_other_month for day in shown.days) == (shown.after - shown.first).days
