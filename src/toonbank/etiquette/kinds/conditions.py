"""What something free is tied to: a purchase or a cost, told by a promotion or by the words beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.late import late
from toonbank.language.numbers import numbers
from toonbank.language.reading import Sentence, read

if TYPE_CHECKING:
    from toonbank.etiquette.background import Campaign

BUYING = late(  # something must be bought for it, and the words say so
    r"(?<!\w)(?:bested\w*|besteed\w*|aankoop|aankopen|aanschaf|koop|koopt|kopen|bestel(?:t|len|ling|lingen)?|bij (?:elke|elk|een|"
    r"iedere|ieder|je|twee|2|\d+) |vanaf (?:€ ?)?\d|"
    r"bij (?:€ ?)?\d|abonnement|lid(?:maatschap)?|inschrijving|spend|spending|purchase|purchases|buy|buying|when you order|"
    r"with (?:any|every|each|your|an?|one|two|\d) ?|"
    r"orders?|over (?:€ ?)?\d|from (?:€ ?)?\d|subscri\w+|member\w*|1 ?\+ ?1|tweede|2e|second|get one)"
)
NO_BUYING = late(
    r"(?<!\w)(?:niets? te kopen|niks te kopen|hoeft? (?:je )?niets? te|zonder (?:iets te kopen|aankoop)|geen aankoop|no purchase|"
    r"need to buy|nothing to buy|without buying)(?!\w)"
)
PAYING = late(  # something must be paid; what only brings it to the door is left out
    r"(?<!\w)(?:(?:€ ?)?\d+(?:[.,]\d+)? ?(?:€|euro|eur)(?!\w)|€ ?\d|\w*(?:administratie|montage|service|behandel|reserverings?|"
    r"boekings?|inschrijf|verwerkings?)\w*kosten|administratie|"
    r"kosten|handling|fees?|charges?|statiegeld|deposit|toeslag|surcharge|borg|entree|eigen bijdrage)"
)
DELIVERY = late(
    r"(?<!\w)(?:verzend\w*|bezorg\w*|porto\w*|shipping|delivery|postage|opstuur\w*|antwoordkosten)"
)
LIMITS = late(
    r"(?<!\w)(?:alleen|enkel|uitsluitend|wel|only|minimaal|minimum|slechts|maar|mits|but|applies|geldt|bij|with|when|as long as|vanaf|"
    r"daarvoor)(?!\w)"
)
NOT_FREE = late(r"(?<!\w)(?:gratis|kosteloos|kosteloze|free|cadeautje|cadeau|present|gift|presentje)(?!\w)")


def said_beside(look: Look, claim: Noticed) -> str:
    """The condition that another sentence adds, or the cost that this one does: "" when there is none."""
    own = claim.sentence
    if _costs(own, claim):
        return "cost"
    sentences = look.reading.sentences
    place = next((number for number, one in enumerate(sentences) if one.start == own.start), 0)
    after = sentences[place + 1] if place + 1 < len(sentences) else None
    if after is None or after.is_question or DELIVERY.search(after.folded) or NO_BUYING.search(after.folded):
        return ""
    text = after.folded
    if (
        len(after.tokens) > MOST_WORDS
        or not LIMITS.search(text)
        or after.is_negated(after.end - 1, after.end)
    ):
        return ""
    if BUYING.search(text) and not BUYING.search(own.folded) and NOT_FREE.search(text) is None:
        return "bought_elsewhere"
    return "cost" if FEES.search(text) and NOT_FREE.search(text) is None else ""


MOST_WORDS = 14
FEES = late(  # what is asked for something all the same, under a name of its own
    r"(?<!\w)(?:\w*(?:administratie|montage|service|behandel(?:ings)?|reserverings?|boekings?|inschrijf|verwerkings?)(?:kosten|geld|bijdrage)|"
    r"administratie|handling(?: costs?| charges?)?|(?:\w+ )?fees?|eigen bijdrage)(?!\w)"
)


def _costs(sentence: Sentence, claim: Noticed) -> bool:
    """Whether the same sentence asks for a fee all the same."""
    fee = FEES.search(sentence.folded)
    return fee is not None and not sentence.is_negated(
        sentence.start + fee.start(), sentence.start + fee.end()
    )


def hidden(sentence: Sentence, campaign: Campaign) -> str:
    """What the promotion asks and the sentence does not tell: "cost", "condition", or ""."""
    conditions = campaign.conditions.casefold()
    is_delivery = DELIVERY.search(conditions) is not None
    must_buy = BUYING.search(conditions) is not None and not NO_BUYING.search(conditions)
    if must_buy:
        return "" if _tells(sentence, conditions) else "condition"
    if is_delivery and not DELIVERY.search(sentence.folded):
        return ""  # unavoidable cost of bringing it
    if campaign.costs_cents or PAYING.search(conditions):
        return "" if _amounts(sentence.folded) & _amounts(_cost_words(campaign)) else "cost"
    return ""


def _tells(sentence: Sentence, conditions: str) -> bool:
    """Whether the sentence states that something must be bought, with the amount that is asked."""
    if not BUYING.search(sentence.folded) or NO_BUYING.search(sentence.folded):
        return False
    asked = _amounts(conditions)
    spent = {float(said) for said, _, _ in spent_in(sentence)}
    if asked and spent:
        return spent <= asked
    said = _amounts(sentence.folded)
    return not asked or not said or bool(asked & said)


def spent_in(sentence: Sentence) -> list[tuple[Decimal, int, int]]:
    """The amounts that a sentence says must be spent, each with its place; what a gift is worth is none."""
    text, offset = sentence.folded, sentence.start
    return [
        (one.value, one.start, one.end)
        for one in numbers(sentence)
        if (
            one.unit == "euro"
            or (not one.unit and not one.noun and SPENDING.search(text, 0, one.start - offset))
        )
        and not WORTH.search(text, 0, one.start - offset)
    ]


def asked_in(conditions: str) -> Decimal | None:
    """The one amount that the conditions of a promotion ask to be spent, None when there are none or several."""
    asked = {value for part in read(conditions).sentences for value, _, _ in spent_in(part)}
    return asked.pop() if len(asked) == 1 else None


SPENDING = late(
    r"(?<!\w)(?:bested\w*|besteed\w*|spend|spending|aankoop|purchase|bestelling|order)"
    r"(?: (?:van|vanaf|boven|of|from|over|above|at least|minimaal))? ?\Z"
)
WORTH = late(
    r"(?:waarde|t\.?w\.?v\.?|worth|value|valued at|normaal|normally|adviesprijs|rrp)(?: van| of)? ?(?:€ ?)?\Z"
)


def _cost_words(campaign: Campaign) -> str:
    cents = campaign.costs_cents or 0
    return f"{campaign.conditions.casefold()} {cents / 100:g} euro"


def _amounts(text: str) -> frozenset[float]:
    return frozenset(float(found[0].replace(",", ".")) for found in FIGURE.finditer(text)) - {0.0}


FIGURE = late(r"\d+(?:[.,]\d{1,2})?(?!\d)")
