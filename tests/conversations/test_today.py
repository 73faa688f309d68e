"""What Today tells of the counter, and what an account is told of those who wait."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope

from conftest import NOW
from conversations.cast import ANGRY, ASKS, answered, waiting
from toonbank.channels.base import Incoming
from toonbank.conversations.casebook import Storm
from toonbank.conversations.handling import reopen, snooze
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.lessons import Plan, finish, make_improvement
from toonbank.conversations.models import Conversation
from toonbank.conversations.moves import move_conversation
from toonbank.conversations.today import MOST
from toonbank.conversations.waits import threads_on
from toonbank.core.hours import Stretch
from toonbank.posts.attention import Attention
from toonbank.posts.behaving import behaviour_of
from toonbank.shops.opening_hours import ClosedDays, Opening, hours_of, set_hours

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BROKE = "De kinderstoel brak met haar erin."


def notices_for(shop, member, now):
    """What Today tells this member of the counter."""
    return Attention(shop, member, now).notices


def test_danger_calls_the_owner_before_everything_else(jas_shop, square, noor, bas):
    danger = waiting(jas_shop, square, BROKE, label="danger")
    (for_noor,), (for_bas,) = notices_for(jas_shop, noor, NOW), notices_for(jas_shop, bas, NOW)
    assert for_noor.is_pressing
    assert for_bas.is_pressing
    assert str(danger.pk) in for_noor.address
    assert for_noor.title != for_bas.title  # Bas must call her


def test_of_a_flood_of_danger_the_first_due_are_shown_and_where_the_others_are(jas_shop, square, noor, bas):
    last_first = [
        waiting(jas_shop, square, BROKE, label="danger", at=NOW - n * HOUR) for n in range(MOST + 12)
    ]
    *shown, more = notices_for(jas_shop, bas, NOW)
    due_first = [f"/s/jas/counter/{talk.pk}/" for talk in reversed(last_first)]
    assert [one.address for one in shown] == due_first[:MOST]
    assert more.title == "Nog 12 berichten over gevaar"
    assert more.is_pressing
    assert len(notices_for(jas_shop, noor, NOW)) == MOST + 1


def test_where_the_others_are_is_the_row_with_danger_alone(jas_shop, square, noor, door_of):
    waiting(jas_shop, square, ASKS)
    for n in range(MOST + 1):
        waiting(jas_shop, square, BROKE, label="danger", at=NOW + n * HOUR)
    told = [one for one in notices_for(jas_shop, noor, NOW) if "label=" in one.address]
    assert [one.title for one in told] == ["Nog 1 bericht over gevaar"]
    row = door_of(noor).get(told[0].address).content.decode()
    assert BROKE in row
    assert ASKS not in row


def test_as_many_as_fit_are_shown_without_a_word_of_more(jas_shop, square, noor):
    for n in range(MOST):
        waiting(jas_shop, square, BROKE, label="danger", at=NOW + n * HOUR)
    assert len(notices_for(jas_shop, noor, NOW)) == MOST


def test_danger_that_was_answered_is_told_no_more(jas_shop, square, noor):
    answered(waiting(jas_shop, square, BROKE, label="danger"), noor, "Is ze gewond? Ik bel u nu. Noor")
    assert notices_for(jas_shop, noor, NOW) == []


def test_danger_that_was_taken_up_again_is_told_after_what_is_due(jas_shop, square, noor):
    again = waiting(jas_shop, square, BROKE, label="danger", at=NOW - HOUR)
    answered(again, noor, "Is ze gewond? Ik bel u nu. Noor", at=NOW)
    move_conversation(again, "settle", at=NOW, member=noor)
    reopen(again, noor, now=NOW + HOUR)
    first = waiting(jas_shop, square, BROKE, label="danger", at=NOW)
    assert [one.address for one in notices_for(jas_shop, noor, NOW + HOUR)] == [
        f"/s/jas/counter/{talk.pk}/" for talk in (first, again)
    ]


def test_a_storm_stands_there_until_somebody_looked(jas_shop, noor):
    storm = Storm.objects.create(shop=jas_shop, about="rits wad", count=6, began_at=NOW, last_at=NOW)
    (notice,) = notices_for(jas_shop, noor, NOW)
    assert notice.address == f"/s/jas/counter/storms/{storm.pk}/"
    Storm.objects.update(settled_at=NOW, settled_by=noor)
    assert notices_for(jas_shop, noor, NOW) == []


def test_a_change_is_asked_after_on_its_day_and_of_who_sees_to_it(jas_shop, noor, bas, hire):
    plan = Plan("Maattabel", "information", bas, NOW.date() + DAY)
    row = make_improvement(jas_shop, noor, plan, now=NOW)
    assert notices_for(jas_shop, bas, NOW) == []
    assert len(notices_for(jas_shop, bas, NOW + DAY)) == 1
    assert len(notices_for(jas_shop, noor, NOW + DAY)) == 1  # the owner sees all
    assert notices_for(jas_shop, hire(jas_shop, "Eva", "webcare"), NOW + DAY) == []
    finish(row, bas, now=NOW)
    assert notices_for(jas_shop, bas, NOW + DAY) == []


def test_today_shows_it_and_asks_as_little_as_before(jas_shop, square, noor, door_of):
    door, asked = door_of(noor), []
    for n in range(2):
        with CaptureQueriesContext(connection) as seen:
            text = door.get("/s/jas/").content.decode()
        asked.append(len(seen))
        for _ in range(1 + 29 * n):
            waiting(jas_shop, square, BROKE, label="danger", at=timezone.now())
    text = door.get("/s/jas/").content.decode()
    assert BROKE in text
    assert asked[0] == asked[1] <= 10


def test_of_another_shop_nothing_is_told(jas_shop, square, hire):
    from toonbank.shops.models import Shop

    waiting(jas_shop, square, BROKE, label="danger")
    other = Shop.objects.create(name="Pet", slug="pet")
    eva = hire(other, "Eva", "owner")
    with scope(shop=other):
        assert notices_for(other, eva, NOW) == []


def test_what_waits_and_what_was_answered_of_late_is_known(jas_shop, square, noor):
    waiting(jas_shop, square, ANGRY, at=NOW - 5 * HOUR, label="complaint-blame")
    done = waiting(jas_shop, square, "Valt hij groot?", at=NOW - 2 * DAY, label="question")
    answered(done, noor, "Ja, een maat. Noor", at=NOW - 2 * DAY + HOUR)
    old = waiting(jas_shop, square, "Open op zondag?", at=NOW - 20 * DAY, label="question")
    answered(old, noor, "Nee. Noor", at=NOW - 19 * DAY)
    waiting(jas_shop, square, "Win een prijs", at=NOW, label="spam-abuse")
    seen = {(one.label, one.received_at, one.answered_at) for one in threads_on(square, NOW)}
    assert seen == {
        ("complaint-blame", NOW - 5 * HOUR, None),
        ("question", NOW - 2 * DAY, NOW - 2 * DAY + HOUR),
    }


def rules_of(account, now=NOW):
    """The rules that have something to say of this account."""
    return {remark.finding.rule for remark in behaviour_of(account, now=now).remarks}


def test_a_complaint_without_an_answer_shows_on_the_page_of_its_account(jas_shop, square, noor):
    talk = waiting(jas_shop, square, ANGRY, at=NOW - DAY, label="complaint-blame")
    assert "unanswered-complaint" in rules_of(square)
    answered(talk, noor, "Ik kijk ernaar. Noor", at=NOW)
    assert "unanswered-complaint" not in rules_of(square)


MONDAY_AT_TEN = NOW + 2 * DAY
TEN_TO_FIVE = Stretch(time(10), time(17))


def test_a_complaint_waits_by_the_week_in_which_the_shop_is_open(jas_shop, square, noor):
    waiting(jas_shop, square, ANGRY, at=MONDAY_AT_TEN, label="complaint-disapproval")
    afternoon = MONDAY_AT_TEN + 6 * HOUR
    assert "unanswered-complaint" in rules_of(square, afternoon)
    from_wednesday = ((), (), *((TEN_TO_FIVE,),) * 4, ())
    set_hours(jas_shop, noor, Opening(week=from_wednesday), now=NOW)
    assert "unanswered-complaint" not in rules_of(square, afternoon)
    assert "unanswered-complaint" in rules_of(square, afternoon + 2 * DAY)


def test_over_a_closed_sunday_counter_and_rule_give_a_complaint_the_same_day(jas_shop, square):
    """Jas closes at six on Saturday and opens on Monday."""
    saturday = NOW.astimezone(jas_shop.clock).replace(hour=17, minute=45)
    heard = Incoming("zaterdag", "rob", "Jullie hebben de verkeerde maat gestuurd.", saturday)
    keep(jas_shop, square, [heard], now=saturday)
    take_in(jas_shop, now=saturday)
    talk = Conversation.objects.get()
    assert (talk.label, talk.due_at) == ("complaint-accusation", saturday + DAY)
    assert "unanswered-complaint" not in rules_of(square, talk.due_at)
    assert "unanswered-complaint" in rules_of(square, talk.due_at + HOUR / 60)


def test_a_holiday_counts_for_nothing_in_the_time_people_waited(jas_shop, square, noor):
    for n in range(5):
        talk = waiting(jas_shop, square, "Valt hij groot?", at=MONDAY_AT_TEN - HOUR, label="question")
        answered(talk, noor, f"Ja, een maat. {n} Noor", at=MONDAY_AT_TEN + 7 * HOUR)
    now = MONDAY_AT_TEN + DAY
    assert "slow-reply" in rules_of(square, now)
    closed = ClosedDays(MONDAY_AT_TEN.date(), MONDAY_AT_TEN.date(), "inventaris")
    set_hours(jas_shop, noor, Opening(week=hours_of(jas_shop).week, closed=(closed,)), now=NOW)
    assert "slow-reply" not in rules_of(square, now)


def test_slow_answers_show_there_too(jas_shop, square, noor):
    for n in range(5):
        talk = waiting(jas_shop, square, "Valt hij groot?", at=NOW - 4 * DAY, label="question")
        answered(talk, noor, f"Ja, een maat. {n} Noor", at=NOW - 2 * DAY)
    assert "slow-reply" in rules_of(square)


@pytest.mark.parametrize("label", ["question", "complaint-implicit"])
def test_who_answers_soon_is_told_nothing(jas_shop, square, noor, label):
    for n in range(6):
        talk = waiting(jas_shop, square, "Valt hij groot?", at=NOW - DAY, label=label)
        answered(talk, noor, f"Ja, een maat. {n} Noor", at=NOW - DAY + HOUR / 2)
    assert not {"slow-reply", "unanswered-complaint"} & rules_of(square)


def test_what_comes_back_later_is_not_told_before_its_time(jas_shop, square, noor):
    asked = waiting(jas_shop, square, ASKS)
    snooze(asked, noor, until=NOW + HOUR, now=NOW)
    assert notices_for(jas_shop, noor, NOW) == []
    assert len(notices_for(jas_shop, noor, NOW + 2 * HOUR)) == 1
