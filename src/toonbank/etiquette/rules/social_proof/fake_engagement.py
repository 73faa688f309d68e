"""The shop buys or trades followers, likes or reviews, or plays its own customer."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

MESSAGES = {
    "buy": (
        "Gekochte volgers, likes of reviews bedriegen je klanten, en het is verboden.",
        "Bought followers, likes or reviews deceive your customers, and they are forbidden.",
    ),
    "price": (
        "Gekochte volgers, likes of reviews bedriegen je klanten, en het is verboden.",
        "Bought followers, likes or reviews deceive your customers, and they are forbidden.",
    ),
    "trade": (
        "Geruilde volgers of likes zijn geen waardering.",
        "Traded followers or likes are no appreciation.",
    ),
    "follow": (
        "Volgen om gevolgd te worden is ruilhandel, geen belangstelling.",
        "Following to be followed is a trade, not interest.",
    ),
    "pose": (
        "Wie bij de winkel hoort, spreekt niet als klant.",
        "Who belongs to the shop does not speak as a customer.",
    ),
}


def makes_itself_look_liked(hearing: Hearing) -> Iterator[Trouble]:
    """Bought, traded and fake appreciation, in a post or as a goal, and praise by the shop in a customer's voice."""
    for fake in hearing.of("fakery"):
        mend = without_sentence(hearing.look.reading, fake.sentence)
        yield about(fake, hearing.say(*MESSAGES[fake.sense]), (mend,) if mend else ())


_OWNER = {"author": {"name": "Noor"}, "people": [{"name": "Noor", "role": "staff"}]}

RULE = Rule(
    slug="fake-engagement",
    title={"nl": "Nagemaakte waardering", "en": "Fake appreciation"},
    why={
        "nl": "Een gekochte volger koopt niets en vertelt niets door. Wie erachter komt, gelooft de rest ook niet meer.",
        "en": "A bought follower buys nothing and tells nobody. Who finds out no longer believes the rest either.",
    },
    source=("S1.2.7", "S2.4.2"),
    base="UCPD Annex I 22, 23c; BW 6:193g",
    severity=Severity.BLOCK,
    fix={
        "nl": "Stop; verwijder nepvolgers en zeg eerlijk wie je bent.",
        "en": "Stop; remove fake followers and say who you are.",
    },
    wrong=(
        Example("Doel: 2.000 volgers inkopen.", kind="goal"),
        Example("Volg ons, dan volgen wij jou!"),
        Example("Als klant kan ik deze winkel aanraden.", _OWNER),
        Example("Goal: buy 2,000 followers.", lang="en", kind="goal"),
        Example("Follow us and we follow you!", lang="en"),
        Example("As a customer I recommend this shop.", _OWNER, "en"),
    ),
    right=(
        Example("Ik ben Joke van de winkel en dit vind ik zelf een fijne pan."),
        Example("We volgen makers uit de buurt."),
        Example("Doel: elke vraag binnen vier uur beantwoord.", kind="goal"),
        Example("I am Joke from the shop and I like this pan myself.", lang="en"),
        Example("We follow makers near us.", lang="en"),
        Example("Goal: every question answered in four hours.", lang="en", kind="goal"),
    ),
    check=makes_itself_look_liked,
    hears=frozenset({"fakery"}),
    applies_to=("post", "goal", "account"),
    misses={
        "nl": "Een sprong in het aantal volgers en gelijke lof van meerdere accounts ziet deze regel niet: daarvoor zijn geen gegevens.",
        "en": "A jump in followers and the same praise from several accounts are not seen: there are no facts for them.",
    },
)
