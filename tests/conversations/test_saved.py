"""Saved replies: a beginning with fill-ins, never a text that goes out unread."""

import re

import pytest

from conftest import NOW
from conversations.cast import ASKS, waiting
from toonbank.conversations.papers import SavedReply
from toonbank.conversations.saved import filled, keep_reply, offered_for, unknown_fill_ins
from toonbank.conversations.writing import hold_of, keep_words
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.posts.models import Delivery, Post

SIZES = {"title": "Maten", "text": "Dag {name}, de Merel valt normaal. {author} van {shop}", "lang": "nl"}


def test_the_fill_ins_are_the_name_the_author_and_the_shop(jas_shop, square, bas):
    reply = keep_reply(jas_shop, bas, SIZES, now=NOW)
    talk = waiting(jas_shop, square, ASKS)
    assert filled(reply, talk, bas) == "Dag Mevrouw De Wit, de Merel valt normaal. Bas van Jas"


def test_the_fill_ins_may_be_written_in_dutch(jas_shop, square, bas, door_of):
    dutch = {"text": "Dag {naam}, de Merel valt normaal. {auteur} van {winkel}"}
    reply = keep_reply(jas_shop, bas, SIZES | dutch, now=NOW)
    talk = waiting(jas_shop, square, ASKS)
    assert filled(reply, talk, bas) == "Dag Mevrouw De Wit, de Merel valt normaal. Bas van Jas"
    page = door_of(bas).get("/s/jas/counter/saved/").content.decode()
    assert "<code>{naam}</code>" in page


def test_a_name_that_nobody_knows_leaves_no_gap(jas_shop, square, bas):
    reply = keep_reply(jas_shop, bas, SIZES, now=NOW)
    talk = waiting(jas_shop, square, ASKS)
    talk.name = ""
    assert filled(reply, talk, bas).startswith("Dag, de Merel")


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Dag {voornaam}", ["{voornaam}"]),
        ("Dag {naam} van {winkel}. {auteur}", []),
        ("Dag { name }", ["{ name }"]),
        ("Dag {name", ["{"]),
        ("Dag {name}}", ["}"]),
        ("Dag {}", ["{}"]),
        ("Dag {name.__class__}", ["{name.__class__}"]),
        ("Dag {name} van {shop}", []),
    ],
)
def test_what_cannot_be_filled_in_is_named(text, unknown):
    assert unknown_fill_ins(text) == unknown


def test_an_unknown_fill_in_is_refused_with_what_can_be(jas_shop, bas):
    with pytest.raises(BadInput, match=r"\{voornaam\}.*\{naam\}"):
        keep_reply(jas_shop, bas, SIZES | {"text": "Dag {voornaam}"}, now=NOW)


def test_two_of_one_name_are_refused_in_words(jas_shop, bas):
    keep_reply(jas_shop, bas, SIZES, now=NOW)
    with pytest.raises(BadInput, match="Maten"):
        keep_reply(jas_shop, bas, SIZES, now=NOW)


def test_who_only_looks_keeps_none(jas_shop, hire):
    with pytest.raises(NotAllowed):
        keep_reply(jas_shop, hire(jas_shop, "Piet", "viewer"), SIZES, now=NOW)


def test_only_those_in_the_language_of_the_talk_are_offered(jas_shop, square, bas):
    keep_reply(jas_shop, bas, SIZES, now=NOW)
    keep_reply(jas_shop, bas, {"title": "Sizes", "text": "Hello {name}", "lang": "en"}, now=NOW)
    talk = waiting(jas_shop, square, ASKS)
    assert [str(one) for one in offered_for(talk)] == ["Maten"]


def test_using_one_puts_it_behind_what_was_typed_and_sends_nothing(jas_shop, square, bas, door_of):
    from django.utils import timezone

    reply = keep_reply(jas_shop, bas, SIZES, now=NOW)
    talk = waiting(jas_shop, square, ASKS)
    keep_words(talk, bas, "Goede vraag.", now=timezone.now())
    door_of(bas).post(f"/s/jas/counter/{talk.pk}/saved/use/", {"reply": reply.pk})
    assert hold_of(talk, bas, timezone.now()).words.startswith("Goede vraag.\n\nDag Mevrouw De Wit")
    assert SavedReply.objects.get().used == 1
    assert not Post.objects.exists()
    assert not Delivery.objects.exists()


def test_the_list_shows_them_filled_in(jas_shop, square, bas, door_of):
    keep_reply(jas_shop, bas, SIZES, now=NOW)
    talk = waiting(jas_shop, square, ASKS)
    part = door_of(bas).get(f"/s/jas/counter/{talk.pk}/saved/", headers={"HX-Request": "true"})
    assert "Dag Mevrouw De Wit" in part.content.decode()
    assert "<html" in door_of(bas).get(f"/s/jas/counter/{talk.pk}/saved/").content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(jas_shop, bas, door_of):
    answer = door_of(bas).post("/s/jas/counter/saved/", SIZES | {"text": "Dag {voornaam}, hoe gaat het"})
    assert answer.status_code == 422
    body = answer.content.decode()
    assert "Dag {voornaam}, hoe gaat het" in body
    assert "{voornaam}" in re.search(r'role="alert"(.*?)</div>', body, re.DOTALL)[1]


def test_making_changing_and_taking_away_with_a_way_back(jas_shop, bas, door_of):
    door = door_of(bas)
    door.post("/s/jas/counter/saved/", SIZES)
    pk = SavedReply.objects.get().pk
    door.post(f"/s/jas/counter/saved/{pk}/", SIZES | {"title": "Merel"})
    assert SavedReply.objects.get().title == "Merel"
    shown = door.post(f"/s/jas/counter/saved/{pk}/", {"do": "away"}, follow=True).content.decode()
    assert not SavedReply.objects.exists()
    sealed = re.search(r'name="sealed" value="([^"]+)"', shown)[1]
    door.post("/s/jas/counter/undo/saved/", {"sealed": sealed})
    assert SavedReply.objects.get().title == "Merel"


def test_no_saved_reply_is_offered_where_nothing_can_be_answered(jas_shop, square, noor, door_of):
    door, offer = door_of(noor), "Begin met een bewaard antwoord"
    told, heard = waiting(jas_shop, None), waiting(jas_shop, square)
    assert offer not in door.get(f"/s/jas/counter/{told.pk}/").content.decode()
    assert offer in door.get(f"/s/jas/counter/{heard.pk}/").content.decode()
