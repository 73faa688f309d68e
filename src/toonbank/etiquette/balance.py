"""Giving, asking and talking: what a post is for."""

# ruff: noqa: E501 - lists of words are easier to look over in long lines

from typing import Literal

from toonbank.etiquette.late import late
from toonbank.language.reading import fold

Purpose = Literal["give", "ask", "talk"]
PURPOSES: tuple[Purpose, ...] = ("give", "ask", "talk")

# A request for money, a visit to the till, a follow or a like.
ASKS = late(
    r"(?<!\w)(?:koop|koopt|kopen|bestel|bestellen|reserveer|boek (?:nu|snel|je|een)|shop (?:nu|now|online|hier|here|the|de)|scoor|profiteer|"
    r"buy|order (?:now|yours|today|online|here|it|them)|book (?:now|your|a place)|pre-?order|grab|get yours|treat yourself|subscribe|"
    r"schrijf je in|meld je aan|sign up|word (?:lid|vriend)|aanbieding\w*|actie|acties|korting\w*|kortingscode|uitverkoop|opruiming|sale|"
    r"solden|discount\w*|offer|offers|deal|deals|special|clearance|promo\w*|voucher|cadeaubon|black friday|2e gratis|tweede gratis|"
    r"half price|halve prijs|op ?= ?op|laatste kans|last chance|nu (?:te koop|verkrijgbaar|voor|maar|slechts)|te koop|for sale|verkrijgbaar|"
    r"now (?:available|in store|only|just|for)|available now|in de webshop|in onze (?:web)?shop|in our (?:web)?shop|in store now|link in bio|"
    r"volg (?:ons|mij)|follow us|like (?:en|and|deze|dit|this|onze|our)|deel (?:dit|deze)|share this|tag (?:een|je|a|your)|laat een review|"
    r"leave (?:us )?a review|(?:schrijf|geef) (?:ons )?een (?:review|recensie|like)|(?:stem|vote) (?:op|for)|voor maar|for only|from only|"
    r"vanaf (?:€|maar|slechts)|mis (?:het|hem|ze|dit) niet|don['’]?t miss|haal (?:hem|ze|nu|snel)|kom (?:snel|gauw|nu) (?:langs|kopen|halen))(?!\w)"
)
PRICE = late(
    r"€ ?\d|\d (?:euro|eur)(?!\w)|\d ?(?:,-|,–|,—)|£ ?\d|-\d{1,2} ?%|\d{1,2} ?(?:%|procent|percent) (?:korting|off|discount)"
)
# Something of use without going to the till: how to, steps, tips, an answer, hours, news of what is free.
GIVES = late(
    r"(?<!\w)(?:tip|tips|zo (?:\w+ )?(?:je|jij|haal|maak|zet|doe|krijg|houd|bewaar|was|repareer|vul|kies|werkt|lang|voorkom)|hoe (?:je|kies|maak|krijg|was|"
    r"houd|voorkom|herken)|how (?:to|you|do you|we)|here['’]?s how|here is how|this is how|in (?:drie|vier|vijf|zes|three|four|five|six|\d) "
    r"(?:stappen|steps)|stap (?:\d|een|voor)|step (?:\d|one|by)|stappenplan|handleiding|uitleg|guide|recept|recipe|antwoord\w*|answer\w*|"
    r"vroeg\w*|vraagt|asked|vaak gevraagd|often asked|wist je|did you know|weetje|let op|mind the|vergeet niet (?:om|de|het|je)|"
    r"gebruik|use (?:a|an|the|old|warm|cold)|strijk|smeer|week|spoel|droog|snij|knip|prik|vet|oil|iron|soak|rinse|dry|store it|keep it|wash|prune|"
    r"gratis (?:workshop|inloop|advies|reparatie|uitleg|lezing|boek|download|patroon)|free (?:workshop|advice|repair|talk|download|pattern)|"
    r"openingstijd\w*|opening hours|open (?:tot|van|op|until|from|on)|(?:zijn|gaan) (?:we|wij|wij)? ?(?:dicht|gesloten|open)|we are (?:closed|open)|"
    r"closed (?:on|tomorrow|today|from|until)|gesloten|waarschuwing|teruggeroepen|recall\w*|warning)(?!\w)"
)
STARTS_WITH_ADVICE = late(
    r"\W*(?:leg|zet|doe|haal|maak|houd|laat|kies|meet|was|hang|draai|bewaar|check|controleer|put|lay|take|let|keep|hang|turn|measure|choose|clean|cut|"
    r"mix|add|warm|heat|leave|place)(?!\w) "
)


def purpose_of(text: str) -> Purpose:
    """What a post is for, from its words: "ask" when it wants something of the reader (buy, order, follow, like, come for an
    offer, a price to be paid), "give" when the reader can use it as it is (how to, tip, answer, opening hours), else "talk" (a
    story, a question, thanks).

    Asking goes first: a tip that ends in "buy it now" asks. Known by words only, so a wry offer passes for talk. Pure,
    without a clock, and cheap enough for archives of a million posts.
    """
    folded = fold(text)
    if ASKS.search(folded) or PRICE.search(folded):
        return "ask"
    if GIVES.search(folded) or STARTS_WITH_ADVICE.match(folded):
        return "give"
    return "talk"


def purpose(text: str, kind: str | None) -> Purpose:
    """The purpose that was noted for a post, or else the one that its words tell."""
    for known in PURPOSES:
        if kind == known:
            return known
    return purpose_of(text)
