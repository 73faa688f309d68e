"""Calling the customer names."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.insult import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

SELF = late(
    r"\b(?:van ons|van mij|of us|of me|of mine|of ours|fout van|mistake|we voelen|ik voel|i feel|we feel|ik ben|wij zijn|i am|i was|i['’]m|"
    r"ik was|made a|no fool|zeggen dat|called me|schold)\b"
)
PRAISE = late(r"^\W{1,3}(?:lekker|mooi|goed|veel|snel|druk|leuk|grappig)\b")


def find(look: Look) -> Iterator[Noticed]:
    """Every name that is called at somebody else."""
    for sentence, cues in look.cues_by_sentence("insult"):
        for cue in apart(cues):
            if not _is_innocent(sentence, cue):
                yield Noticed("insult", cue.sense, cue.start, cue.end, sentence)


def _is_innocent(sentence: Sentence, cue: Cue) -> bool:
    after = sentence.folded[cue.end - sentence.start :]
    if sentence.is_quoted(cue.start, cue.end) or sentence.is_negated(cue.start, cue.end):
        return True
    if cue.sense == "learn" and after.lstrip().startswith(":"):
        return True
    return SELF.search(sentence.folded) is not None or PRAISE.match(after) is not None


KIND = Kind("insult", CUES, find, is_claim=False, drafts=("reply",))
