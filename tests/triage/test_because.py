"""The words that a judgement hangs on: the ones that a person would point at, and without them the score is lower."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toonbank.language.features import tokens
from toonbank.triage import triage
from toonbank.triage.smallwords import SMALL, is_reason
from toonbank.triage.weighing import Rules

BY_RULES = Rules()
SAID = """
    de het een mijn jullie u niet nooit jas rits trui kapot verkeerde maat blij slecht gestuurd wacht nog steeds oplichters
    teleurgesteld the my you not never wrong broken coat late sorry refund . ! ? , 0 😡
"""
WORDS = st.sampled_from(SAID.split())


def because(said: str) -> list[str]:
    return [said[span.start : span.end] for span in triage(said).because]


@pytest.mark.parametrize("weigher", [None, BY_RULES], ids=["model", "rules"])
@given(st.lists(WORDS, max_size=25).map(" ".join))
@example("De de de het the a an.")
@example("Ik wil dit vandaag. De jas is er niet.")
@example("The one that you sent is not the one.")
def test_a_small_word_alone_is_never_the_reason_and_without_a_reason_the_score_is_lower(
    weigher: Rules | None, said: str
):
    answer = triage(said, by=weigher)
    for span in answer.because:
        assert any(map(is_reason, tokens(said[span.start : span.end])))
        masked = said[: span.start] + " " * (span.end - span.start) + said[span.end :]
        assert triage(masked, answer.language, by=weigher).score < answer.score


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_a_small_word_alone_does_not_calm_either(said: str):
    for span in triage(said).against:
        assert any(map(is_reason, tokens(said[span.start : span.end])))


def test_what_is_denied_is_named_with_its_denial():
    assert any("niet blij" in words for words in because("Ik ben niet blij met deze trui."))


def test_the_smoke_is_named_when_a_charger_smokes():
    assert any("rook" in words for words in because("Er kwam rook uit de lader van mijn dochter."))


def test_small_words_are_small_and_reasons_are_not():
    assert {"de", "the", "mijn", "you", "niet"} <= SMALL
    assert SMALL.isdisjoint({"kapot", "wrong", "nooit", "never", "verkeerde", "broken"})
