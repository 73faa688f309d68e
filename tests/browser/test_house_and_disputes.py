"""Bas does not agree, Noor changes the rule: the whole way, without JavaScript, at a desk and on a telephone."""

import pytest
from playwright.sync_api import expect

from toonbank.posts.models import Dispute
from toonbank.shops.house import house_of
from toonbank.shops.models import Shop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [1280, 320])
def test_a_dispute_leads_to_another_setting_of_the_rule(
    window_of, faults_of, jas_shop, week, noor, bas, width
):
    page = window_of(bas, width=width, java_script_enabled=False)
    page.goto(f"/s/jas/{week['edit']}")
    card = page.locator(".finding[data-severity=warn]", has_text="Bedelen om likes")
    card.get_by_text("Klopt niet?").click()
    card.get_by_label("Wat klopt er niet?").fill("Dit is een vraag van de buurtvereniging.")
    card.get_by_role("button", name="Bewaar, en zeg dat het niet klopt").click()
    expect(page.get_by_text("Opgeschreven onder Oneens")).to_be_visible()

    hers = window_of(noor, width=width, java_script_enabled=False)
    hers.goto("/s/jas/disagreements/")
    expect(hers.get_by_text("Dit is een vraag van de buurtvereniging.")).to_be_visible()
    hers.get_by_role("link", name="De instelling van deze regel").click()
    rule = hers.locator("#rule-engagement-bait")
    expect(rule).to_be_in_viewport()
    rule.get_by_label("In deze winkel: Bedelen om likes").select_option("advies")
    hers.get_by_role("button", name="Huisregels bewaren").click()
    expect(hers.get_by_text("Bewaard. Elke tekst wordt vanaf nu zo beoordeeld.")).to_be_visible()
    assert house_of(Shop.objects.get(pk=jas_shop.pk)).severities == {"engagement-bait": "advise"}

    hers.goto("/s/jas/disagreements/")
    hers.get_by_text("Afronden").click()
    hers.get_by_role("button", name="De regel is aangepast").click()
    expect(hers.get_by_text("Afgehandeld door Noor")).to_be_visible()
    assert Dispute.objects.get().settled_as == "rule_changed"
    page.goto(f"/s/jas/{week['edit']}")
    expect(page.locator(".finding[data-severity=advise]", has_text="Bedelen om likes")).to_contain_text(
        "de regel is aangepast"
    )


def test_a_file_of_house_rules_is_looked_at_before_it_holds(window_of, faults_of, jas_shop, noor, tmp_path):
    file = tmp_path / "huisregels.toml"
    file.write_text('[severities]\nshouting = "block"\n', encoding="utf-8")
    page = window_of(noor, width=390)
    page.goto("/s/jas/shop/house-rules/")
    page.get_by_role("link", name="Bestand importeren").click()
    page.get_by_label("Bestand met huisregels").set_input_files(file)
    page.get_by_role("button", name="Bekijk wat er zou veranderen").click()
    expect(page.get_by_text("1 instelling zou veranderen")).to_be_visible()
    assert faults_of(page) == []
    page.get_by_role("button", name="Maak dit de huisregels").click()
    expect(page.get_by_text("Eén instelling is anders dan Toonbank voorstelt")).to_be_visible()
    page.get_by_role("link", name="Geschiedenis").click()
    expect(page.get_by_text("van advies naar blokkade")).to_be_visible()
    assert faults_of(page) == []


def test_a_mistake_is_said_and_can_be_reached(people, live_server, door_of, faults_of, jas_shop, noor):
    page = people(
        live_server.url, "Noor", width=320, is_calm=False
    )  # a browser notes the answer 400 as an error
    cookie = door_of(noor).cookies["toonbank"].value
    page.context.add_cookies([{"name": "toonbank", "value": cookie, "url": live_server.url}])
    page.goto("/s/jas/shop/house-rules/")
    page.locator("#rule-approval-missing summary").click()
    page.get_by_label("Een akkoord geldt").fill("99")
    page.get_by_role("button", name="Huisregels bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("Vul een heel getal in van 1 tot en met 30 dagen.")
    expect(page.get_by_label("Een akkoord geldt")).to_have_value("99")
    assert faults_of(page) == []
