"""Fakery: bought or traded followers, likes and reviews, and the shop that plays its own customer."""

from collections.abc import Iterator

from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.fakery import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

I_MYSELF = late(r"(?<!\w)(?:ik|i|i['’]m|i['’]ve|mij|me|mijn|my)(?!\w)")
PRAISES = late(
    r"(?<!\w)(?:aanraden|aanrader|top\w*|raad|recommend\w*|deze (?:winkel|zaak)|this (?:shop|store|place)|hier|here|"
    r"blij|"
    r"tevreden|fijn\w*|beste|"
    r"geweldig\w*|top|mooi\w*|prachtig\w*|heerlijk\w*|lovely|wonderful|great|best|amazing|happy|love|al jaren|"
    r"for years|\w*zaak|place|nergens anders|"
    r"nowhere else|kwaliteit|quality|"
    r"service)(?!\w)"
)
OWN_DEED = late(
    r"(?<!\w)(?:onze|our)(?!\w)|(?<!\w)(?:we|wij|ik|i)(?!\w).{0,60}(?<!\w)(?:genomen|namen|nam|geregeld|regelden|"
    r"gekocht|kochten|besteld|bestelden|gebruiken|gebruikten|"
    r"hebben|took|got|ordered|bought|use|used|have)(?!\w)"
)
DECLINES = late(
    r"(?<!\w)(?:bedankt|bedanken|nee|geweigerd|weiger\w*|niet|geen|nooit|offer\w*|aanbod|aangeboden|bood|passed|"
    r"declin\w*|refus\w*|no thanks|never|not|"
    r"korting|discount|elke|every|per)(?!\w)|n['’]t"
)
ELSEWHERE = late(
    r"(?<!\w)(?:bij de|bij een|bij mijn|at the|at my|of the|kapper|bakker|baker|hairdresser|bank)(?!\w)"
)
WARNS = late(
    r"(?<!\w)(?:pas op|beware|let op|herken\w*|spot|verwijder\w*|remove\w*|meld\w*|report\w*|stop\w*|tegen|against|"
    r"waarom|why|verboden|"
    r"forbidden|illegal|nooit|never|weiger\w*|refuse\w*|anderen|others)(?!\w)"
)

NEAR = 80  # characters, in which an offer is declined


def find(look: Look) -> Iterator[Noticed]:
    """Everything that makes the shop look more liked than it is; saying that one does not do that is none."""
    for sentence, cues in look.cues_by_sentence("fakery"):
        for cue in apart(cues):
            if _is_fake(look, sentence, cue):
                yield Noticed("fakery", cue.sense, cue.start, cue.end, sentence)


def _is_fake(look: Look, sentence: Sentence, cue: Cue) -> bool:
    text = sentence.folded
    if sentence.is_quoted(cue.start, cue.end):
        return False
    if cue.sense == "pose":
        return _poses(look.facts, sentence, cue)
    if sentence.is_negated(cue.start, cue.end) or WARNS.search(text):
        return False
    if cue.sense == "price" and DECLINES.search(look.reading.folded, sentence.start, sentence.end + NEAR):
        return False
    words = text[cue.start - sentence.start : cue.end - sentence.start]
    return not words.startswith(("nep", "bought f", "gekochte")) or OWN_DEED.search(text) is not None


def _poses(facts: Facts, sentence: Sentence, cue: Cue) -> bool:
    """Whether the writer speaks as a customer: "I", with praise, and known to be none, or at least not to be one."""
    text = sentence.folded
    if not (I_MYSELF.search(text) and PRAISES.search(text)):
        return False
    author = facts.author.name.casefold() if facts.author else ""
    for person in facts.people or ():
        if author and author in (person.name.casefold(), person.handle.casefold()):
            return person.role != "customer"
    return bool(author) or not ELSEWHERE.search(text)


KIND = Kind("fakery", CUES, find, is_claim=False, drafts=("post", "goal", "account"))
