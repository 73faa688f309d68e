"""Little left: "nog maar 3", "only a few left", "bijna op", "gone is gone". A calm count is `stock` or `scarcity`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from toonbank.etiquette.kinds import stock as stocks
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.kinds.cues.scarcity import CUES, WHERE
from toonbank.etiquette.kinds.selling_out import is_plainly_gone, sold_out
from toonbank.etiquette.kinds.slots import pattern
from toonbank.etiquette.late import late
from toonbank.etiquette.shelf import words_of
from toonbank.language.nouns import kind_of_noun
from toonbank.language.numbers import Number
from toonbank.language.reading import Sentence
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product


NOT_GOODS = wordlist(
    """
    soort soorten sort sorts kind kinds type types manier manieren
    vraag vragen tip tips reden redenen stap stappen keer ding dingen dingetje woord woorden straat straten
    verdieping verdiepingen bladzijde bladzijden hoofdstuk hoofdstukken nachtje nachtjes slaapjes weekend
    weekenden collega collegas kind kinderen huis huizen ingrediënt ingrediënten winkel winkels locatie
    locaties ronde rondes les lessen recept recepten vinger vingers voorbeeld voorbeelden weetje weetjes
    nieuwtje nieuwtjes idee ideeën kleur kleuren question questions reason reasons step steps thing things
    word words street floor chapter chapters colleague children kids ingredient ingredients shop shops store
    stores location locations lesson lessons recipe recipes example examples idea ideas way ways colour
    colours color colors sleeps staff van voor of to from until tot
    """
)
NEXT_WORD = late(r"\W{1,3}(\w+)")
# "nog maar 3 van Jas Merel", "only 3 of these coats": what is counted comes after; "2 of the 10" counts something else
OUT_OF_THOSE = late(
    r" (?:van|of) (?!ons\b|jullie\b|us\b|you\b|(?:de |het |deze |die |the |these |those |our |onze )?\d)"
)
PLACE = late(pattern(rf"(?:left|over(?! \w)|remaining|beschikbaar|available|{WHERE})"), re.IGNORECASE)
IN_PLACE = late(r"\W{1,3}" + pattern(WHERE).removeprefix(r"(?<!\w)"), re.IGNORECASE)
EXISTS = late(r"\b(?:er|we|wij|still|there|hebben|liggen|staan|hangen|geteld|counted|voorraad|stock)\b")
OTHERS = late(
    r"\b(?:buren|buurman|concurrent\w*|elders|andere winkels?|next door|competitors?|other shops?|"
    r"elsewhere|zegt|zeggen|"
    r"volgens|schrijft|says|said|according|vroeg|asked|denkt|dacht|hoorde|heard)\b"
)
HOUSEHOLD = late(
    r"\b(?:koffie|thee|melk|papier|batterij|accu|inkt|geduld|suiker|tijd|energie|benzine|vakantie|dag|"
    r"week|jaar|coffee|tea|milk|"
    r"paper|battery|ink|patience|sugar|time|energy|petrol|holiday|day|year)\b"
)
ELSEWHERE = late(  # "we hebben er 3 gerepareerd", "er hangen er 2 in de etalage": no stock
    r"[^,;:!?]*?\b(?:ge\w{2,}(?:d|t|en)|ver\w{3,}(?:d|t)|\w{3,}ed|etalage|window|thuis|at home|"
    r"aan de muur|onderweg)\b"
)
SEATS = wordlist(
    "plek plekken plaats plaatsen kaart kaarten kaartje kaartjes ticket tickets seat seats spot spots place places"
)
AFTERWARDS = late(r"\b(?:after|before|na|voor het|over|about)\W*$")
NOT_OP = late(
    r"\W{1,3}(?:de|het|een|tijd|vakantie|weg|zijn|haar|onze|mijn|elke|straat|reis|school|bed|maat|te)\b"
)
TIMES = late(
    r"\W{1,3}(?:\w+\W)?(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|keer|uren|uur|minuten|days?|"
    r"weeks?|months?|years?|hours?|minutes?|times?)\b"
)


GONE = ("none", "out")  # "uitverkocht", and "is op" or "geen Nova meer", which may be about anything
NO_PUSH = ("only", "count", *GONE)


def find(look: Look) -> Iterator[Noticed]:
    """Every count and every word for little that the shop says as its own."""
    for sentence, cues in look.cues_by_sentence("scarcity"):
        counted = [cue for cue in cues if cue.sense in ("only", "count")]
        found = list(_counts(look, sentence, counted)) if counted else []
        yield from found
        spans = [(one.start, one.end) for one in found]
        gone = [cue for cue in cues if cue.sense == "out"]
        others = [
            cue
            for cue in cues
            if cue.sense not in NO_PUSH
            and not any(one.start <= cue.start and cue.end <= one.end for one in gone)
        ]
        for cue in apart(others):
            if not any(start < cue.end and cue.start < end for start, end in spans) and _means_little(
                sentence, cue
            ):
                yield _vague(look, sentence, cue)
        if look.facts.products and any(cue.sense in GONE for cue in cues):
            yield from sold_out(look, sentence, cues)


def _counts(look: Look, sentence: Sentence, cues: list[Cue]) -> Iterator[Noticed]:
    said = look.numbers(sentence)
    for number in said:
        near = [cue for cue in cues if cue.start <= number.start < cue.end]
        if not near or number.unit:
            continue
        if NOT_FOR_SALE.search(sentence.folded):
            continue
        is_only = any(cue.sense == "only" for cue in near)
        start, end = min(cue.start for cue in near), max([number.end, *(cue.end for cue in near)])
        end = min([end, *(other.start for other in said if other.start > number.start)])
        if _is_goods(look, sentence, number, near, is_only=is_only) and not _is_taken_back(
            sentence, start, end
        ):
            yield _counted(look, sentence, number, (start, end), is_only=is_only)


def _is_goods(look: Look, sentence: Sentence, number: Number, near: list[Cue], *, is_only: bool) -> bool:
    """Whether the number counts things for sale, and not days, years, people or steps."""
    noun = number.noun
    kind = kind_of_noun(noun) if noun != "over" else ""
    text = sentence.folded
    after = number.end - sentence.start
    following = NEXT_WORD.match(text, after)
    if text.startswith(" to go", after) or IN_PLACE.match(text, after):
        return True
    is_part = is_only and OUT_OF_THOSE.match(text, after) is not None
    if (kind and kind != "goods") or noun in NOT_GOODS:
        return False
    if following and following[1] in NOT_GOODS and not is_part:
        return False
    if not is_only and ELSEWHERE.match(text[after:]):
        return False
    is_placed = PLACE.search(text, max(0, min(cue.start for cue in near) - sentence.start)) is not None
    if kind == "goods" or is_placed or _names_product(look, noun):
        return True
    words = look.reading.folded[min(cue.start for cue in near) : number.end]
    if is_only:
        strong = words.startswith(("nog", "er ")) or "laatste" in words or "last" in words or "final" in words
        return strong or " dan " in text[after:] or " then " in text[after:] or not noun
    bare = not noun or noun in ("now", "nu")
    before = text[: min(cue.start for cue in near) - sentence.start].rstrip()
    opens = words.startswith("nog") and (not before or before[-1] in ".,:;!–-")
    return opens or (EXISTS.search(text) is not None and (bare or "nog" in words or "still" in words))


def _names_product(look: Look, noun: str) -> bool:
    if not noun or not look.facts.products:
        return False
    stems = words_of(noun)
    return any(stems & words_of(name) for product in look.facts.products[:50] for name in product.names)


def _is_taken_back(sentence: Sentence, start: int, end: int) -> bool:
    return is_cancelled(sentence, start, end) or OTHERS.search(sentence.folded) is not None


def _counted(
    look: Look, sentence: Sentence, number: Number, span: tuple[int, int], *, is_only: bool
) -> Noticed:
    stock = stocks.known_stock(look, sentence, span)
    if number.noun in SEATS and not _names_product(look, number.noun) and stock.product is not None:
        stock = stocks.Stock(because="no_product")  # seats of a workshop are not the coat on file
    verdict = stocks.judge_count(number.value, number.bound, stock, look.facts)
    limit = stocks.low_limit(stock.product, look.facts)
    is_low = is_only or number.value <= limit
    because = verdict.because
    if because == "under" and not is_low:
        because = "plenty"
    return Noticed(
        "scarcity" if is_low else "stock",
        "only" if is_only else "count",
        span[0],
        _with_noun(look, sentence, number, span[1], stock.product),
        sentence,
        state=verdict.state,
        evidence=stocks.for_claim(stock, verdict),
        is_pressing=is_low and (is_only or "!" in sentence.text[-3:]),
        number=number.value,
        number_at=(number.start, number.end),
        product=stock.product,
        because=because,
        known=stock.pieces,
        known_at=stock.seen_at,
    )


def _with_noun(look: Look, sentence: Sentence, number: Number, end: int, product: Product | None) -> int:
    """The end of the claim, with the noun and the product's name that follow the number."""
    stems = {stem for name in (product.names if product else ()) for stem in words_of(name)}
    last = end
    for word in sentence.words:
        if word.start < number.end:
            continue
        gap = look.reading.text[last : word.start] if word.start >= last else ""
        if gap.strip():
            break
        is_part = word.folded == number.noun or (stems and words_of(word.text) & stems)
        is_left = word.folded in ("left", "over", "remaining", "beschikbaar", "available")
        if word.end > last and not (is_part or is_left):
            break
        last = max(last, word.end)
    return last


def _means_little(sentence: Sentence, cue: Cue) -> bool:
    """Whether vague words speak of goods, and the shop says it itself."""
    text = sentence.folded
    words = text[cue.start - sentence.start : cue.end - sentence.start]
    rest = text[cue.end - sentence.start :]
    if words.endswith(" op") and NOT_OP.match(rest):
        return False
    if cue.sense in ("few", "final") and TIMES.match(rest):
        return False
    if cue.sense == "few" and not _few_goods(sentence, cue, words, rest):
        return False
    if NOT_FOR_SALE.search(text):
        return False
    if AFTERWARDS.search(text[: cue.start - sentence.start]):
        return False
    if cue.sense == "vague" and "demand" in words and text[: cue.start - sentence.start].endswith("in "):
        return False
    if cue.sense == "vague" and (
        HOUSEHOLD.search(text) or re.match(r" (?:of )?(?:time|patience|regenen|waaien)", rest)
    ):
        return False
    return not _is_taken_back(sentence, cue.start, cue.end)


def _few_goods(sentence: Sentence, cue: Cue, words: str, rest: str) -> bool:
    if re.search(r"laatste|last|final|left|remain|over|maat|size|rest|limited", words):
        return True
    following = re.match(r"\W{1,2}(?:\w+e\W)?(\w+)", rest)
    noun = following[1] if following and rest[:1] == " " else ""
    if noun in NOT_GOODS or kind_of_noun(noun) not in ("goods", ""):
        return False
    opens = not sentence.folded[: cue.start - sentence.start].strip()
    return not noun or kind_of_noun(noun) == "goods" or opens or PLACE.search(rest) is not None


def _vague(look: Look, sentence: Sentence, cue: Cue) -> Noticed:
    stock = stocks.known_stock(look, sentence, (cue.start, cue.end))
    is_final = cue.sense in ("gone", "final")
    verdict = (
        stocks.judge_final(cue.sense, stock, look.facts)
        if is_final
        else stocks.judge_vague(stock, look.facts)
    )
    return Noticed(
        "scarcity",
        cue.sense,
        cue.start,
        cue.end,
        sentence,
        state=verdict.state,
        evidence=stocks.for_claim(stock, verdict),
        is_pressing=cue.sense != "final" or "!" in sentence.text[-3:],
        product=stock.product,
        because=verdict.because,
        known=stock.pieces,
        known_at=stock.seen_at,
    )


LONG_AGO = late(
    r"\b(?:vorige?|vorig|destijds|toen|vroeger|geleden|ooit|in (?:18|19|20)\d\d|last (?:week|month|year|"
    r"summer|winter|spring|autumn|time|saturday|"
    r"christmas)|ago|back then|used to|once upon)\b"
)
ENOUGH = late(
    r"\b(?:volop|ruim voldoende|voldoende|genoeg(?! voor)|ruim(?:e)? (?:voorraad|op voorraad|ingekocht)|"
    r"plenty|aangevuld|bijgevuld|weer (?:binnen|op voorraad|ruim)|terug op voorraad|"
    r"back in stock|refilled|filled up|restocked on|stocked up|verbouw\w*|rebuild\w*|schoonma\w*|cleaning|"
    r"inventaris|stocktaking)\b"
)


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """A place where a frame of little stock fits: with its number, where it has one."""
    if _is_no_stock(sentence, cue) or (cue.sense == "likely" and THANKS.match(sentence.folded)):
        return None
    inside = [one for one in look.numbers(sentence) if cue.start <= one.start < cue.end and not one.unit]
    if not all(_may_be_goods(one.noun) for one in inside) or is_plainly_gone(sentence, cue):
        return None
    if cue.sense == "likely" and any(one.value >= PLENTY for one in look.numbers(sentence) if not one.unit):
        return None
    if cue.sense not in ("only", "count"):
        return _vague(look, sentence, cue)
    if not inside:
        return None
    span = min(cue.start, inside[0].start), max(cue.end, inside[0].end)
    return _counted(look, sentence, inside[0], span, is_only=cue.sense == "only")


PLENTY = 100
THANKS = late(r"(?:(?:many )?thanks|thank you|(?:met )?dank|bedankt)\b")


def _is_no_stock(sentence: Sentence, cue: Cue) -> bool:
    """Whether the sentence is of long ago, of plenty, of others, or of something that is not for sale."""
    text = sentence.folded
    if LONG_AGO.search(text) or ENOUGH.search(text) or OTHERS.search(text) or NOT_FOR_SALE.search(text):
        return True
    if not NOT_GOODS_AT_ALL.isdisjoint(sentence.tokens) or AT_HOME.search(text):
        return True
    if WAS.search(text[: cue.start - sentence.start]):
        return True
    if cue.sense == "few" and NOT_OP.match(text[cue.end - sentence.start :]):
        return True
    return is_cancelled(sentence, cue.start, cue.end, past=False)


NOT_FOR_SALE = late(
    r"(?<!\w)(?:strijk|vouw|knip|verdeel|naai|iron|fold|stitch|(?:laatste|final|last) (?:deel|part|aflevering|episode)|"
    r"in (?:our|the) series|van de serie over|left (?:this morning|yesterday|with an?|last (?:week|night))|"
    r"everyone gets|everybody gets|iedereen krijgt|"
    r"bus|trein|tram|train|ferry|pont|recept|recipe|voor (?:twee|drie|vier|vijf|zes|acht|"
    r"\d+) personen|serves (?:two|four|six|\d+)|"
    r"left (?:shoe|boot|foot|hand|side|glove|arm|leg|ear|eye|turn|brackets?|pedal|crank)|(?:zijn|waren|"
    r"are|were) (?:met|with) \w+ in|"
    r"geen zorgen|no worries|rustig aan|no rush|geen haast|op je gemak|take your time)(?!\w)"
)
NOT_GOODS_AT_ALL = NOT_GOODS - wordlist(
    "keer van voor of to from until tot store shop winkel shops winkels huis colour colours color colors kleur kleuren "
    "kinderen children kids way kind kinds straat street weekend staff vinger vingers"
)
AT_HOME = late(
    r"(?<!\w)(?:koffie|papier|batterij|accu|inkt|geduld|tijd|energie|benzine|coffee|paper|battery|ink|"
    r"patience|time|energy|petrol)(?!\w)"
)
WAS = late(  # in the same clause, and nothing in it tells of now
    r"\b(?:was|waren|were|had|hadden|ging|gingen|went|raakten?)\b"
    r"(?: (?!(?:nu|now|al|already|inmiddels|is|are|zijn|en|and|maar|but|want|dus|so|dat|that|die|which|who|omdat|because)\b)"
    r"[\w'’-]+){0,6} ?$"
)


def _may_be_goods(noun: str) -> bool:
    return kind_of_noun(noun) in ("goods", "") and noun not in NOT_GOODS


KIND = Kind(
    "scarcity",
    CUES,
    find,
    keeps=timedelta(hours=24),
    claims=("scarcity", "stock"),
    understand=understand,
)
