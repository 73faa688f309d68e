"""Whether a word is a thing that shops sell: "jassen", "theepotje", "rain coats". A name beside it is that of a product."""

from collections.abc import Iterable
from functools import cache, lru_cache

from toonbank.language.names import name_key

_DUTCH = """
    jas trui vest muts sjaal want handschoen sok laars schoen slipper pantoffel riem broek rok jurk blouse hemd shirt jack mantel
    poncho pyjama das pet hoed tas rugzak portemonnee stoel tafel bank kast lamp kaars kleed deken plaid kussen dekbed gordijn
    servies bord kop kom mok pot pan vaas glas beker karaf theedoek schort mes vork lepel boek kaart puzzel spel knuffel pop
    blok step fiets bel slot helm ketting ring armband oorbel horloge bril paraplu zeep creme parfum shampoo wijn bier likeur
    jam honing koffie thee taart brood koek chocola kaas olie saus garen wol bol patroon stof verf kwast plant struik roos zaad
    bak gieter schaar krans set collectie serie lijn model variant kleur
    """
_ENGLISH = """
    coat jacket jumper sweater cardigan hat cap beanie scarf mitten glove sock boot shoe trouser skirt dress belt bag
    backpack wallet chair table sofa cupboard candle rug blanket throw cushion curtain mug plate bowl cup pan jug apron knife
    book card puzzle game toy doll bike helmet necklace bracelet earring watch umbrella soap cream wine beer honey coffee tea
    cake bread cheese yarn wool pattern fabric paint brush plant seed wreath collection range line teapot candle print poster
    """
# Dutch writes these at the end of longer words: regenjas, fietstas, theepot.
_HEADS = """
    jas trui vest muts sjaal handschoen sok sokken laars laarzen schoen schoenen broek jurk tas stoel tafel kast lamp kaars
    deken kleed pot potten kaart boek brood koek taart thee wijn bier wol zeep mantel jassen mutsen tassen
    """
_DUTCH_STEMS = frozenset(name_key(word) for word in _DUTCH.split())
_STEMS = _DUTCH_STEMS | frozenset(name_key(word) for word in _ENGLISH.split())
_SUFFIXES = tuple(_HEADS.split())
_SMALL = ("etje", "tje", "pje", "je")


@lru_cache(maxsize=8192)
def is_goods(word: str) -> bool:
    """Whether a word names goods, in any number, small ("mutsje") or at the end of a compound ("regenjas")."""
    bare = word.casefold()
    one = name_key(bare)
    forms = {bare, *(one.removesuffix(small) for small in _SMALL if one.endswith(small))}
    return one in _STEMS or any(name_key(form) in _STEMS or form.endswith(_SUFFIXES) for form in forms)


def is_dutch_goods(word: str) -> bool:
    """Whether goods go by their Dutch name: "jas", and not "coat"."""
    bare = word.casefold()
    return name_key(bare) in _DUTCH_STEMS or bare.endswith(_SUFFIXES)


# The same sort in both languages, the Dutch words before the slash.
_SORTS = """
    muts / hat beanie cap; jas mantel / coat jacket; trui vest / jumper sweater cardigan; sjaal das / scarf; want
    handschoen / mitten glove; sok kous / sock; laars / boot; schoen slipper / shoe slipper; broek / trouser; rok /
    skirt; jurk / dress; riem / belt; tas / bag; hoed / hat; rugzak / backpack; stoel / chair; tafel / table; kast /
    cupboard; kaars / candle; kleed / rug; deken plaid / blanket throw; kussen / cushion; gordijn / curtain; mok beker /
    mug cup; bord / plate; kom / bowl; vaas / vase; glas / glass; schort / apron; mes / knife; boek / book; kaart /
    card; puzzel / puzzle; spel / game; knuffel / toy; pop / doll; fiets / bike bicycle; helm / helmet; slot / lock; bel
    / bell; ketting / necklace; armband / bracelet; oorbel / earring; horloge / watch; paraplu / umbrella; zeep / soap;
    creme / cream; wijn / wine; bier / beer; honing / honey; jam / jam; koffie / coffee; thee / tea; taart koek / cake;
    brood / bread loaf; kaas / cheese; garen wol / yarn wool; patroon / pattern; stof / fabric; verf / paint; kwast /
    brush; zaad / seed; krans / wreath; pot / pot
"""


@cache
def _twins() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """For each sort the Dutch endings, and the stems of all its words."""
    pairs = [
        (dutch.split(), english.split())
        for dutch, _, english in (one.partition("/") for one in _SORTS.split(";"))
    ]
    return tuple(
        (
            tuple(word for word in map(name_key, dutch) if len(word) > 2),
            frozenset(map(name_key, dutch + english)),
        )
        for dutch, english in pairs
    )


def in_both_languages(stems: Iterable[str]) -> frozenset[str]:
    """These stems of goods, with those of the same sort in the other language: "muts" and "hat", "theemok" and "mug"."""
    own = frozenset(stems)
    return own.union(
        *(twins for dutch, twins in _twins() if own & twins or any(one.endswith(dutch) for one in own))
    )
