"""Help, advice or a gift is coupled to a request: a follow, a like, a review, a purchase."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about


def asks_something_back(hearing: Hearing) -> Iterator[Trouble]:
    """What was given was no gift after all."""
    for favour in hearing.of("favour"):
        mend = without_sentence(hearing.look.reading, favour.sentence)
        message = hearing.say(
            "Hulp met een wedervraag is geen hulp meer, maar een rekening.",
            "Help with something asked back is no help any more, but a bill.",
        )
        yield about(favour, message, (mend,) if mend else ())


RULE = Rule(
    slug="ask-return-favour",
    title={"nl": "Iets terugvragen voor hulp", "en": "Asking something back for help"},
    why={
        "nl": "Wie geeft zonder te vragen, wordt onthouden. Wie daarna toch de hand ophoudt, heeft niets gegeven.",
        "en": "Who gives without asking is remembered. Who then holds out a hand has given nothing.",
    },
    source=("S1.3.2", "S1.3.3"),
    base="Google and Meta review terms, when a review is asked",
    severity=Severity.WARN,
    fix={"nl": "Laat de wedervraag weg.", "en": "Leave out the return request."},
    wrong=(
        Example("Graag gedaan! Een likeje terug zou leuk zijn."),
        Example("Gratis tip gehad? Dan mag je ons wel volgen."),
        Example("Wij hielpen je uit de brand, koop je de volgende dus bij ons?"),
        Example("You are welcome! A like back would be nice.", lang="en"),
        Example("Got a free tip? Then you may follow us.", lang="en"),
        Example("We bailed you out, so buy the next one here?", lang="en"),
    ),
    right=(
        Example("Graag gedaan, en veel plezier ermee."),
        Example("Lukt het niet, dan hoor ik het graag."),
        Example("Neem de tip mee, waar je ook koopt."),
        Example("You are welcome, enjoy it.", lang="en"),
        Example("If it does not work, let me know.", lang="en"),
        Example("Take the tip along, wherever you buy.", lang="en"),
    ),
    check=asks_something_back,
    hears=frozenset({"favour"}),
    misses={
        "nl": "Een wederdienst die nergens zo heet: “Wij dachten aan jou, denk jij aan ons?”",
        "en": "A favour in return that is not called one: “We thought of you, will you think of us?”",
    },
)
