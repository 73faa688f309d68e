"""How alike two texts are: what counts, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.likeness import likeness, overlap, plain_words, shingles

PANNIER = "De fietstas van waxdoek is er weer, met een vak voor je laptop."


def test_the_same_sentence_is_wholly_alike():
    assert likeness(PANNIER, PANNIER) == 1


@pytest.mark.parametrize(
    "copy",
    [
        "🚲 " + PANNIER + " 🎒",
        PANNIER.upper(),
        PANNIER.replace(",", " -").replace(".", "!!!"),
        PANNIER + " https://jas.example/tas?van=insta",
        PANNIER.replace("een", "e\u0301e\u0301n").replace("fietstas", "#fietstas"),
    ],
)
def test_emoji_capitals_marks_links_and_accents_make_no_difference(copy):
    assert likeness(PANNIER, copy) == 1


def test_one_other_word_in_the_middle_breaks_three_runs():
    assert likeness("een twee drie vier vijf zes zeven", "een twee drie acht vijf zes zeven") == 2 / 8


def test_other_texts_have_nothing_in_common():
    assert likeness(PANNIER, "Zo haal je kaarsvet uit linnen: strijken tussen keukenpapier.") == 0


def test_a_number_counts_as_a_word():
    assert likeness("Nog 3 tassen op de plank", "Nog 4 tassen op de plank") < 1


def test_a_text_of_one_or_two_words_is_one_run():
    assert shingles("Mooi!") == {("mooi",)}
    assert likeness("Graag gedaan!", "graag gedaan 😊") == 1
    assert likeness("Graag gedaan!", "Dank je") == 0


def test_texts_without_words_are_alike_only_when_they_are_the_same():
    assert likeness("🔥", "🔥") == 1
    assert likeness("🔥", "👏") == 0
    assert likeness("", "") == 0
    assert likeness("🔥", "Mooi") == 0


def test_an_apostrophe_stays_inside_its_word():
    assert plain_words("Foto’s van auto's, isn't it_really") == [
        "foto's",
        "van",
        "auto's",
        "isn't",
        "it",
        "really",
    ]


def test_two_empty_sets_share_nothing():
    assert overlap(frozenset(), frozenset()) == 0


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_a_part_of_one_and_the_same_from_both_sides(a, b):
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)
