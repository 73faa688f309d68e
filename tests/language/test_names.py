"""A product is found in a text, whether it says "jas" or "jassen"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.names import NameBook, mentions, name_key
from toonbank.language.reading import read

PLURALS = (
    "muts mutsen, pot potten, theepot theepotten, jas jassen, boot boots, schaal schalen, maan manen, brief brieven,"
    " laars laarzen, schoen schoenen, hoodie hoodies, dress dresses, box boxes, kussen kussens, foto foto's, vaas vazen,"
    " glas glazen, trui truien, knife knives, sok sokken, baby babies, deken dekens, boom bomen, boek boeken,"
    " fiets fietsen, ketting kettingen, lepel lepels, rok rokken, mug mugs, brush brushes, Théepot theepot"
)


@pytest.mark.parametrize("pair", [pair.split() for pair in PLURALS.split(",")], ids=" ".join)
def test_one_and_many_share_a_key(pair):
    one, many = pair
    assert name_key(one) == name_key(many)


@pytest.mark.parametrize("pair", ["rok rook", "pot poot", "jas jasje", "mut mus", "boom bom", "zak zaak"])
def test_different_things_have_different_keys(pair):
    one, other = pair.split()
    assert name_key(one) != name_key(other)


@given(st.text(alphabet="aeioubdfklmnprstvzjgsxy' -éïßʼ’", max_size=40))
def test_the_key_of_a_key_is_the_key_itself(text):
    assert name_key(name_key(text)) == name_key(text)


def found(text: str, *names: str) -> list[tuple[str, str]]:
    reading = read(text)
    keys = {name_key(name): name for name in names}
    return [(mention.ref, reading.text[mention.start : mention.end]) for mention in mentions(reading, keys)]


def test_a_product_is_found_in_one_and_in_many():
    assert found("Nog 3 theepotten Saar, en één Theepot Saar in rood", "Theepot Saar", "Jas") == [
        ("Theepot Saar", "theepotten Saar"),
        ("Theepot Saar", "Theepot Saar"),
    ]


def test_the_longest_name_wins():
    assert found("De wollen jas Emma is er weer", "Jas", "Wollen jas Emma", "Emma") == [
        ("Wollen jas Emma", "wollen jas Emma")
    ]


def test_a_name_never_runs_over_the_end_of_a_sentence():
    assert found("Wij hebben thee. Pot kapot?", "Thee pot") == []


def test_a_name_of_more_than_six_words_is_not_looked_for():
    assert found("een twee drie vier vijf zes zeven", "een twee drie vier vijf zes zeven") == []


def test_without_names_nothing_is_mentioned():
    assert mentions(read("De wollen jas Emma"), {}) == ()


def test_a_book_of_names_finds_what_the_names_find():
    keys = {name_key(name): name for name in ("Theepot Saar", "Jas", "Wollen jas Emma")}
    reading = read("De wollen jas Emma en drie jassen, met theepotten Saar")
    assert mentions(reading, NameBook(keys)) == mentions(reading, keys)
    assert [mention.ref for mention in mentions(reading, keys)] == ["Wollen jas Emma", "Jas", "Theepot Saar"]
