"""Notes for colleagues: who is called, whose they are, and the one step back."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import NOW
from conversations.cast import answered, waiting
from toonbank.conversations.noting import (
    asked_of,
    change_note,
    is_called,
    notes_of,
    take_note_away,
    write_note,
)
from toonbank.conversations.papers import Note
from toonbank.core.errors import BadInput, NotAllowed

TEXT = "Vierde kapotte rits uit de levering van september."


@pytest.fixture
def talk(jas_shop, square):
    return waiting(jas_shop, square)


def test_who_is_called_sees_it_as_a_question_until_they_react(talk, noor, bas):
    note = write_note(talk, bas, TEXT, [noor], now=NOW)
    assert asked_of(noor, NOW) == [note]
    assert asked_of(bas, NOW) == []
    write_note(talk, noor, "Ik bel haar.", now=NOW + timedelta(minutes=5))
    assert asked_of(noor, NOW) == []


def test_who_is_called_in_the_words_themselves_is_not_named_twice(talk, noor, bas):
    write_note(talk, bas, "@Noor, zij heeft gelijk.", [noor], now=NOW)
    write_note(talk, bas, "Wil jij haar bellen?", [noor], now=NOW + timedelta(minutes=1))
    assert [jotting.asked for jotting in notes_of(talk, noor, NOW)] == [[], ["Noor"]]


def test_an_answer_to_the_customer_is_a_reaction_too(talk, noor, bas):
    write_note(talk, bas, TEXT, [noor], now=NOW)
    answered(talk, noor, "U heeft gelijk. Noor", at=NOW + timedelta(minutes=5))
    assert asked_of(noor, NOW) == []


def test_what_was_asked_stands_above_the_row_until_then(talk, noor, bas, door_of):
    write_note(talk, bas, TEXT, [noor], now=timezone.now())
    door = door_of(noor)
    part = door.get("/s/jas/counter/asked/", headers={"HX-Request": "true"}).content.decode()
    assert TEXT in part
    assert "<html" not in part
    assert "/s/jas/counter/asked/" in door.get("/s/jas/counter/").content.decode()
    assert "Niemand vraagt je iets" in door_of(bas).get("/s/jas/counter/asked/").content.decode()


def test_today_tells_only_who_is_called(talk, noor, bas, jas_shop):
    from toonbank.posts.attention import Attention

    write_note(talk, bas, TEXT, [noor], now=NOW)
    (told,) = [one for one in Attention(jas_shop, noor, NOW).notices if one.icon == "at-symbol"]
    assert (told.text, f"/counter/{talk.pk}/#note-" in told.address) == (TEXT, True)
    assert not [one for one in Attention(jas_shop, bas, NOW).notices if one.icon == "at-symbol"]
    write_note(talk, bas, "En dit?", [noor], now=NOW + timedelta(minutes=1))
    (told,) = [one for one in Attention(jas_shop, noor, NOW).notices if one.icon == "at-symbol"]
    assert told.address.endswith("/counter/asked/")
    write_note(talk, noor, "Gezien.", now=NOW + timedelta(minutes=2))
    assert not [one for one in Attention(jas_shop, noor, NOW).notices if one.icon == "at-symbol"]


def test_nobody_calls_themselves(talk, bas):
    write_note(talk, bas, TEXT, [bas], now=NOW)
    assert asked_of(bas, NOW) == []


@pytest.mark.parametrize("text", ["", "   \n", "a" * 2001])
def test_a_note_says_something_and_no_novel(talk, bas, text):
    with pytest.raises(BadInput):
        write_note(talk, bas, text, now=NOW)


def test_a_note_of_a_colleague_stays_as_it_is(talk, noor, bas):
    note = write_note(talk, bas, TEXT, now=NOW)
    with pytest.raises(NotAllowed):
        change_note(note, noor, "Anders.")
    with pytest.raises(NotAllowed):
        take_note_away(note, noor)
    assert Note.objects.get().text == TEXT


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("@noor kijk jij?", True),
        ("vraag het @noor.", True),
        ("@noortje weet het", False),
        ("mail@noor.example", False),
        ("noor weet het", False),
    ],
)
def test_a_name_is_called_by_an_at(text, is_it):
    assert is_called("Noor de Vries", text) is is_it


def test_notes_of_a_page_take_one_question_however_many_are_called(
    talk, noor, bas, jas_shop, hire, django_assert_num_queries
):
    samira = hire(jas_shop, "Samira", "webcare")
    for minute in range(10):
        write_note(talk, bas, f"{minute}", [noor, samira], now=NOW + timedelta(minutes=minute))
    notes_of(talk, bas, NOW)  # the database is asked once what it can do
    with django_assert_num_queries(1):
        notes = notes_of(talk, bas, NOW)
    assert [one.text for one in notes] == [str(minute) for minute in range(10)]
    assert all(sorted(one.asked) == ["Noor", "Samira"] and one.is_mine for one in notes)


def test_each_note_calls_its_own(talk, noor, bas):
    write_note(talk, bas, "Kijk jij?", [noor], now=NOW)
    write_note(talk, noor, "Gezien.", now=NOW + timedelta(minutes=1))
    assert [one.asked for one in notes_of(talk, bas, NOW)] == [["Noor"], []]


def test_many_called_push_no_note_off_the_page(talk, noor, bas, jas_shop, hire):
    crowd = [hire(jas_shop, f"Hulp{number}", "webcare") for number in range(20)]
    for minute in range(12):
        write_note(talk, bas, f"{minute}", crowd, now=NOW + timedelta(minutes=minute))
    notes = notes_of(talk, bas, NOW)
    assert [(one.text, len(one.asked)) for one in notes] == [(str(minute), 20) for minute in range(12)]


def test_a_note_is_written_on_the_page_and_calls_by_tick_or_by_at(talk, noor, bas, door_of):
    door = door_of(bas)
    door.post(f"/s/jas/counter/{talk.pk}/note/", {"text": TEXT, "asked": [noor.pk]})
    door.post(f"/s/jas/counter/{talk.pk}/note/", {"text": "@Noor nog iets."})
    assert [list(one.for_members.all()) for one in Note.objects.all()] == [[noor], [noor]]
    shown = door_of(noor).get(f"/s/jas/counter/{talk.pk}/").content.decode()
    assert TEXT in shown


def test_an_empty_note_keeps_what_else_was_filled_in_and_says_why(talk, noor, bas, door_of):
    answer = door_of(bas).post(
        f"/s/jas/counter/{talk.pk}/note/", {"text": "a" * 2001, "asked": [noor.pk]}, follow=True
    )
    assert answer.status_code == 422
    assert "a" * 2001 in answer.content.decode()
    assert not Note.objects.exists()


def test_a_note_taken_away_comes_back_as_it_was(talk, noor, bas, door_of):
    write_note(talk, bas, TEXT, [noor], now=NOW)
    door = door_of(bas)
    shown = door.post(f"/s/jas/counter/notes/{Note.objects.get().pk}/", {"do": "away"}, follow=True)
    assert not Note.objects.exists()
    sealed = re.search(r'name="sealed" value="([^"]+)"', shown.content.decode())[1]
    door.post("/s/jas/counter/undo/note/", {"sealed": sealed})
    back = Note.objects.get()
    assert (back.text, back.at, list(back.for_members.all())) == (TEXT, NOW, [noor])


def test_a_note_changed_by_mistake_comes_back_as_it_was(talk, bas, door_of):
    write_note(talk, bas, TEXT, now=NOW)
    door = door_of(bas)
    shown = door.post(f"/s/jas/counter/notes/{Note.objects.get().pk}/", {"text": "Oei"}, follow=True)
    assert Note.objects.get().text == "Oei"
    sealed = re.search(r'name="sealed" value="([^"]+)"', shown.content.decode())[1]
    door.post("/s/jas/counter/undo/note/", {"sealed": sealed})
    assert Note.objects.get().text == TEXT


def test_a_seal_that_is_not_ours_undoes_nothing(talk, bas, door_of):
    answer = door_of(bas).post("/s/jas/counter/undo/note/", {"sealed": "zomaar"})
    assert answer.status_code == 302
    assert not Note.objects.exists()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["bas"], "Genoteerd. Bas ziet het als vraag."),
        (["bas", "samira"], "Genoteerd. Bas en Samira zien het als vraag."),
        ([], "Genoteerd, alleen voor ons."),
    ],
)
def test_it_is_told_who_sees_it(talk, noor, bas, hire, jas_shop, door_of, asked, told):
    here = {"bas": bas.pk, "samira": hire(jas_shop, "Samira", "webcare").pk}
    note = {"text": TEXT, "asked": [here[one] for one in asked]}
    page = door_of(noor).post(f"/s/jas/counter/{talk.pk}/note/", note, follow=True).content.decode()
    assert told in page
