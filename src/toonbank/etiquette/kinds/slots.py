"""The slots that patterns may hold, and how a line of a table becomes a pattern of the scanner."""

from toonbank.etiquette.late import late

NUMBER_WORDS = (
    "één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|"
    "achttien|negentien|(?:[a-z]+en|[a-z]+ën)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|(?:[a-z]+)?honderd|"
    "(?:[a-z]+)?duizend|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|"
    "eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|(?:a|one) hundred|(?:a|one) thousand|"
    "(?:half )?(?:a|een) (?:dozen|dozijn)|een tiental"
)
AMOUNT = r"(?:€ ?)?\d+(?:[.,]\d+)*(?:,[-–—])?(?: ?(?:euros?|eur|€))?"
SLOTS = {
    "{n}": rf"(?:ca\. |ongeveer |een stuk of |about |some )?(?:\d+(?:[.,]\d+)*(?: ?k)?(?: ?x)?|{NUMBER_WORDS})",
    "{few}": r"(?:een (?:paar|handvol|handjevol|stuk of wat)|enkele|a (?:few|couple|handful)(?: of)?|several|very few|few)",
    "{p}": AMOUNT,
    "{pct}": r"-?\d+(?:[.,]\d+)? ?(?:%|procent|percent|pct)",
    "{w}": r"(?:[\w'’]+ ){0,3}",
}
GAP = r"[^\w.,;:!?()\"“”'’%€$&/]+"


_PIECE = late(r"\\.|\[(?:\\.|[^\]\\])*\]| \?| ")
_GAPS = {" ": GAP, " ?": r"\s?"}


def pattern(line: str) -> str:
    """The pattern that a line of a table stands for. A space inside [ ] stays a space."""
    for slot, meaning in SLOTS.items():
        line = line.replace(slot, meaning)
    return r"(?<!\w)(?:" + _PIECE.sub(lambda match: _GAPS.get(match[0], match[0]), line) + r")(?!\w)"
