"""People in a text: by name, by handle, by what their neighbours know them by, or just "this couple"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toonbank.etiquette.consents import Use, needs_no_yes, refusal
from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.person import CUES
from toonbank.etiquette.kinds.naming import CUSTOMER, NOT_A_NAME, TRADE, Called, called, on_file
from toonbank.etiquette.late import late
from toonbank.etiquette.recorded import ON_RECORD, whom
from toonbank.etiquette.shelf import words_of
from toonbank.etiquette.wording import both, say_day
from toonbank.language.goods import is_goods
from toonbank.language.persons import PARTICLES, bare, read_name
from toonbank.language.reading import Sentence
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.etiquette.background import Consent, Person, Utterance


_WORD = late(r"\w+")
PICTURE = late(r"(?:op de|in the)\s+(?:foto|photo|picture)", re.IGNORECASE)
FAMOUS = late(
    r"(?<!\w)(?:schrijver|schrijfster|auteur|author|schilder|painter|burgemeester|mayor|koning(?:in)?|king|queen|minister|roman|novel|"
    r"boek|book|straat|street|sint|st\.?|merk|brand|firma|company|mark twain)(?!\w)"
)
AS_CUSTOMER = late(
    r"(?<!\w)(?:klant\w*|kocht\w*|koopt|gekocht|bestel\w*|aankoop|aankopen|spijt|ruilde|retour\w*|haalde|paste|past|klaagde|klacht|betaalde|"
    r"rekening|zijn jas|haar jas|customer\w*|bought|buys|purchase\w*|order\w*|regret\w*|returned|complain\w*|paid|picked up|tried on)(?!\w)"
)
# Names that are nobody's: a saint, a province, a kind of wool.
NOBODY = wordlist(
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
# Who makes or grows what the shop sells is a supplier, and seldom a customer.
MAKER = late(
    r"(?:(?<!\w)(?:boerderij|kwekerij|brouwerij|" + TRADE + r")"
    r"|(?<!\w)(?:(?:komen|komt|kwamen|come|comes)|(?:halen|haalt|kopen|inkopen|get|buy))"
    r"(?: \w+){0,3} (?:van|from)"
    r"|(?<!\w)(?:halen|kopen|inkopen)(?: (?:we|wij|ze|het|die)){0,2} bij"
    r"|(?<!\w)(?:gemaakt|gebreid|geweven|gebakken|geleverd|gebrouwen|gekweekt|geteeld|gedraaid|geschilderd|ontworpen) door"
    r"|(?<!\w)(?:made|woven|baked|supplied|brewed|grown|knitted|thrown|designed|painted|delivered) by)"
    r"(?: (?:de|the|onze|our))?(?: \w+)? \Z"
)
SOLD_TO = late(r"(?<!\w)(?:aan|voor|to|for)(?: (?:de|onze|the|our))?(?: \w*" + TRADE + r")? \Z")
FROM_SOMEBODY = late(
    r"\w+\s+(?:uit|van|from)\s+(?=(?:de heer|mevrouw|mevr|meneer|mrs?|ms|miss)\b)", re.IGNORECASE
)
ORGANISATION = late(  # what a business is called by: its trade in a word of its own, or an ending that only trades have
    r"\w*(?:bond|vereniging|club|stichting|[a-z]{3}erij|fonds|museum|school|kerk|gemeente|theater|[a-z]{2}(?:theek|winkel|handel)"
    r"|bedrijf|bureau|praktijk|centrum|groep|fabriek|atelier|studio|galerie|kapsalon|society|association|bakery|council|library|brewery"
    r"|charity|church|theatre|trust|pharmacy|gallery|salon|printers|printing|services|garage|caf[eé]|restaurant|hotel|brasserie|firma"
    r"|transport|installaties|company|ltd|bv)\b",
    re.IGNORECASE,
)
A_PERSON = late(
    r"(?<!\w)(?:klant\w*|mensen|mens|man|vrouw|meisje|jongen|kind\w*|dame|heer|stel|hij|zij|ze|haar|hem|wie|iemand|baby|customer\w*|people|"
    r"person|woman|girl|boy|child\w*|lady|couple|he|she|her|him|they|who|someone)(?!\w)"
)
FROM_PLACE = (
    *("uit ", "from ", "in ", "naar ", "to ", "te "),
    *("uit de ", "in de ", "op de ", "aan de ", "from the ", "in the ", "on the "),
)


Judgment = tuple[ClaimState, str, tuple[Evidence, ...]]


def find(look: Look) -> Iterator[Noticed]:
    """Everybody who is named, tagged or described, with what the shop knows of their consent."""
    shop = _shop_names(look.facts)
    past = 0
    for sentence, cues in look.cues_by_sentence("person"):
        for cue in apart(_with_records(list(map(_without_thanks, cues, [look] * len(cues))))):
            if cue.start < past or _is_no_name(look, cue):
                continue
            who = _who(look, sentence, cue)
            if _is_somebody(look, cue, who, shop):
                past = who.end
                yield _noticed(look, cue, who)


def _with_records(cues: list[Cue]) -> list[Cue]:
    """No pattern covers the name of somebody on record: of two such places the record's goes before."""
    records = [cue for cue in cues if cue.sense == ON_RECORD]
    if not records:
        return cues
    return [*records, *(cue for cue in cues if cue.sense != ON_RECORD and not _covers(cue, records))]


def _covers(cue: Cue, records: list[Cue]) -> bool:
    return any(cue.start < one.end and one.start < cue.end for one in records)


def _who(look: Look, sentence: Sentence, cue: Cue) -> Called:
    if cue.sense == "named":
        return called(sentence, cue)
    if cue.sense == ON_RECORD:
        return on_file(sentence, cue)
    return Called(cue.start, cue.end, look.reading.text[cue.start : cue.end])


def _without_thanks(cue: Cue, look: Look) -> Cue:
    """A handle inside "met dank aan @DeWit" is a tag, and judged as one; jam from Mrs Tiller is not called Jam."""
    if cue.sense == "named" and (jam := FROM_SOMEBODY.match(look.reading.text, cue.start, cue.end)):
        return Cue("named", jam.end(), cue.end)
    at = look.reading.text.find("@", cue.start, cue.end)
    return Cue("tagged", at, cue.end) if cue.sense == "named" and at >= 0 else cue


def _is_somebody(look: Look, cue: Cue, who: Called, shop: set[str]) -> bool:
    words = look.reading.text[cue.start : cue.end]
    if cue.sense == "tagged":
        return not (_is_ours(words, shop) or _is_mail(look, cue))
    if cue.sense == ON_RECORD:
        return not (_is_ours(words, shop) or _is_on_the_shelf(look, who.name))
    if cue.sense == "vague" and PICTURE.fullmatch(words):
        return _shows_somebody(look.reading.sentence_at(cue.start))
    if cue.sense != "named" or CUSTOMER.match(words):
        return True
    return not _is_no_person(look, cue, who, shop)


def _is_no_name(look: Look, cue: Cue) -> bool:
    """A capital that opens a sentence or a day, seen before more is asked."""
    if cue.sense != "named":
        return False
    words = look.reading.text[cue.start : cue.end]
    return NOT_A_NAME.match(words) is not None and not CUSTOMER.match(words)


def _shows_somebody(sentence: Sentence) -> bool:
    """ "Op de foto zie je haar", and nothing but "Op de foto"; not "op de foto: de nieuwe fietstas"."""
    return len(sentence.tokens) <= 3 or A_PERSON.search(sentence.folded) is not None


def _shop_names(facts: Facts) -> set[str]:
    shop = facts.shop
    names = [shop.name or "", *shop.aliases, *shop.contacts] if shop else []
    return {name.casefold().lstrip("@") for name in names if name}


def _is_ours(words: str, shop: set[str]) -> bool:
    return words.casefold().lstrip("@").rstrip(".") in shop


def _is_mail(look: Look, cue: Cue) -> bool:
    return cue.start > 0 and look.reading.text[cue.start - 1].isalnum()


def _is_no_person(look: Look, cue: Cue, who: Called, shop: set[str]) -> bool:
    sentence = look.reading.sentence_at(cue.start)
    name, start = read_name(who.name), min(cue.start, who.start)
    before = sentence.folded[: start - sentence.start]
    if (before.endswith(FROM_PLACE) and not name.title) or FAMOUS.search(before):
        return True
    if _is_product_name(look, sentence, start, max(cue.end, who.end)):
        return True
    if not name.title and (ORGANISATION.search(who.name) or _is_called_after_goods(who.name)):
        return True
    if {name.first, name.last} - {""} <= NOBODY or _is_on_the_shelf(look, who.name):
        return True
    return bool(shop & {word.casefold() for word in who.name.split()})


def _is_called_after_goods(name: str) -> bool:
    """As in Baker Street Coffee: who has a first and a last name is not called that."""
    words = [word for word in name.casefold().split() if word not in PARTICLES]
    return len(words) > 2 and is_goods(words[-1])


def _is_on_the_shelf(look: Look, name: str) -> bool:
    """Whether a product bears this whole name, with its title: a jumper "Wit" is not Mevrouw De Wit."""
    keys = words_of(name) - PARTICLES
    return any(keys <= words_of(one) for product in look.facts.products or () for one in product.names)


def _is_product_name(look: Look, sentence: Sentence, start: int, end: int) -> bool:
    """Whether goods stand right beside the name: "mutsen Kleine Beer", "Little Bear hats"."""
    before = WORD_BEFORE.search(look.reading.folded, sentence.start, start)
    if before is not None and is_goods(before[1]):
        return True
    branded = BRANDED.match(look.reading.folded, sentence.start, start)
    if branded is not None and is_goods(branded[1]):
        return True  # "Servies van Meneer Kees"; with "het" before it, it would be his own
    if not look.reading.text[start:end].rsplit(maxsplit=1)[-1][:1].isupper():
        return False  # "Jan kocht laarzen"
    after = WORD_AFTER.match(look.reading.folded, end, sentence.end)
    return after is not None and is_goods(after[1])


def _noticed(look: Look, cue: Cue, who: Called) -> Noticed:
    sentence = look.reading.sentence_at(cue.start)
    people = whom(look.facts.people or (), who.name) if cue.sense in ("named", "tagged", ON_RECORD) else ()
    sense = "named" if cue.sense == ON_RECORD else cue.sense
    if sense == "tagged" and not people and not AS_CUSTOMER.search(sentence.folded):
        sense = "vague"  # thanks, a source, a neighbour's account: nothing about a customer
    verdict: Judgment = ClaimState.UNKNOWN, "", ()
    if sense != "vague" and _is_own_thread(look, who.name):
        verdict = ClaimState.PROVEN, "", ()
    elif people:
        verdict = _judged(look, sense, people, who.name)
    elif sense != "vague":
        is_maker = sense == "named" and _is_maker(look, cue, who)
        verdict = ClaimState.UNKNOWN, "maker" if is_maker else "no_consent", ()
    state, because, evidence = verdict
    return Noticed(
        "person",
        sense,
        who.start,
        who.end,
        sentence,
        state=state,
        evidence=evidence,
        because=because,
        is_pressing=False,
        is_sure=because != "maker",
    )


def _is_maker(look: Look, cue: Cue, who: Called) -> bool:
    """Whether goods come from them, and nothing says that they bought any."""
    sentence = look.reading.sentence_at(cue.start)
    before = sentence.folded[: who.start - sentence.start]
    if CUSTOMER.match(look.reading.text, cue.start) or SOLD_TO.search(before) or not MAKER.search(before):
        return False
    return AS_CUSTOMER.search(sentence.folded, who.end - sentence.start) is None


def _is_own_thread(look: Look, words: str) -> bool:
    """Whether a reply calls somebody by the name that they use themselves in this thread, and says no more of it."""
    if look.draft.kind != "reply":
        return False
    name = read_name(words)
    said = set(_WORD.findall(bare(words) if words.startswith("@") else f"{name.first} {name.last}"))
    messages = look.facts.thread.messages if look.facts.thread else ()
    return bool(said) and any(said <= _signed(message) for message in messages if message.sender != "shop")


def _signed(message: Utterance) -> set[str]:
    own = bare(f"{message.name or ''} {message.handle or ''} {message.text[-40:]}")
    return {*_WORD.findall(own), *_WORD.findall(own.replace("_", " "))}


def _judged(look: Look, sense: str, people: Sequence[Person], words: str) -> Judgment:
    """What those who may be meant allowed: whom a name may mean, all must have said yes; a first name is a colleague's first."""
    if not read_name(words).last and any(one.role == "staff" and needs_no_yes(one) for one in people):
        return ClaimState.PROVEN, "", ()
    verdicts = [_judge(look, sense, person) for person in people]
    refused = [one for one in verdicts if one[0] is not ClaimState.PROVEN]
    if not refused:
        return verdicts[0]
    if len(refused) < len(verdicts):
        return ClaimState.UNKNOWN, "namesakes", ()
    return next((one for one in refused if one[0] is ClaimState.CONTRADICTED), refused[0])


def _judge(look: Look, sense: str, person: Person) -> Judgment:
    if needs_no_yes(person):
        return ClaimState.PROVEN, "", ()
    consent = person.consent
    if consent is None:
        return ClaimState.UNKNOWN, "no_consent", ()
    use: Use = "tag" if sense == "tagged" else "name"
    reason = refusal(consent, use, look.draft.network, look.facts.moment)
    if not reason and person.minor and not person.guardian:
        reason = "minor"
    state = ClaimState.CONTRADICTED if reason else ClaimState.PROVEN
    return (
        state,
        reason,
        (Evidence(state, _shown(consent, reason), "consents", None, person.name or person.handle),),
    )


def _shown(consent: Consent, reason: str) -> dict[str, str]:
    until, withdrawn = consent.until_at, consent.withdrawn_at
    if reason == "withdrawn" and withdrawn is not None:
        return both(f"ingetrokken op {say_day(withdrawn, 'nl')}", f"withdrawn on {say_day(withdrawn, 'en')}")
    return both(
        f"toestemming tot en met {say_day(until, 'nl')} {until.year}" if until else "toestemming vastgelegd",
        f"consent until {say_day(until, 'en')} {until.year}" if until else "consent on file",
    )


KIND = Kind("person", CUES, find, claims=("person",))
