"""What may be alike: earlier replies that share words in a row with a reply, posts that may repeat each other.

Only finds what is worth comparing; whether it is too much alike is for the rules to say.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import timedelta

from toonbank.etiquette.background import Published
from toonbank.language.likeness import repeats, shingles
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
    """The posts that are `share` alike to an earlier one on the same network, and those earlier ones."""
    found: set[int] = set()
    for network in dict.fromkeys(one.network for one in posts):
        places = [place for place, one in enumerate(posts) if one.network == network]
        for pair in repeats([shingles(posts[place].text) for place in places], share):
            found.update(places[one] for one in pair)
    return tuple(posts[place] for place in sorted(found))
