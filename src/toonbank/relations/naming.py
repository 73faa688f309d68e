"""By which words of a text somebody may be meant."""

import re

from toonbank.language.names import name_key

# What stands before a name, in the form that `name_key` gives it.
_TITLES = frozenset(
    name_key("mevrouw meneer mevr mw dhr heer mrs mr ms miss juffrouw de het van der den ten ter").split()
)
_SEAM = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_TELLING = re.compile(r"(?<![\w@.-])(?=[\w.-]*[\d_.-]\w)[^\W\d_][\w.-]*")
_HANDLE = re.compile(r"@[\w.\-]+(?:@[\w.\-]+)?")


def name_words(name: str) -> list[str]:
    """The words of a name that tell people apart: "Mevrouw De Wit" -> ["wit"]."""
    words = name_key(name).split()
    return [word for word in words if word not in _TITLES] or words


def handles_in(text: str) -> set[str]:
    """The accounts that a text tags, as `plain_handle` writes them."""
    return {plain_handle(found) for found in _HANDLE.findall(text)}


def words_in(text: str) -> set[str]:
    """The words of a text that may be of a name, those of "#MirjamBakker" too."""
    return set(name_words(_SEAM.sub(" ", text) if "#" in text else text))


def accounts_in(text: str) -> set[str]:
    """The accounts that a text tags or writes without their "@", where nothing but an account is written like that: jan_de_w."""
    return handles_in(text) | {plain_handle(found) for found in _TELLING.findall(text)}


def plain_handle(handle: str) -> str:
    """ "@Jan_de_W." -> "jan_de_w"."""
    return handle.strip().lstrip("@").rstrip(".").casefold()
