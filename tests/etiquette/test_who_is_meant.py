"""A business is no customer, and a mend says what is so of the person it leaves out."""

import pytest

from toonbank.etiquette import Draft, Facts, check


def found(text, kind="post", people=()):
    facts = Facts.from_json({"now": "2026-11-21T10:00:00+01:00", "people": list(people)})
    return [one for one in check(Draft(text, kind), facts).findings if one.rule == "consent-missing"]


def mended(text, **more):
    (one,) = found(text, **more)
    return [text[: mend.start] + mend.text + text[mend.end :] for mend in one.mends]


@pytest.mark.parametrize(
    "text",
    [
        "Dank aan Drukkerij Jansen.",
        "Met dank aan Garage Smit.",
        "Gefeliciteerd, Apotheek Zuid!",
        "Dank aan Slagerij De Boer en Fietsenwinkel Bos.",
        "Thanks to Baker Street Coffee.",
        "Thanks to Harbour Hotel.",
        "Congratulations to Green Pharmacy!",
    ],
)
def test_a_business_is_no_customer(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["Dank aan Mirjam Bos.", "Dank aan Els Winkelman.", "Dank aan Jan van Winkel.", "Thanks to Rose Miller."],
)
def test_a_customer_with_a_trade_in_the_name_is_still_one(text):
    assert len(found(text)) == 1


def test_who_they_are_to_the_shop_or_the_reader_stays():
    assert mended("Onze stagiair Daan heeft de etalage gemaakt.") == [
        "Onze stagiair heeft de etalage gemaakt."
    ]
    peter = [{"name": "Peter de Wit"}]
    assert mended("Hoi Kim, je man Peter de Wit haalde hem op.", kind="reply", people=peter) == [
        "Hoi Kim, je man haalde hem op."
    ]
    assert mended("Kim, your husband Peter de Wit picked it up.", kind="reply", people=peter) == [
        "Kim, your husband picked it up."
    ]


def test_a_greeting_stands_without_the_name():
    text = "Hoi mevrouw De Wit uit de Kerkstraat, leuk dat je er was."
    assert mended(text, kind="reply") == ["Hoi, leuk dat je er was."]
    text = "Hello Mrs Baker from High Street, good to see you."
    assert mended(text, kind="reply") == ["Hello, good to see you."]


def test_of_two_people_no_single_customer_is_made():
    two = [{"name": "Els Visser"}, {"name": "Jan Visser"}]
    assert mended("Els en Jan Visser kochten een jas.", people=two) == []
    assert mended("Els and Jan Visser bought a coat.", people=two) == []
