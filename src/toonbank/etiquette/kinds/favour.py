"""Help or a gift with a bill: something given, and a follow, a like, a review or a purchase asked for it."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.favour import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

NEAR = 160  # characters between the help and what is asked for it
SO = late(r"(?<!\w)(?:dus|dan|nu|natuurlijk|wel|so|then|now|of course|therefore|vandaar|daarom)(?!\w)")
TRADE = late(r"(?<!\w)(?:inruil\w*|statiegeld|deposit|borg|trade[- ]in|vrijwilligers|volunteers)(?!\w)")


def find(look: Look) -> Iterator[Noticed]:
    """Every return that is asked for in so many words, and every request on the heels of help."""
    helps: list[Cue] = []
    for sentence, cues in look.cues_by_sentence("favour"):
        helps += [cue for cue in cues if cue.sense in ("help", "free")]
        for cue in apart(cue for cue in cues if cue.sense in ("return", "ask")):
            if _is_asked_back(look, sentence, cue, helps):
                yield Noticed("favour", cue.sense, cue.start, cue.end, sentence)
                break


def _is_asked_back(look: Look, sentence: Sentence, cue: Cue, helps: list[Cue]) -> bool:
    if sentence.is_quoted(cue.start, cue.end) or sentence.is_negated(cue.start, cue.end):
        return False
    if cue.sense == "return":
        return not TRADE.search(sentence.folded)
    return any(_is_on_its_heels(look.reading.folded, help_, cue) for help_ in helps)


def _is_on_its_heels(folded: str, help_: Cue, ask: Cue) -> bool:
    """Whether the request follows upon the help; where something was only free, a "so" must tie them."""
    if help_.start > ask.start or ask.start - help_.end > NEAR:
        return False
    return help_.sense == "help" or SO.search(folded, help_.start, ask.end) is not None


KIND = Kind("favour", CUES, find, is_claim=False, drafts=("post", "reply"))
