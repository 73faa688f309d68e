"""What the shop is about to do with somebody's words, as it describes that itself."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.removal import CUES

DEEDS = frozenset({"hide", "block", "close"})


def find(look: Look) -> Iterator[Noticed]:
    """Every deed that is not ruled out, every ground, every sign of criticism."""
    for sentence, cues in look.cues_by_sentence("removal"):
        for cue in apart(cues):
            if cue.sense not in DEEDS or not sentence.is_negated(cue.start, cue.end):
                yield Noticed("removal", cue.sense, cue.start, cue.end, sentence)


KIND = Kind("removal", CUES, find, is_claim=False, drafts=("moderation",))
