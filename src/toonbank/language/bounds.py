"""How exact a number is meant: "ruim 100", "hooguit vijf", "about ten", "10.000+"."""

from toonbank.language.late import late
from toonbank.language.numberwords import Bound

_BEFORE = late(
    r"(?<!\w)(?:(?P<stuk>een\s+stuk\s+of)"
    r"|(?P<at_most>no\s+more\s+than|niet\s+meer\s+dan|hooguit|maximaal|max\.?|hoogstens|ten\s+hoogste|minder\s+dan"
    r"|nog\s+geen|less\s+than|fewer\s+than|at\s+most|up\s+to)"
    r"|(?P<at_least>ruim|meer\s+dan|minstens|minimaal|min\.|ten\s?minste|over\s+de|boven\s+de|at\s+least|more\s+than"
    r"|upwards\s+of|no\s+fewer\s+than|well\s+over)"
    r"|(?P<about>ongeveer|circa|ca\.?|zo['’]?n|rond(?:\s+de)?|bijna|pakweg|plusminus|about|around|roughly|nearly|almost"
    r"|some|approximately|approx\.?))\s+(?:€\s?|eur\s)?$"
)
_OVER = late(r"(?<!\w)over\s+(?:€\s?)?$")
_AFTER = late(r"\s+(?:of|or)\s+(?:(?P<at_least>meer|more)|(?P<at_most>minder|less|fewer))\b")
_WINDOW = 26
_BOUNDS: tuple[Bound, ...] = ("at_least", "at_most", "about")


def bound_around(folded: str, start: int, end: int, language: str) -> tuple[Bound, int]:
    """The bound that the words around `start`..`end` give, and where the number then starts.

    "een stuk of" belongs to the number; "ruim", "about" and the like stand outside it. "over 7" is more than seven
    in English and a moment to come in Dutch. "tot" and "to" are left to whoever knows what the sentence is about.
    """
    window = folded[max(0, start - _WINDOW) : start]
    before = _BEFORE.search(window)
    if before is not None:
        if before["stuk"]:
            return "about", start - len(window) + before.start()
        return next(bound for bound in _BOUNDS if before[bound]), start
    if language == "en" and _OVER.search(window):
        return "at_least", start
    after = _AFTER.match(folded, end)
    if after is not None:
        return next(bound for bound in _BOUNDS if bound != "about" and after[bound]), start
    return "exact", start
