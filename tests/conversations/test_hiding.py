"""Criticism is never hidden; what may be hidden is written down and can be shown again."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from conversations.cast import ANGRY, answered, said, waiting
from toonbank.conversations.casebook import Hiding
from toonbank.conversations.hiding import Wish, hide, reach_of, show_again
from toonbank.core.errors import BadInput, Blocked, NotAllowed, Overtaken
from toonbank.ledger.models import Entry

INSULT = Wish("hide", "insult", "‘stelletje …’")


@pytest.fixture
def angry(jas_shop, square):
    """Mevrouw De Wit is angry, and right."""
    return said(jas_shop, square, ANGRY)


@pytest.mark.parametrize("ground", ["criticism", "", "untrue", "angry"])
@pytest.mark.parametrize("deed", ["hide", "delete"])
def test_criticism_is_not_hidden_without_a_ground(angry, noor, deed, ground):
    with pytest.raises(Blocked):
        hide(angry, noor, Wish(deed, ground, "dit klopt niet"), now=NOW)
    assert not Hiding.objects.exists()


@pytest.mark.parametrize("label", ["complaint-blame", "criticism", "doubt"])
def test_the_rule_knows_every_sort_of_criticism(jas_shop, square, noor, label):
    with pytest.raises(Blocked):
        hide(said(jas_shop, square, "Zo hoort het niet.", label=label), noor, Wish("hide", ""), now=NOW)


def test_an_insult_is_hidden_on_its_ground_and_stands_in_the_books(angry, noor):
    hide(angry, noor, INSULT, now=NOW)
    entry = Entry.objects.get()
    assert (entry.kind, entry.payload["ground"]) == ("message_hidden", "insult")
    assert "stelletje" not in str(entry.payload)
    assert Hiding.objects.get(undone_at=None).message == angry


def test_which_words_are_an_insult_must_be_said(angry, noor):
    with pytest.raises(BadInput):
        hide(angry, noor, Wish("hide", "insult", "  "), now=NOW)


def test_a_complaint_is_not_called_spam_to_get_rid_of_it(angry, noor):
    with pytest.raises(BadInput):
        hide(angry, noor, Wish("hide", "spam", "gezeur"), now=NOW)


def test_personal_data_that_the_desk_saw_needs_no_words(jas_shop, square, noor):
    message = said(jas_shop, square, "Bel mij op 06-12345678, mijn jas is stuk.")
    assert message.private
    assert hide(message, noor, Wish("hide", "private data"), now=NOW).pk


def test_hiding_is_undone_and_the_list_keeps_both(angry, noor):
    row = hide(angry, noor, INSULT, now=NOW)
    show_again(row, noor, now=NOW)
    assert not Hiding.objects.filter(undone_at=None).exists()
    assert list(Entry.objects.order_by("number").values_list("kind", flat=True)) == [
        "message_hidden",
        "message_shown_again",
    ]
    with pytest.raises(Overtaken):
        show_again(row, noor, now=NOW)


def test_two_people_hide_a_message_once(angry, noor, bas):
    hide(angry, noor, INSULT, now=NOW)
    with pytest.raises(Overtaken):
        hide(angry, bas, INSULT, now=NOW)
    assert Hiding.objects.count() == 1


def test_it_may_be_hidden_again_after_it_was_shown(angry, noor):
    show_again(hide(angry, noor, INSULT, now=NOW), noor, now=NOW)
    hide(angry, noor, INSULT, now=NOW)
    assert Hiding.objects.count() == 2


def test_the_database_knows_no_other_ground(angry, noor):
    row = hide(angry, noor, INSULT, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hiding.objects.filter(pk=row.pk).update(ground="criticism")


def test_our_own_words_are_not_hidden_here(angry, noor):
    ours = answered(angry.conversation, noor, "Ik kijk ernaar.")
    with pytest.raises(BadInput):
        hide(ours, noor, INSULT, now=NOW)


def test_who_only_looks_hides_nothing(angry, hire, jas_shop):
    with pytest.raises(NotAllowed):
        hide(angry, hire(jas_shop, "Piet", "viewer"), INSULT, now=NOW)


def test_hiding_does_not_put_the_complaint_away(angry, noor):
    hide(angry, noor, INSULT, now=NOW)
    angry.conversation.refresh_from_db()
    assert angry.conversation.state == "new"


def test_what_the_network_really_does_is_said_before(angry, jas_shop):
    assert "Oefenplein" in reach_of(angry.conversation) or "Practice square" in reach_of(angry.conversation)
    assert reach_of(waiting(jas_shop, None, "Hoi", sort="told"))


def test_the_page_answers_with_the_rule_and_keeps_what_was_typed(angry, noor, door_of):
    said_there = {"deed": "hide", "ground": "criticism", "why": "dit is gelogen"}
    answer = door_of(noor).post(f"/s/jas/counter/messages/{angry.pk}/hide/", said_there)
    assert answer.status_code == 400
    assert "dit is gelogen" in answer.content.decode()


def test_the_page_shows_no_personal_data(jas_shop, square, noor, door_of):
    message = said(jas_shop, square, "Bel mij op 06-12345678, mijn jas is stuk.")
    assert "12345678" not in door_of(noor).get(f"/s/jas/counter/messages/{message.pk}/hide/").content.decode()


def test_what_is_hidden_is_folded_away_in_the_conversation(angry, noor, door_of):
    door, address = door_of(noor), f"/s/jas/counter/{angry.conversation_id}/"
    assert "Hier verborgen" not in door.get(address).content.decode()
    row = hide(angry, noor, INSULT, now=NOW)
    assert "Hier verborgen: belediging" in door.get(address).content.decode()
    show_again(row, noor, now=NOW)
    assert "Hier verborgen" not in door.get(address).content.decode()


def test_the_list_asks_as_little_with_thirty_rows_as_with_one(jas_shop, square, noor, door_of):
    door, asked = door_of(noor), []
    for more in (1, 29):
        for _ in range(more):
            hide(said(jas_shop, square, ANGRY), noor, INSULT, now=NOW)
        with CaptureQueriesContext(connection) as seen:
            assert door.get("/s/jas/counter/moderation/").status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 10
