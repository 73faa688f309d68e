"""Nothing left: "uitverkocht", "out of stock", of a product whose stock is known. It is a fact, and no push."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.kinds import stock as stocks
from toonbank.etiquette.kinds.base import Cue, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.kinds.promotions import subject_of
from toonbank.etiquette.late import late
from toonbank.etiquette.shelf import words_of
from toonbank.language.reading import Sentence
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product

NEARLY = late(  # "bijna uitverkocht" is little, and told as such
    r"(?:bijna|vrijwel|nagenoeg|praktisch|haast|zo goed als|raken?|raakt|snel|almost|nearly|practically|virtually|as good as|close to|"
    r"all but|ever|nooit|never|voor)\W*\Z"
)
IN_PART = late(  # one size of it, another place, another day
    r"(?<!\w)(?:maat|maten|sizes?|kleur\w*|colou?rs?|variant\w*|versie|version|smal|breed|xs|xl|xxl|leverancier|groothandel|fabrikant|fabriek|"
    r"supplier|wholesaler|maker|factory|filiaal|branch|elders|elsewhere|concurrent\w*|competitors?|buren|neighbours?|"
    r"als|wanneer|zodra|totdat|if|when|once|until|binnen|within|toen|voorstelling|concert|show|workshop|cursus|"
    r"rood|rode|blauwe?|groene?|gele?|zwarte?|witte?|grijze?|bruine?|roze|beige|red|blue|green|yellow|black|white|grey|gray|brown|pink)(?!\w)"
)
GONE = late(
    r"(?:(?:de|die|deze|dat|that|this|the) )?(?:\w+ )?(?:is|zijn|are) (?:nu |even |helaas |al |now |already )*"
    r"(?:uitverkocht|sold out|out of stock)\Z"
)
SIZE_GONE = late(
    r"(?<!\w)(?:maat|maten|sizes?)(?!\w)[^,;:]*(?<!\w)(?:uitverkocht|sold out|out of stock|niet (?:meer )?op voorraad)(?!\w)"
)
PUSHED = late(
    r"!|(?<!\w)(?:bijna|al|alweer|nog|snel|alleen|enkel|laatste|almost|nearly|already|only|fast|last|rest|andere|other)(?!\w)"
)
OTHER_THING = late(  # "de soep is op, er is nog taart"
    r"(?:\w+ (?:is|are|zijn) )?(?:op|weg|gone|finished|out|uitverkocht|sold out)\W+(?:(?:maar|but|en|and|wel|though) )*"
    r"(?:er (?:is|zijn)|there(?:['’]s| is| are)|we (?:hebben|have)) (?:wel )?(?:nog|still)(?: (?:wel|volop|genoeg|plenty of))?\Z"
)
FEWEST = 3  # letters of a word that names a product


def sold_out(look: Look, sentence: Sentence, cues: Iterable[Cue]) -> Iterator[Noticed]:
    """What is said to be gone, of a product that the sentence names or that nothing else in it can mean."""
    if IN_PART.search(sentence.folded):
        return
    for cue in apart(one for one in cues if one.sense in ("none", "out")):
        before = sentence.folded[: cue.start - sentence.start]
        if not NEARLY.search(before) and not is_cancelled(sentence, cue.start, cue.end):
            yield from _judged(look, sentence, cue)


def is_plainly_gone(sentence: Sentence, cue: Cue) -> bool:
    """Whether a place tells that one size or thing is sold out: a fact for who asks, and no push."""
    words = sentence.folded[cue.start - sentence.start : cue.end - sentence.start]
    if GONE.match(words) is not None or OTHER_THING.match(words) is not None:
        return True
    return SIZE_GONE.search(sentence.folded) is not None and PUSHED.search(sentence.folded) is None


def _judged(look: Look, sentence: Sentence, cue: Cue) -> Iterator[Noticed]:
    stock = stocks.known_stock(look, sentence, (cue.start, cue.end))
    product = stock.product
    if product is None or not _is_about(look, sentence, cue, product):
        return
    state, because = ClaimState.UNKNOWN, stock.because
    if stock.pieces is not None:
        is_gone = stock.pieces <= 0
        state, because = (ClaimState.PROVEN, "") if is_gone else (ClaimState.CONTRADICTED, "level")
    yield Noticed(
        "stock",
        cue.sense,
        *_span(sentence, cue),
        sentence,
        state=state,
        because=because,
        evidence=stocks.for_claim(stock, stocks.Verdict(state, because)),
        is_pressing=False,
        product=product,
        known=stock.pieces,
        known_at=stock.seen_at,
    )


def _is_about(look: Look, sentence: Sentence, cue: Cue, product: Product) -> bool:
    """Whether it is the product that is gone: named beside it, or asked for, or the only thing there is."""
    names = frozenset().union(*map(_telling, product.names))
    if cue.sense == "none":
        said = subject_of(sentence, (cue.start, cue.end))
        return not said or bool(said & names)
    said = subject_of(sentence)
    if not said - subject_of(sentence, (cue.start, cue.end)) <= names | OWN:
        return False  # "geen zorgen meer", "geen hoezen voor de Nova meer"
    if said & names:
        return True
    return look.facts.thread is not None and PRONOUN.search(sentence.folded) is not None


# Words of the cues themselves
OWN = wordlist("heen have don't doesn't don’t doesn’t longer")
PRONOUN = late(r"(?<!\w)(?:die|hem|hij|haar|ze|deze|it|it['’]s|they|they['’]re|them|that|that['’]s)(?!\w)")
VERB = late(r"(?:is|zijn|are|\w+['’](?:s|re)) (?=(?:\w+ )?(?:op|gone)\Z)")


def _span(sentence: Sentence, cue: Cue) -> tuple[int, int]:
    """The claim without its verb: of "is op" the "op"."""
    verb = VERB.match(sentence.folded, cue.start - sentence.start, cue.end - sentence.start)
    return (sentence.start + verb.end() if verb else cue.start), cue.end


def _telling(name: str) -> frozenset[str]:
    return frozenset(word for word in words_of(name) if len(word) >= FEWEST)
