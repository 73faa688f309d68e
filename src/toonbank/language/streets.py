"""Streets with their house numbers, as people write them: Lindelaan 14, Oude Gracht 77 bis, Flat 9, 212 Cobbler Street."""

import re

from toonbank.language.late import late
from toonbank.language.wordlist import wordlist


def _ends(line: str) -> tuple[str, ...]:
    return tuple(line.split())


_DUTCH_ENDS = _ends(
    "straat straatje str laan weg plein gracht kade singel dreef pad steeg hof hofje dijk kant park plantsoen baan lei wal markt veld "
    "velden berg dam haven ring boulevard allee erf akker akkers kamp weide brink hage oord laar donk stede gaarde gaard horst beek "
    "daal zijde poort brug wijk loop meent waard vaart werf kolk hoek heuvel linie vest zoom street road lane avenue"
)
_SURE_ENDS = _ends("straat laan gracht singel plein plantsoen steeg dreef")  # also without a capital
_SHORT = "str"
_NO_STREETS = wordlist(
    "onderweg halverwege snelweg weg kerstmarkt weekmarkt braderie vlooienmarkt jaarmarkt koningsmarkt streekmarkt snelweg hoek kant "
    "achterkant voorkant zijkant bovenkant onderkant binnenkant buitenkant rug park winkelstraat beurs speelveld bos"
)
_ENGLISH_ENDS = wordlist(
    "street st road rd lane ln avenue ave drive close court crescent place square terrace way hill row mews gardens grove park walk "
    "rise hollow yard green quay view gate end wharf parade fields meadow meadows vale bank common path alley boulevard croft dale "
    "bridge heath heights house field copse cottages orchard lodge villas mill"
)
_SAINTS = wordlist(
    "oude nieuwe lange korte grote kleine hoge lage prins prinses koning koningin burgemeester burg dr prof sint st eerste tweede "
    "derde graaf hertog generaal pastoor mr minister president jan van de het den ter"
)
_LINKS = wordlist("van de der den het ter ten 't ’t")
_HOUSE = late(r"\d{1,4}(?:[ -]?(?:bis|hs)|-?(?:[IVX]{1,4}|[A-Za-z]{1,2}|\d{1,4})| [A-H](?=[,.\n]|\Z))?(?!\w)")
_BOX = late(
    r" (?:bus|box|bte|boîte)\.? ?[A-Za-z]?\d{1,4}[A-Za-z]?(?!\w)"
)  # the letter box of a Belgian house
_NUMBERED_YEAR = late(r"(?:19|20)\d\d,? (?:nr\.?|nummer|no\.?) ?\d{1,4}[a-z]?(?!\w)")
_NO_HOUSE = late(
    r"[.,:]\d|[-–] ?\d+ ?(?:uur|cm|m)\b|['’]| ?(?:%|€|°|euro|uur|u\b|am\b|pm\b|km|cm|mm|m2|meter|jaar|dagen|weken|stuks|keer|x\b"
    r"|jan|feb|maart|mrt|april|mei\b|may\b|juni|juli|june|july|aug|sep|o[kc]t|nov|de[ck])",
    re.IGNORECASE,
)
_ENGLISH = late(r"\d{1,4}[a-z]?(?= [A-Z])")
_NAME = late(r" [A-Z][\w’']{0,30}\.?(?!\w)")
_SMALL = late(r"(?:van|de|der|den|het|ter|ten|['’]t) ")
_FLAT = late(r"(?:flat|apartment|apt\.?|unit|suite) \w{1,5},? \Z", re.IGNORECASE)
_YEARS = late(r"(?:19|20)\d\d\Z")
_OF = late(  # Laan van Meerdervoort, Weg naar Laren: the street stands first
    r"(?<!\w)(?:Laan|Plein|Weg|Straat|Kade|Gracht|Singel|Dreef|Park|Allee|Boulevard|Steeg|Hof|Markt|Dijk) "
    r"(?:(?:van|v\.?|v/d|v\.d\.|de|der|den|het|[’']t|naar|achter|op|ter|ten) ){1,3}[A-Z][\w’'-]{1,30} \Z"
)
_ENDS_THERE = late(r"(?=\Z|[,.;:!?)\n]| (?:in|te|[A-Z0-9]))")  # "de Weg van Zutphen 5 kilometer" does not
_LONGEST_OF = 70
_LONGEST = 40
_MOST_NAMES = 4


def house_at(text: str, start: int) -> tuple[int, int] | None:
    """The street and number, with its box, of the house number that begins at `start`; None when it is no house number."""
    found = _dutch(text, start) or _english(text, start)
    box = _BOX.match(text, found[1]) if found else None
    return (found[0], box.end()) if found and box else found


def _dutch(text: str, start: int) -> tuple[int, int] | None:
    place = _word_before(text, start)
    if place is None:
        return None
    of = None
    if not _is_street(text[place : start - 1].rstrip(".")):
        of = _OF.search(text, max(0, start - _LONGEST_OF), start) if text[place].isupper() else None
        if of is None:
            return None
    house = _NUMBERED_YEAR.match(text, start) or _HOUSE.match(text, start)
    if house is None or _NO_HOUSE.match(text, house.end()) or _YEARS.match(house[0]):
        return None
    if of is None:
        return _street_start(text, place), house.end()
    return (of.start(), house.end()) if _ENDS_THERE.match(text, house.end()) else None


def _word_before(text: str, start: int) -> int | None:
    """Where the word begins that stands, with one space, before this place; None when there is none."""
    if not start or text[start - 1] != " ":
        return None
    place = end = start - 2 if text[start - 2 : start - 1] == "." else start - 1
    first = max(0, end - _LONGEST)
    while place > first and (text[place - 1].isalnum() or text[place - 1] in "’'-_"):
        place -= 1
    if place == end or (place and text[place - 1] in "@#"):
        return None
    return place


def _is_street(word: str) -> bool:
    small = word.lower()
    if small in _NO_STREETS or (word.isupper() and len(word) > 1):
        return False
    if word[0].isupper():
        return small.endswith(_DUTCH_ENDS)
    if small.endswith(_SHORT):
        return len(small) > len(_SHORT) + 2
    return small.endswith(_SURE_ENDS) and len(small) > len("straat") + 2


def _street_start(text: str, start: int) -> int:
    """Back over "Oude", "Prins" and "van der", but not over the word that only opens the sentence."""
    for _ in range(_MOST_NAMES):
        place = _word_before(text, start)
        if place is None:
            break
        bare = text[place : start - 1].rstrip(".")
        if bare.islower():
            if bare not in _LINKS or not _begins_inside(text, place):
                break
        elif not bare[0].isupper() or (not _begins_inside(text, place) and bare.lower() not in _SAINTS):
            break
        start = place
    while (small := _SMALL.match(text, start)) is not None:
        start = small.end()
    return start


def _begins_inside(text: str, place: int) -> bool:
    """Whether something of the same sentence stands before this place, with a capitalised word before a small one."""
    before = text[max(0, place - 2) : place]
    return before[-1:] == " " and before[:1] not in ".!?:\n"


def _english(text: str, start: int) -> tuple[int, int] | None:
    number = _ENGLISH.match(text, start)
    if number is None:
        return None
    place, end = number.end(), 0
    for count in range(_MOST_NAMES):
        name = _NAME.match(text, place)
        if name is None:
            break
        place = name.end()
        word = name[0].strip(" .")
        if count and word.lower() in _ENGLISH_ENDS:
            end = name.start() + 1 + len(word)
    if not end:
        return None
    flat = _FLAT.search(text, max(0, start - 20), start)
    return (flat.start() if flat else start), end
