"""A real browser before a real server, with the same settings as the desk.

Without chromium these tests are skipped with a clear line; where CI=true they fail instead, for there it must be.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

BINARIES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The browser looks at our page and at nothing else: no updates, no measurements, no first-run pages.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


def _absent(why: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{why} The continuous check may not go without.")
    pytest.skip(f"{why} Install Debian's chromium to run the browser tests.")


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Chromium, once for all tests."""
    binary = next((found for name in BINARIES if (found := shutil.which(name))), None)
    if binary is None:
        _absent("No chromium was found.")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _absent("Playwright is not installed.")
    # Playwright keeps a loop in this thread, and Django would take that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=binary, args=QUIET)
            yield chromium
            chromium.close()
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def window_of(browser, live_server, door_of) -> Iterator[Callable]:
    """A window in which this member is signed in: `window_of(noor, width=390)`. A mistake on the page fails the test."""
    opened, mistakes = [], []

    def enter(member, width=1280, height=900):
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="nl-NL", base_url=live_server.url
        )
        cookie = door_of(member).cookies["toonbank"].value
        context.add_cookies([{"name": "toonbank", "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.on("console", lambda said: mistakes.append(said.text) if said.type == "error" else None)
        opened.append(context)
        return page

    yield enter
    for context in opened:
        context.close()
    assert not mistakes


@pytest.fixture
def fresh_hats(hats):
    """The hat Kleine Beer, its stock of 41 seen five minutes ago on the real clock."""
    now = timezone.now()
    hats.stock_seen_at = hats.price_seen_at = hats.last_seen_at = now - timedelta(minutes=5)
    hats.save()
    hats.stock_seen.update(last_seen_at=now)
    hats.price_seen.update(last_seen_at=now)
    return hats


@pytest.fixture
def faults_of() -> Callable[..., list[str]]:
    """What axe finds on a page, and whether it scrolls sideways; [] when all is well."""
    from axe_playwright_python.sync_playwright import Axe

    def look(page) -> list[str]:
        found = [
            f"{fault['id']}: {fault['nodes'][0]['html'][:200]}"
            for fault in Axe().run(page).response["violations"]
        ]
        width = page.viewport_size["width"]
        wide = page.evaluate("document.documentElement.scrollWidth")
        return [*found, f"{wide} px wide in a window of {width}"] if wide > width else found

    return look
