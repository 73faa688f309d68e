"""What a door tells of X: heard like the rest, and gone here as soon as it was deleted there."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import connection

from conftest import NOW
from conversations.doors import REVIEW, knocked
from conversations.people.test_privacy import everything_in_the_database
from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.deletions import deleted_there, hash_of
from toonbank.conversations.inlets import open_inlet
from toonbank.conversations.intake import take_in_waiting
from toonbank.conversations.keeping import follow_deletions
from toonbank.conversations.models import Conversation, Message
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.relations.models import Identity

SAID = REVIEW | {
    "id": "1234",
    "sort": "mention",
    "rating": None,
    "network": "x",
    "text": "De rits van de Wad is stuk.",
}
EDITED = SAID | {
    "event": "edited",
    "changed_at": "2026-11-21T08:40:00Z",
    "text": "De rits van de Wad is weer stuk.",
}
DELETED = {"id": "1234", "event": "deleted", "changed_at": "2026-11-21T08:50:00Z", "network": "x"}


@pytest.fixture
def tool(noor):
    """A tool that watches X for the shop."""
    inlet, _secret = open_inlet(noor, "Luisterdienst", now=NOW)
    return Inlet.objects.select_related("shop").get(pk=inlet.pk)


def tells(tool, *events, minutes=0):
    """Each in a delivery of its own."""
    for number, event in enumerate(events):
        now = NOW + timedelta(minutes=minutes, seconds=number)
        assert knocked(tool, event, now=now).status == 202
        take_in_waiting(now=now)


def words_left():
    return [line for line in everything_in_the_database() if "rits" in line or "stuk" in line]


def test_what_was_said_on_x_is_on_the_counter_and_its_writer_is_known_from_there(tool):
    tells(tool, SAID)
    assert Conversation.objects.get().name == "Mevrouw De Wit"
    identity = Identity.objects.get()
    assert (identity.kind, identity.network, identity.key) == ("x", "X", "dewit")


def test_a_deletion_there_takes_the_words_away_at_once_and_the_ledger_keeps_a_hash(tool, jas_shop):
    tells(tool, SAID, EDITED)
    message = Message.objects.get()
    hashed = hash_of(message.remote_id, EDITED["text"])
    tells(tool, DELETED, minutes=1)
    message.refresh_from_db()
    assert (message.text, message.wordings.count(), message.conversation.excerpt) == ("", 0, "")
    assert message.deleted_at == datetime.fromisoformat(DELETED["changed_at"])
    assert words_left() == []
    entry = Entry.objects.get(kind="deleted_there")
    assert entry.payload == {"message": message.pk, "hash": hashed}
    assert verify(jas_shop).closes
    assert follow_deletions(NOW + timedelta(hours=1)) == {}


def test_a_deletion_that_comes_before_its_message_lets_no_word_stay(tool):
    tells(tool, DELETED, SAID)
    assert (Message.objects.get().text, words_left()) == ("", [])


def test_a_deletion_need_not_say_again_where_it_was(tool):
    tells(tool, SAID, {name: value for name, value in DELETED.items() if name != "network"})
    assert words_left() == []


def test_a_deletion_of_a_moment_that_our_clock_has_not_reached_counts_too(tool):
    tells(tool, SAID, DELETED | {"changed_at": "2026-11-21T09:30:00Z"})
    assert words_left() == []


def test_what_is_told_after_its_deletion_brings_no_word_back(tool):
    tells(tool, SAID, DELETED, EDITED, SAID | {"url": "https://x.example/1234"})
    assert words_left() == []


def test_the_same_deletion_elsewhere_is_shown_as_such_and_keeps_its_words(tool):
    elsewhere = {name: value for name, value in SAID.items() if name != "network"}
    tells(tool, elsewhere, DELETED | {"network": "facebook"})
    message = Message.objects.get()
    assert (message.text, bool(message.deleted_at)) == (SAID["text"], True)
    assert not Entry.objects.filter(kind="deleted_there").exists()


def test_other_words_of_the_same_person_stay(tool):
    tells(tool, SAID, SAID | {"id": "1235", "text": "Wel een mooie jas."}, DELETED)
    assert set(Message.objects.values_list("text", flat=True)) == {"", "Wel een mooie jas."}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"network": "bluesky"}, "network"),  # nobody speaks here for an account of our own
        ({"network": "mail"}, "network"),
        ({"network": ""}, "network"),
        ({"network": ["x"]}, "network"),
        ({"network": 1}, "network"),
        ({"author": "", "author_id": ""}, "author"),
    ],
)
def test_what_cannot_be_of_a_network_is_named(tool, change, field):
    answer = knocked(tool, SAID | change)
    assert (answer.status, answer.said["refused"][0]["field"]) == (422, field)
    assert not Message.objects.exists()


def test_a_person_on_x_is_one_person_whichever_door_tells(tool, noor):
    other = open_inlet(noor, "Andere dienst", now=NOW)[0]
    tells(tool, SAID)
    tells(Inlet.objects.select_related("shop").get(pk=other.pk), SAID | {"id": "77"}, minutes=1)
    assert Identity.objects.count() == 1


def test_what_a_door_told_is_found_through_an_index_and_without_accounts_of_x_nobody_looks(jas_shop):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by the size of the table")
    on_accounts, told = deleted_there(jas_shop)
    with pytest.raises(EmptyResultSet):
        on_accounts.query.sql_with_params()
    sql, params = told.filter(remote_id__in=["a", "b"]).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        plan = [line[3] for line in cursor.fetchall()]
    assert "a_message_without_account_is_kept_once (shop_id=? AND remote_id=?)" in plan[0], plan
