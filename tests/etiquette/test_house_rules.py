"""A shop may be stricter than we propose; milder only where manners are concerned, never where it would be a lie or the law."""

import re
from contextlib import suppress
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.core.errors import BadInput
from toonbank.etiquette import Draft, Facts, Severity, check
from toonbank.etiquette.house_limits import LEVELS, NotInAnyHouse, levels_of, rests_on_law_alone
from toonbank.etiquette.house_measures import MEASURES, UNITS, places_in
from toonbank.etiquette.house_rules import HouseRules, differences, read, write
from toonbank.etiquette.registry import all_rules, rule_named
from toonbank.etiquette.thresholds import Thresholds

SLUGS = [rule.slug for rule in all_rules()]


def judged(text, severities, **more):
    house = HouseRules(severities=severities)
    facts = house.applied_to(Facts.from_json(more.pop("facts", {})))
    return {one.rule: one.severity for one in check(Draft(text, **more), facts).findings}


def test_a_manners_rule_may_be_softened_switched_off_or_made_to_block():
    begging = "Like en deel deze post!"

    assert judged(begging, {})["engagement-bait"] is Severity.WARN
    assert judged(begging, {"engagement-bait": "block"})["engagement-bait"] is Severity.BLOCK
    assert judged(begging, {"engagement-bait": "advise"})["engagement-bait"] is Severity.ADVISE
    assert "engagement-bait" not in judged(begging, {"engagement-bait": "off"})


def test_a_rule_that_blocks_stays_a_block_in_every_house():
    blocking = [rule.slug for rule in all_rules() if rule.severity is Severity.BLOCK]

    assert len(blocking) >= 20
    for slug in blocking:
        assert levels_of(slug) == ("block",)
        for level in ("off", "advise", "warn"):
            with pytest.raises(NotInAnyHouse, match=re.escape(slug)):
                HouseRules(severities={slug: level})


def test_a_block_stands_even_when_the_facts_were_made_without_a_house():
    facts = replace(
        Facts.from_json({"products": [{"names": ["muts"], "stock": 41}]}),
        severities={"scarcity-false": "off"},
    )

    assert check(Draft("Nog maar 3 mutsen op de plank!"), facts).is_blocked


def test_a_warning_that_is_the_law_may_only_become_stricter():
    assert [
        rule.slug for rule in all_rules() if rests_on_law_alone(rule) and rule.severity < Severity.BLOCK
    ] == [
        "bait-stock",
        "endorsement-exaggerated",
        "pressure-stacking",
        "price-was-rrp",
        "scarcity-overused",
        "superlative-unproven",
        "third-party-content",
        "urgency-unproven",
        "inconsistent-identity",
    ]
    assert levels_of("urgency-unproven") == ("warn", "block")
    assert levels_of("inconsistent-identity") == ("advise", "warn", "block")
    # A policy of a network, or a custom beside the law, is not the law alone.
    assert levels_of("engagement-bait") == levels_of("counter-test") == levels_of("spam-frequency") == LEVELS


def test_an_insult_stays_a_block_where_contempt_is_only_advised_against():
    text = "Alleen idioten kopen hun jas bij de Zeeman."
    as_made = judged(text, {})

    assert as_made["counter-test"] is Severity.BLOCK
    assert judged(text, {"counter-test": "advise"}) == judged(text, {"counter-test": "off"}) == as_made


def test_a_mild_case_follows_a_house_that_is_stricter():
    text = "De allerleukste winkel van de hele wereld en omstreken."
    as_made = judged(text, {})

    assert as_made.get("superlative-unproven") in {Severity.ADVISE, Severity.WARN}
    assert judged(text, {"superlative-unproven": "block"})["superlative-unproven"] is Severity.BLOCK


def test_the_message_says_which_setting_why_and_what_is_allowed():
    with pytest.raises(NotInAnyHouse) as told:
        read('[severities]\nurgency-unproven = "off"')

    assert told.value.shown["en"] == (
        "urgency-unproven (\u201cHaste without a reason\u201d) is set to 'off'. This rule is the law (UCPD art. 6, 12; Annex I no. 7); "
        "a shop may only be stricter. Allowed: warn, block."
    )
    assert "een winkel mag alleen strenger zijn. Toegestaan: warn, block." in told.value.shown["nl"]


def test_a_measure_is_called_as_on_the_page_too():
    with pytest.raises(NotInAnyHouse) as told:
        read("[thresholds]\nprice_window_days = 10")

    assert told.value.shown["nl"].startswith(
        "price_window_days (\u201cDe vanprijs is de laagste prijs van de laatste\u201d) is 10."
    )
    assert "van 30 tot en met 365 dagen" in told.value.shown["nl"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[severities", "het breekt aan het einde af"),
        ('[severities]\nshouting = "warn\n', "regel 2 is vanaf teken 17 niet te lezen"),
        ("[severities]\nshouting warn", "regel 2 is vanaf teken 10 niet te lezen"),
    ],
)
def test_a_file_that_is_no_toml_says_in_dutch_where(text, says):
    with pytest.raises(NotInAnyHouse) as told:
        read(text)
    assert told.value.shown["nl"] == f"Dit is geen bestand met huisregels (TOML): {says}."


def test_what_the_law_fixes_may_become_stricter_and_never_looser():
    assert read("[thresholds]\nprice_window_days = 60").thresholds.price_window_days == 60
    assert read("[thresholds]\nprogressive_months = 0").thresholds.progressive_months == 0
    for loose in ("price_window_days = 29", "progressive_months = 4"):
        with pytest.raises(NotInAnyHouse, match="The law fixes this"):
            read(f"[thresholds]\n{loose}")
    with pytest.raises(NotInAnyHouse, match="The network fixes this"):
        read("[thresholds.hashtags_hard]\ninstagram = 6")


def test_a_shop_with_a_longer_window_is_held_against_its_lowest_price_in_it():
    prices = [
        {"price": 49, "from": "2026-09-20", "to": "2026-09-30"},
        {"price": 69, "from": "2026-09-30"},
    ]
    facts = Facts.from_json(
        {
            "now": "2026-11-21T10:00:00+01:00",
            "products": [
                {"names": ["jas Merel"], "price_history": prices, "price": 59, "first_offered": "2026-01-01"}
            ],
        }
    )
    draft = Draft("Jas Merel: van 69 voor 59 euro.")
    strict = HouseRules(Thresholds(price_window_days=90)).applied_to(facts)

    assert "price-was-not-lowest-30-days" not in {one.rule for one in check(draft, facts).findings}
    assert "price-was-not-lowest-30-days" in {one.rule for one in check(draft, strict).findings}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[severities", "no file of house rules"),
        ("[manners]\n", "known are the tables severities and thresholds"),
        ("severities = 3", "known are the tables"),
        ('[severities]\nenagement-bait = "off"', "Did you mean engagement-bait?"),
        ('[severities]\nshouting = "loud"', "Allowed: off, advise, warn, block."),
        ("[severities]\nshouting = 3", "Allowed: off, advise, warn, block."),
        ("[thresholds]\nstock_fresh_hour = 3", "Did you mean stock_fresh_hours?"),
        ("[thresholds]\nstock_fresh_hours = -1", "a number from 1 up to 168 hours"),
        ("[thresholds]\nstock_fresh_hours = nan", "a number from 1 up to 168 hours"),
        ("[thresholds]\nstock_fresh_hours = true", "a number from 1 up to 168 hours"),
        ('[thresholds]\nstock_fresh_hours = "24"', "a number from 1 up to 168 hours"),
        ("[thresholds]\nlow_stock_pieces = 2.5", "a whole number from 1 up to 50 pieces"),
        ("[thresholds]\npressure_share = 1.01", "a number from 0 up to 1"),
        ("[thresholds]\nhashtags = 3", "a table with a number for each name"),
        ("[thresholds.stock_fresh_hours]\nx = 3", "a number is allowed"),
        ('[thresholds.hashtags]\n"[a]" = 3', "Allowed: instagram, tiktok"),
        ("[thresholds.posts_per_day]\nfacebok = 1", "Did you mean facebook?"),
        ("[thresholds.gap_minutes]\nlinkdin = 60", "Did you mean linkedin?"),
        ("[thresholds.hashtags]\nmastadon = 3", "Did you mean mastodon?"),
        ("[thresholds.complaint_clock_minutes]\nanger = 30", "Allowed: danger, legal-press"),
        ("[thresholds]\nanswering_until_hour = 8", "but the shop begins at 9 o'clock"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_says_what_is_wrong_in_both_languages(text, says):
    with pytest.raises(NotInAnyHouse, match=re.escape(says)) as told:
        read(text)
    assert told.value.shown["nl"] != told.value.shown["en"]


@pytest.mark.parametrize("network", ["pinterest", "youtube", "hyves", "nextdoor", "threads", "x"])
def test_a_network_that_we_do_not_know_may_have_its_own_number(network):
    assert read(f"[thresholds.posts_per_day]\n{network} = 1")


def test_every_measure_has_words_a_unit_bounds_and_a_rule():
    assert set(MEASURES) == {one.name for one in fields(Thresholds)}
    for measure, key in places_in(Thresholds()):
        assert measure.unit in UNITS
        assert all(measure.words[lang] for lang in ("nl", "en"))
        assert 0 <= measure.least <= measure.default(key) <= measure.most
        assert measure.unit != "share" or measure.most <= 1
        assert [rule_named(slug).slug for slug in measure.rules]


def test_only_what_differs_is_written_each_with_what_it_is():
    house = HouseRules(
        Thresholds(stock_fresh_hours=48, posts_per_day={"facebook": 3}),
        {"shouting": "block", "no-added-value": "warn"},
    )

    assert write(house, "nl") == (
        "# Huisregels. Wat hier niet staat, is zoals Toonbank het voorstelt.\n\n"
        '[severities]\n# Schreeuwen. Voorstel: advies.\nshouting = "block"\n\n'
        "[thresholds]\n# Zo lang telt een voorraad die je zag: 48 uur. Voorstel: 24 uur.\nstock_fresh_hours = 48\n\n"
        "[thresholds.posts_per_day]\n# Hoogstens zoveel berichten op een dag (Facebook): 3 berichten. Voorstel: 2 berichten.\n"
        "facebook = 3\n"
    )
    assert write(HouseRules()).count("\n") == 1


@st.composite
def houses(draw):
    severities = {
        slug: draw(st.sampled_from(levels_of(slug)))
        for slug in draw(st.sets(st.sampled_from(SLUGS), max_size=9))
    }
    values = {}
    for name in draw(
        st.sets(st.sampled_from([name for name in MEASURES if "_hour" not in name]), max_size=9)
    ):
        measure = MEASURES[name]
        number = (
            st.integers(measure.least, measure.most)
            if measure.is_whole
            else st.floats(measure.least, measure.most, allow_nan=False)
        )
        by_network = st.sampled_from(
            [*measure.keys, "pinterest"] if name != "complaint_clock_minutes" else measure.keys
        )
        values[name] = draw(number if measure.keys == ("",) else st.dictionaries(by_network, number))
    return HouseRules(replace(Thresholds(), **values), severities)


@given(houses(), st.sampled_from(["nl", "en"]))
def test_reading_what_was_written_gives_the_same_house(house, lang):
    assert read(write(house, lang)) == house
    assert HouseRules.from_json(house.as_json()) == HouseRules.kept(house.as_json()) == house
    assert bool(differences(house)) is not house.is_default


@given(st.text(max_size=200))
def test_whatever_a_file_holds_it_is_a_house_or_a_kind_no(text):
    with suppress(NotInAnyHouse):
        assert isinstance(read(text), HouseRules)


def test_a_stored_setting_that_is_allowed_no_more_falls_away_and_the_others_stay():
    stored = {
        "severities": {"scarcity-false": "off", "shouting": "block", "no-such-rule": "warn"},
        "thresholds": {"price_window_days": 10, "approval_days": 7},
    }

    house = HouseRules.kept(stored)

    assert house.severities == {"shouting": "block"}
    assert house.thresholds == Thresholds(approval_days=7)


def test_facts_carry_the_house_there_and_back_and_refuse_what_no_shop_may_have():
    facts = Facts.from_json({"severities": {"shouting": "off"}})

    assert Facts.from_json(facts.as_json()) == facts
    assert "severities" not in Facts().as_json()
    with pytest.raises(BadInput, match="may never go out"):
        Facts.from_json({"severities": {"scarcity-false": "off"}})


def test_what_the_facts_say_themselves_goes_before_the_house():
    house = HouseRules(Thresholds(approval_days=7), {"shouting": "off"})
    own = Facts(thresholds=Thresholds(approval_days=3), severities={"shouting": "block"})

    assert house.applied_to(own) == own
    assert house.applied_to(Facts()) == Facts(thresholds=house.thresholds, severities={"shouting": "off"})
