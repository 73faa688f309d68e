"""The count on the page while typing is the count that decides when it is sent."""

import random
from datetime import timedelta

import pytest

from conftest import NOW
from shops.loopback import KEY, a_network
from toonbank.channels.base import Outgoing
from toonbank.channels.fitting import refuse_misfit
from toonbank.channels.networks import NETWORKS
from toonbank.channels.signin import AccountSettings
from toonbank.core.errors import Refused
from toonbank.posts.rooms import room_on
from toonbank.shops.connecting import keep_account
from toonbank.shops.models import Account
from toonbank.shops.opening import open_account, refresh_limits, settings_of

PIECES = [
    *("jas", "muts ", "Één paar", "\n", " ", ". ", "🇳🇱", "👩‍👩‍👧‍👦", "e\u0301", "ß", "中", "…"),
    *(
        "https://jas.example/winterjassen?maat=38",
        "http://a.nl",
        "www.jas.example",
        "(https://jas.example/a)",
    ),
    *("@noor", "@noor@mastodon.example", "@bas.bsky.social", "mail@jas.example", "#mutsen", "#1"),
    "https://jas.example/" + "lang/" * 40,
]


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    settings.HOME = tmp_path
    settings.ALLOW_PRIVATE_ADDRESSES = True


@pytest.fixture(scope="module")
def server():
    """Mastodon on loopback that takes 700 characters; it does not say what a link counts."""
    with a_network() as address:
        yield address


def opened(shop, noor, kind: str, server: str) -> Account:
    place = "" if kind == "square" else server
    found = AccountSettings(place, "jas", "7", {"key": KEY})
    keep_account(shop, kind, found, by=noor, now=NOW)
    return Account.objects.select_related("shop").get()


def texts(count: int) -> list[str]:
    chance = random.Random(2026)
    made = []
    for _ in range(count):
        pieces = [chance.choice(PIECES) + chance.choice(["", " "]) for _ in range(chance.randrange(120))]
        made.append("".join(pieces) * chance.choice([1, 1, 3]))
    return made


@pytest.mark.parametrize("kind", NETWORKS)
def test_what_is_counted_while_typing_is_what_counts_at_sending(jas_shop, noor, server, kind):
    account = opened(jas_shop, noor, kind, server)
    channel = open_account(account)
    for text in texts(200):
        room, length = room_on(account, text), channel.length(text)
        assert room.is_in_bytes or room.length == length
        assert room.is_over == is_refused(text, length, channel.limits)


def is_refused(text, length, limits) -> bool:
    try:
        refuse_misfit(Outgoing("key", text, "nl", NOW), length, limits)
    except Refused:
        return True
    return False


def test_many_bytes_in_few_characters_are_told_as_bytes(jas_shop, noor, server):
    account = opened(jas_shop, noor, "bluesky", server)
    families = "👩‍👩‍👧‍👦" * 150
    room = room_on(account, families)
    assert (room.is_over, room.is_in_bytes, room.over_by) == (True, True, len(families.encode()) - 3000)


@pytest.mark.parametrize(("kind", "most"), [("square", 500), ("bluesky", 300), ("mastodon", 500)])
def test_before_the_network_was_asked_its_usual_room_is_shown(jas_shop, kind, most):
    account = Account.objects.create(shop=jas_shop, kind=kind, name=kind, handle="jas")
    assert room_on(account, "jas").most == most


def test_what_a_server_says_of_links_is_kept_with_its_limits(jas_shop, noor, server):
    account = opened(jas_shop, noor, "mastodon", server)
    assert (account.limits["characters"], account.limits["link_characters"]) == (700, 23)
    assert room_on(account, "https://jas.example/" + "lang/" * 40).length == 23


def test_limits_are_asked_for_once_a_day(jas_shop, noor, server):
    account = opened(jas_shop, noor, "mastodon", server)
    Account.objects.update(limits={"characters": 9})
    assert refresh_limits(NOW + timedelta(hours=23)) == 0
    assert refresh_limits(NOW + timedelta(hours=25)) == 1
    account.refresh_from_db()
    assert (account.limits["characters"], account.limits_at) == (700, NOW + timedelta(hours=25))
    assert settings_of(account).secrets == {"key": KEY}


def test_a_server_that_does_not_answer_leaves_what_it_said_before(jas_shop, noor):
    with a_network() as address:
        account = opened(jas_shop, noor, "mastodon", address)
    Account.objects.update(server="http://127.0.0.1:9")
    refresh_limits(NOW + timedelta(days=2))
    account.refresh_from_db()
    assert (account.limits["characters"], account.limits_at) == (700, NOW)


def test_an_account_that_is_closed_is_not_asked(jas_shop, noor, server):
    opened(jas_shop, noor, "mastodon", server)
    Account.objects.update(state="closed")
    assert refresh_limits(NOW + timedelta(days=2)) == 0
