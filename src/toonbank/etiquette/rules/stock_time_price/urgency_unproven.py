"""The post presses for time, and no promotion with an end is behind it."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.mends.cutting import without_haste
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about


def presses_without_an_end(hearing: Hearing) -> Iterator[Trouble]:
    """Pushes of time without a linked promotion, or with one that has no end date."""
    for claim in hearing.unknown("urgency"):
        if not claim.is_pressing and claim.because != "no_end":
            continue  # "opruiming tot zaterdag": a date said calmly tells, and does not push
        if claim.because == "no_end":
            message = hearing.say("Deze actie heeft geen einddatum.", "This promotion has no end date.")
        else:
            message = hearing.say(
                "Er is geen actie gekoppeld waar dit einde in staat.", "No promotion with this end is linked."
            )
        yield about(
            claim, message, without_haste(hearing.look.reading, claim.sentence, claim.start, claim.end)
        )


def _offer(ends: str) -> dict[str, object]:
    campaign = {"ref": "c1", "offer": "winter", "starts": "2026-11-14", "ends": ends}
    return {"now": "2026-11-21T10:00:00+01:00", "campaigns": [campaign]}


_DELIVERY = {
    "now": "2026-11-28T10:00:00+01:00",
    "proofs": [{"claim": "levertijd", "basis": "afspraak met de bezorger", "valid_until": "2026-12-31"}],
}

RULE = Rule(
    slug="urgency-unproven",
    title={"nl": "Haast zonder reden", "en": "Haste without a reason"},
    why={
        "nl": "Haast helpt alleen een lezer die er iets mee kan: een datum. Haast zonder datum is duwen.",
        "en": "Haste only helps a reader who can use it: a date. Haste without a date is pushing.",
    },
    source=("S1.1.3", "S1.1.5"),
    base="UCPD art. 6, 12; Annex I no. 7",
    severity=Severity.WARN,
    fix={"nl": "Koppel de actie met een einddatum.", "en": "Link the promotion with an end date."},
    wrong=(
        Example("Wees er snel bij, dit duurt niet lang."),
        Example("Nu of nooit voor deze fiets."),
        Example("Tijdelijk goedkoper!"),
        Example("Be quick, this will not last.", lang="en"),
        Example("Now or never for this bike.", lang="en"),
        Example("Cheaper for a limited time!", lang="en"),
    ),
    right=(
        Example("Goedkoper tot en met 3 december, daarna weer 59 euro.", _offer("2026-12-03")),
        Example("Bestel voor dinsdag 17 uur, dan is het er met Sinterklaas.", _DELIVERY),
        Example("Geen haast: dit artikel blijft."),
        Example("Lower until 3 December, then back to 59 euro.", _offer("2026-12-03"), "en"),
        Example("Order before Tuesday 5 pm to have it for the holiday.", _DELIVERY, "en"),
        Example("No rush: this item stays.", lang="en"),
    ),
    check=presses_without_an_end,
    hears=frozenset({"urgency"}),
    applies_to=("post",),
    misses={
        "nl": "Haast die alleen wordt aangeduid: “Straks hangt er een ander bordje bij.”",
        "en": "Haste that is only hinted at: “There will be another sign there soon.”",
    },
)
