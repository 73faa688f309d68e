"""What an amount or a share in a sentence is about: the product, several of it, a part, a service, a deposit, or no money at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from toonbank.etiquette.late import late
from toonbank.etiquette.shelf import words_of
from toonbank.language.goods import is_goods
from toonbank.language.nouns import kind_of_noun
from toonbank.language.numbers import Number, numbers
from toonbank.language.reading import Sentence
from toonbank.language.tongue import SMALL_WORDS
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product
    from toonbank.etiquette.kinds.base import Look


NO_MONEY = frozenset(("time", "age", "measure", "people", "praise"))

# "voor de helft" is half the price where the clause ends or goes on about the offer, and a part where a thing follows
OFFER_GOES_ON = late(
    r"\W*(?:\Z|[.!?,;:)…\n]|(?:van (?:de|het|die|deze|onze)|op|in|en|of|tot|t/m|bij|dit|deze|die|vandaag|morgen|vanaf|zolang|alleen|nu|"
    r"weg|mee|te koop|dan|als|want|omdat|meenemen|naar huis|de deur|verkocht|verkrijgbaar|afgeprijsd|op=op)(?!\w))"
)
FILLS = late(
    r"(?<!\w)(?:vul\w*|gevuld\w*|giet\w*|schenk\w*|snijd\w*|kook\w*|bak\w*|leeg\w*|vol|klaar|af|gevorderd|onder|dicht|open|bestaat|bestaan|"
    r"gemaakt)(?!\w)"
)


def is_a_part(folded: str, end: int) -> bool:
    """Whether the half that ends at `end` is a part of a thing: "voor de helft wol", "vul de pan voor de helft"."""
    if not folded.endswith("voor de helft", 0, end):
        return False
    return OFFER_GOES_ON.match(folded, end) is None or FILLS.search(folded, 0, end) is not None


def counts_with(number: Number, said: Sequence[Number], sentence: Sentence) -> bool:
    """Whether a bare number goes on counting what the one before it counts: days, people, "5 flavours instead of 3"."""
    if number.unit or number.noun or number.value.as_tuple().exponent == -2:
        return False
    earlier = [one for one in said if one.end <= number.start]
    if not earlier or earlier[-1].unit or earlier[-1].value.as_tuple().exponent == -2:
        return False
    if kind_of_noun(earlier[-1].noun) in NO_MONEY:
        return True
    text, offset = sentence.folded, sentence.start
    between = text[earlier[-1].end - offset : number.start - offset]
    return INSTEAD_OF.search(between) is not None


INSTEAD_OF = late(
    r"\A [^\W\d_]{3,}(?<! nu)(?<! now)(?<! instead)(?: \w+){0,3} (?:instead of|in plaats van|i\.?p\.?v\.?) \Z"
)
YEARS = (1900, 2100)


def is_no_money(sentence: Sentence, inside: Sequence[Number], percent: Number | None) -> bool:
    """Whether a place that sounds like a lower price is about parts or days: "voor de helft wol", "3 days instead of 5"."""
    if percent is not None or LESSENS.search(sentence.folded):
        return False
    halves = [match.end() for match in HALF_OF_IT.finditer(sentence.folded)]
    if halves and all(is_a_part(sentence.folded, end) for end in halves):
        return True
    for match in HALF_A.finditer(sentence.folded):
        if kind_of_noun(match[1]) in NO_MONEY or PART_WORD.match(match[1]):
            return True
    said = sentence.numbers or ()
    money = [one for one in said if one.unit == "euro" or one.value.as_tuple().exponent == -2 or not one.noun]
    money = [one for one in money if one.unit or not YEARS[0] < one.value < YEARS[1]]
    if len(money) == 2 and (
        GROUPS.search(sentence.folded) or is_rise(sentence.folded, sentence.start, *money)
    ):
        return True
    counted = [one for one in inside if one.unit != "euro"]
    return bool(counted) and all(
        kind_of_noun(one.noun) in NO_MONEY or counts_with(one, said, sentence) for one in counted
    )


GROUPS = late(  # one price for some and another for others is no reduction
    r"(?<!\w)(?:student\w*|kinderen|kids|children|child|adults?|volwassen\w*|65\+|senior\w*|niet-leden|non-members|pupils|leerlingen|"
    r"under 1[0-9]|tot 1[0-9] jaar|jongeren|youth|concession\w*|families|gezinnen)(?!\w)"
)


HALF_A = late(r"(?<!\w)(?:halve|half)(?: (?:an?|een|of a))? (\w+)")
PART_WORD = late(
    r"(?:pound|pond|dozen|dozijn|loaf|brood|portie|portion|cup|kop|glass|glas|pint|slice|ons|bottle|fles|bag|zak)\Z"
)
HALF_OF_IT = late(r"(?<!\w)voor de helft(?!\w)")
LESSENS = late(
    r"(?<!\w)(?:korting|goedkoper|afgeprijsd|actie|aanbieding|sale|uitverkoop|opruiming|discount|cheaper|reduced|off|deal|bespaar\w*|"
    r"save|voordeel|eraf|verlaagd|lower)(?!\w)"
)
RISES = late(
    r"(?<!\w)(?:duurder|omhoog|gestegen|stijg\w*|steeg|verhoog\w*|verhoging|hoger|dearer|more expensive|rises?|rose|risen|raised?|up from|"
    r"went up|goes up|gone up|increas\w*|higher)(?!\w)"
)
BEFORE = late(
    r"(?<!\w)(?:was|waren|were|vorig|vorige|verleden|eerst|vroeger|voorheen|eerder|kostten?|betaalden?|last|before|formerly|used to|"
    r"previously|instead|plaats|ipv)(?!\w)"
)
NOWADAYS = late(
    r"(?<!\w)(?:nu|now|voortaan|vandaag|today|wordt|worden|becomes?|dit|this|vanaf|from now|inmiddels|naar|to)(?!\w)"
)
WINDOW = 32


BECOMES = late(r"\W*(?:to|naar|tot|wordt|worden|becomes?|→|->|=>)\W*")


def is_rise(folded: str, offset: int, first: Number, second: Number) -> bool:
    """Whether of two amounts the one of now is the higher."""
    if RISES.search(folded) and not LESSENS.search(folded):
        return True
    start, middle = first.start - offset, first.end - offset
    opening, between = folded[max(0, start - WINDOW) : start], folded[middle : second.start - offset]
    if BECOMES.fullmatch(between):
        return first.value < second.value
    if BEFORE.search(opening) and NOWADAYS.search(between) and not NOWADAYS.search(opening):
        return first.value < second.value
    if NOWADAYS.search(opening) and BEFORE.search(between):
        return first.value > second.value
    return False


ITEM = late(  # ", broodje nu 4 euro", "and bowls only 9 euro"
    r"(?:[,;/|]|(?<!\w)(?:en|and|plus)(?!\w))\W*(?:\w+ ){0,2}?([a-zà-ÿ'’-]{3,}):?"
    r"(?: (?:is|are|zijn|nu|now|kost|kosten|costs?|slechts|maar|only|just|voor|for|at|vandaag|today))*[^\w.!?]*\Z"
)


def is_list(folded: str, offset: int, money: Sequence[Number]) -> bool:
    """Whether amounts are those of several things, one after the other: "soep nu 6 euro, broodje nu 4 euro"."""
    if LESSENS.search(folded) or BEFORE.search(folded):
        return False
    for first, second in pairwise(money):
        item = ITEM.search(folded[first.end - offset : second.start - offset])
        if item is not None and (
            is_goods(item[1]) or (len(item[1]) >= LONG_ENOUGH and item[1] not in ASKS | SMALL_WORDS)
        ):
            return True
    return False


LONG_ENOUGH = 4  # letters of a word that may be a thing
COMPARES = late(  # "10 euro goedkoper dan de Vega" compares two things, "dan vorige week" two prices of one
    r"(?<!\w)(?!liever|eerder|ander|other|rather|later|sneller|faster|under|never|after)(?:\w{2,}er|minder|less)(?: [a-zà-ÿ]{3,})?"
    r" (?:dan|than) (?!\d|(?:(?:in|met|de|het|een|the|our|onze|zijn|its|hun|their|it|hij|ze|wat|what|je|you|a) ){0,3}(?:eerst|voorheen|"
    r"vroeger|eerder|vorig|gister|norma|gewo|anders|ooit|toen|verleden|van-?prijs|(?:oude |old )?(?:prijs|price)|adviesprijs|winkelprijs|"
    r"before|last|yesterday|usual|regular|ever|previous|list|recommended|rrp|was|were|week|maand|month|jaar|year|zomer|summer|winter|"
    r"betaal|paid|pay|used))"
)


def is_compared(folded: str, start: int, end: int) -> bool:
    """Whether a place tells how one thing compares with another, and not what became of its price."""
    return COMPARES.search(folded, start, end + WINDOW) is not None


def is_of_several(sentence: Sentence, span: tuple[int, int], percent: Number | None) -> bool:
    """Whether a place compares two things, or names the prices of several."""
    if is_compared(sentence.folded, span[0] - sentence.start, span[1] - sentence.start):
        return True
    said = [one for one in numbers(sentence) if one.unit == "euro" or one.value.as_tuple().exponent == -2]
    return percent is None and is_list(sentence.folded, sentence.start, said)


def is_nearest(sentence: Sentence, amount: Number, money: Sequence[Number], product: Product) -> bool:
    """Whether of several amounts this one stands nearest to the product, and none of them is its price already."""
    prices = {round(one.value * 100) for one in money}
    if product.price_cents in prices:
        return False
    places = _places(sentence, product)
    if not places:
        return False
    return min(money, key=lambda one: _distance(one, places)) is amount


def _places(sentence: Sentence, product: Product) -> list[tuple[int, int]]:
    known = _known_words(product)
    return [(word.start, word.end) for word in sentence.words if words_of(word.folded) & known]


def _known_words(product: Product) -> frozenset[str]:
    return frozenset().union(*map(words_of, product.names)) if product.names else frozenset()


def _distance(amount: Number, places: Sequence[tuple[int, int]]) -> int:
    return min(amount.start - end if end <= amount.start else start - amount.end for start, end in places)


EACH = late(r"\W{0,3}(?:per stuk|p/?st?\b|stuk\b|each|a piece|apiece|per piece)")


def pieces_before(said: Sequence[Number], amount: Number, sentence: Sentence) -> int | None:
    """How many pieces an amount is for: "twee tassen voor 79,90"; None for one, or when it is said to be for each."""
    if EACH.match(sentence.folded, amount.end - sentence.start):
        return None
    for one in said:
        if one.end > amount.start or one.unit or one.value < 2 or kind_of_noun(one.noun) in NO_MONEY:
            continue
        between = sentence.folded[one.end - sentence.start : amount.start - sentence.start]
        if TOGETHER.search(between):
            return int(one.value)
    return None


TOGETHER = late(r"(?<!\w)(?:voor|for|samen|together|kosten|cost|komen op|are|zijn)(?: \w+){0,2} ?\W{0,3}$")
PART = late(
    r"(?<!\w)(?:halve|half|anderhalve|kwart|quarter|"
    r"\d+ ?(?:gram|gr|g|kg|kilo|ml|cl|liter|litre|l|cm|meter|metre|m)|"
    r"(?:een |a )?"
    r"(?:ons|pond|plak\w*|stukje|slice|piece|punt|portie|portion|glas|glass|kop|cup|meter|metre)|(?:hundred|honderd) (?:gram|grams))(?!\w)"
)
# the shop does something for it: "Voor 5 euro naaien we je naam erop", "we sew your name on it for 5 euro"
GIVES = (
    r"(?:krijg\w*|heb\w*|heeft|koop\w*|neem\w*|haal\w*|verkopen|geven|leveren|sturen|hangt?|staat|ligt|is|zijn|gaat|gaan|mag|kun|kan|"
    r"vragen|rekenen|sell|give|offer|have|send|ship|ask|get|charge)"
)
DOES = late(
    rf"\W{{1,3}}(?!{GIVES}\W)[a-zà-ÿ]{{3,}} (?:we|wij|ik)(?!\w)|,? (?:we|i)(?:['’]ll| will)? (?!{GIVES}\W)[a-z]{{3,}} "
)
SERVICE = late(
    r"(?<!\w)(?:naai\w*|naam|graveer\w*|gravure|graver\w*|borduur\w*|borduren|repar\w*|maken we|slijp\w*|onderhoud\w*|wassen|was je|"
    r"monter\w*|montage|plaatsen|inkort\w*|initial\w*|huur|huren|verhuur\w*|rent\w*|hire|hiring|lease|engrav\w*|stitch\w*|sew\w*|"
    r"embroider\w*|repair\w*|mend\w*|clean\w*|servic\w*|fit\w*|names?|borg|waarborg\w*|aanbetal\w*|deposit|down payment|inruil\w*|"
    r"trade-?in|verzeker\w*|insur\w*|abonnement\w*|subscription|lidmaatschap|membership|entree|toegang|entry|admission|parking|"
    r"parkeren|fooi|tip|boete|fine|subsidie|subsidy|donat\w*|doneer\w*|donneren|goed doel|charity)(?!\w)"
)
FOR_IT = late(
    r"(?<!\w)(?!(?:vragen?|rekenen?|betaal\w*|betalen|pay\w*|ask\w*|charge\w*|prij[sz]\w*|prices?|actie|offer|deal|korting|nieuw\w*|kost\w*|"
    r"costs?|nu|now|vandaag|today|aanbieding|kiest?|kiezen|choose|euro|gaan|hier|ook|alleen|only)\b)(?P<what>[a-zà-ÿ-]{4,}) "
    r"(?:voor|bij|op|for|to fit|on) (?:de|het|je|jouw|uw|onze|the|your|our|een|a|an) (?:\w+ ){0,1}$"
)


def is_for_something_else(sentence: Sentence, amount: Number, product: Product) -> bool:
    """Whether the amount is for a part of the product, a service, a deposit, or a thing that goes with it."""
    text, start, end = sentence.folded, amount.start - sentence.start, amount.end - sentence.start
    if DOES.match(text, end) or SERVICE.search(text) or PART.search(text, max(0, start - WINDOW * 2), start):
        return True
    places = _places(sentence, product)
    if not places:
        return False
    first = places[0][0] - sentence.start
    before = LAST_WORD.search(text, 0, first)
    if before is not None and before.end() == first and _is_a_thing(before[1]):
        return True  # "regenhoes fietstas Nova 12,50"
    return FOR_IT.search(text, 0, first) is not None


def is_its_price(
    look: Look, sentence: Sentence, product: Product, told: tuple[Number, Sequence[Number]]
) -> bool:
    """Whether this amount, among all of its sentence, is what one whole piece of the product costs."""
    amount, money = told
    if not _is_meant(look, sentence, product.names, len(money)):
        return False
    if round(amount.value * 100) == product.price_cents:
        return True
    said = look.numbers(sentence)
    if any(not one.noun and round(one.value * 100) == product.price_cents for one in said):
        return False  # the price stands there already, and this is something else
    if len(money) > 1 and not is_nearest(sentence, amount, money, product):
        return False
    return (
        _is_asked_for_it(sentence, amount, product)
        and not _is_for_several(sentence, amount, said, product)
        and not is_for_something_else(sentence, amount, product)
    )


LAST_WORD = late(r"([\w'’]+)[^\w.,:;!?()–—|/-]*\Z")
ASKS = wordlist(
    """
    kost kosten cost costs is zijn are voor for nu now only maar slechts just at à a prijs price prijsje vandaag today betaal betaalt
    betalen pay pays vraag vragen vraagt ask asks reken rekenen rekent charge charges je jou u you jullie nog steeds still ook also
    amper nauwelijks ongeveer circa about around rond exactly precies weer again vast altijd always gewoon simply blijft bedraagt
    remains doet sells mere een staat op per stuk gaat weg mee eur euro nieuw new
    """
)
OFF_AFTER = late(
    r"\W{1,2}(?:in prijs|van de prijs|van de|omlaag|af|eraf|er af|down|off|lower|lager|less|minder|verschil|goedkoper|korting|zakken|"
    r"gezakt|afgeprijsd|naar|to)(?!\w)"
)


def _is_asked_for_it(sentence: Sentence, amount: Number, product: Product) -> bool:
    """Whether the word before the amount asks it, or names the product: "kost 39,95", "the Nova: 39.95", no "drops 30 euro"."""
    text, start = sentence.folded, amount.start - sentence.start
    if OFF_AFTER.match(text, amount.end - sentence.start):
        return False
    last = LAST_WORD.search(text, max(0, start - WINDOW), start)
    if last is None or last[1] in ASKS:
        return True
    return bool(words_of(last[1]) & _known_words(product))


SEVERAL = late(
    r"(?<!\w)(?:set|pair|paar|stel|duo|trio|both|beide|samen|together|bundel|bundle|pakket|"
    r"package|combi\w*|totaal|total|alle (?:twee|drie))"
    r"(?!\w)"
)
WITH = late(
    r"(?<!\w)(?:met|with|plus|incl\w*|including|en|and) (?:een |a |an |bijpassende |matching |de |the )?([\w-]+)"
)


def _is_for_several(sentence: Sentence, amount: Number, said: Sequence[Number], product: Product) -> bool:
    """Whether it is for more than one piece, or for the product with something beside it."""
    if pieces_before(said, amount, sentence) is not None:
        return True
    text, places = sentence.folded, _places(sentence, product)
    if SEVERAL.search(text):
        return True
    if not places or places[-1][1] > amount.start:
        return False
    for one in said:  # "set van twee fietstassen Nova: 79,90"
        if not one.unit and one.value >= FEWEST_OF_SEVERAL and one.end <= places[0][0] <= one.end + 2:
            return EACH.match(text, amount.end - sentence.start) is None
    between = text[places[-1][1] - sentence.start : amount.start - sentence.start]
    return any(_is_a_thing(match[1]) for match in WITH.finditer(between))


FEWEST_OF_SEVERAL = 2
THINGS = late(
    r"(?:\w*(?:hoes|riem|haak|haken|haakjes|slot|bel|hanger|clip|deksel|kussen|voet|lamp|schotel|lepel)|straps?|covers?|hooks?|locks?|"
    r"bells?|lids?|saucers?|spoons?|stands?|cases?|sleeves?|gift ?wrap\w*|cadeauverpakking)\Z"
)


def _is_a_thing(word: str) -> bool:
    return is_goods(word) or THINGS.match(word) is not None


def _is_meant(look: Look, sentence: Sentence, names: tuple[str, ...], count: int) -> bool:
    """Whether a price in this sentence is that of the product: its name stands there, or nothing else can be meant."""
    words = words_of(sentence.text)
    if not names or any(word in words for name in names for word in words_of(name)):
        return True
    if count != 1 or len(look.facts.products or ()) != 1:
        return False
    return len(look.reading.sentences) == 1 or not any(map(is_goods, sentence.tokens))
