"""A reply that lays the fault with the customer: a "you" and a reproach in one sentence."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.blame import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

# What befell the customer is no reproach: "you should have received it", "dat had je nooit moeten meemaken".
BEFELL = late(
    r"\b(?:krijgen|gekregen|ontvangen|horen|gehoord|wachten|gewacht|betalen|betaald|meemaken|meegemaakt|overkomen|hoeven|"
    r"verwachten|verwacht|(?:niet|nooit)\s[\w ]{0,30}(?:bellen|vragen|mailen|zoeken|terugkomen|uitleggen)|"
    r"get|got|gotten|received?|heard?|wait\w*|paid|pay|been|felt|feel|expect\w*|experience\w*|"
    r"chased?|have to|had to|go through|gone through|thought|had (?:it|them|a|an|your|the|that|this|our)|have it)\b"
)
GOT_AFTERWARDS = late(
    r"^\W*(?:it |them |this |a |an |your |the )?(?:\w+ )?(?:by now|already|today|tomorrow|within)\b"
)
OURS = late(
    r"\b(?:ik|we|wij|onze|ons|i|our|courier|bezorger|koerier|postnl|collega|magazijn|warehouse|colleague)\b"
)
YOU = late(r"\b(?:u|uw|je|jij|jouw|jullie|jezelf|uzelf|zelf|you|your|yourself)\b")
NEEDS_YOU = frozenset({"wrong", "thing", "unread", "self"})
ASKED = frozenset({"wrong", "thing", "unread"})
MAY_BE_OURS = frozenset({"wrong", "thing", "unread", "self", "broke"})


def find(look: Look) -> Iterator[Noticed]:
    """Every reproach to the reader; what the shop did wrong, or what befell the customer, is none."""
    for sentence, cues in look.cues_by_sentence("blame"):
        for cue in apart(cues):
            if not _is_innocent(sentence, cue):
                yield Noticed("blame", cue.sense, cue.start, cue.end, sentence)


def _is_innocent(sentence: Sentence, cue: Cue) -> bool:
    first, last = cue.start - sentence.start, cue.end - sentence.start
    text = sentence.folded
    if sentence.is_quoted(cue.start, cue.end):
        return True
    if cue.sense in ("fault", "away") and sentence.is_negated(cue.start, cue.end):
        return True
    if cue.sense in ASKED and _is_asked(sentence, last):
        return True
    if cue.sense in MAY_BE_OURS and _is_ours(text, first, last):
        return True
    if cue.sense in ("should", "if", "likely"):
        tail = text[last : last + 40]
        return (
            BEFELL.search(text[first:last] + tail[: _stop(tail)]) is not None
            or GOT_AFTERWARDS.match(tail) is not None
        )
    return False


def _stop(tail: str) -> int:
    stops = [place for mark in ",;:.!?" if (place := tail.find(mark)) >= 0]
    return min(stops, default=len(tail))


def _is_asked(sentence: Sentence, last: int) -> bool:
    """Whether it is put as a question, which asks rather than blames."""
    return sentence.is_question or sentence.folded[last : last + 2].lstrip().startswith("?")


def _is_ours(text: str, first: int, last: int) -> bool:
    """Whether the shop is the one who did it: "wij hebben het verkeerd ingevuld"."""
    around = text[max(0, first - 60) : last + 20]
    return OURS.search(around) is not None and not YOU.search(around)


KIND = Kind("blame", CUES, find, is_claim=False, drafts=("reply",))
