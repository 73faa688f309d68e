"""Begging for likes, shares, tags, votes, words and follows. Not a statement, so no claim: a manner only."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.engagement import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence
from toonbank.language.wordlist import wordlist

NOTICE = wordlist(
    "vermist vermiste weggelopen gevonden missing lost found stray politie police oproep getuigen witness"
)
REASON = late(
    r"(?<!\w)(?:dan verwerk|dan neem|handleiding|guide|and i add|verzamel|en waarom|and why|ervaring met|experience with)(?!\w)"
)
OTHER_THINGS = late(
    r"(?<!\w)(?:pijlen|arrows|wasvoorschrift\w*|washing label|stappen|steps|bon|receipt|knoflook|garlic|retour|return|doos|box|knip\w*|"
    r"cut|stone|stones|dough|deeg|instructi\w*|route|handleiding|taart|cake)(?!\w)"
)


MAY = late(
    r"(?<!\w)(?:let us|may|could|to|we|ik|i|mogen|mocht\w*|om te|ons|wilde\w*|wil ik|zal ik|shall i)\W+$"
)


LIKE_AFTER = frozenset(["and", "en", "please", "dus", "so", "just", "eerst", "first", "dan", "then"])


def find(look: Look) -> Iterator[Noticed]:
    """Every begging that stands on its own, without a reason that has to do with what is said."""
    if not NOTICE.isdisjoint(look.reading.tokens):
        return
    for sentence, cues in look.cues_by_sentence("engagement"):
        for cue in apart(cues):
            if _is_begging(sentence, cue):
                yield Noticed("engagement", cue.sense, cue.start, cue.end, sentence)


def _is_begging(sentence: Sentence, cue: Cue) -> bool:
    text = sentence.folded
    words = text[cue.start - sentence.start : cue.end - sentence.start]
    if REASON.search(text) or OTHER_THINGS.search(text):
        return False
    if sentence.is_quoted(cue.start, cue.end):
        return False
    before = text[: cue.start - sentence.start].split()
    if words.startswith("like ") and before and before[-1] not in LIKE_AFTER and before[-1][-1].isalnum():
        return False  # "tips like this"
    if MAY.search(text[: cue.start - sentence.start]):
        return False
    if "niet" in words or "n't" in words or "not " in words or "n’t" in words:
        return True
    return not sentence.is_negated(cue.start, cue.end)


KIND = Kind("engagement", CUES, find, is_claim=False)
