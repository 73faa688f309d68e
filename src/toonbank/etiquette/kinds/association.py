"""Words that show, beside a tag or a repost, in whose company the shop puts itself. A manner, and no claim."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Kind, Look, Noticed
from toonbank.etiquette.kinds.cues.association import CUES
from toonbank.etiquette.late import late

JOINS = late(
    r"(?<!\w)(?:tag\w*|getagd|repost\w*|retweet\w*|gedeeld|delen|deel|volg\w*|samen met|dank\w*|bedankt|hulde|steun\w*|actie van|"
    r"stuk van|shared?|sharing|follow\w*|together with|thanks?|kudos|praise|support\w*|action by|piece by|via)(?!\w)|@\w"
)


def find(look: Look) -> Iterator[Noticed]:
    """The first such word of each sentence that tags, shares, follows or praises."""
    for sentence, cues in look.cues_by_sentence("association"):
        cue = cues[0]
        if sentence.is_quoted(cue.start, cue.end) or sentence.is_negated(cue.start, cue.end):
            continue
        if look.draft.kind == "repost" or JOINS.search(sentence.folded):
            yield Noticed("association", cue.sense, cue.start, cue.end, sentence)


KIND = Kind("association", CUES, find, is_claim=False, drafts=("post", "repost"))
