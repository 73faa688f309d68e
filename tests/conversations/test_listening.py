"""Listening: every account at its own pace, nothing lost, and one that fails holds up no other."""

from datetime import timedelta

import pytest
from django.utils import translation

from conftest import NOW
from conversations import tape
from conversations.streams import Life
from conversations.tape import BREAKS, TAPES
from toonbank.channels.base import Incoming
from toonbank.conversations.arrivals import Arrival, Ear
from toonbank.conversations.intake import keep, take_in_waiting
from toonbank.conversations.listening import begin_here, ears_due, hear, listen_now, trouble_of
from toonbank.conversations.models import Conversation, Message
from toonbank.core.errors import Refused, SignInAgain, TryLater
from toonbank.shops.models import Account
from toonbank.shops.opening import settings_of, surroundings

HALLO = Incoming("1", "dewit", "Mijn jas is stuk.", NOW, author_name="Mevrouw De Wit", sort="mention")
AGAIN = Incoming(
    "2", "dewit", "Hallo?", NOW + timedelta(minutes=1), author_name="Mevrouw De Wit", sort="mention"
)


@pytest.fixture(autouse=True)
def _network():
    tape.register()
    TAPES.clear()
    BREAKS.clear()


@pytest.fixture
def on_tape(jas_shop):
    def sign_in(server):
        return Account.objects.create(shop=jas_shop, kind="tape", name=server, handle="jas", server=server)

    return sign_in


def listen(now=NOW):
    """One round, then what came is taken in."""
    count = sum(hear(ear, now=now) for ear in ears_due(now))
    take_in_waiting(now=now)
    return count


def test_what_is_said_stands_on_the_counter_with_its_label_and_clock(on_tape):
    on_tape("een")
    TAPES["een"] = [HALLO]
    assert listen() == 1
    talk = Conversation.objects.get()
    assert (talk.name, talk.label, talk.state) == ("Mevrouw De Wit", "complaint-implicit", "new")
    assert talk.due_at == NOW + timedelta(hours=4)


def test_each_account_is_asked_at_its_own_pace(on_tape):
    on_tape("een")
    TAPES["een"] = [HALLO]
    listen()
    assert listen(NOW + timedelta(seconds=9)) == 0
    TAPES["een"].append(AGAIN)
    assert listen(NOW + timedelta(seconds=10)) == 1
    assert Ear.objects.get().cursor == "2"


def test_an_ear_that_begins_now_hears_only_what_comes_after(on_tape):
    on_tape("een")
    TAPES["een"] = [HALLO]
    for ear in ears_due(NOW):
        begin_here(ear, now=NOW)
    TAPES["een"].append(AGAIN)
    assert listen(NOW + timedelta(minutes=1)) == 1
    assert [message.text for message in Message.objects.all()] == [AGAIN.text]


def test_a_story_may_open_the_network_as_it_was_then(on_tape):
    account = on_tape("een")
    opened = []

    def opener(one):
        opened.append(one)
        return tape.Tape(settings_of(one), surroundings(one.shop))

    TAPES["een"] = [HALLO]
    assert sum(hear(ear, now=NOW, opener=opener) for ear in ears_due(NOW)) == 1
    assert opened == [account]


def test_what_a_break_in_the_line_cut_off_is_heard_the_next_time(on_tape):
    on_tape("een")
    TAPES["een"] = Life(3).events(250)
    BREAKS["een"] = [(130, TryLater("too busy", after=60))]
    assert listen() == 0
    assert Ear.objects.get().cursor == "100"  # whole heaps are stored, the half one comes again
    assert Arrival.objects.count() == 100
    assert listen(NOW + timedelta(seconds=61)) == 150
    assert Arrival.objects.count() == len(
        {(one.remote_id, one.event, one.text, one.changed_at) for one in TAPES["een"]}
    )


def test_one_account_in_trouble_holds_up_no_other(on_tape):
    broken, well = on_tape("een"), on_tape("twee")
    TAPES["twee"] = [HALLO]
    BREAKS["een"] = [(0, ValueError("a page that is no page"))]
    listen()
    assert Message.objects.get().account == well
    ear = Ear.objects.get(account=broken)
    assert (ear.trouble, ear.failures, ear.heard_at) == ("broken", 1, None)


def test_who_keeps_failing_is_asked_less_and_less_often(on_tape):
    on_tape("een")
    BREAKS["een"] = [(0, Refused("no")) for _ in range(12)]
    waits, now = [], NOW
    for _ in range(12):
        listen(now)
        ear = Ear.objects.get()
        waits.append(ear.next_at - now)
        now = ear.next_at
    assert waits[:3] == [timedelta(seconds=20), timedelta(seconds=40), timedelta(seconds=80)]
    assert waits[-1] == timedelta(minutes=30)


def test_a_network_that_forgot_us_says_so_and_is_asked_again_after_signing_in(on_tape):
    account = on_tape("een")
    TAPES["een"], BREAKS["een"] = [HALLO], [(0, SignInAgain("who?"))]
    listen()
    account.refresh_from_db()
    assert account.state == "signed_out"
    with translation.override("en"):
        assert "Sign in again" in trouble_of(Ear.objects.get())
    assert listen(NOW + timedelta(hours=1)) == 0
    Account.objects.update(state="open")
    listen_now(account, now=NOW + timedelta(hours=1))
    assert listen(NOW + timedelta(hours=1)) == 1
    assert Ear.objects.get().trouble == ""


def test_pushed_and_asked_for_end_as_one_message(on_tape, jas_shop):
    account = on_tape("een")
    keep(jas_shop, account, [HALLO], now=NOW)
    TAPES["een"] = [HALLO]
    listen()
    assert Message.objects.count() == 1
    assert Arrival.objects.count() == 1


def test_two_listeners_do_not_hear_the_same_account_at_once(on_tape):
    on_tape("een")
    assert len(ears_due(NOW)) == 1
    assert ears_due(NOW) == []


def test_a_closed_account_is_left_in_peace(on_tape):
    account = on_tape("een")
    listen()
    Account.objects.filter(pk=account.pk).update(state="closed")
    assert ears_due(NOW + timedelta(days=1)) == []
