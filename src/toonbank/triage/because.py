"""Why the score is what it is: the words without which it would be lower, or higher.

No guess: for each candidate the message is weighed again with those words blanked out, and the difference is the weight.
Candidates are the signs and the words that weigh most; only a few are tried, so that a long message stays cheap.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toonbank.language.features import tokens
from toonbank.triage.labels import Span
from toonbank.triage.signs import Sign
from toonbank.triage.weighing import Scale, Scores

MOST = 3
_TRIED = 4
_LONGEST = 60
_LEAST = 0.01


@dataclass(frozen=True)
class Words:
    """A message in words: the text, its words, their places, and how signs are found in words."""

    text: str
    words: Sequence[str]
    places: Sequence[tuple[int, int]]
    signs_of: Callable[[Sequence[str]], list[Sign]]

    def without(self, first: int, last: int) -> tuple[str, list[str]]:
        """Text and words with the words from `first` up to `last` blanked out."""
        start, end = self.places[first][0], self.places[last - 1][1]
        text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"
        return text, tokens(text)  # read anew: a full stop may end a sentence now


def reasons(said: Words, scores: Scores, weigher: Scale) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What raises the score, and what calms it, each heaviest first.

    A grave message is asked for up to three spans that raise it, another for two that calm it and one that raises it.
    """
    if not said.words:
        return (), ()
    signs = said.signs_of(said.words)
    pulls = weigher.pulls(said.words, signs)
    ups, downs = (MOST, 0) if scores.grave >= 0.5 else (1, 2)

    def gain(stretch: tuple[int, int]) -> float:
        text, words = said.without(*stretch)
        return scores.grave - weigher.weigh(text, words, said.signs_of(words)).grave

    because = _verified(said, _candidates(pulls, signs), ups, gain)
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
    for first, last in candidates[: most + 1]:
        if len(found) == most:
            break
        weight = gain((first, last))
        if weight > _LEAST:
            found.append(Span(said.places[first][0], said.places[last - 1][1], weight))
    return tuple(sorted(found, key=lambda span: -span.weight))
