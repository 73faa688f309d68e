"""Why the score is what it is: the words without which it would be lower, or higher.

No guess: for each candidate the message is weighed again with those words blanked out, and the difference is the weight.
Candidates are the signs and the words that weigh most; only a few are tried, so that a long message stays cheap.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toonbank.language.features import tokens
from toonbank.triage.labels import Span
from toonbank.triage.signs import Sign
from toonbank.triage.weighing import Scale

MOST = 2
_TRIED = 4
_LONGEST = 60
_LEAST = 0.01
_WORTH = 0.1


@dataclass(frozen=True)
class Words:
    """A message in words: the text, its words, their matches, its signs, and how signs are found in words."""

    text: str
    words: Sequence[str]
    matches: Sequence[re.Match[str]]
    signs: Sequence[Sign]
    signs_of: Callable[[Sequence[str]], list[Sign]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place in the text of the words from `first` up to `last`."""
        return self.matches[first].start(), self.matches[last - 1].end()

    def without(self, first: int, last: int) -> tuple[str, list[str]]:
        """Text and words with the words from `first` up to `last` blanked out."""
        start, end = self.span(first, last)
        text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"
        return text, tokens(text)  # read anew: a full stop may end a sentence now


def reasons(said: Words, score: float, weigher: Scale) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What raises the score, and what calms it, each heaviest first.

    A grave message is asked for up to two spans that raise it, another for one that calms it, and for one that raises it where there
    is something to raise.
    """
    if not said.words:
        return (), ()
    signs = said.signs
    pulls = weigher.pulls(said.words, signs)
    ups, downs = (MOST, 0) if score >= 0.5 else (int(score >= _WORTH), 1)

    def gain(stretch: tuple[int, int]) -> float:
        text, words = said.without(*stretch)
        return score - weigher.grave(text, words, said.signs_of(words))

    because = _verified(said, _candidates(pulls, signs), ups, gain) if ups else ()
    if not downs:
        return because, ()
    turned = [-pull for pull in pulls]
    against = _verified(said, _candidates(turned, signs), downs, lambda stretch: -gain(stretch))
    return because, tuple(Span(span.start, span.end, -span.weight) for span in against)


def _candidates(pulls: Sequence[float], signs: Sequence[Sign]) -> list[tuple[int, int]]:
    """Stretches of words that pull upwards, heaviest first; a word that is part of a phrase brings the phrase along."""
    phrases = {
        place: (sign.first, sign.last)
        for sign in signs
        if sign.last - sign.first > 1
        for place in range(sign.first, sign.last)
    }
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for place in sorted(range(len(pulls)), key=lambda one: -pulls[one])[: 3 * _TRIED]:
        if pulls[place] <= 0 or len(found) == _TRIED:
            break
        first, last = phrases.get(place, (place, place + 1))
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            found.append((first, last))
    return found


def _verified(
    said: Words, candidates: Sequence[tuple[int, int]], most: int, gain: Callable[[tuple[int, int]], float]
) -> tuple[Span, ...]:
    found: list[Span] = []
    for first, last in candidates[:most]:
        if len(found) == most:
            break
        weight = gain((first, last))
        if weight > _LEAST:
            found.append(Span(*said.span(first, last), weight))
    return tuple(sorted(found, key=lambda span: -span.weight))
