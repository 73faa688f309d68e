"""The index that a check starts from is that of the kinds and rules as they are."""

from toonbank.etiquette.indexing import is_up_to_date


def test_the_index_is_up_to_date():
    assert is_up_to_date(), "the kinds or the rules changed: run script/index, and commit what it writes"
