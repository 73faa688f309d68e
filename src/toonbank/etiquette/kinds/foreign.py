"""Claims in German and French, heard by their phrases alone: told to the writer, and held against the stock where they count it.

What else is on file is not held against them, so that they stop nothing by themselves.
"""

from collections.abc import Iterable, Iterator

from toonbank.etiquette.kinds import scarcity
from toonbank.etiquette.kinds.base import FOREIGN, Cue, Kind, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.kinds.cues.foreign import CUES, FRENCH, GERMAN
from toonbank.etiquette.late import late
from toonbank.language.reading import Language, Sentence
from toonbank.language.tongue import guess

WEAK = "weak "
TELLING = 2  # small words of German or French, before a weak phrase counts
BECAUSE = {"superlative": "no_proof", "green": "generic", "endorsement": "no_record"}
OPENING_HOURS = late(
    r"\b(?:geschlossen|geöffnet|offen|öffnungszeiten|fermée?s?|ouverte?s?|ouvrons|fermons)\b"
)
DENIED = late(
    r"\b(?:nicht|kein(?:e[nrms]?)?|nie|niemals|ohne)\W+(?:\w+\W+){0,2}$|(?:\bn['’]|\bne )\w*\W+(?:\w+\W+){0,2}$"
    r"|\b(?:jamais|pas|sans) (?:\w+ )?(?:de |d['’])?$"
)


def find(look: Look) -> Iterator[Noticed]:
    """The phrases that claim something, the first of each kind in a sentence."""
    for sentence, cues in look.cues_by_sentence("foreign"):
        claims = (_understood(look, sentence, cue) for cue in apart(cues) if _is_said(sentence, cue))
        told: set[str] = set()
        for claim in claims:
            if claim is not None and claim.kind not in told:
                told.add(claim.kind)
                yield claim


def _understood(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    kind = cue.sense.removeprefix(WEAK)
    if kind == "scarcity":
        has_number = any(cue.start <= one.start < cue.end for one in look.numbers(sentence))
        claim = scarcity.understand(look, sentence, cue._replace(sense="only" if has_number else "vague"))
    else:
        claim = Noticed(kind, FOREIGN, cue.start, cue.end, sentence, because=BECAUSE.get(kind, ""))
    return claim and claim._replace(sense=FOREIGN, is_sure=False)


def _is_said(sentence: Sentence, cue: Cue) -> bool:
    if cue.sense.startswith(WEAK) and not _is_foreign(sentence):
        return False
    if cue.sense == "urgency" and OPENING_HOURS.search(sentence.folded):
        return False
    before = sentence.folded[: cue.start - sentence.start]
    return DENIED.search(before) is None and not is_cancelled(sentence, cue.start, cue.end, past=False)


def _is_foreign(sentence: Sentence) -> bool:
    said = {part for word in sentence.tokens for part in word.replace("’", "'").split("'")}
    return max(len(said & GERMAN), len(said & FRENCH)) >= TELLING


def without_doubles(noticed: Iterable[Noticed]) -> list[Noticed]:
    """All that was noticed, without what Dutch or English words had noticed at the same place already ("Bestseller")."""
    noticed = list(noticed)
    others = [one for one in noticed if one.sense != FOREIGN]
    return [
        one
        for one in noticed
        if one.sense != FOREIGN or not any(one.kind == other.kind and _touch(one, other) for other in others)
    ]


def _touch(one: Noticed, other: Noticed) -> bool:
    return one.start < other.end and other.start < one.end


def language_beside(look: Look) -> Language:
    """Dutch or English, by the sentences without such a phrase; Dutch where there are none that tell."""
    foreign = {look.reading.sentence_at(cue.start).start for cue in look.cues["foreign"]}
    if look.reading.forced:
        return look.reading.forced
    for one in look.reading.sentences:
        if one.start not in foreign and (found := guess(one.folded)):
            return found
    return "nl"


KIND = Kind("foreign", CUES, find)
