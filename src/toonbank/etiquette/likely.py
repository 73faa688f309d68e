"""A second look at every sentence: claims by their frame, then by the sound of their words, where no pattern found one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from toonbank.etiquette.claimlike import KINDS, SURE, Guess, claimlike
from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.frames import fitting
from toonbank.etiquette.kinds import kind_named, names_that_understand
from toonbank.etiquette.kinds.base import FOREIGN, Cue, Look, Noticed
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

ABSURD = 0.5  # less likely than this to the model, what only a frame points at is faint
# And so is what a pattern found, of these kinds with less than this, of others with less than the next: a number is soon said.
OUT_OF_PLACE = {"price_reduction": 0.5, "scarcity": 0.2}
ODD = 0.1
NONSENSE = 0.01  # and less than this, no claim at all
FEW_WORDS = 5  # fewer say too little to be judged by their sound
PLAIN = "plain price"  # takes no reduction away, but what is heard only faintly beside it is left out
CLAIMS = frozenset({PLAIN, "scarcity", "urgency", "social_proof", "price", "other_pressure"})
# Draws are games of chance with their laws, whatever they sound like.
WEIGHED = frozenset(KINDS) - {"giveaway"}
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
MOST_KEPT = 4096  # sentences


class Second(NamedTuple):
    """What a second look sees in the words of a sentence: the frames that they fit, and the claims that they sound like."""

    fits: tuple[tuple[str, Cue], ...]
    sounds: tuple[Guess, ...]


class Here(NamedTuple):
    """A sentence in its draft: the kinds of claim that it may have, and those that it has."""

    look: Look
    sentence: Sentence
    kinds: frozenset[str]
    found: set[str]


def look_again(look: Look, noticed: Sequence[Noticed]) -> list[Noticed]:
    """All that was noticed, with claims of structure or sound where no pattern found one, at most one of a kind in a sentence.

    A bare call to hurry beside little stock has its reason there: it is no claim of its own, but still `haste`.
    """
    noticed = [_weighed(one) for one in noticed]
    everything = [*noticed, *_more(look, noticed)]
    # A faint one gives no reason.
    kinds = {one.kind for one in everything if one.is_sure or one.kind != "scarcity"}
    if not {"scarcity", "urgency"} <= kinds:
        return everything
    if any(one.kind == "urgency" and not BARE.fullmatch(one.text) for one in everything):
        return everything
    return [one._replace(kind="haste") if one.kind == "urgency" else one for one in everything]


def _weighed(one: Noticed) -> Noticed:
    """What a pattern found, faint where the words around it speak of something else: "the best cure for moss is a rake"."""
    if (
        one.kind not in WEIGHED
        or one.state is ClaimState.CONTRADICTED
        or one.sense == FOREIGN
        or len(one.sentence.tokens) < FEW_WORDS
    ):
        return one
    return one if _likely(one.sentence, one.kind) >= OUT_OF_PLACE.get(one.kind, ODD) else _faint(one)


def _more(look: Look, noticed: Sequence[Noticed]) -> Iterator[Noticed]:
    kinds = names_that_understand(look.draft.kind)
    if not kinds:
        return
    known: dict[int, set[str]] = {}
    for one in noticed:
        kind = PLAIN if one.kind == "price" else SAME.get(one.kind, one.kind)
        known.setdefault(one.sentence.start, set()).add(kind)
    for sentence in look.reading.sentences:
        fits, sounds = _second(sentence)
        if fits or sounds:
            found = known.get(sentence.start, set())
            here = Here(look, sentence, kinds, found)
            yield from _by_frame(here, fits)
            yield from _by_sound(here, sounds)


def _by_frame(here: Here, fits: Iterable[tuple[str, Cue]]) -> Iterator[Noticed]:
    for name, cue in fits:
        if name not in here.kinds or name in here.found:
            continue
        likely = _likely(here.sentence, name)
        one = _understood(here, name, cue) if likely >= NONSENSE else None
        if one is not None:
            here.found.add(name)
            yield one if likely >= ABSURD else _faint(one)


def _by_sound(here: Here, sounds: Iterable[Guess]) -> Iterator[Noticed]:
    for guess in sounds:
        name = SAME.get(guess.kind, guess.kind)
        if name in here.found or name not in here.kinds:
            continue
        one = _understood(here, name, Cue(LIKELY, guess.start, guess.end))
        if one is not None:
            has_other = not here.found.isdisjoint(CLAIMS)
            here.found.add(name)
            if guess.likely >= SURE:
                yield one
            elif one.state is not ClaimState.CONTRADICTED and not has_other:
                yield _faint(one)


def _faint(one: Noticed) -> Noticed:
    return one._replace(is_sure=False, is_pressing=False)


def _understood(here: Here, name: str, cue: Cue) -> Noticed | None:
    understand, start = kind_named(name).understand, here.sentence.start
    moved = Cue(cue.sense, start + cue.start, start + cue.end)
    return understand(here.look, here.sentence, moved) if understand is not None else None


_kept: dict[str, Second] = {}


def _second(sentence: Sentence) -> Second:
    """Kept for a while: who writes has the same sentences checked again with every word that is added."""
    text = sentence.text
    found = _kept.get(text)
    if found is None:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        found = _kept[text] = Second(tuple(fitting(sentence)), _sounds(sentence))
    return found


def _sounds(sentence: Sentence) -> tuple[Guess, ...]:
    model = claimlike()
    return () if model is None or len(sentence.tokens) < FEW_WORDS else model.sounds(sentence)


def _likely(sentence: Sentence, name: str) -> float:
    """How well the words go with what their frame says: badly in "the last booth by the window"; 1 without a model."""
    model = claimlike()
    return 1.0 if model is None else model.score(sentence.text, MEANT.get(name, name))
