"""A price is read as the shop meant it, or refused; it is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.sources.prices import HIGHEST_CENTS, Unreadable, read_price


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("49.95 EUR", 4995),
        ("EUR 49,95", 4995),
        ("49,95", 4995),
        ("€ 49,-", 4900),
        ("€49,--", 4900),
        ("€ 49,–", 4900),
        ("49", 4900),
        ("49,9", 4990),
        ("49.9500", 4995),
        ("1.250,00", 125_000),
        ("1,250.00 EUR", 125_000),
        ("€ 1.250,-", 125_000),
        ("1 250,00", 125_000),
        ("1\N{NO-BREAK SPACE}250,00 €", 125_000),
        ("1.250.000", 125_000_000),
        ("0.00 EUR", 0),
        ("49.95 euro", 4995),
    ],
)
def test_a_price_is_read_as_shops_write_it(written, cents):
    assert read_price(written) == cents


@pytest.mark.parametrize(
    "written", ["", "gratis", "49.", "1.2.3", "1,2,3.00", "12.34.567", "4 9", "9" * 5_000]
)
def test_what_is_no_price_is_refused(written):
    with pytest.raises(Unreadable):
        read_price(written)


def test_a_price_that_can_be_read_in_two_ways_is_refused():
    with pytest.raises(Unreadable, match="two ways"):
        read_price("1.250")


def test_the_decimal_mark_of_the_list_settles_what_the_price_alone_does_not():
    assert read_price("1.250", ",") == 125_000
    assert read_price("1.250", ".") == 125
    assert read_price("1,250", ",") == 125


@pytest.mark.parametrize(
    ("written", "currency"), [("49.95 USD", "USD"), ("£ 12", "GBP"), ("CHF 9.00", "CHF")]
)
def test_only_euros_are_compared_and_the_refusal_names_the_currency(written, currency):
    with pytest.raises(Unreadable) as refusal:
        read_price(written)
    assert currency in refusal.value.words["nl"]


def test_a_price_below_zero_is_refused():
    with pytest.raises(Unreadable, match="below zero"):
        read_price("-3,00")


@given(st.integers(0, HIGHEST_CENTS), st.sampled_from(["{}.{} EUR", "{},{}", "EUR {}.{}", "€ {},{}"]))
def test_reading_what_is_printed_gives_back_the_cents(cents, form):
    assert read_price(form.format(cents // 100, f"{cents % 100:02}")) == cents


@given(st.text(max_size=80), st.sampled_from([None, ",", "."]))
def test_any_text_is_a_price_or_unreadable_in_both_languages(text, decimal):
    try:
        cents = read_price(text, decimal)
    except Unreadable as refusal:
        words = refusal.words
    else:
        words = {"nl": str(cents), "en": str(cents)} if 0 <= cents <= HIGHEST_CENTS else {}
    assert all(words[language] for language in ("nl", "en"))
