"""A customer's private data stands in public, or is asked for in public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toonbank.etiquette.facts import Facts
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.privacy import asked_in_private, without_personal
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.language.personal import Personal, personal_data, spells_mail

CALLED = {
    "order": ("Een bestel- of volgnummer", "An order or tracking number"),
    "email": ("Een mailadres", "An e-mail address"),
    "phone": ("Een telefoonnummer", "A telephone number"),
    "address": ("Een adres", "An address"),
    "postcode": ("Een postcode", "A postcode"),
    "iban": ("Een rekeningnummer", "An account number"),
    "birth_date": ("Een geboortedatum", "A date of birth"),
    "plate": ("Een kenteken", "A number plate"),
    "card": ("Een kaartnummer", "A card number"),
    "citizen": ("Een burgerservicenummer", "A citizen service number"),
}
OURS = late(  # until somebody else is spoken of: "our workshop will call you on ..."
    r"(?<!\w)(?:(?<!ik )(?<!wij )(?<!we )(?<!i )(?<!ll )(?:bel|app|mail|sms|whatsapp|call|text|ring|phone|e-?mail|message)"
    r" (?:(?:gerust|even|naar|to|gewoon|maar|dan) ){0,2}(?:ons|us|me|mij|noor)"
    r"|(?:ons|us)\W+(?:\w+\W+){0,3}(?:bellen|mailen|appen|bereiken|schrijven|whatsappen|bereikbaar|a (?:call|ring|mail|text|message))"
    r"|(?:onze|our|ons|my|mijn) (?:\w+ )?(?:winkel\w*|zaak|shop|store|adres|address|atelier|studio|werkplaats|workshop|rekening\w*"
    r"|bank\w*|iban|account|number|nummer)"
    r"|(?:wij|we|deuren|doors) (?:zitten|staan|wonen|moved|sit|(?:zijn|are) (?:\w+ )?(?:te vinden|verhuisd|open|dicht|gesloten|gevestigd"
    r"|in|op|aan|bij|at|on|closed|located|based)))(?!\w)"
)
VISIT = late(
    r"(?<!\w)(?:(?:je |u )?(?:vindt?|vind je|find) (?:ons|us)|kom (?:\w+ )?langs|(?:visit|reach|contact) us|winkeladres|locatie|location"
    r"|venue|waar|where|doneer|doneren|donate|gift(?:en)?|goede doel|charity|retouradres|return address)(?!\w)"
)
REACH = late(
    r"(?<!\w)(?:(?<!ik )(?<!wij )(?<!we )(?<!i )(?<!ll )(?:bel|app|mail|sms|whatsapp|call|text|ring|phone|e-?mail|message)"
    r" (?:(?:gerust|even|gewoon|dan|maar|naar|to|op|on|at|via) )*\Z"
    r"|(?:bereikbaar|reserveren|aanmelden|opgeven|inschrijven|boeken|book|sign up|bestel|tel\.?|telefoon)(?!\w))"
)
OF_SOMEBODY = late(
    r"(?<!\w)(?:je|jouw|jullie|uw|your|zijn|haar|his|her|hun|their|de|het|een|the|a|an|die|dat|deze|this|that"
    r"|(?:je|u|you) (?:bent|was|are|were)) \Z"
)
INVITING = late(  # how an invitation goes on: "call 030-5550100 and ask for Noor"
    r"[\s)]*(?:[.,;!?\n]|\Z|(?:en|of|and|or|om|to|als|if|met|with|tussen|between|van|from|dan|then|tot|until|tijdens|during|op|on|ook"
    r"|wanneer|when|any|anytime|elke|every|ma|di|wo|do|vr|za)(?!\w)|(?:voor|for) [a-zà-ÿ])"
)
THEIRS = late(
    r"(?<!\w)(?:je|jouw|uw|your|zijn|haar|his|her|hun|their) (?:\w+ )?\w*(?:nummer|telefoon|mobiel|mail|adres|postcode|rekening|iban"
    r"|address|number|phone|mobile|account)\W{0,3}(?:(?:is|was) )?\Z"
)
CUSTOMER = late(
    r"(?<!\w)(?:klant\w*|customer\w*|pakket\w*|pakje\w*|parcel\w*|package|bezorgd\w*|geleverd|delivered|mevrouw|meneer|mr|mrs"
    r"|ms|familie|family"
    r"|woont|lives|zending|bestelling|order|ordered|terugbetal\w*|refund\w*|retour\w*|winnaar|winner|haar|her|his|hun|their"
    r"|(?<!we )(?<!wij )(?<!er )zijn(?! (?:we|wij|er|te|open|dicht|gesloten|weer|nu|vandaag|morgen|ook|niet|al|in|op|aan|bij|van|tot"
    r"|ge\w+)\b))(?!\w)"
)
YOURS = late(r"(?<!\w)(?:je|jij|jou|jouw|u|uw|jullie|you|your|yours)(?!\w)")
ROLES = late(  # nobody's own: whoever is on duty reads it
    r"(?:klantenservice|klantendienst|info|service|support|contact|hallo|hello|hoi|winkel|shop|store|webshop|webwinkel|bestelling(?:en)?|orders?"
    r"|retour(?:en)?|returns|help|helpdesk|care|administratie|office|team|sales|verkoop|customer\W?(?:service|care))@"
)
PLACE_KINDS = ("address", "postcode", "email", "phone", "iban")
FEW_WORDS = 2
AROUND = 200  # characters of the same sentence
MOST = 100  # pieces; a text with more is a list that should not go out anyway
BESIDE = 5  # ", " or " in "


def shows_private_data(hearing: Hearing) -> Iterator[Trouble]:
    """Data in the text itself, and questions for them, wherever everybody reads along."""
    facts = hearing.look.facts
    if facts.thread is not None and facts.thread.public is False:
        return
    reading = hearing.look.reading
    if reading.has_digit or "@" in reading.text or spells_mail(reading.text):
        yield from _all_shown(hearing, personal_data(reading.text))
    told = None  # the sentence that was: one cause is one finding
    for one in islice(hearing.of("private_data"), MOST):
        if one.sense == "asked":
            yield _asked(hearing, one)
        elif (
            one.sense in ("told", "surname", "health")
            and one.sentence is not told
            and _is_told_to_somebody(hearing, one)
        ):
            told = one.sentence
            yield about(
                one,
                hearing.say(
                    "Dit gaat alleen deze klant aan, en iedereen leest mee.",
                    "This is between you and this customer, and everybody reads along.",
                ),
            )


def _all_shown(hearing: Hearing, pieces: tuple[Personal, ...]) -> Iterator[Trouble]:
    """Words such as "bel ons op" speak of what comes next, and of what stands right beside that."""
    past, was_ours = 0, False
    for piece in pieces[:MOST]:
        is_beside = was_ours and piece.start - past <= BESIDE
        was_ours = is_beside or _is_ours(hearing, piece, past)
        past = piece.end
        if piece.is_sure and not was_ours:
            yield _shown(hearing, piece)


def _shown(hearing: Hearing, piece: Personal) -> Trouble:
    nl, en = CALLED[piece.kind]
    if _may_be_ours(hearing, piece):
        message = hearing.say(
            f"{nl} kan iedereen hier lezen. Staat het niet bij de contacten van de winkel, dan weten we niet van wie het is.",
            f"{en} can be read by everybody here. As it is not among the shop's contacts, we do not know whose it is.",
        )
        fix = hearing.say(
            "Is het van de winkel? Zet het bij haar contacten. Is het van een klant? Haal het weg.",
            "Is it the shop's? Put it among the shop's contacts. Is it a customer's? Take it out.",
        )
        return Trouble(message, piece.start, piece.end, fix)
    message = hearing.say(
        f"{nl} van een klant kan iedereen hier lezen.", f"{en} of a customer can be read by everybody here."
    )
    return Trouble(message, piece.start, piece.end, mends=without_personal(hearing.look, piece))


def _may_be_ours(hearing: Hearing, piece: Personal) -> bool:
    """A number or mailbox in an answer that no word gives to a customer."""
    if piece.kind not in ("phone", "email") or hearing.look.draft.kind != "reply":
        return False
    reading = hearing.look.reading
    sentence = reading.sentence_at(piece.start)
    first, last = max(sentence.start, piece.start - AROUND), min(sentence.end, piece.end + AROUND)
    return not (
        YOURS.search(reading.folded, first, piece.start) or CUSTOMER.search(reading.folded, first, last)
    )


def _asked(hearing: Hearing, one: Noticed) -> Trouble:
    message = hearing.say(
        "Hier leest iedereen mee. Wie antwoordt, zet zijn gegevens in het openbaar.",
        "Everybody reads along here. Who answers puts private data in public.",
    )
    cues = [cue for cue in hearing.look.cues["private_data"] if one.start <= cue.start and cue.end <= one.end]
    nouns = [
        re.sub(
            r"^(?:je|jouw|uw|jullie|your|u) ",
            "",
            hearing.look.reading.text[cue.start : cue.end],
            flags=re.IGNORECASE,
        )
        for cue in cues
        if cue.sense in ("noun", "weak")
    ]
    return about(one, message, (asked_in_private(hearing.look, one, nouns),))


def _is_told_to_somebody(hearing: Hearing, one: Noticed) -> bool:
    """Only an answer speaks to one customer, and what that customer said first in the thread is no secret."""
    if hearing.look.draft.kind != "reply" or one.sense == "health":
        return False
    thread = hearing.look.facts.thread
    last = re.findall(r"\w{5,}", one.text.lower())[-1:]
    return not any(
        word in message.text.lower()
        for word in last
        for message in (thread.messages if thread else ())
        if message.sender != "shop"
    )


def _is_ours(hearing: Hearing, piece: Personal, past: int) -> bool:
    """The shop's own number or address: by its list, by the words around, or in a post that is about no customer."""
    look = hearing.look
    if _is_contact(look.facts, look.reading.text[piece.start : piece.end]):
        return True
    if piece.kind not in PLACE_KINDS:
        return False
    sentence, folded = look.reading.sentence_at(piece.start), look.reading.folded
    if piece.kind == "email" and ROLES.match(folded, piece.start, piece.end):
        return True
    near = max(sentence.start, past, piece.start - 80)
    if THEIRS.search(folded, near, piece.start):
        return False
    if _is_said_ours(hearing, piece, near) or _is_invited_to(hearing, piece, near):
        return True
    first, last = max(sentence.start, piece.start - AROUND), min(sentence.end, piece.end + AROUND)
    if (
        look.draft.kind == "reply"
        or piece.kind == "iban"
        or CUSTOMER.search(look.reading.folded, first, last)
    ):
        return False
    return len(look.reading.tokens) > FEW_WORDS + len(look.reading.text[piece.start : piece.end].split())


def _is_said_ours(hearing: Hearing, piece: Personal, near: int) -> bool:
    """Whether "our shop" or "visit us" speaks of it, and in an answer of nobody else in between."""
    folded = hearing.look.reading.folded
    if piece.kind != "phone" and VISIT.search(folded, near, piece.start):
        return True
    own = [match.end() for match in OURS.finditer(folded, near, piece.start)]
    if not own or hearing.look.draft.kind != "reply":
        return bool(own)
    return not (YOURS.search(folded, own[-1], piece.start) or CUSTOMER.search(folded, own[-1], piece.start))


def _is_invited_to(hearing: Hearing, piece: Personal, near: int) -> bool:
    """Whether readers are asked to call or write there; in an answer that may be what the customer gave."""
    reading, draft = hearing.look.reading, hearing.look.draft
    invites = REACH.search(reading.folded, near, piece.start)
    if invites is None or draft.kind != "reply":
        return invites is not None
    shop = hearing.look.facts.shop
    if shop is not None and shop.contacts:
        return False
    return INVITING.match(reading.text, piece.end) is not None and not OF_SOMEBODY.search(
        reading.folded, near, invites.start()
    )


def _is_contact(facts: Facts, words: str) -> bool:
    if facts.shop is None:
        return False
    plain = _plain(words)
    return any(
        plain and (plain in own or (own in plain and len(own) > 3))
        for own in map(_plain, (*facts.shop.contacts, *facts.shop.aliases))
    )


def _plain(words: str) -> str:
    """Letters and digits only, a Dutch number without its country."""
    return re.sub(r"^(?:0031|31(?=\d{9}$)|0032|32(?=\d{8,9}$))", "0", re.sub(r"[^\w@]", "", words.lower()))


_OWN_NUMBER = {"shop": {"name": "Jas", "contacts": ["030-5550100"]}}
_PUBLIC = {"thread": {"public": True, "addressed_us": True}}

RULE = Rule(
    slug="pii-in-public-reply",
    title={"nl": "Privégegevens in het openbaar", "en": "Private data in public"},
    why={
        "nl": "Een adres of bestelnummer roep je niet door de winkel. Wie meeleest, kan er misbruik van maken.",
        "en": "You do not call an address or order number across the shop. Whoever reads along can misuse it.",
    },
    source=("S2.1.3", "S2.1.7", "S2.7.8"),
    base="GDPR art. 5(1)(c)(f), 9, 32, 33",
    severity=Severity.BLOCK,
    fix={"nl": "Vraag het in een privébericht.", "en": "Ask in a private message."},
    wrong=(
        Example("Je pakket 3STEST0012345 ging naar Lindelaan 14.", kind="reply"),
        Example("Zet hier even je bestelnummer en telefoon neer.", kind="reply"),
        Example("We storten het terug op NL00 TEST 0000 0000 00.", kind="reply"),
        Example("Your parcel 3STEST0012345 went to 14 Linden Lane.", None, "en", "reply"),
        Example("Put your order number and phone here.", None, "en", "reply"),
        Example("We refund to NL00 TEST 0000 0000 00.", None, "en", "reply"),
    ),
    right=(
        Example(
            "Stuur me je bestelnummer in een privébericht, dan zoek ik het meteen op. ^JD",
            _PUBLIC,
            kind="reply",
        ),
        Example("Bel ons gerust: 030-5550100.", _OWN_NUMBER, kind="reply"),
        Example("De terugbetaling is vandaag de deur uit.", kind="reply"),
        Example(
            "Send me your order number privately and I will look it up at once. ^JD", _PUBLIC, "en", "reply"
        ),
        Example("Do call us: 030-5550100.", _OWN_NUMBER, "en", "reply"),
        Example("The refund went out today.", None, "en", "reply"),
    ),
    check=shows_private_data,
    applies_to=("post", "repost", "reply"),
    misses={
        "nl": "Een naam met een woonplaats valt onder toestemming. Een adres in een bericht dat over geen klant gaat, geldt als "
        "dat van de "
        "winkel of van een avond ergens.",
        "en": "A name with a town belongs to consent. An address in a post about no customer is taken for the shop's own or "
        "that of an event.",
    },
)
