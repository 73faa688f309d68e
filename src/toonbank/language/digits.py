"""Numbers written in digits: 1.250, 1,250, 49,95, 49,-, 10k, 1½, 2 miljoen."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from toonbank.language.clock import is_clock
from toonbank.language.late import late
from toonbank.language.numberwords import SCALES, Bound

# Every repetition is bounded, and no match starts inside a row of digits: long rows cost no more than short ones.
_DIGITS = late(
    r"(?<![\w/=#@&])(?<!\d[.,:])(?P<digits>\d{1,15}(?:[.,]\d{1,15}|[\u00a0\u202f\u2009]\d{3}(?!\d)){0,5})"
    r"(?P<part>[½¼¾])?(?!\d)|(?<!\w)(?P<lone>[½¼¾])(?!\w)"
)
_ANY = late(r"[\d½¼¾]")
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_NO_NUMBER = late(
    r"\d{1,2}:\d{2}"
    r"|\d{1,2}\.\d{2}(?=\s?(?:uur|u|h|am|pm|a\.m|p\.m)\b)"
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d.,])"
    r"|\d{1,2}/\d{1,2}(?![\d.,])"
    r"|(?:[0-2]?\d|3[01])-(?:0?[1-9]|1[0-2])(?![\w.,-])(?!\s+[a-z]{3})"
    r"|0\d{1,3}[-\s]?\d{6,8}(?!\d)"
    r"|\d{1,4}(?:e|de|ste|st|nd|rd|th)\b"
    r"|0\d{1,14}(?![.,\d])"
)
_DASH = late(r"[,.]\s?[-–—]{1,2}(?!\d)")
_SCALE = late(r"\s?(miljoen|mln|million|duizend|thousand|honderd|hundred)\b|\s?k\b")
_GROUPS = late(r"[1-9]\d{0,2}(?:[.,\u00a0\u202f\u2009]\d{3})+")


class Raw(NamedTuple):
    """A number as it stands, before the words around it are read; places are those of the sentence."""

    value: Decimal
    start: int
    end: int
    bound: Bound = "exact"
    is_price: bool = False


def digits_in(folded: str, language: str) -> Iterator[Raw]:
    """The numbers in digits, in order; times, dates, telephone numbers and ordinals are none."""
    if _ANY.search(folded) is None:
        return
    past = 0
    for match in _DIGITS.finditer(folded):
        start, end = match.span()
        if start < past:
            continue
        other = _NO_NUMBER.match(folded, start)
        if other is not None:
            past = other.end()
            continue
        if "." in match[0] and is_clock(folded, start):
            past = start + len(match[0])
            continue
        if match["lone"]:
            yield Raw(_PARTS[match["lone"]], start, end)
            continue
        value = value_of(match["digits"], language, is_money="€" in folded[max(0, start - 2) : start])
        if value is not None:
            yield _with_tail(folded, value + _PARTS.get(match["part"] or "", Decimal(0)), start, end)


def _with_tail(folded: str, value: Decimal, start: int, end: int) -> Raw:
    dash = _DASH.match(folded, end)
    if dash is not None:
        return Raw(value, start, dash.end(), is_price=True)
    if folded[end : end + 1] == "+" and not folded[end + 1 : end + 2].isdigit():
        return Raw(value, start, end + 1, "at_least")
    scale = _SCALE.match(folded, end)
    if scale is not None:
        factor = SCALES[scale[1]] if scale[1] else 1000
        plus = folded[scale.end() : scale.end() + 1] == "+"
        bound: Bound = "at_least" if plus else "about"
        return Raw(value * factor, start, scale.end() + plus, bound)
    return Raw(value, start, end)


def value_of(digits: str, language: str, *, is_money: bool = False) -> Decimal | None:
    """The value of digits with their dots and commas; None when they make no number ("1.2.3").

    One group of three ("1.250") is a thousand with a dot in Dutch and with a comma in English, and always a thousand
    in money; elsewhere the mark is a decimal one.
    """
    marks = [char for char in digits if not char.isdigit()]
    if not marks:
        return Decimal(digits)
    is_grouped = _GROUPS.fullmatch(digits) is not None and len(set(marks)) == 1
    thousands_mark = "." if language == "nl" else ","
    if is_grouped and (
        len(marks) > 1 or is_money or marks[0] in (thousands_mark, "\u00a0", "\u202f", "\u2009")
    ):
        return Decimal("".join(filter(str.isdigit, digits)))
    if marks[-1] not in ".,":
        return None
    whole, decimals = digits.rsplit(marks[-1], 1)
    if len(marks) > 1 and (
        _GROUPS.fullmatch(whole) is None or marks[-1] in whole or len(set(marks[:-1])) > 1
    ):
        return None
    return Decimal("".join(filter(str.isdigit, whole)) + "." + decimals)
