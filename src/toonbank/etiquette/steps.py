"""Whether a reply to a complaint holds a next step: an action, a time, a person, a choice, or a question that moves on."""

from __future__ import annotations

import re

from toonbank.etiquette import stepwords as words
from toonbank.etiquette.late import late
from toonbank.language.reading import Reading, Sentence

REACH_BACK, REACH_ON, FARTHEST = 70, 25, 200
_VAGUE = late(rf"(?<!\w)(?:{words.VAGUE}|{words.MISTAKES})(?!\w)")
_VAGUE_BACK = late(rf"(?<!\w)(?:{words.VAGUE_BACK})(?!\w)")
_DEED = late(rf"(?<!\w)(?:{words.DEED_NL}|{words.DEED_EN})(?!\w)")
_DOING = late(r"\W*\w+ing\b")
_LOOKING, _NOUN = late(words.LOOKING), late(words.NOUNS)
_PERSON, _ALONE = late(words.PERSON), late(words.ALONE)
_TIME, _HOPES, _CLOSED = late(words.TIME), late(words.HOPES), late(words.CLOSED)
_SENT, _ANEW = late(words.SENT_BEFORE), late(words.SENT_ANEW)
_THINGS = tuple(
    late(one)
    for one in (words.GOODS_MOVE, words.MONEY, words.DONE, words.CHOICE, words.ASKED_OF_YOU, words.THEY_ACT)
)
_FUTURE = late(words.FUTURE)
_ANY_MOMENT = late(r"\b(?:nu|now|meteen|direct|straks|dadelijk|immediately|at once)\b")
_RHETORIC = late(words.RHETORIC)
_LATER = late(
    r"\b(?:volgende|eerstvolgende|next|future) (?:bestelling|aankoop|order|purchase|visit|bezoek|keer|time)\b|\bcode\b"
)
_PAST = late(r"\b(?:was|waren|werd|had|hadden|were|gisteren|yesterday|vorige|last|took|kwam|kwamen)\b")
_PURPOSE = late(r"\bom\b[^,;:]{0,50}\bte\s$")  # "tips om knopen aan te zetten"
_CLAUSE_END = late(r"[,;:–—()]| (?:en|and|maar|but) (?=ik|we|wij|i\b|je|you)")


def has_step(reading: Reading, passed_over: tuple[tuple[int, int], ...] = ()) -> bool:
    """Whether any sentence moves the matter on.

    In a sentence that touches one of `passed_over` (a joke, a reproach, a sale) only what the shop itself does counts.
    """
    return any(
        _moves_on(sentence, is_heard=not any(_touch(sentence, span) for span in passed_over))
        for sentence in reading.sentences
    )


def _touch(sentence: Sentence, span: tuple[int, int]) -> bool:
    return sentence.start < span[1] and span[0] < sentence.end


def _moves_on(sentence: Sentence, *, is_heard: bool) -> bool:
    plain = _VAGUE.sub(_blank, sentence.folded)
    has_time = _TIME.search(plain) is not None
    if not has_time:
        plain = _VAGUE_BACK.sub(_blank, plain)
    if _does(sentence, plain, has_time=has_time):
        return True
    if not is_heard:
        return False
    if _stands(sentence, plain, _FUTURE.search(plain)):
        return True
    if sentence.is_question and not _RHETORIC.search(sentence.folded):
        return True
    things = (thing.search(plain) for thing in _THINGS)
    if any(_stands(sentence, plain, match) for match in things) and not _LATER.search(plain):
        return True
    return has_time and _is_plan(plain)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _clause(plain: str, start: int, end: int) -> str:
    """The words between two commas around a place."""
    first = max(0, start - FARTHEST)
    for edge in _CLAUSE_END.finditer(plain, first, start):
        first = edge.end()
    last = min(len(plain), end + FARTHEST)
    after = _CLAUSE_END.search(plain, end, last)
    return plain[first : after.start() if after else last]


def _stands(sentence: Sentence, plain: str, match: re.Match[str] | None) -> bool:
    """Whether something was found that is neither denied nor only hoped for."""
    if match is None:
        return False
    start, end = match.span()
    if _HOPES.search(_clause(plain, start, end)):
        return False
    return not sentence.is_negated(sentence.start + start, sentence.start + end)


def _does(sentence: Sentence, plain: str, *, has_time: bool) -> bool:
    """Whether somebody of the shop does something: "ik bel de koerier", "calling the courier"."""
    for match in _DEED.finditer(plain):
        around = plain[max(0, match.start() - REACH_BACK) : match.end() + REACH_ON]
        is_ours = _PERSON.search(around) is not None or (
            match.start() < len(match[0]) and _DOING.match(plain) is not None
        )
        if _PURPOSE.search(plain, max(0, match.start() - REACH_BACK), match.start()):
            continue
        if not is_ours or _NOUN.search(plain, max(0, match.start() - 12), match.end()):
            continue
        if _LOOKING.match(match[0]) and not has_time and not _ALONE.search(around):
            continue
        if _SENT.search(match[0]) and not _ANEW.search(plain):
            continue
        if _LATER.search(_clause(plain, *match.span())):
            continue
        if _stands(sentence, plain, match):
            return True
    return False


def _is_plan(plain: str) -> bool:
    """Whether a moment belongs to what will be, not to what was, or to opening hours."""
    found = _TIME.search(_ANY_MOMENT.sub(_blank, plain))
    if found is None:
        return False
    clause = _clause(plain, *found.span())
    return not (_PAST.search(clause) or _CLOSED.search(clause) or _HOPES.search(clause))
