"""Replacing and taking away words without leaving crumbs: capitals, double spaces, lonely stops."""

import re

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.late import late
from toonbank.language.reading import Reading, Sentence
from toonbank.language.wordlist import wordlist

BLANKS, WHITE = " \t", " \t\r\n"
DANGLING = wordlist(
    """
    voor van met op en is zijn de het een dit deze die dat we wij ons ik er hier nog maar om te meer hard heel bij in tot als dan
    for of to on with and are was the a an this that these those us at by just so as we i it if than then more fast very
    kan kunt kunnen mag mogen moet can may must
    geven geeft krijgen heeft hebben kost get gets give gives have has had be been all alle our onze
    """
)


INVERTED = late(  # a Dutch verb before who does it
    r"(?:[^\W\d_]+ (?:we|wij|ik|je|jij|u|hij|zij|ze|er|het|jullie)|[a-zà-ÿ]+t (?:de |het |een |onze )?[A-ZÀ-Þ]\w+)(?!\w)"
)


def put(reading: Reading, start: int, end: int, words: str) -> Mend:
    """These words in the place of `start`..`end`, with a capital where the sentence begins."""
    if words and _wants_capital(reading, start):
        words = words[0].upper() + words[1:]
    first, last = reading.original_span(start, end)
    return Mend(first, last, words)


BOUND = late(
    r"(?<!\w)(?:al |already )?(?:ruim|meer dan|over(?: de)?|boven de|minstens|ten minste|tenminste|bijna|zo['’]n|ongeveer|circa|more than|"
    r"well over|at least|upwards of|nearly|almost|about|around|some)\s$"
)


def from_its_bound(reading: Reading, sentence: Sentence, start: int) -> int:
    """Where a number begins with the words that make it more or less: "ruim 80" becomes exactly 58."""
    bound = BOUND.search(reading.folded[sentence.start : start])
    return start if bound is None else sentence.start + bound.start()


def _wants_capital(reading: Reading, start: int) -> bool:
    """Whether a sentence begins here: so it did with a capital, or with a figure, a sign or a handle."""
    before, first = reading.text[:start].rstrip(" \t"), reading.text[start : start + 1]
    if first.isupper():
        return not before or before[-1] in ".!?…\n:–—" or reading.text[start:].isupper()
    return not first.islower() and (not before or before[-1] in ".!?…\n")


def without_sentence(reading: Reading, sentence: Sentence) -> Mend | None:
    """The text without this sentence and the space beside it; None when nothing else would be left."""
    text = reading.text
    start, end = sentence.start, sentence.end
    if not re.search(r"\w", text[:start] + text[end:]):
        return None
    while end < len(text) and text[end] in BLANKS:
        end += 1
    if end < len(text) and text[end] in "\r\n" and (not start or text[:start].rstrip(BLANKS)[-1:] in "\r\n"):
        while end < len(text) and text[end].isspace():  # it had a line of its own, which goes with it
            end += 1
    elif end >= len(text) or text[end] in "\r\n":
        while start and text[start - 1] in (BLANKS if end < len(text) else WHITE):
            start -= 1
    first, last = reading.original_span(start, end)
    return Mend(first, last, "")


def without_words(reading: Reading, sentence: Sentence, start: int, end: int) -> Mend | None:
    """The text without these words; None when what is left of the sentence would not stand."""
    text = reading.text
    while end < sentence.end and text[end] in " ,;:–—-":
        end += 1
    if end >= sentence.end or text[end] in ".!?…":
        while start > sentence.start and text[start - 1] in " ,;:–—-":
            start -= 1
    if not _stands(text[sentence.start : start], text[end : sentence.end]):
        return None
    is_opening = start == sentence.start and text[end - 2 : end].strip(" ,;:–—-") != ""
    if is_opening and INVERTED.match(text, end):
        return None  # "Alleen vandaag speelt Henk": the verb would come first
    words = ""
    if start == sentence.start and text[start : start + 1].isupper() and end < sentence.end:
        words = text[end].upper()
        end += 1
    first, last = reading.original_span(start, end)
    return Mend(first, last, words)


def _stands(before: str, after: str) -> bool:
    """Whether a sentence is left: cut at one of its ends, of some words, and not hanging on a small one."""
    if before.strip() and re.search(r"\w", after):
        return False
    left = re.findall(r"[\w%€]+", (before + after).lower())
    return len(left) > 1 and left[0] not in DANGLING and left[-1] not in DANGLING


def without_haste(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[Mend, ...]:
    """The one mend that takes these words away, if there is any way to do that."""
    mend = without_words(reading, sentence, start, end) or without_sentence(reading, sentence)
    return () if mend is None else (mend,)
