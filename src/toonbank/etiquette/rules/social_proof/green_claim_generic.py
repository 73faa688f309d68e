"""The post calls the shop or its goods green in general words."""

from collections.abc import Iterator

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.mends.cutting import without_haste
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

MESSAGES = {
    "generic": (
        "Dit woord zegt niet wat er beter is, en hoeveel.",
        "This word does not say what is better, and how much.",
    ),
    "offset": (
        "Neutraal door compensatie mag je niet meer zeggen.",
        "Neutral by offsetting may no longer be said.",
    ),
    "expired": ("Het bewijs hiervoor is verlopen.", "The proof of this has expired."),
}


def calls_itself_green(hearing: Hearing) -> Iterator[Trouble]:
    """Generic green words without a share, a scheme or a valid proof; neutrality that rests on offsetting, always."""
    for claim in hearing.of("green"):
        if claim.state is not ClaimState.PROVEN and claim.because:
            mends = without_haste(hearing.look.reading, claim.sentence, claim.start, claim.end)
            yield about(claim, hearing.say(*MESSAGES[claim.because]), mends)


_OFFSET = {"proofs": [{"claim": "klimaatneutraal bezorgd", "basis": "gecompenseerd met bomen"}]}
_OFFSET_EN = {"proofs": [{"claim": "climate-neutral delivery", "basis": "offset with trees"}]}
_GRS = {"proofs": [{"claim": "80% gerecycled polyester", "basis": "GRS, leverancier X"}]}
_GRS_EN = {"proofs": [{"claim": "80% recycled polyester", "basis": "GRS, supplier X"}]}

RULE = Rule(
    slug="green-claim-generic",
    title={"nl": "Groen in algemene woorden", "en": "Green in general words"},
    why={
        "nl": "Wie echt iets beter doet, kan zeggen wat. De rest is groene verf.",
        "en": "Who really does better can say what. The rest is green paint.",
    },
    source=("S2.4.2",),
    base="UCPD Annex I 2a, 4a, 4b, 4c, 10a (Directive (EU) 2024/825)",
    severity=Severity.BLOCK,
    fix={
        "nl": "Zeg precies wat, welk deel en hoe je het weet.",
        "en": "Say exactly what, which part and how you know.",
    },
    wrong=(
        Example("Onze tassen zijn eco!"),
        Example("Klimaatneutraal bezorgd.", _OFFSET),
        Example("Kies bewust, kies groen, kies ons."),
        Example("Our bags are eco!", lang="en"),
        Example("Climate-neutral delivery.", _OFFSET_EN, "en"),
        Example("Choose consciously, choose green, choose us.", lang="en"),
    ),
    right=(
        Example("De buitenstof is 80% gerecycled polyester (GRS, leverancier X).", _GRS),
        Example("In de stad bezorgen we met de bakfiets."),
        Example("We repareren je tas voor 15 euro."),
        Example("The outer fabric is 80% recycled polyester (GRS, supplier X).", _GRS_EN, "en"),
        Example("In town we deliver by cargo bike.", lang="en"),
        Example("We mend your bag for 15 euro.", lang="en"),
    ),
    check=calls_itself_green,
    hears=frozenset({"green"}),
    applies_to=("post",),
    misses={
        "nl": "Een beeld in plaats van een woord: “Met deze tas is de ijsbeer blij.” Ook een groen "
        "blaadje of een wereldbol op de foto of op het etiket.",
        "en": "An image instead of a word: “This bag makes the polar bear happy.” Also a green leaf "
        "or a globe in the picture or on the label.",
    },
)
