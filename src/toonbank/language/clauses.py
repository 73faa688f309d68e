"""What a clause does to a span in it: deny it, or put it in the past. Crude on purpose, and quick.

A clause ends at , ; : – — ( ) and at words such as "maar" and "but". The past is read from a list of common
verbs: "we verzwikten" is missed, and so is a perfect without "was" or "had" ("we hebben gelopen").
"""

from toonbank.language.late import late

_EDGE = late(
    r"[,;:–—()!?…\n]|\.(?=\s|$)|\b(?:maar|want|dus|omdat|but|because|so|though|although|hoewel|while|terwijl)\b"
)
_DENIAL = late(
    r"\b(?:niet|geen|nooit|niemand|geenszins|not|never|cannot|nor|neither|no(?!\.?\s*\d)|[a-z]+n['’]t|nergens|nowhere)\b"
)
_NO_DENIAL = late(
    r"\b(?:niet\s+(?:alleen|enkel|slechts|zomaar|te\s+geloven|voor\s+niets)|not\s+(?:only|just|to\s+mention)"
    r"|(?:geen|no)\s+(?:probleem|problem|zorgen|worries|grap|grapje|joke|kidding|doubt|twijfel|paniek|wonder)"
    r"|why\s+not|waarom\s+niet|of\s+niet|or\s+not)\b"
)
_PAST = late(
    r"\b(?:was|waren|had|hadden|werd|werden|ging|gingen|kwam|kwamen|kreeg|kregen|stond|stonden|verkocht(?:en)?|gisteren|eergisteren"
    r"|vorig[e]?|destijds|toen|geleden|were|did|went|came|got|sold|yesterday|ago|last\s+(?:week|month|year)|used\s+to)\b"
)
_DENIAL_AFTER = late(r"\b(?:niet|nooit)\b")
_LEFT_WORDS = 5
_RIGHT_WORDS = 3
_REACH = 200


def is_denied_before(folded: str, first: int, start: int) -> bool:
    """Whether a denial stands in the clause that begins at `first`, up to 5 words before the span at `start`."""
    for match in _DENIAL.finditer(folded, first, start):
        between = folded[match.end() : start].split()
        if len(between) <= _LEFT_WORDS and not _NO_DENIAL.match(folded, match.start()):
            return True
    return False


def is_denied_after(folded: str, end: int, last: int) -> bool:
    """Whether a Dutch denial stands in the clause that stops at `last`, up to 3 words after the span."""
    for match in _DENIAL_AFTER.finditer(folded, end, last):
        between = folded[end : match.start()].split()
        if len(between) <= _RIGHT_WORDS and not _NO_DENIAL.match(folded, match.start()):
            return True
    return False


def is_past(folded: str, start: int, end: int, clause: tuple[int, int]) -> bool:
    """Whether the clause has a verb or a word of the past outside the span itself."""
    first, last = clause
    return _PAST.search(folded, first, start) is not None or _PAST.search(folded, end, last) is not None


def clause_of(folded: str, start: int, end: int, within: tuple[int, int]) -> tuple[int, int]:
    """The clause around a span inside a sentence, looking at most 200 characters to either side."""
    first, last = max(within[0], start - _REACH), min(within[1], end + _REACH)
    for match in _EDGE.finditer(folded, first, start):
        first = match.end()
    edge = _EDGE.search(folded, end, last)
    return first, edge.start() if edge else last
