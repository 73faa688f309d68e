"""Numbers in Dutch and English, in digits and in words, with what they count."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from toonbank.language.bounds import bound_around
from toonbank.language.digits import Raw, digits_in
from toonbank.language.late import late
from toonbank.language.nouns import kind_of_noun, noun_after
from toonbank.language.numberwords import VAGUE_PATTERN, VAGUE_WORDS, Bound, is_number_word, vague, value_at
from toonbank.language.reading import Reading, Sentence, Word
from toonbank.language.tongue import SMALL_WORDS

Unit = Literal["", "euro", "percent"]

_UNIT = late(
    r"\s?(?:(?P<percent>%|procent\b|percent\b|pct\b)|(?P<euro>€(?!\s?\d)|euro(?:['’]?s)?\b|eur\b)|(?P<cent>cents?\b|ct\b))"
)
_EURO_BEFORE = late(r"(?:€|\beuro?)\s?$")
_NO_PRICE_BEFORE = late(r"[$£¥]\s?$|(?:gemiddeld|rated|average|cijfer|score|beoordeeld)[^.;!?]{0,24}$")
_BEFORE_ONE = late(
    r"(?<!\w)(?:maar|slechts|enkel|nog\s+precies|precies|exact|only|just|exactly|down\s+to|last)\s+(?:nog\s+)?$"
)
_AFTER_ONE = late(
    r"\s+(?:enkele?|stuks?(?!\s+(?:of|meer|minder|beter|[a-z]{2,12}er)\b)|exemplaar|over|beschikbaar|left|remaining"
    r"|available|single|of\s+(?:the|our|these)|in\s+stock|op\s+voorraad|pair|piece|copy|day\s+left|hour\s+left|to\s+go)\b"
)
_BEFORE_CENTS = (" ", " en ", " and ", "\u00a0")
_CENT = Decimal("0.01")
_ASKED = frozenset({"kost", "kosten", "cost", "costs", "stuk", "each"})
_ONES = frozenset({"een", "one"})
_WINDOW = 28


class Number(NamedTuple):
    """A number in a text: its value, its place, how exact it is meant, and what it counts.

    `bound` says which way the truth may be off: "ruim 100" is at_least. `noun` is in small letters, "" when none
    follows. The place holds the sign and the unit: "€ 49,95", "30 procent", "een stuk of tien".
    """

    value: Decimal
    start: int
    end: int
    approximate: bool = False
    bound: Bound = "exact"
    unit: Unit = ""
    noun: str = ""


class Amount(NamedTuple):
    """An amount of money in cents."""

    cents: int
    start: int
    end: int


def numbers(part: Reading | Sentence) -> tuple[Number, ...]:
    """All numbers of a reading or a sentence, in order and never overlapping.

    Times, dates, telephone numbers and ordinals ("2e", "3rd") are none. "een", "a" and "one" count only where they
    clearly count: "één", "nog maar een", "een stuk", "one left".
    """
    if isinstance(part, Reading):
        return tuple(number for sentence in part.sentences for number in numbers(sentence))
    if part.numbers is None:
        part.numbers = tuple(_in_sentence(part))
    return part.numbers


def percentages(part: Reading | Sentence) -> tuple[Number, ...]:
    """The percentages."""
    return tuple(number for number in numbers(part) if number.unit == "percent")


def amounts(part: Reading | Sentence) -> tuple[Amount, ...]:
    """The amounts of money: what has a euro sign or word, and bare prices such as 49,95.

    A bare number with two decimals is no price when it measures ("1,50 meter") or judges ("gemiddeld 4,75").
    """
    sentences = part.sentences if isinstance(part, Reading) else (part,)
    return tuple(
        Amount(round(number.value * 100), number.start, number.end)
        for sentence in sentences
        for number in numbers(sentence)
        if number.unit == "euro" or _is_bare_price(sentence, number)
    )


def _is_bare_price(sentence: Sentence, number: Number) -> bool:
    if number.unit or number.value.as_tuple().exponent != -2:
        return False
    if kind_of_noun(number.noun) in ("measure", "praise", "age"):
        return False
    place = number.start - sentence.start
    return _NO_PRICE_BEFORE.search(sentence.folded[max(0, place - _WINDOW) : place]) is None


def _in_sentence(sentence: Sentence) -> list[Number]:
    folded, language = sentence.folded, sentence.language
    raws = [*digits_in(folded, language), *_vague_ones(sentence)]
    taken = {place for raw in raws for place in (raw.start, raw.end - 1)}
    raws += [raw for raw in _in_words(sentence) if taken.isdisjoint(range(raw.start, raw.end))]
    if len(raws) > 1:
        raws.sort(key=lambda raw: (raw.start, -raw.end))
    found: list[Number] = []
    for raw in raws:
        if found and found[-1].unit == "euro":
            cents = _cents_after(sentence, found[-1], raw)
            if cents is not None:
                found[-1] = _with_cents(sentence, found[-1], raw, cents)
                continue
        number = _finished(sentence, folded, raw)
        if not found or number.start >= found[-1].end:
            found.append(number)
    return found


def _cents_after(sentence: Sentence, euros: Number, raw: Raw) -> Decimal | None:
    """The part of a euro with which whole euros go on: "12 euro 50", "twaalf euro en vijftig cent"."""
    folded, offset = sentence.folded, sentence.start
    if euros.value % 1 or not 0 < raw.value < 100 or raw.value % 1:
        return None
    if folded[euros.end - offset : raw.start] not in _BEFORE_CENTS:
        return None
    if not folded[euros.start - offset : euros.end - offset].endswith(("o", "s", "r", "€")):
        return None
    unit = _UNIT.match(folded, raw.end)
    if unit is not None:
        return raw.value / 100 if unit["cent"] else None
    noun = noun_after(folded, raw.end, sentence.language)
    is_bare = not noun or noun in SMALL_WORDS or noun in _ASKED
    return raw.value / 100 if is_bare and raw.value >= 10 else None


def _with_cents(sentence: Sentence, euros: Number, raw: Raw, cents: Decimal) -> Number:
    unit = _UNIT.match(sentence.folded, raw.end)
    end = unit.end() if unit is not None else raw.end
    return euros._replace(value=(euros.value + cents).quantize(_CENT), end=sentence.start + end)


def _finished(sentence: Sentence, folded: str, raw: Raw) -> Number:
    """The raw number with its unit, its bound and its noun."""
    value, end = raw.value, raw.end
    unit: Unit = "euro" if raw.is_price else ""
    after = _UNIT.match(folded, end)
    if after is not None:
        end = after.end()
        unit = "percent" if after["percent"] else "euro"
        if after["cent"]:
            value /= 100
    bound, start = bound_around(folded, raw.start, end, sentence.language)
    sign = None if after is not None else _EURO_BEFORE.search(folded[max(0, raw.start - 6) : raw.start])
    if sign is not None:
        unit, start = "euro", min(start, raw.start - len(sign[0]))
    if bound == "exact":
        bound = raw.bound
    noun = "" if unit == "euro" else noun_after(folded, end, sentence.language)
    return Number(value, sentence.start + start, sentence.start + end, bound != "exact", bound, unit, noun)


def _vague_ones(sentence: Sentence) -> Iterator[Raw]:
    if VAGUE_WORDS.isdisjoint(sentence.tokens):
        return
    for match in VAGUE_PATTERN.finditer(sentence.folded):
        meant = vague(match[0])
        yield Raw(meant.value, *match.span(), meant.bound)


def _in_words(sentence: Sentence) -> Iterator[Raw]:
    if not any(map(is_number_word, sentence.tokens)):
        return
    words, text = sentence.words, sentence.folded
    place = 0
    while place < len(words):
        run = _run_from(sentence, words, place) if is_number_word(words[place].folded) else []
        read = value_at(run, 0) if run else None
        if read is None:
            place += 1
            continue
        value, taken = read
        start = words[place].start - sentence.start
        end = words[place + taken - 1].end - sentence.start
        if taken > 1 or run[0] not in _ONES or _counts(text, start, end):
            yield Raw(Decimal(value), start, end)
        place += taken


def _run_from(sentence: Sentence, words: tuple[Word, ...], place: int) -> list[str]:
    """The words from `place` that only a space or a hyphen parts, at most eight."""
    run = [words[place].folded]
    for before, word in zip(words[place : place + 7], words[place + 1 : place + 8], strict=False):
        if sentence.reading.text[before.end : word.start].strip("-‑") not in ("", " ", "\u00a0"):
            break
        run.append(word.folded)
    return run


def _counts(folded: str, start: int, end: int) -> bool:
    """Whether a lone "een" or "one" is a number here and not an article or a pronoun."""
    return _AFTER_ONE.match(folded, end) is not None or (
        _BEFORE_ONE.search(folded[max(0, start - _WINDOW) : start]) is not None
    )


def format_number(value: Decimal | int, lang: str) -> str:
    """A number as a reader of `lang` writes it: 1.250,5 in Dutch, 1,250.5 in English."""
    shown = f"{Decimal(value):,f}"
    return shown.translate({44: ".", 46: ","}) if lang == "nl" else shown


def format_amount(cents: int, lang: str) -> str:
    """An amount without its sign: "49,95" in Dutch, "49.95" in English, whole euros "59"."""
    return format_number(Decimal(cents).scaleb(-2) if cents % 100 else Decimal(cents // 100), lang)
