"""Contempt: what a shopkeeper would not say to somebody's face. A manner, and no claim."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.contempt import CUES
from toonbank.etiquette.late import late
from toonbank.language.likeness import plain_words
from toonbank.language.reading import Sentence

GRAVE = "insult"
FEW_WORDS = 2  # two such words by themselves are a sneer, not the start of a story
CUSTOMERS = late(
    r"(?<!\w)(?:klant(?:en)?|kopers?|mensen|lui|figuren|types|volk|customers?|people|buyers?|shoppers?|folks|someone who|iemand die)(?!\w)"
)
SNEER = late(
    r"(?:haha|hihi|(?<!\w)(?:lol|altijd|always|zucht|sigh|echt|really|weer|alweer|again|another|tegenwoordig|nowadays|seriously|serieus|zo['’]?n|honestly)"
    r"(?!\w)|🙄|😂|🤣|🤦|😒|🤷)"
)
EXPLAINS = late(
    r"(?<!\w)(?:daarom|dus|hier is|hier staat|uitleg|leggen|begrijpelijk|logisch|so here|here is|that is why|explain|fair enough|"
    r"no wonder|hence)(?!\w)"
)
OTHER_SHOP = late(
    r"(?<!\w)(?:concurrent(?:en|ie)?|keten|ketens|winkelketen|hiernaast|om de hoek|bij de buren|verderop|aan de overkant|andere winkels?|"
    r"bouwmarkt|competitors?|chains?|chain stores?|next door|(?:a)?round the corner|down the (?:road|street)|across the (?:road|"
    r"street)|other shops?|other stores?|big box)(?!\w)"
)
OF_US = late(r"(?<!\w)(?:wij|we|ik|ons|onze|mezelf|myself|ourselves|i|our|us)(?!\w)")
NAMES_A_PET = late(
    r"(?<!\w)(?:kat|poes|hond|cat|dog|plant(?:je)?|heet|called|naam|name|reisboek|boek|book|spel|game|chess|brood|bread)(?!\w)"
)


def find(look: Look) -> Iterator[Noticed]:
    """Every insult, sneer and slander that is not quoted, denied, or about the shop itself."""
    for sentence, cues in look.cues_by_sentence("contempt"):
        for cue in apart(cues):
            if _is_contempt(look, sentence, cue):
                yield Noticed("contempt", cue.sense, cue.start, cue.end, sentence)
                break


def _is_contempt(look: Look, sentence: Sentence, cue: Cue) -> bool:
    if sentence.is_quoted(cue.start, cue.end):
        return False
    text = sentence.folded
    if cue.sense in ("rival", "sells", "shop"):
        return _runs_down_a_shop(look, sentence, cue)
    if cue.sense == "predicate":
        before = text[: cue.start - sentence.start]
        about_customers = CUSTOMERS.search(before) and not OF_US.search(before)
        return bool(about_customers and SNEER.search(text) and not EXPLAINS.search(look.reading.folded))
    if sentence.is_negated(cue.start, cue.end) or NAMES_A_PET.search(text):
        return False
    if cue.sense == "loose":
        return len(sentence.tokens) <= FEW_WORDS
    return not _is_about_us(text)


def _is_about_us(text: str) -> bool:
    """Whether the shop calls itself names: "wat een sukkel ben ik"."""
    return (
        "ben ik" in text or "van mezelf" in text or " of mine" in text or "i am" in text or "myself" in text
    )


def _runs_down_a_shop(look: Look, sentence: Sentence, cue: Cue) -> bool:
    if cue.sense == "shop":
        return not sentence.is_negated(cue.start, cue.end)
    if cue.sense == "sells":
        before = sentence.folded[: cue.start - sentence.start]
        return not OF_US.search(before) and not sentence.is_negated(cue.start, cue.end)
    return _names_another_shop(look, sentence)


def _names_another_shop(look: Look, sentence: Sentence) -> bool:
    if OTHER_SHOP.search(sentence.folded):
        return True
    shop = look.facts.shop
    if not shop or not shop.rivals:
        return False
    words = f" {' '.join(plain_words(sentence.text))} "
    return any(name and f" {name} " in words for name in (" ".join(plain_words(one)) for one in shop.rivals))


KIND = Kind("contempt", CUES, find, is_claim=False, drafts=("post", "reply"))
