"""The post says that little is left, and nobody knows whether that is so."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity, Ways
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.kinds.stock import is_fresh
from toonbank.etiquette.mends.stocks import without_claim
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_moment


def says_little_without_knowing(hearing: Hearing) -> Iterator[Trouble]:
    """Claims of little stock with no product, no number or no fresh reading. Calm numbers of plenty pass."""
    for claim in hearing.unknown("scarcity"):
        yield about(claim, _message(hearing, claim), Ways(without_claim, hearing.look, claim))


def _message(hearing: Hearing, claim: Noticed) -> str:
    facts = hearing.look.facts
    if claim.because == "stale" and claim.known_at is not None:
        if facts.now is not None and is_fresh(claim.known_at, facts, facts.now):
            return hearing.say(
                "Nu klopt dit misschien, maar wat er ligt op het moment van plaatsen weten we pas die dag.",
                "This may be right now, but what is left at the moment of publishing is only known that day.",
            )
        seen = say_moment(claim.known_at, facts.moment, hearing.lang)
        return hearing.say(
            f"De voorraad is het laatst gezien {seen}. Dat is te lang geleden.",
            f"The stock was last seen {seen}. That is too long ago.",
        )
    messages = {
        "no_number": (
            "De winkelfeed zegt dat het er is, niet hoeveel. Daar valt geen aantal mee te bewijzen.",
            "The feed says that there is some, not how many. That proves no number.",
        ),
        "which_product": (
            "Meer dan één artikel heet zo. Zeg welk artikel je bedoelt.",
            "More than one product goes by this name. Say which one you mean.",
        ),
        "not_ended": (
            "Er staat nergens dat dit artikel stopt.",
            "Nothing on file says that this product ends.",
        ),
    }
    return hearing.say(
        *messages.get(
            claim.because,
            ("Hoeveel er nog zijn, is nergens vastgelegd.", "How many are left is recorded nowhere."),
        )
    )


def _counted(value: int) -> dict[str, object]:
    counted = {"claim": "scarcity", "value": value, "who": "Joke", "at": "2026-11-21T09:10:00+01:00"}
    return {"now": "2026-11-21T10:00:00+01:00", "attestations": [counted]}


RULE = Rule(
    slug="scarcity-unproven",
    title={"nl": "Hoeveel er zijn, weten we niet", "en": "We do not know how many there are"},
    why={
        "nl": "Wie zegt dat er weinig is, moet dat kunnen laten zien: een telling van vandaag is genoeg.",
        "en": "Who says that little is left must be able to show it: a count of today is enough.",
    },
    source=("S1.1.1", "S1.1.5", "S1.1.6"),
    base="UCPD art. 12; BW 6:193j(1)",
    severity=Severity.BLOCK,
    fix={
        "nl": "Koppel het product of tel zelf en leg dat vast.",
        "en": "Link the product, or count and record it.",
    },
    wrong=(
        Example("Bijna door de voorraad heen, mensen!"),
        Example("Er staan er nog een paar, meer niet."),
        Example("Voorraad slinkt hard, mis hem niet."),
        Example("We are nearly through our stock, folks!", lang="en"),
        Example("A few remain, no more.", lang="en"),
        Example("Stock is shrinking fast, do not miss it.", lang="en"),
    ),
    right=(
        Example("Vanochtend geteld: 5 stuks in maat 38.", _counted(5)),
        Example("Benieuwd of jouw maat er is? Stuur een berichtje, dan kijk ik in het rek."),
        Example("We hebben deze in alle maten."),
        Example("Counted this morning: 5 pairs in size 38.", _counted(5), "en"),
        Example("Curious whether we have your size? Message me and I will check the rack.", lang="en"),
        Example("We carry this in every size.", lang="en"),
    ),
    check=says_little_without_knowing,
    hears=frozenset({"scarcity"}),
    misses={
        "nl": "Schaarste als beeld: “In die kast hoor je straks je eigen echo.” Ook een foto van "
        "een leeg schap.",
        "en": "Scarcity as an image: “You will hear your own echo in that cupboard.” A picture of "
        "an empty shelf too.",
    },
)
