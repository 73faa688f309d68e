"""Every page of the desk is usable for all: in both languages, by day and in the evening, on every width, by every hand."""

import pytest
from PIL import Image

from browser.looking import (
    COLOURS,
    axe_faults,
    in_the_other_language,
    lost_for_the_keyboard,
    too_small,
    too_wide,
)
from toonbank.shops.models import Account
from web.addresses import all_addresses, furnish

OPEN_ALL = "all => all.forEach(one => { one.open = true })"
# What a page fetches for itself has come.
ALL_IS_HERE = """() => {
  const came = performance.getEntriesByType('resource').filter((one) => one.initiatorType === 'xmlhttprequest');
  const isBusy = document.querySelector('.htmx-request, .htmx-settling');
  return !isBusy && came.length >= document.querySelectorAll('[hx-trigger=load]').length;
}"""
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pages(jas_shop, noor, week, square, fresh_hats, door_of, settings):
    """The address of every page that shows something, by its route; and of each kind of post."""
    rows = furnish(jas_shop, noor)
    Image.new("RGB", (60, 40), (120, 140, 160)).save(settings.MEDIA_ROOT / "none.jpg")
    Account.objects.filter(pk=rows["accounts"]).update(
        kind="mastodon", name="Mastodon", server="https://plein.example"
    )
    addresses = {one.route.removeprefix("s/<slug:shop>/"): one.filled("jas", rows) for one in all_addresses()}
    addresses["a product with its charts"] = f"/s/jas/evidence/products/{fresh_hats.pk}/"
    addresses |= {f"a post: {name}": f"/s/jas/{address}" for name, address in week.items()}
    client = door_of(noor)
    return {name: address for name, address in addresses.items() if _is_page(client.get(address))}


def _is_page(answer) -> bool:
    return answer.status_code == 200 and b"<html" in answer.getvalue()


def _walk(pages, page, *looks):
    """Every page with all that folds opened; fails with whatever a look found, by page."""
    found = []
    for name, address in pages.items():
        assert page.goto(address).status == 200, name
        page.wait_for_function(ALL_IS_HERE)
        page.eval_on_selector_all("details", OPEN_ALL)
        found += [f"{name or 'today'}: {fault}" for look in looks for fault in look(page)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def on_every_width(page) -> list[str]:
    """axe on a desk and on a telephone; nothing scrolls sideways, down to the narrowest; the evening has contrast too."""
    found = axe_faults(page) + too_wide(page)
    for width in (768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width}: {fault}" for fault in too_wide(page) + too_small(page)]
        if width == 390:
            found += [f"at {width}: {fault}" for fault in axe_faults(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"in the evening: {fault}" for fault in axe_faults(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def test_every_page_in_dutch(pages, window_of, noor):
    assert len(pages) > 35
    _walk(pages, window_of(noor), on_every_width, lambda page: in_the_other_language(page, "nl"))


def test_every_page_in_english(pages, window_of, noor):
    noor.person.language = "en"
    noor.person.save()
    Account.objects.filter(kind="square").update(name="Square")  # a name that the shop gave is not translated
    page = window_of(noor, width=320)
    _walk(pages, page, too_wide, lambda page: in_the_other_language(page, "en"))


def test_every_page_by_keyboard(pages, window_of, noor):
    _walk(pages, window_of(noor), too_small, lost_for_the_keyboard)
