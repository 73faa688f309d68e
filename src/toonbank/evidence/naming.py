"""By which words a product is named in a post, and by which it is searched."""

import re
import unicodedata
from collections.abc import Iterable

from toonbank.language.names import name_key

LONGEST_NAME = 6  # words; language.names reads no longer ones
LONGEST_KEY = 300
_EXTRA = re.compile(r" [-–—] |,|\(|\|")


def name_keys(title: str, others: Iterable[str] = ()) -> set[str]:
    """The keys under which a post may name a product: its title, the title before its first extra, and both without
    their generic first word where two words are left ("Muts Kleine Beer" -> "kleine beer"); and so for other names.
    """
    keys: set[str] = set()
    for name in (title, *others):
        for form in {name, _EXTRA.split(name, maxsplit=1)[0]}:
            words = name_key(form).split()
            if 0 < len(words) <= LONGEST_NAME:
                keys.add(" ".join(words)[:LONGEST_KEY])
            if 2 < len(words) <= LONGEST_NAME + 1 and _tells_apart(words[1:]):
                keys.add(" ".join(words[1:])[:LONGEST_KEY])
    return keys


def search_words(*texts: str) -> str:
    """Small letters without accents, at most 300 characters."""
    text = " ".join(text for text in texts if text).lower()
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return text[:LONGEST_KEY]


def _tells_apart(words: list[str]) -> bool:
    """Not only short words such as "met de"."""
    return any(len(word) > 3 for word in words)
