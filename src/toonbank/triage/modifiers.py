"""What raises the clock: a second message, a date that passes today, others who agree, a case that is open.

Only what the text itself shows. Each needs more than one word to say so: "today" alone is no deadline.
"""

from collections.abc import Sequence

from toonbank.triage.labels import Modifier
from toonbank.triage.signs import Sign

_RAISING = frozenset({"repeat", "today", "others", "open"})
_ALONE = frozenset(
    {
        "nogmaals", "herhaaldelijk", "meermaals", "chasing", "reminder", "tientallen", "zaaknummer", "dossiernummer",
        "casenummer", "klachtnummer", "lopende", "openstaande", "unresolved", "ongoing",
    }
)  # fmt: skip


def modifiers(words: Sequence[str], signs: Sequence[Sign]) -> tuple[Modifier, ...]:
    """The modifiers of a message, in a fixed order."""
    names = {name for name, _, _ in signs}
    if names.isdisjoint(_RAISING):
        return ()
    clear = {sign.name for sign in signs if sign.last - sign.first > 1 or words[sign.first] in _ALONE}
    found: list[Modifier] = []
    if "repeat" in clear:
        found.append("repeat")
    if "today" in names and "occasion" in names:
        found.append("date-passes-today")
    if "others" in clear:
        found.append("others-agree")
    if "open" in clear:
        found.append("open-case")
    return tuple(found)
