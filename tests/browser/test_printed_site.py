"""The printed site as a browser shows and prints it."""

import re
from pathlib import Path

import pytest

from browser.looking import axe_faults, lost_for_the_keyboard, too_small, too_wide
from press.printing import print_site

ONE_OF_EACH = [
    "index.html",
    "nl/index.html",
    "nl/rules/price-was-not-lowest-30-days.html",
    "en/rules/give-ask-balance.html",
    "nl/house-rules.html",
    "en/law.html",
    "using/checking.html",
    "channels/square.html",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("printed") / "site"
    print_site(folder)
    return folder


@pytest.fixture
def at_width(browser, request):
    """A window of this width, by day or in the evening."""
    opened = []

    def open_window(width, colours="light"):
        opened.append(browser.new_context(viewport={"width": width, "height": 900}, color_scheme=colours))
        return opened[-1].new_page()

    yield open_window
    for context in opened:
        context.close()


@pytest.mark.parametrize(
    ("width", "colours"), [(1280, "light"), (390, "light"), (320, "light"), (1280, "dark")]
)
def test_everybody_can_read_it(site, at_width, width, colours):
    page = at_width(width, colours)
    found = {}
    for name in ONE_OF_EACH:
        page.goto((site / name).as_uri())
        found[name] = axe_faults(page) + too_wide(page) + too_small(page)
    assert found == {name: [] for name in ONE_OF_EACH}


def test_the_keyboard_reaches_everything(site, at_width):
    page = at_width(1280)
    for name in ("nl/rules/scarcity-false.html", "nl/house-rules.html"):
        page.goto((site / name).as_uri())
        assert lost_for_the_keyboard(page) == []


def test_no_rule_is_wider_than_a_small_telephone(site, at_width):
    page = at_width(320)
    wide = {}
    for path in sorted(site.rglob("rules/*.html")):
        page.goto(path.as_uri())
        if too_wide(page):
            wide[path.name] = too_wide(page)
    assert wide == {}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_list_to_pin_up_fits_on_one_sheet(site, at_width, lang):
    page = at_width(1280)
    page.goto((site / lang / "house-rules.html").as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.emulate_media(media="print")
    assert page.locator("header").is_hidden()
