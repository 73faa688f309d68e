"""Numbers are read as a shopper reads them, and printed so that they read the same."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.numbers import amounts, format_amount, format_number, numbers, percentages
from toonbank.language.numberwords import dutch_value
from toonbank.language.reading import read


def values(text: str, lang: str) -> list[str]:
    return [f"{number.value.normalize():f}" for number in numbers(read(text, lang))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nog maar zeven stuks", ["7"]),
        ("drieëntwintig of drieentwintig", ["23", "23"]),
        ("honderdtwintig klanten", ["120"]),
        ("twaalfhonderd, vijftienhonderd, tweeduizendzesentwintig", ["1200", "1500", "2026"]),
        ("twee duizend", ["2000"]),
        ("honderd en vijf", ["105"]),
        ("drie en twintig", ["23"]),
        ("anderhalf uur", ["1.5"]),
        ("een stuk of tien", ["10"]),
        ("een paar, een handvol, een tiental, een dozijn", ["2", "5", "10", "12"]),
        ("tientallen klanten", ["20"]),
        ("nog één", ["1"]),
        ("een stuk", ["1"]),
        ("nog maar een", ["1"]),
        ("nog 1 over", ["1"]),
        ("1.250 of 1,250", ["1250", "1.25"]),
        ("1.250.000", ["1250000"]),
        ("€ 1.250,50", ["1250.5"]),
        ("49,95 en 49.95", ["49.95", "49.95"]),
        ("10k of 2 miljoen", ["10000", "2000000"]),
        ("2½ kilo", ["2.5"]),
        ("3x beschikbaar", ["3"]),
        ("negen van de 10 klanten", ["9", "10"]),
        ("3-5 stuks", ["3", "5"]),
    ],
)
def test_dutch_numbers_are_read(text, expected):
    assert values(text, "nl") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("only seven left", ["7"]),
        ("twenty-three and one hundred and five", ["23", "105"]),
        ("two hundred thousand people", ["200000"]),
        ("half a dozen, a dozen, a couple, a few", ["6", "12", "2", "3"]),
        ("one left, no one cares, this one is red", ["1"]),
        ("1,250 or 1.250", ["1250", "1.25"]),
        ("dozens of customers", ["24"]),
        ("1,250.50", ["1250.5"]),
    ],
)
def test_english_numbers_are_read(text, expected):
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "een klant vroeg naar een jas",
        "de 2e halve prijs",
        "tussen 9:00 en 17.00 uur",
        "op 29-11 of 29/11/2026 of 2026-11-29",
        "bel 030-5550100 of 0612345678",
        "een stuk beter",
        "https://jas.nl/p/1234",
        "@jas7 en #7",
        "versie 1.2.3",
        "1234567890123456789",
        "no one, everyone, the one and only",
    ],
)
def test_what_is_no_number_is_left_alone(text):
    assert values(text, "nl") == []


@pytest.mark.parametrize(
    ("text", "lang", "bound"),
    [
        ("ruim 100 klanten", "nl", "at_least"),
        ("meer dan honderd klanten", "nl", "at_least"),
        ("10.000+ klanten", "nl", "at_least"),
        ("10 of meer", "nl", "at_least"),
        ("over 500 customers", "en", "at_least"),
        ("at least ten", "en", "at_least"),
        ("over 7 weken", "nl", "exact"),
        ("hooguit 5", "nl", "at_most"),
        ("no more than 5", "en", "at_most"),
        ("up to 50%", "en", "at_most"),
        ("zo'n 20", "nl", "about"),
        ("ongeveer twintig", "nl", "about"),
        ("een stuk of tien", "nl", "about"),
        ("bijna 10.000 volgers", "nl", "about"),
        ("about ten", "en", "about"),
        ("10k", "en", "about"),
        ("7 stuks", "nl", "exact"),
    ],
)
def test_how_exact_a_number_is_meant_is_heard(text, lang, bound):
    (number,) = numbers(read(text, lang))
    assert (number.bound, number.approximate) == (bound, bound != "exact")


@pytest.mark.parametrize(
    ("text", "lang", "noun"),
    [
        ("nog 7 stuks", "nl", "stuks"),
        ("nog maar 7 dagen tot Kerst", "nl", "dagen"),
        ("7 blauwe mutsen", "nl", "mutsen"),
        ("12 happy customers", "en", "customers"),
        ("7 left", "en", "left"),
        ("nog 7 op voorraad", "nl", "voorraad"),
        ("negen van de klanten", "nl", "klanten"),
        ("5kg wol", "nl", "kg"),
        ("nog 7, jassen genoeg", "nl", ""),
        ("nog 7!", "nl", ""),
        ("23 and counting", "en", ""),
    ],
)
def test_a_number_belongs_to_the_nearest_noun(text, lang, noun):
    assert numbers(read(text, lang))[0].noun == noun


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("€ 49,95", 4995),
        ("€49", 4900),
        ("49 euro", 4900),
        ("€ 49,-", 4900),
        ("49,–", 4900),
        ("€ 1.250", 125000),
        ("€ 1,250", 125000),
        ("EUR 5", 500),
        ("vijf euro", 500),
        ("50 cent", 50),
        ("de lamp kost 49,95", 4995),
        ("49.95", 4995),
    ],
)
def test_amounts_are_read_in_cents(text, cents):
    assert [amount.cents for amount in amounts(read(text, "nl"))] == [cents]


@pytest.mark.parametrize(
    "text", ["1,50 meter", "gemiddeld 4,75", "8,75 sterren", "49 stuks", "30%", "$ 49.95", "17.30 uur"]
)
def test_what_is_no_amount_is_left_alone(text):
    assert amounts(read(text, "nl")) == ()


def test_the_place_of_an_amount_holds_its_sign():
    text = "Was € 89,- nu 59 euro, je spaart 30 procent"
    reading = read(text, "nl")
    assert [text[found.start : found.end] for found in amounts(reading)] == ["€ 89,-", "59 euro"]
    assert [text[found.start : found.end] for found in percentages(reading)] == ["30 procent"]


@pytest.mark.parametrize("text", ["30%", "30 %", "30 procent", "-30%", "dertig procent"])
def test_percentages_are_read(text):
    assert [number.value for number in percentages(read(text, "nl"))] == [Decimal(30)]


LANGS = st.sampled_from(["nl", "en"])


@given(st.decimals(0, 10**9, places=2).map(Decimal.normalize), LANGS)
def test_a_printed_number_reads_the_same(value, lang):
    (number,) = numbers(read(f"wel {format_number(value, lang)} !", lang))
    assert number.value == value


@given(st.integers(0, 10**9), LANGS)
def test_a_printed_amount_reads_the_same(cents, lang):
    (amount,) = amounts(read(f"nu € {format_amount(cents, lang)} !", lang))
    assert amount.cents == cents


def test_amounts_are_printed_as_shops_do():
    assert [format_amount(4995, "nl"), format_amount(4995, "en"), format_amount(5900, "nl")] == [
        "49,95",
        "49.95",
        "59",
    ]
    assert [format_number(1250, "nl"), format_number(1250, "en")] == ["1.250", "1,250"]


def in_dutch(value: int) -> str:
    units = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    small = [*units.split(), "achttien", "negentien"]
    tens = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
    if value < 20:
        return small[value]
    if value < 100:
        unit = small[value % 10]
        glue = "ën" if unit.endswith("e") else "en"
        return (unit + glue if value % 10 else "") + tens[value // 10 - 2]
    scale, word = (1000, "duizend") if value >= 1000 else (100, "honderd")
    head, rest = divmod(value, scale)
    return ("" if head == 1 else in_dutch(head)) + word + (in_dutch(rest) if rest else "")


@given(st.integers(0, 999_999))
def test_every_dutch_number_word_is_known(value):
    assert dutch_value(in_dutch(value)) == value


@given(st.text(alphabet="0123456789.,-–€%k+½ een stukoftwig\u00a0/:", max_size=30), LANGS)
def test_numbers_lie_in_order_and_never_overlap(text, lang):
    reading = read(text, lang)
    past = 0
    for number in numbers(reading):
        assert past <= number.start < number.end <= len(reading.text)
        assert number.value >= 0
        past = number.end
