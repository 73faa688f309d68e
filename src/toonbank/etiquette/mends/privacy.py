"""Ways out of private data in public: "je adres" in the place of the address, a question asked in private."""

from collections.abc import Iterable

from toonbank.etiquette.address import form_of_address
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
    "card": ("je kaart", "your card"),
    "citizen": ("je burgerservicenummer", "your citizen service number"),
}
ORDER_WORD = late(
    r"(?<!\w)(?:(?:je|jouw|uw|your|the|de) )?(?:order|bestelling|bestelnummer|ordernummer|bestelnr|ordernr)\.?(?: (?:no|nr"
    r"|nummer|number)\.?)?"
    r"[ :#]{1,3}\Z",
)
SAID_BEFORE = late(  # "je nummer 06-12345678 klopt niet": the word for it stands there
    r"(?<!\w)(?:je|jouw|uw|your|het|de|the) (?:\w+ ){0,2}?\w*(?:nummer|telefoon|mobiel|mail|adres|postcode|rekening|iban|kenteken"
    r"|geboortedatum|kaart|bsn|address|number|phone|mobile|account|plate|registration|birth|card)[ :#(]{1,3}\Z"
)
TOLD_NEXT = late(r"(?<!\w)(?:is|was|luidt|wordt|has|heeft|being)[ :]{1,2}\Z")
OWNER = late(r"(?<!\w)(?:je|jouw|uw|your|het|the|de) \Z")
SEAM = " ,:#("
LETTERS = late(r"[^\W\d_]+")
SIGNED = late(r"\s*[\^~][ ]?[^\W\d_]{1,12}\W*\Z")
GREETING = late(
    r"(?:hoi|hé|hey|hai|dag|hallo|beste|lieve|hi|hello|dear|goede\w+|good \w+)(?: [\w.]+){0,3}[,!] +"
)


def without_personal(look: Look, piece: Personal) -> tuple[Mend, ...]:
    """The text with words for it instead, or without it; nothing where no sentence would be left."""
    text, start, end = look.reading.text, piece.start, piece.end
    if not _says_more(look, start, end):
        return ()
    words = look.reading.folded[max(0, start - 40) : start]
    if TOLD_NEXT.search(words):
        return ()  # "your number is" says nothing without it
    order = ORDER_WORD.search(words) if piece.kind == "order" else None
    if order is not None:
        said = _to_reader(look, "je bestelling", "your order")
        return (put(look.reading, start - len(words) + order.start(), end, said),)
    if piece.kind in INSTEAD and not SAID_BEFORE.search(words):
        owner = OWNER.search(words)
        said = _to_reader(look, *INSTEAD[piece.kind])
        return (put(look.reading, start - (len(words) - owner.start() if owner else 0), end, said),)
    while start and text[start - 1] in SEAM:
        start -= 1
    return (put(look.reading, start, end, ""),)


def _says_more(look: Look, start: int, end: int) -> bool:
    """Whether its sentence has words besides it, and besides a signature."""
    text, sentence = look.reading.text, look.reading.sentence_at(start)
    left = SIGNED.sub("", text[sentence.start : start] + " " + text[end : sentence.end])
    return len(LETTERS.findall(left)) > 1


def _to_reader(look: Look, nl: str, en: str) -> str:
    """These words, with "uw" to who is called "u" here."""
    if look.lang != "nl":
        return en
    return nl.replace("je ", "uw ", 1) if form_of_address((look.reading.text,)) == "formal" else nl


def asked_in_private(look: Look, asked: Noticed, nouns: Iterable[str]) -> Mend:
    """The question, moved to a private message; a greeting before it and a signature behind it stay."""
    things = (" en " if look.lang == "nl" else " and ").join(dict.fromkeys(nouns))
    words = _to_reader(
        look, f"Stuur me je {things} in een privébericht.", f"Send me your {things} in a private message."
    )
    reading, sentence = look.reading, asked.sentence
    greeting = GREETING.match(reading.folded, sentence.start, asked.start)
    start = greeting.end() if greeting else sentence.start
    signed = SIGNED.search(reading.text, asked.end, sentence.end)
    if greeting and greeting[0].rstrip().endswith(","):
        words = words[0].lower() + words[1:]
    return put(reading, start, signed.start() if signed else sentence.end, words)
