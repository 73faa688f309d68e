"""Which promotion of the shop a sentence is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toonbank.etiquette.facts import Facts
from toonbank.language.numbers import percentages
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Campaign


def linked(facts: Facts, sentence: Sentence) -> tuple[Campaign, ...]:
    """The promotions that a sentence may be about: those with its percentage or words, else all."""
    campaigns = facts.campaigns or ()
    if len(campaigns) < 2:
        return campaigns
    said = {float(number.value) for number in percentages(sentence)}
    near = tuple(one for one in campaigns if one.percent is not None and one.percent in said)
    named = tuple(one for one in campaigns if one.offer and one.offer.casefold() in sentence.folded)
    return near or named or campaigns
