"""Praise that was taken for a complaint: a person says so, and its case counts nowhere and asks nothing; undone by saying otherwise."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import ANGRY, THANKS, answered, said, waiting
from toonbank.conversations import handling
from toonbank.conversations.casebook import Case
from toonbank.conversations.casepanel import case_panel_of
from toonbank.conversations.cases import case_of, facts_of, follow, open_case
from toonbank.conversations.casework import judge_case, leave_case, take_up_again
from toonbank.conversations.causes import causes_by_month
from toonbank.conversations.labelling import relabel
from toonbank.conversations.models import Conversation
from toonbank.conversations.people import person_panel_of
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.ledger.models import Entry

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def praise(jas_shop, square) -> Conversation:
    """Thanks that triage took for a complaint, with the case that began by it."""
    talk = waiting(jas_shop, square, THANKS, label="complaint-implicit")
    follow([talk], now=NOW)
    return Conversation.objects.select_related("case").get()


def corrected(talk, member, label="compliment") -> Conversation:
    """A person gives its first message this label; the talk as it stands then."""
    relabel(talk.messages.first(), member, label, 0, now=LATER)
    return Conversation.objects.select_related("case", "shop").get(pk=talk.pk)


def test_praise_that_was_taken_for_a_complaint_asks_nothing_once_somebody_says_so(praise, noor):
    talk = corrected(praise, noor)
    assert case_of(talk) is None
    assert facts_of(talk) is None
    assert handling.comes_first(talk) == ""
    handling.settle(talk, noor, now=LATER)
    assert talk.state == "settled"


def test_it_counts_nowhere_and_stays_in_the_story(praise, noor, jas_shop, square):
    other = waiting(jas_shop, square, "Hoi", label="chat")
    assert causes_by_month(jas_shop, NOW.date())[-1].total == 1
    talk = corrected(praise, noor)
    assert causes_by_month(jas_shop, NOW.date())[-1].total == 0
    assert not any(one.has_open_case for one in person_panel_of(other, NOW).earlier)
    assert [turn.event for turn in talk.turns.all()] == ["case open", "relabel", "case no_complaint"]
    assert talk.turns.last().member == noor
    assert Entry.objects.get(kind="case_left").payload["by"] == noor.pk


def test_what_is_spam_after_all_can_be_laid_aside(praise, noor):
    with pytest.raises(BadInput):
        handling.set_aside(praise, noor, now=LATER)
    talk = corrected(praise, noor, "spam-abuse")
    handling.set_aside(talk, noor, now=LATER)
    assert talk.state == "aside"


def test_correcting_it_back_brings_the_case_back(praise, noor):
    before = Case.objects.values("state", "opened_at", "acknowledged_at").get()
    corrected(corrected(praise, noor), noor, "complaint-implicit")
    assert Case.objects.values("state", "opened_at", "acknowledged_at").get() == before


def test_corrected_back_after_it_was_settled_it_waits_again(praise, noor):
    talk = corrected(praise, noor)
    handling.settle(talk, noor, now=LATER)
    talk = corrected(talk, noor, "complaint-implicit")
    assert (talk.state, Case.objects.get().state) == ("ours", "new")
    assert talk.due_at is not None
    with pytest.raises(BadInput):
        handling.settle(talk, noor, now=LATER + timedelta(hours=1))


def test_taken_up_again_as_what_it_is_it_has_no_case(praise, noor):
    talk = corrected(praise, noor)
    handling.settle(talk, noor, now=LATER)
    take_up_again(talk, noor, now=LATER + timedelta(minutes=1))
    assert (talk.state, Case.objects.get().state) == ("ours", "no_complaint")


def test_what_was_answered_already_is_answered_when_it_comes_back(praise, noor):
    answered(praise, noor, "Wat lief! Noor", at=LATER)
    Case.objects.update(state="acknowledged", acknowledged_at=LATER)
    corrected(corrected(praise, noor), noor, "complaint-implicit")
    case = Case.objects.get()
    assert (case.state, case.acknowledged_at) == ("acknowledged", LATER)


def test_a_complaint_that_follows_has_its_own_beginning(praise, noor):
    talk, at = corrected(praise, noor), LATER + timedelta(days=2)
    said(talk.shop, talk.account, ANGRY, at=at, conversation=talk)
    talk.refresh_from_db()
    follow([talk], now=at)
    assert Case.objects.values_list("state", "acknowledged_at").get() == ("new", None)


def test_another_complaint_in_the_talk_keeps_the_case(praise, noor):
    said(praise.shop, praise.account, ANGRY, at=LATER, conversation=praise)
    assert case_of(corrected(praise, noor)).state == "new"


def test_what_somebody_judged_is_not_undone_by_a_label(praise, noor):
    judge_case(praise.case, noor, verdict="partly", kernel="De jas was laat.", now=NOW)
    talk = corrected(praise, noor)
    assert case_of(talk).state == "solving"
    with pytest.raises(BadInput):
        leave_case(case_of(talk), noor, now=LATER)


def test_a_complaint_is_not_left_while_it_is_called_one(praise, noor):
    with pytest.raises(BadInput):
        leave_case(praise.case, noor, now=LATER)
    assert Case.objects.get().state == "new"


def test_who_only_looks_leaves_no_case(praise, hire, jas_shop):
    with pytest.raises(NotAllowed):
        leave_case(praise.case, hire(jas_shop, "Piet", "viewer"), now=LATER)


def test_a_case_that_was_opened_by_mistake_can_be_left_and_opened_again(jas_shop, square, noor, door_of):
    talk = waiting(jas_shop, square, "Zet de maten er even bij.", label="criticism")
    open_case(talk, now=NOW, member=noor)
    door, page = door_of(noor), f"/s/jas/counter/{talk.pk}/case/"
    assert "Dit was geen klacht" in door.get(page).content.decode()
    door.post(f"{page}no-complaint/")
    assert Case.objects.get().state == "no_complaint"
    shown = door.get(page).content.decode()
    assert "Dit werd voor een klacht gehouden en is er geen." in shown
    assert "Het was geen klacht: telt nergens meer mee" in shown
    door.post(f"{page}open/")
    assert Case.objects.get().state == "new"


def test_the_deed_is_not_offered_where_somebody_complains(praise):
    assert "no-complaint" not in [one.deed.name for one in case_panel_of(praise).also]


def test_nor_where_an_earlier_message_is_called_a_complaint(praise, noor):
    said(praise.shop, praise.account, "Bedankt!", at=LATER, conversation=praise, label="compliment")
    talk = Conversation.objects.select_related("case").get()
    assert talk.label == "compliment"
    assert "no-complaint" not in [one.deed.name for one in case_panel_of(talk).also]


def test_the_pages_follow_when_a_label_is_corrected(praise, noor, door_of):
    door, message = door_of(noor), praise.messages.get()
    assert "klacht nog open" in door.get(f"/s/jas/counter/people/{praise.contact_id}/").content.decode()
    door.post(f"/s/jas/counter/messages/{message.pk}/relabel/", {"label": "compliment"})
    shown = door.get(f"/s/jas/counter/{praise.pk}/").content.decode()
    assert f'formaction="/s/jas/counter/{praise.pk}/settle/"' in shown
    assert "Dit werd voor een klacht gehouden en is er geen." in shown
    assert "klacht nog open" not in door.get(f"/s/jas/counter/people/{praise.contact_id}/").content.decode()
