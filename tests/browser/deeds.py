"""What people do at a new desk, with what they see on the way: found the shop, invite, import, open accounts, write."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

CLOCK = ZoneInfo("Europe/Amsterdam")
SECRET = "vier gewone woorden achtereen"
HATS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Jas</title>
<item><g:id>M-001</g:id><g:title>Muts Kleine Beer</g:title><g:availability>in_stock</g:availability>
<g:quantity>{stock}</g:quantity><g:price>24.95 EUR</g:price></item>
<item><g:id>J-007</g:id><g:title>Jas IJssel</g:title><g:availability>in_stock</g:availability>
<g:quantity>9</g:quantity><g:price>129.00 EUR</g:price></item>
</channel></rss>
"""


def found_the_shop(page: Page) -> None:
    """Noor opens the bare address of a new desk and makes the shop; she chooses her own password."""
    page.goto("/")
    expect(page.get_by_role("heading", name="De winkel inrichten")).to_be_visible()
    assert page.get_by_label("Wachtwoord", exact=True).input_value() == ""
    page.get_by_label("Hoe heet de winkel?").fill("Jas")
    page.get_by_label("Wat verkoop je, en waar?").fill("jassen, Zutphen")
    page.get_by_label("Je naam").fill("Noor")
    page.get_by_label("E-mailadres").fill("noor@jas.example")
    page.get_by_label("Wachtwoord", exact=True).fill(SECRET)
    page.get_by_label("Hetzelfde wachtwoord nog eens").fill(SECRET)
    page.get_by_role("button", name="Verder naar het eerste kanaal").click()
    expect(page.get_by_role("heading", name="Waar begin je?")).to_be_visible()


def open_the_square(page: Page) -> None:
    """One click, and the shop has a place on the practice square."""
    page.get_by_role("button", name="Oefenplein").click()
    expect(page.get_by_role("status")).to_contain_text("jas op Oefenplein is open.")


def invite_bas(page: Page) -> str:
    """Noor invites Bas as an editor; returns the link that she gives him."""
    page.goto("/s/jas/shop/members/")
    page.get_by_label("Naam", exact=True).fill("Bas")
    page.get_by_label("E-mailadres").fill("bas@jas.example")
    page.get_by_label("Rol", exact=True).last.select_option(label="redacteur")
    page.get_by_role("button", name="Link maken").click()
    expect(page.get_by_role("heading", name="De weg naar binnen voor Bas")).to_be_visible()
    return page.get_by_label("Deze link laat een mens binnen, een keer").input_value()


def come_in(page: Page, link: str) -> None:
    """Bas follows his link, chooses a password and stands in the shop."""
    page.goto(link)
    expect(page.get_by_role("heading", name="Dag Bas")).to_be_visible()
    page.get_by_role("button", name="Binnenkomen").click()
    page.get_by_label("Wachtwoord", exact=True).fill(SECRET + " van Bas")
    page.get_by_label("Hetzelfde wachtwoord nog eens").fill(SECRET + " van Bas")
    page.get_by_role("button", name="Dit wachtwoord gebruiken").click()
    expect(page.get_by_text("Dag Bas.")).to_be_visible()


def bring_the_feed(page: Page, stock: int) -> None:
    """Noor gives the desk her product feed as a file, and it is read while she waits."""
    page.goto("/s/jas/evidence/sources/")
    page.get_by_role("link", name="Feed of bestand toevoegen").click()
    page.get_by_label("Hoe noem je haar?").fill("winkelfeed")
    page.get_by_label("Of een bestand van deze computer").set_input_files(feed_file(stock))
    page.get_by_role("button", name="Lezen").click()
    expect(page.get_by_text("klaar")).to_be_visible()


def bring_a_newer_feed(page: Page, stock: int) -> None:
    """A newer edition of the same list."""
    page.goto("/s/jas/evidence/sources/")
    page.get_by_role("link", name="winkelfeed").click()
    page.get_by_label("Een nieuwere lijst").set_input_files(feed_file(stock))
    page.get_by_role("button", name="Deze lijst lezen").click()
    expect(page.get_by_text("klaar")).to_have_count(2)


def feed_file(stock: int) -> dict:
    """A product feed with this many hats."""
    return {"name": "feed.xml", "mimeType": "text/xml", "buffer": HATS.format(stock=stock).encode()}


def plan(page: Page, at: datetime) -> None:
    """Fill in day and time, as the shop's clock shows them."""
    page.get_by_label("Dag").fill(f"{at:%Y-%m-%d}")
    page.get_by_label("Tijd in de winkel").fill(f"{at:%H:%M}")


def whole_minute(seconds: float) -> datetime:
    """The first whole minute on the shop's clock that lies at least this many seconds ahead."""
    soon = datetime.now(CLOCK) + timedelta(seconds=seconds)
    return soon.replace(second=0, microsecond=0) + timedelta(minutes=1)
