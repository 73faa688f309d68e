"""Fear of missing out: a lever, and no claim."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Kind, Look, Noticed, is_cancelled
from toonbank.etiquette.kinds.cues.regret import CUES


def find(look: Look) -> Iterator[Noticed]:
    """Every threat with regret that the shop does not take back."""
    for sentence, cues in look.cues_by_sentence("regret"):
        if not is_cancelled(sentence, cues[0].start, cues[0].end):
            yield Noticed("regret", "regret", cues[0].start, cues[0].end, sentence)


KIND = Kind("regret", CUES, find, is_claim=False)
