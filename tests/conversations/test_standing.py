"""How a conversation stands follows from what was said in it, and from nothing else."""

from datetime import timedelta

import pytest

from conftest import NOW
from toonbank.conversations.standing import Decided, Said, complaint_of, gist_of, next_events, standing_of

CLOCKS = {"30 min": 30, "1 h": 60, "2 h": 120, "4 h": 240, "1 day": 1440, "2 days": 2880}


def due(step, label, at, is_raised):
    return None if step == "never" else at + timedelta(minutes=CLOCKS[step])


def minute(number):
    return NOW + timedelta(minutes=number)


def theirs(number, label="question", clock="4 h", **more):
    return Said(
        minute(number),
        f"t{number}",
        False,
        more.pop("heard_at", minute(number)),
        label=label,
        clock=clock,
        **more,
    )


def ours(number, **more):
    return Said(minute(number), f"o{number}", True, minute(number), **more)


def stand(*said, decided=(), **around):
    return standing_of(gist_of(said, decided), due, **around)


def test_one_question_is_due_by_its_own_step():
    assert stand(theirs(0)).due_at == minute(240)


def test_a_second_message_while_nobody_answers_raises_the_clock_one_step():
    assert stand(theirs(0), theirs(5)).due_at == minute(120)


def test_a_clock_that_the_text_raised_is_not_raised_twice():
    assert stand(theirs(0, clock="2 h"), theirs(5, clock="2 h")).due_at == minute(120)


def test_the_gravest_gives_the_label_and_what_is_due_first_the_clock():
    standing = stand(theirs(0), theirs(1, "complaint-blame", "1 h", severity=4))
    assert (standing.label, standing.severity, standing.band) == ("complaint-blame", 4, 0)
    assert standing.due_at == minute(31)


def test_more_than_three_others_who_complain_raise_the_clock_of_a_complaint_only():
    complaint = theirs(0, "complaint-implicit", "4 h", severity=1)
    assert stand(complaint, others=3).due_at == minute(240)
    assert stand(complaint, others=4).due_at == minute(120)
    assert stand(theirs(0), others=9).due_at == minute(240)


def test_an_open_case_raises_the_clock():
    assert stand(theirs(0), has_open_case=True).due_at == minute(120)


def test_spam_is_never_due():
    standing = stand(theirs(0, "spam-abuse", "never"), theirs(1, "spam-abuse", "never"))
    assert (standing.due_at, standing.band) == (None, 2)


def test_an_answer_ends_the_waiting_and_the_label_stays_to_be_found_by():
    standing = stand(theirs(0, "complaint-blame", "1 h"), ours(9))
    assert (standing.due_at, standing.heard_at, standing.label) == (None, None, "complaint-blame")
    assert standing.answered_at == minute(9)


def test_what_came_in_after_somebody_here_pressed_send_was_not_answered_by_it():
    late = theirs(3, heard_at=minute(12))
    assert stand(theirs(0), late, ours(9, is_from_desk=True)).heard_at == minute(3)
    assert stand(theirs(0), late, ours(9)).heard_at is None


def test_what_was_taken_back_waits_no_more_and_an_answer_taken_back_was_none():
    assert stand(theirs(0, is_deleted=True)).due_at is None
    assert stand(theirs(0), ours(5, is_deleted=True)).due_at == minute(240)


def test_what_a_person_laid_aside_stays_aside_until_something_is_heard():
    aside = (Decided(minute(10), "set_aside", "aside"),)
    assert stand(theirs(0), decided=aside).due_at is None
    assert stand(theirs(0), theirs(5, heard_at=minute(11)), decided=aside).heard_at == minute(5)


def test_what_was_taken_up_again_waits_again():
    decided = (Decided(minute(10), "set_aside", "aside"), Decided(minute(20), "reopen", "ours"))
    gist = gist_of([theirs(0)], decided)
    assert [one.remote_id for one in gist.waiting] == ["t0"]
    assert next_events(gist, "ours") == ()


@pytest.mark.parametrize(
    ("said", "state", "events"),
    [
        ([theirs(0)], "new", []),
        ([theirs(0), ours(1)], "new", ["reply"]),
        ([theirs(0), ours(1), theirs(2)], "new", ["reply", "customer_writes"]),
        ([theirs(0), ours(1), theirs(2)], "theirs", ["customer_writes"]),
        ([theirs(0), ours(1), theirs(2)], "settled", ["customer_writes"]),
        ([theirs(0), ours(1)], "settled", []),
        ([theirs(0), ours(1)], "theirs", []),
        ([theirs(0, is_deleted=True), ours(1, is_deleted=True)], "new", ["reply"]),
    ],
)
def test_the_state_follows_what_was_said(said, state, events):
    assert [event for event, _at in next_events(gist_of(said), state)] == events


def test_the_excerpt_is_short_on_one_line_and_masked():
    text = "Bel me op\n06-12345678 graag. " + "x" * 300
    excerpt = stand(theirs(0, text=text, private=[[10, 21, "phone"]])).excerpt
    assert excerpt.startswith("Bel me op … graag. ")
    assert len(excerpt) <= 200
    assert "1234" not in excerpt


def taken_back(number, at, **more):
    return theirs(number, is_deleted=True, gone_at=minute(at), **more)


def test_what_was_all_taken_back_leaves_the_row_at_that_moment():
    gist = gist_of([taken_back(0, 4), taken_back(1, 9)])
    assert next_events(gist, "new") == next_events(gist, "ours") == (("taken_back", minute(9)),)
    assert stand(taken_back(0, 4)).label == ""


def test_what_was_half_taken_back_still_waits():
    standing = stand(theirs(0), taken_back(1, 2, label="complaint-blame"))
    assert (standing.label, standing.due_at is None) == ("question", False)


def test_in_whatever_order_we_hear_of_it_the_rest_waits_in_the_same_state():
    gist = gist_of([taken_back(0, 4), theirs(2)])
    after_both = [event for event, _at in next_events(gist, "new")]
    after_the_rest = [event for event, _at in next_events(gist, "aside")]
    assert (after_both, after_the_rest) == (["taken_back", "customer_writes"], ["customer_writes"])


def test_an_answer_that_we_hear_of_late_was_an_answer_still():
    gist = gist_of([taken_back(0, 4), ours(2)])
    assert [event for event, _at in next_events(gist, "aside")] == ["reply"]
    by_a_person = (Decided(minute(10), "set_aside", "aside"),)
    assert next_events(gist_of([taken_back(0, 4), ours(2)], by_a_person), "aside") == ()


def test_what_was_answered_and_then_taken_back_was_answered():
    assert [event for event, _at in next_events(gist_of([taken_back(0, 4), ours(2)]), "new")] == ["reply"]


def test_what_a_person_took_up_again_stays_though_it_was_taken_back():
    decided = (Decided(minute(10), "set_aside", "aside"), Decided(minute(20), "reopen", "ours"))
    assert next_events(gist_of([taken_back(0, 4)], decided), "ours") == ()


def complaint(number, **more):
    return theirs(number, "complaint-disapproval", "2 h", severity=2, **more)


def test_a_complaint_is_answered_by_the_first_answer_after_it():
    heard = complaint_of(gist_of([theirs(0), ours(1), complaint(5), ours(9), ours(12)]))
    assert heard == (minute(5), minute(9))


def test_what_was_answered_before_they_complained_is_no_answer_to_it():
    assert complaint_of(gist_of([theirs(0), ours(1), complaint(5)])) == (minute(5), None)


def test_an_answer_from_the_desk_is_told_by_the_desk_itself():
    assert complaint_of(gist_of([complaint(0), ours(1, is_from_desk=True)])) == (minute(0), None)


def test_who_took_the_complaint_back_complains_no_more():
    assert complaint_of(gist_of([complaint(0, is_deleted=True, gone_at=minute(2)), theirs(3)])) is None


def test_a_source_whose_clock_runs_ahead_gives_us_no_more_time():
    early = theirs(120, "danger", "30 min", heard_at=minute(0))
    assert (stand(early).due_at, stand(early).heard_at) == (minute(30), minute(0))
    assert complaint_of(gist_of([early])) == (minute(0), None)


def test_nor_does_an_answer_whose_clock_runs_ahead_answer_what_came_after_it():
    ahead = Said(minute(130), "o", True, minute(10))
    later = theirs(140, heard_at=minute(20))
    assert stand(theirs(120, heard_at=minute(0)), ahead, later).heard_at == minute(20)
    assert stand(theirs(120, heard_at=minute(0)), ahead).answered_at == minute(10)


def test_what_we_hear_late_is_due_from_when_it_was_said():
    assert stand(theirs(0, heard_at=minute(100))).due_at == minute(240)
