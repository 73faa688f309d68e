"""Other pressure: a no that shames, costs and renewals that hide, boxes that trick, demands. No rule stops it alone."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.other_pressure import CUES
from toonbank.language.reading import Sentence


def find(look: Look) -> Iterator[Noticed]:
    """The first place in every sentence; a quotation is somebody else's."""
    for sentence, cues in look.cues_by_sentence("other_pressure"):
        for cue in apart(cues):
            noticed = understand(look, sentence, cue)
            if noticed is not None:
                yield noticed
                break


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """What was pointed at, unless it is quoted inside a longer sentence."""
    if sentence.is_quoted(cue.start, cue.end) and not look.reading.text.lstrip().startswith(('"', "“", "'")):
        return None
    return Noticed("other_pressure", cue.sense, cue.start, cue.end, sentence)


KIND = Kind("other_pressure", CUES, find, claims=("other_pressure",), understand=understand)
