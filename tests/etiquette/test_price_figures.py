"""What an amount is about: a time of the clock, a part, a service or several pieces are no price of one piece."""

from typing import Any

import pytest

from toonbank.etiquette import Draft, Facts, Severity, check
from toonbank.etiquette.mends.holding import mended

NOW = "2026-11-21T10:00:00+01:00"
PRICES = {"price-was-not-lowest-30-days", "discount-mismatch"}


def known(names: list[str], price: float, *history: tuple[str, float], **more: Any) -> Facts:
    seen = [{"from": since, "price": asked} for since, asked in history or (("2026-06-01", price),)]
    for place, later in enumerate(seen[1:]):
        seen[place]["to"] = later["from"]
    product = {
        "ref": "n",
        "names": names,
        "price": price,
        "stock": 58,
        "stock_at": NOW,
        "price_history": seen,
    }
    return Facts.from_json({"now": NOW, "products": [product], **more})


NOVA = known(["fietstas Nova", "Nova pannier"], 39.95)
CHEESE = known(["boerenkaas", "farm cheese"], 16.0)
BIKE = known(["stadsfiets", "city bike"], 649, ("2026-06-01", 679), ("2026-11-14", 649))
CHAIR = known(["stoel", "chair"], 69, ("2026-06-01", 79), ("2026-11-14", 69))


def found(text: str, facts: Facts | None = None) -> set[str]:
    return {one.rule for one in check(Draft(text), facts).findings if one.severity > Severity.ADVISE} & PRICES


def claims(text: str, facts: Facts | None = None) -> set[str]:
    return {one.kind for one in check(Draft(text), facts).claims}


def offered(text: str, facts: Facts | None = None) -> list[str]:
    return [mended(text, mend) for one in check(Draft(text), facts).findings for mend in one.mends]


@pytest.mark.parametrize(
    "text",
    [
        "The class is from 19.30 to 21.30",
        "De trein van 10.15 naar 11.20 is te laat",
        "Workshop om 19.30",
        "Open van 9.00 tot 12.30 en van 13.30 tot 18.00.",
        "Class at 19.30, bring wool.",
        "Zaterdag 10.00 - 16.00",
        "Doors open at 19.30.",
        "We sluiten vandaag al om 16.00",
        "Our shop is closed from 12.30 to 13.15",
        "The talk is at 20.00",
        "De les was van 9.00 tot 10.30, nu van 10.30 tot 12.00",
        "The Nova pannier is in the shop until 18.00 today",
        "Open van 9.00 tot 17.30, met de fietstas Nova in de etalage",
        "De fietstas Nova is te zien vanaf 10.00, kom binnen voor 17.00",
        "Opening 9.00, closing 17.30",
        "De bus vertrekt 14.20",
        "Kom om 10.00 of 14.00 langs",
        "Vrijdagavond 19.30: lezing over de fietstas Nova",
        "We're on air at 8.15 tomorrow",
    ],
)
def test_a_time_of_the_clock_is_no_price(text):
    for facts in (None, NOVA):
        assert not claims(text, facts) & {"price", "price_reduction"}


@pytest.mark.parametrize(
    "text",
    [
        "Nova pannier: from 49.50 to 39.95",
        "Fietstas Nova van 49.50 naar 39.95",
        "Nova pannier, from 19.50 to 14.50",
        "Nova pannier was 12.50, now 10.20",
        "Nova pannier for 12.50",
        "De fietstas Nova kost 12.50",
        "Fietstas Nova in het rek voor 12.50",
    ],
)
def test_a_price_that_could_be_a_time_is_still_a_price(text):
    assert found(text, NOVA)


@pytest.mark.parametrize(
    "text",
    [
        "Gratis verzending vanaf 50 euro",
        "Free shipping from 50 euro",
        "Vanaf 75 euro",
        "Gratis verzending bij meer dan 50 euro",
        "Free delivery on orders over 50 euro",
        "Onze trui is voor de helft wol, voor de helft katoen",
        "Vul de pan voor de helft met water",
        "De bak is voor de helft gevuld met compost",
        "Onze fietstas is voor 90% gemaakt van oude zeilen",
        "The bag is 95% made of old sails",
        "De fietstas Nova kost 39,95 en de regenhoes 12,50",
        "De regenhoes voor de fietstas Nova kost 12,50",
        "A strap for your Nova pannier is 9.50",
        "Twee fietstassen Nova voor 79,90",
        "Two Nova panniers for 79.90",
        "Voor 5 euro naaien we je naam op je fietstas Nova",
        "For 5 euro we stitch your name on the Nova pannier",
        "Huur een fietstas Nova, 50 euro borg",
        "Rent a Nova pannier with a 50 euro deposit",
        "Tickets kosten 10 euro, studenten betalen 7,50.",
        "De huur was vorig jaar 1.200 euro, nu 1.350",
        "The rent was 1,200 euro last year, now 1,350",
        "De entree was vorig jaar 5 euro, nu 6",
        "The ticket went up from 10 to 12 euro",
        "Repairs now take 3 days instead of 5",
        "Nu 6 dagen open in plaats van 5",
        "Nu 12 smaken in plaats van 8",
        "Now 5 flavours instead of 3",
        "Verzendkosten gaan van 4,95 naar 5,95",
        "Our coffee goes from 2.50 to 2.70",
        "De fietstas Nova past bij de helm van 89 euro",
        "Set van twee fietstassen Nova: 79,90",
        "A pair of Nova panniers costs 79.90",
        "Nova pannier with strap: 49.45",
        "De fietstas Nova met regenhoes kost samen 52,45",
        "Regenhoes fietstas Nova 12,50",
        "Wij gaven 100 euro aan de voedselbank, dankzij de fietstas Nova",
        "Panniers starting at 25 euro",
        "Bij de fietstas Nova krijg je een tegoedbon van 5 euro",
    ],
)
def test_what_is_no_price_of_one_piece_is_not_held_against_it(text):
    assert found(text, NOVA) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Een halve kilo boerenkaas kost 8 euro",
        "100 gram boerenkaas voor 1,60",
        "Half a kilo of farm cheese for 8 euro",
    ],
)
def test_a_part_has_its_own_price(text):
    assert found(text, CHEESE) == set()


@pytest.mark.parametrize(
    "text",
    [
        "De fietstas Nova kost 29,95",
        "Nova pannier, 29.95 each",
        "Voor 29,95 is de fietstas Nova van jou",
        "De fietstas Nova (29,95) en de regenhoes (12,50)",
        "Nova panniers for 29.95, straps for 9.50",
        "De fietstas Nova is voor de helft.",
        "Nu fietstas Nova voor de helft!",
        "Alle tassen voor de helft van de prijs",
        "Alle tassen voor de helft deze week",
        "Met 10 euro verlaagd: de fietstas Nova",
        "The Nova pannier has been cut by 10 euro",
        "Was 59, nu 39,95: de fietstas Nova",
        "Fietstas Nova nu 25 euro in plaats van 30 euro",
        "Je betaalt voor de fietstas Nova vandaag 29,95",
        "De fietstas Nova, waterdicht en sterk, kost 29,95",
        "The Nova pannier, now just 29.95",
        "We sell the Nova pannier for 29.95",
    ],
)
def test_a_wrong_price_of_one_piece_is_still_found(text):
    assert found(text, NOVA)


@pytest.mark.parametrize(
    "text",
    [
        "De stadsfiets is 30 euro afgeprijsd en kost nu 649",
        "The city bike is reduced by 30 euro and costs 649 now",
        "De stadsfiets is met 30 euro verlaagd",
        "The city bike is marked down by 30 euro",
        "Er gaat 30 euro af, de stadsfiets is nu 649",
        "City bike: price down 30 euro to 649",
    ],
)
def test_an_amount_that_came_off_is_no_price(text):
    assert found(text, BIKE) == set()
    assert found(text.replace("30 euro", "90 euro"), BIKE) == {"price-was-not-lowest-30-days"}


@pytest.mark.parametrize(
    ("text", "facts", "mends"),
    [
        ("Was €39,95 nu €29,95", NOVA, ["Nu 39,95 euro"]),
        ("De stadsfiets nu met 100 euro korting", BIKE, ["De stadsfiets nu met 30 euro korting", "De stadsfiets nu 649 euro"]),
        ("De stadsfiets nu 100 euro goedkoper", BIKE, ["De stadsfiets nu 30 euro goedkoper", "De stadsfiets nu 649 euro"]),
        ("The city bike with 100 euro off", BIKE, ["The city bike with 30 euro off", "The city bike now 649 euro"]),
        ("25% off the chair", CHAIR, ["12% off the chair", "The chair now 69 euro"]),
        ("25% korting op de stoel, kom zitten.", CHAIR, ["12% korting op de stoel, kom zitten.", "De stoel nu 69 euro, kom zitten."]),
        ("De stoel voor half geld", CHAIR, ["De stoel nu 69 euro"]),
        ("Nu fietstas Nova voor de helft!", NOVA, ["Nu fietstas Nova 39,95 euro!"]),
        ("Deze stoel kost nu 30% minder.", CHAIR, ["Deze stoel kost nu 12% minder.", "Deze stoel kost nu 69 euro."]),
        ("Een stoel met een korting van 30%", CHAIR, ["Een stoel met een korting van 12%", "Een stoel nu 69 euro"]),
        ("The chair comes with a 30% discount", CHAIR, ["The chair comes with a 12% discount", "The chair is now 69 euro"]),
        ("Je betaalt nu 30% minder voor de stoel", CHAIR,
         ["Je betaalt nu 12% minder voor de stoel", "Je betaalt nu 69 euro voor de stoel"]),
        ("Stoel: ~~99~~ 69 euro", CHAIR, ["Stoel: ~~79~~ 69 euro", "Stoel: nu 69 euro"]),
        ("Get 30% off our lovely chair.", CHAIR, ["Get 12% off our lovely chair.", "Our lovely chair now 69 euro."]),
        ("Over 80 Nova panniers in stock", NOVA, ["We have 58 Nova panniers in stock", "We have Nova panniers in stock"]),
        ("Ruim 80 fietstassen Nova op voorraad", NOVA,
         ["Er liggen 58 fietstassen Nova op voorraad", "Er liggen fietstassen Nova op voorraad"]),
        ("The Nova pannier has been cut by 10 euro", NOVA, ["The Nova pannier is now 39.95 euro"]),
    ],
)  # fmt: skip
def test_a_mend_reads_as_a_shop_would_write_it(text, facts, mends):
    assert offered(text, facts) == mends


def test_a_wrong_sum_with_a_true_percentage_gets_the_true_price():
    facts = known(
        ["Nova pannier"], 31.96, ("2026-06-01", 39.95), ("2026-11-14", 31.96),
        campaigns=[{"ref": "c", "offer": "Nova pannier", "percent": 20, "starts": "2026-11-14", "ends": "2026-11-29"}],
    )  # fmt: skip
    assert offered("20% off: was 39.95, now 29.95", facts) == [
        "20% off: was 39.95, now 31.96",
        "Now 31.96 euro",
    ]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Meer dan 5.000 klanten gingen je voor.", "4.300 klanten gingen je voor."),
        ("Ruim 5.000 klanten gingen je voor.", "4.300 klanten gingen je voor."),
        ("More than 5,000 customers ride with us.", "4,300 customers ride with us."),
    ],
)
def test_more_than_a_number_becomes_the_number_itself(text, mend):
    facts = Facts.from_json({"now": NOW, "counts": {"customers": 4300, "at": "2026-11-20"}})
    assert offered(text, facts)[0] == mend


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Stoel met 25% korting",
            "Tegenover de laagste prijs van de 30 dagen ervoor (79) is het 12 procent.",
        ),
        (
            "De stoel voor half geld",
            "Tegenover de laagste prijs van de 30 dagen ervoor (79) is het 12 procent.",
        ),
        ("25% off the chair", "Against the lowest price of the 30 days before (79) it is 12 percent."),
        ("The chair is 20 euro off", "Against the lowest price of the 30 days before (79) it is 10 euro."),
    ],
)
def test_a_share_that_is_too_large_is_told_how_much_it_is(text, message):
    (finding,) = check(Draft(text), CHAIR).findings
    assert finding.message == message
    assert finding.fix is not None
    assert "van-prijs" not in finding.fix
    assert "was-price" not in finding.fix


@pytest.mark.parametrize("text", ["Stoel: was 79, nu 59", "Chair: normally 79, today 59"])
def test_a_reduction_of_months_is_advised_to_be_called_the_price(text):
    long, short = (
        known(["stoel", "chair"], 59, ("2026-01-01", 79), (since, 59))
        for since in ("2026-06-01", "2026-09-01")
    )
    (finding,) = check(Draft(text), long).findings
    assert (finding.rule, finding.severity) == ("price-was-not-lowest-30-days", Severity.ADVISE)
    assert check(Draft(text), short).findings == ()
    assert offered(text, long)[0] in ("Stoel: nu 59 euro", "Chair: now 59 euro")
