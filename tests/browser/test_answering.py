"""Writing an answer in a real browser: what is wrong shows while one types, a click mends it, anger asks for a second look."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from browser.looking import axe_faults, too_wide
from conversations.cast import ANGRY, waiting
from toonbank.conversations.models import Message
from toonbank.posts.models import Post

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Mevrouw De Wit, dit had na uw eerste bericht klaar moeten zijn. Bas brengt vandaag een nieuwe Wad naar Beukerstraat 12. Noor"


def test_an_answer_is_checked_while_it_is_typed_mended_by_a_click_and_read_twice(
    jas_shop, square, noor, window_of
):
    talk = waiting(jas_shop, square, ANGRY, at=timezone.now() - timedelta(minutes=1))
    page = window_of(noor)
    page.goto(f"/s/jas/counter/{talk.pk}/")
    expect(page.get_by_text("Iedereen kan dit antwoord lezen")).to_be_visible()

    page.get_by_label("Je antwoord").fill(WORDS)
    expect(page.get_by_role("heading", name="Privégegevens in het openbaar")).to_be_visible()
    expect(page.get_by_role("link", name="Herstel eerst de blokkade")).to_be_visible()
    assert axe_faults(page) + too_wide(page) == []

    page.locator("button.mend").first.click()
    expect(page.get_by_role("button", name="Antwoord geven")).to_be_visible()
    page.get_by_role("button", name="Antwoord geven").click()
    expect(page.get_by_role("alert").filter(has_text="in boosheid geschreven")).to_be_visible()
    assert not Post.objects.filter(kind="reply").exists()

    page.get_by_role("button", name="Verstuur het nu").click()
    expect(page.get_by_text("Je antwoord gaat nu de deur uit.")).to_be_visible()
    assert "Beukerstraat" not in Message.objects.get(is_ours=True).text


def test_an_answer_begun_before_the_scripts_are_there_is_kept(jas_shop, square, noor, window_of):
    talk = waiting(jas_shop, square, ANGRY, at=timezone.now() - timedelta(minutes=1))
    page, waited = window_of(noor), []
    page.route("**/htmx*.js", lambda route: waited.append(route))
    page.goto(f"/s/jas/counter/{talk.pk}/", wait_until="commit")
    page.get_by_label("Je antwoord").press_sequentially("Mevrouw De Wit, ")

    with page.expect_response("**/words/", timeout=5_000) as kept:
        for route in waited:
            route.continue_()
    assert kept.value.ok
    page.unroute_all()
    page.reload()
    expect(page.get_by_label("Je antwoord")).to_have_value("Mevrouw De Wit, ")
