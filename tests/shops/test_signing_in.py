"""Signing in to Bluesky and Mastodon, at a server on loopback, as the owner does it in the browser."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection

from shops.loopback import CODE, KEY, PASSWORD, a_network
from toonbank.shops.models import Account
from toonbank.shops.opening import settings_of


@pytest.fixture
def network(settings):
    settings.ALLOW_PRIVATE_ADDRESSES = True
    with a_network() as address:
        yield address


@pytest.fixture
def owner(noor, door_of):
    return door_of(noor)


def bluesky(browser, server, password, path="new/bluesky/"):
    typed = {"handle": "jas.example", "app_password": password, "server": server}
    return browser.post(f"/s/jas/shop/accounts/{path}", typed, follow=True)


def begin_mastodon(browser, server, **more):
    page = browser.post("/s/jas/shop/accounts/new/mastodon/", {"server": server} | more).content.decode()
    address = unescape(re.search(r'href="(http[^"]*/oauth/authorize[^"]*)"', page)[1])
    return parse_qs(urlsplit(address).query)


def test_a_bluesky_account_opens_with_its_app_password(owner, network):
    answer = bluesky(owner, network, PASSWORD)

    assert "jas.example op Bluesky is open" in answer.content.decode()
    account = Account.objects.get()
    assert (account.state, account.limits["characters"]) == ("open", 300)
    assert settings_of(account).remote_id == "did:plc:jas"


def test_neither_password_nor_keys_are_readable_in_the_row(owner, network):
    bluesky(owner, network, PASSWORD)

    with connection.cursor() as rows:
        rows.execute("SELECT secret FROM shops_account")
        kept = rows.fetchone()[0]
    assert PASSWORD not in kept
    assert KEY not in kept


def test_a_wrong_app_password_says_what_to_do_and_keeps_the_handle(owner, network):
    answer = bluesky(owner, network, "verkeerd")

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Bluesky kent deze gebruikersnaam niet met dit app-wachtwoord" in page
    assert 'value="jas.example"' in page
    assert not Account.objects.exists()


def test_a_server_that_is_not_there_says_so(owner, settings):
    settings.ALLOW_PRIVATE_ADDRESSES = True

    assert "gaf geen antwoord" in bluesky(owner, "http://127.0.0.1:9", PASSWORD).content.decode()


def test_a_server_on_a_private_network_is_not_asked(owner):
    with a_network() as address:
        answer = bluesky(owner, address.replace("http:", "https:"), PASSWORD)

    assert answer.status_code == 400
    assert "De server zei nee" in answer.content.decode()


def test_signing_in_again_opens_the_same_account(owner, network):
    bluesky(owner, network, PASSWORD)
    Account.objects.update(state="signed_out")
    account = Account.objects.get()
    assert "Opnieuw binnenkomen" in owner.get("/s/jas/shop/accounts/").content.decode()

    bluesky(owner, network, PASSWORD, path=f"{account.pk}/again/bluesky/")
    assert Account.objects.get().state == "open"


def test_a_mastodon_account_opens_after_a_yes_over_there(owner, network):
    asked = begin_mastodon(owner, network)
    assert asked["redirect_uri"] == ["http://testserver/s/jas/shop/accounts/back/"]

    back = {"code": CODE, "state": asked["state"][0]}
    answer = owner.get("/s/jas/shop/accounts/back/", back, follow=True)
    assert "op Mastodon is open" in answer.content.decode()
    account = Account.objects.get()
    assert account.handle.startswith("jas@127.0.0.1")
    assert (account.limits["characters"], settings_of(account).secrets) == (700, {"key": KEY})


def test_a_code_can_be_copied_by_hand(owner, network):
    assert begin_mastodon(owner, network, by_hand="on")["redirect_uri"] == ["urn:ietf:wg:oauth:2.0:oob"]

    owner.post("/s/jas/shop/accounts/back/", {"code": CODE})
    assert Account.objects.get().state == "open"


@pytest.mark.parametrize(
    ("back", "said"),
    [
        ({"error": "access_denied"}, "Het antwoord was nee"),
        ({"code": CODE, "state": "of-somebody-else"}, "hoort bij een eerdere poging"),
    ],
)
def test_a_no_or_an_answer_that_is_not_ours_opens_nothing(owner, network, back, said):
    begin_mastodon(owner, network)

    assert said in owner.get("/s/jas/shop/accounts/back/", back, follow=True).content.decode()
    assert not Account.objects.exists()


def test_a_wrong_code_opens_nothing(owner, network):
    asked = begin_mastodon(owner, network)

    back = {"code": "wrong", "state": asked["state"][0]}
    assert (
        "liet ons niet binnen" in owner.get("/s/jas/shop/accounts/back/", back, follow=True).content.decode()
    )
    assert not Account.objects.exists()
