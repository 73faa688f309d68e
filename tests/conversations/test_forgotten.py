"""Who was erased stays erased, whatever the network still tells of what they said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from conftest import NOW
from toonbank.channels.base import Incoming
from toonbank.conversations.arrivals import Arrival, Early, Forgotten
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.keeping import keep_tidy
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.people.erasing import erase
from toonbank.relations.models import Contact, Identity

COMPLAINT = Incoming(
    "c1",
    "dewit",
    "Beukerstraat 12: de rits van mijn jas is stuk.",
    NOW,
    author_id="7",
    author_name="Mevrouw De Wit",
    thread="p",
    answers="p",
)
LATER = NOW + timedelta(days=2)


def hears(shop, account, *events, now=LATER):
    """The network tells this."""
    keep(shop, account, events, now=now)
    while take_in(shop, now=now):
        pass


@pytest.fixture
def erased(jas_shop, square, noor):
    """Mevrouw De Wit complained and asked the shop to erase her."""
    hears(jas_shop, square, COMPLAINT, now=NOW)
    erase(Contact.objects.get(), noor, now=NOW + timedelta(days=1))


EDIT = replace(COMPLAINT, event="edited", text="Beukerstraat 12! De rits!", changed_at=LATER)
DELETION = replace(COMPLAINT, event="deleted", text="", changed_at=LATER)
ANSWER = Incoming("a1", "jas", "Dag mevrouw De Wit.", LATER, answers="c1", thread="p", is_own=True)


@pytest.mark.parametrize("told", [EDIT, DELETION, ANSWER, replace(COMPLAINT, url="https://plein.example/c1")])
def test_what_the_network_tells_later_of_an_erased_message_is_not_taken_in(erased, jas_shop, square, told):
    hears(jas_shop, square, told)
    assert list(Message.objects.values_list("text", flat=True)) == [""]
    assert not Contact.objects.exists()
    assert not Identity.objects.exists()
    assert not Early.objects.exists()
    assert not Arrival.objects.exclude(body={}).exists()


def test_the_mark_of_an_event_goes_with_its_words_and_both_stay_away(jas_shop, square):
    hears(jas_shop, square, COMPLAINT, now=NOW)
    late = NOW + timedelta(days=800)
    hears(jas_shop, square, replace(COMPLAINT, remote_id="c2", author_id="8", at=late), now=late)
    (_old, young) = Arrival.objects.order_by("pk").values_list("pk", flat=True)
    assert keep_tidy(late)["raw events"] == 1
    assert Arrival.objects.get().pk == young
    hears(jas_shop, square, COMPLAINT, now=late)
    assert sorted(Message.objects.values_list("text", flat=True)) == ["", COMPLAINT.text]


def test_the_mark_of_an_event_stays_as_long_as_its_words(jas_shop, square):
    hears(jas_shop, square, COMPLAINT, now=NOW)
    keep_tidy(NOW + timedelta(days=600))
    assert Arrival.objects.get().state == "done"


def test_what_they_say_anew_is_heard_as_of_anybody(erased, jas_shop, square):
    hears(jas_shop, square, replace(COMPLAINT, remote_id="c2", text="Zijn jullie zondag open?", at=LATER))
    assert Conversation.objects.waiting().get().excerpt == "Zijn jullie zondag open?"


def test_of_what_was_erased_only_a_mark_is_kept(erased):
    mark = Forgotten.objects.get().mark
    assert len(mark) == 64
    assert "c1" not in Message.objects.get().remote_id


def test_another_account_may_use_the_same_name(erased, jas_shop):
    hears(jas_shop, None, replace(COMPLAINT, text="Iets heel anders."))
    assert Message.objects.filter(text="Iets heel anders.").exists()


def test_what_was_kept_long_enough_does_not_come_back_either(jas_shop, square):
    hears(jas_shop, square, COMPLAINT, now=NOW)
    years_later = NOW + timedelta(days=4000)
    keep_tidy(years_later)
    hears(jas_shop, square, replace(EDIT, changed_at=years_later), now=years_later)
    assert list(Message.objects.values_list("text", flat=True)) == [""]
