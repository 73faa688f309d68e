"""The products of a shop, found by the words of their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from toonbank.etiquette.spellings import Spellings
from toonbank.language.goods import in_both_languages
from toonbank.language.names import name_key

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product

MIN_LETTERS = 4  # a shorter single word names no product by itself


@dataclass(frozen=True)
class Shelf:
    """The products, found by the words of their names in any order and number ("Saar teapots", "theepot Saar")."""

    products: Sequence[Product]
    by_word: dict[str, frozenset[int]] = field(default_factory=dict)
    name_words: dict[int, tuple[frozenset[str], ...]] = field(default_factory=dict)
    spellings: Spellings = field(default_factory=lambda: Spellings(()))

    @cached_property
    def kin(self) -> frozenset[str]:
        """The words of all names, and of the same sorts of goods in the other language."""
        return in_both_languages(self.by_word)

    def meant_in(self, tokens: Sequence[str]) -> tuple[int, ...]:
        """The products that these words of a text name best, also small, joined, split or with one slip."""
        return self.named_in(_stems_of(tokens) | self.spellings.added(tokens))

    def named_in(self, words: frozenset[str]) -> tuple[int, ...]:
        """The products that these words name best: none, one, or several that cannot be told apart."""
        known = self.by_word.keys() & words
        near = {place for word in known for place in self.by_word[word]}
        best, longest = [], 0
        for place in sorted(near):
            length = max((len(name) for name in self.name_words[place] if name <= words), default=0)
            if length > longest:
                best, longest = [place], length
            elif length and length == longest:
                best.append(place)
        return tuple(best) or self._named_in_part(known)

    def _named_in_part(self, words: set[str]) -> tuple[int, ...]:
        """Products of whose names only a telling word stands in the sentence."""
        hits: dict[int, int] = {}
        for word in words:
            for place in self.by_word[word] if len(word) >= MIN_LETTERS else ():
                hits[place] = hits.get(place, 0) + 1
        most = max(hits.values(), default=0)
        return tuple(sorted(place for place, count in hits.items() if count == most))


_last: tuple[Sequence[Product], Shelf] | None = None


@lru_cache(maxsize=32768)
def words_of(name: str) -> frozenset[str]:
    """The words of a product's name, without their endings."""
    return frozenset(name_key(name).split())


def shelf_of(products: Sequence[Product]) -> Shelf:
    """The shelf of these products; the last one is kept, as one shop checks many drafts."""
    global _last  # noqa: PLW0603 - one remembered index, safe to lose or to build twice
    if _last is not None and _last[0] is products:
        return _last[1]
    by_word: dict[str, set[int]] = {}
    name_words: dict[int, tuple[frozenset[str], ...]] = {}
    for place, product in enumerate(products):
        names = [words for name in product.names if (words := words_of(name))]
        name_words[place] = tuple(names)
        for name in names:
            for word in name:
                by_word.setdefault(word, set()).add(place)
    shelf = Shelf(
        products,
        {word: frozenset(places) for word, places in by_word.items()},
        name_words,
        Spellings(name for product in products for name in product.names),
    )
    _last = (products, shelf)
    return shelf


def _stems_of(tokens: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*map(words_of, tokens))
