"""The words before a number that say what it is: "ordernummer", "invoice no.", "postcode", "geboren op", "artikel"."""

from typing import Literal

from toonbank.language.late import late


def _endings(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


Strength = Literal["sure", "likely", "bare", "public"]
_LOOK_BACK = 48

_OURS = (
    r"(?:web)?(?:order|bestel|factuur|klant|klanten|relatie|debiteur|(?:bestel|kassa|leen|reparatie)?bon|retour|ticket|service-?ticket"
    r"|dossier|zaak|pakket|pakje|zending|zendings?|verzend|colli|reserverings?|boekings?|meldings?|klacht|case|referentie|kenmerk"
    r"|offerte|contract|lid(?:maatschaps)?|abonnee|abonnements?|polis|aankoop|transactie|betalings?|account|leverings?|schade"
    r"|invoice|customer|client|receipt|reference|ref|tracking|trace|parcel|package|booking|reservation|claim|complaint|return|rma"
    r"|(?:hire|packing|delivery|repair) (?:slip|note|ticket)|slip|membership|member|consignment|shipment|quote|file|transaction|payment)"
)
_NUMBER = r"(?:nummer|nrs?|num|number|no|code|id|ref(?:erence|erentie)?)"
_SURE = late(
    rf"(?<!\w)(?:{_OURS}[ -]?{_NUMBER}\b\.?|(?:track|t)\s?(?:&|en|and)\s?(?:trace|t)(?:[ -]?(?:code|nummer|number))?|trackcode|mt)"
    r"(?: (?:is|was|heeft|has|van mij is|van ons is|met nummer|met code))?[ :.=(#\"'“‘]{0,3}\Z"
)
_LIKELY = late(
    r"(?<!\w)(?:(?:web)?(?:order|bestelling|bestelbon|factuur|invoice|bon|kassabon|bonnetje|receipt|ticket|serviceticket"
    r"|dossier|zaak|case"
    r"|ref|reference|referentie|kenmerk|melding|zending|pakket|pakje|parcel|package|shipment|reservering|boeking|reservation|booking"
    r"|retour|return|tracking|file|slip|offerte|quote|klacht|complaint|claim|rma|aankoop|account|bestellingen|orders))\.?"
    r"(?: (?:is|was|met|nummer|nr|no|number|with|with number|met nummer|met code|ref))?[ :.=(#\"'“‘]{1,3}\Z"
)
_BARE = late(r"(?<!\w)(?:nummer|number|nr|no)\.?(?: is| was)?[ :.#]{1,3}\Z")
_PUBLIC = late(  # of a company or of goods: it stands in a register or on the box
    r"(?<!\w)(?:kvk|k\.v\.k\.?|kamer van koophandel|handelsregister|btw|btw-id|vat|bce|kbo|ondernemings|rsin|coc|chamber of commerce"
    r"|company|company registration|charity|artikel|article|product|model|serie|serial|onderdeel|part|item|ean|isbn|sku)"
    rf"(?:[ -]?(?:identificatie)?{_NUMBER})?\.?(?: (?:is|was))?[ :.#(]{{1,3}}(?:[a-z]{{2}} )?\Z"
)
_POSTCODE = late(r"(?:postcode|postal code|post code|zip(?: ?code)?)[^.!?\d]{0,40}\Z")
_BIRTH = late(
    r"(?<!\w)(?:geboren|geboortedatum|geb\. ?datum|geboortedag|geb|born|date of birth|birth ?date|dob|d\.o\.b)\b[^.!?\d]{0,16}\Z"
)
_PLATE = late(
    r"(?<!\w)(?:kenteken|nummerplaat|nummerbord|licen[cs]e plate|number ?plate|registration)[^.!?\d]{0,14}\Z"
)
_CITIZEN = late(
    r"(?<!\w)(?:bsn|burgerservice|sofi|citizen service|rijksregister|insz)[ -]?(?:nummer|nr|number|no)?\.?[^.!?\d]{0,16}\Z"
)
_CITIZEN_HINTS = ("bsn", "burgerserv", "sofi", "citizen", "rijksreg", "insz")
_BIRTH_HINTS = ("geb", "bor", "bir", "dob", "d.o")  # one of these stands in whatever _BIRTH finds
_PLATE_HINTS = ("ken", "plat", "numm", "reg")
_THINGS = late(
    r"(?<!\w)(?:artikel|artikelnummer|artikelnr|art|item|model|modelnummer|type|typenummer|ean|isbn|ral|kvk|kvk-nummer|btw|vat"
    r"|maat|size|iso"
    r"|en|nen|din|norm|serie|series|sku|kleur|kleurcode|colour|color|product|productcode|part|onderdeel|onderdeelnummer|nummer|versie"
    r"|version|code|de|het|een|the|a|an|deze|dit|this|these|onze|our|jullie|your|met|with)\b\.?(?: (?:nr|no|nummer|number|code)\.?)?"
    r"[ :.#\"'“‘(]{0,3}\Z"
)
_BRAND = late(r"[a-zà-ÿ,] [A-ZÀ-Þ][\w’']* \Z")


_LAST_WORDS = _endings(
    """
    nummer nummers nr nrs num number no code id ref is was heeft has met with order orders bestelling bestellingen bestelbon factuur
    invoice bon bonnetje receipt ticket dossier zaak case reference referentie kenmerk melding zending pakket pakje parcel package
    shipment reservering boeking reservation booking retour return tracking file slip offerte quote klacht complaint claim rma aankoop
    account trace t trackcode mt kvk btw vat koophandel handelsregister rsin commerce nl be gb artikel article product model serie
    serial onderdeel part item ean isbn sku company id
    """
)
_STOPS = " :.=(#\"'“‘"


def before_number(text: str, start: int) -> str:
    """The words just before a number, in small letters."""
    return text[max(0, start - _LOOK_BACK) : start].lower()


def lead(before: str) -> Strength | None:
    """How surely these words announce a reference number: by name, by a word for the matter, by "number" alone.

    What is "public" is nobody's private number: of a company, or of goods.
    """
    if not before.rstrip(_STOPS).endswith(_LAST_WORDS):
        return None
    if _PUBLIC.search(before):
        return "public"
    if _SURE.search(before) or (before.endswith("#") and _LIKELY.search(before)):
        return "sure"
    if _LIKELY.search(before):
        return "likely"
    return "bare" if _BARE.search(before) else None


def asks_postcode(before: str) -> bool:
    """Whether a postcode was announced."""
    return ("code" in before or "zip" in before) and _POSTCODE.search(before) is not None


def asks_birthday(before: str) -> bool:
    """Whether a date of birth was announced."""
    return any(map(before.__contains__, _BIRTH_HINTS)) and _BIRTH.search(before) is not None


def asks_plate(before: str) -> bool:
    """Whether a number plate was announced."""
    return any(map(before.__contains__, _PLATE_HINTS)) and _PLATE.search(before) is not None


def asks_citizen(before: str) -> bool:
    """Whether the number that a state gives to each of its people was announced."""
    return any(map(before.__contains__, _CITIZEN_HINTS)) and _CITIZEN.search(before) is not None


def names_thing(before: str, text: str, start: int) -> bool:
    """Whether it is the number of a thing on sale: "artikel", "model", "the", or a brand before it."""
    return _THINGS.search(before) is not None or _BRAND.search(text[max(0, start - 24) : start]) is not None
