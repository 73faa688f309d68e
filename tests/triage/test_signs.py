"""Signs: words, beginnings, choices and phrases from the lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.features import tokens
from toonbank.triage.rules import RULES
from toonbank.triage.signs import TURNED, Lexicon, lexicon

LISTS = {
    "harm": {"say": "gewond, brandwond*, gebroken arm|been, brak _ been"},
    "praise": {"say": "blij, top"},
    "not": {"say": "niet, geen"},
}


def names(said: str) -> list[str]:
    return [sign.name for sign in Lexicon(LISTS).signs(tokens(said)) if sign.name != "not"]


def test_a_word_a_beginning_and_a_choice():
    assert names("Gewond!") == ["harm"]
    assert names("Brandwonden op zijn hand") == ["harm"]
    assert names("een gebroken been") == ["harm"]
    assert names("een gebroken vaas") == []


def test_a_gap_is_at_most_three_words_and_never_crosses_a_sentence():
    assert names("hij brak toen bijna zijn been") == ["harm"]
    assert names("hij brak toen hij bijna viel zijn been") == []
    assert names("hij brak. Zijn been") == []


def test_a_denial_turns_praise_but_not_in_the_next_sentence():
    assert names("ik ben niet zo blij") == ["praise~"]
    assert names("dat niet. Blij!") == ["praise"]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_both_languages_have_the_same_lists_and_every_rule_has_a_list(lang: str):
    assert lexicon(lang).names == lexicon("nl").names
    known = {*lexicon(lang).names, *(f"{name}~" for name in TURNED), "only", "last", "none", "some"}
    assert {part for name in RULES for part in name.split("+")} <= known


@given(
    st.lists(
        st.sampled_from(["ik", "ben", "niet", "blij", "brak", "been", "gebroken", ".", "?", "\ud800"]),
        max_size=60,
    )
)
def test_every_sign_lies_within_the_words(words: list[str]):
    for sign in Lexicon(LISTS).signs(words):
        assert 0 <= sign.first < sign.last <= len(words)
