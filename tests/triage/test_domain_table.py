"""The examples with which the desk explains its own labels: each gets the label that it stands for."""

import pytest

from toonbank.triage import triage

EXAMPLES = {
    "danger": (
        "Mijn dochter heeft zich aan dat speeltje gesneden.",
        "De lader begon te roken.",
        "Er zat glas in de jam.",
        "De kinderstoel brak met haar erin.",
        "Mijn hand is verbrand aan de kachelklep.",
        "The bottle burst in my hand.",
        "My son had a reaction to the cream.",
        "There was glass in the jam.",
        "The high chair broke with her in it.",
        "The stove flap burned my hand.",
    ),
    "legal-press": (
        "Ik stap naar de geschillencommissie.",
        "Verwijder mijn gegevens.",
        "Please send all data you hold on me.",
        "Journalist here, can you comment?",
    ),
    "complaint-blame": (
        "Jullie lichten mensen op.",
        "Jullie doen dit expres.",
        "Een stel bedriegers.",
        "Door jullie stond ik voor schut.",
        "You lied about the delivery date.",
        "You do this on purpose.",
        "A bunch of cheats.",
        "You made a fool of me.",
    ),
    "complaint-accusation": (
        "Jullie hebben de verkeerde maat gestuurd.",
        "Jullie zijn mijn retour kwijtgeraakt.",
        "Niemand heeft me teruggebeld.",
        "Er is te veel afgeschreven.",
        "You sent the wrong size.",
        "You lost my return.",
        "Nobody called me back.",
        "You charged me too much.",
    ),
    "complaint-disapproval": (
        "Jammer dat het zo lang duurt.",
        "Had meer verwacht van zo'n dure pan.",
        "Niet blij mee.",
        "Dit kan beter, mensen.",
        "Disappointed with how long this takes.",
        "Expected more of a pan this dear.",
        "Not happy with it.",
        "You can do better, people.",
    ),
    "complaint-implicit": (
        "Mijn pakket is er nog niet.",
        "Dag 6, nog geen bezorger gezien.",
        "De deksel sluit niet.",
        "Kreeg twee linkerschoenen.",
        "Parcel still has not arrived.",
        "The lid does not close.",
        "Got two left shoes.",
    ),
    "doubt": ("Zeven stuks? Vorige week ook al.", "Is that really the last one?"),
    "question": ("Valt deze jas groot?", "Does this run large?"),
    "criticism": ("Zet de maten er even bij.", "A size chart would help."),
    "compliment": ("Top geholpen!", "Great help today!"),
    "chat": ("Even neuzen bij jullie :)", "Popped in for a look."),
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in EXAMPLES.items() for text in texts]
)
def test_an_example_of_a_label_gets_that_label(kind, text):
    assert triage(text).kind == kind


def test_a_silent_courier_is_taken_for_the_graver_level():
    """The table calls it implicit; in doubt the higher level is taken."""
    assert triage("Day 6 and no courier yet.").kind in ("complaint-implicit", "complaint-accusation")
