"""Settling is offered where it can be done; beside a complaint that asks for something, that stands in its place."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import ANGRY, ASKS, answered, met, waiting
from toonbank.conversations import handling
from toonbank.conversations.cases import open_case
from toonbank.conversations.casework import judge_case, say_outcome, solve_case
from toonbank.conversations.handlingpanel import handling_of

COUNTER = "/s/jas/counter/"
JUDGE = "Voor je afrondt: schrijf op of de klant gelijk heeft."
SOLVE = "Voor je afrondt: maak het goed, en schrijf op wat er is gedaan."
SAY = "Voor je afrondt: vertel hoe het afliep, en kies dat antwoord bij de zaak."


@pytest.fixture
def complaint(jas_shop, square):
    """Mevrouw De Wit complains, and her case is open."""
    talk = waiting(jas_shop, square, ANGRY)
    open_case(talk, now=NOW)
    return talk


def shown(door, talk) -> str:
    """The page of this conversation."""
    return door.get(f"{COUNTER}{talk.pk}/").content.decode()


def offers_settling(html: str, talk) -> bool:
    return f'formaction="{COUNTER}{talk.pk}/settle/"' in html


def test_each_step_of_a_case_is_named_before_settling_is_offered(complaint, noor, door_of):
    door, case = door_of(noor), complaint.case
    assert JUDGE in shown(door, complaint)
    judge_case(case, noor, verdict="right", kernel="Ritsen uit september gaan stuk.", now=NOW)
    assert SOLVE in shown(door, complaint)
    solve_case(case, noor, solution="repair", outcome="Nieuwe rits.", now=NOW)
    assert SAY in shown(door, complaint)
    assert not offers_settling(shown(door, complaint), complaint)
    last = answered(complaint, noor, "Opgelost: een nieuwe rits. Noor", at=NOW + timedelta(hours=1))
    say_outcome(case, noor, message=last, line="", now=NOW + timedelta(hours=1))
    html = shown(door, complaint)
    assert offers_settling(html, complaint)
    assert "Voor je afrondt" not in html


def test_the_line_leads_to_the_case_also_by_the_key_that_settles(complaint, noor, door_of):
    html = shown(door_of(noor), complaint)
    assert f'<a href="{COUNTER}{complaint.pk}/case/" data-key="e">{JUDGE}</a>' in html
    assert "<dt>naar de zaak</dt><dd><kbd>e</kbd>" in html
    assert html.count('data-key="e"') == 1


def test_one_minute_mode_does_not_offer_it_either(complaint, noor, door_of):
    html = door_of(noor).get(f"{COUNTER}one-minute/").content.decode()
    assert JUDGE in html
    assert not offers_settling(html, complaint)


def test_a_complaint_without_a_case_leads_to_where_one_is_opened(jas_shop, square, noor, door_of):
    talk, door = waiting(jas_shop, square, ANGRY), door_of(noor)
    assert not offers_settling(shown(door, talk), talk)
    page = door.get(f"{COUNTER}{talk.pk}/case/").content.decode()
    assert f'action="{COUNTER}{talk.pk}/case/open/"' in page


def test_a_question_is_settled_as_ever(jas_shop, square, noor, door_of):
    talk = waiting(jas_shop, square, ASKS, contact=met(jas_shop, "Yusuf"))
    html = shown(door_of(noor), talk)
    assert offers_settling(html, talk)
    assert "Voor je afrondt" not in html
    assert "<dt>afronden</dt><dd><kbd>e</kbd>" in html


def test_what_is_done_asks_for_nothing_first(complaint, noor):
    complaint.state = "settled"
    assert handling_of(complaint, noor, [noor], NOW).first == ""


def test_the_row_still_refuses_in_words(complaint, noor, door_of):
    door = door_of(noor)
    assert offers_settling(door.get(COUNTER).content.decode(), complaint)
    html = door.post(f"{COUNTER}{complaint.pk}/settle/", follow=True).content.decode()
    assert "Leg eerst vast wie gelijk heeft" in html
    complaint.refresh_from_db()
    assert complaint.state == "new"
    with pytest.raises(handling.NotJudged):
        handling.settle(complaint, noor, now=NOW)
