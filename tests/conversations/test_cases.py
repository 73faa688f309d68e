"""A complaint on its way: nobody can make it disappear, and what is true in it is always written down."""

from contextlib import suppress
from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction

from conftest import NOW
from conversations.cast import ANGRY, CLOSING, KERNEL, OUTCOME, answered, de_wit, said, waiting
from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import COMPLAINTS, answer_is_gone, facts_of, follow, open_case
from toonbank.conversations.casesheet import FactLine, add_fact, strike_fact
from toonbank.conversations.casework import (
    close_case,
    confirm_case,
    give_up_case,
    judge_case,
    object_to_case,
    reopen_case,
    say_outcome,
    solve_case,
)
from toonbank.conversations.models import Conversation, Turn
from toonbank.conversations.moves import move_conversation
from toonbank.core.errors import BadInput, LifecycleError, NotAllowed, Overtaken
from toonbank.core.lifecycle import CASE
from toonbank.ledger.models import Entry

LATER = NOW + timedelta(hours=1)


def writes_again(conversation: Conversation, text: str) -> None:
    """Another message of the same customer, as intake leaves it."""
    said(
        conversation.shop, conversation.account, text, at=LATER + timedelta(days=1), conversation=conversation
    )
    conversation.refresh_from_db()
    move_conversation(conversation, "customer_writes", at=LATER + timedelta(days=1))
    follow([conversation], now=LATER + timedelta(days=1))


def test_a_complaint_begins_its_case_at_once(complaint):
    case = Case.objects.get(conversation=complaint)
    assert (case.state, case.opened_at) == ("new", NOW)
    assert [turn.event for turn in complaint.turns.all()] == ["case open"]


@pytest.mark.parametrize("label", ["question", "compliment", "chat", "criticism", "doubt", "spam-abuse"])
def test_what_is_no_complaint_begins_none(jas_shop, square, label):
    follow([waiting(jas_shop, square, "Valt de Merel groot?", label=label)], now=NOW)
    assert not Case.objects.exists()


def test_hearing_the_same_complaint_again_begins_no_second_case(complaint):
    follow([complaint], now=LATER)
    assert Case.objects.count() == 1


def test_somebody_may_begin_a_case_for_what_triage_took_for_criticism(jas_shop, square, bas):
    conversation = waiting(jas_shop, square, "Zet de maten er even bij.", label="criticism")
    assert open_case(conversation, now=NOW, member=bas).state == "new"
    assert conversation.turns.get().member == bas


def test_following_a_batch_costs_as_much_for_thirty_complaints_as_for_one(
    jas_shop, square, django_assert_num_queries
):
    many = [waiting(jas_shop, square, ANGRY) for _ in range(30)]
    with django_assert_num_queries(5):  # the cases there are, and what is new in one transaction
        follow(many, now=NOW)
    assert Case.objects.count() == 30


def test_the_whole_way_ends_in_the_books(told, noor):
    confirm_case(told, noor, how="Schreef: hij zit als gegoten.", now=LATER)
    close_case(told, noor, cause="quality", now=LATER)
    told.refresh_from_db()
    assert (told.state, told.cause, told.verdict, told.closed_by) == ("closed", "quality", "right", noor)
    assert told.conversation.state == "settled"
    assert list(Entry.objects.values_list("kind", flat=True).order_by("number")) == [
        "case_judged",
        "case_closed",
    ]
    assert KERNEL not in str(Entry.objects.values_list("payload", flat=True))


@pytest.mark.parametrize("verdict", ["right", "partly", "not"])
def test_every_verdict_says_what_is_true_in_the_complaint(case, noor, verdict):
    with pytest.raises(BadInput):
        judge_case(case, noor, verdict=verdict, kernel="  ", now=NOW)
    assert judge_case(case, noor, verdict=verdict, kernel=KERNEL, now=NOW).state == "solving"


def test_not_knowing_yet_keeps_the_case_with_who_looks_into_it(case, noor):
    judge_case(case, noor, verdict="unknown", kernel="", now=NOW)
    assert case.state == "checking"


def test_a_verdict_can_be_corrected_as_long_as_the_case_is_open(told, bas):
    judge_case(told, bas, verdict="partly", kernel="De rits wel, de voering niet.", now=LATER)
    told.refresh_from_db()
    assert (told.state, told.verdict) == ("answered", "partly")
    assert Turn.objects.filter(event="case corrected", member=bas).exists()


def test_a_public_complaint_is_solved_where_others_can_see_it(solved, noor):
    with pytest.raises(BadInput):
        say_outcome(solved, noor, message=None, line="Aan de telefoon gezegd.", now=LATER)
    private = answered(solved.conversation, noor, CLOSING, at=LATER, is_public=False)
    with pytest.raises(BadInput):
        say_outcome(solved, noor, message=private, now=LATER)


def test_an_answer_to_somebody_else_closes_nothing(solved, noor, jas_shop, square):
    other = answered(waiting(jas_shop, square, "Hoi", label="chat"), noor, "Dag!", at=LATER)
    with pytest.raises(BadInput):
        say_outcome(solved, noor, message=other, now=LATER)


def test_a_complaint_at_the_counter_may_be_answered_by_voice(jas_shop, noor):
    conversation = waiting(jas_shop, None, ANGRY, sort="told")
    case = open_case(conversation, now=NOW)
    judge_case(case, noor, verdict="right", kernel=KERNEL, now=NOW)
    solve_case(case, noor, solution="refund", outcome="Geld terug.", now=NOW)
    say_outcome(case, noor, message=None, line="Aan de toonbank gezegd.", now=LATER)
    assert (case.state, case.acknowledged_at) == ("answered", LATER)


def test_an_objection_takes_back_what_was_said_at_the_end(told, noor):
    object_to_case(told, noor, why="De nieuwe is te klein.", now=LATER)
    told.refresh_from_db()
    assert (told.state, told.closing_line, told.closing_message, told.solved_at) == (
        "solving",
        "",
        None,
        None,
    )


def test_a_customer_who_complains_again_after_the_end_is_heard_again(told, noor):
    confirm_case(told, noor, how="Belde.", now=LATER)
    close_case(told, noor, cause="quality", now=LATER)
    writes_again(told.conversation, ANGRY)
    told.refresh_from_db()
    assert (told.state, told.reopened, told.closing_line, told.verdict) == ("checking", 1, "", "right")


def test_a_thank_you_after_the_end_leaves_the_case_closed(told, noor):
    confirm_case(told, noor, how="Belde.", now=LATER)
    close_case(told, noor, cause="quality", now=LATER)
    writes_again(told.conversation, "Top geholpen, dank!")
    told.refresh_from_db()
    assert told.state == "closed"


def test_the_first_answer_in_the_networks_own_app_acknowledges_it(complaint, case):
    answered(complaint, None, "Ik kijk ernaar. Bas", at=LATER)
    complaint.refresh_from_db()
    follow([complaint], now=LATER)
    case.refresh_from_db()
    assert (case.state, case.acknowledged_at) == ("acknowledged", LATER)


@pytest.mark.parametrize("event", ["settle", "set_aside"])
def test_a_complaint_cannot_be_put_away_with_its_conversation(complaint, noor, event):
    with pytest.raises(BadInput):
        move_conversation(complaint, event, at=NOW, member=noor)
    assert Conversation.objects.get(pk=complaint.pk).state == "new"


def test_a_complaint_is_not_closed_by_calling_it_something_else(complaint, noor):
    Conversation.objects.filter(pk=complaint.pk).update(label="chat")
    complaint.refresh_from_db()
    with pytest.raises(BadInput):
        move_conversation(complaint, "settle", at=NOW, member=noor)


@pytest.mark.parametrize("label", COMPLAINTS)
def test_nor_before_its_case_was_opened(jas_shop, square, noor, label):
    conversation = waiting(jas_shop, square, ANGRY, label=label)
    with pytest.raises(BadInput):
        move_conversation(conversation, "settle", at=NOW, member=noor)


def test_nor_by_the_clock_when_the_customer_is_silent(complaint, noor):
    answered(complaint, noor, "Ik zoek het uit.", at=LATER)
    with pytest.raises(BadInput):
        move_conversation(complaint, "long_silence", at=LATER + timedelta(days=30))


def test_a_reply_of_which_the_network_said_no_is_no_end_of_a_complaint(told):
    answer_is_gone(told.closing_message, now=LATER)
    told.refresh_from_db()
    assert (told.state, told.closing_line, told.acknowledged_at) == ("solving", "", None)


def test_an_earlier_answer_still_counts_when_a_later_one_did_not_arrive(complaint, case, noor):
    answered(complaint, noor, "Ik kijk ernaar.", at=LATER)
    follow([complaint], now=LATER)
    second = answered(complaint, noor, "Nog even.", at=LATER + timedelta(minutes=1))
    answer_is_gone(second, now=LATER)
    case.refresh_from_db()
    assert case.acknowledged_at == LATER


def test_what_was_told_and_not_confirmed_may_end_by_a_long_silence(told):
    conversation = Conversation.objects.get(pk=told.conversation_id)
    move_conversation(conversation, "long_silence", at=LATER + timedelta(days=30))
    assert conversation.state == "settled"


def test_a_complaint_that_was_answered_in_the_networks_own_app_has_its_case(jas_shop, square):
    conversation = waiting(jas_shop, square, ANGRY)
    answered(conversation, None, "Ik kijk ernaar. Bas", at=LATER)
    follow([conversation], now=LATER)
    assert Case.objects.get().state == "acknowledged"


def test_an_answer_to_an_earlier_question_acknowledges_no_complaint(jas_shop, square):
    conversation = waiting(jas_shop, square, ANGRY, at=LATER)
    conversation.answered_at = LATER - timedelta(days=4)
    follow([conversation], now=LATER)
    case = Case.objects.get()
    assert (case.state, case.acknowledged_at) == ("new", None)


def test_an_old_archive_that_is_read_in_wakes_nobody(jas_shop, square):
    conversation = waiting(jas_shop, square, ANGRY, at=NOW - timedelta(days=90))
    answered(conversation, None, "Opgelost. Bas", at=NOW - timedelta(days=89))
    follow([conversation], now=NOW)
    assert not Case.objects.exists()


def test_a_message_that_came_in_late_moves_the_beginning_back(complaint, case, jas_shop, square):
    Conversation.objects.filter(pk=complaint.pk).update(heard_at=NOW - timedelta(hours=2))
    complaint.refresh_from_db()
    follow([complaint], now=LATER)
    case.refresh_from_db()
    assert case.opened_at == NOW - timedelta(hours=2)


def test_a_reason_closes_it_and_no_reason_does_not(case, noor):
    with pytest.raises(BadInput):
        give_up_case(case, noor, reason="  ", now=LATER)
    give_up_case(case, noor, reason="De klant wil er niet meer over praten.", now=LATER)
    assert (case.state, case.conversation.state) == ("closed", "settled")
    assert Entry.objects.get().kind == "case_given_up"


@pytest.mark.parametrize(
    "missing", [{"cause": ""}, {"kernel": ""}, {"verdict": "unknown"}, {"outcome": ""}, {"closing_line": ""}, {"acknowledged_at": None}]
)  # fmt: skip
def test_the_database_refuses_a_closed_case_that_lacks_a_step(told, missing):
    whole = {"state": "closed", "cause": "quality"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=told.pk).update(**whole | missing)
    assert Case.objects.filter(pk=told.pk).update(**whole) == 1


def test_no_order_of_deeds_closes_a_complaint_without_an_answer_or_a_reason(complaint, case, noor):
    """Every order of three deeds of somebody in a hurry, none of which is an answer or a reason."""
    deeds = (
        lambda: judge_case(case, noor, verdict="not", kernel="De bon klopt.", now=NOW),
        lambda: solve_case(case, noor, solution="gesture", outcome="Bloemen.", now=NOW),
        lambda: say_outcome(case, noor, message=None, line="Klaar.", now=NOW),
        lambda: confirm_case(case, noor, how="Vast wel.", now=NOW),
        lambda: close_case(case, noor, cause="other", now=NOW),
        lambda: give_up_case(case, noor, reason="", now=NOW),
        lambda: move_conversation(complaint, "settle", at=NOW, member=noor),
        lambda: move_conversation(complaint, "set_aside", at=NOW, member=noor),
    )
    for order in product(deeds, repeat=3):
        with transaction.atomic():
            mark = transaction.savepoint()
            for deed in order:
                with suppress(BadInput, LifecycleError, IntegrityError):
                    deed()
            assert Case.objects.get().state != "closed"
            assert Conversation.objects.get().state == "new"
            transaction.savepoint_rollback(mark)
        case.refresh_from_db()
        complaint.refresh_from_db()


def test_every_state_of_the_table_is_one_that_the_database_knows(case):
    assert set(CASE.states) == {choice for choice, _word in Case._meta.get_field("state").choices}


def test_who_was_second_changes_nothing(case, noor, bas):
    seen = Case.objects.select_related("conversation", "shop").get(pk=case.pk)
    judge_case(case, noor, verdict="right", kernel=KERNEL, now=NOW)
    with pytest.raises(Overtaken):
        judge_case(seen, bas, verdict="not", kernel="Iets anders.", now=NOW)
    assert Case.objects.get().verdict == "right"


def test_who_only_looks_does_not_judge(case, hire, jas_shop):
    with pytest.raises(NotAllowed):
        judge_case(case, hire(jas_shop, "Piet", "viewer"), verdict="not", kernel="Nee.", now=NOW)


def test_an_order_is_looked_up_only_on_a_ground(case, noor):
    line = FactLine("order", "Wad, 128, gekocht op 5 november", "kassa")
    with pytest.raises(BadInput):
        add_fact(case, noor, line, now=NOW)
    add_fact(case, noor, FactLine(line.what, line.found, line.source, "gave"), now=NOW)
    case.refresh_from_db()
    assert case.state == "checking"
    assert case.facts == [{"what": "order", "is": line.found, "source": "kassa", "ground": "gave"}]


def test_a_line_is_struck_only_by_who_saw_it(case, noor):
    add_fact(case, noor, FactLine("promise", "‘ik kijk ernaar’", "dit gesprek"), now=NOW)
    with pytest.raises(Overtaken):
        strike_fact(case, noor, number=0, found="iets anders")
    assert strike_fact(case, noor, number=0, found="‘ik kijk ernaar’").facts == []


def test_taking_it_up_again_brings_the_conversation_back_to_us(told, noor):
    confirm_case(told, noor, how="Belde.", now=LATER)
    close_case(told, noor, cause="quality", now=LATER)
    reopen_case(told, noor, why="De tweede jas lekt ook.", now=LATER + timedelta(minutes=1))
    assert (told.state, told.conversation.state) == ("checking", "ours")


def test_the_rules_for_replies_know_how_the_case_stands(complaint, case, noor):
    assert facts_of(complaint).verdict is None
    judge_case(case, noor, verdict="right", kernel=KERNEL, now=NOW)
    solve_case(case, noor, solution="replace", outcome=OUTCOME, now=NOW)
    known = facts_of(Conversation.objects.get(pk=complaint.pk))
    assert (known.verdict, known.kernel, known.solved, known.public_closed) == ("right", KERNEL, True, False)


def test_the_rules_know_of_no_case_where_nobody_complains(jas_shop, square):
    assert facts_of(waiting(jas_shop, square, "Top!", label="compliment")) is None


def test_her_name_is_in_the_books_of_no_ledger(told, noor):
    confirm_case(told, noor, how="Belde.", now=LATER)
    close_case(told, noor, cause="quality", now=LATER)
    told_there = str(list(Entry.objects.values_list("payload", flat=True)))
    assert de_wit(told.shop).name not in told_there
