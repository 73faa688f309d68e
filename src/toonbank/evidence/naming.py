"""By which words a product is named in a post, and by which it is searched."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from toonbank.language.names import name_key

LONGEST_NAME = 6  # words; language.names reads no longer ones
LONGEST_KEY = 300
_EXTRA = re.compile(r" [-–—] |,|\(|\|")


def name_keys(title: str, others: Iterable[str] = (), *, size: str = "", color: str = "") -> dict[str, str]:
    """The keys under which a post may name a product, each with the words that it was made of.

    Its title, the title before its first extra, both without their generic first word where two words are left
    ("Muts Kleine Beer" -> "kleine beer"), and all of that without its size and colour; and so for its other names.
    """
    keys: dict[str, str] = {}
    for name in (title, *others, *_barer(title, size, color)):
        for form in dict.fromkeys((name, _EXTRA.split(name, maxsplit=1)[0])):
            _add(keys, form)
            _, _, rest = form.strip().partition(" ")
            words = name_key(rest).split()
            if len(words) > 1 and _tells_apart(words):
                _add(keys, rest)
    return keys


def _barer(title: str, size: str, color: str) -> Iterator[str]:
    """The title as customers say it: without its size, and without its size and colour."""
    for extras in ((size,), (size, color)):
        for extra in filter(None, extras):
            title = re.sub(
                rf"(?:\b(?:maat|size|mt\.?)\s*)?(?<!\w){re.escape(extra)}(?!\w)",
                " ",
                title,
                flags=re.IGNORECASE,
            )
        yield " ".join(title.split()).strip(" ,-–—|/()")


def _add(keys: dict[str, str], name: str) -> None:
    key = name_key(name)
    if 0 < len(key.split()) <= LONGEST_NAME and len(key) <= LONGEST_KEY:
        keys.setdefault(key, name.strip()[:LONGEST_KEY])


def search_words(*texts: str) -> str:
    """Small letters without accents, at most 300 characters."""
    text = " ".join(text for text in texts if text).lower()
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return text[:LONGEST_KEY]


def _tells_apart(words: list[str]) -> bool:
    """Not only short words such as "met de"."""
    return any(len(word) > 3 for word in words)
