"""The desk without a mouse: writing, mending, submitting and moving, and the focus is never lost on the way."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from toonbank.posts.models import Delivery, Post

FALSE = "Nog maar 3 mutsen Kleine Beer op de plank."
WHERE = "document.activeElement.id || document.activeElement.tagName.toLowerCase()"


def tab_to(page, locator, *, key="Tab"):
    """Press Tab until the focus is there; it must never fall back to the page itself."""
    for _ in range(120):
        page.keyboard.press(key)
        if locator.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {locator}")


def test_a_post_is_written_mended_and_submitted_with_the_keyboard_alone(
    window_of, jas_shop, square, noor, bas, fresh_hats
):
    page = window_of(bas)
    page.goto("/s/jas/")
    tab_to(page, page.get_by_role("main").get_by_role("link", name="Schrijf een bericht"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Tekst voor alle kanalen"))
    page.keyboard.type(FALSE, delay=5)
    panel = page.locator("#findings")
    mend = panel.get_by_role("button", name="41").first
    expect(mend).to_be_visible()
    assert panel.get_attribute("aria-live") == "polite"
    assert page.evaluate(WHERE) == "text"

    tab_to(page, mend)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ter akkoord aanbieden")).to_be_visible()
    assert page.evaluate(WHERE) == "text"
    assert "41" in page.input_value("#text")

    tab_to(page, page.get_by_role("button", name="Ter akkoord aanbieden"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ter akkoord aangeboden aan Noor.")).to_be_visible()


def test_the_focus_stays_when_the_findings_are_renewed_under_the_hand(
    window_of, slow_line, jas_shop, square, bas, fresh_hats
):
    page = window_of(bas)
    page.goto("/s/jas/posts/new/")
    page.get_by_label("Tekst voor alle kanalen").fill(FALSE)
    page.locator("#findings summary").first.wait_for()
    slow_line(page, milliseconds=1500)
    page.get_by_label("Tekst voor alle kanalen").press_sequentially(" Like en deel dit bericht!")
    page.wait_for_timeout(300)  # now the question is under way, and the hand goes to the panel
    why = page.locator("#findings summary").first
    why.focus()
    words = why.inner_text()
    expect(page.locator("#copy-text .found")).to_have_count(2)  # the answer has come

    assert page.evaluate("document.querySelector('#findings').contains(document.activeElement)")
    assert page.evaluate("document.activeElement.innerText") == words
    page.get_by_label("Tekst voor alle kanalen").focus()
    expect(page.locator("#findings .finding")).to_have_count(2)


CALM = "Wol was je met de hand, in lauw water."


def looking(page):
    """Ends when the desk has looked at the text and its answer has come."""
    return page.expect_response("**/posts/check/")


def test_a_key_pressed_while_the_findings_are_renewed_is_heard(
    window_of, slow_line, jas_shop, square, noor, bas
):
    page = window_of(bas)
    page.goto("/s/jas/posts/new/")
    slow_line(page, milliseconds=800)
    with looking(page):
        page.get_by_label("Tekst voor alle kanalen").fill(CALM)
        page.get_by_role("button", name="Ter akkoord aanbieden").focus()
    expect(page.locator("#copy-text")).to_have_text(CALM)
    assert page.evaluate("document.activeElement.value") == "submit"
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ter akkoord aangeboden aan Noor.")).to_be_visible()


def test_a_press_of_the_mouse_ends_where_it_began_when_the_findings_are_renewed_under_it(
    window_of, slow_line, jas_shop, square, noor, bas, fresh_hats
):
    page = window_of(bas)
    page.goto("/s/jas/posts/new/")
    slow_line(page, milliseconds=800)
    with looking(page):
        # A block comes: the row of buttons becomes another.
        page.get_by_label("Tekst voor alle kanalen").fill(FALSE)
        page.get_by_role("button", name="Bewaren").hover()
        page.mouse.down()
    expect(page.locator("#copy-text .found")).to_have_count(1)
    page.mouse.up()
    expect(page.get_by_role("heading", name="Bericht wijzigen")).to_be_visible()
    assert Post.objects.get().text == FALSE


def test_the_focus_stays_beside_a_button_that_became_another(
    window_of, slow_line, jas_shop, square, bas, fresh_hats
):
    page = window_of(bas)
    page.goto("/s/jas/posts/new/")
    slow_line(page, milliseconds=800)
    with looking(page):
        page.get_by_label("Tekst voor alle kanalen").fill(FALSE)
        page.get_by_role("button", name="Ter akkoord aanbieden").focus()
    expect(page.get_by_role("link", name="Herstel eerst de blokkade")).to_be_visible()
    assert page.evaluate(WHERE) == "next-step"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Herstel eerst de blokkade"


def test_a_post_is_moved_to_another_day_with_the_keyboard(window_of, jas_shop, square, noor, bas):
    from toonbank.posts.approving import approve
    from toonbank.posts.drafting import Words, start_post, submit

    now = timezone.now()
    day = now.astimezone(jas_shop.clock).replace(hour=12, minute=30, second=0, microsecond=0) + timedelta(
        days=20
    )
    words = Words(text="Wol wassen doe je op 30 graden.", plan_at=day, variants={square.pk: ""})
    post = submit(start_post(jas_shop, bas, words, now=now), bas, now=now)
    approve(post, noor, version=post.version, now=now)
    page = window_of(noor)
    page.goto(f"/s/jas/calendar/{day.year}/{day.month}/?day={day:%Y-%m-%d}")
    tab_to(page, page.locator("#day summary").first)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Tijd in de winkel"))
    page.keyboard.type("1415")
    tab_to(page, page.get_by_role("button", name="Verplaatsen"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_visible()

    moved = day.replace(hour=14, minute=15)
    assert Post.objects.get().plan_at == moved
    assert Delivery.objects.get().due_at == moved
