"""A goal in likes, followers or reach, or a call to help reach such a number."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about


def wants_to_be_liked(hearing: Hearing) -> Iterator[Trouble]:
    """Goals and calls in the numbers of the networks, once a sentence."""
    past = -1
    for wish in hearing.of("goal"):
        if wish.start < past:
            continue
        past = wish.sentence.end
        mend = without_sentence(hearing.look.reading, wish.sentence)
        message = hearing.say(
            "Dit doel gaat over bijval, niet over helpen.", "This goal is about applause, not about helping."
        )
        yield about(wish, message, (mend,) if mend else ())


RULE = Rule(
    slug="vanity-goal",
    title={"nl": "Een doel in likes of volgers", "en": "A goal in likes or followers"},
    why={
        "nl": "Waar je op mikt, dat word je. Mik op beantwoorde vragen, dan komen de volgers vanzelf.",
        "en": "You become what you aim for. Aim for answered questions, and followers come by themselves.",
    },
    source=("S1.2.5", "S1.2.7"),
    base=None,
    severity=Severity.WARN,
    fix={"nl": "Kies een doel dat over hulp gaat.", "en": "Choose a goal about helping."},
    wrong=(
        Example("Doel kwartaal: 1.000 nieuwe likes.", kind="goal"),
        Example("Help je mee naar de 10.000?"),
        Example("Wie zorgt voor volger nummer 999?"),
        Example("Quarter goal: 1,000 new likes.", lang="en", kind="goal"),
        Example("Will you help us get to 10K?", lang="en"),
        Example("Who will be follower 999?", lang="en"),
    ),
    right=(
        Example("Doel: 95% van de vragen beantwoord.", kind="goal"),
        Example("Doel: tien advieskaarten over wandelschoenen.", kind="goal"),
        Example("Doel: klachten gemiddeld in twee dagen opgelost.", kind="goal"),
        Example("Goal: 95% of questions answered.", lang="en", kind="goal"),
        Example("Goal: ten advice cards on walking shoes.", lang="en", kind="goal"),
        Example("Goal: complaints solved in two days on average.", lang="en", kind="goal"),
    ),
    check=wants_to_be_liked,
    hears=frozenset({"goal"}),
    applies_to=("goal", "post"),
    misses={
        "nl": "Een doel in bekendheid dat geen volgers, likes of bereik noemt: “Dat iedereen in "
        "Zutphen ons kent.”",
        "en": "A goal in fame that names no followers, likes or reach: “Have everyone in Zutphen know us.”",
    },
)
