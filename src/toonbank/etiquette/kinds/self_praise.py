"""A shop that speaks of itself: pride, feats, leadership, values. A manner, and no claim."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.self_praise import CUES
from toonbank.etiquette.late import late
from toonbank.etiquette.regard import regard_of
from toonbank.language.reading import Sentence
from toonbank.language.tongue import SMALL_WORDS

NEWS_WORDS = 2  # an announcement with so many words of substance after it does announce something
WORD = late(r"[^\W_]{3,}")
ASKS_BACK = late(r"[?]")


def find(look: Look) -> Iterator[Noticed]:
    """Every look in the mirror of a text that sees nobody but the shop."""
    shop = look.facts.shop
    names = (shop.name or "", *shop.aliases) if shop else ()
    regard = None
    for sentence, cues in look.cues_by_sentence("self_praise"):
        for cue in apart(cues):
            if sentence.is_quoted(cue.start, cue.end) or sentence.is_negated(cue.start, cue.end):
                continue
            regard = regard or regard_of(look.reading.text, names)
            if regard.sees_reader or _praises_another(sentence, cue, regard.sees_others):
                continue
            if cue.sense == "announce" and _has_news(sentence, cue):
                continue
            yield Noticed("self_praise", cue.sense, cue.start, cue.end, sentence)


def _praises_another(sentence: Sentence, cue: Cue, sees_others: bool) -> bool:
    """Whether somebody else is in the text; whom a shop calls by name it does not mean itself."""
    return sees_others and cue.sense != "announce"


def _has_news(sentence: Sentence, cue: Cue) -> bool:
    rest = sentence.folded[cue.end - sentence.start :]
    words = [word for word in WORD.findall(rest) if word not in SMALL_WORDS]
    return len(words) >= NEWS_WORDS or any(map(str.isdigit, rest))


KIND = Kind("self_praise", CUES, find, is_claim=False, drafts=("post",))
