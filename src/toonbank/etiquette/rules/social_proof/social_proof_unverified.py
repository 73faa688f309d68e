"""The post says what others do or think, and the shop cannot show it."""

from collections.abc import Iterator

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.finding import Severity, Ways
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.crowds import real_count
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_day, say_number, say_source


def counts_others_without_proof(hearing: Hearing) -> Iterator[Trouble]:
    """Numbers and words about others that are denied by, older than, or absent from what is known."""
    asked = {one.sentence.start for one in hearing.of("gating")}  # stars that are asked for: `review-gating`
    experts = [one for one in hearing.of("endorsement") if one.state is not ClaimState.PROVEN]
    for claim in hearing.of("social_proof"):
        is_asked = claim.sense in ("rating", "reviews") and claim.sentence.start in asked
        # Those of a profession who praise something are no crowd: `endorsement-unproven`.
        is_of_experts = any(one.start <= claim.start and claim.end <= one.end for one in experts)
        if claim.state is not ClaimState.PROVEN and not is_asked and not is_of_experts:
            yield about(
                claim, _message(hearing, claim), Ways(real_count, hearing.look, claim), _fix(hearing, claim)
            )


def _message(hearing: Hearing, claim: Noticed) -> str:
    shown = claim.evidence[0].shown[hearing.lang] if claim.evidence else ""
    source = say_source(claim.evidence[0].source, hearing.lang) if claim.evidence else ""
    if claim.because in ("more", "ranking"):
        return hearing.say(
            f"Zoveel is het niet: {shown} ({source}).", f"It is not that much: {shown} ({source})."
        )
    if claim.because == "stale" and claim.known_at is not None:
        day = say_day(claim.known_at, hearing.lang)
        return hearing.say(f"Dit is van {day}. Dat is te oud.", f"This is of {day}. That is too old.")
    if claim.because == "only_orders":
        return hearing.say(
            f"We kennen alleen het aantal bestellingen: {shown}.",
            f"We only know the number of orders: {shown}.",
        )
    if claim.because == "no_ranking":
        return hearing.say("Er is geen verkooplijst waar dit uit blijkt.", "No sales list shows this.")
    return hearing.say("Hiervoor zijn geen cijfers bekend.", "There are no figures for this.")


def _fix(hearing: Hearing, claim: Noticed) -> str:
    if claim.known is not None and claim.because in ("more", "stale"):
        number = say_number(claim.known, hearing.lang)
        return hearing.say(f"Vul {number} in met bron en datum.", f"Put in {number} with source and date.")
    return hearing.say(
        "Noem een getal met bron en datum, of laat het weg.",
        "Give a number with source and date, or leave it out.",
    )


_NOW = "2026-11-21T10:00:00+01:00"
_ORDERS = {"now": _NOW, "counts": {"orders": 3900, "at": "2026-11-20"}}
_REVIEWS = {
    "now": _NOW,
    "reviews": {"source": "Kiyoh", "count": 213, "average": 8.7, "scale": 10, "at": "2026-11-14"},
}
_BOOK = {"now": _NOW, "products": [{"ref": "p1", "names": ["boek", "book"], "sales_rank": 1}]}

RULE = Rule(
    slug="social-proof-unverified",
    title={"nl": "Hoeveel anderen, dat is niet bekend", "en": "How many others is not known"},
    why={
        "nl": "Mensen doen anderen na als ze zelf geen tijd hebben om te kiezen. Dan moeten die anderen er wel zijn.",
        "en": "People follow others when they have no time to choose. Then those others must exist.",
    },
    source=("S1.2.1", "S2.4.2"),
    base="UCPD art. 6(1)(b), 7(6), Annex I 23b/23c; BW 6:193c, 6:193g",
    severity=Severity.BLOCK,
    fix={"nl": "Vul het aantal in met bron en datum.", "en": "Put in the count with source and date."},
    wrong=(
        Example("Ruim 12.000 tevreden kopers!", _ORDERS),
        Example("Onze klanten geven ons een 9,8.", _REVIEWS),
        Example("De meest gekozen matras van ons dorp."),
        Example("Over 12,000 happy buyers!", _ORDERS, "en"),
        Example("Customers rate us 9.8.", _REVIEWS, "en"),
        Example("The most chosen mattress in town.", lang="en"),
    ),
    right=(
        Example("213 beoordelingen, gemiddeld 8,7 (Kiyoh, 14 november).", _REVIEWS),
        Example("Al 3.900 keer bezorgd.", _ORDERS),
        Example("Dit jaar ons meest verkochte boek.", _BOOK),
        Example("213 reviews, 8.7 on average (Kiyoh, 14 November).", _REVIEWS, "en"),
        Example("Delivered 3,900 times so far.", _ORDERS, "en"),
        Example("Our most sold book this year.", _BOOK, "en"),
    ),
    check=counts_others_without_proof,
    hears=frozenset({"social_proof"}),
    misses={
        "nl": "Veel mensen zonder getal en zonder het woord klant: “Ook bij de buren hangt hij al.” "
        "Ook een foto van een lange rij.",
        "en": "Many people without a number and without the word customer: “Next door has one as "
        "well by now.” A picture of a long queue too.",
    },
)
