"""A second look at every sentence: claims by their frame, then by the sound of their words, where no pattern found one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from toonbank.etiquette.claimlike import claimlike
from toonbank.etiquette.frames import fitting
from toonbank.etiquette.kinds import kind_named, names_that_understand
from toonbank.etiquette.kinds.base import MOST_CUES, Cue, Look, Noticed
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

BESIDE = 0.7  # how sure the model must be of a second kind in a sentence that has its claim
DESPITE = 0.85  # and of a kind that stands beside a denial
OVERRULING = 0.85  # and of a kind that structure refused at another place in the sentence
FEW_WORDS = 5  # fewer say too little to be judged by their sound
CLAIMS = frozenset({"scarcity", "urgency", "social_proof", "price", "other_pressure"})
UNDENIED = frozenset({"scarcity", "social_proof", "price"})
DENIED = late(r"\b(?:niet|geen|nooit|not|no|never|none|zonder|without)\b|n['’]t\b")
BARE = late(
    r"(?:hurry(?: up)?|(?:be|act|move|so be) (?:quick|quickly|fast)|(?:do not|don.?t|dont|never) (?:miss|"
    r"snooze|wait|sleep|let)\b.{0,16}|"
    r"(?:get|grab|complete)\b.{0,24}before\b.{0,16}|before (?:it.?s|it is|they.?re) (?:too late|gone)|"
    r"(?:wees|ben) er .{0,12}bij|haast je|wacht niet(?: te lang| langer)?|mis (?:het|hem|ze|dit|deze|"
    r"'m) niet|(?:effe )?snel (?:zijn|wezen).{0,4})",
    re.IGNORECASE,
)
SAME = {"stock": "scarcity", "price_reduction": "price"}
LIKELY = "likely"  # the sense of a claim that only the model hears


class Known(NamedTuple):
    """What is known of a sentence: the kinds of claim it has, and those that structure refused."""

    found: set[str]
    refused: set[str]


def look_again(look: Look, noticed: Sequence[Noticed]) -> list[Noticed]:
    """All that was noticed, with claims of structure or sound where no pattern found one, at most one of a kind in a sentence.

    A bare call to hurry beside little stock has its reason there: it is no claim of its own, but still `haste`.
    """
    everything = [*noticed, *_more(look, noticed)]
    kinds = {one.kind for one in everything}
    if not {"scarcity", "urgency"} <= kinds:
        return everything
    if any(one.kind == "urgency" and not BARE.fullmatch(one.text) for one in everything):
        return everything
    return [replace(one, kind="haste") if one.kind == "urgency" else one for one in everything]


def _more(look: Look, noticed: Sequence[Noticed]) -> Iterator[Noticed]:
    kinds = names_that_understand(look.draft.kind)
    if not kinds:
        return
    known: dict[int, set[str]] = {}
    for one in noticed:
        if one.kind != "price":  # a plain price beside it takes no reduction away
            known.setdefault(one.sentence.start, set()).add(SAME.get(one.kind, one.kind))
    pointed = _pointed(look, kinds)
    for sentence in look.reading.sentences:
        found = known.get(sentence.start, set())
        refused = pointed.get(sentence.start, set()) - found
        yield from _by_frame(look, sentence, kinds, Known(found, refused))
        yield from _by_sound(look, sentence, kinds, Known(found, refused))


def _pointed(look: Look, kinds: frozenset[str]) -> dict[int, set[str]]:
    """Where patterns stood, found or refused by their kind: what structure refused, sound does not bring back."""
    pointed: dict[int, set[str]] = {}
    for kind in kinds & look.cues.keys():
        for cue in look.cues[kind][:MOST_CUES]:
            if cue.sense != "price":
                pointed.setdefault(look.reading.sentence_at(cue.start).start, set()).add(kind)
    return pointed


def _by_frame(look: Look, sentence: Sentence, kinds: frozenset[str], known: Known) -> Iterator[Noticed]:
    found, refused = known
    for name, cue in fitting(sentence, found):
        understand = kind_named(name).understand if name in kinds and name not in found else None
        if understand is None:
            continue
        one = understand(look, sentence, cue)
        if one is None:
            if (
                name != "urgency"
            ):  # a frame of haste is refused when nothing shows that it sells: sound may show it
                refused.add(name)
            continue
        found.add(name)
        refused.discard(name)
        yield one


def _by_sound(look: Look, sentence: Sentence, kinds: frozenset[str], known: Known) -> Iterator[Noticed]:
    model = claimlike()
    if model is None or len(sentence.tokens) < FEW_WORDS or not model.may_be_claim(sentence.tokens):
        return
    for guess in model.guesses(sentence.text):
        name = SAME.get(guess.kind, guess.kind)
        if name in known.found or name not in kinds or guess.likely < _needed(name, sentence, known):
            continue
        understand = kind_named(name).understand
        cue = Cue(LIKELY, sentence.start + guess.start, sentence.start + guess.end)
        one = understand(look, sentence, cue) if understand is not None else None
        if one is not None:
            known.found.add(name)
            yield one


def _needed(name: str, sentence: Sentence, known: Known) -> float:
    """How sure the model must be of this kind, beside what is known of the sentence; 0 when its own bar will do."""
    needed = BESIDE if known.found & CLAIMS else 0.0
    if name in UNDENIED and DENIED.search(sentence.folded):
        needed = max(needed, DESPITE)
    return max(needed, OVERRULING) if name in known.refused else needed
