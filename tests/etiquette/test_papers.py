"""A test and a mark on file stand behind what they say themselves, and behind nothing else."""

import pytest

from toonbank.etiquette import Draft, Facts, check

NOW = "2026-11-21T10:00:00+01:00"
KAMPIOEN = {"tests": [{"name": "ANWB Kampioen", "result": "6,2"}]}
GIDS = {"tests": [{"name": "Consumentengids 9", "result": "8,1"}]}
WHICH = {"tests": [{"name": "Which?", "result": "third of nine"}]}
FIETSVAKMAN = {"marks": [{"name": "Fietsvakman"}]}
RTL = {"endorsements": [{"who": "RTL 4", "what": "item"}]}


def judged(text, facts):
    checkup = check(Draft(text), Facts.from_json({"now": NOW, **facts}))
    states = {str(one.state) for one in checkup.claims if one.kind == "endorsement"}
    return states, [one for one in checkup.findings if one.rule == "endorsement-unproven"]


def mended(text, facts):
    (found,) = judged(text, facts)[1]
    return [text[: one.start] + one.text + text[one.end :] for one in found.mends]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Getest door de Consumentenbond: beste koop.", KAMPIOEN),
        ("Testwinnaar bij Stiftung Warentest!", KAMPIOEN),
        ("Getest door Fietsmagazine, cijfer 6,2.", KAMPIOEN),
        ("Wij hebben het Thuiswinkel Waarborg.", FIETSVAKMAN),
        ("Ons katoen is gecertificeerd volgens GOTS.", FIETSVAKMAN),
        ("Onze kaas won goud op de streekkeuring in Gouda.", KAMPIOEN),
        ("Our bike came out on top in the Consumer Reports test.", KAMPIOEN),
        ("Tested by Which?: 6.2.", KAMPIOEN),
        ("Official dealer of Gazelle.", FIETSVAKMAN),
        ("As seen on Channel 4.", RTL),
        ("In Trouw van 2 oktober stond een stuk over onze smid.", RTL),
    ],
)
def test_a_paper_of_another_proves_nothing(text, facts):
    states, findings = judged(text, facts)
    assert states == {"unknown"}
    assert findings


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Getest in de Kampioen van de ANWB, cijfer 6,2.", KAMPIOEN),
        ("Getest door de Consumentenbond, cijfer 8,1.", GIDS),
        ("Getest in nummer 9, cijfer 8,1.", GIDS),
        ("Tested in ANWB Kampioen: 6.2.", KAMPIOEN),
        ("Third of nine in the Which? test.", WHICH),
        ("Wij hebben het keurmerk Fietsvakman.", FIETSVAKMAN),
        ("Wij hebben een keurmerk.", FIETSVAKMAN),
        ("We are a certified shop.", FIETSVAKMAN),
        ("As seen on RTL 4.", RTL),
        ("Zoals gezien op tv.", RTL),
        ("Onze Gazelle is best getest.", {"tests": [{"name": "ANWB Kampioen", "result": "beste koop"}]}),
        (
            "Our pannier, the Gazelle, came best in test.",
            {"tests": [{"name": "Which?", "result": "best buy"}]},
        ),
        (
            "Onze kaas won goud op de streekkeuring in Gouda.",
            {"tests": [{"name": "Streekkeuring", "result": "goud"}]},
        ),
    ],
)
def test_its_own_paper_proves_it(text, facts):
    states, findings = judged(text, facts)
    assert states == {"proven"}
    assert not findings


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Getest in de Consumentengids: 8,9.", GIDS),
        ("De Consumentenbond gaf ons een 9.", GIDS),
        ("Best in test in Which?", WHICH),
        ("Tested in Consumentengids: 9.3 out of 10.", GIDS),
        ("Best getest in de Kampioen, cijfer 6,2.", KAMPIOEN),
        ("Which? scored it 91%.", {"tests": [{"name": "Which?", "result": "72%"}]}),
    ],
)
def test_another_result_than_is_on_file_is_false(text, facts):
    states, findings = judged(text, facts)
    assert states == {"contradicted"}
    assert facts["tests"][0]["result"] in findings[0].message


def test_a_wrong_mark_is_mended_with_the_one_on_file():
    assert "Getest in de Consumentengids: 8,1." in mended("Getest in de Consumentengids: 8,9.", GIDS)
    assert "Tested in Consumentengids: 8.1." in mended("Tested in Consumentengids: 9.3.", GIDS)


@pytest.mark.parametrize(
    "text",
    [
        "Best getest door de Consumentenbond: 8,1.",
        "Getest in de Consumentengids: 8,1.",
        "Biologisch katoen, GOTS gecertificeerd.",
        "Dermatologist-approved saddle cream.",
        "Best in test in Which?",
        "Tested by the Consumers' Association: eight out of ten.",
        "Our pannier is a Which? Best Buy.",
        "Zadelzalf, aanbevolen door dierenartsen.",
    ],
)
def test_no_mend_leaves_the_claim_standing_without_its_word(text):
    assert mended(text, {}) == []


def test_a_claim_goes_with_the_one_who_made_it():
    text = "Kom passen. Best getest door de Consumentenbond: 8,1. De koffie is bruin."
    assert mended(text, {}) == ["Kom passen. De koffie is bruin."]
    text = "Tested by Which?: 8.1. Come and try the new saddle."
    assert mended(text, {}) == ["Come and try the new saddle."]


@pytest.mark.parametrize(
    "text",
    [
        "Wij zijn trots op ons team, onze winkel en onze passie.",
        "We are proud of our team, our shop and our passion.",
        "Gezien bij ons in de winkel: een egel.",
        "Seen at our shop: a hedgehog.",
    ],
)
def test_who_speaks_of_themselves_lends_no_authority(text):
    assert judged(text, {}) == (set(), [])
