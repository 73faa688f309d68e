"""A rule without a why, a source or examples on both sides is not let in."""

from dataclasses import replace

import pytest

from toonbank.core.errors import BadInput
from toonbank.etiquette.explain import explained, listed
from toonbank.etiquette.registry import all_rules, complaints, rule_named


def test_the_twelve_rules_are_found_by_their_slugs():
    assert len(all_rules()) == len({rule.slug for rule in all_rules()}) >= 12


def test_a_rule_that_is_complete_has_no_complaints():
    for rule in all_rules():
        assert complaints(rule, rule.slug.replace("-", "_")) == []


def test_each_missing_part_is_named():
    rule = rule_named("scarcity-false")
    assert complaints(rule, "other_name") == ["the file of scarcity-false is called other_name"]
    bare = replace(rule, why={"nl": "Omdat."}, wrong=rule.wrong[:3], source=())
    assert complaints(bare, "scarcity_false") == [
        "why is missing in en",
        "no example of wrong in en",
        "it names no source",
    ]


def test_a_slip_of_the_pen_gets_a_suggestion():
    with pytest.raises(BadInput, match="Did you mean scarcity-false"):
        rule_named("scarcity-fals")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_rule_explains_itself_in_both_languages(lang):
    for rule in all_rules():
        page = explained(rule, lang)
        assert rule.why[lang] in page
        for example in (*rule.wrong, *rule.right):
            assert example.text in page
    assert len(listed(all_rules(), lang).splitlines()) == len(all_rules())
