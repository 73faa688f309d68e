"""When do complaints make a storm? Pure: what was said and when, in; what many share, out.

A storm is many people within a few hours about one thing, far more than this shop is used to. One angry person is none, nor is a
busy Monday on which everybody complains of something else, be it of their parcel, or of the coats that this shop sells.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from toonbank.conversations.stormwords import BROAD, EMPTY
from toonbank.language.reading import fold

WINDOW = timedelta(hours=6)
"""An afternoon: what keeps coming for longer is a trend, and shows in the lessons."""
LEAST = 5
"""Four may be chance in any shop that gets a hundred messages a day."""
PEOPLE = 4
"""So many different people: who writes five times is one customer who waits, not a storm."""
USUAL = timedelta(days=28)
TIMES = 2
"""At least so many times the busiest six hours of the last four weeks about the same thing."""
SHARED = 0.6
"""A further word names the storm when so large a part of the complaints has it."""
AGREE = 0.5
"""Of complaints about something broad, such as a parcel, at least so many must share a further word."""
WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Heard:
    """One complaint: when, by whom, about which of our posts, and the words that tell what it is about."""

    at: datetime
    who: str
    words: frozenset[str]
    post: int | None = None


@dataclass(frozen=True)
class Gathering:
    """What many complain about: a post of ours ("post:12") or words ("rits wad"), with what was said."""

    about: str
    heard: tuple[Heard, ...]

    @property
    def began_at(self) -> datetime:
        """The first of them."""
        return min(one.at for one in self.heard)

    @property
    def last_at(self) -> datetime:
        """The last of them."""
        return max(one.at for one in self.heard)


def telling_words(text: str) -> frozenset[str]:
    """What a complaint may be about: its words without those that say nothing, one form for one and many."""
    return frozenset(_one(word) for word in WORD.findall(fold(text)) if word not in EMPTY)


def _one(word: str) -> str:
    """Roughly the singular: ritsen, rits; jassen, jas; parcels, parcel. Only ever compared with another one made so."""
    if word.endswith("en") and len(word) > 5:
        word = word[:-2]
        return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def one_form(words: Iterable[str]) -> frozenset[str]:
    """These words in the form by which complaints are compared."""
    return frozenset(_one(fold(word)) for word in words)


BROAD_ANYWHERE = one_form(BROAD)
"""Broad in every shop."""


def find_storms(
    recent: Sequence[Heard], earlier: Sequence[Heard], broad: Collection[str] = BROAD_ANYWHERE
) -> list[Gathering]:
    """The storms among `recent` (all within one WINDOW), the largest first; `earlier` is what came in the weeks before.

    `broad` are words of which anything may be wrong: what everybody talks of here is no cause by itself. A complaint counts for
    one storm only: the one that most people share.
    """
    left, found = list(recent), []
    while len(left) >= LEAST:
        groups = {key: group for key, group in _groups(left).items() if _is_large(group)}
        groups = {key: group for key, group in groups.items() if key not in broad or _agrees(key, group)}
        groups = {key: group for key, group in groups.items() if len(group) >= TIMES * busiest(earlier, key)}
        if not groups:
            break
        key = max(groups, key=lambda one: (len(_people(groups[one])), len(groups[one]), one))
        found.append(Gathering(_name(key, groups[key]), tuple(groups[key])))
        gathered = {id(one) for one in groups[key]}
        left = [one for one in left if id(one) not in gathered]
    return found


def _groups(heard: Iterable[Heard]) -> dict[str, list[Heard]]:
    groups: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        for key in _keys(one):
            groups[key].append(one)
    return groups


def _keys(one: Heard) -> frozenset[str]:
    return one.words | ({f"post:{one.post}"} if one.post is not None else frozenset())


def _is_large(group: Sequence[Heard]) -> bool:
    return len(group) >= LEAST and len(_people(group)) >= PEOPLE


def _agrees(key: str, group: Sequence[Heard]) -> bool:
    """Whether most say the same of it, or nothing more than that."""
    counts = Counter(word for one in group for word in one.words - {key})
    silent = sum(one.words == {key} for one in group)
    return silent + max(counts.values(), default=0) >= AGREE * len(group)


def _people(group: Iterable[Heard]) -> set[str]:
    return {one.who for one in group}


def busiest(earlier: Iterable[Heard], key: str) -> int:
    """The most complaints with this key in any WINDOW before; of a post, those about whichever post had most."""
    if not key.startswith("post:"):
        return _most_at_once([one.at for one in earlier if key in one.words])
    by_post: dict[int, list[datetime]] = defaultdict(list)
    for one in earlier:
        if one.post is not None:
            by_post[one.post].append(one.at)
    return max((_most_at_once(moments) for moments in by_post.values()), default=0)


def _most_at_once(moments: list[datetime]) -> int:
    moments.sort()
    most = start = 0
    for end, at in enumerate(moments):
        while at - moments[start] > WINDOW:
            start += 1
        most = max(most, end - start + 1)
    return most


def _name(key: str, group: Sequence[Heard]) -> str:
    if key.startswith("post:"):
        return key
    counts: dict[str, int] = defaultdict(int)
    for one in group:
        for word in one.words:
            counts[word] += 1
    beside = [word for word, n in counts.items() if word != key and n >= SHARED * len(group)]
    beside.sort(key=lambda word: (-counts[word], word))
    return " ".join([key, *beside[:2]])[:200]
