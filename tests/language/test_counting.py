"""Characters are counted as each machine counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.counting import code_points, utf8_bytes, utf16_units


@pytest.mark.parametrize(
    ("text", "points", "units", "octets"),
    [
        ("jas", 3, 3, 3),
        ("één", 3, 3, 5),
        ("🧥", 1, 2, 4),
        ("👍🏽", 2, 4, 8),
        ("e\u0301", 2, 2, 3),
        ("\ud800", 1, 1, 3),
        ("", 0, 0, 0),
    ],
)
def test_each_counts_in_its_own_way(text, points, units, octets):
    assert (code_points(text), utf16_units(text), utf8_bytes(text)) == (points, units, octets)


@given(st.text(), st.text())
def test_counts_add_up(one, other):
    for count in (code_points, utf16_units, utf8_bytes):
        assert count(one) + count(other) == count(one + other)
