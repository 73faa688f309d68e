"""What a note says of a shop's accounts: "Facebook says open till 5, Google till 6"; and what posts say of opening hours."""

# ruff: noqa: E501 - lists of words are easier to look over in long lines

from collections.abc import Iterator
from typing import NamedTuple

from toonbank.etiquette.late import late
from toonbank.language.reading import fold

NETWORK = late(
    r"(?<!\w)(?:facebook|instagram|insta|linkedin|mastodon|bluesky|threads|tiktok|pinterest|youtube|twitter|google(?: maps| business| profiel| profile)?|"
    r"whatsapp|x(?=\W))(?!\w)"
)
CLOSES = late(
    r"(?<!\w)(?:tot|till|until|til)\W{1,2}(\d{1,2})(?:[:.]([0-5]\d))?(?! ?(?:%|procent|euro|jaar|stuks|percent|years))(?!\d)"
)
OPENS_FROM = late(r"(?<!\w)open\w*(?!\w)")
DAYS = late(
    r"(?<!\w)(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|weekend|feestdag\w*|vandaag|vanavond|morgen|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|holiday\w*|bank holiday|today|tonight|tomorrow|kerst\w*|pasen|christmas|easter|koopavond|januari|"
    r"december)(?!\w)"
)
LAST_SMALL_HOUR = 8
OUTDATED = late(r"(?<!\w)(?:oude?|vorige?|verouderde?|old|former|outdated|previous)(?!\w)")
FIELDS = {
    "picture": late(r"(?<!\w)(?:logo|beeldmerk|profielfoto|foto|plaatje|picture|photo|mark|avatar)(?!\w)"),
    "name": late(r"(?<!\w)(?:naam|name)(?!\w)"),
    "address": late(r"(?<!\w)(?:adres|address)(?!\w)"),
    "phone": late(r"(?<!\w)(?:telefoonnummer|nummer|phone|number)(?!\w)"),
    "hours": late(r"(?<!\w)(?:openingstijden|tijden|opening hours|hours)(?!\w)"),
    "description": late(r"(?<!\w)(?:bio|omschrijving|beschrijving|description)(?!\w)"),
}


class Said(NamedTuple):
    """One network, and what is said of it or on it."""

    network: str
    words: str


def statements(note: str) -> Iterator[Said]:
    """The parts of a note that name a network, each with the words that belong to it."""
    for part in note.replace(";", ",").split(","):
        match = NETWORK.search(fold(part) + " ")
        if match:
            yield Said(match[0], part)


def closing_hour(text: str, is_note: bool = False) -> tuple[frozenset[str], str] | None:
    """The days and the hour in "open on Friday till 5"; no days means every day. A note need not say "open"."""
    folded = fold(text)
    match = CLOSES.search(folded)
    if match is None or not (is_note or OPENS_FROM.search(folded)):
        return None
    hour = int(match[1])
    if hour <= LAST_SMALL_HOUR:  # "till 5" is in the afternoon
        hour += 12
    return frozenset(day[0] for day in DAYS.finditer(folded)), f"{hour}:{match[2] or '00'}"


def outdated_field(words: str) -> str | None:
    """Which part of a profile is called old."""
    folded = fold(words)
    if not OUTDATED.search(folded):
        return None
    return next((name for name, pattern in FIELDS.items() if pattern.search(folded)), None)
