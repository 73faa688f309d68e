"""A reply that moves the talk to a private channel."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.moving import CUES


def find(look: Look) -> Iterator[Noticed]:
    """Every request to go on elsewhere."""
    for sentence, cues in look.cues_by_sentence("moving"):
        for cue in apart(cues):
            if not sentence.is_negated(cue.start, cue.end):
                yield Noticed("moving", cue.sense, cue.start, cue.end, sentence)


KIND = Kind("moving", CUES, find, is_claim=False, drafts=("reply",))
