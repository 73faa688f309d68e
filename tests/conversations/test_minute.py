"""One-minute mode: the serious first, one at a time, a calm count, and a kind end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import NOW
from conversations.cast import ANGRY, ASKS, THANKS, answered, met, waiting
from toonbank.conversations.asking import Asked
from toonbank.conversations.minute import Round, next_of, to_go
from toonbank.conversations.models import Conversation
from toonbank.conversations.queue import page_of
from toonbank.conversations.writing import begin
from toonbank.shops.models import Member

MINUTE = "/s/jas/counter/one-minute/"


@pytest.fixture
def three(jas_shop, square):
    """Thanks, a question and a complaint, in the order in which they came."""
    people = [met(jas_shop, name) for name in ("Lies", "Yusuf", "Rob")]
    return [
        waiting(jas_shop, square, text, contact=one)
        for text, one in zip((THANKS, ASKS, ANGRY), people, strict=True)
    ]


def test_the_serious_come_first_and_skipped_ones_later(three, noor):
    thanks, asks, angry = three
    round_ = Round(NOW, NOW)
    assert next_of(round_, noor, NOW) == angry.pk
    round_ = round_.turn_to(angry.pk, NOW).skip(angry.pk, NOW)
    assert next_of(round_, noor, NOW) == asks.pk
    assert to_go(round_, noor, NOW) == 2
    assert thanks.pk not in round_.skipped
    assert next_of(round_.again(NOW), noor, NOW) == angry.pk


def test_skipping_is_not_doing(three, noor):
    round_ = Round(NOW, NOW).turn_to(three[2].pk, NOW).skip(three[2].pk, NOW)
    assert round_.turn_to(three[1].pk, NOW).done == 0


def test_what_no_longer_waits_was_done(three, noor):
    round_ = Round(NOW, NOW).turn_to(three[2].pk, NOW)
    assert round_.turn_to(three[1].pk, NOW).done == 1


def test_what_a_colleague_took_or_is_answering_is_left_to_them(three, noor, bas):
    thanks, asks, angry = three
    Conversation.objects.filter(pk=angry.pk).update(assignee=bas)
    begin(asks, bas, NOW)
    assert next_of(Round(NOW, NOW), noor, NOW) == thanks.pk
    assert to_go(Round(NOW, NOW), noor, NOW) == 1


def test_what_was_with_a_colleague_who_left_is_everybodys(three, noor, bas):
    Conversation.objects.filter(pk=three[2].pk).update(assignee=bas)
    assert next_of(Round(NOW, NOW), noor, NOW) != three[2].pk
    Member.objects.filter(pk=bas.pk).update(left_at=NOW)
    assert next_of(Round(NOW, NOW), noor, NOW) == three[2].pk
    assert three[2] in page_of(Asked(whose="nobody"), noor, NOW).found


def test_what_asks_for_no_answer_is_not_counted(three, noor, jas_shop, square):
    waiting(jas_shop, square, "Win een iPhone", contact=met(jas_shop, "Bot"), label="spam-abuse")
    assert to_go(Round(NOW, NOW), noor, NOW) == 3


def test_what_comes_back_later_does_not_come_now(three, noor):
    Conversation.objects.filter(pk=three[2].pk).update(snoozed_until=NOW + timedelta(hours=1))
    assert next_of(Round(NOW, NOW), noor, NOW) == three[1].pk
    assert next_of(Round(NOW, NOW), noor, NOW + timedelta(hours=2)) == three[2].pk


def test_a_round_that_lay_still_for_half_a_day_begins_anew():
    kept = Round(NOW, NOW, here=3, done=5, skipped=[1]).to_keep()
    assert Round.kept(kept, NOW + timedelta(hours=1)).done == 5
    assert Round.kept(kept, NOW + timedelta(hours=5)).done == 0
    assert Round.kept({"nonsense": 1}, NOW).done == 0
    assert Round.kept(None, NOW).skipped == []


def test_the_page_goes_from_one_to_the_next_and_ends_kindly(three, noor, bas, door_of):
    door = door_of(noor)
    first = door.get(MINUTE).content.decode()
    assert "Rob" in first
    assert "0 gedaan, 3 te gaan" in " ".join(first.split())
    answered(three[2], noor, "U heeft gelijk. Noor", at=timezone.now())
    second = " ".join(door.get(MINUTE).content.decode().split())
    assert "Yusuf" in second
    assert "1 gedaan, 2 te gaan" in second
    door.post(f"{MINUTE}skip/", {"conversation": three[1].pk})
    answered(three[0], noor, "Graag gedaan. Noor", at=timezone.now())
    end = " ".join(door.get(MINUTE).content.decode().split())
    assert "Alleen wat je oversloeg is er nog" in end
    again = door.post(f"{MINUTE}skip/", {"do": "again"}, follow=True).content.decode()
    assert "Yusuf" in again


def test_looking_again_does_not_count_as_done(three, noor, door_of):
    door = door_of(noor)
    door.get(MINUTE)
    assert "0 gedaan, 3 te gaan" in " ".join(door.get(MINUTE).content.decode().split())


def test_nobody_waits(jas_shop, noor, door_of):
    body = " ".join(door_of(noor).get(MINUTE).content.decode().split())
    assert "Er wacht niemand op je" in body


def test_enough_for_now_ends_the_round(three, noor, door_of):
    door = door_of(noor)
    door.get(MINUTE)
    door.post(f"{MINUTE}skip/", {"conversation": three[2].pk})
    door.post(f"{MINUTE}stop/")
    assert "3 te gaan" in " ".join(door.get(MINUTE).content.decode().split())


def test_who_only_looks_has_no_minute(jas_shop, hire, door_of):
    assert door_of(hire(jas_shop, "Piet", "viewer")).get(MINUTE).status_code == 403


def test_an_answer_that_needs_a_second_look_stays_in_one_minute_mode(three, noor, door_of):
    door = door_of(noor)
    door.get(MINUTE)
    words = {"text": "Wij doen niets fout.", "to": "public", "do": "send", "next": MINUTE}
    answer = door.post(f"/s/jas/counter/{three[2].pk}/reply/", words)
    body = " ".join(answer.content.decode().split())
    assert answer.status_code == 200
    assert "0 gedaan, 3 te gaan" in body
    assert "Wij doen niets fout." in body


def test_a_note_that_cannot_be_kept_stays_in_one_minute_mode(three, noor, door_of):
    door = door_of(noor)
    door.get(MINUTE)
    answer = door.post(f"/s/jas/counter/{three[2].pk}/note/", {"text": "", "next": MINUTE})
    assert answer.status_code == 422
    assert "0 gedaan, 3 te gaan" in " ".join(answer.content.decode().split())
