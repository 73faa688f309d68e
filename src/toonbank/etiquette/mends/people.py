"""The same words about somebody who cannot be known: "een klant", "a family", or a wish without the name."""

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.kinds.naming import TRADE
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put

WISHED = late(  # "Gefeliciteerd Jan" is said to him, and needs no name
    r"(?<!\w)(?:gefeliciteerd|proficiat|congrats|congratulations|well done|happy birthday|thank you|dank je wel|bedankt|bruidspaar"
    r"|newlyweds)[,:]?\s+\Z"
)
GREETED = late(r"(?<!\w)(?:hoi|hallo|h[eé]|hey|hai|dag|hi|hello|goede\w+|good \w+)[,:]?\s+\Z")
ROLE = late(
    r"(?:\w+ ){1,2}(?:stagiair\w*|buur\w+|intern|neighbou?r)(?=\s)"
)  # who they are is said before the name
KIN = late(
    r"(?<!\w)(?:je|jouw|uw|jullie|zijn|haar|hun|your|his|her|their) (?!lieve|trouwe|vaste|dear|loyal|regular)\w+ \Z"
)
TWO = late(r"(?<!\w)(?:en|and|&) ")
BESIDE = late(r"\w (?:en|and|&) \Z")
COUPLE = late(r"(?<!\w)(?:de heer|meneer|mijnheer|dhr\.?|mevrouw|mevr\.?|mr\.?|mrs\.?)\s+(?:en|and|&)\s+\Z")
DETERMINED = late(
    r"(?<!\w)(?:(?:de|het|een|onze|ons|mijn|deze|die|the|a|an|our|my|this|that)\s+)?"
    r"(?:(?:lieve|trouwe|vaste|jarige|blije|dear|lovely|loyal|regular|happy)\s+){0,2}"
    r"(?:(?:klant(?:e)?|bezoeker|stamgast|winnaar|winnares|fan|customer|client|visitor|winner|"
    + TRADE
    + r")\s+)?\Z"
)
FAMILY = late(r"(?:familie|fam\.?|family)(?!\w)|the .* family\Z")


def anonymous(look: Look, person: Noticed) -> tuple[Mend, ...]:
    """The one mend that leaves this name out, where the words around it then still stand."""
    reading, start, end = look.reading, person.start, person.end
    before = reading.folded[max(person.sentence.start, start - 80) : start]
    role = ROLE.match(reading.folded, start, end)
    if role is not None:
        return (put(reading, role.end(), end, ""),)
    is_apart = WISHED.search(before) or GREETED.search(before) or KIN.search(before) or before.endswith("#")
    if person.sense == "named" and is_apart:
        while start and reading.text[start - 1] in " ,:#":
            start -= 1
        rest = reading.text[:start] + reading.text[end:]
        return (put(reading, start, end, ""),) if any(map(str.isalpha, rest)) else ()
    if reading.text[end : end + 1].isalpha() or (
        look.lang == "nl" and reading.text[end : end + 1] in ("'", "’")
    ):
        return ()  # "Els Vissers jas" cannot be "een klants jas"
    if person.sense == "named" and (TWO.search(reading.folded, start, end) or _follows_another(look, start)):
        return ()  # "een klant kochten" is no Dutch, and one of two is not both
    if couple := COUPLE.search(before):  # "een stel kochten" is no Dutch
        both = put(reading, start - len(before) + couple.start(), end, "a couple")
        return () if look.lang == "nl" else (both,)
    if person.sense == "named" and (determined := DETERMINED.search(before)):
        start -= len(before) - determined.start()
    is_family = FAMILY.match(reading.folded, person.start, end) is not None
    words = ("een gezin", "a family") if is_family else ("een klant", "a customer")
    return (put(reading, start, end, words[look.lang != "nl"]),)


def _follows_another(look: Look, start: int) -> bool:
    """Whether a name stands before it: "Els en" before "Jan Visser"."""
    words = look.reading.text[max(0, start - 40) : start]
    return BESIDE.search(words) is not None and words.split()[-2][:1].isupper()
