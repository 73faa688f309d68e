"""A second look at every sentence: claims by their frame, then by the sound of their words, where no pattern found one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from toonbank.etiquette.claimlike import SURE, Guess, claimlike
from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.frames import fitting
from toonbank.etiquette.kinds import kind_named, names_that_understand
from toonbank.etiquette.kinds.base import MOST_CUES, Cue, Look, Noticed
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

BESIDE = 0.7  # how sure the model must be of a second kind in a sentence that has its claim
DESPITE = 0.85  # and of a kind that stands beside a denial
OVERRULING = 0.85  # and of a kind that structure refused at another place in the sentence
ABSURD = 0.08  # less likely than this to the model, what only a frame points at is faint
NONSENSE = 0.01  # and less than this, no claim at all
FEW_WORDS = 5  # fewer say too little to be judged by their sound
PLAIN = "plain price"  # takes no reduction away, but the model must be surer of one beside it
CLAIMS = frozenset({PLAIN, "scarcity", "urgency", "social_proof", "price", "other_pressure"})
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
MEANT = {"price": "price_reduction"}
SAME = {"stock": "scarcity", "price_reduction": "price"}
LIKELY = "likely"  # the sense of a claim that only the model hears


class Here(NamedTuple):
    """A sentence in its draft: the kinds of claim that it has, and those that structure refused."""

    look: Look
    sentence: Sentence
    kinds: frozenset[str]
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
        kind = PLAIN if one.kind == "price" else SAME.get(one.kind, one.kind)
        known.setdefault(one.sentence.start, set()).add(kind)
    pointed = _pointed(look, kinds)
    for sentence in look.reading.sentences:
        fits, sounds = fitting(sentence), _sounds(sentence)
        if fits or sounds:
            found = known.get(sentence.start, set())
            here = Here(look, sentence, kinds, found, pointed.get(sentence.start, set()) - found)
            yield from _by_frame(here, fits)
            yield from _by_sound(here, sounds)


def _pointed(look: Look, kinds: frozenset[str]) -> dict[int, set[str]]:
    """Where patterns stood, found or refused by their kind: what structure refused, sound does not bring back."""
    pointed: dict[int, set[str]] = {}
    for kind in kinds & look.cues.keys():
        for cue in look.cues[kind][:MOST_CUES]:
            if cue.sense not in ("price", "foreign"):
                pointed.setdefault(look.reading.sentence_at(cue.start).start, set()).add(kind)
    return pointed


def _by_frame(here: Here, fits: Iterable[tuple[str, Cue]]) -> Iterator[Noticed]:
    for name, cue in fits:
        if name not in here.kinds or name in here.found:
            continue
        one = _understood(here, name, cue)
        if one is not None:
            likely = _likely(here.sentence, name)
            if likely < NONSENSE:
                continue
            here.found.add(name)
            here.refused.discard(name)
            yield one if likely >= ABSURD else _faint(one)
        elif name != "urgency":
            # A frame of haste is refused when nothing shows that it sells: sound may show it.
            here.refused.add(name)


def _by_sound(here: Here, sounds: Iterable[Guess]) -> Iterator[Noticed]:
    for guess in sounds:
        name = SAME.get(guess.kind, guess.kind)
        if name in here.found or name not in here.kinds:
            continue
        one = _understood(here, name, Cue(LIKELY, guess.start, guess.end))
        if one is not None:
            has_other = not here.found.isdisjoint(CLAIMS)
            here.found.add(name)
            if guess.likely >= max(SURE[guess.kind], _needed(name, here)):
                yield one
            elif one.state is not ClaimState.CONTRADICTED and not has_other:
                yield _faint(one)


def _faint(one: Noticed) -> Noticed:
    return replace(one, is_sure=False, is_pressing=False)


def _understood(here: Here, name: str, cue: Cue) -> Noticed | None:
    understand, start = kind_named(name).understand, here.sentence.start
    moved = Cue(cue.sense, start + cue.start, start + cue.end)
    return understand(here.look, here.sentence, moved) if understand is not None else None


def _sounds(sentence: Sentence) -> tuple[Guess, ...]:
    model = claimlike()
    return () if model is None or len(sentence.tokens) < FEW_WORDS else model.sounds(sentence)


def _likely(sentence: Sentence, name: str) -> float:
    """How well the words go with what their frame says: badly in "the last booth by the window"; 1 without a model."""
    model = claimlike()
    return 1.0 if model is None else model.score(sentence.text, MEANT.get(name, name))


def _needed(name: str, here: Here) -> float:
    """How sure the model must be of this kind, beside what is known of the sentence; 0 when its own bar will do."""
    needed = BESIDE if here.found & CLAIMS else 0.0
    if name in UNDENIED and DENIED.search(here.sentence.folded):
        needed = max(needed, DESPITE)
    return max(needed, OVERRULING) if name in here.refused else needed
