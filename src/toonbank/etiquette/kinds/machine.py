"""The tone of a machine in what should come from a person."""

from __future__ import annotations

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.machine import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

PUSH = late(
    r"(?<!\w)(?:bekijk|kijk|ontdek|shop|check|see|browse|visit|bezoek|aanbod|assortiment|range|collectie|collection|shop|store|winkel|kijkje|look|webshop"
    r"|website|deals?|korting"
    r"|discount|sale|aanbieding\w*|link|bio|% off|sign up|nieuwsbrief|newsletter)(?!\w)"
)
WELCOME = late(r"(?<!\w)(?:welkom|welcome)(?!\w)")
ALONG = late(r" (?:the|these|our|this|de|het|along|all|onze|deze|up)\b")
MANY = late(r"volgers|followers")
CUT_LINK = late(r"(?:https?://|www\.|\b[\w-]+\.(?:me|ly|nl|com|be|it|tt|gl|co|eu)/)\S{0,80}(?:…|\.\.\.)")
FEW_WORDS = 4
CLEAR = 3  # so many words beside "this is automatic" tell somebody something
SILENCING = ("niet", "not")  # how "do not reply to this message" begins
FILLERS = 2
COUNTED = late(r"\d|(?<!\w)(?:morgen|tomorrow|vandaag|today|maandag|monday|weer|back|open|terug)(?!\w)")


def find(look: Look) -> Iterator[Noticed]:
    """One for each cause: a welcome by the dozen, a leftover, system language, filler by the spoonful."""
    yield from _fillers(look)
    seen: dict[str, Noticed] = {}
    for sentence, cues in look.cues_by_sentence("machine"):
        for cue in apart(_as_welcome(sentence, one) for one in cues if one.sense != "filler"):
            first = seen.get(cue.sense)
            if first is not None:  # there is more of it: taking away the first does not mend it
                seen[cue.sense] = first if first.sentence is sentence else first._replace(also="more")
            elif _is_machine(look, sentence, cue):
                seen[cue.sense] = Noticed(
                    "machine", cue.sense, cue.start, cue.end, sentence, is_pressing=False
                )
    yield from seen.values()


def _as_welcome(sentence: Sentence, cue: Cue) -> Cue:
    """ "Nieuwe volger" is a welcome when somebody is welcomed."""
    is_welcome = cue.sense == "newcomer" and WELCOME.search(sentence.folded) is not None
    return Cue("welcome", cue.start, cue.end) if is_welcome else cue


def _is_machine(look: Look, sentence: Sentence, cue: Cue) -> bool:
    if sentence.is_quoted(cue.start, cue.end) or sentence.is_negated(cue.start, cue.end):
        return cue.sense == "system" and not sentence.is_quoted(cue.start, cue.end)
    rest = look.reading.folded[cue.end :]
    if cue.sense == "newcomer":
        return False
    if cue.sense in ("welcome", "thanks"):
        return _is_mass_welcome(look, cue, rest)
    if cue.sense == "system":
        return not _is_open_about_it(look, cue)
    return True


def _is_mass_welcome(look: Look, cue: Cue, rest: str) -> bool:
    """Nothing but the welcome, or a push to the shop; a question to this one person is no machine's."""
    words = look.reading.folded[cue.start : cue.end]
    if cue.sense == "thanks" and ALONG.match(rest):
        return False
    if "?" in look.reading.text:
        return False
    others = len(look.reading.tokens) - len(words.split())
    is_push = PUSH.search(look.reading.folded) is not None
    return is_push or others <= FEW_WORDS or (cue.sense == "welcome" and MANY.search(words) is None)


def _is_open_about_it(look: Look, cue: Cue) -> bool:
    """Whether it says more than that it is automatic: when the shop is back, where help is. What is automatic must say so."""
    automation = look.facts.automation
    is_automatic = automation is not None and (automation.generated or automation.auto_send)
    words = look.reading.folded[cue.start : cue.end]
    if words.startswith(SILENCING):
        return False
    rest = len(look.reading.tokens) - len(words.split())
    return rest >= CLEAR and (is_automatic or COUNTED.search(look.reading.folded) is not None)


def _fillers(look: Look) -> Iterator[Noticed]:
    """Filler counts when there is more of it, or when a machine is known to have written it."""
    cues = apart(cue for cue in look.cues.get("machine", ()) if cue.sense == "filler")
    automation = look.facts.automation
    enough = 1 if automation is not None and automation.generated else FILLERS
    if len(cues) >= enough:
        first = cues[0]
        sentence = look.reading.sentence_at(first.start)
        yield Noticed("machine", "filler", first.start, first.end, sentence, is_pressing=False)


KIND = Kind("machine", CUES, find, is_claim=False, drafts=("post", "reply"))
