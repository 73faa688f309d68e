"""Answers from a drawer: nothing in them could only be said to this one person."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Kind, Look, Noticed
from toonbank.etiquette.kinds.cues.canned import (
    ADDRESSED,
    CORE,
    CUES,
    DRAWER,
    ENDINGS,
    GREETING,
    MESSAGE,
    SMALL,
)
from toonbank.etiquette.late import late
from toonbank.language.reading import Reading

# "Beste Kim," "Hi @kim!" "^JD": a name is no word on the message.
SALUTATION = late(
    rf"^\W*{GREETING}(?: (?:mevrouw|meneer|heer|mr|mrs|ms|@)?\.? ?[@\w.’'-]+){{0,3}} ?[,!.:–-]", 2
)
SIGNATURE = late(r"(?:(?<!\w)[Tt]eam [A-Z]\w+|\^\w{1,4}|[–-] ?[A-Z][a-z]+)\s*$")
WORD = late(r"[^\W_]+(?:['’][^\W\d_]+)?")
MOST_WORDS = 60
DEADLINE = frozenset(["binnen", "within"])


def find(look: Look) -> Iterator[Noticed]:
    """Holes that were left open, each; else the whole reply when it says nothing of its own."""
    cues = look.cues.get("canned", ())
    holes = [cue for cue in cues if cue.sense == "hole"]
    for cue in holes:
        yield Noticed("canned", "hole", cue.start, cue.end, look.reading.sentence_at(cue.start))
    if cues and not holes and is_from_a_drawer(look.reading):
        sentences = look.reading.sentences
        yield Noticed("canned", "stock", sentences[0].start, sentences[-1].end, sentences[0])


def is_from_a_drawer(reading: Reading) -> bool:
    """Whether every word, apart from the small ones and a greeting with a name, is one of a stock answer."""
    if len(reading.tokens) > MOST_WORDS:
        return False
    text = SALUTATION.sub(" ", SIGNATURE.sub(" ", reading.text)).lower()
    words = set(WORD.findall(text))
    if words & DEADLINE:
        words = {word for word in words if not word.isdigit()}
    if not all(_is_of_the_drawer(word) for word in words - DRAWER - SMALL):
        return False
    return bool(words & CORE or (words & MESSAGE and words & ADDRESSED))


def _is_of_the_drawer(word: str) -> bool:
    return any(word.endswith(ending) and word.removesuffix(ending) in DRAWER for ending in ENDINGS)


KIND = Kind("canned", CUES, find, is_claim=False, drafts=("reply",))
