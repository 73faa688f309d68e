"""From a false text to a planned true one: what Bas and Noor do on a Saturday."""

from datetime import timedelta

from django.utils import timezone

from toonbank.posts.models import Delivery, Post

FALSE = "Nog maar 3 mutsen Kleine Beer op de plank. Gebreid in Twente van ongeverfde wol."


def test_a_false_claim_is_mended_approved_and_planned(
    window_of, jas_shop, square, noor, bas, fresh_hats, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    page = window_of(bas)
    page.goto("/s/jas/posts/new/")
    page.get_by_label("Tekst voor alle kanalen").press_sequentially(FALSE, delay=5)
    card = page.locator(".finding[data-severity=block]").first
    card.wait_for()
    assert "41" in card.inner_text()
    assert page.locator("#copy-text .found[data-severity=block]").first.inner_text().startswith("Nog maar 3")
    assert page.evaluate("document.activeElement.id") == "text"

    card.get_by_role("button", name="41").first.click()
    page.get_by_role("button", name="Ter akkoord aanbieden").wait_for()
    mended = page.input_value("#text")
    assert "41" in mended
    page.keyboard.press("Control+z")
    assert page.input_value("#text") == FALSE
    page.keyboard.press("Control+Shift+z")
    assert page.input_value("#text") == mended

    soon = (timezone.now() + timedelta(hours=3)).astimezone(jas_shop.clock)
    page.get_by_label("Dag").fill(f"{soon:%Y-%m-%d}")
    page.get_by_label("Tijd in de winkel").fill(f"{soon:%H:%M}")
    page.get_by_label("De lezer krijgt:").fill("een muts die onder de helm past")
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Ter akkoord aanbieden").click()
    page.get_by_text("Ter akkoord aangeboden aan Noor.").wait_for()
    assert page.get_by_role("button", name="Akkoord geven").count() == 0

    hers = window_of(noor)
    hers.goto("/s/jas/")
    hers.get_by_role("link", name="Lezen").first.click()
    hers.get_by_role("button", name="Akkoord geven").click()
    hers.get_by_text("Akkoord: Noor").wait_for()
    delivery = Delivery.objects.get()

    assert delivery.state == "planned"
    assert delivery.due_at.replace(second=0, microsecond=0) == soon.replace(second=0, microsecond=0)
    hers.goto("/s/jas/calendar/")
    assert hers.locator(".month time", has_text=f"{soon:%H:%M}").count() == 1


def test_words_that_are_not_saved_are_not_lost_without_a_question(window_of, jas_shop, square, bas):
    page = window_of(bas)
    page.goto("/s/jas/posts/new/")
    page.get_by_label("Tekst voor alle kanalen").fill("Wol wassen doe je op 30 graden.")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Kalender").click(no_wait_after=True)
    page.wait_for_timeout(500)

    assert asked == ["beforeunload"]
    assert page.url.endswith("/posts/new/")


def test_a_post_is_dragged_to_another_day(window_of, jas_shop, square, noor, bas):
    from toonbank.posts.approving import approve
    from toonbank.posts.drafting import Words, start_post, submit

    now = timezone.now()
    day = (now.astimezone(jas_shop.clock) + timedelta(days=20)).replace(
        hour=12, minute=30, second=0, microsecond=0
    )
    words = Words(text="Wol wassen doe je op 30 graden.", plan_at=day, variants={square.pk: ""})
    post = submit(start_post(jas_shop, bas, words, now=now), bas, now=now)
    approve(post, noor, version=post.version, now=now)
    page = window_of(noor)
    page.goto(f"/s/jas/calendar/{day.year}/{day.month}/?day={day:%Y-%m-%d}")
    other = (
        day + timedelta(days=1) if (day + timedelta(days=1)).month == day.month else day - timedelta(days=1)
    )
    page.locator(".line[draggable]").drag_to(page.locator(f"td[data-day='{other:%Y-%m-%d}']"))
    page.get_by_role("status").first.wait_for()

    assert Post.objects.get().plan_at.astimezone(jas_shop.clock).replace(tzinfo=None) == other.replace(
        tzinfo=None
    )
    assert Delivery.objects.get().due_at == Post.objects.get().plan_at
