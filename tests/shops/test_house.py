"""The house rules: everybody reads them, Noor sets them, and every text of Jas is judged by them."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from toonbank.core.errors import NotAllowed, Overtaken
from toonbank.etiquette import Severity
from toonbank.etiquette.house_rules import HouseRules, read
from toonbank.etiquette.index import index
from toonbank.etiquette.thresholds import Thresholds
from toonbank.ledger.models import Entry
from toonbank.posts.checking import Setting, judge
from toonbank.shops.house import change_house, changes_of, house_of
from toonbank.shops.models import HouseVersion, Shop

RULES = "/s/jas/shop/house-rules/"
STRICT = HouseRules(Thresholds(stock_fresh_hours=4), {"engagement-bait": "block"})


@pytest.fixture
def owner(noor, door_of):
    return door_of(noor)


def kept(shop):
    return house_of(Shop.objects.get(pk=shop.pk))


def filled(**changes):
    return {"seen": "0"} | {name.replace("__", "-"): value for name, value in changes.items()}


def upload(browser, text):
    content = text if isinstance(text, bytes) else text.encode()
    return browser.post(RULES + "import/", {"file": SimpleUploadedFile("huis.toml", content)})


def test_the_page_shows_every_rule_and_every_measure_to_who_may_only_look(jas_shop, hire, door_of):
    shown = door_of(hire(jas_shop, "Kijker", "viewer")).get(RULES).content.decode()

    assert all(f'id="rule-{slug}"' in shown for slug in index().rules)
    assert "Zo lang telt een voorraad die je zag: <strong>24 uur</strong>" in shown
    assert "<select" not in shown
    assert "Huisregels bewaren" not in shown
    assert 'href="/s/jas/shop/house-rules/"' in shown


def test_a_rule_offers_only_what_a_shop_may_choose(owner):
    shown = owner.get(RULES).content.decode()

    assert 'name="level-scarcity-false"' not in shown
    law = shown.split('name="level-urgency-unproven"')[1].split("</select>")[0]
    assert law.count("<option") == 2
    manners = shown.split('name="level-shouting"')[1].split("</select>")[0]
    assert manners.count("<option") == 4


def test_what_the_owner_keeps_holds_for_every_text(owner, jas_shop, square):
    answer = owner.post(
        RULES,
        filled(seen="0") | {"level-engagement-bait": "block", "measure-stock_fresh_hours": "4"},
        follow=True,
    )

    assert "Bewaard. Elke tekst wordt vanaf nu zo beoordeeld." in answer.content.decode()
    assert kept(jas_shop) == STRICT
    verdict = judge(Setting(Shop.objects.get(pk=jas_shop.pk), NOW, "nl"), "Like en deel deze post!")[None]
    assert verdict.checkup.is_blocked
    assert verdict.facts.thresholds.stock_fresh_hours == 4
    again = owner.get(RULES).content.decode()
    assert "2 instellingen zijn anders dan Toonbank voorstelt" in again
    assert "Het laatst veranderd door Noor" in again


def test_a_change_of_the_house_is_in_the_ledger_with_who_and_what(owner, noor):
    owner.post(RULES, {"seen": "0", "level-shouting": "off"})

    entry = Entry.objects.get(kind="house_rules_changed")
    assert entry.payload == {
        "by": noor.pk,
        "version": 1,
        "count": 1,
        "changed": {"shouting": ["advice", "off"]},
    }
    assert "Noor veranderde de huisregels (instellingen: 1)" in owner.get("/s/jas/ledger/").content.decode()


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("level-scarcity-false", "off", "Wat deze regel tegenhoudt, mag nooit de deur uit"),
        ("level-urgency-unproven", "advise", "een winkel mag alleen strenger zijn"),
        ("level-shouting", "loud", "Toegestaan: off, advise, warn, block."),
        ("measure-price_window_days", "14", "De wet legt dit vast. Een winkel mag kiezen van 30 tot en met 365 dagen."),
        ("measure-stock_fresh_hours", "-1", "Vul een getal in van 1 tot en met 168 uur."),
        ("measure-stock_fresh_hours", "veel", "Vul een getal in van 1 tot en met 168 uur."),
        ("measure-stock_fresh_hours", "NaN", "Vul een getal in van 1 tot en met 168 uur."),
        ("measure-stock_fresh_hours", "1e999999", "Vul een getal in van 1 tot en met 168 uur."),
        ("measure-low_stock_pieces", "2,5", "Vul een heel getal in van 1 tot en met 50 stuks."),
        ("measure-pressure_share", "101", "Vul een getal in van 0 tot en met 100 %."),
        ("measure-hashtags_hard.instagram", "6", "Vul een heel getal in van 0 tot en met 5 hashtags."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_kept(owner, jas_shop, field, typed, says):
    answer = owner.post(
        RULES, {"seen": "0", field: typed, "level-shouting": "loud" if "shout" in field else "block"}
    )

    shown = answer.content.decode()
    assert answer.status_code == 400
    assert says in shown
    assert f'href="#{field}"' in shown
    assert kept(jas_shop).is_default
    assert HouseVersion.objects.count() == 0


def test_what_was_typed_beside_a_mistake_is_still_there(owner):
    shown = owner.post(
        RULES,
        {
            "seen": "0",
            "measure-approval_days": "0",
            "measure-low_stock_pieces": "7",
            "level-shouting": "block",
        },
    ).content.decode()

    assert 'name="measure-low_stock_pieces" value="7"' in shown
    assert 'name="measure-approval_days" value="0"' in shown
    assert '<option value="block" selected>' in shown.split('name="level-shouting"')[1]


def test_an_empty_field_and_the_button_of_a_rule_go_back_to_what_is_proposed(owner, noor, jas_shop):
    house = HouseRules(
        Thresholds(low_stock_pieces=5, stock_fresh_hours=2, approval_days=7), {"shouting": "off"}
    )
    change_house(jas_shop, noor, house, seen=0, now=NOW)

    owner.post(RULES, {"seen": "1", "measure-approval_days": ""})
    assert kept(jas_shop).thresholds == Thresholds(low_stock_pieces=5, stock_fresh_hours=2)
    owner.post(RULES, {"seen": "2", "reset": "scarcity-false"})
    assert kept(jas_shop) == HouseRules(severities={"shouting": "off"})
    owner.post(RULES, {"seen": "3", "reset": "shouting", "level-shouting": "off"})
    assert kept(jas_shop).is_default


def test_a_share_is_a_percentage_and_a_value_that_was_not_touched_keeps_its_digits(owner, noor, jas_shop):
    change_house(jas_shop, noor, HouseRules(Thresholds(pressure_share=0.123456789)), seen=0, now=NOW)
    shown = owner.get(RULES).content.decode()

    assert 'name="measure-pressure_share" value="12,3456789"' in shown
    owner.post(
        RULES, {"seen": "1", "measure-pressure_share": "12,3456789", "measure-similar_posts_share": "82,5 %"}
    )
    assert kept(jas_shop).thresholds == Thresholds(pressure_share=0.123456789, similar_posts_share=0.825)


def test_who_was_second_changes_nothing_and_sees_what_is_so_now(owner, noor, jas_shop):
    change_house(jas_shop, noor, STRICT, seen=0, now=NOW)

    shown = owner.post(RULES, {"seen": "0", "level-shouting": "off"}).content.decode()

    assert "Iemand veranderde de huisregels terwijl deze pagina openstond." in shown
    assert kept(jas_shop) == STRICT
    assert 'name="seen" value="1"' in shown
    with pytest.raises(Overtaken):
        change_house(jas_shop, noor, HouseRules(), seen=0, now=NOW)


def test_only_the_owner_sets_the_house_rules(bas, jas_shop, door_of):
    assert door_of(bas).post(RULES, {"seen": "0", "level-shouting": "off"}).status_code == 403
    assert door_of(bas).get(RULES + "import/").status_code == 403
    with pytest.raises(NotAllowed):
        change_house(jas_shop, bas, STRICT, seen=0, now=NOW)


def test_the_rules_go_out_as_a_file_and_come_back_as_they_were(owner, bas, noor, jas_shop, door_of):
    change_house(jas_shop, noor, STRICT, seen=0, now=NOW)

    answer = door_of(bas).get(RULES + "export/")

    assert answer["Content-Disposition"] == 'attachment; filename="huisregels-jas.toml"'
    assert read(answer.content.decode()) == STRICT
    assert "Dit bestand zegt wat al zo is" in upload(owner, answer.content).content.decode()


def test_a_file_first_shows_what_would_change_and_changes_it_on_a_second_button(owner, noor, jas_shop):
    change_house(jas_shop, noor, STRICT, seen=0, now=NOW)
    text = '[severities]\nshouting = "off"\n'

    shown = upload(owner, text).content.decode()

    assert "3 instellingen zouden veranderen" in shown
    assert "van advies naar <b>uit</b>" in shown
    assert "van 4 uur naar <b>24 uur</b>" in shown
    assert kept(jas_shop) == STRICT
    owner.post(RULES + "import/", {"text": text, "seen": "1", "do": "apply"})
    assert kept(jas_shop) == HouseRules(severities={"shouting": "off"})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[severities", "Dit is geen bestand met huisregels (TOML)"),
        (b'[severities]\nscarcity-false = "off"', "mag nooit de deur uit"),
        (b"[thresholds]\nprice_window_days = 10", "De wet legt dit vast"),
        (b"\xff\xfe\x00", "Dit is geen tekst in UTF-8."),
        (b"#" * 100_001, "huisregels passen in 100000"),
        (b'"<script>" = 3', "bekend zijn de tabellen severities en thresholds"),
    ],
)
def test_a_bad_file_says_what_is_wrong_and_changes_nothing(owner, jas_shop, content, says):
    answer = upload(owner, content)

    shown = answer.content.decode()
    assert answer.status_code == 400
    assert says in shown
    assert "Er is niets veranderd." in shown
    assert "<script>&quot" not in shown
    assert "<script>'" not in shown
    assert kept(jas_shop).is_default
    assert "Kies eerst een bestand." in owner.post(RULES + "import/").content.decode()


def test_the_history_tells_who_changed_what_and_leads_back(owner, noor, jas_shop):
    for number, pieces in enumerate((4, 5, 6)):
        house = HouseRules(Thresholds(low_stock_pieces=pieces))
        change_house(jas_shop, noor, house, seen=number, now=NOW + timedelta(hours=number))
    shown = owner.get(RULES + "history/").content.decode()

    assert "van 5 stuks naar <b>6 stuks</b>" in shown
    assert "van 10 stuks naar <b>4 stuks</b>" in shown
    first = HouseVersion.objects.get(number=1)
    owner.post(f"{RULES}versions/{first.pk}/restore/", {"seen": "3"})
    assert kept(jas_shop).thresholds.low_stock_pieces == 4
    assert changes_of(jas_shop)[0][0].version.number == 4


def test_a_long_history_comes_in_pages(noor, jas_shop):
    for number in range(30):
        house = HouseRules(Thresholds(low_stock_pieces=number + 11))
        change_house(jas_shop, noor, house, seen=number, now=NOW)

    newest, following = changes_of(jas_shop)
    older, end = changes_of(jas_shop, following)

    assert [one.version.number for one in (*newest, *older)] == list(range(30, 0, -1))
    assert end == 0
    assert all(len(one.differences) == 1 for one in (*newest, *older))


@pytest.mark.parametrize("page", ["", "history/", "import/"])
def test_the_pages_ask_as_often_for_many_versions_as_for_one(owner, noor, jas_shop, page):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert owner.get(RULES + page).status_code == 200
        return len(queries)

    change_house(jas_shop, noor, STRICT, seen=0, now=NOW)
    asked()
    once = asked()
    for number in range(1, 30):
        change_house(
            jas_shop, noor, HouseRules(Thresholds(low_stock_pieces=number + 10)), seen=number, now=NOW
        )
    assert asked() == once <= 10


def test_a_house_costs_the_check_no_query(noor, jas_shop, hats, square):
    def asked(shop):
        with CaptureQueriesContext(connection) as queries:
            verdict = judge(Setting(shop, NOW, "nl"), "Nog maar 3 mutsen Kleine Beer! Like en deel!")[None]
        return len(queries), {one.rule: one.severity for one in verdict.checkup.findings}

    asked(jas_shop)
    before, _found = asked(jas_shop)
    change_house(jas_shop, noor, STRICT, seen=0, now=NOW)
    after, found = asked(jas_shop)

    assert after == before
    assert found["engagement-bait"] is Severity.BLOCK


def test_a_stored_rule_that_may_no_longer_be_milder_does_not_stop_the_desk(owner, jas_shop):
    Shop.objects.filter(pk=jas_shop.pk).update(
        house_rules={"severities": {"scarcity-false": "off", "gone": "warn"}}
    )

    assert owner.get(RULES).status_code == 200
    assert kept(jas_shop).is_default
