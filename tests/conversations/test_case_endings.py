"""How a case ends, and begins again: never with an answer from before what is still asked."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import ANGRY, CLOSING, KERNEL, OUTCOME, answered, said
from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import follow
from toonbank.conversations.casework import (
    close_case,
    confirm_case,
    judge_case,
    object_to_case,
    say_outcome,
    solve_case,
    take_up_again,
)
from toonbank.conversations.handling import settle
from toonbank.conversations.models import Conversation
from toonbank.conversations.moves import move_conversation
from toonbank.core.errors import BadInput
from toonbank.ledger.models import Entry

LATER = NOW + timedelta(hours=1)


def test_an_answer_from_before_her_complaint_is_no_end_of_it(complaint, solved, noor):
    earlier = answered(complaint, noor, "Ik kijk ernaar. Bas", at=LATER)
    said(complaint.shop, complaint.account, ANGRY, at=LATER + timedelta(days=1), conversation=complaint)
    for now in (LATER, LATER + timedelta(days=2)):
        with pytest.raises(BadInput):
            say_outcome(solved, noor, message=earlier, now=now)
    assert Case.objects.get().state == "solving"
    last = answered(complaint, noor, CLOSING, at=LATER + timedelta(days=2))
    assert say_outcome(solved, noor, message=last, now=LATER + timedelta(days=2)).state == "answered"


@pytest.mark.parametrize("member_is_known", [True, False], ids=["from the desk", "in the network's own app"])
@pytest.mark.parametrize(
    ("text", "may_end"), [("Wanneer komt die jas dan?", False), ("Top geholpen, dank!", True)]
)
def test_what_she_asks_after_an_answer_is_not_answered_by_it(
    complaint, solved, noor, member_is_known, text, may_end
):
    answer = answered(complaint, noor if member_is_known else None, CLOSING, at=LATER)
    said(complaint.shop, complaint.account, text, at=LATER + timedelta(hours=1), conversation=complaint)
    if may_end:
        say_outcome(solved, noor, message=answer, now=LATER + timedelta(hours=2))
    else:
        with pytest.raises(BadInput):
            say_outcome(solved, noor, message=answer, now=LATER + timedelta(hours=2))


def test_an_answer_from_before_it_was_put_right_tells_the_end_only_in_its_own_words(case, noor):
    first = answered(case.conversation, noor, "Ik zoek het uit. Noor", at=NOW)
    judge_case(case, noor, verdict="right", kernel=KERNEL, now=LATER)
    solve_case(case, noor, solution="repair", outcome=OUTCOME, now=LATER)
    with pytest.raises(BadInput):
        say_outcome(case, noor, message=first, line=" ", now=LATER)
    assert say_outcome(case, noor, message=first, line=CLOSING, now=LATER).closing_line == CLOSING


def test_an_answer_from_before_somebody_objected_is_no_end_any_more(told, noor):
    first = told.closing_message
    object_to_case(told, noor, why="Ze belde: de nieuwe is te klein.", now=LATER + timedelta(hours=1))
    solve_case(told, noor, solution="refund", outcome="Geld terug.", now=LATER + timedelta(hours=2))
    with pytest.raises(BadInput):
        say_outcome(told, noor, message=first, now=LATER + timedelta(hours=3))


def test_what_she_asks_after_the_end_stays_in_the_row_when_the_case_is_closed(told, noor):
    at = LATER + timedelta(days=1)
    said(
        told.shop,
        told.conversation.account,
        "Hebben jullie ook mutsen?",
        at=at,
        conversation=told.conversation,
    )
    told.conversation.refresh_from_db()
    move_conversation(told.conversation, "customer_writes", at=at)
    confirm_case(told, noor, how="Belde.", now=at)
    close_case(told, noor, cause="quality", now=at)
    assert (told.state, Conversation.objects.get().state) == ("closed", "ours")


def test_a_conversation_that_is_taken_up_again_takes_its_case_along(told, noor):
    confirm_case(told, noor, how="Belde.", now=LATER)
    close_case(told, noor, cause="quality", now=LATER)
    talk = Conversation.objects.get()
    take_up_again(talk, noor, now=LATER + timedelta(hours=1))
    told.refresh_from_db()
    assert (talk.state, told.state, told.reopened, told.closing_line) == ("ours", "checking", 1, "")
    with pytest.raises(BadInput):
        settle(talk, noor, now=LATER + timedelta(hours=2))
    assert Entry.objects.filter(kind="case_reopened").exists()


def test_the_button_that_takes_it_up_again_opens_the_case_too(told, noor, door_of):
    confirm_case(told, noor, how="Belde.", now=LATER)
    close_case(told, noor, cause="quality", now=LATER)
    door_of(noor).post(f"/s/jas/counter/{told.conversation_id}/reopen/")
    assert (Case.objects.get().state, Conversation.objects.get().state) == ("checking", "ours")


def test_what_its_author_deleted_is_taken_up_without_a_case(complaint, case, noor):
    Conversation.objects.filter(pk=complaint.pk).update(state="aside")
    complaint.refresh_from_db()
    follow([complaint], now=NOW)
    take_up_again(complaint, noor, now=LATER)
    assert Case.objects.get().state == "closed"
