"""Times of the clock that are written with a dot and without their word: "open van 9.00", "until 18.00", "19.30 - 21.30"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toonbank.language.late import late

if TYPE_CHECKING:
    import re

_CLOCK = late(
    r"(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?!\w|[.,]\d|\s?(?:%|€|euros?\b|eur\b|cents?\b|ct\b|procent\b|percent\b))"
)
_DAYS = (
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|daily|dagelijks"
)
_AT_AN_HOUR = late(
    rf"(?<!\w)(?:om|until|till|['’]til|tussen|between|sluit(?:en)?|opent|opens|opening|closing|closes|"
    rf"vertrekt|vertrek|aankomst|begint|starts?|aanvang|\w*(?:avond|middag|ochtend)|evening|morning|afternoon|night|doors|inloop|deuren|"
    rf"tonight|{_DAYS})[ ,:]{{1,2}}$"
)
_UP_TO = late(r"(?<!\w)(?:tot(?: en met)?|t/m)\s$")
_DONE_BY = late(
    r"(?<!\w)(?:bestel\w*|kom (?:binnen|langs|even)|ophalen|afhalen|haal\w*|meld\w*|aanmelden|wees|bel|binnen|order(?:s|ed)?)"
    r"(?:\s\w+){0,2}\s(?:voor|before|by)\s$"
)
_PERHAPS = late(
    r"(?:(?<!\w)(?:at|vanaf|from|van|before|by|to|after|around|rond|since|sinds|na|tot|naar|and|en|al|already|of|or)\s|[-–—]\s?)$"
)
_PRICED = late(
    r"(?<!\w)(?:\w*prij[sz]\w*|\w*prices?|afgeprijsd|verlaagd|gezakt|gedaald|reduced|lowered|dropped|down|off|cut|korting|discount|"
    r"kosten?|costs?|omlaag|save|bespaar|goedkoper|cheaper)(?:\s\w+){0,2}\s$"
)
_TO = r"\s?(?:[-–—]|tot(?: en met)?|t/m|to|till?|until|naar|and|en)\s?"
_RANGE = late(rf"{_TO}(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?!\w|[.,]\d)")
_RANGE_BEFORE = late(rf"(?<![\w.,€$£])(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d){_TO}$")
_OR_BEFORE = late(r"(?<![\w.,€$£])(?P<clock>\d{1,2}\.\d\d)(?:,| of| or| en| and) $")
_MONEY_AFTER = late(rf"{_TO}(?:[€$£]|\d+(?:[.,]\d+)?\s?(?:€|euros?\b|eur\b|pounds?\b))")
_MONEY_BEFORE = late(r"[€$£]\s?$")
_OF_THE_DAY = late(
    rf"(?<!\w)(?:open(?:en|ing\w*)?|opens|geopend|gesloten|dicht|close[ds]?|sluit\w*|start\w*|begin\w*|begint|aanvang|doors|deuren|inloop|"
    r"trein\w*|trains?|bus|boot|ferry|flight|vlucht|class|classes|les|lessen|workshop\w*|cursus|course|lezing|lecture|concert|show|optreden|"
    r"meeting|talk|afspraak|appointment|avond|evening|morning|ochtend|middag|afternoon|uur|hours?|o['’]clock|klok|clock|lunch|diner|dinner|"
    r"ontbijt|breakfast|collect|pick|ophalen|afhalen|bestel\w*|order|ring|bel|bereikbaar|rehearsal|repetitie|session|sessie|tour|"
    r"rondleiding|wedstrijd|match|verzamelen|vertrek\w*|leaves?|departs?|departure|arrives?|aankomst|here|hier|wakker|awake|"
    rf"tomorrow|on air|tonight|vanavond|vanmiddag|vanochtend|{_DAYS})(?!\w)"
)
_WINDOW = 30


def is_clock(folded: str, start: int) -> bool:
    """Whether the digits at `start` tell the time and no price: by the word before them, a span that goes on, or the sentence."""
    clock = _CLOCK.match(folded, start)
    if clock is None:
        return False
    end, before = clock.end(), folded[max(0, start - _WINDOW) : start]
    if _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(folded, end) or _PRICED.search(before):
        return False
    if _AT_AN_HOUR.search(before) or _UP_TO.search(before) or _DONE_BY.search(before):
        return True
    following, earlier = _RANGE.match(folded, end), _RANGE_BEFORE.search(before)
    if following is not None and _minutes(clock) < _minutes(following):
        return True
    if earlier is not None and _minutes(earlier) < _minutes(clock):
        return True
    other = _OR_BEFORE.search(before)
    if other is not None and is_clock(folded, start - len(before) + other.start("clock")):
        return True
    return _PERHAPS.search(before) is not None and _OF_THE_DAY.search(folded) is not None


def _minutes(match: re.Match[str]) -> int:
    return 60 * int(match["hour"]) + int(match["minute"])
