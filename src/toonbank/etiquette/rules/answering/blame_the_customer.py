"""The reply lays the fault with the customer, or calls names."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about


def blames(hearing: Hearing) -> Iterator[Trouble]:
    """A reproach to the reader, once a sentence; an insult blocks. Also without a thread."""
    said = set()
    for name in hearing.of("insult"):
        said.add(name.sentence.start)
        message = hearing.say("Dit is schelden op een klant.", "This is calling a customer names.")
        yield Trouble(message, name.start, name.end, severity=Severity.BLOCK)
    for one in hearing.of("blame"):
        if one.sentence.start not in said:
            said.add(one.sentence.start)
            yield about(
                one,
                hearing.say(
                    "Dit legt de schuld bij de klant, voor ieders ogen.",
                    "This lays the fault with the customer, for all to see.",
                ),
            )


RULE = Rule(
    slug="blame-the-customer",
    title={"nl": "De klant krijgt de schuld", "en": "Blaming the customer"},
    why={
        "nl": "Ook als de klant iets verkeerd deed: een verwijt lost niets op, en wie meeleest denkt aan zijn eigen beurt.",
        "en": "Even if the customer did something wrong: a reproach solves nothing, and who reads along thinks of their own turn.",
    },
    source=("S2.7.2", "S2.7.7"),
    base=None,
    severity=Severity.WARN,
    fix={
        "nl": "Beschrijf het probleem zonder jij-verwijt.",
        "en": "Describe the problem without accusing.",
    },
    wrong=(
        Example("Had u de maattabel maar moeten lezen.", kind="reply"),
        Example("Dan heb je hem verkeerd gewassen.", kind="reply"),
        Example("Eigen schuld, u was niet thuis.", kind="reply"),
        Example("You should have read the size chart.", lang="en", kind="reply"),
        Example("Then you washed it wrong.", lang="en", kind="reply"),
        Example("Your own fault for not being home.", lang="en", kind="reply"),
    ),
    right=(
        Example("De maattabel staat te verstopt, hier is hij.", kind="reply"),
        Example("Wol krimpt boven 30 graden; ik kijk of hij te redden is.", kind="reply"),
        Example("De bezorger trof niemand; zullen we een nieuw moment prikken?", kind="reply"),
        Example("The size chart is too hidden, here it is.", lang="en", kind="reply"),
        Example("Wool shrinks above 30 degrees; I will see if it can be saved.", lang="en", kind="reply"),
        Example("The courier found no one; shall we choose a new time?", lang="en", kind="reply"),
    ),
    check=blames,
    applies_to=("reply",),
    hears=frozenset({"blame", "insult"}),
    misses={
        "nl": "Een verwijt dat alleen tussen de regels staat: “Met een beetje opletten gaat die "
        "steel jaren mee.” Ook een vergelijking met anderen: “Tot nu toe lukte het iedereen "
        "behalve jou.”",
        "en": "A reproach that is only between the lines: “With a little care that handle lasts for "
        "years.” A comparison with others too: “It has worked for every customer so far "
        "except one.”",
    },
)
