"""A review that somebody saw elsewhere is answered there, and written down here: then a complaint can go its whole way."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import NOW
from conversations.cast import ANGRY, CLOSING, KERNEL, OUTCOME, waiting
from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import follow
from toonbank.conversations.elsewhere import take_answer_back, write_answer_down
from toonbank.conversations.models import Conversation, Message
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.posts.models import Delivery, Post

SORRY = "Wat vervelend. Ik zoek het vandaag uit. Noor"


@pytest.fixture(params=["review", "checkin", "tag", "told"])
def review(request, jas_shop) -> Conversation:
    """Mevrouw De Wit complains where the desk cannot answer; an hour ago by the real clock, as pages see it."""
    at = timezone.now() - timedelta(hours=1)
    talk = waiting(jas_shop, None, ANGRY, sort=request.param, at=at, is_public=request.param != "told")
    follow([talk], now=at)
    return Conversation.objects.select_related("case", "shop").get()


def down(talk, member, text=SORRY, *, now=None) -> Message:
    newest = talk.messages.order_by("-pk").first()
    return write_answer_down(talk, member, text, seen=newest.pk, now=now or timezone.now())


def test_what_was_answered_there_counts_and_goes_nowhere(review, noor):
    message = down(review, noor)
    review.refresh_from_db()
    assert (review.state, review.due_at, message.is_ours, message.member) == ("theirs", None, True, noor)
    case = Case.objects.get()
    assert (case.state, case.acknowledged_at) == ("acknowledged", message.at)
    assert not Post.objects.exists()
    assert not Delivery.objects.exists()


def test_the_whole_way_of_a_complaint_that_cannot_be_answered_from_here(review, noor, door_of):
    door, talk = door_of(noor), f"/s/jas/counter/{review.pk}/"
    assert "Wat antwoordde je daar?" in door.get(talk).content.decode()
    newest = review.messages.get().pk
    shown = door.post(f"{talk}answered/", {"text": SORRY, "seen": newest}, follow=True).content.decode()
    assert SORRY in shown
    assert "Gegeven waar het gezegd is, hier genoteerd." in shown
    assert "Genoteerd als je antwoord. Er is niets verstuurd." in shown
    door.post(f"{talk}case/judge/", {"judge-verdict": "right", "judge-kernel": KERNEL})
    door.post(f"{talk}case/solve/", {"solve-solution": "replace", "solve-outcome": OUTCOME})
    last = review.messages.order_by("-pk").first()
    door.post(f"{talk}answered/", {"text": CLOSING, "seen": last.pk})
    told = review.messages.order_by("-pk").first()
    door.post(f"{talk}case/say/", {"say-message": told.pk, "say-line": ""})
    door.post(f"{talk}case/confirm/", {"confirm-how": "Ze paste haar recensie aan."})
    door.post(f"{talk}case/close/", {"close-cause": "quality"})
    case = Case.objects.get()
    assert (case.state, case.closing_line, case.reason) == ("closed", CLOSING, "")
    assert case.acknowledged_at == review.messages.get(text=SORRY).at


def test_what_is_written_down_by_mistake_can_be_taken_back(review, noor):
    due = review.due_at
    talk = take_answer_back(down(review, noor), noor, now=timezone.now())
    assert (talk.state, Case.objects.get().acknowledged_at) == ("ours", None)
    assert (talk.due_at is None) == (due is None)
    assert talk.messages.count() == 1
    assert talk.turns.last().event in {"answer taken back", "customer_writes"}


def test_the_page_offers_to_take_it_back(review, noor, door_of):
    door, talk = door_of(noor), f"/s/jas/counter/{review.pk}/"
    newest = review.messages.get().pk
    shown = door.post(f"{talk}answered/", {"text": SORRY, "seen": newest}, follow=True).content.decode()
    sealed = shown.split('name="sealed" value="')[1].split('"')[0]
    door.post("/s/jas/counter/undo/answer/", {"sealed": sealed})
    assert not review.messages.filter(is_ours=True).exists()


@pytest.mark.parametrize(
    ("text", "words"), [("  ", "Schrijf op wat je daar antwoordde."), ("x" * 5001, "5000")]
)
def test_what_cannot_be_kept_comes_back_with_what_was_typed(review, noor, door_of, text, words):
    answer = door_of(noor).post(
        f"/s/jas/counter/{review.pk}/answered/", {"text": text, "seen": review.messages.get().pk}
    )
    assert words in answer.content.decode()
    assert not review.messages.filter(is_ours=True).exists()


def test_a_double_press_writes_it_down_once(review, noor):
    down(review, noor)
    with pytest.raises(BadInput):
        down(review, noor)


def test_what_a_colleague_wrote_down_meanwhile_is_read_first(review, noor, bas):
    seen = review.messages.get().pk
    down(review, bas, "Ik heb haar gebeld. Bas")
    with pytest.raises(BadInput):
        write_answer_down(review, noor, SORRY, seen=seen, now=timezone.now())


def test_what_they_wrote_meanwhile_is_read_first(review, noor):
    with pytest.raises(BadInput):
        write_answer_down(review, noor, SORRY, seen=0, now=timezone.now())


def test_who_only_looks_writes_no_answer_down(review, hire, jas_shop, door_of):
    piet = hire(jas_shop, "Piet", "viewer")
    with pytest.raises(NotAllowed):
        down(review, piet)
    page = f"/s/jas/counter/{review.pk}/"
    assert "Wat antwoordde je daar?" not in door_of(piet).get(page).content.decode()
    assert door_of(piet).post(f"{page}answered/", {"text": SORRY}).status_code == 403


def test_what_can_be_answered_from_here_is_not_written_down_by_hand(jas_shop, square, noor):
    with pytest.raises(BadInput):
        down(waiting(jas_shop, square, ANGRY), noor, now=NOW)


def test_an_answer_that_was_sent_cannot_be_taken_back_like_this(jas_shop, square, noor):
    talk = waiting(jas_shop, square, ANGRY)
    with pytest.raises(BadInput):
        take_answer_back(talk.messages.get(), noor, now=NOW)
