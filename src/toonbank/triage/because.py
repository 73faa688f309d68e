"""Why the score is what it is: the words without which it would be lower, or higher.

No guess: for each candidate the message is weighed again with those words blanked out, and the difference is the weight.
Candidates are the signs and the words that weigh most; only a few are tried, so that a long message stays cheap.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from toonbank.language.features import TOKEN, tokens
from toonbank.triage.labels import Span
from toonbank.triage.signs import Sign
from toonbank.triage.smallwords import is_reason
from toonbank.triage.weighing import Part, Scale, Scores

MOST = 2
_LOOKED_AT = 12
_LEAST = 0.0005
_WORTH = 0.2
_BESIDE = 0.5
_DENIED_FOR = 2
_TRIED = 3


@dataclass(slots=True)
class Weighed:
    """A message in words, weighed: the text, its words, its signs, and how signs are found in words."""

    text: str
    words: Sequence[str]
    signs: Sequence[Sign]
    signs_of: Callable[[Sequence[str]], list[Sign]]
    scale: Scale
    scores: Scores
    _places: list[tuple[int, int]] = field(default_factory=list)
    _walk: Iterator[re.Match[str]] | None = None

    def pulls(self) -> list[float]:
        """Per word about how much it speaks for a complaint."""
        return self.scale.pulls(self.words, self.signs)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place in the text of the words from `first` up to `last`."""
        places = self._places
        if len(places) < last:  # walks no further than it must
            self._walk = walk = self._walk or TOKEN.finditer(self.text)
            places += [match.span() for match in islice(walk, last - len(places))]
        return places[first][0], places[last - 1][1]

    def gain(self, first: int, last: int) -> float:
        """How much the score falls when the words from `first` up to `last` are blanked out."""
        start, end = self.span(first, last)
        text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"
        words = [*self.words[:first], *self.words[last:]]
        if start and not self.text[start - 1].isspace():
            # What stands before it may read otherwise: a full stop may end a sentence now.
            read = tokens(text)
            if read != words:
                return self.scores.grave - self.scale.weigh(text, read, self.signs_of(read)).grave
        part = Part(text, words, self.signs_of(words), self.words, first, last)
        return self.scores.grave - self.scale.grave_without(part, self.scores)


def raising(said: Weighed) -> tuple[Span, ...]:
    """What raises the score, heaviest first: up to two spans of a grave message, else one where there is something to raise."""
    most = MOST if said.scores.grave >= 0.5 else int(said.scores.grave >= _WORTH)
    return _verified(said, said.pulls(), said.gain, most) if said.words and most else ()


def calming(said: Weighed) -> tuple[Span, ...]:
    """What calms a message that is not grave: one span at most, with a weight below 0."""
    if not said.words or said.scores.grave >= 0.5:
        return ()
    found = _verified(said, [-pull for pull in said.pulls()], lambda *stretch: -said.gain(*stretch), 1)
    return tuple(Span(span.start, span.end, -span.weight) for span in found)


def _candidates(said: Weighed, pulls: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Stretches of words that pull upwards, heaviest first; a word that is part of a phrase brings the phrase along.

    A small word alone is no reason, and one that weighs little beside the heaviest is none either.
    """
    words, phrases = said.words, _phrases(said.signs)
    taken: set[int] = set()
    bar = 0.0
    for place in sorted(range(len(pulls)), key=pulls.__getitem__, reverse=True)[:_LOOKED_AT]:
        if pulls[place] <= bar:
            return
        first, last = phrases.get(place, (place, place + 1))
        if taken.isdisjoint(range(first, last)) and any(map(is_reason, words[first:last])):
            taken.update(range(first, last))
            yield first, last
            bar = bar or pulls[place] * _BESIDE


def _phrases(signs: Sequence[Sign]) -> dict[int, tuple[int, int]]:
    """Per place the phrase that it is part of; a word that is denied has its denial with it: "not happy"."""
    found: dict[int, tuple[int, int]] = {}
    denied = -9
    for name, begin, last in signs:
        if name == "not":
            denied = begin
        is_denied = name[-1] == "~" and 0 < begin - denied <= _DENIED_FOR
        first = denied if is_denied else begin
        if last - first > 1:
            found.update(dict.fromkeys(range(first, last), (first, last)))
    return found


def _verified(
    said: Weighed, pulls: Sequence[float], gain: Callable[[int, int], float], most: int
) -> tuple[Span, ...]:
    found: list[Span] = []
    for tried, (first, last) in enumerate(_candidates(said, pulls)):
        if tried >= most and (found or tried > _TRIED):
            break
        weight = gain(first, last)
        if weight > _LEAST:
            found.append(Span(*said.span(first, last), weight))
    return tuple(sorted(found, key=lambda span: -span.weight))
