"""Somebody deletes at the network what they wrote: nobody of the shop has to answer it any more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import answered
from toonbank.channels.base import Incoming
from toonbank.conversations.casebook import Case
from toonbank.conversations.casework import give_up_case, judge_case
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.models import Conversation, Message
from toonbank.triage.labels import GRAVE

HOUR = timedelta(hours=1)
COMPLAINT = Incoming(
    "c1",
    "dewit",
    "De rits van mijn jas is na een week stuk. Wat een troep!",
    NOW,
    author_id="7",
    author_name="Mevrouw De Wit",
    thread="p",
    answers="p",
)
QUESTION = replace(COMPLAINT, remote_id="c2", text="Zijn jullie zondag open?", at=NOW + HOUR)
DELETION = replace(COMPLAINT, event="deleted", text="", changed_at=NOW + 2 * HOUR)
LATER = NOW + 3 * HOUR


@pytest.fixture
def hears(jas_shop, square):
    def hear(*events, now=LATER):
        keep(jas_shop, square, events, now=now)
        take_in(jas_shop, now=now)
        return Conversation.objects.first()

    return hear


def test_it_leaves_the_row_and_stands_under_what_was_laid_aside(hears):
    hears(COMPLAINT)
    talk = hears(DELETION)
    assert not Conversation.objects.waiting().exists()
    assert (talk.state, talk.due_at, talk.excerpt) == ("aside", None, "")


def test_what_was_written_and_deleted_is_kept_and_shown_as_deleted(hears, noor, door_of):
    hears(COMPLAINT)
    talk = hears(DELETION)
    assert Message.objects.get().deleted_at == NOW + 2 * HOUR
    assert "Op het netwerk verwijderd" in door_of(noor).get(f"/s/jas/counter/{talk.pk}/").content.decode()
    row = door_of(noor).get("/s/jas/counter/?place=aside").content.decode()
    assert "(verwijderd door wie het schreef)" in row


def test_its_case_is_closed_with_that_as_the_reason(hears):
    hears(COMPLAINT)
    assert Case.objects.get().state == "new"
    hears(DELETION)
    case = Case.objects.get()
    assert (case.state, case.closed_by, case.closed_at) == ("closed", None, LATER)
    assert "verwijderd" in case.reason


def test_a_case_that_somebody_works_on_stays_with_them_and_in_the_row(hears, noor, door_of):
    hears(COMPLAINT)
    judge_case(Case.objects.get(), noor, verdict="right", kernel="De rits is stuk.", now=LATER)
    talk = hears(DELETION)
    assert Case.objects.get().state == "solving"
    assert (talk.state, talk.band, talk.heard_at, talk.excerpt) == ("new", 1, NOW + 2 * HOUR, "")
    assert NOW + 2 * HOUR < talk.due_at <= NOW + 72 * HOUR
    row = door_of(noor).get("/s/jas/counter/").content.decode()
    assert "(verwijderd door wie het schreef; de zaak is nog open)" in row
    assert "de zaak is nog open" in door_of(noor).get("/s/jas/").content.decode()


def test_once_that_case_is_closed_it_leaves_the_row(hears, noor):
    hears(COMPLAINT)
    judge_case(Case.objects.get(), noor, verdict="right", kernel="De rits is stuk.", now=LATER)
    hears(DELETION)
    give_up_case(Case.objects.get(), noor, reason="Zij wist het en zei niets meer.", now=LATER)
    assert (Conversation.objects.get().state, Conversation.objects.get().due_at) == ("settled", None)


def test_what_of_it_was_answered_already_waits_for_them(hears, noor):
    talk = hears(COMPLAINT)
    answered(talk, noor, "Ik kijk er meteen naar. ^Noor", at=LATER)
    judge_case(Case.objects.get(), noor, verdict="right", kernel="De rits is stuk.", now=LATER)
    assert hears(DELETION).state == "theirs"


def test_who_writes_again_waits_again(hears):
    hears(COMPLAINT)
    hears(DELETION)
    talk = hears(replace(COMPLAINT, remote_id="c3", text="De rits is nu echt stuk!", at=LATER), now=LATER)
    assert (talk.state, Case.objects.get().state, Case.objects.get().reopened) == ("ours", "checking", 1)


@pytest.mark.parametrize(
    "told",
    [[COMPLAINT, QUESTION, DELETION], [COMPLAINT, DELETION, QUESTION], [DELETION, QUESTION, COMPLAINT]],
)
def test_in_whatever_order_it_is_heard_the_rest_waits_alike(hears, told):
    for hour, event in enumerate(told):
        talk = hears(event, now=LATER + hour * HOUR)
    assert (talk.state, talk.excerpt, talk.label) == ("ours", QUESTION.text, "question")


AGAIN = replace(COMPLAINT, remote_id="c3", text="De rits is nu echt stuk!", at=LATER)
ANSWER = Incoming(
    "a1", "jas", "Ik kijk er meteen naar. ^Noor", LATER + HOUR, answers="c3", thread="p", is_own=True
)
BESIDE = replace(
    COMPLAINT, remote_id="q1", thread="", answers="", sort="mention", text=QUESTION.text, at=NOW + HOUR
)


@pytest.mark.parametrize("heaps", [[[AGAIN], [ANSWER]], [[AGAIN, ANSWER]], [[ANSWER], [AGAIN]]])
def test_a_new_complaint_opens_its_case_again_also_when_it_is_heard_with_its_answer(hears, heaps):
    hears(COMPLAINT)
    hears(DELETION)
    for heap in heaps:
        hears(*heap, now=LATER + 2 * HOUR)
    case = Case.objects.get()
    assert (case.state, case.reopened, case.closed_at) == ("checking", 1, None)
    assert case.acknowledged_at == ANSWER.at


@pytest.mark.parametrize("heaps", [[[AGAIN], [ANSWER]], [[AGAIN, ANSWER]], [[ANSWER], [AGAIN]]])
def test_what_else_waits_of_who_complains_again_is_as_urgent_in_any_order(hears, heaps):
    hears(BESIDE)
    calm = Conversation.objects.get().due_at
    hears(COMPLAINT)
    raised = Conversation.objects.get(sort="mention").due_at
    hears(DELETION)
    assert raised < calm == Conversation.objects.get(sort="mention").due_at
    for heap in heaps:
        hears(*heap, now=LATER + 2 * HOUR)
    assert Conversation.objects.get(sort="mention").due_at == raised


def test_who_complains_after_all_was_settled_makes_the_rest_urgent_again(hears, noor):
    talk = hears(COMPLAINT)
    hears(BESIDE)
    raised = Conversation.objects.get(sort="mention").due_at
    give_up_case(Case.objects.get(), noor, reason="Nam de telefoon op: opgelost.", now=LATER)
    hears(replace(BESIDE, event="edited", text=BESIDE.text + " Of maandag?", changed_at=LATER), now=LATER)
    assert Conversation.objects.get(sort="mention").due_at > raised
    hears(replace(AGAIN, at=LATER + HOUR), now=LATER + 2 * HOUR)
    talk.refresh_from_db()
    assert talk.label in GRAVE
    assert talk.state == "ours"
    assert Conversation.objects.get(sort="mention").due_at == raised
