"""The post leans on a known face, a medium, a test, a mark or "experts", and nothing of it is on file."""

from collections.abc import Iterator

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.authority import without_authority
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

MESSAGES = {
    "no_record": ("Hiervan is niets vastgelegd.", "Nothing of this is on file."),
    "expert": ("Niemand weet welke deskundigen dit zijn.", "Nobody can tell which experts these are."),
    "expired": ("Wat hierover is vastgelegd, is verlopen.", "What is on file about this has expired."),
    "result": ("Op dossier staat een andere uitslag.", "The result on file is another one."),
    "no_permission": ("Er is geen toestemming om dit te gebruiken.", "There is no permission to use this."),
}


def leans_on_what_is_not_on_file(hearing: Hearing) -> Iterator[Trouble]:
    """Borrowed authority without a record, with one that ran out, or without permission."""
    for borrowed in hearing.of("endorsement"):
        if borrowed.state is not ClaimState.PROVEN and borrowed.because in MESSAGES:
            mends = without_authority(hearing.look, borrowed)
            yield about(borrowed, _message(hearing, borrowed), mends)


def _message(hearing: Hearing, borrowed: Noticed) -> str:
    if borrowed.because == "result" and borrowed.evidence:
        shown = borrowed.evidence[0].shown[hearing.lang]
        return hearing.say(f"Op dossier staat: {shown}.", f"On file is: {shown}.")
    return hearing.say(*MESSAGES[borrowed.because])


_NOW = "2026-11-21T10:00:00+01:00"
_PAPER = {"now": _NOW, "endorsements": [{"who": "Trouw", "what": "artikel, 2 oktober", "permission": True}]}
_TEST = {"now": _NOW, "tests": [{"name": "nummer 9", "result": "8,1", "licence_until": "2027-06-30"}]}
_MARK = {"now": _NOW, "marks": [{"name": "keurmerk", "valid_until": "2027-03-31"}]}
_EXPIRED = {"now": _NOW, "marks": [{"name": "Waarborg", "valid_until": "2026-06-30"}]}
_NO_TEST = {"now": _NOW, "tests": []}

RULE = Rule(
    slug="endorsement-unproven",
    title={"nl": "Gezag dat niet is vastgelegd", "en": "Authority that is not on file"},
    why={
        "nl": "Wie zich op een ander beroept, vraagt vertrouwen voor die ander. Laat dan zien dat het klopt en mag.",
        "en": "Who leans on somebody else asks for trust in that name. Then show that it is so, and allowed.",
    },
    source=("S1.5.1", "S1.5.3", "S2.4.2"),
    base="UCPD Annex I 2 and 4; BW 6:193g; Auteurswet art. 21",
    severity=Severity.BLOCK,
    fix={
        "nl": "Leg bron, datum en toestemming vast of haal het weg.",
        "en": "Record source, date and permission, or remove it.",
    },
    wrong=(
        Example("Ook de koningin draagt dit merk."),
        Example("Uit de bus gekomen als winnaar bij de bond.", _NO_TEST),
        Example("Wij hebben het waarborgkeurmerk.", _EXPIRED),
        Example("The queen wears this brand too.", lang="en"),
        Example("Came out on top with the consumer union.", _NO_TEST, "en"),
        Example("We hold the trust mark.", _EXPIRED, "en"),
    ),
    right=(
        Example("In Trouw van 2 oktober stond een stuk over onze smid.", _PAPER),
        Example("Getest in nummer 9, cijfer 8,1.", _TEST),
        Example("Lid van het keurmerk tot maart 2027.", _MARK),
        Example("Trouw of 2 October ran a piece on our smith.", _PAPER, "en"),
        Example("Tested in issue 9, score 8.1.", _TEST, "en"),
        Example("Trust mark member until March 2027.", _MARK, "en"),
    ),
    check=leans_on_what_is_not_on_file,
    hears=frozenset({"endorsement"}),
    applies_to=("post",),
    misses={
        "nl": "Een bekende met alleen een voornaam (“Emma loopt er ook in.”) wordt niet als bekend herkend.",
        "en": "A known person by first name only (“Emma wears it too.”) is not taken for a known person.",
    },
)
