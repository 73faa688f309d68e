"""Who has the pen: the first who began, until two minutes of silence; and nothing that was typed is ever lost."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import NOW
from conversations.cast import answered, said, waiting
from toonbank.conversations.models import Turn
from toonbank.conversations.papers import Writing
from toonbank.conversations.writing import (
    begin,
    colleagues_and_hold,
    hold_of,
    keep_words,
    let_go,
    must_hold,
    take_over,
    who_writes,
)
from toonbank.core.errors import NotAllowed, Overtaken

SOON = NOW + timedelta(seconds=30)
LATER = NOW + timedelta(minutes=3)


@pytest.fixture
def talk(jas_shop, square):
    return waiting(jas_shop, square)


def test_who_begins_first_has_the_pen(talk, noor, bas):
    begin(talk, bas, NOW)
    begin(talk, noor, SOON)
    assert [one.member for one in who_writes(talk, SOON)] == [bas, noor]
    assert hold_of(talk, noor, SOON).is_of_another
    assert not hold_of(talk, bas, SOON).is_of_another
    assert [one.member for one in hold_of(talk, bas, SOON).others] == [noor]


def test_two_minutes_of_silence_lay_the_pen_down(talk, noor, bas):
    keep_words(talk, bas, "Beste mevrouw", now=NOW)
    assert who_writes(talk, LATER) == []
    must_hold(talk, noor, LATER)
    assert hold_of(talk, bas, LATER).words == "Beste mevrouw"


def test_who_comes_back_after_a_silence_stands_at_the_end_of_the_row(talk, noor, bas):
    begin(talk, bas, NOW)
    begin(talk, noor, LATER)
    begin(talk, bas, LATER + timedelta(seconds=10))
    assert hold_of(talk, bas, LATER + timedelta(seconds=10)).holder.member == noor


def test_every_key_is_a_sign_of_life(talk, noor, bas):
    for seconds in range(0, 600, 60):
        keep_words(talk, bas, "a" * seconds, now=NOW + timedelta(seconds=seconds))
    with pytest.raises(Overtaken, match="Bas"):
        must_hold(talk, noor, NOW + timedelta(seconds=610))


def test_taking_over_is_told_and_takes_no_words_away(talk, noor, bas):
    keep_words(talk, bas, "Wat vervelend", now=NOW)
    hold = take_over(talk, noor, SOON)
    assert hold.holder.member == noor
    must_hold(talk, noor, SOON)
    of_bas = keep_words(talk, bas, "Wat vervelend, ik kijk", now=SOON + timedelta(seconds=1))
    assert of_bas.is_of_another
    assert of_bas.words == "Wat vervelend, ik kijk"
    turn = Turn.objects.get(event="take over")
    assert (turn.member, "Bas" in turn.why) == (noor, True)


def test_taking_over_from_nobody_is_told_to_nobody(talk, noor):
    take_over(talk, noor, NOW)
    assert not Turn.objects.filter(event="take over").exists()


def test_two_windows_of_one_person_do_not_stand_in_each_others_way(talk, bas):
    keep_words(talk, bas, "een", now=NOW)
    hold = keep_words(talk, bas, "twee", now=SOON)
    assert not hold.is_of_another
    assert Writing.objects.count() == 1
    must_hold(talk, bas, SOON)


def test_words_of_who_has_not_the_pen_are_kept_as_well(talk, noor, bas):
    begin(talk, bas, NOW)
    keep_words(talk, noor, "Ik was tweede.", is_private=True, now=SOON)
    kept = Writing.objects.get(member=noor)
    assert (kept.text, kept.is_private) == ("Ik was tweede.", True)


def test_what_was_sent_lies_no_longer_on_the_counter(talk, bas):
    keep_words(talk, bas, "Klaar. Bas", now=NOW)
    let_go(talk, bas)
    assert hold_of(talk, bas, SOON).words == ""


def test_who_wipes_out_all_that_they_typed_lays_the_pen_down(talk, noor, bas):
    keep_words(talk, bas, "Dag mevrouw, kom even langs. Bas", now=NOW)
    keep_words(talk, noor, "Mevrouw De Wit,", now=SOON)
    assert keep_words(talk, bas, " \n", now=SOON).holder.member == noor
    must_hold(talk, noor, SOON)


def test_who_only_looks_is_not_seen_writing(talk, jas_shop, hire):
    piet = hire(jas_shop, "Piet", "viewer")
    with pytest.raises(NotAllowed):
        begin(talk, piet, NOW)


def test_the_page_reads_colleagues_and_pen_at_once(talk, noor, bas, django_assert_num_queries):
    keep_words(talk, bas, "Wat vervelend", now=NOW)
    hold_of(talk, noor, NOW)  # the database is asked once what it can do
    colleagues_and_hold(talk, noor, SOON)
    with django_assert_num_queries(1):
        colleagues, hold = colleagues_and_hold(talk, noor, SOON)
    assert [str(one) for one in colleagues] == ["Bas"]
    assert (hold.holder.member, hold.holder.text, hold.holder.at) == (bas, "Wat vervelend", NOW)
    assert hold.mine is None


def test_the_page_asks_and_hears_nothing_while_nothing_changes(talk, noor, door_of):
    door = door_of(noor)
    address = f"/s/jas/counter/{talk.pk}/watch/"
    seen = talk.messages.get().pk
    token = _token(door.get(address, {"seen": seen}))
    assert door.get(address, {"seen": seen, "token": token}).status_code == 204


def test_a_colleague_who_begins_is_seen_at_the_next_look(talk, noor, bas, door_of):
    door, address, seen = door_of(noor), f"/s/jas/counter/{talk.pk}/watch/", talk.messages.get().pk
    token = _token(door.get(address, {"seen": seen}))
    begin(talk, bas, timezone.now())
    news = door.get(address, {"seen": seen, "token": token})
    assert news.status_code == 200
    assert "Bas" in news.content.decode()


def test_an_answer_that_came_meanwhile_is_told(talk, noor, bas, door_of):
    door, seen = door_of(noor), talk.messages.get().pk
    answered(talk, bas, "Wat vervelend. Bas", at=LATER)
    news = door.get(f"/s/jas/counter/{talk.pk}/watch/", {"seen": seen}).content.decode()
    assert "Bas heeft intussen geantwoord: kijk eerst." in news


def test_what_they_wrote_meanwhile_is_told(jas_shop, square, talk, noor, door_of):
    seen = talk.messages.get().pk
    said(jas_shop, square, "Hallo?", conversation=talk, at=LATER)
    news = door_of(noor).get(f"/s/jas/counter/{talk.pk}/watch/", {"seen": seen}).content.decode()
    assert "Er kwam intussen een bericht bij: kijk eerst." in news


def test_words_are_kept_while_they_are_typed_and_stand_there_again(talk, noor, door_of):
    door = door_of(noor)
    kept = door.post(f"/s/jas/counter/{talk.pk}/words/", {"text": "Wat vervelend", "to": "public"})
    assert kept.status_code in {200, 204}
    assert "Wat vervelend" in door.get(f"/s/jas/counter/{talk.pk}/").content.decode()


def test_typing_beside_a_message_that_was_taken_away_is_no_news(jas_shop, square, talk, noor, door_of):
    seen = talk.messages.get().pk
    gone = said(jas_shop, square, "", conversation=talk, at=LATER, deleted_at=LATER, label="chat")
    door, address = door_of(noor), f"/s/jas/counter/{talk.pk}/words/"
    for watched in (seen, gone.pk):
        told = door.post(address, {"text": "Ik kijk", "seen": seen, "watched": watched}).content.decode()
        assert "kijk eerst" not in told


def test_words_longer_than_any_network_takes_are_refused_in_words(talk, noor, door_of):
    kept = door_of(noor).post(f"/s/jas/counter/{talk.pk}/words/", {"text": "a" * 20_001})
    assert kept.status_code == 200
    assert "20000" in kept.content.decode().replace(".", "")


def test_who_types_in_two_windows_keeps_the_newest_words_and_hears_of_it_in_both(talk, noor, door_of):
    door, address = door_of(noor), f"/s/jas/counter/{talk.pk}/"
    first = second = _held(door.get(address))
    told = door.post(address + "words/", {"text": "Wat vervelend", "held": first})
    first = _held(told)
    assert "ander venster" not in told.content.decode()
    told = door.post(address + "words/", {"text": "Kom maar langs", "held": second})
    assert "ander venster" in told.content.decode()
    assert "ander venster" in door.get(address + "watch/", {"held": first}).content.decode()
    assert hold_of(talk, noor, timezone.now()).words == "Kom maar langs"


def test_what_was_told_of_two_windows_stays_there_while_one_goes_on(talk, noor, door_of):
    door, address = door_of(noor), f"/s/jas/counter/{talk.pk}/words/"
    door.post(address, {"text": "een"})
    held = _held(door.post(address, {"text": "twee", "held": "of another window"}))
    told = door.post(address, {"text": "twee en meer", "held": held, "twice": "yes"}).content.decode()
    assert "ander venster" in told


def test_who_goes_on_in_one_window_hears_of_no_other(talk, noor, door_of):
    door, address = door_of(noor), f"/s/jas/counter/{talk.pk}/"
    held = _held(door.get(address))
    for words in ("Wat", "Wat vervelend", ""):
        told = door.post(address + "words/", {"text": words, "held": held})
        held = _held(told)
        assert "ander venster" not in told.content.decode()


def _held(answer):
    return re.search(r'name="held" value="(\w+)"', answer.content.decode())[1]


def _token(answer):
    return re.search(r"token=(\w+)", answer.content.decode())[1]
