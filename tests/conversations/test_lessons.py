"""What the shop learns: a change with an owner and a day, who suggested it is told, and whether it helped is said honestly."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from conftest import NOW
from conversations.cast import answered, met, rob, waiting
from toonbank.conversations.casebook import Case, Improvement
from toonbank.conversations.causes import Month, cause_bars, causes_by_month, month_bars, months_back
from toonbank.conversations.effect import at_most, effect_of
from toonbank.conversations.lessonboard import board_of, in_words
from toonbank.conversations.lessons import (
    Plan,
    add_source,
    change_improvement,
    drop,
    due,
    finish,
    make_improvement,
    mark_told,
    take_up_again,
    to_tell,
    unmark_told,
)
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.paging import Place
from toonbank.ledger.models import Entry

TODAY = NOW.date()
DAY = timedelta(days=1)
CHART = "Zet de maten er voortaan even bij, dat scheelt bellen."


@pytest.fixture
def advice(jas_shop, square):
    """Rob suggests a size chart."""
    return waiting(jas_shop, square, CHART, contact=rob(jas_shop), label="criticism")


@pytest.fixture
def chart(jas_shop, noor, advice):
    """Noor sees to a size chart, because Rob said so."""
    plan = Plan("Maattabel bij kinderjassen.", "information", noor, TODAY + 14 * DAY)
    return make_improvement(jas_shop, noor, plan, sources=[advice], now=NOW)


def complaints(shop, account, cause, *moments):
    """Complaints with this cause that began at these moments."""
    for at in moments:
        talk = waiting(shop, account, "Klopt niet.", at=at, label="complaint-implicit")
        Case.objects.create(shop=shop, conversation=talk, opened_at=at, cause=cause)


def test_a_change_has_an_owner_and_a_day_and_stands_in_the_books(chart, noor):
    assert (chart.owner, chart.due_on) == (noor, TODAY + 14 * DAY)
    assert Entry.objects.get().kind == "improvement_made"


@pytest.mark.parametrize("wrong", [{"what": " "}, {"cause": ""}, {"cause": "weather"}])
def test_a_change_that_says_too_little_is_not_kept(jas_shop, noor, wrong):
    whole = {"what": "Maattabel", "cause": "information", "owner": noor, "due_on": TODAY}
    with pytest.raises(BadInput):
        make_improvement(jas_shop, noor, Plan(**whole | wrong), now=NOW)


def test_who_left_the_shop_sees_to_nothing(jas_shop, noor, bas):
    bas.left_at = NOW
    with pytest.raises(BadInput):
        make_improvement(jas_shop, noor, Plan("Maattabel", "information", bas, TODAY), now=NOW)


def test_who_only_looks_plans_nothing(jas_shop, hire):
    piet = hire(jas_shop, "Piet", "viewer")
    with pytest.raises(NotAllowed):
        make_improvement(jas_shop, piet, Plan("Maattabel", "information", piet, TODAY), now=NOW)


def test_who_could_not_finish_it_is_no_owner(jas_shop, noor, hire, door_of):
    piet = hire(jas_shop, "Piet", "viewer")
    with pytest.raises(BadInput, match="Piet"):
        make_improvement(jas_shop, noor, Plan("Maattabel", "information", piet, TODAY), now=NOW)
    page = door_of(noor).get("/s/jas/counter/lessons/new/").content.decode()
    assert f'value="{noor.pk}"' in page
    assert f'value="{piet.pk}"' not in page


def test_it_is_due_on_its_day_and_not_before(chart):
    assert not due(TODAY + 13 * DAY).exists()
    assert due(TODAY + 14 * DAY).get() == chart


def test_what_is_done_or_dropped_is_due_no_more(chart, noor):
    finish(chart, noor, now=NOW)
    assert not due(TODAY + 30 * DAY).exists()
    take_up_again(chart, noor, now=NOW)
    with pytest.raises(BadInput):
        drop(chart, noor, why=" ", now=NOW)
    drop(chart, noor, why="De fabriek levert geen maten.", now=NOW)
    assert not due(TODAY + 30 * DAY).exists()


def test_what_is_done_is_not_changed_behind_anybodys_back(chart, noor):
    finish(chart, noor, now=NOW)
    with pytest.raises(Overtaken):
        change_improvement(chart, noor, Plan("Iets anders", "price", noor, TODAY))
    with pytest.raises(Overtaken):
        finish(chart, noor, now=NOW)


def test_rob_is_told_once_it_is_done_and_by_a_person(chart, advice, noor):
    assert to_tell(chart) == []
    with pytest.raises(BadInput):
        mark_told(chart, advice, noor, now=NOW)
    finish(chart, noor, now=NOW)
    assert to_tell(chart) == [advice]
    with pytest.raises(BadInput):
        mark_told(chart, advice, noor, now=NOW)  # nobody wrote to him yet
    answered(advice, noor, "Rob, hij staat erbij. Dank voor de tip. Noor", at=NOW + DAY)
    mark_told(chart, advice, noor, now=NOW + DAY)
    assert to_tell(Improvement.objects.get()) == []


def test_an_answer_from_before_it_was_done_tells_nothing(chart, advice, noor):
    answered(advice, noor, "Goed idee, Rob. Noor", at=NOW - DAY)
    finish(chart, noor, now=NOW)
    with pytest.raises(BadInput):
        mark_told(chart, advice, noor, now=NOW)


def test_a_mark_that_was_not_meant_is_taken_back(chart, advice, noor):
    finish(chart, noor, now=NOW)
    answered(advice, noor, "Rob, hij staat erbij.", at=NOW + DAY)
    mark_told(chart, advice, noor, now=NOW + DAY)
    unmark_told(chart, advice, noor)
    assert to_tell(Improvement.objects.get()) == [advice]


def test_telling_rob_sends_nothing_by_itself(chart, advice, noor, door_of):
    finish(chart, noor, now=NOW)
    before = advice.messages.count()
    door_of(noor).post(f"/s/jas/counter/lessons/{chart.pk}/told/{advice.pk}/")
    assert advice.messages.count() == before
    assert to_tell(Improvement.objects.get()) == [advice]


def test_months_that_saw_no_complaint_stand_there_too(jas_shop, square):
    complaints(jas_shop, square, "quality", NOW, NOW - 40 * DAY, NOW - 41 * DAY)
    months = causes_by_month(jas_shop, TODAY, 4)
    assert [month.total for month in months] == [0, 0, 2, 1]


def test_a_month_begins_on_the_shops_own_clock(jas_shop, square):
    late = datetime.fromisoformat("2026-10-31T23:30:00+00:00")  # 1 November, half past midnight in Zutphen
    complaints(jas_shop, square, "delivery", late)
    assert causes_by_month(jas_shop, TODAY, 2)[-1].by_cause == Counter(delivery=1)


def test_counting_a_year_takes_one_query(jas_shop, square, django_assert_num_queries):
    complaints(jas_shop, square, "quality", *(NOW - n * 9 * DAY for n in range(30)))
    with django_assert_num_queries(1):
        causes_by_month(jas_shop, TODAY)


@given(st.dates(date(2001, 1, 1), date(2100, 12, 31)), st.integers(1, 40))
def test_months_follow_one_another(last, count):
    months = months_back(last, count)
    assert len(months) == count
    assert months[-1] == last.replace(day=1)
    assert all((later - earlier).days in range(28, 32) for earlier, later in pairwise(months))


causes = st.dictionaries(st.sampled_from(["service", "price", "quality", ""]), st.integers(0, 500)).map(
    Counter
)


@given(causes, causes)
def test_bars_stay_inside_the_drawing_and_are_as_long_as_their_number(now, before):
    bars = cause_bars(Month(TODAY, now), Month(TODAY, before))
    for bar in bars:
        assert 0 <= float(bar.now_width[:-1]) <= 58.05
        assert float(bar.number_x[:-1]) <= 88.1
    widths = [(bar.now, float(bar.now_width[:-1])) for bar in bars]
    assert all((one[0] < two[0]) <= (one[1] <= two[1]) for one in widths for two in widths)
    named = [bar.now for bar in bars if bar.cause]
    assert named == sorted(named, reverse=True)
    assert all(bar.cause for bar in bars[:-1])


def test_the_last_month_is_the_one_that_is_marked():
    bars = month_bars([Month(TODAY, Counter(price=n)) for n in (3, 0, 6)])
    assert [bar.is_last for bar in bars] == [False, False, True]
    assert bars[1].height == "0.0%"


def spread(count, begin, days):
    """So many complaints, evenly over these days."""
    return [begin + (n + 0.5) * days / count * DAY for n in range(count)]


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [(30, 6, "fewer"), (6, 30, "more"), (10, 9, "perhaps"), (4, 2, "perhaps"), (9, 9, "same"), (2, 3, "same"), (0, 0, "none")],
)  # fmt: skip
def test_whether_it_helped_is_said_with_doubt_where_there_are_few(before, after, verdict):
    moments = spread(before, NOW - 90 * DAY, 90) + spread(after, NOW, 90) if before or after else []
    found = effect_of(moments, NOW, NOW + 90 * DAY, since=NOW - 90 * DAY)
    assert (found.before, found.after, found.verdict) == (before, after, verdict)


@pytest.mark.parametrize(("kept_for", "passed"), [(90, 20), (20, 90)])
def test_before_four_weeks_on_both_sides_nothing_is_said(kept_for, passed):
    moments = spread(20, NOW - 90 * DAY, 90)
    found = effect_of(moments, NOW, NOW + passed * DAY, since=NOW - kept_for * DAY)
    assert found.verdict == "early"


def test_a_short_time_after_is_not_taken_for_few_complaints():
    """Ten in a hundred days and three in thirty is the same pace."""
    moments = spread(10, NOW - 100 * DAY, 100) + spread(3, NOW, 30)
    assert effect_of(moments, NOW, NOW + 30 * DAY, since=NOW - 100 * DAY).verdict == "same"


@given(st.integers(0, 40), st.floats(0.05, 0.95))
def test_chance_adds_up(total, share):
    assert at_most(total, total, share) == pytest.approx(1)
    assert all(at_most(k, total, share) <= at_most(k + 1, total, share) + 1e-12 for k in range(total))


def test_every_verdict_is_said_in_words(jas_shop):
    for before, after in [(30, 6), (6, 30), (4, 2), (9, 9), (0, 0)]:
        moments = spread(before, NOW - 90 * DAY, 90) + spread(after, NOW, 90) if before else []
        assert in_words(effect_of(moments, NOW, NOW + 90 * DAY, since=NOW - 90 * DAY)).endswith(".")


def test_before_a_day_has_passed_nothing_is_counted():
    moments = [NOW - DAY]
    said = in_words(effect_of(moments, NOW, NOW + DAY / 2, since=NOW - 2 * DAY))
    assert not any(sign.isdigit() for sign in said)
    with translation.override("nl"):
        said = in_words(effect_of(moments, NOW, NOW + DAY, since=NOW - 2 * DAY))
    assert said.endswith(" 1 klacht in de 2 dagen ervoor, 0 klachten in de dag erna.")


def test_the_board_tells_what_helped(jas_shop, square, chart, noor):
    finish(chart, noor, now=NOW - 60 * DAY)
    Improvement.objects.update(done_at=NOW - 60 * DAY)
    complaints(
        jas_shop, square, "information", *spread(20, NOW - 120 * DAY, 60), *spread(2, NOW - 60 * DAY, 60)
    )
    (line,) = board_of(TODAY, NOW, Place()).ended
    assert line.effect.verdict == "fewer"


@pytest.fixture
def many(jas_shop, square, noor):
    """Make so many changes, done and under way, each suggested by somebody."""

    def make(count):
        for n in range(count):
            advice = waiting(jas_shop, square, CHART, label="criticism")
            plan = Plan(f"Verbetering {n}", "quality", noor, TODAY + DAY)
            row = make_improvement(jas_shop, noor, plan, sources=[advice], now=NOW)
            if n % 2:
                finish(row, noor, now=NOW)

    return make


@pytest.mark.parametrize("address", ["lessons/", "advice/", "advice/2026/11/", "lessons/new/"])
def test_pages_ask_as_little_with_thirty_rows_as_with_two(jas_shop, square, noor, door_of, many, address):
    door, asked = door_of(noor), []
    for more in (2, 30):
        many(more)
        complaints(jas_shop, square, "quality", *(NOW - n * DAY for n in range(more)))
        with CaptureQueriesContext(connection) as seen:
            assert door.get(f"/s/jas/counter/{address}").status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 10


def test_the_first_page_says_kindly_that_there_is_nothing_yet(jas_shop, noor, door_of):
    assert door_of(noor).get("/s/jas/counter/lessons/").status_code == 200
    assert door_of(noor).get("/s/jas/counter/advice/").status_code == 200


@pytest.mark.parametrize("month", ["2026/13", "2026/0", "1999/5", "2199/1", "0/1"])
def test_a_month_that_is_none_is_no_page(noor, door_of, month):
    assert door_of(noor).get(f"/s/jas/counter/advice/{month}/").status_code == 404


def test_writing_down_a_change_by_the_form(jas_shop, noor, advice, door_of):
    door = door_of(noor)
    said = {"from": advice.pk, "what": "Maattabel", "cause": "", "owner": noor.pk, "due_on": "2199-01-01"}
    answer = door.post("/s/jas/counter/lessons/new/", said)
    assert answer.status_code == 400
    assert "Maattabel" in answer.content.decode()
    door.post("/s/jas/counter/lessons/new/", said | {"cause": "information"})
    assert list(Improvement.objects.get().advised_by.all()) == [advice]


def test_dropping_without_a_reason_keeps_the_page_open_at_that_line(chart, noor, door_of):
    answer = door_of(noor).post(f"/s/jas/counter/lessons/{chart.pk}/drop/", {"why": ""})
    assert answer.status_code == 400
    assert Improvement.objects.get().dropped_why == ""


def test_somebody_who_says_the_same_joins_those_who_will_be_told(jas_shop, square, chart, noor, door_of):
    second = waiting(jas_shop, square, "Maten graag", label="criticism")
    door_of(noor).post(f"/s/jas/counter/lessons/{chart.pk}/join/", {"from": second.pk})
    assert chart.advised_by.count() == 2


def test_months_before_the_first_complaint_fill_no_table(jas_shop, noor, door_of):
    page = door_of(noor).get("/s/jas/counter/advice/2026/11/").content.decode()
    assert page.count('<th scope="row">') == 1


def test_two_people_who_are_told_at_the_same_moment_are_both_written_down(
    chart, advice, noor, jas_shop, square
):
    other = waiting(jas_shop, square, "Een maattabel zou fijn zijn.", contact=met(jas_shop, "Lies"))
    add_source(chart, other)
    finish(chart, noor, now=NOW)
    for talk in (advice, other):
        answered(talk, noor, "Hij staat erbij. Noor", at=NOW + DAY)
    as_bas_saw_it = Improvement.objects.get()
    mark_told(chart, advice, noor, now=NOW + DAY)
    with pytest.raises(Overtaken):
        mark_told(as_bas_saw_it, other, noor, now=NOW + DAY)
    mark_told(Improvement.objects.get(), other, noor, now=NOW + DAY)
    assert to_tell(Improvement.objects.get()) == []
