"""What a rule rests on is said in the language of the reader."""

import re

from toonbank.etiquette import Draft, check
from toonbank.etiquette.explain import explained
from toonbank.etiquette.registry import all_rules, rule_named

ENGLISH = re.compile(
    r"\b(?:guideline|rules|terms|policy|policies|of the|on|when|must|law|Annex|GDPR|Directive|Act|and|from)\b"
)


def test_no_dutch_ground_holds_english_words():
    grounds = {rule.slug: rule.base_in("nl") or "" for rule in all_rules()}
    assert {slug: said for slug, said in grounds.items() if ENGLISH.search(said)} == {}


def test_a_finding_names_its_ground_in_its_own_language():
    said = {
        "nl": "Like als je ook van regen houdt, en tag drie vrienden!",
        "en": "Like if you love rain too!",
    }
    dutch, english = (
        next(one for one in check(Draft(text, lang=lang)).findings if one.rule == "engagement-bait")
        for lang, text in said.items()
    )
    assert dutch.base == "Meta-regels over het lokken van reacties; X-regels over manipulatie van reacties"
    assert english.base == rule_named("engagement-bait").base


def test_an_explanation_does_too():
    rule = rule_named("pressure-stacking")
    assert "Grond: ACM-leidraad (kijk naar het geheel)" in explained(rule, "nl")
    assert "Ground: ACM guideline (look at the whole)" in explained(rule, "en")
