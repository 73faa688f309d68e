"""What may stand where a phrase says {n}, {p}, {pct}, {d}, {t}, {name}...: as regular expressions.

Every repetition is bounded, and none holds another one without bounds: no text can make them slow.
"""

_DIGITS = r"\d{1,3}(?:[.,\s]?\d{3}){0,3}(?:[.,]\d{1,2})?(?!\d)"
_DUTCH = (
    r"(?:half|anderhalve?|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|twintig|tig"
    r"|tachtig|honderd|duizend|ën|en){1,9})"
)
_DUTCH_VAGUE = (
    r"een\s(?:paar|hand(?:je)?vol|\w{0,10}tal|(?:half\s)?dozijn|stuk\sof\s\w{2,12})"
    r"|tientallen|honderden|duizenden|tienduizenden|honderdduizenden|miljoenen"
)
_ENGLISH_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million)"
)
_ENGLISH = rf"{_ENGLISH_WORD}(?:[\s-](?:and\s)?{_ENGLISH_WORD}){{0,5}}"
_ENGLISH_VAGUE = r"(?:half\s)?a\s(?:(?:half\s)?dozen|couple|few|handful|hundred|thousand)(?:\sof)?|dozens|hundreds|thousands"
_WORD = r"[^\W\d_]{2,24}"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ])"
_NAME_PART = rf"{_CAPITAL}[\w'’.-]{{0,30}}"

_NUMBER = {
    "nl": rf"(?:{_DIGITS}\s?k?|{_DUTCH}|{_DUTCH_VAGUE})",
    "en": rf"(?:{_DIGITS}\s?k?|{_ENGLISH}|{_ENGLISH_VAGUE})",
}
_PRICE = rf"(?:(?:€\s?|eur\s)?{_DIGITS}(?:[.,]?[-–—]{{1,2}})?(?:\s?(?:€|euro|eur|cent)(?!\w))?|{_WORD}\s(?:euro|cent))"
_PERCENTAGE = rf"(?:{_DIGITS}\s?(?:%|procent|percent|pct)|{_WORD}\s(?:procent|percent))"
_MONTH = r"(?:jan|feb|maa|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[^\W\d_]{0,8}"
_WEEKDAY = r"(?:maan|dins|woens|donder|vrij|zater|zon|mon|tues|wednes|thurs|fri|satur|sun)da[gy](?:avond|middag|ochtend)?"
_DAY = (
    rf"(?:(?:{_WEEKDAY}\s)?\d{{1,2}}(?:[-/.]\d{{1,2}}(?:[-/.]\d{{2,4}})?|(?:e|st|nd|rd|th)?\s(?:of\s)?{_MONTH})"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|{_WEEKDAY}|vandaag|vanavond|morgen|today|tonight|tomorrow"
    r"|eind\w{0,10}(?:\svan\sde)?\s(?:maand|week)|(?:the\s)?end\sof\s(?:the\s)?\w{3,10}|kerst\w{0,6}|christmas)"
)
_TIME = (
    r"(?:\d{1,2}(?:[:.]\d{2})?(?:\s?(?:uur|u|h|am|pm|a\.m|p\.m|o['’]clock)(?!\w))?|middernacht|midnight|noon"
    rf"|{_WEEKDAY}(?:\s\d{{1,2}}(?:[:.]\d{{2}})?(?:\s?(?:uur|u|am|pm)(?!\w))?)?)"
)
_NAME = rf"(?:{_NAME_PART}(?:\s(?:(?:de|der|den|van|von|ten|ter|la|le)\s){{0,2}}{_NAME_PART}){{0,2}})"
_THING = r"[\w'’&.-]{1,30}(?:\s[\w'’&.-]{1,30}){0,2}"

_ANY_LANGUAGE = {
    "p": _PRICE,
    "pct": _PERCENTAGE,
    "d": _DAY,
    "t": _TIME,
    "name": _NAME,
    "handle": r"[\w.-]{1,40}(?:@[\w.-]{1,60})?",
    "shop": _THING,
    "thing": _THING,
    "rival": _THING,
    "group": _THING,
    "quoted": "[\"”’»']",
}


def placeholder(name: str, language: str) -> str:
    """The expression for a placeholder in a language; KeyError when there is none of that name."""
    if name == "n":
        return _NUMBER.get(language) or rf"(?:{_DIGITS}\s?k?|{_WORD})"
    return _ANY_LANGUAGE[name]
