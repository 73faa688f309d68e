"""The reply to a complaint holds no next step."""

from collections.abc import Iterator

from toonbank.etiquette.answering import is_heard_as_complaint, moves_on
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble


def offers_nothing(hearing: Hearing) -> Iterator[Trouble]:
    """A complaint that is not yet solved, answered without an action, a time, a person, a choice or a question.

    Where nothing is known of the thread, the reply's own words must show that it answers a complaint.
    """
    look = hearing.look
    if not look.reading.tokens or (look.facts.case is not None and look.facts.case.solved):
        return
    if not is_heard_as_complaint(hearing) or moves_on(hearing):
        return
    first = next(hearing.of("levity"), None)  # the joke outranks it: at the same place it is shown after that
    start, end = (first.start, first.end) if first else (None, None)
    message = hearing.say("Hier staat niet wat er nu gebeurt.", "This does not say what happens next.")
    yield Trouble(message, start, end)


RULE = Rule(
    slug="no-solution",
    title={"nl": "Geen stap verder", "en": "No next step"},
    why={
        "nl": "Medeleven zonder daad is een zoethoudertje. Wat het goedmaakt, weegt het zwaarst.",
        "en": "Sympathy without a deed is a sop. What puts it right weighs most.",
    },
    source=("S1.4.8", "S1.4.9", "S2.7.8"),
    base=None,
    severity=Severity.WARN,
    fix={"nl": "Zet erin: wat, wie, wanneer.", "en": "Add what, who, when."},
    wrong=(
        Example("Wat vervelend om te horen!", kind="reply"),
        Example("We geven het door.", kind="reply"),
        Example("Onze excuses voor het ongemak.", kind="reply"),
        Example("So sorry to hear that!", lang="en", kind="reply"),
        Example("We will pass it on.", lang="en", kind="reply"),
        Example("Apologies for the inconvenience.", lang="en", kind="reply"),
    ),
    right=(
        Example("Sorry Bas. Ik bel de bezorger nu en laat je voor 15 uur weten waar het is.", kind="reply"),
        Example("Wil je je geld terug of een nieuwe? Zeg het maar.", kind="reply"),
        Example("Ik leg een vervangend deel klaar, morgen in huis.", kind="reply"),
        Example(
            "Sorry Bas. I am calling the courier and will tell you before 3 pm.", lang="en", kind="reply"
        ),
        Example("Refund or replacement? Your choice.", lang="en", kind="reply"),
        Example("A spare part goes out, with you tomorrow.", lang="en", kind="reply"),
    ),
    check=offers_nothing,
    applies_to=("reply",),
    misses={
        "nl": "Een stap in heel ongewone woorden wordt niet als stap herkend; een vaag plan met een dag erbij wel.",
        "en": "A step in most unusual words is not seen as one; a vague plan with a day in it is.",
    },
)
