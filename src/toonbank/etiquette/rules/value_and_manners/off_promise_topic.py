"""The post is about something that followers of this account did not come for."""

from collections.abc import Iterator
from datetime import timedelta

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.topics import strays_from, topics_of

MOST_NAMES = 200  # of products; a post seldom needs more to be known as the shop's own business
SUBJECTS = {
    "sport": ("sport", "sports"),
    "politics": ("politiek", "politics"),
    "recipe": ("een recept", "a recipe"),
    "telecom": ("telefonie", "phone plans"),
    "money": ("geldzaken", "money matters"),
    "celebrities": ("bekende mensen", "celebrities"),
    "cars": ("auto's", "cars"),
    "stars": ("sterrenbeelden", "star signs"),
    "travel": ("reizen", "travel"),
    "opinion": ("een mening over iets anders", "an opinion on something else"),
}


def leaves_its_subject(hearing: Hearing) -> Iterator[Trouble]:
    """A draft off the promise; an account where that happens more than now and then."""
    shop = hearing.look.facts.shop
    if shop is None:
        return
    promise = (*shop.promise, *shop.interests, shop.name or "")
    if not shop.promise and not topics_of(" , ".join(promise)):
        return  # neither a promise nor a name that tells the trade ("Bloemist Noor")
    if hearing.look.draft.kind == "account":
        yield from _whole_account(hearing, promise)
        return
    subject = strays_from(hearing.look.reading.text, promise, _products(hearing))
    if subject:
        yield Trouble(_message(hearing, subject))


def _message(hearing: Hearing, subject: str) -> str:
    promised = ", ".join(hearing.look.facts.shop.promise) if hearing.look.facts.shop else ""
    nl, en = SUBJECTS.get(subject, ("een ander vak", "another trade"))
    if not promised:
        return hearing.say(
            f"Dit gaat over {nl}; daarvoor volgt niemand deze winkel.",
            f"This is about {en}; nobody follows this shop for that.",
        )
    return hearing.say(
        f"Dit gaat over {nl}; volgers kregen iets anders beloofd: {promised}.",
        f"This is about {en}; followers were promised something else: {promised}.",
    )


def _products(hearing: Hearing) -> list[str]:
    products = hearing.look.facts.products or ()
    return [name for product in products[:MOST_NAMES] for name in product.names]


def _whole_account(hearing: Hearing, promise: tuple[str, ...]) -> Iterator[Trouble]:
    facts, known = hearing.look.facts, hearing.look.facts.thresholds
    if not facts.archive:
        return
    since = facts.moment and facts.moment - timedelta(days=known.off_promise_days)
    posts = [one for one in facts.archive if since is None or one.at is None or one.at >= since]
    if len(posts) < known.off_promise_posts:
        return
    names = _products(hearing)
    count = sum(strays_from(one.text, promise, names) is not None for one in posts)
    if count > known.off_promise_share * len(posts):
        yield Trouble(
            hearing.say(
                f"{count} van de {len(posts)} berichten gaan over iets anders dan beloofd. Een op de tien is gewoon het leven.",
                f"{count} of {len(posts)} posts are about something else than promised. One in ten is normal life.",
            )
        )


def _of(name: str, *promise: str) -> dict[str, object]:
    return {"shop": {"name": name, "promise": list(promise)}}


_BOOKS = _of("Boekhandel De Wit", "boeken", "lezen")
_BIKES = _of("Fietsen Bas", "fietsen", "onderhoud")
_FLOWERS = _of("Bloemist Noor", "bloemen", "planten")

RULE = Rule(
    slug="off-promise-topic",
    title={"nl": "Buiten wat je volgers beloofde", "en": "Off what you promised followers"},
    why={
        "nl": "Wie een bloemist volgt, wil bloemen. Elk bericht over iets anders kost een beetje van die aandacht.",
        "en": "Who follows a florist wants flowers. Every post on something else costs a little of that attention.",
    },
    source=("S1.6.8", "S2.6.3"),
    base=None,
    severity=Severity.WARN,
    fix={
        "nl": "Past dit bij wat volgers hier verwachten?",
        "en": "Does this fit what followers expect here?",
    },
    wrong=(
        Example("Onze mening over de spits.", _BOOKS),
        Example("Recept voor appeltaart.", _BIKES),
        Example("Nieuw telefoonabonnement.", _FLOWERS),
        Example("Our view on the striker.", _BOOKS, "en"),
        Example("Apple pie recipe.", _BIKES, "en"),
        Example("New phone plan.", _FLOWERS, "en"),
    ),
    right=(
        Example("Drie boeken over voetbal die geen fan hoeven.", _BOOKS),
        Example("Ketting smeren in vijf stappen.", _BIKES),
        Example("Tulpen blijven langer recht met een prik.", _FLOWERS),
        Example("Three football books for non-fans.", _BOOKS, "en"),
        Example("Oil a chain in five steps.", _BIKES, "en"),
        Example("Tulips stay up with a pin prick.", _FLOWERS, "en"),
    ),
    check=leaves_its_subject,
    needs=("shop",),
    applies_to=("post", "account"),
    misses={
        "nl": "Een onderwerp zonder herkenbaar woord wordt gemist: wij kennen er een paar honderd.",
        "en": "A subject without a telling word is missed: we know a few hundred.",
    },
)
