"""The parts of a word: what the training names and what the prediction sums up are the same features."""

from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.features import tokens
from toonbank.language.linear import check_sum
from toonbank.triage.parts import part_features, part_sums


def test_a_word_is_itself_and_its_parts_of_three_and_five_letters():
    assert part_features("jas") == ("w:jas", "g:<ja", "g:jas", "g:as>", "g:<jas>")


def test_a_number_or_a_mark_has_no_parts():
    assert part_features("0") == ("w:0",)
    assert part_features("!!") == ("w:!!",)


@given(st.text(max_size=30) | st.sampled_from(["Één", "#naïef", "ok", "ijs-thee", "##x", "\ud800kapot"]))
def test_the_check_sums_are_those_of_the_names(said: str):
    for word in tokens(said):
        assert sorted(part_sums(word)) == sorted(map(check_sum, part_features(word)))
