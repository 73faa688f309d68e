"""Who waits too long: each clock from both sides, on the shop's own hours."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.core.deadlines import Promise, reply_due
from toonbank.core.hours import OpeningHours, same_every_day
from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.background import ThreadSeen
from toonbank.etiquette.thresholds import COMPLAINT_MINUTES, Thresholds
from toonbank.etiquette.waiting import (
    held_against_always,
    in_answering_hours,
    is_past_clock,
    middle,
    nine_in_ten,
    promised_in,
)
from toonbank.triage.clock import CLOCKS

HOME = ZoneInfo("Europe/Amsterdam")
NINE = datetime(2026, 11, 18, 9, 0, tzinfo=HOME)  # a Wednesday
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def slugs(facts: dict[str, object]) -> list[str]:
    return [
        one.rule for one in check(Draft("Week 47", "account", lang="nl"), Facts.from_json(facts)).findings
    ]


def waiting(label: str, span: timedelta, **more: object) -> list[str]:
    queue = [{"label": label, "received": NINE.isoformat(), "answered": None}]
    return slugs({"now": (NINE + span).isoformat(), "threads": queue, **more})


@pytest.mark.parametrize(("label", "minutes"), COMPLAINT_MINUTES.items())
def test_a_complaint_may_wait_as_long_as_its_clock_says(label, minutes):
    assert waiting(label, minutes * MINUTE) == []
    assert waiting(label, (minutes + 1) * MINUTE) == ["unanswered-complaint"]


def test_a_question_is_no_complaint():
    assert waiting("question", 20 * HOUR) == []


def test_the_clock_stands_still_out_of_hours_except_for_danger():
    evening = datetime(2026, 11, 18, 20, 30, tzinfo=HOME)
    for label, expected in (("complaint-blame", []), ("danger", ["unanswered-complaint"])):
        queue = [{"label": label, "received": evening.isoformat(), "answered": None}]
        assert slugs({"now": (evening + 12 * HOUR).isoformat(), "threads": queue}) == expected


def test_sunday_counts_for_nothing_until_the_shop_says_so():
    saturday = datetime(2026, 11, 21, 18, 0, tzinfo=HOME)
    queue = [{"label": "complaint-implicit", "received": saturday.isoformat(), "answered": None}]
    facts = {"now": (saturday + 24 * HOUR).isoformat(), "threads": queue}
    assert slugs(facts) == []
    assert slugs(facts | {"thresholds": {"answering_weekdays": 7}}) == ["unanswered-complaint"]


def test_no_complaint_waits_longer_than_a_day_also_over_a_closed_sunday():
    saturday = datetime(2026, 11, 21, 18, 0, tzinfo=HOME)
    for label in COMPLAINT_MINUTES:
        queue = [{"label": label, "received": saturday.isoformat(), "answered": None}]
        facts = {"now": (saturday + 24 * HOUR + MINUTE).isoformat(), "threads": queue}
        assert slugs(facts) == ["unanswered-complaint"]
        longer = {"thresholds": {"first_answer_always_hours": 30}}
        assert (slugs(facts | longer) == []) == (label != "danger")


SIX_DAYS = same_every_day(time(9), time(18), days=6, zone=HOME)
MOMENTS = st.integers(0, 21 * 24 * 60).map(lambda minutes: NINE.astimezone(UTC) + minutes * MINUTE)


@given(st.sampled_from(sorted(COMPLAINT_MINUTES)), MOMENTS, st.integers(0, 60 * 60), st.integers(1, 48))
def test_the_rule_and_the_counter_call_the_same_complaint_late(label, heard_at, waited, always):
    hours = replace(SIX_DAYS, closed=frozenset({date(2026, 11, 24)}))
    limits = replace(Thresholds(), first_answer_always_hours=always)
    facts, now = Facts(hours=hours, thresholds=limits), heard_at + waited * MINUTE
    promise = Promise(always_minutes=always * 60)
    due = reply_due(CLOCKS[label], heard_at, hours, promise, label=label)
    assert is_past_clock(ThreadSeen(label=label, received_at=heard_at), now, facts) == (now > due)


def test_posting_on_while_a_complaint_waits_is_told():
    queue = [{"label": "complaint-implicit", "received": NINE.isoformat(), "answered": None}]
    posts = [{"text": "Sjaals!", "at": (NINE + 2 * HOUR).isoformat()}]
    facts = Facts.from_json({"now": (NINE + 25 * HOUR).isoformat(), "threads": queue, "archive": posts})
    (finding,) = [
        one
        for one in check(Draft("Week 47", "account", lang="nl"), facts).findings
        if one.rule == "unanswered-complaint"
    ]
    assert finding.message == "Een klacht wacht al 25 uur, en intussen plaatste je 1 keer iets anders."


def test_a_zone_changes_nothing():
    for zone in ("Europe/Amsterdam", "UTC", "America/New_York"):
        said = NINE.astimezone(ZoneInfo(zone))
        queue = [{"label": "complaint-blame", "received": said.isoformat(), "answered": None}]
        now = (NINE + 61 * MINUTE).astimezone(ZoneInfo(zone))
        facts = {"shop": {"zone": "Europe/Amsterdam"}, "now": now.isoformat(), "threads": queue}
        assert slugs(facts) == ["unanswered-complaint"]


def answered(*waits: timedelta, start: datetime = NINE) -> list[str]:
    queue = [
        {"label": "question", "received": start.isoformat(), "answered": (start + wait).isoformat()}
        for wait in waits
    ]
    return slugs({"now": (NINE + 72 * HOUR).isoformat(), "threads": queue})


def test_the_median_may_reach_the_target_and_not_pass_it():
    assert answered(*[4 * HOUR] * 5) == []
    assert answered(*[4 * HOUR + MINUTE] * 5) == ["slow-reply"]
    assert answered(*[4 * HOUR + MINUTE] * 4) == []  # too few to have a median
    assert answered(*[HOUR] * 3, *[9 * HOUR] * 2) == []  # half were quick


def test_one_in_ten_may_be_slow():
    assert answered(*[HOUR] * 9, 30 * HOUR) == []
    assert answered(*[HOUR] * 8, *[30 * HOUR] * 2) == ["slow-reply"]
    assert answered(*[HOUR] * 8, *[24 * HOUR] * 2) == []


def test_a_few_who_all_waited_longer_than_a_day_are_enough():
    assert answered(25 * HOUR, 26 * HOUR) == ["slow-reply"]
    assert answered(25 * HOUR, 2 * HOUR) == []


def weekend(label: str, *answered_at: datetime) -> list[str]:
    """What is said when all of these came on Saturday at half past six, and were answered then."""
    saturday = datetime(2026, 11, 14, 18, 30, tzinfo=HOME)
    queue = [
        {"label": label, "received": saturday.isoformat(), "answered": at.isoformat()} for at in answered_at
    ]
    return slugs({"now": NINE.isoformat(), "threads": queue})


def test_a_question_does_not_wait_on_a_day_on_which_the_shop_is_closed_and_a_complaint_does():
    monday = datetime(2026, 11, 16, 10, 0, tzinfo=HOME)
    assert weekend("question", *[monday] * 10) == []
    assert weekend("complaint-implicit", *[monday] * 10) == ["slow-reply"]
    assert weekend("", *[monday] * 10) == ["slow-reply"]  # what nobody knows may be serious
    assert weekend("question", *[monday] * 8, *[monday + 24 * HOUR] * 2) == ["slow-reply"]


def test_the_days_on_which_the_shop_is_closed_are_those_of_its_own_week():
    tuesday, thursday = NINE - 24 * HOUR, NINE + 24 * HOUR
    closed = replace(SIX_DAYS, closed=frozenset({NINE.date()}))
    never = OpeningHours(((),) * 7, zone=HOME)
    for week, label, held in (
        (SIX_DAYS, "question", 48),
        (closed, "question", 24),
        (closed, "complaint-implicit", 48),
        (never, "question", 48),
    ):
        assert held_against_always(label, tuesday, thursday, Facts(hours=week)) == held * HOUR


def test_answers_of_last_week_count_no_more():
    old = NINE - timedelta(days=9)
    assert answered(*[9 * HOUR] * 6, start=old) == []


def test_a_promised_time_is_kept_missed_or_put_off():
    def promised(now: datetime, *later: tuple[str, datetime]) -> list[str]:
        said = [{"from": "shop", "text": "Ik kom voor 15 uur terug.", "at": (NINE + 4 * HOUR).isoformat()}]
        said += [{"from": "shop", "text": text, "at": at.isoformat()} for text, at in later]
        return slugs({"now": now.isoformat(), "thread": {"messages": said}})

    three = NINE + 6 * HOUR
    assert promised(three) == []
    assert promised(three + HOUR) == ["slow-reply"]
    assert promised(three + HOUR, ("Het wordt later.", three - MINUTE)) == []
    assert promised(three + HOUR, ("Nu pas.", three + MINUTE)) == ["slow-reply"]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Ik bel je voor 15 uur", 15),
        ("back before 3 pm", 15),
        ("voor vijven", 17),
        ("by noon", 12),
        ("om 16:30", 16),
    ],
)
def test_promised_times_are_read_as_a_shop_means_them(text, hour):
    moment = promised_in(text, NINE)
    assert moment is not None
    assert moment.hour == hour


def test_the_middle_and_the_slowest_tenth():
    assert middle([HOUR, 3 * HOUR, 2 * HOUR]) == 2 * HOUR
    assert middle([HOUR, 2 * HOUR]) == 1.5 * HOUR
    assert nine_in_ten([HOUR] * 9 + [9 * HOUR]) == HOUR
    assert in_answering_hours(NINE, NINE + 24 * HOUR, HOME, Thresholds()) == 10 * HOUR


def test_waits_are_counted_where_no_clock_of_the_shop_is_known():
    messages = [
        {
            "label": "question",
            "received": f"2026-11-{day:02d}T20:00:00+01:00",
            "answered": f"2026-11-{day + 3:02d}T12:00:00+01:00",
        }
        for day in range(2, 8)
    ]
    late = check(Draft("", "account"), Facts.from_json({"threads": messages}))
    same = check(
        Draft("", "account"), Facts.from_json({"threads": messages, "now": "2026-11-11T10:00:00+01:00"})
    )
    assert [one.rule for one in late.findings] == ["slow-reply"]
    assert [one.message for one in late.findings] == [one.message for one in same.findings]
