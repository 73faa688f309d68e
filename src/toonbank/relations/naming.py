"""By which words of a text somebody may be meant."""

import re
import unicodedata

from toonbank.language.names import name_key

# What stands before a name, in the form that `name_key` gives it.
_TITLES = frozenset(
    name_key("mevrouw meneer mevr mw dhr heer mrs mr ms miss juffrouw de het van der den ten ter").split()
)
_SEAM = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_TELLING = re.compile(r"(?<![\w@.-])(?=[\w.-]*[\d_.-]\w)[^\W\d_][\w.-]*")
_HANDLE = re.compile(r"@[\w.\-]+(?:@[\w.\-]+)?")

# Signs that turn the direction of what follows, beyond the name too.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def as_shown(name: str) -> str:
    """A name as a stranger gave it, on one line, without what cannot be seen and would change what stands around it."""
    if name.isprintable():
        return name
    shown = (
        " " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one for one in name if one not in _TURNS
    )
    return " ".join("".join(shown).split())


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
