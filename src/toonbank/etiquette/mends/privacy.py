"""Ways out of private data in public: "je adres" in the place of the address, a question asked in private."""

from collections.abc import Iterable

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put
from toonbank.language.personal import Personal

INSTEAD = {
    "address": ("je adres", "your address"),
    "email": ("je mailadres", "your e-mail"),
    "phone": ("je nummer", "your number"),
    "iban": ("je rekening", "your account"),
    "birth_date": ("je geboortedatum", "your date of birth"),
    "plate": ("je auto", "your car"),
}
ORDER_WORD = late(
    r"(?<!\w)(?:(?:je|jouw|uw|your|the|de) )?(?:order|bestelling|bestelnummer|ordernummer|bestelnr|ordernr)\.?(?: (?:no|nr"
    r"|nummer|number)\.?)?"
    r"[ :#]{1,3}\Z",
)
OWNER = late(r"(?<!\w)(?:je|jouw|uw|your|het|the|de) \Z")
SEAM = " ,:#("


def without_personal(look: Look, piece: Personal) -> Mend:
    """The text with words for it instead, or without it."""
    text, start, end = look.reading.text, piece.start, piece.end
    words = look.reading.folded[max(0, start - 40) : start]
    order = ORDER_WORD.search(words) if piece.kind == "order" else None
    if order is not None:
        said = "je bestelling" if look.lang == "nl" else "your order"
        return put(look.reading, start - len(words) + order.start(), end, said)
    if piece.kind in INSTEAD:
        owner = OWNER.search(words)
        said = INSTEAD[piece.kind][look.lang != "nl"]
        return put(look.reading, start - (len(words) - owner.start() if owner else 0), end, said)
    while start and text[start - 1] in SEAM:
        start -= 1
    return put(look.reading, start, end, "")


def asked_in_private(look: Look, asked: Noticed, nouns: Iterable[str]) -> Mend:
    """The question, moved to a private message."""
    things = (" en " if look.lang == "nl" else " and ").join(dict.fromkeys(nouns))
    words = (
        f"Stuur me je {things} in een privébericht."
        if look.lang == "nl"
        else f"Send me your {things} in a private message."
    )
    return put(look.reading, asked.sentence.start, asked.sentence.end, words)
