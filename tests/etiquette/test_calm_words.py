"""Texts that once were stopped for nothing: they count, iron, compare or name a day, and push nobody."""

import pytest

from toonbank.etiquette import Draft, check
from toonbank.etiquette.finding import Severity


@pytest.mark.parametrize(
    "text",
    [
        "Strijk de ene helft in en de rest tussen twee lagen.",
        "Twijfel je, neem dan je oude jas mee; die meten we na.",
        "Drie boeken over voetbal die geen fan hoeven.",
        "Everyone gets a seed bag today, we have 200.",
        "Tuesday is sharpening day: bring your knife, done while you wait.",
        "Dit hebben klanten ons geleerd.",
        "We would take the 20 euro brush over the 45 euro one.",
        "The green one left this morning.",
        "Reviews komen van kopers; we koppelen ze aan een bestelnummer.",
        "My teacher in Mysore was 81 and could outbalance a flamingo.",
        "Battery in the score app went from 60 to 4 percent in one game",
        "Best of luck to the Lady Bulldogs at regionals Friday!",
        "Best of three, then best of five, then we go home.",
        "Our Karen's passed her driving test, fifth time, lock up your walls.",
        "Gluten free? The blonde is, the rest aren't.",
        "Heb jij je telefoon weleens in de wasmachine gehad? Vertel!",
        "Ik ben de slechtste inpakker van het zuiden, sorry voor de plakbandbollen!",
        "World's slowest bottling line, that's ours, it's Gary and a stool.",
    ],
)
def test_calm_words_stop_no_post(text: str):
    assert [one.rule for one in check(Draft(text)).findings if one.severity >= Severity.WARN] == []


@pytest.mark.parametrize(
    "text", ["Opruiming in de achterzaal, tot zaterdag.", "Clearance in the back room until Saturday."]
)
def test_a_day_said_calmly_is_a_claim_but_no_push(text: str):
    checkup = check(Draft(text))
    assert "urgency" in {claim.kind for claim in checkup.claims}
    assert "urgency-unproven" not in {one.rule for one in checkup.findings}
