"""What something costs, and what it cost before: "was 89, nu 59", "-30 %", "Mok voor 9,95"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from toonbank.etiquette.kinds import figures, sums
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled, is_undone
from toonbank.etiquette.kinds.cues.price import CUES
from toonbank.etiquette.kinds.deals import Deal, deal_in
from toonbank.etiquette.kinds.promotions import in_force
from toonbank.etiquette.kinds.reductions import is_over, judged_under
from toonbank.etiquette.late import late
from toonbank.language.nouns import kind_of_noun
from toonbank.language.numbers import Number
from toonbank.language.reading import Sentence

NOW = late(
    r"(?<!\w)(?:nu|now|vandaag|today|kost|kosten|costs?|staat op|"
    r"voor|for|naar|to|bij ons|ours?|ons|slechts|only|maar|~~|→|->|betaal je|you pay)[\s:~]*"
    r"(?:nog |maar |slechts |only |just |€\s?){0,2}$"
)
OTHER_MONEY = late(
    r"(?:vanaf|from|start\w*|boven|above|over|onder|under|meer|more|orders?|bestelling\w*|aankoop\w*|purchases?|besteding\w*|besteed|spend|spent|bon|voucher|cadeaubon|cadeaukaart|card|tegoed|credit|"
    r"\w{3,}kosten|de kosten|"
    r"verzend\w*|bezorg\w*|shipping|delivery|postage|statiegeld|deposit|"
    r"per (?!stuk|piece|paar|pair)\w+|extra|toeslag|daarna|weer|again|back to|minimaal|"
    r"minimum|tot|up to|max\w*|reparatie|repar\w*|mend\w*|inpak\w*|wrap\w*|opgehaald|raised|auction|veiling|gemiddeld|rated|average|"
    r"cijfer|score|advis\w*|advies\w*|suggests?|recommends?)\W+(?:\w+\W+){0,2}\Z"
)
AFTER_OTHER = late(
    r"\W{1,3}(?:korting|tegoed|bon|voucher|credit|cadeaubon|statiegeld|verzend\w*|shipping|per (?!stuk|piece|paar|pair)|opgehaald|raised)"
)
UP_TO = late(r"(?<!\w)(?:tot|up to|maximaal|as much as)\s")
NO_MONEY = ("time", "age", "measure", "people", "praise")
REFERENCE_ONLY = ("van", "from", "eerst", "before")
ANSWER = late(
    r"\W{1,6}(?:\w+\W{1,3}){0,3}(?:voor|nu|naar|for|now|to|→|->)\W{1,3}(?:maar |slechts |only )?€?\s?\d"
)


AMOUNTS = ("price", "foreign")
TAKEN_OFF = late(
    r"\W{1,3}(?:each )?(?:off|less|cheaper|lighter|back|more|in savings|worth|vouchers?|gift|bon|credit|tip|note|coin|of coffee)(?!\w)"
)


@dataclass
class Parts:
    """The pieces of one price claim while its sentence is read from left to right."""

    cues: list[Cue] = field(default_factory=list)
    was: Number | None = None
    now: Number | None = None
    off: Number | None = None
    percent: Decimal | None = None
    senses: list[str] = field(default_factory=list)


def find(look: Look) -> Iterator[Noticed]:
    """Reductions first; the amounts that are left are plain prices."""
    for sentence, cues in look.cues_by_sentence("price"):
        said = look.numbers(sentence)
        used: list[Number] = []
        reductions = [cue for cue in cues if cue.sense not in AMOUNTS]
        if reductions:
            for parts in _gather(sentence, _believable(sentence, reductions, said), said):
                used += [one for one in (parts.was, parts.now, parts.off) if one is not None]
                yield _reduction(look, sentence, parts)
        yield from _plain_prices(look, sentence, cues, used)
        if not reductions:
            yield from _foreign_prices(sentence, cues)


def _believable(sentence: Sentence, cues: list[Cue], said: Sequence[Number]) -> list[Cue]:
    """The cues that the shop says as its own and that are about money."""
    if sentence.is_question and not any(cue.sense in ("percent", "was", "off") for cue in cues):
        return []
    order = {"was": 0, "rrp": 0, "percent": 0, "half": 0, "off": 0, "multi": -1}
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda one: (order.get(one.sense, 1), one.start, -one.end)):
        if any(_same_figure(cue, other, said) for other in kept):
            continue
        if sentence.is_quoted(cue.start, cue.end) or sentence.is_negated(cue.start, cue.end):
            continue
        if cue.sense not in ("was", "rrp") and is_over(sentence, cue):
            continue
        if cue.sense == "half" and figures.is_a_part(sentence.folded, cue.end - sentence.start):
            continue
        if figures.is_compared(sentence.folded, cue.start - sentence.start, cue.end - sentence.start):
            continue
        if cue.sense != "was" or _is_price(sentence, cue, said):
            kept.append(cue)
    return sorted(kept, key=lambda one: one.start)


def _same_figure(cue: Cue, other: Cue, said: Sequence[Number]) -> bool:
    """Whether two cues are about one figure; "20 procent van de prijs van 79 af" holds two."""
    if cue.end <= other.start or other.end <= cue.start:
        return False
    mine, theirs = _number_in(cue, said), _number_in(other, said)
    return mine is None or theirs is None or mine.start == theirs.start


def _number_in(cue: Cue, said: Sequence[Number]) -> Number | None:
    inside = [one for one in said if cue.start <= one.start < cue.end]
    if cue.sense == "percent":
        inside = [one for one in inside if one.unit == "percent"]
    return inside[-1] if inside else None


def _is_price(sentence: Sentence, cue: Cue, said: Sequence[Number]) -> bool:
    """Whether "was 89" is about money: it has its sign, or stands alone, or has its answer ("nu 59")."""
    number = _number_in(cue, said)
    if number is None or number.unit == "percent" or figures.counts_with(number, said, sentence):
        return False  # "3 days instead of 5"
    text = sentence.folded
    if re.search(r"prijs|price", text[cue.start - sentence.start : cue.end - sentence.start]):
        return True
    rest = text[cue.end - sentence.start :]
    following = next((one for one in said if one.start >= number.end), None)
    word = text[cue.start - sentence.start :].split(maxsplit=1)[0]
    if following is not None and following.unit != "euro" and kind_of_noun(following.noun) in NO_MONEY:
        return False  # "van 12 naar 4 graden"
    if following is not None and following.unit == "percent" and number.unit != "euro" and word == "eerst":
        return False
    is_answered = ANSWER.match(rest) is not None
    if word in REFERENCE_ONLY and not is_answered and "prijs" not in text and "price" not in text:
        return word in ("eerst", "before") and (
            number.unit == "euro" or number.value.as_tuple().exponent == -2
        )
    if kind_of_noun(number.noun) in NO_MONEY:
        return False
    has_cents = number.value.as_tuple().exponent == -2
    if word in ("van", "from") and number.unit != "euro" and not has_cents and number.value < 10:
        return False
    return (
        number.unit == "euro" or has_cents or is_answered or not number.noun or "nu" in rest or "now" in rest
    )


def _gather(sentence: Sentence, cues: list[Cue], said: Sequence[Number]) -> list[Parts]:
    """The claims of a sentence; a second was-price, percentage or amount off begins a new one."""
    claims: list[Parts] = []
    for cue in cues:
        number = _number_in(cue, said)
        parts = claims[-1] if claims and not _is_filled(claims[-1], cue.sense) else None
        if parts is None:
            parts = Parts()
            claims.append(parts)
        parts.cues.append(cue)
        parts.senses.append(cue.sense)
        if cue.sense in ("was", "rrp") and number is not None:
            parts.was = number
        elif cue.sense == "off":
            parts.off = number
        elif cue.sense == "half":
            parts.percent = Decimal(50)
        elif cue.sense == "percent":
            parts.percent = number.value.copy_abs() if number else None
    for parts in claims:
        parts.now = _now_of(sentence, parts, claims, said)
    return [parts for parts in claims if not _is_a_rise(sentence, parts)]


def _is_a_rise(sentence: Sentence, parts: Parts) -> bool:
    """Whether it became dearer, and nothing calls that a reduction: "de huur was 1.200, nu 1.350"."""
    if parts.was is None or parts.now is None or {"percent", "half", "off", "rrp"} & set(parts.senses):
        return False
    return parts.was.value < parts.now.value and not figures.LESSENS.search(sentence.folded)


def _is_filled(parts: Parts, sense: str) -> bool:
    if sense in ("was", "rrp"):
        return parts.was is not None
    if sense == "off":
        return parts.off is not None
    if sense in ("percent", "half"):
        return parts.percent is not None
    return False


def _now_of(sentence: Sentence, parts: Parts, claims: list[Parts], said: Sequence[Number]) -> Number | None:
    taken = {id(one) for claim in claims for one in (claim.was, claim.off, claim.now) if one is not None}
    first = parts.cues[0].start
    for number in said:
        if number.start < first or id(number) in taken or number.unit == "percent":
            continue
        if kind_of_noun(number.noun) in NO_MONEY:
            continue
        before = sentence.folded[max(0, number.start - sentence.start - 24) : number.start - sentence.start]
        if NOW.search(before) and (
            parts.was is not None or number.unit == "euro" or number.value.as_tuple().exponent == -2
        ):
            return number
    return None


def _cents(number: Number | None) -> int | None:
    return None if number is None else int((number.value * 100).to_integral_value())


def _reduction(look: Look, sentence: Sentence, parts: Parts) -> Noticed:
    span = _span_of(parts)
    product = sums.as_published(look.product(sentence, span)[0], look.facts)
    said = _said(look, sentence, parts)
    judged = judged_under(look, said, product, in_force(look, sentence, product))
    return Noticed(
        "price_reduction",
        said.sense,
        *span,
        sentence,
        state=judged.state,
        evidence=judged.evidence,
        is_pressing=False,
        percent=parts.percent,
        was_cents=said.was,
        now_cents=said.now,
        off_cents=said.off,
        number_at=_figure_at(parts),
        now_at=(parts.now.start, parts.now.end) if parts.now else None,
        product=product,
        campaign=judged.campaign,
        because=judged.because,
        also=judged.also,
        known_cents=judged.reference,
        known_at=judged.since,
        known_percent=judged.percent,
    )


def _span_of(parts: Parts) -> tuple[int, int]:
    figures = [one for one in (parts.was, parts.now, parts.off) if one is not None]
    ends = [cue.end for cue in parts.cues] + [one.end for one in figures]
    return min(cue.start for cue in parts.cues), max(ends)


def _said(look: Look, sentence: Sentence, parts: Parts) -> sums.Said:
    known = ("rrp", "was", "percent", "half", "off", "multi")
    start = parts.cues[0].start
    return sums.Said(
        sense=next((one for one in known if one in parts.senses), parts.senses[0]),
        was=_cents(parts.was),
        now=_cents(parts.now),
        off=_cents(parts.off),
        percent=parts.percent,
        is_up_to=UP_TO.search(look.reading.folded, max(0, start - 12), parts.cues[0].end) is not None,
        deal=_deal(sentence, parts),
        text=sentence.folded,
        whole=look.reading.folded,
    )


def _deal(sentence: Sentence, parts: Parts) -> Deal | None:
    """How many pieces for how much, where the words are about several."""
    cue = next((one for one in parts.cues if one.sense == "multi"), None)
    return deal_in(sentence.folded[cue.start - sentence.start : cue.end - sentence.start]) if cue else None


def _figure_at(parts: Parts) -> tuple[int, int] | None:
    """Where the figure stands that a mend would change: the price of before, else the percentage."""
    place = (
        parts.was or parts.off or next((cue for cue in parts.cues if cue.sense in ("percent", "half")), None)
    )
    return None if place is None else (place.start, place.end)


def _plain_prices(look: Look, sentence: Sentence, cues: list[Cue], used: list[Number]) -> Iterator[Noticed]:
    marks = [cue for cue in cues if cue.sense == "price"]
    if not marks or sentence.is_question:
        return
    taken = {one.start for one in used}
    money = [one for one in look.numbers(sentence) if _is_money(one, marks)]
    for amount in money:
        if amount.start in taken or not _is_asked(sentence, amount):
            continue
        product = look.product(sentence, (amount.start, amount.end))[0]
        cents = _cents(amount) or 0
        if product is not None and not figures.is_its_price(look, sentence, product, (amount, money)):
            product = None
        product = sums.with_planned_price(product, look.facts)
        state, because, evidence = sums.judge_price(
            cents, product, in_force(look, sentence, product), look.facts
        )
        yield Noticed(
            "price",
            "price",
            amount.start,
            amount.end,
            sentence,
            state=state,
            evidence=evidence,
            is_pressing=False,
            now_cents=cents,
            now_at=(amount.start, amount.end),
            product=product,
            also=because,
            known_cents=product.price_cents if product else None,
        )


def _foreign_prices(sentence: Sentence, cues: list[Cue]) -> Iterator[Noticed]:
    """A price in pounds or dollars: a claim, but nothing that we know can be held against it."""
    if sentence.is_question:
        return
    text = sentence.folded
    for cue in apart(cue for cue in cues if cue.sense == "foreign"):
        start, end = cue.start - sentence.start, cue.end - sentence.start
        if TAKEN_OFF.match(text, end) or OTHER_MONEY.search(text, max(0, start - 40), start):
            continue
        if not is_cancelled(sentence, cue.start, cue.end, question=False):
            yield Noticed("price", "price", cue.start, cue.end, sentence, is_pressing=False)


def _is_money(number: Number, marks: list[Cue]) -> bool:
    """Whether a number has a price's sign, word or two decimals, and measures nothing."""
    if number.unit == "percent" or not any(
        one.start < number.end and number.start < one.end for one in marks
    ):
        return False
    return number.unit == "euro" or kind_of_noun(number.noun) not in ("measure", "praise", "age", "time")


def _is_asked(sentence: Sentence, amount: Number) -> bool:
    """Whether the shop asks this amount for something now: no postage, voucher, threshold or price of before."""
    start, end = amount.start - sentence.start, amount.end - sentence.start
    text = sentence.folded
    if OTHER_MONEY.search(text, max(0, start - 40), start) or AFTER_OTHER.match(text, end):
        return False
    if figures.is_compared(text, end, end):
        return False
    return not is_cancelled(sentence, amount.start, amount.end, question=False)


NO_REDUCTION = late(
    r"(?<!\w)(?:reduced mobility|euro (?:\w+ )?over (?:the|de|that|die) \d+|"
    r"graden|degrees|temperatuur|temperature|gewicht|weight|batterij|battery|suiker|sugar|zout|"
    r"salt|vet|fat|stroom|energie|energy|water|bloeddruk|"
    r"ingrediënt\w*|geluid|noise|gulden|guilders?|frank|francs?|niet goedkoper|not cheaper|geen (?:korting|"
    r"sale|uitverkoop|solden|actie)|"
    r"no (?:sale|discount|offer)|zonder korting|krimp\w*|shrink\w*|in (?:18|19)\d\d)(?!\w)"
)
FOR_SALE_OF = late(r"(?:te koop|for sale|point of sale|after sale|van de verkoop)")


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """A place where a frame of a lower price fits, with the figures that stand in it."""
    text = sentence.folded
    if NO_REDUCTION.search(text) or FOR_SALE_OF.search(text):
        return None
    if any(sentence.start <= one.start < sentence.end for one in look.cues.get("rrp", ())):
        return None  # two figures of which one is a maker's advice; `rrp` judges that
    if cue.sense == "likely" and len(sentence.tokens) < FEW_WORDS:
        return None  # "nu 15 euro": a price and nothing else
    said = [one for one in look.numbers(sentence) if cue.start <= one.start < cue.end]
    if not said and FIGURE.search(text, cue.start - sentence.start, cue.end - sentence.start):
        return None  # its figures are no numbers: "van 10.15 naar 11.20" is when the train goes
    money = [one for one in said if one.unit == "euro" or (not one.unit and not one.noun) or _has_cents(one)]
    percent = next((one for one in said if one.unit == "percent"), None)
    if sentence.is_question and percent is None and len(money) < 2:
        return None
    is_taken_back = is_undone(sentence, cue, question=False) or is_over(sentence, cue)
    is_taken_back = is_taken_back or figures.is_of_several(sentence, (cue.start, cue.end), percent)
    if is_taken_back or figures.is_no_money(sentence, said, percent):
        return None
    parts = Parts([cue], senses=["vague"])
    if percent is not None:
        parts.percent, parts.senses = percent.value.copy_abs(), ["percent"]
    elif len(money) == 2 and money[0].value != money[1].value:
        if figures.is_rise(text, sentence.start, money[0], money[1]):
            return None
        parts.was, parts.now = sorted(money, key=lambda one: -one.value)
        parts.senses = ["was"]
    elif HALVES.search(text, cue.start - sentence.start, cue.end - sentence.start):
        parts.percent, parts.senses = Decimal(50), ["half"]
    return _reduction(look, sentence, parts)


FEW_WORDS = 5
FIGURE = late(r"\d[.,:]\d")
HALVES = late(r"(?<!\w)(?:helft|halve|half)(?!\w)")


def _has_cents(number: Number) -> bool:
    return number.value.as_tuple().exponent == -2


KIND = Kind("price", CUES, find, claims=("price_reduction", "price"), understand=understand)
