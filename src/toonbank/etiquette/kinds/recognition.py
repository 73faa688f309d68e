"""Recognition: the words in which a reply shows that it heard the customer."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.recognition import CUES
from toonbank.etiquette.late import late

DIRECTION = late(r"\bnaar (?:de|het|een|ons|onze|je|u|uw|jou|jouw|info\S*|huis|binnen|boven|[a-z]+@)")
CANCELLED = frozenset({"apology", "sympathy", "own", "right"})


def find(look: Look) -> Iterator[Noticed]:
    """Every recognition that is not taken back on the spot."""
    for sentence, cues in look.cues_by_sentence("recognition"):
        for cue in apart(cues):
            folded = look.reading.folded
            if cue.sense == "sympathy" and DIRECTION.match(folded, cue.start):
                continue  # "mail naar info@"
            if cue.sense in CANCELLED and sentence.is_negated(cue.start, cue.end):
                continue
            yield Noticed("recognition", cue.sense, cue.start, cue.end, sentence)


KIND = Kind("recognition", CUES, find, is_claim=False, drafts=("reply",))
