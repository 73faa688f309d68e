"""A second look at every sentence: claims by their frame, where no pattern found one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toonbank.etiquette.frames import fitting
from toonbank.etiquette.kinds import kinds_for
from toonbank.etiquette.kinds.base import Kind, Look, Noticed
from toonbank.language.reading import Sentence

SAME = {"stock": "scarcity", "price_reduction": "price"}


def look_again(look: Look, noticed: Sequence[Noticed]) -> Iterator[Noticed]:
    """Claims of structure, at most one of a kind in a sentence, where none of that kind was noticed yet."""
    kinds = {kind.name: kind for kind in kinds_for(look.draft.kind) if kind.understand is not None}
    if not kinds:
        return
    known: dict[int, set[str]] = {}
    for one in noticed:
        if one.kind != "price":  # a plain price beside it takes no reduction away
            known.setdefault(one.sentence.start, set()).add(SAME.get(one.kind, one.kind))
    for sentence in look.reading.sentences:
        yield from _in_sentence(look, sentence, kinds, known.get(sentence.start, set()))


def _in_sentence(
    look: Look, sentence: Sentence, kinds: dict[str, Kind], known: set[str]
) -> Iterator[Noticed]:
    found: set[str] = set(known)
    for name, cue in fitting(sentence, found):
        kind = kinds.get(name)
        if name in found or kind is None or kind.understand is None:
            continue
        one = kind.understand(look, sentence, cue)
        if one is not None:
            found.add(name)
            yield one
