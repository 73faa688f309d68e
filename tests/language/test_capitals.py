"""Whether a text may shout is told soon, and never told wrong."""

import re

from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.capitals import may_shout


def test_capitals_in_a_row_are_seen():
    assert may_shout("Wij ZIJN er", 4)
    assert not may_shout("Wij ZIJN er", 5)
    assert not may_shout("De A4 van Jan P. Smit, NS", 3)


@given(st.text(), st.integers(1, 5))
def test_no_row_of_capitals_is_missed(text, letters):
    if re.search(rf"[A-ZÀ-Þ]{{{letters},}}", text):
        assert may_shout(text, letters)
