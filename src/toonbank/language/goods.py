"""Whether a word is a thing that shops sell: "jassen", "theepotje", "rain coats". A name beside it is that of a product."""

from functools import lru_cache

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
