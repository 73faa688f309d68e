"""What others do and think: "12.000 kopers", "een 9,8", "meest gekozen", "iedereen heeft hem"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, is_cancelled
from toonbank.etiquette.kinds.cues.social_proof import CUES
from toonbank.etiquette.late import late
from toonbank.etiquette.wording import both, say_number
from toonbank.language.numbers import Number
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product

BOUND = late(r"\b(?:al|meer dan|ruim|reeds|inmiddels|over|more than|already|some)\s\Z")
SALES = late(r"sold|verkocht|times|keer|bestellingen|orders")
LONG_AGO = late(r"auction|veiling|1[89]\d\d")
# Who will get something: nobody yet.
FIRST_ONES = late(r"(?<!\w)(?:eerste|eerstvolgende|first|next)(?: \w+)?\W*\Z")
OURSELVES = late(r"(?:we|i|ik|wij|they|he|she)\b")
MINE = late(r"(?:mijn|my)\W*$")
MEASURES = late(r"geld|price|prijs|jaar|dag|week")
TESTED = late(r"\b(?:ge)?test(?:ed|s|uitslag)?\b")
FEW = 10  # "drie klanten stonden te wachten" boasts of nothing
MANY = late(
    r"\b(?:al|over|ruim|meer dan|more than)\W+\w*|tevreden|blije|happy|trusted|loved|favou?red|vertrouwd|"
    r"gekozen|chosen"
)
COUNTED = ("customers", "orders", "reviews", "rating", "viewing")
NUMBERED = (*COUNTED, "share", "mass")
SOLD = late(r"(?<!\w)(?:sold|verkocht)(?!\w)")
STRONG = (
    "share",
    "customers",
    "reviews",
    "rating",
    "orders",
    "viewing",
    "rank",
    "excellent",
    "bought",
    "mass",
)
INNOCENT = late(
    r"(?<!\w)(?:stond(?:en)?|wacht(?:te|ten|en)?|waited|hotel|roman|novel|boek|book|anijs|anise|"
    r"weer(?:bericht)?|weather|planten|plants|"
    r"workshop|cursus|hemel|sky|nacht|proeven|taste|mag|may|mogen|collega\w*|colleagues?|1920s|achterdeur|"
    r"back door|school|recept|recipe|"
    r"rapport|report|vandaag jarig|klachten|complaints)(?!\w)"
)
MOST = late(r"(?:best|meest|vaakst|most|grootste|hit van|hit of|nummer|number|#1|top)")
LOW_RANK = 10
EXCELLENT_SHARE = 0.85
ATTESTED = frozenset({"social_proof", "social proof", "customers", "orders", "reviews"})


class Known(NamedTuple):
    """What the shop can show: a number, by what name, where from, and how old it is."""

    value: Decimal | None
    source: str
    at: datetime | None = None
    because: str = ""
    shown: dict[str, str] | None = None


def find(look: Look) -> Iterator[Noticed]:
    """Every number and every word about others that the shop says as its own."""
    for sentence, cues in look.cues_by_sentence("social_proof"):
        kept = _strongest(cues)
        if not kept:
            continue
        said = look.numbers(sentence) if any(cue.sense in NUMBERED for cue in kept) else ()
        for cue in kept:
            number = _number_of(cue, said)
            if cue.sense in COUNTED and number is None:
                continue
            if _is_said(sentence, cue, number) and not _counts_things(sentence, cue):
                yield _noticed(look, sentence, cue, number)


def _strongest(cues: Sequence[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda one: (STRONG.index(one.sense), one.start, -one.end)):
        if not any(other.start < cue.end and cue.start < other.end for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda one: one.start)


def _number_of(cue: Cue, said: Sequence[Number]) -> Number | None:
    inside = [one for one in said if one.start < cue.end and cue.start < one.end]
    return inside[-1] if cue.sense == "rating" and inside else inside[0] if inside else None


def _is_said(sentence: Sentence, cue: Cue, number: Number | None) -> bool:
    text = sentence.folded
    start, end = cue.start - sentence.start, cue.end - sentence.start
    if is_cancelled(sentence, cue.start, cue.end, past=False):
        return False
    if INNOCENT.search(text) and cue.sense not in ("rank", "share"):
        return False
    if cue.sense == "rating":
        return not ASKED_FOR.match(text, end) and _is_rating(text, text[:start], text[start:end], number)
    return not _is_small_talk(cue.sense, text, text[:start], text[start:end], number)


def _is_small_talk(sense: str, text: str, before: str, words: str, number: Number | None) -> bool:
    """Few people, a purchase of one's own, an old price, a favourite of one: nothing that presses anybody."""
    is_few = number is not None and number.value < FEW
    if sense in ("customers", "orders") and FIRST_ONES.search(before):
        return True
    if sense == "customers":
        return is_few and not MANY.search(before + words)
    if sense == "orders":
        return (is_few and not SALES.search(words)) or LONG_AGO.search(text) is not None
    if sense == "bought":
        return OURSELVES.match(words) is not None
    if sense == "rank":
        return MINE.search(before) is not None
    return sense == "mass" and words.startswith(("heel ", "half ")) and MEASURES.search(words) is not None


ASKED_FOR = late(
    r" (?:zijn |is |are |always |altijd )*(?:welkom|welcome|gewenst|gewaardeerd|appreciated|please|graag)(?!\w)"
)
OUT_OF = late(r"(?:van de|out of) (?:5|10)$")
THINGS = late(
    r" (?!op\b|on\b|bij\b|with\b|van\b|from\b|door\b|by\b|na\b|after\b|sterren|stars|punten|points|in\b|en\b|and\b)[^\W\d_]{3,}"
)


def _counts_things(sentence: Sentence, cue: Cue) -> bool:
    """Whether "2 van de 10" counts what comes after it: days, eggs, and no marks."""
    start, end = cue.start - sentence.start, cue.end - sentence.start
    is_mark = cue.sense == "rating" and OUT_OF.search(sentence.folded[start:end]) is not None
    return is_mark and THINGS.match(sentence.folded, end) is not None


LONG = 40  # characters: "vijf sterren" alone is praise; in a longer sentence somebody must have given them
RATED = late(
    r"klant|customer|buyer|kopers|review|beoord|recensie|rating|rated|waard|google|kiyoh|trustpilot|"
    r"average|gemiddeld|scor|gave|gaven|geven|gives?|krijg|kreg|"
    r"iedereen|every|van jullie|from you|out of|op de"
)


def _is_rating(text: str, before: str, words: str, number: Number | None) -> bool:
    if number is None or number.unit or number.value > 100 or TESTED.search(text):
        return False
    if before.endswith(("out of ", "van de ", "uit ", "/")):
        return False  # the five of "4.8 out of 5 stars"
    if re.search(r"sterren|stars|ster\b", words):
        if len(text) > LONG and not RATED.search(text) and number.value == number.value.to_integral_value():
            return False
        return number.value <= 10 and not re.search(
            r"(?:geef|laat|haal|give|leave|take|remove)\b[^.]*$", before
        )
    if re.match(r"\d", words) and "/" not in words and "out of" not in words and "van de" not in words:
        return bool(re.search(r"gemiddeld|average", words)) and number.value <= 10
    return number.value <= 10


def _noticed(look: Look, sentence: Sentence, cue: Cue, number: Number | None) -> Noticed:
    facts = look.facts
    product = look.product(sentence, (cue.start, cue.end))[0] if cue.sense == "rank" else None
    words = look.reading.folded[cue.start : cue.end]
    known = _attested(facts, number) or _known(facts, _as_counted(cue, number, words), product, words)
    state, because = _judge(cue, number, known, words, facts)
    shown = known.shown or {}
    evidence = (Evidence(state, shown, known.source, known.at),) if shown else ()
    return Noticed(
        "social_proof",
        cue.sense,
        _start(look, cue, number),
        max(cue.end, number.end) if number else cue.end,
        sentence,
        state=state,
        evidence=evidence,
        number=number.value if number else None,
        number_at=(number.start, number.end) if number else None,
        is_pressing=cue.sense in ("viewing", "bought", "mass") or "!" in sentence.text[-3:],
        product=product,
        because=because,
        known=known.value,
        known_at=known.at,
    )


def _as_counted(cue: Cue, number: Number | None, words: str) -> Cue:
    """ "Duizenden klanten" is a number as well, though it is not told exactly."""
    if cue.sense != "mass" or number is None:
        return cue
    return cue._replace(sense="orders" if SOLD.search(words) else "customers")


def _start(look: Look, cue: Cue, number: Number | None) -> int:
    """The beginning of the claim, with the word before the number that says how exact it is."""
    start = min(cue.start, number.start) if number else cue.start
    bound = BOUND.search(look.reading.folded, max(0, start - 12), start)
    return bound.start() if bound and number else start


def _attested(facts: Facts, number: Number | None) -> Known | None:
    for one in facts.attestations or ():
        if one.claim.casefold() not in ATTESTED or _is_old(one.at, facts, facts.thresholds.count_fresh_days):
            continue
        if number is None or one.value is not None:
            value = Decimal(str(one.value)) if one.value is not None else None
            nl, en = (
                ("nagekeken", "looked up") if value is None else (f"geteld: {value:f}", f"counted: {value:f}")
            )
            return Known(value, one.who or "attestation", one.at, "attested", both(nl, en))
    return None


def _known(facts: Facts, cue: Cue, product: Product | None, words: str) -> Known:
    if cue.sense in ("reviews", "rating", "excellent"):
        return _from_reviews(facts, cue, words)
    if cue.sense in ("customers", "orders"):
        return _from_counts(facts, cue)
    if cue.sense == "rank":
        if product is None or product.sales_rank is None:
            return Known(None, "sales list", None, "no_ranking")
        rank = product.sales_rank
        return Known(
            Decimal(rank),
            "sales list",
            None,
            "",
            both(f"nummer {rank} van de verkooplijst", f"number {rank} on the sales list"),
        )
    return Known(None, "", None, "no_figures")


def _from_reviews(facts: Facts, cue: Cue, words: str) -> Known:
    reviews = facts.reviews
    value = None if reviews is None else reviews.count if cue.sense == "reviews" else reviews.average
    if reviews is None or value is None:
        return Known(None, "reviews", None, "no_figures")
    amount = Decimal(str(value))
    if (
        cue.sense != "reviews"
        and reviews.scale > 5
        and re.search(r"sterren|stars|ster\b|/5|out of 5|van de 5", words)
    ):
        amount = amount / Decimal(str(reviews.scale)) * 5
    if cue.sense == "excellent":
        amount = amount / Decimal(str(reviews.scale))
    nl, en = say_number(value, "nl"), say_number(value, "en")
    shown = (
        both(f"{nl} beoordelingen", f"{en} reviews")
        if cue.sense == "reviews"
        else both(f"gemiddeld {nl}", f"{en} on average")
    )
    old = _is_old(reviews.at, facts, facts.thresholds.review_fresh_days)
    return Known(amount, reviews.source or "reviews", reviews.at, "stale" if old else "", shown)


def _from_counts(facts: Facts, cue: Cue) -> Known:
    counts = facts.counts
    name = cue.sense
    value = None if counts is None else counts.customers if name == "customers" else counts.orders
    if counts is None or (value is None and counts.orders is None):
        return Known(None, name, None, "no_figures")
    old = _is_old(counts.at, facts, facts.thresholds.count_fresh_days)
    if value is None:  # buyers are never more than orders, and may be fewer
        shown = both(
            f"{say_number(counts.orders or 0, 'nl')} bestellingen",
            f"{say_number(counts.orders or 0, 'en')} orders",
        )
        return Known(
            Decimal(counts.orders or 0), "orders", counts.at, "stale" if old else "only_orders", shown
        )
    nl, en = ("klanten", "customers") if name == "customers" else ("bestellingen", "orders")
    shown = both(f"{say_number(value, 'nl')} {nl}", f"{say_number(value, 'en')} {en}")
    return Known(Decimal(value), name, counts.at, "stale" if old else "", shown)


def _is_old(at: datetime | None, facts: Facts, days: int) -> bool:
    """Whether a count is too old, in whole days of the calendar."""
    moment = facts.moment
    if at is None or moment is None:
        return False
    return moment.astimezone(at.tzinfo).date() - at.date() > timedelta(days=days)


def _judge(cue: Cue, number: Number | None, known: Known, words: str, facts: Facts) -> tuple[ClaimState, str]:
    if known.because == "attested" and known.value is None:
        return ClaimState.PROVEN, ""
    if known.because == "stale" or known.value is None:
        return ClaimState.UNKNOWN, known.because
    if cue.sense == "rank":
        limit = 1 if MOST.search(words) and "seller" not in words and "selling" not in words else LOW_RANK
        return (ClaimState.PROVEN, "") if known.value <= limit else (ClaimState.CONTRADICTED, "ranking")
    if cue.sense == "excellent":
        return (
            (ClaimState.PROVEN, "")
            if known.value >= Decimal(str(EXCELLENT_SHARE))
            else (ClaimState.CONTRADICTED, "more")
        )
    if number is None:
        return ClaimState.UNKNOWN, "no_figures"
    rounding = Decimal(str(facts.thresholds.count_rounding_share))
    ceiling = known.value * (1 + rounding) if cue.sense != "rating" else known.value + Decimal("0.05")
    if number.bound == "at_least" and cue.sense != "rating":
        ceiling = known.value
    if number.value > ceiling:
        return ClaimState.CONTRADICTED, "more"
    if known.because == "only_orders":
        return ClaimState.UNKNOWN, "only_orders"
    return ClaimState.PROVEN, ""


NOT_THE_CROWD = late(
    r"(?<!\w)(?:geleerd|leerden?|taught|bus|too \w+|te (?:warm|heet|koud|veel|weinig)|verzending|shipping|bezorgkosten|(?:onze|our|"
    r"een|a|mijn|my) (?:\w+ )?(?:klant|customer)|karton|cardboard|knip|"
    r"persoonlijke|personal|mijn|my|hangmat|prijsvraag|welkom|welcome|mogen|mag|may|vrijwilligers?|"
    r"volunteers?|sold out|out of stock|uitverkocht|vroeg\w*|vragen|vraagt|asks?|asked|"
    r"wonder|forget|vergeten|denken|think|"
    r"denkt|thinks|gebruiken te|too much|te veel|te warm|te vaak|verkeerd|wrong|meedoen|join us|kom(?:t|"
    r"en)? (?:proeven|kijken)|collega\w*|colleagues?|team)(?!\w)"
)


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """A place where a frame of a crowd fits; with its number, where it has one."""
    text = sentence.folded
    if INNOCENT.search(text) or NOT_THE_CROWD.search(text) or LONG_AGO.search(text):
        return None
    if FIRST_ONES.search(text[: cue.start - sentence.start]) or STREET.search(text):
        return None
    if is_cancelled(sentence, cue.start, cue.end, past=False) or SOME.match(text):
        return None
    if cue.sense == "likely" and FOLLOWERS.search(text):
        return None
    said = [one for one in look.numbers(sentence) if cue.start <= one.start < cue.end and one.unit != "euro"]
    number = _number_of(cue, said)
    if cue.sense in COUNTED:
        if number is None or number.unit or (cue.sense != "rating" and number.value < FEW_AT_ALL):
            return None
        if cue.sense == "rating" and (number.value > 10 or TESTED.search(text)):
            return None
    if (
        cue.sense in ("mass", "likely")
        and said
        and all(one.value < FEW_AT_ALL for one in said)
        and not SHARE.search(text)
    ):
        return None
    return _noticed(look, sentence, cue, number)


FEW_AT_ALL = 5
STREET = late(
    r"\w(?:straat|laan|weg|plein|gracht|kade|steeg|singel|dijk|markt) \d+(?!\w)|"
    r"(?<!\w)\d+ (?:\w+ )?(?:street|road|lane|avenue|square)(?!\w)"
)
SHARE = late(
    r"%|\b(?:op|van|in|of) (?:de |the )?(?:\d+|twee|drie|vier|two|three|four)\b|\b(?:half|kwart|derde|third|most|meeste)\b"
)
FOLLOWERS = late(
    r"\b(?:bestelnummer|order number|come from buyers|van kopers|volgers|followers|likes|vind-ik-leuks)\b"
)
SOME = late(r"(?:some|sommige)\b")


KIND = Kind(
    "social_proof", CUES, find, keeps=timedelta(days=30), claims=("social_proof",), understand=understand
)
