"""What the shop has on file about a sentence: proofs, people who praise, and whether a paper still holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from toonbank.etiquette.facts import Facts
from toonbank.etiquette.shelf import words_of
from toonbank.language.tongue import SMALL_WORDS

if TYPE_CHECKING:
    from toonbank.etiquette.background import Endorsement, Proof

ENOUGH = 0.5  # of the words of a proof, standing in the sentence
HANDLE = re.compile(r"@[\w.]+\w")
NAME = re.compile(r"[^\W\d_][\w’'-]+")
MIN_IN_HANDLE = 4  # letters
OWNERS = frozenset({"eigenaar", "eigenares", "owner", "owner's", "owner’s", "winkel", "shop"})
NO_RELATION = frozenset(
    {"", "none", "geen", "no", "nee", "independent", "onafhankelijk", "customer", "klant"}
)


def holds(until: datetime | None, facts: Facts) -> bool:
    """Whether a paper that is valid up to `until` is so when the text goes out; without a clock it is."""
    moment = facts.moment
    return until is None or moment is None or until >= moment


def telling_words(words: Iterable[str]) -> frozenset[str]:
    """These words without their endings and without the small ones."""
    return frozenset().union(*(words_of(word) for word in words if word not in SMALL_WORDS))


def proofs_for(facts: Facts, words: Iterable[str]) -> Iterator[Proof]:
    """The proofs that are about what these words say, whether they still hold or not."""
    if facts.proofs:
        said = telling_words(words)
        yield from (proof for proof in facts.proofs if _is_about(proof.claim, said))


def sources_for(facts: Facts, words: Iterable[str]) -> Iterator[Proof]:
    """The proofs that are about what these words say, or rest on what they name ("Trouw, 2 oktober")."""
    if facts.proofs:
        said = telling_words(words)
        yield from (one for one in facts.proofs if _is_about(one.claim, said) or _is_about(one.basis, said))


def _is_about(paper: str, said: frozenset[str]) -> bool:
    named = telling_words(NAME.findall(paper.lower()))
    return bool(named) and len(named & said) >= ENOUGH * len(named)


def is_related(one: Endorsement) -> bool:
    """Whether this praise is bought, given, earned or of one's own people, so that readers must be told."""
    relation = (one.relation or "").strip().casefold()
    return bool(one.paid or one.gift or one.affiliate or relation not in NO_RELATION)


def named_at(folded: str, who: str) -> tuple[int, int] | None:
    """Where a text in small letters names somebody who is on file as `who` ("chef Ruben", "@fit_fenna", "my sister")."""
    for word in _sought(who):
        match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded)
        match = match or (
            re.search(rf"@[\w.]*{re.escape(word)}", folded) if len(word) >= MIN_IN_HANDLE else None
        )
        if match is not None:
            return match.span()
    return None


def _sought(who: str) -> Iterator[str]:
    """Handles first, then the last name with a capital; without capitals every word that tells something."""
    handles = HANDLE.findall(who)
    yield from (handle.lower() for handle in handles)
    names = NAME.findall(HANDLE.sub(" ", who))
    capitals = [name for name in names if name[0].isupper()]
    if capitals:
        yield capitals[-1].lower()
    else:
        yield from (name for name in names if name not in SMALL_WORDS and name not in OWNERS)
