"""Personal data is found where it stands, and what only looks like it is left alone.

`data/unseen_personal.jsonl` was written before the code: 40 messages with data, 20 without. First run: all 49 places,
nothing too much. The code was made on other messages, but by the same hand, so real mail will do worse.
"""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.personal import personal_data

UNSEEN = [
    json.loads(line)
    for line in (Path(__file__).parent / "data/unseen_personal.jsonl").read_text("utf-8").splitlines()
]
RECALL, PRECISION = 0.95, 0.95


def places(text: str) -> set[tuple[str, int, int]]:
    return {(one.kind, one.start, one.end) for one in personal_data(text)}


def words(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in personal_data(text)]


def test_nearly_all_of_it_is_found_in_messages_that_were_written_before():
    expected = [{(one["kind"], one["start"], one["end"]) for one in row["pii"]} for row in UNSEEN]
    seen = [places(row["text"]) for row in UNSEEN]
    right = sum(len(one & other) for one, other in zip(expected, seen, strict=True))
    assert len(UNSEEN) == 60
    assert right >= RECALL * sum(map(len, expected))
    assert right >= PRECISION * sum(map(len, seen))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mevrouw De Wit woont Lindelaan 14, 7201 AB Zutphen.",
            [("address", "Lindelaan 14"), ("postcode", "7201 AB")],
        ),
        ("Bestelnummer #5512 graag", [("order", "5512")]),
        (
            "We storten het terug op NL00 TEST 0000 0000 00, goed?",
            [("iban", "NL00 TEST 0000 0000 00")],
        ),
        ("Geboren op 12 mei 1961, dus korting?", [("birth_date", "12 mei 1961")]),
        ("The car with licence plate AB12 CDE is in front", [("plate", "AB12 CDE")]),
        ("Er staat een 12-ABC-3 voor onze deur", [("plate", "12-ABC-3")]),
        ("Je pakket 3STEST0012345 ging naar Lindelaan 14.", [("order", "3STEST0012345"), ("address", "Lindelaan 14")]),
        ("Call (0575) 123 456 or mail noor@jas.example!", [("phone", "(0575) 123 456"), ("email", "noor@jas.example")]),
        ("Breng het naar de Beukerstr. 12, of Kerkstr 5b", [("address", "Beukerstr. 12"), ("address", "Kerkstr 5b")]),
        ("Ze woont Laan v. Meerdervoort 12 in Den Haag", [("address", "Laan v. Meerdervoort 12")]),
        ("Bezorg op Weg naar Laren 8.", [("address", "Weg naar Laren 8")]),
        ("06.12.34.56.78, of dewit(at)post.example", [("phone", "06.12.34.56.78"), ("email", "dewit(at)post.example")]),
        ("mail de_wit [at] post [dot] example", [("email", "de_wit [at] post [dot] example")]),
        ("Je kaart 4111 1111 1111 1111 is belast.", [("card", "4111 1111 1111 1111")]),
        ("Kaartnummer: 5555-5555-5555-4444", [("card", "5555-5555-5555-4444")]),
        ("We charged card number 378282246310005.", [("card", "378282246310005")]),
        ("My card is 3782 822463 10005, is it safe?", [("card", "3782 822463 10005")]),
        ("Account number 4242 4242 4242 4242 was refused", [("card", "4242 4242 4242 4242")]),
        ("4242424242424242 staat op de bon", [("card", "4242424242424242")]),
        ("Je BSN 123456782 staat op de bon.", [("citizen", "123456782")]),
        ("Mijn burgerservicenummer is 1234.56.782", [("citizen", "1234.56.782")]),
        ("Your citizen service number: 123 456 782", [("citizen", "123 456 782")]),
        ("bsn-nummer 123456782, klopt dat?", [("citizen", "123456782")]),
        ("Kerkstraat 12a bus 3, 9000 Gent", [("address", "Kerkstraat 12a bus 3"), ("postcode", "9000")]),
        ("It goes to Kerkstraat 12 box B2, 2000 Antwerp", [("address", "Kerkstraat 12 box B2"), ("postcode", "2000")]),
        ("Rijksregisternummer 85.07.30-033.28", [("citizen", "85.07.30-033.28")]),
    ],
)  # fmt: skip
def test_lead_words_and_signs_stand_outside(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Artikelnummer 4417, maat 39",
        "KvK 12345678 en btw NL001234567B01",
        "Kleurcode RAL 1234, zaagblad 1200 x 40",
        "Kerstmarkt 12 december, weekmarkt 9.00 uur",
        "De WH-1000 is er weer, model 501 ook",
        "Een ticket voor de workshop kost 12 euro",
        "Order 12 euro aan wol en het is gratis bezorgd",
        "Onze zaak bestaat sinds 1931",
        "We zijn open op 01-02-2026 10:00 en op 01.03.2026 12.30",
        "Het is de Weg van Zutphen 5 kilometer volgen, en op de Markt van Zutphen 12 kramen langs",
        "De jas kost 12.50, de muts 06.12. Kom om 10.30 uur (at) the back",
        "Bel ons, of vraag het @jas_zutphen",
        "Bus 12 stopt voor de deur",
        "Was 149,95, nu 89",
        "Only 3 left, 20% off until 5 May",
        "De reeks 4111 1111 1111 1112 is geen kaart, 1111 2222 3333 4444 ook niet",
        "EAN 4006381333931 en 8712345678906, inhoud 4000 5000 6000",
        "Neem bus 3, met 9000 reizigers",
        "Wat is een BSN? Het BSN 123456789 bestaat niet",
        "Onze winkel telt 123456782 steken",
    ],
)
def test_numbers_of_things_and_times_are_nobodys(text):
    assert words(text) == []


def test_a_code_without_a_word_before_it_is_not_sure():
    (bare,) = personal_data("Het gaat om PL-66101")
    (led,) = personal_data("Het gaat om order PL-66101")
    assert (bare.is_sure, led.is_sure) == (False, True)


@given(st.text(st.sampled_from("aZ0129@.-/+() \n,#éstraat"), max_size=200))
def test_places_lie_inside_the_text_and_apart(text):
    past = 0
    for one in personal_data(text):
        assert past <= one.start < one.end <= len(text)
        past = one.end


@pytest.mark.parametrize(
    "piece",
    [
        "4111 ",
        "4",
        "bsn 1",
        "1",
        "a",
        "@",
        "a@",
        "1-",
        "06 ",
        "NL00",
        "Aa ",
        "straat 1 ",
        "1 Aa ",
        "order ",
        "#1",
        "+",
        "(0",
    ],
)
def test_no_text_makes_it_slow(piece):
    seconds = []
    for length in (20_000, 80_000):
        text = piece * (length // len(piece))
        begun = time.process_time()
        personal_data(text)
        seconds.append(time.process_time() - begun)
    assert seconds[1] < max(0.5, 8 * seconds[0]), seconds
