"""The post names, tags, describes or quotes a customer who did not say yes to that."""

from collections.abc import Iterator

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.finding import Severity, Ways
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.mends.people import anonymous
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

REASONS = {
    "withdrawn": ("De toestemming is ingetrokken.", "The consent was withdrawn."),
    "expired": ("De toestemming is verlopen.", "The consent has ended."),
    "other_use": ("De toestemming geldt niet hiervoor.", "The consent does not cover this."),
    "other_network": ("De toestemming geldt niet voor dit kanaal.", "The consent is not for this network."),
    "namesakes": (
        "Meer mensen in je register heten zo, en niet van iedereen is er een ja.",
        "More people on file have this name, and not all of them said yes.",
    ),
    "maker": (
        "Levert dit iemand aan de winkel? Zet die dan als leverancier bij de mensen. Een klant noem je alleen met toestemming.",
        "Is this a supplier? Then put them among the people as one. A customer is named only with consent.",
    ),
    "minor": ("Voor een kind moet een ouder ja zeggen.", "For a child a parent must say yes."),
}


def names_without_consent(hearing: Hearing) -> Iterator[Trouble]:
    """People who can be known from the text, without a consent that holds for this use, network and moment."""
    for person in hearing.of("person"):
        if person.state is not ClaimState.PROVEN and person.sense != "vague":
            mends = () if person.because == "maker" else Ways(anonymous, hearing.look, person)
            yield about(person, _message(hearing, person), mends)
    for words in hearing.of("quote"):
        if words.because in REASONS or words.because == "no_consent":
            mend = without_sentence(hearing.look.reading, words.sentence)
            yield about(words, _message(hearing, words), (mend,) if mend else ())


def _message(hearing: Hearing, person: Noticed) -> str:
    if person.because in REASONS:
        return hearing.say(*REASONS[person.because])
    if person.sense == "described":
        return hearing.say(
            "Hieraan herkennen anderen wie dit is, en er is geen toestemming.",
            "Others can tell who this is, and there is no consent.",
        )
    if person.kind == "quote":
        return hearing.say("Geen toestemming om deze woorden te gebruiken.", "No consent to use these words.")
    return hearing.say("Geen toestemming om deze klant te noemen.", "No consent to name this customer.")


_MIRJAM = {
    "now": "2026-11-21T10:00:00+01:00",
    "people": [{"name": "Mirjam", "role": "customer", "consent": {"name": True, "until": "2027-12-31"}}],
}
_JAN = {
    "thread": {
        "public": True,
        "messages": [{"from": "customer", "name": "Jan", "text": "Kan hij in de was?"}],
    }
}

RULE = Rule(
    slug="consent-missing",
    title={"nl": "Geen toestemming om haar of hem te noemen", "en": "No consent to name this person"},
    why={
        "nl": "Aan de toonbank roep je ook niet rond wie wat kocht. Wie genoemd wordt, beslist daar zelf over.",
        "en": "At the counter you do not call out who bought what. Who is named decides about that.",
    },
    source=("S2.1.7", "S2.1.8", "S2.1.9"),
    base="GDPR art. 4(11), 5, 6, 7, 13, 17; UAVG",
    severity=Severity.BLOCK,
    fix={
        "nl": "Vraag eerst toestemming of maak het onherkenbaar.",
        "en": "Ask consent first or make it anonymous.",
    },
    wrong=(
        Example("Mevrouw Bakker uit de Dorpsstraat kocht hem vandaag!"),
        Example("@jan_de_w had weer eens spijt van zijn aankoop."),
        Example("Onze vaste klant met de rode auto is geslaagd."),
        Example("Mrs Baker from High Street bought it today!", lang="en"),
        Example("@john_d regretted his purchase again.", lang="en"),
        Example("Our regular with the red car passed his exam.", lang="en"),
    ),
    right=(
        Example("Een klant kocht hem vandaag voor haar kleinzoon."),
        Example("Met dank aan Mirjam, die dit mocht van ons delen.", _MIRJAM),
        Example("Hoi Jan, goede vraag.", _JAN, kind="reply"),
        Example("A customer bought it today for her grandson.", lang="en"),
        Example("Thanks to Mirjam, who let us share this.", _MIRJAM, "en"),
        Example("Hi Jan, good question.", _JAN, "en", "reply"),
    ),
    check=names_without_consent,
    hears=frozenset({"person", "quote"}),
    applies_to=("post", "repost", "reply"),
    misses={
        "nl": "Een voornaam zonder meer (“Femke was er ook.”) en een beschrijving in gewone woorden worden gemist; wie in het "
        "register staat, wordt op de volle naam wel gevonden.",
        "en": "A bare first name (“Femke came too.”) and a description in plain words are missed; who is on file is found by the "
        "full name.",
    },
)
