"""Words of customers, held against what they wrote: between marks, retold, or said to be "verified"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toonbank.etiquette.consents import quote_refusal
from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.kinds.cues.quote import CUES
from toonbank.etiquette.kinds.quoting import ON_FILE, Comparison, Record, compare
from toonbank.etiquette.late import late
from toonbank.etiquette.recorded import whom
from toonbank.etiquette.shelf import words_of
from toonbank.etiquette.wording import both
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Person

PRAISE = late(
    r"(?<!\w)(?:prima|fijne?|mooi(?:e|er|ste)?|beste?|top(?:per|service|winkel)?|geweldige?|heerlijke?|super\w*|"
    r"goede?|aanrader|blij|"
    r"tevreden|snelle?|vriendelijke?|nette?|netjes|zachte?|lieve?|leuke?|perfecte?|fantastische?|prachtige?|"
    r"uitstekende?|keurige?|"
    r"gezellige?|lekkere?|lekkerste|zalig|warme?|kwaliteit|degelijke?|echt geholpen|verademing|dankbaar|genieten|"
    r"trots|"
    r"great|good|best|nice|lovely|fine|excellent|amazing|wonderful|perfect|superb|brilliant|fantastic|friendly|"
    r"helpful|fast|quick|"
    r"happy|pleased|recommend\w*|love|loved|beautiful|soft|warm|delicious|tasty|quality|top|solid|finest|favou?rite|"
    r"awesome)(?!\w)|(?<!\w)(?:\w{3,}ste (?:\w+ )?(?:ooit|die ik)|\w{3,}est (?:\w+ )?(?:ever|i['’]ve|i have))(?!\w)"
)
LOYAL = late(
    r"(?<!\w)(?:enige|only|eindelijk|finally|nergens|nowhere|nooit|never|altijd|always|zelden|seldom|rarely|"
    r"nog steeds|still)(?!\w).*"
    r"(?<!\w)(?:winkel|zaak|plek|hier|jullie|place|shop|store|here|you)(?!\w)|"
    r"(?<!\w)(?:winkel|zaak|plek|hier|jullie|place|shop|store|here)(?!\w).*(?<!\w)(?:nog|nooit|altijd|eindelijk|"
    r"still|never|always|finally)(?!\w)"
)
CUSTOMER = late(
    r"(?<!\w)(?:(?:\w+)?klant(?:en|e)?|kopers?|koopster|bezoek(?:er|ers|ster)|stamgast(?:en)?|gasten|customers?|"
    r"clients?|shoppers?|"
    r"buyers?|visitors?|regulars?|guests?|reviews?|recensies?|beoordeling(?:en)?|reviewer|mailbox|inbox|mailtje|"
    r"berichtje|kaartje|briefje|reactie|appje|message|note|card|feedback|google|trustpilot|kiyoh|"
    r"testimonial)(?!\w)|[★⭐]"
)
SOMEBODY = late(
    r"(?<!\w)(?:iemand|someone|somebody|mevrouw|meneer|mrs|mr|dame|heer|man|vrouw|jongen|meisje|oma|opa|moeder|vader|"
    r"stel|buurvrouw|buurman|lady|"
    r"gentleman|woman|girl|boy|gran|mum|dad|couple|neighbour)(?!\w)"
)
SAID = late(
    r"(?<!\w)(?:kregen|kreeg|lazen|las|ontvingen|vonden|got|received|landed|read|found|arrived|came in|zei|zegt|"
    r"zeggen|schreef|schrijft|schreven|aldus|volgens|vertelde|vertelt|appte|mailde|liet weten|"
    r"said|says|say|wrote|"
    r"writes|told|tells|puts? it|according|from)(?!\w)|(?<!\w)(?:uit|in|from) (?:een|a|the|de|our|"
    r"onze) (?:\w+ )?(?:review|recensie)|[★⭐:]"
)
NAME_BEFORE = late(
    r"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ]+(?: (?:says?|said|put it|puts it|zei|zegt|schreef|schrijft|wrote))?(?: it)?[:,]? ?$"
)
SIGNED = late(
    r"[\s,]*[–—-] ?(?:\(?[A-ZÀ-Þ]|(?:een |a )?(?:\w+ )?(?:review|recensie|beoordeling|klant|customer|uit|"
    r"from))"
)
CITED = late(r"(?<!\w)(?:review|recensie|beoordeling)(?: nr\.?| no\.?| nummer| number)? ?#?\d+")
HE_OR_SHE = late(
    r"[\s,]*(?:zegt|zei|vindt|says|said) (?:ze|zij|hij|she|he)(?!\w)|[\s,]*(?:she|he) (?:says|said)(?!\w)"
)
TITLE = late(
    r"(?<!\w)(?:boek|roman|film|liedje?|lied|nummer|plaat|titel|woord|genaamd|heet|merk|book|novel|song|title|word|"
    r"called|named|brand|"
    r"lezen|read|reading|workshop|cursus)(?!\w)[\s\w]{0,20}$"
)
RETOLD = late(
    r":|(?:dat|that)(?!\w)|(?:het|dit|this|it|they|we|deze|ze|ons|our|onze) (?:\w+ )?(?:is|zijn|are|"
    r"was)(?!\w)"
)
SPEAKING = (
    r"(?:zei|zegt|zeggen|schreef|schrijft|schreven|vertelde|vertelt|mailde|mailt|appte|appt|lachte|lacht|riep|roept|"
    r"fluisterde|zuchtte|noemt|noemde|aldus|volgens|says?|said|writes?|wrote|told|tells|texted|emailed|laughed|shouted|"
    r"whispered|calls|called|reckons|reckoned|puts? it)"
)
SPOKEN_AFTER = late(
    rf"\W{{0,6}}(?:\w+ ){{0,2}}?{SPEAKING}(?!\w)|[.,!]?\s*[–—-]\s?\w|[\s.,]{{1,3}}(?-i:[A-ZÀ-Þ])[\w’'-]+(?:,| uit | from )"
)
SPOKEN_BEFORE = late(rf"(?<!\w){SPEAKING}(?!\w)[^.!?]{{0,28}}$")
NO_CUSTOMER = late(  # who speaks here bought nothing: the shop, its family, he or she of before, a teacher
    rf"{SPEAKING} (?:ik|wij|we|i|hij|zij|ze|he|she|they|mijn|onze|my|our)(?!\w)(?! (?:\w+ )?(?:klant|customer|client|regular|stamgast))|"
    rf"(?<!\w)(?:ik|wij|we|i|hij|zij|ze|he|she|they) {SPEAKING}|(?:mijn|my) (?:\w+ )?(?:vader|moeder|opa|oma|man|vrouw|zus|broer|"
    r"dad|father|mum|mother|nan|gran|granddad|wife|husband|sister|brother|teacher|boss|baas)(?!\w)|altijd$|always|used to say"
)
CHECKED = late(
    r"(?<!\w)(?:bestelnummer|bestelling|ordernummer|aankoopbewijs|kassabon|bon|koppelen|alleen (?:wie|"
    r"klanten die) (?:iets )?(?:heeft|hebben)? ?"
    r"(?:gekocht|besteld)|order(?: number)?|receipt|proof of purchase|match(?:ed)? (?:them|each)|invite only)(?!\w)"
)
AROUND, NEAR = 70, 600
LONG = 4  # words; so much is a statement, also without a word of praise


def find(look: Look) -> Iterator[Noticed]:
    """Every customer who is quoted or retold, and every word about the reviews being real."""
    records = _records(look)
    spans: set[tuple[int, int]] = set()
    for sentence, cues in look.cues_by_sentence("quote"):
        yield from _said_on_file(look, sentence, cues, records)
        for cue in apart([one for one in cues if one.sense != ON_FILE]):
            if cue.sense == "marks":
                span = _span_at(look.reading.quotes, cue.start)
                if span is not None and span not in spans:
                    spans.add(span)
                    yield from _quoted(look, sentence, span, records)
            elif not is_cancelled(sentence, cue.start, cue.end, past=False) or "geen" in _words(look, cue):
                yield _retold(look, sentence, cue)


def _span_at(quotes: Sequence[tuple[int, int]], place: int) -> tuple[int, int] | None:
    at = bisect_right(quotes, (place, place + 10**9)) - 1
    return quotes[at] if at >= 0 and place < quotes[at][1] else None


def _words(look: Look, cue: Cue) -> str:
    return look.reading.folded[cue.start : cue.end]


def _records(look: Look) -> list[Record]:
    reviews = look.facts.reviews
    quotes = reviews.quotes if reviews else None
    own = [
        Record(one.text, one.author or one.id, one.author, one.consent) for one in quotes or () if one.text
    ]
    if any(
        one.yes is not True for one in own
    ):  # of the same words, those of who is named here, then those with a yes
        said = words_of(look.reading.text)
        own.sort(key=lambda one: (not words_of(one.author) & said, one.yes is not True))
    return own + [Record(one.quote, one.who) for one in look.facts.endorsements or () if one.quote]


def _said_on_file(
    look: Look, sentence: Sentence, cues: Sequence[Cue], records: Sequence[Record]
) -> Iterator[Noticed]:
    """Words on file that stand here as they were written, without marks that make a quotation of them."""
    for cue in cues:
        words = look.reading.text[cue.start : cue.end]
        if cue.sense != ON_FILE or _is_marked(look, cue) or _is_answered(look, words):
            continue
        found = compare(words, records)
        if found is not None and found.state is ClaimState.PROVEN:
            yield _as_written(look, sentence, (cue.start, cue.end), found)


def _is_marked(look: Look, cue: Cue) -> bool:
    """Whether a quotation that this kind hears stands around it."""
    if look.draft.kind not in KIND.drafts:
        return False
    return any(start < cue.start and cue.end <= end for start, end in look.reading.quotes)


def _is_answered(look: Look, words: str) -> bool:
    """Whether a reply repeats what was said in its own thread."""
    messages = look.facts.thread.messages if look.facts.thread else ()
    return any(compare(words, [Record(one.text, "")]) for one in messages if one.sender != "shop")


def _quoted(
    look: Look, sentence: Sentence, span: tuple[int, int], records: Sequence[Record]
) -> Iterator[Noticed]:
    start, end = span
    inner = look.reading.text[start + 1 : end - 1]
    found = compare(inner, records)
    if not (_is_praise_of_a_customer(look, sentence, span, inner) or (found and found.because != "differs")):
        if _is_spoken(look, span, inner):
            yield Noticed("quote", "quoted", start, end, sentence)
        return
    if found is not None:
        yield _as_written(look, sentence, span, found)
        return
    state, because = _without_record(look, span)
    yield Noticed("quote", "quoted", start, end, sentence, state=state, because=because)


def _as_written(look: Look, sentence: Sentence, span: tuple[int, int], found: Comparison) -> Noticed:
    """Words that are on file: what was changed in them, else whether they may be used."""
    state, because, record = found.state, found.because, found.record
    if state is ClaimState.PROVEN and (because := _refused(look, span, record)):
        state = ClaimState.UNKNOWN if because == "no_consent" else ClaimState.CONTRADICTED
    evidence = (Evidence(state, both(record.text, record.text), "reviews", None, record.by or None),)
    return Noticed(
        "quote", "quoted", *span, sentence, state=state, because=because, also=record.text, evidence=evidence
    )


def _refused(look: Look, span: tuple[int, int], record: Record) -> str:
    """Why these words may not be used, by the record and by what is known of who said them."""
    people, after = look.facts.people or (), look.reading.text[span[1] : span[1] + AROUND]
    if record.author:
        authors = whom(people, record.author)
        is_named = bool(words_of(record.author) & words_of(look.reading.text))
    else:
        authors, is_named = tuple(one for one in people if _is_signed_by(one, after)), False
    if record.yes is None and is_named and not authors:
        return "no_consent"
    return quote_refusal(record.yes, authors, look.draft.network, look.facts.moment)


def _is_praise_of_a_customer(look: Look, sentence: Sentence, span: tuple[int, int], inner: str) -> bool:
    text, (start, end) = look.reading.text, span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    small = inner.lower()
    if inner.rstrip().endswith("?") or _is_a_name(look, inner) or HE_OR_SHE.match(after.lower()):
        return False
    is_praise = PRAISE.search(small) is not None or LOYAL.search(small) is not None
    around = f"{before} {after}".lower()
    if SIGNED.match(after):
        return is_praise or len(small.split()) >= LONG
    if CUSTOMER.search(around) and SAID.search(around):
        return is_praise or len(small.split()) >= LONG
    if TITLE.search(before.lower()):
        return False
    if NAME_BEFORE.search(before) or (SOMEBODY.search(around) and SAID.search(around)):
        return is_praise
    return (
        is_praise
        and not sentence.reading.text[sentence.start : start].strip(" \t✨💬🗣️😍")
        and not after[:40].strip(" \t\n.!❤️😍🥰✨")
    )


def _is_spoken(look: Look, span: tuple[int, int], inner: str) -> bool:
    """Whether somebody who is no member of the shop says these words: words of a customer, be they praise or not."""
    if len(inner.split()) < LONG or inner.rstrip().endswith("?") or _is_a_name(look, inner):
        return False
    text, (start, end) = look.reading.text, span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if NO_CUSTOMER.search(f"{before} {after}".lower()) or TITLE.search(before.lower()):
        return False
    return SPOKEN_AFTER.match(after) is not None or SPOKEN_BEFORE.search(before.lower()) is not None


def _is_a_name(look: Look, inner: str) -> bool:
    """Whether what is quoted is only a product or the shop itself."""
    words = words_of(inner)
    names = [name for product in look.facts.products or () for name in product.names]
    shop = look.facts.shop
    names += [shop.name or "", *shop.aliases] if shop else []
    return any(words == words_of(name) for name in names if name)


def _without_record(look: Look, span: tuple[int, int]) -> tuple[ClaimState, str]:
    reviews = look.facts.reviews
    after = look.reading.text[span[1] : span[1] + AROUND]
    if reviews is None or reviews.quotes is None:
        if any(_agreed(person, after) for person in look.facts.people or ()):
            return ClaimState.PROVEN, ""
        if CITED.search(after.lower()):
            return ClaimState.UNKNOWN, "cited"
    return ClaimState.UNKNOWN, "no_record"


def _agreed(person: Person, after: str) -> bool:
    """Whether the one whose name stands below the quotation said yes to being quoted."""
    consent = person.consent
    return (
        _is_signed_by(person, after)
        and consent is not None
        and consent.quote
        and consent.withdrawn_at is None
    )


def _is_signed_by(person: Person, after: str) -> bool:
    return bool(person.name) and bool(words_of(person.name) & words_of(after))


def _retold(look: Look, sentence: Sentence, cue: Cue) -> Noticed:
    reviews = look.facts.reviews
    if cue.sense == "verified":
        is_checked = (reviews is not None and reviews.verified is True) or CHECKED.search(
            look.reading.folded, max(0, cue.start - NEAR), cue.end + NEAR
        )
        denied = reviews is not None and reviews.verified is False
        state = ClaimState.PROVEN if is_checked else ClaimState.CONTRADICTED if denied else ClaimState.UNKNOWN
        return Noticed("quote", "verified", cue.start, cue.end, sentence, state=state, because="no_check")
    rest = look.reading.folded[cue.end : sentence.end]
    says_what = RETOLD.match(rest.lstrip()) and PRAISE.search(rest) and not sentence.quotes
    return Noticed("quote", "told", cue.start, cue.end, sentence, because="no_record" if says_what else "")


KIND = Kind("quote", CUES, find, claims=("quote",), drafts=("post",))
