"""What may be alike: earlier replies that share words in a row with a reply, posts that may repeat each other.

Only finds what is worth comparing; whether it is too much alike is for the rules to say.
"""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from datetime import timedelta
from math import ceil

from toonbank.etiquette.background import Published
from toonbank.language.likeness import overlap, shingles
from toonbank.sources.archives import Said

SPAN = timedelta(days=30)
MOST = 400  # replies that are looked back at; a shop that writes more in a month is judged on these
MOST_LIKE = 3
MOST_A_RUN = 20  # replies with the same three words that are compared


class Drawer:
    """The last replies by their runs of three words."""

    def __init__(self, earlier: Iterable[Said] = ()) -> None:
        self._order: deque[tuple[Said, frozenset[tuple[str, ...]]]] = deque()
        self._by_run: dict[tuple[str, ...], list[Said]] = {}
        for said in earlier:
            self.like(said)

    def like(self, said: Said) -> tuple[str, ...]:
        """The texts of earlier replies to others that share words with this one; then it is put in the drawer itself."""
        runs = shingles(said.text)
        while self._order and (len(self._order) >= MOST or said.at - self._order[0][0].at > SPAN):
            self._forget()
        shared: dict[int, tuple[int, Said]] = {}
        for run in runs:
            for other in self._by_run.get(run, [])[-MOST_A_RUN:]:
                count = shared.get(id(other), (0, other))[0]
                shared[id(other)] = (count + 1, other)
        likeliest = sorted(shared.values(), key=lambda pair: -pair[0])
        found = [other.text for _, other in likeliest if not _to_the_same(said, other)][:MOST_LIKE]
        self._order.append((said, runs))
        for run in runs:
            self._by_run.setdefault(run, []).append(said)
        return tuple(found)

    def _forget(self) -> None:
        _, runs = self._order.popleft()
        for run in runs:
            same = self._by_run[run]
            same.pop(0)  # first in, first out: it stands in front everywhere
            if not same:
                del self._by_run[run]


def _to_the_same(one: Said, other: Said) -> bool:
    """Whether both answer the same person, as far as the words or the thread tell."""
    whom, whom_else = _whom(one), _whom(other)
    return bool(whom) and whom == whom_else


def _whom(said: Said) -> str:
    first = said.text.split(None, 1)[:1]
    if first and first[0].startswith("@"):
        return first[0].rstrip(",:").lower()
    return said.to or said.in_reply_to


def alike(posts: Sequence[Published], share: float) -> tuple[Published, ...]:
    """The posts that are `share` alike to an earlier one on the same network, and those earlier ones.

    Two sets that have such a part in common share at least one of their first few members in any order that holds for both.
    In the order of rarity those few hardly ever meet by chance, so that few pairs are left to be compared.
    """
    runs = [shingles(one.text) for one in posts]
    counts = Counter(run for own in runs for run in own)
    seen: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    found: set[int] = set()
    for place, (post, own) in enumerate(zip(posts, runs, strict=True)):
        few = sorted(own, key=lambda run: (counts[run], run))[: len(own) - ceil(share * len(own)) + 1]
        keys = [(post.network or "", run) for run in few if counts[run] > 1]
        near = {other for key in keys for other in seen.get(key, ())}
        twin = next((other for other in sorted(near) if overlap(own, runs[other]) >= share), None)
        if twin is not None:
            found |= {place, twin}
            continue
        for key in keys:
            seen.setdefault(key, []).append(place)
    return tuple(posts[place] for place in sorted(found))
