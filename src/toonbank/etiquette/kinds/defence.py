"""Defence in a reply. Whether it hurts depends on what was said before it: that is for the rule to judge."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.defence import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

# A rule is held up to somebody: it stands there, it is clear, it was agreed to.
HELD_UP = late(
    r"\b(?:staat|stond|staan|stonden|vermeld\w*|lezen|las|volgens|conform|duidelijk|gewoon|akkoord|immers|vind\w*|geld\w*|zie|"
    r"state[sd]?|says?|said|our|per|clear(?:ly)?|simply|according|agreed|refer|read|accepted|see)\b"
)
EXPLAINED = late(
    r"\b(?:hier te lezen|leg(?:gen)? (?:ik )?uit|uitleg|pas(?:sen)? .{0,30}aan|onduidelijk|unclear|let me explain|are here|"
    r"means? for you|betekent|herschrij\w+|rewrit\w+|chang(?:e|ed|ing)|verduidelijk\w*|clarif\w+|wijzig\w*|verstopt|hidden|hadden|should)\b"
)
AGREES = late(
    r"\b(?:inderdaad|helaas|hadden? (?:we|wij|ik)|(?:wij|we) zaten|onze fout|hoort niet|our mistake|indeed|sadly|should have)\b"
)
NEGATED = frozenset({"court", "excuse", "sneer"})


def find(look: Look) -> Iterator[Noticed]:
    """Every defence that is meant as one."""
    for sentence, cues in look.cues_by_sentence("defence"):
        for cue in apart(cues):
            if not _is_innocent(sentence, cue):
                yield Noticed("defence", cue.sense, cue.start, cue.end, sentence)


def _is_innocent(sentence: Sentence, cue: Cue) -> bool:
    if sentence.is_quoted(cue.start, cue.end):
        return True
    if cue.sense == "terms":
        bare = cue.end - cue.start == len(sentence.text.rstrip(" .!"))
        words = sentence.folded[cue.start - sentence.start : cue.end - sentence.start]
        meant = bare or " " in words or HELD_UP.search(sentence.folded) is not None
        return not meant or EXPLAINED.search(sentence.folded) is not None
    if cue.sense == "denial":
        return AGREES.search(sentence.folded) is not None
    return cue.sense in NEGATED and sentence.is_negated(cue.start, cue.end)


KIND = Kind("defence", CUES, find, is_claim=False, drafts=("reply",))
