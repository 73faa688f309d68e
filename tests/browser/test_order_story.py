"""An order from the list of the shop system to the answer: brought in, opened by its number, put with the facts, taken away."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from conversations.cast import waiting
from conversations.orders.cast import STORY, told
from toonbank.conversations.cases import follow
from toonbank.conversations.orders.models import Order

pytestmark = pytest.mark.django_db(transaction=True)

GAVE_IT = "Mijn jas is er nog niet en jullie antwoorden niet. Mijn bestelnummer is 1007."
LIST = """Kenmerk;Naam;Status;Besteldatum;Artikel;Aantal
1007;Mevrouw De Wit;bezorgd;03-11-2026;Wadloper;1
1008;Rob H.;zoekgeraakt;04-11-2026;Sjaal;1
"""


@pytest.fixture
def talk(jas_shop, square):
    """She complains, and gives the number."""
    now = timezone.now()
    conversation = waiting(jas_shop, square, GAVE_IT, at=now - timedelta(minutes=20))
    follow([conversation], now=now)
    return conversation


@pytest.mark.parametrize("width", [1280, 390])
def test_the_order_is_shown_to_who_answers_and_gone_when_it_is_not_theirs(
    talk, jas_shop, bas, window_of, faults_of, width
):
    told(jas_shop, *STORY, now=timezone.now())
    page = window_of(bas, width=width)
    page.goto(f"/s/jas/counter/{talk.pk}/#about")
    here = page.get_by_role("region", name="Bestellingen")
    here.get_by_text("Ze gaven een bestelnummer").click()
    here.get_by_label("Bestelnummer").fill("#1070")
    here.get_by_role("button", name="Toon die bestelling").click()
    expect(here.get_by_text("Kijk het nummer na, of vraag het.")).to_be_visible()
    assert faults_of(page) == []
    here.get_by_role("button", name="Haal de koppeling weg").click()
    here.get_by_text("Ze gaven een bestelnummer").click()
    here.get_by_label("Bestelnummer").fill("#1007")
    here.get_by_role("button", name="Toon die bestelling").click()
    expect(here.get_by_text("bezorgd op 6 november 2026")).to_be_visible()
    assert faults_of(page) == []

    page.get_by_role("link", name="De hele zaak").click()
    page.get_by_role("button", name="Zet het bij de feiten").click()
    expect(page.get_by_text("1007: bezorgd op 6 november 2026. 1 × Wadloper, maat 98")).to_be_visible()
    assert faults_of(page) == []

    page.goto(f"/s/jas/counter/{talk.pk}/#about")
    here.get_by_role("button", name="Haal de koppeling weg").click()
    expect(here.get_by_text("Niet gekoppeld aan aankopen.")).to_be_visible()
    expect(page.get_by_text("bezorgd op 6 november 2026")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_list_with_headings_of_its_own_is_pointed_out_looked_at_and_kept(
    jas_shop, bas, window_of, faults_of, tmp_path, width
):
    file = tmp_path / "bestellingen.csv"
    file.write_text(LIST)
    page = window_of(bas, width=width)
    page.goto("/s/jas/counter/heard/")
    page.get_by_role("link", name="Bestellingen: hoe ze hier komen").click()
    assert faults_of(page) == []
    page.get_by_label("CSV-bestand").set_input_files(file)
    page.get_by_role("button", name="Bekijk de lijst").click()
    page.get_by_label("Bestelnummer").select_option("Kenmerk")
    page.get_by_role("button", name="Kijk opnieuw, met deze kolommen").click()
    expect(page.get_by_text("Regel 3 (1008)")).to_be_visible()
    assert faults_of(page) == []
    page.get_by_role("button", name="Bewaar wat bruikbaar is").click()
    expect(page.get_by_text("1 bestelling is hier nu bekend.")).to_be_visible()
    assert Order.objects.get().number == "1007"
