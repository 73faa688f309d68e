"""A message that is edited into something graver is said anew: whatever we said or did about the words before, it waits."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from conftest import NOW
from conversations.cast import answered
from toonbank.channels.base import Incoming
from toonbank.conversations.casebook import Case
from toonbank.conversations.handling import settle
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.labelling import relabel
from toonbank.conversations.models import Conversation, Message

HOUR = timedelta(hours=1)
PRAISE = Incoming(
    "c1", "dewit", "Wat een fijne winkel, bedankt!", NOW, author_id="7", author_name="Mevrouw De Wit",
    thread="p", answers="p",
)  # fmt: skip
THANKS = Incoming("a1", "jas", "Dank je wel! ^Noor", NOW + HOUR, answers="c1", thread="p", is_own=True)
GRAVER = [
    ("De lader begon te roken en mijn dochter heeft haar hand verbrand!", "danger"),
    ("The charger caught fire and burned my daughter's hand!", "danger"),
    ("Jullie lichten mensen op. De jas is na een dag kapot.", "complaint-blame"),
    ("You scam people. The coat broke after one day.", "complaint-blame"),
]


def edited(text, hours=2, event=PRAISE, **more):
    return replace(event, event="edited", text=text, changed_at=NOW + hours * HOUR, **more)


@pytest.fixture
def hears(jas_shop, square):
    def hear(*events, hours):
        keep(jas_shop, square, events, now=NOW + hours * HOUR)
        take_in(jas_shop, now=NOW + hours * HOUR)
        return Conversation.objects.first()

    return hear


@pytest.mark.parametrize(("text", "label"), GRAVER)
def test_answered_in_the_networks_own_app_it_waits_again_from_the_edit_on(hears, text, label):
    hears(PRAISE, hours=0)
    assert hears(THANKS, hours=1).state == "theirs"
    talk = hears(edited(text), hours=2)
    assert (talk.state, talk.label, talk.band, talk.heard_at) == ("ours", label, 0, NOW + 2 * HOUR)
    assert NOW + 2 * HOUR < talk.due_at <= NOW + 3 * HOUR
    case = Case.objects.get()
    assert (case.state, case.opened_at, case.acknowledged_at) == ("new", NOW + 2 * HOUR, None)


@pytest.mark.parametrize(("text", "label"), GRAVER)
def test_answered_from_here_it_waits_again_when_we_heard_of_the_edit_after_that(hears, noor, text, label):
    answered(hears(PRAISE, hours=0), noor, "Dank je wel! ^Noor", at=NOW + 3 * HOUR)
    talk = hears(edited(text), hours=4)
    assert (talk.state, talk.label) == ("ours", label)


@pytest.mark.parametrize(("text", "label"), GRAVER)
def test_what_was_settled_without_a_word_is_in_the_row_again(hears, noor, text, label):
    settle(hears(PRAISE, hours=0), noor, now=NOW + HOUR)
    talk = hears(edited(text), hours=2)
    assert (talk.state, talk.label, Case.objects.count()) == ("ours", label, 1)
    assert talk.due_at is not None


@pytest.mark.parametrize(
    "text", ["Wat een fijne winkel, bedankt!!", "What a lovely shop, thank you!", "Tot morgen."]
)
def test_an_edit_that_is_no_graver_stays_answered(hears, text):
    hears(PRAISE, hours=0)
    hears(THANKS, hours=1)
    talk = hears(edited(text), hours=2)
    assert (talk.state, talk.due_at, Case.objects.count()) == ("theirs", None, 0)


def test_a_complaint_that_was_answered_and_mended_in_its_spelling_stays_answered(hears):
    complaint = replace(PRAISE, text="De rits van mijn jas is al na een week stuk. Wat een troep!")
    hears(complaint, hours=0)
    hears(THANKS, hours=1)
    assert (
        hears(
            edited("De rits van mijn jas is na een week stuk! Wat een troep.", event=complaint), hours=2
        ).state
        == "theirs"
    )


def test_stars_that_are_taken_away_are_a_disappointment_that_waits(hears):
    review = replace(PRAISE, sort="review", thread="", answers="", rating=5)
    hears(review, hours=0)
    hears(replace(THANKS, thread="c1"), hours=1)
    talk = hears(edited(review.text, event=review, rating=1), hours=2)
    assert (talk.state, talk.label) == ("ours", "complaint-disapproval")


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_in_whatever_order_praise_answer_and_edits_come_it_stands_the_same(hears, order):
    told = [PRAISE, THANKS, edited(GRAVER[2][0]), edited(f"{GRAVER[2][0]} Echt waar.", 3)]
    for hours, place in enumerate(order, 4):
        talk = hears(told[place], hours=hours)
    shown = (talk.state, talk.label, talk.heard_at, talk.answered_at, talk.last_at)
    assert shown == ("ours", "complaint-blame", NOW + 2 * HOUR, NOW + HOUR, NOW + 2 * HOUR)


def test_a_calmer_wording_that_we_hear_of_last_changes_nothing_of_when_it_rose(hears):
    told = [replace(PRAISE, text=GRAVER[2][0]), edited(GRAVER[2][0], 3), edited(PRAISE.text, 2)]
    hears(told[0], THANKS, hours=1)
    assert hears(told[1], hours=3).state == "theirs"
    talk = hears(told[2], hours=9)
    assert (talk.state, talk.heard_at) == ("ours", NOW + 3 * HOUR)


def test_an_answer_after_the_edit_answers_it_though_we_hear_of_the_edit_late(hears):
    hears(PRAISE, replace(THANKS, at=NOW + 3 * HOUR), hours=3)
    assert hears(edited(GRAVER[2][0]), hours=4).state == "theirs"


def test_a_complaint_that_is_taken_out_of_the_words_waits_no_more(hears):
    hears(PRAISE, hours=0)
    hears(THANKS, hours=1)
    hears(edited(GRAVER[2][0]), hours=2)
    assert hears(edited(PRAISE.text, 3), hours=3).state == "theirs"


def test_no_edit_gives_the_shop_more_time(hears):
    asked = replace(PRAISE, text="Valt de Merel groot? Ik zit tussen 38 en 40 in.")
    promised = hears(asked, hours=0).due_at
    angry = edited("Valt de Merel groot? Jammer dat niemand iets zegt.", event=asked)
    talk = hears(replace(angry, changed_at=promised - timedelta(minutes=1)), hours=4)
    assert talk.due_at <= promised


def test_a_persons_label_was_of_the_words_that_they_read(hears, noor):
    hears(PRAISE, hours=0)
    relabel(Message.objects.get(), noor, "chat", 0, now=NOW)
    hears(edited("Wat een fijne winkel, bedankt allemaal!", 1), hours=1)
    assert Message.objects.get().label == "chat"
    talk = hears(edited(GRAVER[0][0]), hours=2)
    assert (talk.label, Message.objects.get().labelled_by) == ("danger", None)
