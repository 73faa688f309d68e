"""Numbers written in words, Dutch and English: "drieëntwintig", "one hundred and five", "een stuk of wat"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from toonbank.language.late import late

Bound = Literal["exact", "about", "at_least", "at_most"]

_UNITS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    " achttien negentien",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_ACCENTS = str.maketrans("éëèê", "eeee")
# negenhonderdnegenennegentigduizendnegenhonderdnegenennegentig, with room for doubled accents
_LONGEST = 70
_GLUE = frozenset({"en", "and"})

SCALES = {
    "honderd": 100,
    "hundred": 100,
    "duizend": 1_000,
    "thousand": 1_000,
    "miljoen": 1_000_000,
    "million": 1_000_000,
    "mln": 1_000_000,
}


def _small() -> dict[str, int]:
    values: dict[str, int] = {"één": 1}
    for language, words in _UNITS.items():
        units = words.split()
        values.update({word: value for value, word in enumerate(units)})
        for step, word in enumerate(_TENS[language].split(), start=2):
            values[word] = step * 10
            if language == "nl":
                values.update({units[unit] + "en" + word: step * 10 + unit for unit in range(1, 10)})
    return values


_SMALL = _small()


def dutch_value(word: str) -> int | None:
    """The value of one word ("honderdtwintig", "drieëntwintig", "twaalfhonderd"); None when it is no number.

    English single words are known too; below a million, as Dutch writes longer numbers apart.
    """
    return _value(word.translate(_ACCENTS)) if len(word) <= _LONGEST else None


def _value(word: str) -> int | None:
    if word in _SMALL:
        return _SMALL[word]
    for scale in ("duizend", "honderd"):
        left, found, right = word.partition(scale)
        if not found:
            continue
        right = right.removeprefix("en") if right not in _SMALL else right
        head = _value(left) if left else 1
        tail = _value(right) if right else 0
        worth = SCALES[scale]
        if head is None or tail is None or not head or tail >= worth or head >= 1000:
            return None
        return head * worth + tail
    return None


@lru_cache(maxsize=16384)
def is_number_word(word: str) -> bool:
    """Whether a number may start with this word in small letters."""
    return word in _SMALL or word in SCALES or "tig" in word or "honderd" in word or "duizend" in word


def value_at(words: Sequence[str], place: int) -> tuple[int, int] | None:
    """The number that starts at words[place], and how many words it takes: ("two", "hundred") is (200, 2).

    The words are in small letters and stand next to each other in the text.
    """
    first = dutch_value(words[place]) if words[place] not in SCALES else SCALES[words[place]]
    if first is None:
        return None
    total, group, taken = 0, first, 1
    last_step = first
    while place + taken < len(words):
        skip = 1 if words[place + taken] in _GLUE and place + taken + 1 < len(words) else 0
        word = words[place + taken + skip]
        scale = SCALES.get(word, 0)
        step = dutch_value(word) if not scale else None
        if scale and not skip and group and scale > last_step % 1000:
            if scale == 100:
                group *= 100
            else:
                total, group = total + group * scale, 0
            last_step = scale
        elif step and _follows(step, last_step, glued=bool(skip)):
            group, last_step = group + step, step
        else:
            break
        taken += 1 + skip
    return total + group, taken


def _follows(step: int, before: int, *, glued: bool) -> bool:
    if before >= 100 and before % 100 == 0:
        return step < before
    if before in range(20, 100, 10) and not glued:
        return 0 < step < 10
    # "drie en twintig": the Dutch order, written apart.
    return glued and 0 < before < 10 and step in range(20, 100, 10)


class Vague(NamedTuple):
    """What a vague quantity stands for: its usual value, and which way it may be off."""

    value: Decimal
    bound: Bound


_VAGUE_WORDS: dict[str, tuple[str, Bound]] = {
    "een stuk of wat": ("3", "about"),
    "een paar": ("2", "about"),
    "een handvol": ("5", "about"),
    "een handjevol": ("5", "about"),
    "een vijftal": ("5", "about"),
    "een tiental": ("10", "about"),
    "een vijftiental": ("15", "about"),
    "een twintigtal": ("20", "about"),
    "een dertigtal": ("30", "about"),
    "een vijftigtal": ("50", "about"),
    "een honderdtal": ("100", "about"),
    "een dozijn": ("12", "about"),
    "een half dozijn": ("6", "about"),
    "half dozijn": ("6", "about"),
    "tientallen": ("20", "at_least"),
    "honderden": ("200", "at_least"),
    "duizenden": ("2000", "at_least"),
    "tienduizenden": ("20000", "at_least"),
    "honderdduizenden": ("200000", "at_least"),
    "miljoenen": ("2000000", "at_least"),
    "anderhalf": ("1.5", "exact"),
    "anderhalve": ("1.5", "exact"),
    "tweeenhalf": ("2.5", "exact"),
    "tweeenhalve": ("2.5", "exact"),
    "een half": ("0.5", "exact"),
    "een halve": ("0.5", "exact"),
    "half a dozen": ("6", "about"),
    "a half dozen": ("6", "about"),
    "a dozen": ("12", "about"),
    "a couple": ("2", "about"),
    "a few": ("3", "about"),
    "a handful": ("5", "about"),
    "a hundred": ("100", "about"),
    "a thousand": ("1000", "about"),
    "a million": ("1000000", "about"),
    "half a": ("0.5", "exact"),
    "one and a half": ("1.5", "exact"),
    "dozens": ("24", "at_least"),
    "hundreds": ("200", "at_least"),
    "thousands": ("2000", "at_least"),
    "tens of thousands": ("20000", "at_least"),
    "hundreds of thousands": ("200000", "at_least"),
    "millions": ("2000000", "at_least"),
}
VAGUE = {words: Vague(Decimal(value), bound) for words, (value, bound) in _VAGUE_WORDS.items()}
# Of each, one word that it cannot do without.
VAGUE_WORDS = frozenset(max(words.split(), key=len) for words in VAGUE)
VAGUE_PATTERN = late(
    r"(?<!\w)(?:"
    + "|".join(words.replace(" ", r"\s+") for words in sorted(VAGUE, key=len, reverse=True))
    + r")(?!\w)"
)


def vague(words: str) -> Vague:
    """The vague quantity that `VAGUE_PATTERN` found."""
    return VAGUE[" ".join(words.split())]
