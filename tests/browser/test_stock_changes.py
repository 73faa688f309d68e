"""Between the yes and the sending the stock changes: the post is held, everybody can read why, and the mend goes out."""

from datetime import datetime, timedelta

from playwright.sync_api import expect

from browser.deeds import (
    CLOCK,
    bring_a_newer_feed,
    bring_the_feed,
    come_in,
    found_the_shop,
    invite_bas,
    open_the_square,
    plan,
    whole_minute,
)
from browser.open_desk import open_desk

TRUE = "Er liggen 41 mutsen Kleine Beer op de plank."


def test_a_post_that_is_no_longer_true_is_held_until_it_is_mended(people, tmp_path):
    with open_desk(tmp_path) as address:
        noor, bas = people(address, "Noor"), people(address, "Bas")
        found_the_shop(noor)
        open_the_square(noor)
        come_in(bas, invite_bas(noor))
        bring_the_feed(noor, stock=41)
        at = _write_and_approve(noor, bas)
        bring_a_newer_feed(noor, stock=2)

        _see_it_held(bas, at)
        bas.goto("/s/jas/shop/square/")
        expect(bas.get_by_role("heading", name="Het is nog stil op het plein")).to_be_visible()

        mended = _mend_and_approve(noor, bas)
        bas.goto("/s/jas/shop/square/")
        assert bas.locator("article .words").all_inner_texts() == [mended]


def _write_and_approve(noor, bas):
    noor.goto("/s/jas/posts/new/")
    noor.get_by_label("Tekst voor alle kanalen").fill(TRUE)
    expect(noor.locator("#findings")).to_contain_text("Dit klopt")
    at = whole_minute(seconds=15)
    plan(noor, at)
    noor.get_by_role("button", name="Ter akkoord aanbieden").click()
    bas.goto("/s/jas/")
    bas.get_by_role("link", name="Lezen").first.click()
    bas.get_by_role("button", name="Akkoord geven").click()
    expect(bas.get_by_text("Akkoord: Bas")).to_be_visible()
    return at


def _see_it_held(page, at):
    """Today says why, in words of the shop; the page of the post says it too, and what to do."""
    page.goto("/s/jas/")
    while page.get_by_role("heading", name="Tegengehouden, en waarom").count() == 0:
        assert datetime.now(CLOCK) < at + timedelta(seconds=45), page.locator("main").inner_text()
        page.wait_for_timeout(1000)
        page.reload()
    line = page.get_by_role("region", name="Tegengehouden, en waarom")
    expect(line).to_contain_text("Tegengehouden: het bericht zegt 41; in voorraad: 2.")
    expect(line).to_contain_text("Pas de woorden aan, of laat bewijs zien.")
    line.get_by_role("link", name="Herstellen").click()
    course = page.get_by_role("region", name="Zo ging het op Oefenplein")
    expect(course).to_contain_text("Het bericht zegt 41; in voorraad: 2.")
    expect(course).to_contain_text("Bas heeft het gepland.")
    assert page.get_by_text("Aangekomen.").count() == 0


def _mend_and_approve(noor, bas):
    """Noor takes the mend that is offered, Bas says yes to the new words, and they go out at once."""
    noor.goto("/s/jas/")
    noor.get_by_role("link", name="Herstellen").click()
    noor.get_by_role("link", name="Wijzigen").click()
    noor.locator(".finding[data-severity=block]").first.get_by_role("button", name="2").first.click()
    noor.get_by_role("button", name="Ter akkoord aanbieden").click()
    expect(noor.get_by_text("Ter akkoord aangeboden aan Bas.")).to_be_visible()
    mended = noor.locator("main .words").first.inner_text()
    bas.goto("/s/jas/")
    expect(bas.get_by_text("Eén ding wacht op jou.")).to_be_visible()
    bas.get_by_role("link", name="Lezen").first.click()
    bas.get_by_role("button", name="Akkoord geven").click()
    ends_at = datetime.now(CLOCK) + timedelta(seconds=45)
    while bas.get_by_text("Aangekomen.").count() == 0:
        assert datetime.now(CLOCK) < ends_at, bas.locator("main").inner_text()
        bas.wait_for_timeout(1000)
        bas.reload()
    return mended
