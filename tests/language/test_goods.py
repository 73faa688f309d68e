"""Sorts of goods, in both languages."""

import pytest

from toonbank.language.goods import in_both_languages
from toonbank.language.names import name_key


@pytest.mark.parametrize(
    ("one", "other"), [("muts", "hats"), ("theemok", "mug"), ("coats", "jas"), ("theepot", "pot")]
)
def test_the_same_sort_is_known_by_its_word_in_the_other_language(one, other):
    assert name_key(other) in in_both_languages({name_key(one)})


def test_another_sort_is_not():
    assert name_key("scarf") not in in_both_languages({name_key("muts")})
    assert in_both_languages({"lezing"}) == {"lezing"}
