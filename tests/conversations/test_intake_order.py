"""The same events give the same counter: twice, late, out of order, lost and repaired."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from django_scopes import scope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW
from conversations.counter import counter
from conversations.streams import Life, troubled
from toonbank.channels.base import Incoming
from toonbank.conversations.intake import keep, take_in
from toonbank.shops.models import Account, Shop


def heard_by(slug, events, *, batch=500):
    """A shop that hears these events in this order; what its counter then shows."""
    shop = Shop.objects.create(name=slug, slug=slug)
    with scope(shop=shop):
        account = Account.objects.create(
            shop=shop, kind="square", name="Oefenplein", handle="jas", next_send_at=NOW
        )
        for start in range(0, len(events), batch):
            keep(shop, account, events[start : start + batch], now=NOW + timedelta(days=1))
            while take_in(shop, now=NOW, limit=batch):
                pass
        return counter()


@pytest.mark.slow
@pytest.mark.django_db
def test_a_bad_line_gives_the_same_counter_as_a_good_one():
    events = Life(7).events(2_000)
    clean, rough = heard_by("clean", events), heard_by("rough", troubled(events, 8), batch=130)
    for name, rows in clean.items():
        assert rough[name] == rows, name
    assert len(clean["conversations"]) > 500
    assert clean["waiting"] == []


_shops = count(1)
LATER = [NOW + timedelta(minutes=one) for one in range(20)]


def says(remote_id, text, at, **more):
    return Incoming(
        remote_id=remote_id,
        author="dewit",
        author_id="7",
        author_name="Mevrouw De Wit",
        text=text,
        at=at,
        **more,
    )


def one_afternoon():
    """A complaint under a post that is edited twice, answered in the app and taken back; a question and praise beside it.

    The praise is answered and turned into blame.
    """
    complaint = says("c1", "Mijn jas is stuk.", LATER[0], thread="p", answers="p")
    answer = Incoming("a1", "jas", "We kijken. ^Noor", LATER[3], answers="c1", thread="p", is_own=True)
    second = says("c2", "Hallo? Is daar iemand?", LATER[5], thread="p", answers="a1")
    asked = replace(
        complaint, remote_id="q1", author="rob", author_id="8", author_name="Rob", text="Valt de jas groot?"
    )
    renamed = replace(asked, remote_id="q2", author_name="Rob H.", at=LATER[9], text="En in het blauw?")
    praise = replace(
        asked, remote_id="w1", author="els", author_id="9", author_name="Els", text="Fijne winkel, bedankt!"
    )
    return [
        praise,
        Incoming("a4", "jas", "Dank je wel! ^Noor", LATER[2], answers="w1", thread="p", is_own=True),
        replace(praise, event="edited", text="Jullie lichten mensen op.", changed_at=LATER[11]),
        replace(praise, event="edited", text="Jullie lichten mensen op!", changed_at=LATER[14]),
        complaint,
        replace(complaint, event="edited", text="Mijn jas is al weer stuk.", changed_at=LATER[1]),
        asked,
        answer,
        replace(complaint, event="edited", text="Jullie jas is al weer stuk.", changed_at=LATER[4]),
        second,
        replace(answer, event="edited", text="We kijken meteen. ^Noor", changed_at=LATER[6]),
        replace(answer, event="deleted", text="", changed_at=LATER[7]),
        replace(second, event="deleted", text="", changed_at=LATER[8]),
        renamed,
        replace(renamed, remote_id="q3", author_name="", at=LATER[15], text="Of in het rood?"),
        says("d1", "Mag ik jullie mailen?", LATER[10], thread="dm-7", sort="direct", is_public=False),
        Incoming(
            "a2", "jas", "Zeker. ^Bas", LATER[12], thread="dm-7", sort="direct", is_public=False, is_own=True
        ),
        Incoming("a3", "jas", "Ja, ook in het blauw. ^Bas", LATER[13], answers="q2", thread="p", is_own=True),
    ]


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_any_repeats_give_the_same_counter(db, data):
    events = one_afternoon()
    expected = _remembered(events)
    arrived = data.draw(st.permutations([*events, *data.draw(st.lists(st.sampled_from(events), max_size=4))]))
    found = heard_by(f"shop-{next(_shops)}", arrived, batch=data.draw(st.integers(1, len(arrived))))
    assert found == expected


def _remembered(events, _kept={}):  # noqa: B006 - the clean run is the same for every example
    if not _kept:
        _kept.update(heard_by("clean", events))
    return _kept
