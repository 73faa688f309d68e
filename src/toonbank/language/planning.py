"""Finds out beforehand where a scanner has to try each of its patterns: slow and exact, the other half of `plan`."""

from collections.abc import Callable, Iterable, Sequence
from math import fsum

from toonbank.language.beginnings import UNKNOWN, Pairs, beginnings_of
from toonbank.language.literals import needs_of, share, share_of_part, share_of_word
from toonbank.language.plan import ANY_WORD, PART, WORD, Lines, Need, Needs

_FEW_PARTS = 12
# A place that two words give is tried at less cost than one that must be looked for, and far less than all places.
_EASE, _EASE_ANYWHERE = 0.4, 0.04
_SECOND_SHARE = 0.2  # at most so many of the places where a word stands have a certain word after it


def plan_lines(patterns: Iterable[str], write_out: Callable[[str], str] | None = None) -> Lines:
    """The lines of the plan for these patterns."""
    making = _Making()
    for number, source in enumerate(patterns):
        needs = needs_of(source, is_framed=write_out is not None)
        making.add(number, needs, beginnings_of(write_out(source) if write_out else source))
    return making.lines()


class _Making:
    def __init__(self) -> None:
        self._pairs: dict[str, dict[str, list[int]]] = {}
        self._words: dict[str, list[int]] = {}
        self._parts: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._needs: list[str] = []

    def add(self, number: int, needs: Needs, pairs: Pairs | None) -> None:
        """The next pattern, by what is found least often in texts that it does not match."""
        all_of = needs.all_of
        begins = (
            needs.begins_with if needs.begins_with and len(needs.begins_with.parts) <= _FEW_PARTS else None
        )
        ease = _EASE_ANYWHERE if begins is None else _EASE
        if pairs is not None and (not all_of or _share_of_pairs(pairs) * ease <= share(all_of[0])):
            self._add_pairs(number, pairs)
        elif all_of:
            self._add_need(number, all_of[0])
            all_of = all_of[1:]
        else:
            self._always.append(number)
        self._needs.append("\t".join(map(_need_line, (begins, *all_of))))

    def _add_pairs(self, number: int, pairs: Pairs) -> None:
        for first, second in sorted(pairs):
            if UNKNOWN in first:
                numbers = self._stems.setdefault(first.strip(UNKNOWN), [])
                numbers += [] if number in numbers else [number]
            else:
                self._pairs.setdefault(first, {}).setdefault(second, []).append(number)

    def _add_need(self, number: int, need: Need) -> None:
        for word in need.words:
            self._words.setdefault(word, []).append(number)
        for part in need.parts:
            self._parts.setdefault(part, []).append(number)

    def lines(self) -> Lines:
        """All that was added, in an order that does not change."""
        return {
            "pairs": [
                "\t".join([first, *_grouped(seconds)]) for first, seconds in sorted(self._pairs.items())
            ],
            "words": [f"{word}\t{_list(numbers)}" for word, numbers in sorted(self._words.items())],
            "parts": [f"{part}\t{_list(numbers)}" for part, numbers in sorted(self._parts.items())],
            "stems": [f"{stem}\t{_list(numbers)}" for stem, numbers in sorted(self._stems.items())],
            "always": [str(number) for number in self._always],
            "needs": self._needs,
        }


def _grouped(seconds: dict[str, list[int]]) -> list[str]:
    """The second words, those of the same patterns together."""
    groups: dict[str, list[str]] = {}
    for second, numbers in sorted(seconds.items()):
        groups.setdefault(_list(numbers), []).append(second)
    return [f"{numbers}:{' '.join(words)}" for numbers, words in groups.items()]


def _share_of_pairs(pairs: Pairs) -> float:
    """Roughly the share of texts in which such a pattern would be tried."""
    return fsum(
        share_of_part(first.strip(UNKNOWN))
        if UNKNOWN in first
        else share_of_word(first) * (1.0 if second == ANY_WORD else min(_SECOND_SHARE, share_of_word(second)))
        for first, second in pairs
    )


def _list(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))


def _need_line(need: Need | None) -> str:
    if need is None:
        return ""
    return " ".join([*(WORD + word for word in sorted(need.words)), *(PART + part for part in need.parts)])
