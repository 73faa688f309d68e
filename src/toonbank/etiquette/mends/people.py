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
    if person.sense == "named" and (WISHED.search(before) or before.endswith("#")):
        while start and reading.text[start - 1] in " ,:#":
            start -= 1
        rest = reading.text[:start] + reading.text[end:]
        return (put(reading, start, end, ""),) if any(map(str.isalpha, rest)) else ()
    if reading.text[end : end + 1].isalpha() or (
        look.lang == "nl" and reading.text[end : end + 1] in ("'", "’")
    ):
        return ()  # "Els Vissers jas" cannot be "een klants jas"
    if couple := COUPLE.search(before):  # "een stel kochten" is no Dutch
        both = put(reading, start - len(before) + couple.start(), end, "a couple")
        return () if look.lang == "nl" else (both,)
    if person.sense == "named" and (determined := DETERMINED.search(before)):
        start -= len(before) - determined.start()
    is_family = FAMILY.match(reading.folded, person.start, end) is not None
    words = ("een gezin", "a family") if is_family else ("een klant", "a customer")
    return (put(reading, start, end, words[look.lang != "nl"]),)
