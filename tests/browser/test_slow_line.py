"""A slow line, no line, and a session that ended: the newest words get the newest answer, and no word is lost."""

import pytest
from playwright.sync_api import expect

from toonbank.posts.models import Post

FALSE = "Nog maar 3 mutsen Kleine Beer op de plank."
SECRET = "vier gewone woorden achtereen"
TRUE = "Wol wassen doe je op 30 graden."


@pytest.fixture
def writing(people, live_server, door_of, bas, square, fresh_hats):
    """Bas, signed in, with the page for a new post before him. Here a refused answer is no mistake of the page."""
    bas.person.set_password(SECRET)
    bas.person.save()
    page = people(live_server.url, "Bas", is_calm=False)
    cookie = door_of(bas).cookies["toonbank"].value
    page.context.add_cookies([{"name": "toonbank", "value": cookie, "url": live_server.url}])
    page.goto("/s/jas/posts/new/")
    return page


def test_an_answer_that_comes_late_never_replaces_a_newer_one(writing):
    page, waited = writing, []

    def answer(route):
        # The answer about the false words is kept back until that about the true words has gone.
        if "Nog maar" in (route.request.post_data or "").replace("+", " ").replace("%20", " "):
            waited.append(route)
        else:
            route.continue_()

    page.route("**/posts/check/", answer)
    page.get_by_label("Tekst voor alle kanalen").press_sequentially(FALSE, delay=5)
    page.wait_for_timeout(500)
    assert waited
    page.get_by_label("Tekst voor alle kanalen").fill(TRUE)
    expect(page.locator("#findings")).to_contain_text("Niets op aan te merken.")
    for route in waited:
        route.continue_()
    page.wait_for_timeout(1000)

    expect(page.locator("#findings")).to_contain_text("Niets op aan te merken.")
    assert page.locator("#findings .finding").count() == 0
    assert page.locator("#copy-text").inner_text().strip() == TRUE


def test_without_a_line_the_page_says_so_and_what_to_do(writing):
    page = writing
    page.context.set_offline(True)
    page.get_by_label("Tekst voor alle kanalen").fill(FALSE)
    told = page.get_by_text("De toonbank is nu niet te bereiken")
    expect(told).to_be_visible()
    expect(told).to_contain_text("Wat je schreef staat er nog.")
    assert page.evaluate("document.activeElement.id") == "text"

    page.context.set_offline(False)
    page.get_by_label("Tekst voor alle kanalen").press_sequentially(" Echt.")
    expect(page.locator(".finding[data-severity=block]")).to_be_visible()
    expect(told).to_be_hidden()


def test_words_are_not_lost_when_the_session_ended_while_writing(writing, bas):
    page = writing
    page.get_by_label("Tekst voor alle kanalen").fill(FALSE)
    expect(page.locator(".finding[data-severity=block]")).to_be_visible()
    page.context.clear_cookies(name="toonbank")
    page.get_by_label("Tekst voor alle kanalen").fill(TRUE)
    told = page.get_by_text("Je bent afgemeld.")
    expect(told).to_be_visible()
    page.get_by_role("button", name="Bewaren").last.click()

    expect(page.get_by_role("heading", name="Binnenkomen")).to_be_visible()
    page.get_by_label("E-mailadres").fill(bas.person.email)
    page.get_by_label("Wachtwoord").fill(SECRET)
    page.get_by_role("button", name="Binnenkomen").click()
    expect(page.get_by_role("heading", name="Je bent weer binnen")).to_be_visible()
    expect(page.get_by_text(TRUE)).to_be_visible()
    page.get_by_role("button", name="Verder met deze woorden").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard.")
    expect(page.get_by_label("Tekst voor alle kanalen")).to_have_value(TRUE)
    assert Post.objects.get().text == TRUE


def test_what_is_typed_before_the_scripts_are_there_is_looked_at_all_the_same(writing):
    page, waited = writing, []
    page.route("**/htmx*.js", lambda route: waited.append(route))
    page.goto("/s/jas/posts/new/", wait_until="commit")
    page.get_by_label("Tekst voor alle kanalen").press_sequentially(FALSE)
    assert page.locator("#findings .finding").count() == 0
    for route in waited:
        route.continue_()

    expect(page.locator(".finding[data-severity=block]")).to_be_visible()
    assert page.locator("#copy-text").inner_text().strip() == FALSE
