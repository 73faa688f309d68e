"""Ways out of a wrong or unproven stock claim: the real number, or no number at all."""

import re

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import from_its_bound, put, without_haste, without_sentence
from toonbank.etiquette.wording import say_day, say_number

PRESSURE = late(
    r"\b(?:nog|maar|slechts|enkel|alleen|only|just|still|(?:aller)?laatste|(?:very )?last|final|precies|the|de)\b ?",
    re.IGNORECASE,
)
BOUND = late(
    r"\b(?:ruim|over|meer dan|minder dan|nog geen|bijna|ongeveer|circa|zo['’]n|rond|more than|less than|fewer than|under|about|around|"
    r"nearly|almost|some|roughly)\b ?",
    re.IGNORECASE,
)
HOW_FEW = late(
    r"(?:(?<!\w)(?:nog|maar|slechts|enkel|alleen|only|just|still|a little|precies|ruim|over|meer dan|minder dan|bijna|ongeveer|circa|"
    r"zo['’]n|rond|more than|less than|fewer than|under|about|around|nearly|almost|some|roughly) )+\Z",
    re.IGNORECASE,
)
REASON = late(r"(?<!\w)(?:want|omdat|because)(?!\w)[^,;:.]*\Z")
THEN = late(r",? (?:en|and) (?:dan|then)(?!\w)")
LATER = late(r"(?:straks|soon|morgen|tomorrow|binnenkort|dan|then)(?!\w)", re.IGNORECASE)
BE = late(r"(?<!\w)(?:is|are|zijn|['’]s|['’]re)\s+\Z")
FIGURE = late(r"\d")
REGRETS = late(r"(?<!\w)(?:helaas|sorry|unfortunately|afraid|jammer|nee|no)(?!\w)")
CLAUSE = late(r"\b(?:is|zijn|are|was|gaat|gaan|raakt|raken)\b")
GOES_ON = late(r",? (?:en|and|want|dus|so|or|of|voordat|before|because)\b")
LEFT = late(
    r" ?\b(?:over|left|remaining|beschikbaar|available|to go)\b|,? (?:en dan|and then).*", re.IGNORECASE
)
PLURAL = {"staat": "staan", "ligt": "liggen", "hangt": "hangen", "is": "zijn"}
TRAILING = late(r" (?:fast|quickly|hard|snel|soon|heel hard|heel snel)\b")
VERBAL = late(
    r"^(?:raak|vlieg|vliegt|gaat|gaan|loopt|komt|komen|keert|keren|fly|flies|sell|sells|won|will)",
    re.IGNORECASE,
)
SINGULAR = late(r"^(?:\w+t|flies|sells)\b", re.IGNORECASE)
SUBJECT = late(r"^(?!(?:op|weg|gone|once)\b)\w+ (?:is|zijn|are) (?=\w)", re.IGNORECASE)
IN_A_WORD = late(r"(?:(?:\w+ )?(?:op|gone))\Z")
SHORT = 10


def real_number(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """First the real number in a calm sentence, then the same sentence without a number."""
    claim = claim._replace(start=_from(look, claim))
    if claim.known is None:
        return ()
    if claim.known <= 0:
        sold_out = "uitverkocht" if look.lang == "nl" else "sold out"
        return (put(look.reading, claim.start, claim.end, sold_out), *_dropped(look, claim))
    if claim.sense not in ("only", "count") or claim.number_at is None:
        return _instead_of_vague(look, claim)
    claim = claim._replace(start=from_its_bound(look.reading, claim.sentence, claim.start))
    before = look.reading.text[claim.sentence.start : claim.start].rstrip()
    if not before or before[-1] in ".,:;!?–—-(" or claim.text.lower().startswith("we"):
        return _opening(look, claim)
    return _inside(look, claim)


def _from(look: Look, claim: Noticed) -> int:
    """Where a claim begins with the words that say how few, or about how many, when those stand before it."""
    before = look.reading.text[claim.sentence.start : claim.start]
    match = HOW_FEW.search(before)
    return claim.sentence.start + match.start() if match else claim.start


def _pieces(look: Look, claim: Noticed) -> tuple[str, str, str]:
    """What stands before the number, the real number, and the noun after it without "left"."""
    assert claim.number_at is not None and claim.known is not None  # noqa: S101, PT018 - the caller looked
    text = look.reading.text
    head, tail = text[claim.start : claim.number_at[0]], text[claim.number_at[1] : claim.end]
    return head, say_number(claim.known, look.lang), LEFT.sub("", tail).strip().removeprefix("x ").strip()


def _opening(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    _, number, noun = _pieces(look, claim)
    bare = not noun or re.match(r"(?:op|in|on)\b", noun) is not None
    if look.lang == "nl":
        verb = "ligt" if claim.known == 1 else "liggen"
        words = f"er {verb} {'er ' if bare else ''}{number} {noun}".strip()
        calm = "op voorraad" if bare else f"er {verb} {noun}"
    else:
        words = f"we have {number} {noun}".strip()
        calm = "in stock" if bare else f"we have {noun}"
    return put(look.reading, claim.start, claim.end, words), put(look.reading, claim.start, claim.end, calm)


def _inside(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    head, number, noun = _pieces(look, claim)
    kept = BOUND.sub("", PRESSURE.sub("", head))
    for one, many in PLURAL.items():
        kept = re.sub(rf"\b{one}\b", many, kept) if claim.known != 1 else kept
    words = " ".join(f"{kept} {number} {noun}".split())
    some = "genoeg" if look.lang == "nl" else "plenty"
    calm = " ".join(f"{kept} {noun}".split()) if noun else " ".join(f"{kept} {some}".split())
    return put(look.reading, claim.start, claim.end, words), put(look.reading, claim.start, claim.end, calm)


def _instead_of_vague(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    if claim.because == "restock" and claim.product is not None and claim.product.restock_on is not None:
        return _new_ones(look, claim)
    assert claim.known is not None  # noqa: S101 - the caller looked
    outside = look.reading.folded[claim.sentence.start : claim.start]
    if claim.sense in ("none", "out") and REGRETS.search(outside):
        return ()
    if claim.sense == "out" and not IN_A_WORD.match(claim.text):
        return ()  # "we hebben geen Nova meer": what is so then needs a sentence of its own
    if FIGURE.search(claim.text):
        return _dropped(look, claim)
    if _hangs_together(look, claim, outside):
        whole = without_sentence(look.reading, claim.sentence)
        return () if whole is None else (whole,)
    number = say_number(claim.known, look.lang)
    piece = (
        ("stuk" if claim.known == 1 else "stuks")
        if look.lang == "nl"
        else ("piece" if claim.known == 1 else "pieces")
    )
    place = "op voorraad" if look.lang == "nl" else "in stock"
    verb = ""
    if VERBAL.match(claim.text) and not BE.search(outside):
        is_one = SINGULAR.match(claim.text) is not None
        verb = ("is " if is_one else "zijn ") if look.lang == "nl" else ("is " if is_one else "are ")
    start, end = claim.start, claim.end
    inner = SUBJECT.match(claim.text)
    if inner:
        start += inner.end()  # "maat is uitverkocht" has its own verb
    trailing = TRAILING.match(look.reading.text, end)
    end = trailing.end() if trailing else end
    return (
        put(look.reading, start, end, f"{verb}{place}: {number} {piece}"),
        put(look.reading, start, end, f"{verb}{place}"),
    )


def _hangs_together(look: Look, claim: Noticed, before: str) -> bool:
    """Whether the rest of the sentence leans on little being left: "kom snel, want ...", "... en dan is het klaar"."""
    after = look.reading.text
    if LATER.match(claim.text) or REASON.search(before) or THEN.match(after, claim.end):
        return True
    return CLAUSE.search(claim.text) is not None and GOES_ON.match(after, claim.end) is not None


def _new_ones(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    product = claim.product
    assert product is not None and product.restock_on is not None  # noqa: S101, PT018 - the caller looked
    day = say_day(product.restock_on, look.lang)
    words = f"op {day} komen er nieuwe" if look.lang == "nl" else f"new ones arrive on {day}"
    sentence = claim.sentence
    if len(sentence.tokens) <= SHORT:
        label = product.label[:1].upper() + product.label[1:]
        first = put(look.reading, sentence.start, sentence.end, f"{label}: {words}.")
    else:
        first = put(look.reading, claim.start, claim.end, words)
    return (first, *_dropped(look, claim))


def _dropped(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    return without_haste(look.reading, claim.sentence, claim.start, claim.end)


def without_claim(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """For a claim without evidence: the text without it."""
    mend = without_sentence(look.reading, claim.sentence) if len(claim.sentence.tokens) <= SHORT else None
    return (mend,) if mend else without_haste(look.reading, claim.sentence, claim.start, claim.end)
