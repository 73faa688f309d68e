"""A reading: one text, normalised once, with its words and sentences found only when somebody asks."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from toonbank.language.clauses import clause_of, is_denied_after, is_denied_before, is_past
from toonbank.language.late import late
from toonbank.language.quotes import quoted_spans
from toonbank.language.spans import SpanMap, whole_character_end
from toonbank.language.tongue import guess

if TYPE_CHECKING:
    from toonbank.language.numbers import Number

Language = Literal["nl", "en"]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_DIGIT = re.compile(r"\d")
# It begins with one set of marks, so that `re` can run to the next one instead of trying at every letter.
_STOP = late(
    r"[.!?…\r\n\u2028\u2029]"
    r"(?:(?<![.!?…][.!?…])(?<=[.!?…])[.!?…]*[\"'”’»)\]]{0,3}(?=\s)|(?<=[\r\n\u2028\u2029])[\r\n\u2028\u2029]*)"
)
_ABBREVIATIONS = (
    "bijv|bv|nr|no|incl|excl|ca|evt|resp|tel|st|mr|mrs|ms|dr|drs|ir|vs|etc|max|min|jl|a.s|o.a|d.w.z|m.u.v|t.w.v|p.st|p.p|e.g|i.e"
    "|approx|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec|mon|tue|wed|thu|fri"
)
_ABBREVIATION = late(
    r"(?:\b(?:" + _ABBREVIATIONS.replace(".", r"\.") + r")|(?:^|(?<=[\s.]))[a-z])$",
    re.IGNORECASE,
)
_SHORT = frozenset(_ABBREVIATIONS.split("|"))
_LAST_LETTERS = frozenset(short[-2:] for short in _SHORT)
_LOOK_BACK = 8
_CLOSING = "\"'”’»)]"  # "Top!" zei ze: the sentence of the shop goes on after what it quotes


class _Gaps(dict[int, int]):
    """For `str.translate`: letters, digits and "_" stay, all else becomes a space; twice as quick as an expression."""

    def __missing__(self, code: int) -> int:
        found = self[code] = code if (char := chr(code)).isalnum() or char == "_" else ord(" ")
        return found


_GAPS = _Gaps()


class Word:
    """One word and its place; an apostrophe inside belongs to it ("auto's", "isn't")."""

    __slots__ = ("end", "folded", "start", "text")

    def __init__(self, text: str, folded: str, start: int, end: int) -> None:
        self.text = text
        self.folded = folded
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.start}, {self.end})"


class Sentence:
    """One sentence of a reading; all its places are places in the reading's text."""

    __slots__ = ("_clause", "_folded", "_language", "_tokens", "_words", "end", "numbers", "reading", "start")

    def __init__(self, reading: Reading, start: int, end: int) -> None:
        self.reading = reading
        self.start = start
        self.end = end
        self.numbers: tuple[Number, ...] | None = None  # kept here by `numbers.numbers`, once read
        self._clause: tuple[tuple[int, int], tuple[int, int]] | None = None
        self._folded: str | None = None
        self._tokens: list[str] | None = None
        self._words: tuple[Word, ...] | None = None
        self._language: Language | None = None

    @property
    def text(self) -> str:
        """The words of this sentence, with its closing marks."""
        return self.reading.text[self.start : self.end]

    @property
    def folded(self) -> str:
        """The sentence in small letters, as long as `text`."""
        if self._folded is None:
            self._folded = self.reading.folded[self.start : self.end]
        return self._folded

    @property
    def tokens(self) -> list[str]:
        """The words in small letters, without their places; cheaper than `words`."""
        if self._tokens is None:
            folded = self.folded
            has_apostrophe = "'" in folded or "’" in folded
            self._tokens = _WORD.findall(folded) if has_apostrophe else folded.translate(_GAPS).split()
        return self._tokens

    @property
    def language(self) -> Language:
        """The language of this sentence; that of the whole text where the sentence does not tell."""
        if self._language is None:
            self._language = self.reading.forced or guess(self.folded) or self.reading.language
        return self._language

    @property
    def is_question(self) -> bool:
        """Whether it ends with a question mark, alone or among other marks ("?!")."""
        tail = self.text.rstrip("\"'”’»)] \t")[-8:]
        marks = tail[len(tail.rstrip("?!.…")) :]
        return "?" in marks

    @property
    def words(self) -> tuple[Word, ...]:
        """The words in order."""
        if self._words is None:
            self._words = tuple(words_between(self.reading, self.start, self.end))
        return self._words

    @property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """The quoted stretches that touch this sentence, marks included."""
        return tuple(span for span in self.reading.quotes if span[0] < self.end and self.start < span[1])

    def is_negated(self, start: int, end: int) -> bool:
        """Whether a "niet", "geen", "not", "no", "never" or "n't" of the same clause denies this span."""
        folded = self.reading.folded
        first, last = self._clause_around(start, end)
        return is_denied_before(folded, first, start) or (
            is_denied_after(folded, end, last) and self.language == "nl"
        )

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the span lies wholly between quotation marks."""
        return any(opening <= start and end <= closing for opening, closing in self.quotes)

    def is_past(self, start: int, end: int) -> bool:
        """Whether the clause around the span tells of the past (crude: see `clauses`)."""
        return is_past(self.reading.folded, start, end, self._clause_around(start, end))

    def _clause_around(self, start: int, end: int) -> tuple[int, int]:
        """The clause of a span; the last one is kept, as several questions are asked of one span."""
        if self._clause is None or self._clause[0] != (start, end):
            clause = clause_of(self.reading.folded, start, end, (self.start, self.end))
            self._clause = ((start, end), clause)
        return self._clause[1]

    def __repr__(self) -> str:
        return f"Sentence({self.text!r}, {self.start}, {self.end})"


class Reading:
    """One text as we read it: normalised to NFC, with the way back to the places of the original."""

    __slots__ = (
        "_folded",
        "_has_digit",
        "_language",
        "_map",
        "_quotes",
        "_sentences",
        "_starts",
        "_tokens",
        "forced",
        "original",
        "text",
    )

    def __init__(self, original: str, forced: Language | None = None) -> None:
        self.original = original
        is_plain = original.isascii() or unicodedata.is_normalized("NFC", original)
        self.text = original if is_plain else unicodedata.normalize("NFC", original)
        self.forced = forced
        self._folded: str | None = None
        self._has_digit: bool | None = None
        self._language: Language | None = None
        self._map: SpanMap | None = None
        self._quotes: tuple[tuple[int, int], ...] | None = None
        self._sentences: tuple[Sentence, ...] | None = None
        self._starts: list[int] = []
        self._tokens: list[str] | None = None

    @property
    def folded(self) -> str:
        """The text in small letters, exactly as long: a letter that would become two stays as it is."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def tokens(self) -> list[str]:
        """All runs of letters and digits, in small letters and in order."""
        if self._tokens is None:
            self._tokens = self.folded.translate(_GAPS).split()
        return self._tokens

    @property
    def has_digit(self) -> bool:
        """Whether a digit stands in it, of whatever script."""
        if self._has_digit is None:  # words of letters alone hold none: that is known sooner
            self._has_digit = not "".join(self.tokens).isalpha() and _DIGIT.search(self.text) is not None
        return self._has_digit

    @property
    def language(self) -> Language:
        """The language of the whole text, Dutch when it does not tell."""
        if self._language is None:
            self._language = self.forced or guess(self.folded, self.tokens) or "nl"
        return self._language

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order, blank ones left out."""
        if self._sentences is None:
            self._sentences = tuple(Sentence(self, start, end) for start, end in _sentence_spans(self.text))
            self._starts = [sentence.start for sentence in self._sentences]
        return self._sentences

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """The quoted stretches, marks included."""
        if self._quotes is None:
            self._quotes = quoted_spans(self.text)
        return self._quotes

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds this place, or the last one before it."""
        sentences = self.sentences
        if not sentences:
            return Sentence(self, 0, len(self.text))
        return sentences[max(0, bisect_right(self._starts, position) - 1)]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a place in `text`; accents and emoji are never cut through."""
        if self.text is not self.original:
            if self._map is None:
                self._map = SpanMap(self.original, self.text)
            start, end = self._map.original(start, end)
        return start, whole_character_end(self.original, start, end)

    def __repr__(self) -> str:
        return f"Reading({self.text[:40]!r}, {len(self.text)} characters)"


def read(text: str, lang: Language | None = None) -> Reading:
    """Start reading a text; `lang` overrules the guess."""
    return Reading(text, lang)


def fold(text: str) -> str:
    """Small letters, character by character, so that places stay the same."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def words_between(reading: Reading, start: int, end: int) -> Iterator[Word]:
    """The words between two places of a reading."""
    text, folded = reading.text, reading.folded
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        yield Word(text[first:last], folded[first:last], first, last)


def _sentence_spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _STOP.finditer(text):
        if not _goes_on(text, start, match):
            _add_trimmed(spans, text, start, match.end())
            start = match.end()
    _add_trimmed(spans, text, start, len(text))
    return spans


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sentence does not stop at these marks: an abbreviation, "(echt waar!) en...", '"Top!" zei...'."""
    stop, marks = match.start(), match[0]
    if marks == ".":
        before = text[max(start, stop - _LOOK_BACK) : stop]
        last = before[-2:]
        if last.isalpha() and last.isascii() and len(last) == 2 and last.lower() not in _LAST_LETTERS:
            return False  # most words; no abbreviation ends like this
        tail = before.rpartition(" ")[2]
        if len(tail) > 1 and tail.isalpha():
            return tail.lower() in _SHORT
        return last[-1:].isalpha() and _ABBREVIATION.search(before) is not None
    return marks[-1] in _CLOSING and text[match.end() + 1 : match.end() + 2].islower()


def _add_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    from_word = text[start:end].lstrip()
    if from_word:
        first = end - len(from_word)
        spans.append((first, first + len(from_word.rstrip())))
