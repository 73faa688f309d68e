"""A real browser before a real server, with the same settings as the desk.

Without chromium these tests are skipped with a clear line; where CI=true they fail instead, for there it must be.
"""

import io
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from PIL import Image

FALSE = "Nog maar 3 mutsen Kleine Beer op de plank. Like en deel dit bericht! Muts Kleine Beer kost 24,95."
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


def _is_mistake(said) -> bool:
    """Whether the console tells of one. A question that a newer one overtakes is given up, and htmx notes that as an error."""
    return said.type == "error" and not said.text.startswith(("htmx:sendAbort", "htmx:afterRequest"))


def _let_the_server_finish() -> None:
    """Wait for what the server still answers: it must not write while the tables are emptied for the next test."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=10)


@pytest.fixture
def window_of(browser, live_server, door_of) -> Iterator[Callable]:
    """A window in which this member is signed in: `window_of(noor, width=390)`. A mistake on the page fails the test."""
    opened, mistakes = [], []

    def enter(member, width=1280, height=900, **more):
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="nl-NL", base_url=live_server.url, **more
        )
        cookie = door_of(member).cookies["toonbank"].value
        context.add_cookies([{"name": "toonbank", "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.on("console", lambda said: mistakes.append(said.text) if _is_mistake(said) else None)
        opened.append(context)
        return page

    yield enter
    for context in opened:
        context.close()
    _let_the_server_finish()
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
def week(jas_shop, square, noor, bas, fresh_hats, settings, tmp_path):
    """A week of posts in every state, by the name of their page."""
    from toonbank.posts.approving import approve
    from toonbank.posts.drafting import Words, add_picture_to, send_back, start_post, submit
    from toonbank.posts.moves import move_delivery
    from toonbank.shops.models import Account

    settings.MEDIA_ROOT = tmp_path
    now = timezone.now()
    Account.objects.create(
        shop=jas_shop, kind="bluesky", name="Bluesky", handle="jas.example", state="signed_out"
    )
    square.limits = {"characters": 80}
    square.save()

    def write(text, member=bas, hours=3):
        words = Words(
            text=text,
            reader_gets="hoe je wol wast",
            plan_at=now + timedelta(hours=hours),
            variants={square.pk: ""},
        )
        return start_post(jas_shop, member, words, now=now)

    def planned(text, hours=3):
        post = submit(write(text, hours=hours), bas, now=now)
        approve(post, noor, version=post.version, now=now)
        return post, post.deliveries.get()

    draft = write(FALSE)
    packed = io.BytesIO()
    Image.new("RGB", (80, 60), (120, 140, 160)).save(packed, "JPEG")
    add_picture_to(draft, bas, packed.getvalue(), now=now, alt="Een grijze muts")
    offered = submit(write("Wol wassen doe je op 30 graden."), bas, now=now)
    submit(write("Een rits smeren gaat met een kaars.", noor), noor, now=now)
    back = submit(write("Kragen keren doen we zelf.", noor), noor, now=now)
    send_back(back, bas, "Zeg ook hoe lang het duurt.", now=now)
    calm, _ = planned("Een jas hangt het best op een brede hanger.", hours=30)
    held, delivery = planned("Wol droog je liggend, op een handdoek.")
    why = {"why": "finding", "findings": [{"message": "De laagste prijs is 129."}]}
    move_delivery(delivery, "hold", at=now, details=why, held_why=why)
    lost, delivery = planned("Motten houden niet van cederhout.")
    move_delivery(delivery, "start", at=now, lease_until=now, began_at=now)
    move_delivery(delivery, "silence", at=now)
    move_delivery(delivery, "not_found", at=now, held_why={"why": "not_found"}, details={"why": "not_found"})
    sent, delivery = planned("Een natte jas droogt naast de kachel, niet erop.")
    move_delivery(delivery, "start", at=now, lease_until=now, began_at=now)
    move_delivery(
        delivery, "receipt", at=now, remote_id="1", remote_url="https://plein.example/1", sent_at=now
    )
    pages = {"today": "", "list": "posts/", "compose": "posts/new/", "calendar": "calendar/"}
    pages |= {"edit": f"posts/{draft.pk}/edit/", "versions": f"posts/{draft.pk}/versions/"}
    states = {"draft": draft, "offered": offered, "calm": calm, "held": held, "lost": lost, "sent": sent}
    return pages | {name: f"posts/{post.pk}/" for name, post in states.items()}


@pytest.fixture
def slow_line() -> Callable[..., None]:
    """Put a slow line between a page and the desk: `slow_line(page, milliseconds=800)`."""

    def slow(page, milliseconds):
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": milliseconds,
                "downloadThroughput": -1,
                "uploadThroughput": -1,
            },
        )

    return slow


@pytest.fixture
def faults_of() -> Callable[..., list[str]]:
    """What axe finds on a page, and whether it scrolls sideways; [] when all is well."""
    from browser.looking import axe_faults, too_wide

    return lambda page: axe_faults(page) + too_wide(page)


@pytest.fixture
def people(browser) -> Iterator[Callable]:
    """Somebody with a browser of their own before a desk: `people(address, "Bas")`. A mistake on a page fails the test."""
    opened, mistakes = [], []

    def arrive(address, name, width=1280, height=900, *, is_calm=True, **more):
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="nl-NL", base_url=address, **more
        )
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(f"{name}: {error}"))
        page.on(
            "console",
            lambda said: mistakes.append(f"{name}: {said.text}") if is_calm and _is_mistake(said) else None,
        )
        opened.append(context)
        return page

    yield arrive
    for context in opened:
        context.close()
    _let_the_server_finish()
    assert not mistakes
