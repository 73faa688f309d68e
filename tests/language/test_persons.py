"""Names of people: what is first and what is last, and when two may be one person's."""

import pytest

from toonbank.language.givennames import MEN, WOMEN
from toonbank.language.persons import may_be_one, read_name


@pytest.mark.parametrize(
    ("words", "first", "particle", "last"),
    [
        ("Els Visser", "els", "", "visser"),
        ("Mevrouw De Wit", "", "de", "wit"),
        ("mevr. Els de Wit", "els", "de", "wit"),
        ("de heer Bakker", "", "", "bakker"),
        ("Sara van den Berg", "sara", "van den", "berg"),
        ("José Martínez", "jose", "", "martinez"),
        ("The Miller family", "", "", "miller"),
        ("Mirjam", "mirjam", "", ""),
        ("Els Maria Visser", "els", "", "visser"),
    ],
)
def test_a_name_is_taken_apart(words, first, particle, last):
    name = read_name(words)
    assert (name.first, name.particle, name.last) == (first, particle, last)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Els Visser", "els visser"),
        ("E. Visser", "Els Visser"),
        ("mevrouw Visser", "Els Visser"),
        ("Mrs de Wit", "Mevrouw De Wit"),
        ("Els", "Els Visser"),
        ("Sara van de Berg", "Sara van den Berg"),
        ("Els Visser-Bakker", "Els Visser"),
        ("familie De Vries", "Familie de Vries"),
    ],
)
def test_these_may_be_one(said, known):
    assert may_be_one(read_name(said), read_name(known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Jan de Vries", "Jan Bakker"),
        ("Jan Bakker", "Piet Bakker"),
        ("Mirjam Bos", "Mirjam"),
        ("Mevrouw Bakker", "Jan Bakker"),
        ("Mr Baker", "Emily Baker"),
        ("Mevrouw Wit", "Mevrouw De Wit"),
        ("mevrouw De Vries", "Els van Vries"),
        ("Familie De Vries", "Jan de Vries"),
        ("Anna de Wit", "Mevrouw De Wit"),
        ("Visser", "Els Visser"),
    ],
)
def test_these_may_not(said, known):
    assert not may_be_one(read_name(said), read_name(known))


def test_no_given_name_is_both_a_womans_and_a_mans():
    assert not WOMEN & MEN
