"""When a reply is due: within the hours of the label while Jas is open, and what is serious within a day always."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.core.deadlines import AS_USUAL, CALM, STEPS, Promise, reply_due, solved_by
from toonbank.core.errors import BadInput
from toonbank.core.hours import OpeningHours, same_every_day
from toonbank.triage import clock as triage

ZUTPHEN = ZoneInfo("Europe/Amsterdam")
JAS = same_every_day(time(9), time(18), days=6, zone=ZUTPHEN)
SHUT = OpeningHours(week=((),) * 7, zone=ZUTPHEN)


def at(day, hour, minute=0):
    """A time on the wall in Zutphen in November 2026; the 21st is a Saturday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZUTPHEN)


@pytest.mark.parametrize(
    ("step", "due"),
    [
        ("30 min", at(20, 10, 30)),
        ("1 h", at(20, 11)),
        ("2 h", at(20, 12)),
        ("4 h", at(20, 14)),
        ("1 day", at(21, 10)),
        ("2 days", at(23, 10)),
        ("never", None),
    ],
)
def test_on_friday_at_ten_each_step_ends_where_a_shopkeeper_would_say(step, due):
    assert reply_due(step, at(20, 10), JAS, AS_USUAL, label="question") == due


def test_a_question_on_saturday_evening_waits_for_monday_and_a_complaint_does_not():
    assert reply_due("4 h", at(21, 17, 30), JAS, AS_USUAL, label="question") == at(23, 12, 30)
    assert reply_due("2 h", at(21, 17, 30), JAS, AS_USUAL, label="complaint-accusation") == at(22, 17, 30)


def test_danger_does_not_wait_for_the_door_to_open():
    assert reply_due("30 min", at(21, 20), JAS, AS_USUAL, label="danger") == at(21, 20, 30)
    assert reply_due("30 min", at(22, 12), JAS, AS_USUAL, label="danger") == at(22, 12, 30)
    assert reply_due("30 min", at(21, 17), JAS, AS_USUAL, label="danger") == at(21, 17, 30)
    assert reply_due("30 min", at(22, 12), SHUT, AS_USUAL, label="danger") == at(22, 12, 30)


def test_a_label_that_nobody_knows_is_taken_seriously():
    assert reply_due("4 h", at(21, 17, 30), JAS) == at(22, 17, 30)
    assert reply_due("4 h", at(21, 17, 30), JAS, label="something-new") == at(22, 17, 30)


def test_the_calm_labels_are_labels_of_triage_and_the_steps_are_its_steps():
    assert set(triage.CLOCKS) > CALM
    assert tuple(STEPS) == triage.STEPS


def test_a_shop_that_never_opens_answers_within_a_day():
    assert reply_due("2 days", at(21, 12), SHUT, label="chat") == at(22, 12)
    assert reply_due("never", at(21, 12), SHUT, label="spam-abuse") is None
    assert solved_by(at(21, 12), SHUT) == at(26, 12)


def test_the_shop_may_promise_more_or_less():
    promise = Promise(minutes={"question": 60, "chat": 3 * 1440}, always_minutes=12 * 60)
    assert reply_due("4 h", at(20, 10), JAS, promise, label="question") == at(20, 11)
    assert reply_due("2 days", at(20, 10), JAS, promise, label="chat") == at(24, 10)
    assert reply_due("4 h", at(20, 10), JAS, promise, label="doubt") == at(20, 14)
    assert reply_due("1 h", at(20, 17, 59), JAS, promise, label="complaint-blame") == at(21, 5, 59)


def test_what_presses_goes_one_step_sooner_also_with_a_promise_of_our_own():
    promise = Promise(minutes={"question": 1440, "doubt": 20})
    due = reply_due("2 h", at(20, 10), JAS, promise, label="question", is_raised=True)
    assert due == at(20, 14)
    assert reply_due("1 h", at(20, 10), JAS, promise, label="doubt", is_raised=True) == at(20, 10, 20)


def test_a_complaint_is_solved_in_five_working_days():
    assert solved_by(at(20, 10), JAS) == at(26, 10)


def test_nonsense_is_refused():
    with pytest.raises(BadInput):
        reply_due("soon", at(20, 10), JAS)
    with pytest.raises(BadInput):
        Promise(minutes={"question": 1500})
    with pytest.raises(BadInput):
        Promise(minutes={"question": 0})
    with pytest.raises(BadInput):
        Promise(always_minutes=0)


november = st.integers(0, 30 * 24 * 60).map(
    lambda minutes: datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(st.sampled_from(list(STEPS)), november, november)
def test_who_wrote_first_is_due_first(step, one, other):
    first, second = sorted((one, other))
    for label in ("question", "danger"):
        assert reply_due(step, first, JAS, label=label) <= reply_due(step, second, JAS, label=label)


@given(november, st.sampled_from(["question", "danger"]))
def test_a_sooner_step_is_never_due_later_and_all_are_in_the_future(heard, label):
    due = [reply_due(step, heard, JAS, label=label) for step in ("30 min", "1 h", "2 h", "4 h")]
    assert heard < due[0]
    assert due == sorted(due)
    assert reply_due("1 day", heard, JAS, label=label) <= reply_due("2 days", heard, JAS, label=label)
