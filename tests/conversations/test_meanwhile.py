"""People go on talking while they are answered: what nobody of the shop can have read was not answered."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import ASKS, said, waiting
from posts.sending import Fence, Watch
from toonbank.channels.base import Incoming
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.replying import ReplyWords, TheyWroteMore, reply
from toonbank.conversations.working_out import work_out_anew
from toonbank.posts.afterwards import send_again
from toonbank.posts.delivering import deliver
from toonbank.posts.models import Delivery, Post

pytestmark = pytest.mark.usefixtures("own_home")

CALM = "De Merel valt klein. Neem 40; zit hij niet goed, dan ruil je hem hier. Groet, Noor"
MORE = "En hebben jullie hem ook in het groen?"
SECOND = timedelta(seconds=1)


def press(talk, member):
    seen = talk.messages.order_by("pk").last().pk
    reply(talk, member, ReplyWords(CALM, is_private=not talk.is_public, seen=seen), now=NOW)
    return Delivery.objects.select_related("account", "post", "shop").get()


def bring(delivery, at, fence=None):
    deliver(delivery.pk, clock=Watch(at), opener=(fence or Fence()).opened_by)


def taken_in(talk, square, *, at, heard_at):
    """Something more that they say, as intake leaves it."""
    more = said(talk.shop, square, MORE, at=at, conversation=talk)
    Message.objects.filter(pk=more.pk).update(heard_at=heard_at)
    work_out_anew(talk.shop, [talk.pk])
    return Conversation.objects.get(pk=talk.pk)


def test_what_came_in_between_the_press_and_the_receipt_waits(talk, noor, square):
    delivery = press(talk, noor)
    came = taken_in(talk, square, at=NOW - SECOND, heard_at=NOW + SECOND)
    assert came.state == "ours"
    bring(delivery, NOW + 2 * SECOND)
    work_out_anew(talk.shop, [talk.pk])
    talk.refresh_from_db()
    assert (talk.state, talk.heard_at) == ("ours", NOW - SECOND)


def test_an_answer_that_was_held_for_hours_answers_what_was_read_when_it_was_written(talk, noor, square):
    delivery, fence = press(talk, noor), Fence()
    fence.moods = ["too_fast"]
    bring(delivery, NOW, fence)
    came = taken_in(talk, square, at=NOW + 30 * SECOND, heard_at=NOW + 31 * SECOND)
    assert came.state == "ours"
    delivery.refresh_from_db()
    bring(delivery, delivery.try_at + timedelta(hours=1), fence)
    work_out_anew(talk.shop, [talk.pk])
    talk.refresh_from_db()
    assert (Delivery.objects.get().state, talk.state) == ("sent", "ours")


def test_who_sends_it_again_has_read_what_came_since(talk, noor, square):
    delivery, fence = press(talk, noor), Fence()
    fence.moods = ["refuse"]
    bring(delivery, NOW, fence)
    taken_in(talk, square, at=NOW + SECOND, heard_at=NOW + 2 * SECOND)
    later = NOW + timedelta(minutes=3)
    send_again(Delivery.objects.get(), noor, Watch(later), version=Post.objects.get().version)
    bring(delivery, later + SECOND, fence)
    work_out_anew(talk.shop, [talk.pk])
    talk.refresh_from_db()
    assert (Delivery.objects.get().state, talk.state) == ("sent", "theirs")


def test_whose_clock_runs_ahead_of_ours_is_answered_too(talk, noor, square):
    taken_in(talk, square, at=NOW + timedelta(days=300), heard_at=NOW - SECOND)
    talk.refresh_from_db()
    bring(press(talk, noor), NOW + SECOND)
    work_out_anew(talk.shop, [talk.pk])
    talk.refresh_from_db()
    assert talk.state == "theirs"


def test_what_they_wrote_since_the_page_was_opened_is_read_before_the_answer_goes(talk, noor, square):
    seen = talk.messages.get().pk
    taken_in(talk, square, at=NOW - SECOND, heard_at=NOW)
    talk.refresh_from_db()
    with pytest.raises(TheyWroteMore):
        reply(talk, noor, ReplyWords(CALM, seen=seen), now=NOW)
    assert not Post.objects.exists()
    assert press(talk, noor).state == "planned"


def test_what_lay_at_the_door_when_somebody_answered_was_not_read_yet(jas_shop, square, noor):
    """Stored at once, but the worker that takes it in was not there."""
    asked = waiting(jas_shop, square, ASKS, at=NOW - timedelta(hours=1), sort="direct")
    more = {"thread": asked.thread, "sort": "direct", "is_public": False, "author_id": "dewit"}
    keep(jas_shop, square, [Incoming("more", "dewit", MORE, NOW - SECOND, **more)], now=NOW - SECOND)
    press(asked, noor)
    take_in(jas_shop, now=NOW + SECOND)
    asked.refresh_from_db()
    assert (asked.messages.count(), asked.state) == (3, "ours")
