"""The post asks for reviews in a way that lets only praise through."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

MESSAGES = {
    "reward": (
        "Een review met een beloning erbij is geen eerlijke review.",
        "A review with a reward is no honest review.",
    ),
    "praise": ("Dit vraagt alleen om lof.", "This asks for praise only."),
    "pleased": (
        "Dit stuurt alleen tevreden klanten naar de reviews.",
        "This sends only satisfied customers to the reviews.",
    ),
    "change": (
        "Een klant vragen haar oordeel te veranderen of weg te halen, mag niet.",
        "Asking a customer to change or take down what she wrote is not allowed.",
    ),
}
HONEST = (
    "Wat vond je ervan? Goed of minder goed, we lezen het graag.",
    "How was it for you? Good or less good, we read it all.",
)


def lets_only_praise_through(hearing: Hearing) -> Iterator[Trouble]:
    """Reviews for a reward, of the happy ones only, positive ones only, or taken down for a benefit."""
    for asking in hearing.of("gating"):
        end = asking.end
        whole = asking.sense in ("reward", "pleased")
        last = _last(hearing, asking) if whole else end
        mend = put(hearing.look.reading, asking.start, last, hearing.say(*HONEST))
        yield about(asking, hearing.say(*MESSAGES[asking.sense]), (mend,))


SIGNED = late(
    r"\W*(?:\^|[–—-] ?[A-Z]|(?i:groet\w*|hartelijke? groet\w*|met vriendelijke|liefs|regards|kind regards|best wishes|love,|team )(?!\w))"
)
SHORT = 4  # words; a name of so few after the last stop signs


def _last(hearing: Hearing, asking: Noticed) -> int:
    """Where the words on the review end: before who signs."""
    last = asking.end
    for sentence in hearing.look.reading.sentences:
        if sentence.start < asking.end:
            continue
        if SIGNED.match(sentence.text) or (len(sentence.tokens) < SHORT and sentence.text.istitle()):
            break
        last = sentence.end
    signed = TAIL.search(hearing.look.reading.text, asking.start, last)
    return signed.start() if signed else last


TAIL = late(r"\s+\^\w{1,4}\W*\Z|\s+[–—-] ?[A-Z][a-z]+\W*\Z")

RULE = Rule(
    slug="review-gating",
    title={"nl": "Alleen om lof vragen", "en": "Asking for praise only"},
    why={
        "nl": "Een oordeel dat je koopt of uitkiest, zegt de volgende klant niets. Van een slechte review leer je het meest.",
        "en": "A view that you buy or pick tells the next customer nothing. A bad review teaches you most.",
    },
    source=("S1.2.7", "S2.4.2"),
    base="UCPD Annex I 23c; Google review policy",
    severity=Severity.BLOCK,
    fix={
        "nl": "Vraag iedereen om een eerlijke mening, zonder beloning.",
        "en": "Ask everyone for an honest view, no reward.",
    },
    wrong=(
        Example("Vijf sterren? Dan ligt er een bon van 5 euro klaar."),
        Example("Alleen tevreden? Laat een review achter. Niet tevreden? Mail ons."),
        Example("Haal je 2 sterren weg, dan krijg je je geld terug."),
        Example("Five stars? A 5 euro voucher awaits.", lang="en"),
        Example("Happy? Leave a review. Not happy? Mail us.", lang="en"),
        Example("Take down the 2 stars and you get your money back.", lang="en"),
    ),
    right=(
        Example("Wat vond je ervan? Goed of minder goed, we lezen het graag."),
        Example("Heb je iets gekocht, dan mag je het hier beoordelen."),
        Example("Dank voor je eerlijke review, we pakken het punt op."),
        Example("How was it for you? Good or less good, we read it all.", lang="en"),
        Example("Bought something? You can rate it here.", lang="en"),
        Example("Thanks for the honest review, we will act on it.", lang="en"),
    ),
    check=lets_only_praise_through,
    hears=frozenset({"gating"}),
    applies_to=("post", "reply"),
    misses={
        "nl": "Een ruil die niet review of sterren heet: “Een lief woord online en de koffie staat "
        "klaar.” Wie de vraag alleen aan tevreden klanten stuurt, laat dat in de tekst niet "
        "zien.",
        "en": "A trade that is not called review or stars: “A kind word online and the coffee is "
        "ready.” Who sends the question to happy customers only does not show it in the text.",
    },
)
