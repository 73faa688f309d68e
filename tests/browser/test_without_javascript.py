"""The compose story with JavaScript switched off: every step is a form, and what is found stands there after saving."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from toonbank.posts.models import Delivery

FALSE = "Nog maar 3 mutsen Kleine Beer op de plank. Gebreid in Twente van ongeverfde wol."


@pytest.mark.parametrize("width", [1280, 390])
def test_a_false_claim_is_mended_approved_and_planned_without_javascript(
    window_of, jas_shop, square, noor, bas, fresh_hats, width
):
    page = window_of(bas, width=width, java_script_enabled=False)
    page.goto("/s/jas/")
    page.get_by_role("main").get_by_role("link", name="Schrijf een bericht").click()
    page.get_by_label("Tekst voor alle kanalen").fill(FALSE)
    page.get_by_role("button", name="Bewaren").last.click()
    card = page.locator(".finding[data-severity=block]").first
    expect(card).to_contain_text("Blokkade")
    expect(card).to_contain_text("41")
    assert page.locator("#copy-text .found[data-severity=block]").first.inner_text().startswith("Nog maar 3")

    card.get_by_role("button", name="41").first.click()
    expect(page.get_by_label("Tekst voor alle kanalen")).to_have_value(
        "Er liggen 41 mutsen Kleine Beer op de plank. Gebreid in Twente van ongeverfde wol."
    )
    soon = (timezone.now() + timedelta(hours=3)).astimezone(jas_shop.clock)
    page.get_by_label("Dag").fill(f"{soon:%Y-%m-%d}")
    page.get_by_label("Tijd in de winkel").fill(f"{soon:%H:%M}")
    page.get_by_role("button", name="Ter akkoord aanbieden").click()
    expect(page.get_by_text("Ter akkoord aangeboden aan Noor.")).to_be_visible()

    hers = window_of(noor, width=width, java_script_enabled=False)
    hers.goto("/s/jas/")
    hers.get_by_role("link", name="Lezen").first.click()
    hers.get_by_role("button", name="Akkoord geven").click()
    expect(hers.get_by_text("Akkoord: Noor")).to_be_visible()
    assert Delivery.objects.get().due_at == soon.replace(second=0, microsecond=0)

    _move_a_day(hers, soon)
    assert Delivery.objects.get().due_at == soon.replace(second=0, microsecond=0) + timedelta(days=1)


def _move_a_day(page, at):
    """The calendar has a form for what others drag."""
    page.goto(f"/s/jas/calendar/{at.year}/{at.month}/?day={at:%Y-%m-%d}")
    page.locator("#day summary").first.click()
    page.get_by_label("Dag", exact=True).fill(f"{at + timedelta(days=1):%Y-%m-%d}")
    page.get_by_role("button", name="Verplaatsen").click()
    expect(page.get_by_role("status")).to_be_visible()
