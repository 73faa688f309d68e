"""The whole counter, once, as Noor and Bas meet it: from an empty desk to a true post on two networks."""

from datetime import datetime, timedelta

import httpx
import pytest
from playwright.sync_api import expect

from browser.deeds import (
    CLOCK,
    bring_the_feed,
    come_in,
    found_the_shop,
    invite_bas,
    open_the_square,
    plan,
    whole_minute,
)
from browser.open_desk import open_desk
from channels.peers import free_port, json_line, running

FALSE = "Nog maar 3 mutsen Kleine Beer op de plank. Gebreid in Twente van ongeverfde wol."


@pytest.fixture
def bluesky():
    """A real Bluesky server with the account winkel.test: its address, and a question for what stands there."""
    ports = {"PLC_PORT": str(free_port()), "PDS_PORT": str(free_port())}
    with running("bluesky_peer.sh", {**ports, "PEER_ACCOUNTS": "winkel:pw1"}, json_line) as ready:
        yield f"http://127.0.0.1:{ports['PDS_PORT']}", ready["accounts"]["winkel"]["did"]


def texts_on(server: str, did: str) -> list[str]:
    """What stands on this account, as anybody can read it."""
    asked = {"repo": did, "collection": "app.bsky.feed.post"}
    said = httpx.get(f"{server}/xrpc/com.atproto.repo.listRecords", params=asked).raise_for_status().json()
    return [record["value"]["text"] for record in said["records"]]


@pytest.mark.peer
def test_a_true_post_goes_from_an_empty_desk_to_two_networks(people, bluesky, tmp_path):
    server, did = bluesky
    with open_desk(tmp_path) as address:
        noor, bas = people(address, "Noor"), people(address, "Bas")
        found_the_shop(noor)
        open_the_square(noor)
        _open_bluesky(noor, server)
        come_in(bas, invite_bas(noor))
        bring_the_feed(noor, stock=41)

        mended, at = _write_and_mend(noor)
        noor.get_by_role("button", name="Ter akkoord aanbieden").click()
        expect(noor.get_by_text("Ter akkoord aangeboden aan Bas.")).to_be_visible()
        expect(noor.get_by_text("dus iemand anders geeft akkoord: Bas")).to_be_visible()
        assert noor.get_by_role("button", name="Akkoord geven").count() == 0

        bas.goto("/s/jas/")
        expect(bas.get_by_text("Eén ding wacht op jou.")).to_be_visible()
        bas.get_by_role("link", name="Lezen").first.click()
        bas.get_by_role("button", name="Akkoord geven").click()
        expect(bas.get_by_text("Akkoord: Bas")).to_be_visible()
        assert texts_on(server, did) == []

        _wait_until_published(bas, at)
        assert texts_on(server, did) == [mended]
        _read_the_story(bas, mended)


def _open_bluesky(page, server):
    """By handle and app password, which is not kept where anybody can see it."""
    page.goto("/s/jas/shop/accounts/")
    page.get_by_role("link", name="Bluesky").click()
    page.get_by_label("Gebruikersnaam").fill("winkel.test")
    page.get_by_label("App-wachtwoord").fill("pw1")
    page.get_by_label("Server").fill(server)
    page.get_by_role("button", name="Daar binnenkomen").click()
    expect(page.get_by_role("status")).to_contain_text("winkel.test op Bluesky is open.")
    assert "pw1" not in page.content()


def _write_and_mend(page):
    """Noor writes what is not true, sees why, and takes the mend; returns her words and the planned moment."""
    page.goto("/s/jas/posts/new/")
    page.get_by_label("Tekst voor alle kanalen").press_sequentially(FALSE, delay=3)
    card = page.locator(".finding[data-severity=block]").first
    expect(card).to_contain_text("Blokkade")
    expect(card).to_contain_text("41")
    expect(card).to_contain_text("Gezien")
    expect(card).to_contain_text("bron: winkelfeed")
    assert page.get_by_role("button", name="Ter akkoord aanbieden").count() == 0
    card.get_by_role("button", name="41").first.click()
    expect(page.get_by_role("button", name="Ter akkoord aanbieden")).to_be_visible()
    page.get_by_label("De lezer krijgt:").fill("een muts die onder de helm past")
    at = whole_minute(seconds=20)
    plan(page, at)
    page.wait_for_timeout(800)  # the last look while typing
    return page.get_by_label("Tekst voor alle kanalen").input_value(), at


def _wait_until_published(page, at):
    """Before its minute it is planned; at its minute it goes out by itself."""
    expect(page.locator(".standing")).to_contain_text("Gepland")
    expect(page.get_by_text("Gaat dan weg, na nog een blik op het bewijs.")).to_have_count(2)
    came_at = datetime.now(CLOCK)
    while page.get_by_text("Aangekomen.").count() < 2:
        assert datetime.now(CLOCK) < at + timedelta(seconds=45), page.locator("main").inner_text()
        page.wait_for_timeout(1000)
        page.reload()
    assert came_at < at <= datetime.now(CLOCK)
    expect(page.locator(".standing")).to_contain_text("Geplaatst")


def _read_the_story(page, mended):
    """The page of the post tells it in plain words; the square shows it once; the ledger closes."""
    story = page.locator("main").inner_text()
    for words in ("Noor", "Akkoord: Bas", "Nog eens gewogen op vers bewijs, en verstuurd."):
        assert words in story
    assert page.get_by_role("link", name="Bekijk het").count() == 2
    page.goto("/s/jas/shop/square/")
    assert page.locator("article .words").all_inner_texts() == [mended]
    page.goto("/s/jas/ledger/")
    page.get_by_role("link", name="Nakijken").click()
    expect(page.get_by_text("Het kasboek klopt")).to_be_visible()
