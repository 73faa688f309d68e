"""The post sets the shop or its goods above all others, and has nothing to show for it."""

from collections.abc import Iterator
from dataclasses import replace

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

MESSAGES = {
    "no_proof": ("Dit is meer dan je kunt laten zien.", "This is more than you can show."),
    "expired": ("Het bewijs hiervoor is verlopen.", "The proof of this has expired."),
}
PLAY = (
    "Dit neemt niemand letterlijk; een feit overtuigt meer.",
    "Nobody takes this literally; a fact convinces more.",
)


def stands_above_all_without_proof(hearing: Hearing) -> Iterator[Trouble]:
    """Cheapest, first, only, number one, guaranteed, with no valid proof; plain puffery is only a hint."""
    for claim in hearing.of("superlative"):
        if claim.state is ClaimState.PROVEN:
            continue
        is_play = claim.sense == "puff"
        message = hearing.say(*(PLAY if is_play else MESSAGES[claim.because]))
        mend = without_sentence(hearing.look.reading, claim.sentence)
        trouble = about(claim, message, mends=(mend,) if mend else ())
        yield replace(trouble, severity=Severity.ADVISE) if is_play else trouble


_LIST = {"proofs": [{"claim": "1.140 kleuren garen", "basis": "voorraadlijst"}]}
_LIST_EN = {"proofs": [{"claim": "1,140 shades of yarn", "basis": "stock list"}]}
_DEED = {"proofs": [{"claim": "sinds 1931 in dezelfde straat", "basis": "akte"}]}
_DEED_EN = {"proofs": [{"claim": "in the same street since 1931", "basis": "deed"}]}

RULE = Rule(
    slug="superlative-unproven",
    title={"nl": "De beste, zonder bewijs", "en": "The best, without proof"},
    why={
        "nl": "Iedereen noemt zich de beste. Het feit erachter is van jou alleen.",
        "en": "Everybody says to be the best. The fact behind it is yours alone.",
    },
    source=("S1.5.5", "S2.4.2"),
    base="UCPD art. 6, 12, 5(3); BW 6:193b(4), 6:194a",
    severity=Severity.WARN,
    fix={"nl": "Noem het feit erachter.", "en": "Name the fact behind it."},
    wrong=(
        Example("De goedkoopste fietsenzaak van Nederland."),
        Example("Nergens vind je een groter assortiment garen."),
        Example("Gegarandeerd het stilste toetsenbord."),
        Example("The cheapest bike shop in the country.", lang="en"),
        Example("Nowhere will you find more yarn.", lang="en"),
        Example("Guaranteed the quietest keyboard.", lang="en"),
    ),
    right=(
        Example("1.140 kleuren garen op voorraad.", _LIST),
        Example("Mijn persoonlijke favoriet dit najaar."),
        Example("Sinds 1931 in dezelfde straat.", _DEED),
        Example("1,140 shades of yarn in stock.", _LIST_EN, "en"),
        Example("My personal favourite this autumn.", lang="en"),
        Example("In the same street since 1931.", _DEED_EN, "en"),
    ),
    check=stands_above_all_without_proof,
    hears=frozenset({"superlative"}),
    applies_to=("post",),
    misses={
        "nl": "Een overtreffing in beeldspraak: “Andere kazen lezen dit liever niet.” Ook: “Na deze "
        "kaas is er geen weg terug.”",
        "en": "A superlative as a figure of speech: “Other cheeses had better not read this.” Also: "
        "“After this cheese there is no way back.”",
    },
)
