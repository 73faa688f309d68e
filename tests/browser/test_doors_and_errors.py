"""The pages before the door, and those for when something went wrong, are usable for all too."""

import pytest
from django.utils import timezone

from browser.looking import (
    COLOURS,
    axe_faults,
    in_the_other_language,
    lost_for_the_keyboard,
    too_small,
    too_wide,
)

WRONG = "dit is niet het goede wachtwoord"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def visitor(people, live_server):
    """A browser at the door; a refused request is what is asked for here, not a mistake of the page."""
    return people(live_server.url, "somebody", is_calm=False)


@pytest.fixture
def sign_in(visitor, live_server, door_of):
    """Let the visitor be this member from now on."""

    def enter(member):
        cookie = door_of(member).cookies["toonbank"].value
        visitor.context.add_cookies([{"name": "toonbank", "value": cookie, "url": live_server.url}])

    return enter


def faults_on(page) -> list[str]:
    """On a desk and on the narrowest telephone, by day and in the evening, by keyboard, in Dutch."""
    found = axe_faults(page) + lost_for_the_keyboard(page) + in_the_other_language(page, "nl")
    page.set_viewport_size({"width": 320, "height": 800})
    found += axe_faults(page) + too_wide(page) + too_small(page)
    page.emulate_media(color_scheme="dark")
    found += axe_faults(page, COLOURS)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def go(page, address, status):
    """Go there, and get this status."""
    assert page.goto(address).status == status


def send(page, address, fields):
    """Send a form as a page of ours would that lay open too long."""
    page.evaluate(
        """([address, fields]) => {
          const form = document.createElement('form');
          form.method = 'post';
          form.action = address;
          for (const [name, value] of Object.entries(fields)) {
            const field = document.createElement('input');
            field.name = name;
            field.value = value;
            form.append(field);
          }
          document.body.append(form);
          form.submit();
        }""",
        [address, fields],
    )


def test_the_first_run(visitor):
    go(visitor, "/welcome/", 200)
    assert faults_on(visitor) == []
    visitor.get_by_role("button", name="Verder naar het eerste kanaal").click()
    visitor.get_by_text("Vul dit in.").first.wait_for()
    assert faults_on(visitor) == []


def test_the_door_and_the_closed_door(visitor, noor):
    go(visitor, "/sign-in/", 200)
    assert faults_on(visitor) == []
    for _ in range(5):
        visitor.get_by_label("E-mailadres").fill(noor.person.email)
        visitor.get_by_label("Wachtwoord").fill(WRONG)
        visitor.get_by_role("button", name="Binnenkomen").click()
    visitor.get_by_role("heading", name="De deur is even dicht").wait_for()
    assert faults_on(visitor) == []


def test_the_way_in_by_a_link(visitor, noor, jas_shop):
    from toonbank.shops.joining import Newcomer, invite

    go(visitor, "/enter/no-such-token/", 410)
    assert faults_on(visitor) == []
    invited = invite(jas_shop, Newcomer("Bas", "bas@jas.example", "editor"), by=noor, now=timezone.now())
    go(visitor, f"/enter/{invited.token}/", 200)
    assert faults_on(visitor) == []
    visitor.get_by_role("button", name="Binnenkomen").click()
    visitor.get_by_role("heading", name="Kies een wachtwoord").wait_for()
    assert faults_on(visitor) == []


def test_what_is_not_there_and_what_is_for_others(visitor, sign_in, noor, bas):
    sign_in(bas)
    go(visitor, "/s/jas/no-such-page/", 404)
    assert faults_on(visitor) == []
    go(visitor, "/s/jas/shop/members/", 403)
    assert faults_on(visitor) == []


def test_a_form_that_lay_open_too_long_or_is_too_large(visitor, sign_in, bas, settings):
    sign_in(bas)
    go(visitor, "/s/jas/posts/new/", 200)
    send(visitor, "/s/jas/posts/new/", {"text": "Wol wassen doe je op 30 graden."})
    visitor.get_by_role("heading", name="Dit formulier lag te lang open").wait_for()
    assert visitor.get_by_text("Wol wassen doe je op 30 graden.").is_visible()
    assert faults_on(visitor) == []

    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    go(visitor, "/s/jas/posts/new/", 200)
    send(visitor, "/s/jas/posts/new/", {"text": "Wol " * 100})
    visitor.get_by_role("heading", name="Dat is te veel in een keer").wait_for()
    assert faults_on(visitor) == []


def test_words_that_wait_at_the_door_and_behind_it(visitor, noor):
    noor.person.set_password(WRONG)
    noor.person.save()
    go(visitor, "/sign-in/", 200)
    token = visitor.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
    words = {"text": "Wol wassen doe je op 30 graden.", "csrfmiddlewaretoken": token}
    send(visitor, "/s/jas/posts/new/", words)
    visitor.get_by_text("Je bent afgemeld. Wat je schreef gaat mee").wait_for()
    assert faults_on(visitor) == []
    visitor.get_by_label("E-mailadres").fill(noor.person.email)
    visitor.get_by_label("Wachtwoord").fill(WRONG)
    visitor.get_by_role("button", name="Binnenkomen").click()
    visitor.get_by_role("heading", name="Je bent weer binnen").wait_for()
    assert faults_on(visitor) == []


def test_a_desk_that_broke(visitor, sign_in, noor, monkeypatch):
    from toonbank.posts.views import lists

    def break_down(*args, **kwargs):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(lists, "Attention", break_down)
    sign_in(noor)
    go(visitor, "/s/jas/", 500)
    assert visitor.get_by_role("heading", name="Er ging hier iets stuk").is_visible()
    assert axe_faults(visitor) + too_wide(visitor) == []
