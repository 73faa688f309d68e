"""The rules on answering measure by what the shop promised, and by nothing else."""

from datetime import time

import pytest

from conftest import NOW
from toonbank.core.deadlines import A_DAY, Promise
from toonbank.core.errors import BadInput
from toonbank.core.hours import Stretch
from toonbank.etiquette import Facts
from toonbank.etiquette.house_rules import HouseRules
from toonbank.etiquette.thresholds import Thresholds
from toonbank.evidence.facts import facts_for
from toonbank.shops.house import change_house
from toonbank.shops.models import Shop
from toonbank.shops.opening_hours import Opening, hours_of, promise_of, set_hours
from toonbank.shops.promised import PROMISED, as_promised

ADDRESS = "/s/jas/shop/house-rules/"


@pytest.fixture
def prompt(jas_shop, noor):
    """Jas answers a question within the hour, a complaint without reproach the next day, and all within twelve hours."""
    promise = Promise(minutes={"question": 60, "complaint-implicit": A_DAY}, always_minutes=720)
    set_hours(jas_shop, noor, Opening(week=hours_of(jas_shop).week, promise=promise), now=NOW)
    return jas_shop


def test_a_shop_that_promised_nothing_is_measured_by_what_we_propose(jas_shop):
    assert as_promised(Thresholds(), jas_shop) == Thresholds()


def test_what_a_shop_promised_is_what_its_texts_and_accounts_are_measured_by(prompt):
    known = facts_for(prompt, "", now=NOW).thresholds
    assert (known.first_answer_hours, known.first_answer_always_hours) == (1, 12)
    assert known.complaint_clock_minutes["complaint-blame"] == 60


def test_a_working_day_is_as_long_as_a_day_on_which_the_shop_opens(prompt, noor):
    promise = promise_of(prompt)
    from_ten_to_four = ((Stretch(time(10), time(12)), Stretch(time(13), time(16))),) * 5 + ((), ())
    set_hours(prompt, noor, Opening(week=from_ten_to_four, promise=promise), now=NOW)
    assert as_promised(Thresholds(), prompt).complaint_clock_minutes["complaint-implicit"] == 5 * 60
    never = Opening(week=((),) * 7, promise=promise)
    set_hours(prompt, noor, never, now=NOW)
    assert as_promised(Thresholds(), prompt).complaint_clock_minutes["complaint-implicit"] == A_DAY


def test_the_house_rules_tell_no_other_hours_than_the_week(prompt, noor, door_of):
    door = door_of(noor)
    page = door.get(ADDRESS).content.decode()
    assert "De winkel antwoordt" not in page
    assert "vanaf maandag" not in page
    door.post(ADDRESS, {"measure-answering_from_hour": "11", "seen": "0"})
    assert "answering_from_hour" not in str(Shop.objects.get(pk=prompt.pk).house_rules)


def test_hours_that_were_kept_before_are_told_no_more(prompt, noor, door_of):
    house = HouseRules(Thresholds(answering_from_hour=11, approval_days=7))
    change_house(prompt, noor, house, seen=0, now=NOW)
    page = door_of(noor).get(ADDRESS).content.decode()
    assert "De winkel antwoordt" not in page
    assert "Eén instelling is anders" in page


def test_the_week_is_a_fact_of_the_desk_that_no_file_tells(prompt):
    known = facts_for(prompt, "", now=NOW)
    assert known.hours == hours_of(prompt)
    assert "hours" not in known.as_json()
    with pytest.raises(BadInput, match='no field "hours"'):
        Facts.from_json({"hours": {}})


def test_the_house_rules_show_the_promise_and_where_it_is_set(prompt, noor, door_of):
    page = door_of(noor).get(ADDRESS).content.decode()
    assert not [name for name in PROMISED if f'name="measure-{name}' in page]
    assert "Eerste antwoord, als de winkel open is, binnen: <strong>1 uur</strong>" in page
    assert "/s/jas/shop/hours/" in page


def test_a_number_beside_the_promise_is_not_kept(prompt, noor, door_of):
    door_of(noor).post(ADDRESS, {"measure-first_answer_hours": "8", "seen": "0"})
    assert "first_answer_hours" not in str(Shop.objects.get(pk=prompt.pk).house_rules)
