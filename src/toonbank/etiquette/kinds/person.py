"""People in a text: by name, by handle, by what their neighbours know them by, or just "this couple"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toonbank.etiquette.consents import Use, refusal
from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.person import CUES
from toonbank.etiquette.late import late
from toonbank.etiquette.shelf import words_of
from toonbank.etiquette.wording import both, say_day
from toonbank.language.goods import is_goods
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Person, Utterance


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


NOT_A_NAME = late(
    r"(?:De|Het|Een|The|A|An|Wij|We|Ik|I|Zij|She|He|Hij|This|Deze|Dit|Alle|All|Our|Onze|Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|"
    r"Zaterdag|Zondag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Kerst|Christmas|Pasen|Easter|Vandaag|Today|Morgen|"
    r"Tomorrow|Gebreid|Gemaakt|Made|Knitted|Wol|Wool|Leer|Nieuw|New|Vers|Fresh|Hallo|Hi|Hello|Iemand|Somebody|Someone|Iedereen|Everyone|"
    r"Niemand|Nobody|Who|Wie|They|You|Je|U|Jullie|Klant\w*|Customer\w*|Mensen|People|Net|Just|Nu|Now|Toen|Then|Er|There|It|Dat|That)\b"
)
CUSTOMER = late(
    r"(?:\w+ ){1,3}(?:klant\w*|bezoeker|stamgast|stagiair\w*|winnaar|winnares|buur\w+|customer|client|regular|visitor|intern|winner|"
    r"neighbou?r|fan)\b",
    re.IGNORECASE,
)
FAMOUS = late(
    r"(?<!\w)(?:schrijver|schrijfster|auteur|author|schilder|painter|burgemeester|mayor|koning(?:in)?|king|queen|minister|roman|novel|"
    r"boek|book|straat|street|sint|st\.?|merk|brand|firma|company|mark twain)(?!\w)"
)
AS_CUSTOMER = late(
    r"(?<!\w)(?:klant\w*|kocht\w*|koopt|gekocht|bestel\w*|aankoop|aankopen|spijt|ruilde|retour\w*|haalde|paste|past|klaagde|klacht|betaalde|"
    r"rekening|zijn jas|haar jas|customer\w*|bought|buys|purchase\w*|order\w*|regret\w*|returned|complain\w*|paid|picked up|tried on)(?!\w)"
)
CAPITALISED = late(r"[A-ZÀ-Þ][\w’'-]*")
# Words that may stand before a name, and names that are nobody's: a saint, a province, a kind of wool.
BEFORE_NAMES = _words(
    """
    dank dankzij bedankt gefeliciteerd proficiat hoera thanks thank congrats congratulations well happy bij at met
    """
)
NOBODY = _words(
    """
    sinterklaas sint piet kerstman santa claus nederland holland vlaanderen belgië england britain europa europe groningen
    friesland drenthe overijssel flevoland gelderland utrecht noord-holland zuid-holland zeeland noord-brabant brabant limburg
    twente achterhoek veluwe zutphen amsterdam rotterdam merino alpaca kasjmier cashmere google instagram facebook kiyoh
    trustpilot postnl dhl god moeder vader opa oma mum dad grandma grandpa
    """
)
WORD_BEFORE = late(r"(\w+)[ -]+$")
BRANDED = late(r"(?:nieuw|new|nieuw binnen|new in)?\W*(\w+) (?:van|by|from) $")
WORD_AFTER = late(r"[ -]+(\w+)")
WHENCE = late(r"\s+(?:uit|van|from|of|op|at)\s+(?:de|het|the|'t)?\s*[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?")
FROM_PLACE = (
    *("uit ", "from ", "in ", "naar ", "to ", "te "),
    *("uit de ", "in de ", "op de ", "aan de ", "from the ", "in the ", "on the "),
)


def find(look: Look) -> Iterator[Noticed]:
    """Everybody who is named, tagged or described, with what the shop knows of their consent."""
    shop = _shop_names(look.facts)
    for sentence, cues in look.cues_by_sentence("person"):
        past = 0
        for cue in apart(map(_without_thanks, cues, [look] * len(cues))):
            words = look.reading.text[cue.start : cue.end]
            if cue.start < past or not _is_somebody(look, cue, words, shop):
                continue
            person = _noticed(look, cue, words)
            if cue.sense == "named":
                person = person._replace(end=_with_whence(look, sentence, cue, words))
            past = person.end
            yield person


def _without_thanks(cue: Cue, look: Look) -> Cue:
    """A handle inside "met dank aan @DeWit" is a tag, and judged as one."""
    at = look.reading.text.find("@", cue.start, cue.end)
    return Cue("tagged", at, cue.end) if cue.sense == "named" and at >= 0 else cue


def _is_somebody(look: Look, cue: Cue, words: str, shop: set[str]) -> bool:
    if cue.sense == "tagged":
        return not (_is_ours(words, shop) or _is_mail(look, cue))
    if cue.sense != "named" or CUSTOMER.match(words):
        return True
    return not (NOT_A_NAME.match(words) or _is_no_person(look, cue, words, shop))


def _with_whence(look: Look, sentence: Sentence, cue: Cue, words: str) -> int:
    """The end of a name, with the street or town that it is said to be from: that is one person, not two."""
    if not words.rsplit(maxsplit=1)[-1][:1].isupper():
        return cue.end
    whence = WHENCE.match(look.reading.text, cue.end, sentence.end)
    return whence.end() if whence else cue.end


def _shop_names(facts: Facts) -> set[str]:
    shop = facts.shop
    names = [shop.name or "", *shop.aliases, *shop.contacts] if shop else []
    return {name.casefold().lstrip("@") for name in names if name}


def _is_ours(words: str, shop: set[str]) -> bool:
    return words.casefold().lstrip("@").rstrip(".") in shop


def _is_mail(look: Look, cue: Cue) -> bool:
    return cue.start > 0 and look.reading.text[cue.start - 1].isalnum()


def _is_no_person(look: Look, cue: Cue, words: str, shop: set[str]) -> bool:
    sentence = look.reading.sentence_at(cue.start)
    before = sentence.folded[: cue.start - sentence.start]
    if before.endswith(FROM_PLACE) or FAMOUS.search(before) or _is_product_name(look, sentence, cue, words):
        return True
    names = {name.casefold() for name in CAPITALISED.findall(words)} - BEFORE_NAMES
    if names and names <= NOBODY:
        return True
    keys = words_of(words)
    for product in look.facts.products or ():
        if any(keys & words_of(name) for name in product.names):
            return True
    return bool(shop & {word.casefold() for word in words.split()})


def _is_product_name(look: Look, sentence: Sentence, cue: Cue, words: str) -> bool:
    """Whether goods stand right beside the name: "mutsen Kleine Beer", "Little Bear hats"."""
    before = WORD_BEFORE.search(look.reading.folded, sentence.start, cue.start)
    if before is not None and is_goods(before[1]):
        return True
    branded = BRANDED.match(look.reading.folded, sentence.start, cue.start)
    if branded is not None and is_goods(branded[1]):
        return True  # "Servies van Meneer Kees"; with "het" before it, it would be his own
    if not words.rsplit(maxsplit=1)[-1][:1].isupper():
        return False  # "Jan kocht laarzen"
    after = WORD_AFTER.match(look.reading.folded, cue.end, sentence.end)
    return after is not None and is_goods(after[1])


def _noticed(look: Look, cue: Cue, words: str) -> Noticed:
    sentence = look.reading.sentence_at(cue.start)
    person = _person(look.facts, words)
    is_passing = cue.sense == "tagged" and person is None and not AS_CUSTOMER.search(sentence.folded)
    if is_passing:
        cue = Cue(
            "vague", cue.start, cue.end
        )  # thanks, a source, a neighbour's account: nothing about a customer
    if cue.sense != "vague" and (_is_own_thread(look, words) or (person is not None and _needs_none(person))):
        state, because, evidence = _nothing(ClaimState.PROVEN)
    elif cue.sense == "vague":
        state, because, evidence = _nothing(ClaimState.UNKNOWN)
    else:
        state, because, evidence = _judge(look, cue, person)
    return Noticed(
        "person",
        cue.sense,
        cue.start,
        cue.end,
        sentence,
        state=state,
        evidence=evidence,
        because=because,
        is_pressing=False,
    )


def _nothing(state: ClaimState) -> tuple[ClaimState, str, tuple[Evidence, ...]]:
    return state, "", ()


def _person(facts: Facts, words: str) -> Person | None:
    keys = words_of(words)
    for person in facts.people or ():
        handle = person.handle.casefold().lstrip("@")
        if handle and handle == words.casefold().lstrip("@").rstrip("."):
            return person
        names = words_of(person.name)
        if names and names & keys and (names <= keys or len(names & keys) >= 1):
            return person
    return None


def _needs_none(person: Person) -> bool:
    """Public figures in their role, suppliers, and staff who agreed."""
    if person.role in ("public", "supplier"):
        return True
    return person.role == "staff" and (
        person.consent is None or (person.consent.name and person.consent.withdrawn_at is None)
    )


def _is_own_thread(look: Look, words: str) -> bool:
    """Whether a reply calls somebody by the name that they use themselves in this thread."""
    if look.draft.kind != "reply":
        return False
    keys = words_of(words.lstrip("@"))
    messages = look.facts.thread.messages if look.facts.thread else ()
    return any(keys & _signed(message) for message in messages if message.sender != "shop")


def _signed(message: Utterance) -> frozenset[str]:
    own = f"{message.name or ''} {(message.handle or '').lstrip('@')}"
    return words_of(own) | words_of(message.text[-40:])


def _judge(look: Look, cue: Cue, person: Person | None) -> tuple[ClaimState, str, tuple[Evidence, ...]]:
    consent = person.consent if person else None
    if person is None or consent is None:
        return ClaimState.UNKNOWN, "no_consent", ()
    use: Use = "tag" if cue.sense == "tagged" else "name"
    reason = refusal(consent, use, look.draft.network, look.facts.moment)
    if not reason and person.minor and not person.guardian:
        reason = "minor"
    state = ClaimState.CONTRADICTED if reason else ClaimState.PROVEN
    until = consent.until_at
    shown = both(
        f"toestemming tot en met {say_day(until, 'nl')} {until.year}" if until else "toestemming vastgelegd",
        f"consent until {say_day(until, 'en')} {until.year}" if until else "consent on file",
    )
    if reason == "withdrawn" and consent.withdrawn_at is not None:
        day = consent.withdrawn_at
        shown = both(f"ingetrokken op {say_day(day, 'nl')}", f"withdrawn on {say_day(day, 'en')}")
    subject = person.name or person.handle
    return state, reason, (Evidence(state, shown, "consents", None, subject),)


KIND = Kind("person", CUES, find, claims=("person",))
