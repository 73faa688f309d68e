"""The text says what nobody would say to a customer at the counter."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.contempt import GRAVE
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

OF_SHOPS = frozenset({"shop", "sells", "rival"})


def is_said_behind_a_back(hearing: Hearing) -> Iterator[Trouble]:
    """Insults block; mockery, sneers and running down another shop warn. Names called in a reply: `blame-the-customer`."""
    scolded = {one.sentence.start for one in hearing.of("insult")}
    for contempt in hearing.of("contempt"):
        if contempt.sense == GRAVE and contempt.sentence.start in scolded:
            continue
        mend = without_sentence(hearing.look.reading, contempt.sentence)
        found = about(contempt, _message(hearing, contempt.sense), (mend,) if mend else ())
        severity = Severity.BLOCK if contempt.sense == GRAVE else None
        yield Trouble(found.message, found.start, found.end, mends=found.mends, severity=severity)


def _message(hearing: Hearing, sense: str) -> str:
    if sense == GRAVE:
        return hearing.say("Dit is een belediging.", "This is an insult.")
    if sense in OF_SHOPS:
        return hearing.say(
            "Hier wordt een andere winkel naar beneden gehaald. Zeg liever wat jij wel doet.",
            "This runs down another shop. Say what you do instead.",
        )
    return hearing.say(
        "Wie dit leest, kan denken dat je zo over klanten praat.",
        "Who reads this may think that you speak of customers like that.",
    )


RULE = Rule(
    slug="counter-test",
    title={"nl": "Zeg je niet aan de toonbank", "en": "Not said at the counter"},
    why={
        "nl": "Online leest iedereen mee, ook degene over wie het gaat.",
        "en": "Online everybody reads along, also the one whom it is about.",
    },
    source=("S2.1.2", "S2.1.6", "S2.1.4"),
    base="BW 6:194a (comparative advertising); conduct rules of the networks",
    severity=Severity.WARN,
    fix={
        "nl": "Zou je dit zo aan de toonbank zeggen?",
        "en": "Would you say this at the counter?",
    },
    wrong=(
        Example("Sommige klanten snappen echt niks van retourneren, haha."),
        Example("Bij die keten om de hoek kun je beter niet komen, rommel."),
        Example("Zeurkousen blijven thuis vandaag."),
        Example("Some customers really do not get returns, haha.", lang="en"),
        Example("Better avoid that chain round the corner, junk.", lang="en"),
        Example("Moaners stay home today.", lang="en"),
    ),
    right=(
        Example("Retour sturen? Zo werkt het in drie stappen."),
        Example("De winkel hiernaast heeft wel wat wij niet hebben."),
        Example("Mopperen mag, we luisteren."),
        Example("Returning? Here is how in three steps.", lang="en"),
        Example("The shop next door has what we lack.", lang="en"),
        Example("Grumbling allowed, we listen.", lang="en"),
    ),
    check=is_said_behind_a_back,
    hears=frozenset({"contempt"}),
    misses={
        "nl": "Ironie zonder een woord dat haar verraadt (“Fijn weer, die klant van vanmorgen.”) wordt gemist.",
        "en": "Irony without a word that gives it away (“Lovely, that customer this morning.”) is missed.",
    },
)
