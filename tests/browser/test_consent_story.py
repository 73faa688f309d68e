"""A consent from the question to the take-down: asked by Noor, given by Mevrouw De Wit, used, and taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from browser.looking import axe_faults, too_small, too_wide
from conversations.cast import ASKS, de_wit, said
from posts.sending import Fence, Watch, only_delivery, say_yes
from toonbank.posts.delivering import deliver
from toonbank.relations.models import Consent

pytestmark = pytest.mark.django_db(transaction=True)
NAMED = "Met dank aan Mevrouw De Wit, die ons leerde hoe je zo’n knopje aanzet. Kom het gerust vragen."


@pytest.fixture
def visitor(browser, live_server):
    """A telephone of somebody without an account."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, locale="nl-NL", base_url=live_server.url
    )
    yield context.new_page()
    context.close()


def is_well(page):
    assert axe_faults(page) + too_wide(page) + too_small(page) == []


def path_in(page):
    """The way of the link that the page shows; the desk of the test has another address."""
    link = page.locator("a.seal").first.get_attribute("href")
    return "/" + link.split("/", 3)[3]


def test_a_consent_is_asked_given_used_and_taken_back(jas_shop, noor, bas, square, window_of, visitor):
    now = timezone.now()
    talk = said(jas_shop, square, ASKS, at=now - timedelta(hours=1)).conversation
    page = window_of(noor)

    page.goto(f"/s/jas/counter/people/{de_wit(jas_shop).pk}/")
    page.get_by_role("link", name="Vraag toestemming").click()
    page.get_by_label("Waarvoor?").fill("een bericht over knopen")
    page.get_by_label("bij naam noemen").check()
    page.get_by_role("button", name="Laat de woorden zien").click()
    words = page.get_by_label("De vraag", exact=True).input_value()
    assert "Mevrouw De Wit" in words
    assert "een bericht over knopen" in words
    is_well(page)
    page.get_by_role("button", name="Leg deze vraag vast").click()
    question, asked_at = path_in(page), page.url
    is_well(page)

    page.get_by_role("link", name="Zet het in een antwoord").click()
    page.get_by_role("button", name="Hier").click()
    assert f"/counter/{talk.pk}/" in page.url
    assert words in page.locator("textarea#text").input_value()
    assert not talk.messages.filter(is_ours=True).exists()

    visitor.goto(question)
    is_well(visitor)
    visitor.get_by_role("button", name="Ja, dat is goed").click()
    assert visitor.get_by_text("Typ je naam").is_visible()
    visitor.get_by_label("Je naam").fill("A. de Wit")
    visitor.get_by_label("Ik ben zestien of ouder").check()
    visitor.get_by_role("button", name="Ja, dat is goed").click()
    visitor.get_by_role("heading", name="Dank je wel").wait_for()
    is_well(visitor)
    page.goto(asked_at)
    assert page.get_by_text("ja", exact=True).is_visible()
    assert "A. de Wit" in Consent.objects.get().proof

    fence, now = Fence(), timezone.now()
    delivery = only_delivery(say_yes(jas_shop, bas, noor, [square], now=now, text=NAMED))
    deliver(delivery.pk, clock=Watch(now), opener=fence.opened_by)
    assert fence.posts == [NAMED]

    visitor.goto(path_in(visitor))
    visitor.get_by_role("button", name="Trek het in").click()
    visitor.get_by_text("Er geldt niets meer").wait_for()
    is_well(visitor)

    page.goto("/s/jas/counter/people/")
    page.get_by_role("link", name="Weg te halen").click()
    assert page.get_by_text(NAMED).is_visible()
    is_well(page)
    page.get_by_role("button", name="Met de hand gedaan").click()
    page.get_by_role("heading", name="Er hoeft niets weg").wait_for()
    is_well(page)
