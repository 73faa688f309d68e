"""The complaint on the screen: where it stands, the next step, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from conversations.cast import ANGRY, THANKS, answered, said, waiting
from toonbank.conversations.casebook import NO_COMPLAINT, Case
from toonbank.conversations.casepanel import DEEDS, case_panel_of
from toonbank.conversations.cases import follow
from toonbank.conversations.casework import judge_case, solve_case
from toonbank.conversations.models import Conversation
from toonbank.conversations.views.case import STEPS
from toonbank.core.lifecycle import CASE

LATER = NOW + timedelta(hours=1)
KERNEL = "Ritsen uit september gaan stuk."


@pytest.fixture
def complaint(jas_shop, square) -> Conversation:
    """Mevrouw De Wit is angry, and right."""
    conversation = waiting(jas_shop, square, ANGRY)
    follow([conversation], now=NOW)
    conversation.refresh_from_db()
    return conversation


def page(conversation: Conversation, deed: str = "") -> str:
    """Its address, or that of a step."""
    return f"/s/jas/counter/{conversation.pk}/case/{deed + '/' if deed else ''}"


def test_every_step_has_a_form_and_something_that_does_it():
    assert set(DEEDS) == set(STEPS)
    for state in set(CASE.states) - {NO_COMPLAINT}:  # a case that is none can be opened again
        assert any(state in deed.now or state in deed.also for deed in DEEDS.values()), state


def test_the_page_says_what_to_do_next(complaint, noor, door_of):
    text = door_of(noor).get(page(complaint)).content.decode()
    assert "Heeft de klant gelijk?" in text or "Is the customer right?" in text
    assert 'name="judge-kernel"' in text


@pytest.mark.parametrize("place", ["case/", ""], ids=["the page of the case", "beside the conversation"])
def test_one_looks_for_the_facts_before_one_judges(complaint, noor, door_of, place):
    door = door_of(noor)
    found = {"fact-what": "goods", "fact-found": "De rits is los.", "fact-source": "foto"}
    door.post(page(complaint, "fact"), found)
    shown = door.get(f"/s/jas/counter/{complaint.pk}/{place}").content.decode()
    assert shown.count('name="fact-found"') == 1
    assert shown.index("De rits is los.") < shown.index('name="fact-found"') < shown.index("judge-verdict")


def test_a_line_of_the_facts_that_is_not_whole_comes_back_where_it_was_typed(complaint, noor, door_of):
    answer = door_of(noor).post(page(complaint, "fact"), {"fact-found": "De rits is los."})
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert shown.index("<details open>") < shown.index("De rits is los.") < shown.index("judge-verdict")


def test_a_verdict_without_its_kernel_comes_back_with_what_was_chosen(complaint, noor, door_of):
    answer = door_of(noor).post(page(complaint, "judge"), {"judge-verdict": "not", "judge-kernel": ""})
    assert answer.status_code == 400
    assert 'value="not" id="id_judge-verdict_2" checked' in answer.content.decode().replace(
        ' class="input"', ""
    )
    assert Case.objects.get().verdict == ""


def test_words_of_somebody_who_came_second_stay_on_the_page(complaint, noor, bas, door_of):
    case = Case.objects.select_related("conversation", "shop").get()
    judge_case(case, noor, verdict="right", kernel=KERNEL, now=NOW)
    answer = door_of(bas).post(page(complaint, "confirm"), {"confirm-how": "Ze belde net."})
    assert answer.status_code == 400
    assert "Ze belde net." in answer.content.decode()


def test_the_whole_way_by_forms_alone(complaint, noor, door_of):
    door = door_of(noor)
    door.post(
        page(complaint, "fact"), {"fact-what": "goods", "fact-found": "rits los", "fact-source": "foto"}
    )
    door.post(page(complaint, "judge"), {"judge-verdict": "right", "judge-kernel": KERNEL})
    door.post(page(complaint, "solve"), {"solve-solution": "replace", "solve-outcome": "Nieuwe gebracht."})
    message = answered(complaint, noor, "Opgelost: nieuwe jas gebracht. Noor", at=LATER)
    door.post(page(complaint, "say"), {"say-message": message.pk, "say-line": message.text})
    door.post(page(complaint, "confirm"), {"confirm-how": "Schreef: hij zit goed."})
    last = door.post(page(complaint, "close"), {"close-cause": "quality"}, follow=True)
    case = Case.objects.get()
    assert (case.state, case.closing_message, case.closing_line) == ("closed", message, message.text)
    assert last.status_code == 200
    assert f"/s/jas/counter/lessons/new/?from={complaint.pk}" in last.content.decode()


def put_right(member, *, at):
    """The only case there is: judged at NOW, and a new zip put in at `at`."""
    case = Case.objects.select_related("conversation", "shop").get()
    judge_case(case, member, verdict="right", kernel=KERNEL, now=NOW)
    solve_case(case, member, solution="repair", outcome="Nieuwe rits.", now=at)


def test_the_first_answer_is_not_taken_for_how_it_ended(complaint, noor, door_of):
    first = answered(complaint, noor, "Ik zoek het uit. Noor", at=NOW)
    put_right(noor, at=LATER)
    assert case_panel_of(complaint).now.form["message"].initial is None
    shown = door_of(noor).get(page(complaint)).content.decode()
    assert f'value="{first.pk}"' in shown
    assert f"/s/jas/counter/{complaint.pk}/#composing" in shown


@pytest.mark.parametrize("earlier", [False, True], ids=["no answer", "an answer from before she wrote again"])
def test_without_an_answer_that_may_end_it_the_page_asks_for_one(
    complaint, noor, door_of, jas_shop, square, earlier
):
    if earlier:
        answered(complaint, noor, "Ik zoek het uit. Noor", at=NOW)
        said(jas_shop, square, ANGRY, at=LATER, conversation=complaint)
    put_right(noor, at=LATER)
    shown = door_of(noor).get(page(complaint)).content.decode()
    assert "say-message" not in shown
    assert "Nog geen antwoord van ons vertelt hoe het afliep" in shown
    assert f"/s/jas/counter/{complaint.pk}/#composing" in shown
    pressed = door_of(noor).post(page(complaint, "say"), {"say-line": "Klaar."})
    assert "Antwoord eerst onder de klacht" in pressed.content.decode()


def test_the_only_answer_since_it_was_put_right_is_chosen_already(complaint, noor):
    put_right(noor, at=NOW)
    last = answered(complaint, noor, "Opgelost: een nieuwe rits. Noor", at=LATER)
    assert case_panel_of(complaint).now.form["message"].initial == str(last.pk)


def test_a_line_of_the_sheet_can_be_struck(complaint, noor, door_of):
    door = door_of(noor)
    door.post(
        page(complaint, "fact"), {"fact-what": "goods", "fact-found": "rits los", "fact-source": "foto"}
    )
    door.post(page(complaint, "strike"), {"number": "0", "found": "rits los"})
    assert Case.objects.get().facts == []


@pytest.mark.parametrize("number", ["", "-1", "9", "x", "99999999"])
def test_a_line_that_is_not_there_strikes_nothing(complaint, noor, door_of, number):
    door_of(noor).post(page(complaint, "strike"), {"number": number, "found": "rits los"})
    assert Case.objects.get().facts == []


def test_a_step_that_does_not_exist_is_no_page(complaint, noor, door_of):
    assert door_of(noor).post(page(complaint, "forget")).status_code == 404


def test_where_nobody_complains_the_page_of_the_case_leads_to_the_talk(jas_shop, square, noor, door_of):
    thanks = waiting(jas_shop, square, THANKS)
    answer = door_of(noor).get(page(thanks))
    assert (answer.status_code, answer.url) == (302, f"/s/jas/counter/{thanks.pk}/")


def test_who_only_looks_sees_the_case_and_no_form(complaint, hire, jas_shop, door_of):
    door = door_of(hire(jas_shop, "Piet", "viewer"))
    assert "judge-kernel" not in door.get(page(complaint)).content.decode()
    assert door.post(page(complaint, "judge"), {"judge-verdict": "not"}).status_code == 403


def test_another_shop_has_no_such_case(complaint, hire, door_of):
    from toonbank.shops.models import Shop

    other = Shop.objects.create(name="Pet", slug="pet")
    door = door_of(hire(other, "Eva", "owner"))
    assert door.get(f"/s/pet/counter/{complaint.pk}/case/").status_code == 404
    assert door.get(page(complaint)).status_code == 404


def test_danger_asks_to_call_the_owner(jas_shop, square, noor, door_of):
    conversation = waiting(jas_shop, square, "De kinderstoel brak met haar erin.", label="danger")
    follow([conversation], now=NOW)
    conversation.refresh_from_db()
    assert case_panel_of(conversation).hints == ("danger", "recall")


def test_details_of_somebody_else_are_a_breach(jas_shop, square):
    conversation = waiting(jas_shop, square, "Ik kreeg de factuur van een andere klant in mijn doos.")
    assert "breach" in case_panel_of(conversation).hints


@pytest.mark.parametrize(
    "text", ["Ik kreeg het pakket van een koerier.", "Mijn factuur klopt niet.", "My order is late."]
)
def test_ones_own_order_is_no_breach(jas_shop, square, text):
    conversation = waiting(jas_shop, square, text, label="complaint-implicit")
    assert "breach" not in case_panel_of(conversation).hints


def test_the_page_asks_little_of_the_database_however_much_happened(complaint, noor, door_of):
    door, asked = door_of(noor), []
    case = Case.objects.select_related("conversation", "shop").get()
    judge_case(case, noor, verdict="right", kernel=KERNEL, now=NOW)
    solve_case(case, noor, solution="repair", outcome="Nieuwe rits.", now=NOW)
    for more in (1, 30):
        for n in range(more):
            answered(complaint, noor, f"Antwoord {n}", at=LATER)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert door.get(page(complaint)).status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 10
