"""The practice square on its bad days: whatever it does to what was said, the counter shows what a good day shows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from toonbank.channels.base import AnswerTo, Outgoing
from toonbank.channels.board import Drill, Said
from toonbank.conversations.intake import take_in_waiting
from toonbank.conversations.listening import ears_due, hear
from toonbank.conversations.models import Conversation, Message
from toonbank.shops.models import Account
from toonbank.shops.opening import open_account, square_of

pytestmark = pytest.mark.usefixtures("own_home")

WIT = "Mevrouw De Wit"
BAD_DAYS = [
    [],
    [Drill.LISTEN_LATE],
    [Drill.LISTEN_TWICE, Drill.LISTEN_MIXED_UP],
    [Drill.LISTEN_BREAKS_OFF, Drill.LISTEN_UNREACHABLE],
]


def live(board, account, began):
    """An hour on the square: a complaint with an edit, a private word, a compliment taken back, and our own answer in its app."""
    complaint = Said(WIT, "De rits liet na een week los. Dat had ik niet verwacht.", kind="complaint")
    first = board.let_say(account, complaint, at=began)
    board.let_edit(account, first, "De rits liet na twee weken los.", at=began + timedelta(minutes=4))
    answer = Said(account, "Vervelend. We zoeken het uit.", answers=first, is_own=True)
    board.let_say(account, answer, at=began + timedelta(minutes=6))
    private = Said("Marloes Kramer", "Mijn bonnummer is 771, is hij klaar?", is_private=True)
    board.let_say(account, private, at=began + timedelta(minutes=9))
    gone = board.let_say(account, Said("Anouk", "Wat een fijne winkel!", kind="compliment"), at=began)
    board.remove(account, gone, at=began + timedelta(minutes=11))
    for number in range(12):
        board.let_say(
            account, Said("Rob", f"Vraag {number}?"), at=began + timedelta(minutes=12, seconds=number)
        )


def listen(rounds, now):
    for number in range(rounds):
        at = now + timedelta(hours=number)
        for ear in ears_due(at):
            hear(ear, now=at)
        take_in_waiting(now=at)


def shown(account):
    """What the counter shows of this account."""
    talks = {
        (talk.thread, talk.name, talk.label, talk.sort, talk.is_public, talk.excerpt)
        for talk in Conversation.objects.filter(account=account)
    }
    said = {
        (one.remote_id, one.text, one.is_ours, one.is_public, one.deleted_at, one.changed_at)
        for one in Message.objects.filter(account=account)
    }
    return talks, said


@pytest.mark.parametrize("drills", BAD_DAYS, ids=["good day", "late", "twice and mixed up", "broken off"])
def test_a_bad_day_ends_in_the_counter_of_a_good_day(jas_shop, drills):
    now = timezone.now()
    board = square_of(jas_shop)
    good, bad = (
        Account.objects.create(shop=jas_shop, kind="square", name=name, handle=name)
        for name in ("goed", "slecht")
    )
    for account in (good, bad):
        board.open_account(account.handle)
    live(board, good.handle, now - timedelta(hours=3))
    live(board, bad.handle, now - timedelta(hours=3))
    for drill in drills:
        board.misbehave(bad.handle, drill)

    listen(4, now)

    talks, said = shown(good)
    assert len(talks) == 15
    assert len(said) == 16
    ours = {int(one[0].rpartition("-")[2]) for one in said}
    shift = len(ours)  # the second life on the square has the next numbers

    def renumbered(name):
        kind, _, number = name.rpartition("-")
        return f"reaction-{int(number) + shift}" if kind == "reaction" else name

    assert shown(bad) == (
        {(renumbered(thread), *rest) for thread, *rest in talks},
        {(renumbered(name), *rest) for name, *rest in said},
    )


def test_our_answer_from_the_desk_and_what_they_think_of_it_stand_in_one_talk(jas_shop, square):
    now = timezone.now()
    board = square_of(jas_shop)
    board.open_account(square.handle)
    said = board.let_say(
        square.handle, Said(WIT, "De rits liet los. Wat nu?", kind="complaint"), at=now - timedelta(hours=2)
    )
    channel = open_account(square)
    channel._clock = lambda: now - timedelta(hours=1, minutes=30)
    to = AnswerTo(said, said, WIT)
    channel.send(Outgoing("k", "Breng hem langs, dan maken we hem. Bas", "nl", now, (), to))

    listen(1, now)

    (talk,) = Conversation.objects.all()
    assert [one.is_ours for one in talk.messages.all()] == [False, True, False]
    assert talk.name == WIT
