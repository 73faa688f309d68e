"""The quick sums of the model are the plain ones: feature by feature, and for a message that lost some of its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.features import tokens
from toonbank.language.linear import softmax
from toonbank.triage import triage
from toonbank.triage.signs import counted, lexicon
from toonbank.triage.weighing import (
    KIND_LABELS,
    Model,
    Part,
    Rules,
    Scale,
    agreed,
    features_of,
    heeded,
    scale,
)

SAID = (
    "Jullie hebben de verkeerde maat gestuurd.",
    "Mevrouw De Wit is niet blij. Dit is mijn derde mail over de jas, de jas met de kapotte rits.",
    "Beste Noor, de trui is te klein! Kan ik hem ruilen? Niet blij.Nooit meer!!",
    "Wat een fijne winkel, hartelijk dank voor de goede hulp 😊",
    "ZO SLECHT, ZO DUUR, ZO TRAAG",
    "Your coat leaks, Bas told me it would not. Disappointed, my lawyer will call. #never again",
    "É é è \ud800 naïef ijs-thee l'eau #ÉÉN ##x @jas 12,50 https://example.org/jas",
    "",
)
WORDS = st.sampled_from(
    [
        "niet",
        "geen",
        "de",
        "jas",
        "kapot!",
        "blij.",
        "?",
        "!",
        "#één",
        "don't",
        "nooit",
        "meer",
        "jullie",
        "oplichters",
        "1.250",
        ":)",
        "É",
    ]
)
TEXTS = st.sampled_from(SAID) | st.lists(WORDS, max_size=25).map(" ".join)


@pytest.fixture(scope="module")
def model() -> Model:
    found = scale()
    assert isinstance(found, Model)
    return found


@given(TEXTS)
def test_the_score_is_the_sum_of_the_features_that_the_training_saw(model: Model, said: str):
    words = tokens(said)
    signs = lexicon("nl").signs(words)
    linear = model.linear
    logits = linear.logits_of(linear.total(features_of(said, "nl")))
    heeded(logits, signs)
    assert model.weigh(said, words, signs).grave == agreed(logits, softmax(logits[KIND_LABELS]))


@pytest.mark.parametrize("weigher", [None, Rules()], ids=["model", "rules"])
@given(TEXTS, st.data())
def test_a_message_without_some_words_weighs_what_it_would_weigh_anew(
    weigher: Scale | None, said: str, data: st.DataObject
):
    weigher = weigher or scale()
    words = tokens(said)
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, min(len(words), first + 4)))
    left = [*words[:first], *words[last:]]
    signs_of = lexicon("nl").signs
    whole = weigher.weigh(said, words, signs_of(words))
    part = Part("x", left, signs_of(left), words, first, last)
    assert weigher.grave_without(part, whole) == weigher.weigh("x", left, signs_of(left)).grave


@pytest.mark.parametrize("word", ["kapot", "advocaat", "geweldig", "oplichters"])
def test_a_word_said_ten_times_as_often_weighs_no_more(model: Model, word: str):
    signs_of = lexicon("nl").signs
    often, oftener = [word] * 50, [word] * 500
    assert model.weigh("x", often, signs_of(often)) == model.weigh("x", oftener, signs_of(oftener))


def test_one_word_counts_three_times_and_another_word_counts_anew():
    words = tokens("kapot kapot kapot kapot, geweldig, kapot, geweldig, defect")
    said = counted(words, lexicon("nl").signs(words))
    assert [name for name in said if name in ("problem", "praise")] == [
        *["problem"] * 3,
        *["praise"] * 2,
        "problem",
    ]


def test_bas_who_repeats_one_word_is_no_danger():
    assert triage("kapot " * 40, "nl").kind != "danger"
