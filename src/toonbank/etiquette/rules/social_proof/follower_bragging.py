"""The post is about the shop's own followers, likes or reach."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about


def boasts_of_followers(hearing: Hearing) -> Iterator[Trouble]:
    """Boasts of the harvest on the networks; a wish for more is another rule's."""
    for boast in hearing.of("vanity"):
        if boast.sense == "brag":
            mend = without_sentence(hearing.look.reading, boast.sentence)
            message = hearing.say(
                "Dit gaat over jullie cijfers, niet over de lezer.",
                "This is about your figures, not about the reader.",
            )
            yield about(boast, message, (mend,) if mend else ())


RULE = Rule(
    slug="follower-bragging",
    title={"nl": "Pronken met volgers", "en": "Bragging about followers"},
    why={
        "nl": "Een aantal volgers helpt geen lezer. Wat ze je leerden wel.",
        "en": "A number of followers helps no reader. What they taught you does.",
    },
    source=("S1.2.2", "S1.2.7", "S2.4.9"),
    base=None,
    severity=Severity.WARN,
    fix={
        "nl": "Bedank iemand voor een concrete tip of vertel wat je leerde.",
        "en": "Thank someone for a real tip, or tell what you learned.",
    },
    wrong=(
        Example("Yes, de 5.000 volgers zijn aangetikt!"),
        Example("Wij zijn de meest gelikete bloemist van de streek."),
        Example("800 likes op onze vorige foto, kunnen jullie het geloven?"),
        Example("Yes, we hit 5,000 followers!", lang="en"),
        Example("We are the most liked florist around.", lang="en"),
        Example("800 likes on our last photo, can you believe it?", lang="en"),
    ),
    right=(
        Example("Dank voor alle wastips onder ons vorige bericht, dit zijn de drie beste."),
        Example("Jullie vroegen naar wol, dus hier is de uitleg."),
        Example("Vijf jaar open, en dit hebben klanten ons geleerd."),
        Example("Thanks for the washing tips under our last post, here are the best three.", lang="en"),
        Example("You asked about wool, so here is how it works.", lang="en"),
        Example("Five years open, and this is what customers taught us.", lang="en"),
    ),
    check=boasts_of_followers,
    hears=frozenset({"vanity"}),
    applies_to=("post",),
    misses={
        "nl": "Opscheppen zonder volgers of likes te noemen: “Vanmorgen stond er een extra nul "
        "achter onze naam.” Ook een schermafdruk van het aantal.",
        "en": "Bragging without the words followers or likes: “This morning there was an extra "
        "nought behind our name.” A screenshot of the number too.",
    },
)
