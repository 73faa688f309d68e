"""Selling in a reply. Harmless under a compliment; under an open complaint it is salt."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.kinds.cues.sale import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

STEPS = late(
    r"\b(?:volg (?:de|deze|je|dan de|even de)|follow (?:the|these|your)) "
    r"(?:stappen|steps|link|pakket|bestelling|parcel|order|instruct\w+)\b"
)
HELPS = late(
    r"\b(?:retour\w*|return\w*|terug\w*|refund\w*|ruil\w*|vervang\w*|replace\w*|instruct\w+|handleiding|manual)\b"
)


def find(look: Look) -> Iterator[Noticed]:
    """Every attempt to sell or to win a follower."""
    for sentence, cues in look.cues_by_sentence("sale"):
        for cue in apart(cues):
            if not _is_help(sentence, cue):
                yield Noticed("sale", cue.sense, cue.start, cue.end, sentence)


def _is_help(sentence: Sentence, cue: Cue) -> bool:
    words = sentence.folded[cue.start - sentence.start : cue.end - sentence.start]
    if STEPS.search(words) or (cue.sense == "look" and HELPS.search(words)):
        return True
    return is_cancelled(sentence, cue.start, cue.end, past=False, question=False)


KIND = Kind("sale", CUES, find, is_claim=False, drafts=("reply",))
