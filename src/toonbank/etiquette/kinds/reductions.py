"""One reduction under all promotions that run, and of several goods at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.kinds import sums
from toonbank.etiquette.kinds.base import Cue, Look
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Campaign, Product


_GAVE = (  # an offer that was
    r"(?<!\w)(?:was er|waren er|hadden we|gaven we|kreeg je|kreeg u|there was|there were|we had|we gave|you got)(?!\w)"
)
GAVE = late(_GAVE)
GAVE_BEFORE = late(_GAVE + r"(?: (?!(?:nu|now|vandaag|today)(?!\w))[\w%€.]+){0,3} ?\Z")
IS_OVER = late(
    r" (?:is|zijn|was|has|have|are) (?:(?:nu|now|al|alweer|inmiddels|helaas|already|sadly|unfortunately) ){0,2}"
    r"(?:voorbij|afgelopen|verlopen|gestopt|over|ended|finished|expired)(?! \d)(?!\w)"
)
NEAR = 60  # characters


def is_over(sentence: Sentence, cue: Cue) -> bool:
    """Whether an offer is told as one that was: "vorige week was er 20% korting", "the 20% off has ended"."""
    text, start = sentence.folded, cue.start - sentence.start
    return (
        GAVE.match(text, start) is not None
        or GAVE_BEFORE.search(text, max(0, start - NEAR), start) is not None
        or IS_OVER.search(text, start, cue.end - sentence.start + NEAR) is not None
    )


def judged_under(
    look: Look, said: sums.Said, product: Product | None, campaigns: Sequence[Campaign]
) -> sums.Judged:
    """The reduction under the promotion that bears it out, if one does; else as one of them denies it."""
    verdicts: list[sums.Judged] = []
    for campaign in campaigns or (None,):
        verdicts.append(_under(look, said, product, campaign))
        if verdicts[-1].state is ClaimState.PROVEN:
            return verdicts[-1]
    order = KINDEST if said.sense == "vague" else FIRMEST
    return min(verdicts, key=lambda one: (order.index(one.state), -_percent_of(one)))


def _percent_of(judged: sums.Judged) -> float:
    """The percentage of its promotion: of two that deny a figure the larger one is named."""
    return (judged.campaign.percent or 0) if judged.campaign is not None else 0


# words without a figure ("sale") are not denied where one promotion leaves them open
KINDEST = (ClaimState.UNKNOWN, ClaimState.CONTRADICTED)
FIRMEST = (ClaimState.CONTRADICTED, ClaimState.UNKNOWN)
WORST = (ClaimState.CONTRADICTED, ClaimState.UNKNOWN, ClaimState.PROVEN)


def _under(look: Look, said: sums.Said, product: Product | None, campaign: Campaign | None) -> sums.Judged:
    """The reduction of one product; of several at once the worst tells, and of "up to" the one that goes furthest."""
    goods = _goods_of(look, campaign) if product is None and (campaign is not None or said.is_up_to) else []
    if not goods:
        return sums.judge(said, product, campaign, look.facts)
    verdicts = (sums.judge(said, sums.as_published(one, look.facts), campaign, look.facts) for one in goods)
    if said.is_up_to:
        return max(verdicts, key=lambda one: (WORST.index(one.state), one.percent or 0))
    judged: list[sums.Judged] = []
    for one in verdicts:
        judged.append(one)
        if one.state is ClaimState.CONTRADICTED:
            break  # no other is worse
    return min(judged, key=lambda one: WORST.index(one.state))


def _goods_of(look: Look, campaign: Campaign | None) -> list[Product]:
    """The goods of the facts that a promotion is about, all where none limits them."""
    meant = campaign.products if campaign is not None else ()
    return [one for one in look.facts.products or () if not meant or one.ref in meant]
