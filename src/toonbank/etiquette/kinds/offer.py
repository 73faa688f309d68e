"""Something is advertised in words, without a figure. No claim by itself: it says what the shop draws people in with."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Kind, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.kinds.cues.offer import CUES
from toonbank.etiquette.late import late

OTHER = late(r"(?:ideals?|ordeals?|raideals?|great deal of|good deal of|a deal with|big deal)(?!\w)")


def find(look: Look) -> Iterator[Noticed]:
    """The words, where the shop says them as its own."""
    if not look.facts.products and not look.facts.campaigns:
        return  # what is in stock is unknown, so nobody asks
    for sentence, cues in look.cues_by_sentence("offer"):
        for cue in apart(cues):
            start = cue.start - sentence.start
            is_other = any(one.start() <= start < one.end() for one in OTHER.finditer(sentence.folded))
            if not is_other and not is_cancelled(sentence, cue.start, cue.end):
                yield Noticed("offer", "offer", cue.start, cue.end, sentence, is_pressing=False)


KIND = Kind("offer", CUES, find, is_claim=False, drafts=("post",))
