"""Whatever a network does, in whatever order: at most one post per human yes, and every delivery somewhere to be seen."""

from datetime import timedelta

import pytest
from django_scopes import scope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from conftest import NOW
from conversations.cast import ASKS, said
from posts.sending import Fence, Killed, Watch, only_delivery, say_yes
from toonbank.conversations.replying import ReplyWords, reply
from toonbank.core.lifecycle import DELIVERY, Mover
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.posts.afterwards import send_again
from toonbank.posts.delivering import deliver
from toonbank.shops.models import Account, Member, Person, Shop

MOODS = st.sampled_from(
    [
        "fine",
        "refuse",
        "too_fast",
        "hang_up_before",
        "hang_up_after",
        "break",
        "killed_before",
        "killed_after",
    ]
)
STEPS = st.lists(st.tuples(st.integers(0, 300), st.booleans(), st.booleans()), max_size=12)


@pytest.mark.slow
class OnceAndNeverLost(TestCase):
    """Each example is a shop of its own on a network without idempotency."""

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(moods=st.lists(MOODS, max_size=6), steps=STEPS)
    def test_at_most_one_post_per_yes_and_none_lost(self, moods, steps):
        shop = Shop.objects.create(name="Jas", slug="jas")
        with scope(shop=shop):
            noor = _hire(shop, "noor")
            square = Account.objects.create(
                shop=shop, kind="square", name="Plein", handle="jas", next_send_at=NOW
            )
            post = say_yes(shop, noor, noor, [square], now=NOW)
            self._tell(shop, noor, post, Fence(moods=list(moods)), steps)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(moods=st.lists(MOODS, max_size=6), steps=STEPS)
    def test_at_most_one_answer_per_yes_and_none_lost(self, moods, steps):
        shop = Shop.objects.create(name="Jas", slug="jas")
        with scope(shop=shop):
            noor = _hire(shop, "noor")
            square = Account.objects.create(
                shop=shop, kind="square", name="Plein", handle="jas", next_send_at=NOW
            )
            asked = said(shop, square, ASKS, at=NOW)
            words = ReplyWords("Neem 40, die valt ruim genoeg. Groet, Noor", seen=asked.pk)
            post = reply(asked.conversation, noor, words, now=NOW)
            self._tell(shop, noor, post, Fence(moods=list(moods)), steps)
            asked.conversation.refresh_from_db()
            waits = only_delivery(post).state in {"held", "uncertain", "refused"}
            assert asked.conversation.state == ("ours" if waits else "theirs"), "what did not arrive is ours"

    def _tell(self, shop, noor, post, fence, steps):
        watch, yeses = Watch(NOW), 1
        for seconds, can_look, says_yes in [*steps, (600, True, False), (600, True, False)]:
            watch.at += timedelta(seconds=seconds)
            fence.can_look = can_look
            try:
                deliver(only_delivery(post).pk, clock=watch, opener=fence.opened_by)
            except Killed:
                continue
            delivery = only_delivery(post)
            if says_yes and delivery.state in {"held", "refused"}:
                send_again(delivery, noor, watch, version=1)
                yeses += 1
        self._judge(shop, only_delivery(post), fence, yeses)

    def _judge(self, shop, delivery, fence, yeses):
        there = len(fence.posts)
        assert there <= yeses
        assert there <= 1, "one that was looked for was found, so a second yes sent nothing"
        lines = Entry.objects.filter(kind="sent").count()
        if delivery.state == "sent":
            assert (there, lines) == (1, 1)
        else:
            assert lines == 0
            assert DELIVERY.states[delivery.state].mover in {Mover.CLOCK, Mover.PERSON}
            assert delivery.held_why or DELIVERY.states[delivery.state].mover is Mover.CLOCK
        assert verify(shop).closes


def _hire(shop: Shop, name: str) -> Member:
    person = Person.objects.create_user(f"{name}@jas.example", None, name=name.title())
    return Member.objects.create(shop=shop, person=person, role="owner")
