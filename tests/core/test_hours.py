"""Opening hours: what the clock on the wall of Jas says, also on the two nights when it changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.core.errors import BadInput
from toonbank.core.holidays import HOLIDAYS, easter, holidays_in, holidays_of
from toonbank.core.hours import OpeningHours, Stretch, same_every_day

ZUTPHEN = ZoneInfo("Europe/Amsterdam")
JAS = same_every_day(time(9), time(18), days=6, zone=ZUTPHEN)
CLOSED = OpeningHours(week=((),) * 7, zone=ZUTPHEN)
ALWAYS = same_every_day(time(0), time(0), days=7, zone=ZUTPHEN)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def clock(year, month, day, hour=0, minute=0, *, fold=0):
    """A time on the wall in Zutphen."""
    return datetime(year, month, day, hour, minute, tzinfo=ZUTPHEN, fold=fold)


def every_day(*stretches, **more):
    return OpeningHours(week=(tuple(stretches),) * 7, zone=ZUTPHEN, **more)


def at_night(opens, closes):
    return every_day(Stretch(opens, closes))


SATURDAY = clock(2026, 11, 21, 10)


def test_jas_is_open_on_saturday_until_six_and_on_monday_from_nine():
    assert JAS.is_open(SATURDAY)
    assert JAS.closes_next(SATURDAY) == clock(2026, 11, 21, 18)
    assert not JAS.is_open(clock(2026, 11, 21, 18))
    assert not JAS.is_open(clock(2026, 11, 22, 12))
    assert JAS.opens_next(clock(2026, 11, 21, 18)) == clock(2026, 11, 23, 9)
    assert JAS.opens_next(SATURDAY) == SATURDAY


def test_four_hours_from_saturday_half_past_five_end_on_monday():
    assert JAS.add(clock(2026, 11, 21, 17, 30), 4 * HOUR) == clock(2026, 11, 23, 12, 30)


def test_what_ends_at_closing_time_is_due_then_and_not_the_next_morning():
    assert JAS.add(clock(2026, 11, 21, 14), 4 * HOUR) == clock(2026, 11, 21, 18)


def test_a_break_at_noon_does_not_count():
    jas = every_day(Stretch(time(9), time(12, 30)), Stretch(time(13), time(18)))
    assert not jas.is_open(clock(2026, 11, 21, 12, 45))
    assert jas.between(clock(2026, 11, 21, 12), clock(2026, 11, 21, 14)) == 90 * MINUTE


def test_a_cafe_is_open_past_midnight_also_into_a_closed_day():
    cafe = OpeningHours(
        week=((),) * 4 + ((Stretch(time(20), time(2)),),) * 2 + ((),),
        zone=ZUTPHEN,
        closed=frozenset({date(2026, 11, 21)}),
    )
    assert cafe.is_open(clock(2026, 11, 21, 1))
    assert cafe.closes_next(clock(2026, 11, 20, 23)) == clock(2026, 11, 21, 2)
    assert not cafe.is_open(clock(2026, 11, 21, 21))


def test_who_never_closes_has_no_closing_time_but_does_at_christmas():
    assert ALWAYS.closes_next(SATURDAY) is None
    assert every_day(Stretch(time(0), time(0)), holidays=frozenset({"christmas"})).closes_next(
        clock(2026, 12, 20)
    ) == clock(2026, 12, 25)


def test_who_never_opens_gives_no_moment_and_no_time():
    assert CLOSED.opens_next(SATURDAY) is None
    assert CLOSED.closes_next(SATURDAY) is None
    assert CLOSED.add(SATURDAY, HOUR) is None
    assert CLOSED.add_days(SATURDAY, 1) is None
    assert CLOSED.between(SATURDAY, SATURDAY + 400 * DAY) == timedelta(0)


def test_a_long_holiday_is_slept_through():
    away = OpeningHours(
        week=JAS.week, zone=ZUTPHEN, closed=frozenset(date(2026, 7, 1) + n * DAY for n in range(62))
    )
    assert away.opens_next(clock(2026, 6, 30, 18)) == clock(2026, 9, 1, 9)
    assert away.closes_next(clock(2026, 6, 30, 18)) == clock(2026, 9, 1, 18)


def test_open_days_skip_sunday_and_stay_within_the_hours():
    assert JAS.add_days(SATURDAY, 1) == clock(2026, 11, 23, 10)
    assert JAS.add_days(clock(2026, 11, 21, 20), 1) == clock(2026, 11, 24, 9)
    late_on_thursday = OpeningHours(
        week=(*((Stretch(time(9), time(21 if day == 3 else 18)),) for day in range(6)), ()),
        zone=ZUTPHEN,
    )
    assert late_on_thursday.add_days(clock(2026, 11, 19, 20), 1) == clock(2026, 11, 20, 18)


def test_a_shop_with_a_clock_elsewhere_keeps_its_own_hours():
    sydney = same_every_day(time(9), time(18), days=6, zone=ZoneInfo("Australia/Sydney"))
    assert sydney.opens_next(datetime(2026, 11, 22, 12, tzinfo=UTC)) == datetime(2026, 11, 22, 22, tzinfo=UTC)


# The clock goes forward on 28 March 2027 at 02:00, and back on 25 October 2026 at 03:00.


def test_the_night_that_is_an_hour_short_has_an_hour_less_of_a_stretch_across_it():
    night = at_night(time(1), time(5))
    assert night.between(clock(2027, 3, 28), clock(2027, 3, 28, 12)) == 3 * HOUR
    assert night.add(clock(2027, 3, 28, 1), 3 * HOUR) == clock(2027, 3, 28, 5)


def test_a_stretch_that_begins_in_the_skipped_hour_begins_when_the_clock_is_set():
    night = at_night(time(2, 30), time(3, 15))
    assert night.opens_next(clock(2027, 3, 28)) == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert night.between(clock(2027, 3, 28), clock(2027, 3, 28, 12)) == 15 * MINUTE
    assert at_night(time(2, 10), time(2, 50)).between(clock(2027, 3, 28), clock(2027, 3, 29)) == timedelta(0)


def test_the_night_that_is_an_hour_long_has_an_hour_more():
    assert at_night(time(1), time(5)).between(clock(2026, 10, 25), clock(2026, 10, 25, 12)) == 5 * HOUR


def test_a_time_that_comes_twice_counts_twice():
    night = at_night(time(2, 15), time(2, 45))
    assert night.is_open(clock(2026, 10, 25, 2, 30))
    assert night.is_open(clock(2026, 10, 25, 2, 30, fold=1))
    assert not night.is_open(clock(2026, 10, 25, 2, 50))
    assert night.between(clock(2026, 10, 25), clock(2026, 10, 26)) == HOUR


def test_nine_is_nine_on_the_monday_after_the_clock_changed():
    assert JAS.add(clock(2027, 3, 27, 17), 2 * HOUR) == clock(2027, 3, 29, 10)
    assert JAS.add_days(clock(2027, 3, 27, 17), 1) == clock(2027, 3, 29, 17)


def test_a_day_whose_only_hour_is_skipped_is_no_open_day():
    night = at_night(time(2), time(2, 30))
    assert night.add_days(clock(2027, 3, 27, 2, 10), 1) == clock(2027, 3, 29, 2, 10)
    assert night.add_days(clock(2027, 3, 26, 2, 10), 1) == clock(2027, 3, 27, 2, 10)


def test_nonsense_is_refused():
    with pytest.raises(BadInput):
        every_day(Stretch(time(9), time(13)), Stretch(time(12), time(18)))
    with pytest.raises(BadInput):
        OpeningHours(week=((),), zone=ZUTPHEN)
    with pytest.raises(BadInput):
        every_day(holidays=frozenset({"talk-like-a-pirate"}))
    with pytest.raises(BadInput):
        JAS.is_open(datetime(2026, 11, 21))  # noqa: DTZ001 - that is what is refused
    with pytest.raises(BadInput):
        JAS.add(SATURDAY, -HOUR)


# Holidays.


def test_easter_falls_where_the_almanac_says():
    known = {1818: (3, 22), 1954: (4, 18), 2000: (4, 23), 2024: (3, 31), 2026: (4, 5), 2027: (3, 28), 2038: (4, 25)}  # fmt: skip
    assert {year: (easter(year).month, easter(year).day) for year in known} == known


def test_each_country_gets_its_own_proposal():
    dutch, belgian = ({one.key for one in holidays_of(country)} for country in ("NL", "BE"))
    assert {"kings-day", "liberation-day"} <= dutch - belgian
    assert {"armistice", "all-saints", "belgian-day"} <= belgian - dutch
    assert "christmas" in dutch & belgian
    assert all(one.names["nl"] and one.names["en"] for one in HOLIDAYS)


def test_the_king_moves_his_day_off_a_sunday():
    assert "kings-day" in holidays_in(2025)[date(2025, 4, 26)]
    assert "kings-day" in holidays_in(2026)[date(2026, 4, 27)]


def test_a_ticked_holiday_is_closed_each_year_and_another_is_not():
    jas = OpeningHours(week=JAS.week, zone=ZUTPHEN, holidays=frozenset({"easter-monday"}))
    assert not jas.is_open(clock(2026, 4, 6, 12))
    assert not jas.is_open(clock(2027, 3, 29, 12))
    assert jas.is_open(clock(2026, 12, 25, 12))


# Properties.

times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
zones = st.sampled_from(["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])


@st.composite
def opening_hours(draw):
    """Any week: breaks, nights, closed days."""

    def a_day():
        marks = sorted(draw(st.sets(times, max_size=4)))
        pairs = [Stretch(*pair) for pair in zip(marks[::2], marks[1::2], strict=False)]
        if len(marks) % 2:
            pairs.append(Stretch(marks[-1], draw(st.sampled_from([time(0), time(2, 30)]))))
        return tuple(pairs)

    try:
        return OpeningHours(
            week=tuple(a_day() for _ in range(7)),
            zone=ZoneInfo(draw(zones)),
            closed=frozenset(draw(st.sets(st.dates(date(2026, 3, 1), date(2026, 12, 1)), max_size=3))),
            holidays=frozenset(draw(st.sets(st.sampled_from(["christmas", "kings-day"])))),
        )
    except BadInput:  # the last stretch of a day ran into its first
        return JAS


# Around both changes of the clock, in all four zones.
moments = st.one_of(
    st.datetimes(datetime(2026, 3, 25), datetime(2026, 4, 8)),  # noqa: DTZ001 - UTC is put on below
    st.datetimes(datetime(2026, 10, 1), datetime(2026, 11, 4)),  # noqa: DTZ001
).map(lambda at: at.replace(tzinfo=UTC, microsecond=0))
waits = st.integers(0, 60 * 60).map(lambda minutes: timedelta(minutes=minutes))


@given(opening_hours(), moments)
def test_a_shop_is_open_exactly_when_its_clock_shows_a_time_within_a_stretch(hours, at):
    wall = at.astimezone(hours.zone).replace(tzinfo=None)
    within = False
    for day in (wall.date() - DAY, wall.date()):
        for one in () if hours.is_closed_on(day) else hours.week[day.weekday()]:
            opens = datetime.combine(day, one.opens)
            within |= opens <= wall < opens + one.length
    assert hours.is_open(at) == within


def test_a_night_that_runs_into_a_whole_day_is_counted_once():
    night, whole_day = Stretch(time(3), time(2, 30)), Stretch(time(0), time(0))
    hours = OpeningHours(((), (night,), (whole_day,), (), (), (), ()), ZoneInfo("Europe/Amsterdam"))
    midnight = datetime(2026, 3, 25, 0, 0, tzinfo=UTC)
    assert hours.between(midnight, midnight) == timedelta(0)
    assert hours.between(midnight, midnight + timedelta(hours=2)) == timedelta(hours=2)


@given(opening_hours(), moments, waits)
def test_between_takes_back_what_add_put_there(hours, at, wait):
    end = hours.add(at, wait)
    if end is None:
        assert not hours.is_ever_open
    else:
        assert end >= at
        assert hours.between(at, end) == wait


@given(opening_hours(), moments, moments)
def test_add_takes_back_what_between_measured(hours, one, other):
    start, end = sorted((one, other))
    reached = hours.add(start, hours.between(start, end))
    assert reached is None or reached <= end
    assert reached is None or hours.between(reached, end) == timedelta(0)


@given(opening_hours(), moments, moments, waits)
def test_who_asks_sooner_is_never_due_later(hours, one, other, wait):
    first, second = sorted((one, other))
    if hours.is_ever_open:
        assert hours.add(first, wait) <= hours.add(second, wait)
        assert hours.add(first, wait) <= hours.add(first, wait + MINUTE)


@given(opening_hours(), moments, moments, moments)
def test_open_time_adds_up(hours, one, other, third):
    a, b, c = sorted((one, other, third))
    assert hours.between(a, b) + hours.between(b, c) == hours.between(a, c)
    assert timedelta(0) <= hours.between(a, b) <= b - a
    assert hours.between(b, a) == -hours.between(a, b)


@given(opening_hours(), moments)
def test_it_opens_when_it_says_and_closes_when_it_says(hours, at):
    opens, closes = hours.opens_next(at), hours.closes_next(at)
    if opens is None:
        assert not hours.is_ever_open
        return
    assert hours.is_open(opens)
    assert hours.is_open(at) == (opens == at)
    assert hours.between(at, opens) == timedelta(0)
    if closes is not None:
        assert not hours.is_open(closes)
        assert hours.between(opens, closes) == closes - opens


@given(opening_hours(), moments, st.integers(1, 6))
def test_a_working_day_later_is_later_and_open_until_then(hours, at, days):
    due = hours.add_days(at, days)
    if due is None:
        assert not hours.is_ever_open
    else:
        assert due > at
        assert hours.is_open(due) or hours.is_open(due - timedelta(seconds=1))


THE_ENDS = ("0001-01-01T00:00", "0001-01-03T12:00", "9999-12-30T00:00", "9999-12-31T23:59")


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/New_York", "Pacific/Auckland"])
@pytest.mark.parametrize("moment", THE_ENDS)
def test_at_the_ends_of_the_calendar_nothing_breaks(zone, moment):
    jas, at = (
        same_every_day(time(9), time(18), days=7, zone=ZoneInfo(zone)),
        datetime.fromisoformat(f"{moment}Z"),
    )
    assert jas.is_open(at) in {True, False}
    due, opens = jas.add(at, HOUR), jas.opens_next(at)
    assert (due is None, opens is None) == (at.year > 1, at.year > 1)
    assert jas.between(at, at) == timedelta(0)
