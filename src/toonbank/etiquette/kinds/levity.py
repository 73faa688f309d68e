"""Lightness in a reply: laughter, a shrug, soothing, belittling, banter. Judged by what it answers, never by itself."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.levity import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

OWN_SLIP = late(
    r"\b(?:ik (?:typte|bedoel\w*|schreef)|i (?:typed|meant|wrote)|ty(?:po|pfout)|tikfout|verkeerde dag|wrong day)\b"
)
FEAST = late(r"(?:gefeliciteerd|proficiat|congrat\w*|hoera|happy birthday|fijne verjaardag|van harte)")
OTHERS_SAY = late(r"\b(?:zegt|zei|says|said|schreef|wrote)\W*$|^\W*(?:zegt|zei|says|said)\b")
REGRETTED = late(
    r"\b(?:hoe|how|why|waarom|zodat|waardoor|nooit|niet|never|not)\s[\w ]{0,30}$|\bdat\s(?:dit|zoiets|het|er)\s[\w ]{0,30}$"
)
GLUED = late(r"\w+")
CHOICE = late(r"\b(?:of|or)\b")


def find(look: Look) -> Iterator[Noticed]:
    """Every light word that is meant lightly."""
    for sentence, cues in look.cues_by_sentence("levity"):
        for cue in apart(cues):
            if not _is_innocent(look, sentence, cue):
                start = _face_at(look, cue) if cue.sense == "face" else cue.start
                yield Noticed("levity", cue.sense, start, cue.end, sentence)


def _face_at(look: Look, cue: Cue) -> int:
    """Where the face begins, when it is glued to a word."""
    glued = GLUED.match(look.reading.text, cue.start, cue.end)
    return glued.end() if glued and glued.end() < cue.end else cue.start


def _is_innocent(look: Look, sentence: Sentence, cue: Cue) -> bool:
    before = sentence.folded[: cue.start - sentence.start]
    after = sentence.folded[cue.end - sentence.start :]
    if cue.sense == "oops" and OWN_SLIP.search(sentence.folded):
        return True
    if cue.sense == "face":
        return FEAST.search(sentence.folded) is not None
    if (
        sentence.is_quoted(cue.start, cue.end)
        or OTHERS_SAY.search(before[-20:])
        or OTHERS_SAY.search(after[:20])
    ):
        return True
    if cue.sense == "shrug":
        asks = sentence.is_question and CHOICE.search(after) is not None
        return asks or REGRETTED.search(before[-60:]) is not None
    return False


KIND = Kind("levity", CUES, find, is_claim=False, drafts=("reply",))
