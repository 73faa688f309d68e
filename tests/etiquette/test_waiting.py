"""Who waits too long: each clock from both sides, on the shop's own hours."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.thresholds import COMPLAINT_MINUTES, Thresholds
from toonbank.etiquette.waiting import in_answering_hours, middle, nine_in_ten, promised_in

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
