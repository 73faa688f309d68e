"""What a reply does with words: whether it shows by itself that it answers a complaint, and what it says first."""

from __future__ import annotations

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Hearing
from toonbank.etiquette.steps import has_step
from toonbank.etiquette.thread import gravity_of, is_complaint


def _words(lines: str) -> list[str]:
    return lines.split()


STOCK_WORDS = frozenset(
    _words(
        """
        sorry wat heel erg echt zo vervelend vervelende naar balen jammer sneu rot excuses excuus onze mijn voor het de dit dat deze
        een ongemak eventuele eventueel om te horen lezen we wij ik u je jou geven nemen geef neem door mee aan betreffende juiste
        afdeling team collega collega's zullen begrijpen begrijp snappen snap is vinden vind betreuren betreur spijt ons me mij doen
        best snel spoedig mogelijk kijken ernaar komt goed dank bedankt geduld bericht melding hartelijk feedback komen terug erop
        hierop in behandeling oh ai oei ach hi hoi beste hallo nogmaals oprechte welgemeende nare situatie ervaring dag hey en gaan
        ermee slag hebben heeft aandacht ervaart so to hear that this will pass it on the our department relevant apologies apologise
        apologize for any inconvenience caused i we're are really very thanks thank you patience message understand frustrating
        frustration annoying how get back as soon possible do look looking into things noted no dear hello deeply sincerely regret
        experience must be a shame you'll your has have been and
        """
    )
)
EMPTY = late(
    r"\b(?:sorry|excuses|excuus|spijt|vervelend|naar|balen|jammer|sneu|ongemak|betreur\w*|apolog\w+|inconvenience|regret|shame|annoying)\b|"
    r"\b(?:geef|geven|pass|forward)\b.{0,30}\b(?:door|on|along)\b"
)
FAULTS, LAUGHS = frozenset({"fault"}), frozenset({"laugh", "face"})
SHRUGS = frozenset({"shrug", "belittle", "soothe", "banter"})
SNEERS = frozenset({"attack", "sneer", "only", "court"})
MILD_DEFENCE = frozenset({"excuse", "small", "records", "ours", "cannot", "boast", "rules"})
MOST_WORDS = 14


def levity_shows(hearing: Hearing) -> bool:
    """Whether the lightness itself shows that something went wrong: "oops, our bad", a shrug with a laugh."""
    senses = {one.sense for one in hearing.of("levity")}
    has_laugh = bool(senses & LAUGHS)
    return bool(senses & FAULTS) or (has_laugh and bool(senses & (SHRUGS | {"oops"})))


def is_empty_regret(hearing: Hearing) -> bool:
    """Whether the whole reply is a stock regret or a promise to pass it on, without a word about the matter."""
    reading = hearing.look.reading
    tokens = reading.tokens
    if not tokens or len(tokens) > MOST_WORDS:
        return False
    return EMPTY.search(reading.folded) is not None and all(word in STOCK_WORDS for word in tokens)


def is_heard_as_complaint(hearing: Hearing) -> bool:
    """Whether it is known that a complaint is answered, or the reply's own words tell so where nothing is known."""
    gravity = gravity_of(hearing.look.facts)
    if gravity is not None:
        return is_complaint(gravity)
    return (
        levity_shows(hearing)
        or is_empty_regret(hearing)
        or any(hearing.of("blame"))
        or any(
            one.sense not in MILD_DEFENCE and not recognised_before(hearing, one.start)
            for one in hearing.of("defence")
        )
        or _sells_after_apology(hearing)
    )


def _sells_after_apology(hearing: Hearing) -> bool:
    return any(hearing.of("sale")) and any(one.sense == "apology" for one in hearing.of("recognition"))


def moves_on(hearing: Hearing) -> bool:
    """Whether the reply holds a next step; a joke, a reproach, a sneer or a sale is none."""
    light = [(one.start, one.end) for one in hearing.of("levity", "blame", "insult", "sale")]
    light += [(one.start, one.end) for one in hearing.of("defence") if one.sense in SNEERS]
    return has_step(hearing.look.reading, tuple(light))


def recognised_before(hearing: Hearing, place: int) -> bool:
    """Whether the customer was recognised before this place, and not with a "sorry, but" leading up to it."""
    return any(not _is_taken_back(hearing, one, place) for one in _recognitions(hearing) if one.end <= place)


def _recognitions(hearing: Hearing) -> Iterator[Noticed]:
    return (one for one in hearing.of("recognition") if one.sense != "thanks")


BUT = late(r"\b(?:maar|but|alleen|however|echter|though)\b")


def _is_taken_back(hearing: Hearing, one: Noticed, place: int) -> bool:
    if one.sentence.end < place:
        return False
    return BUT.search(hearing.look.reading.folded, one.end, place) is not None
