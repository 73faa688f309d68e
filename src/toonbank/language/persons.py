"""The names of people: which is the first name, which the last, and whether two names may be one person's."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from toonbank.language.late import late
from toonbank.language.reading import fold
from toonbank.language.wordlist import wordlist

_WORD = late(r"['’]t(?!\w)|[^\W_]+(?:['’‑-][^\W_]+)*")
_POSSESSIVE = late(r"['’]s?\Z")
PARTICLES = wordlist("van de den der ter ten het 't t in von la le du da di del el al ben v d vd vander")
FAMILY, WOMAN, MAN, ANYBODY = "family", "woman", "man", "anybody"
TITLES = {
    **dict.fromkeys(
        wordlist(
            "mevrouw mevr mw mrs ms miss juffrouw juf frau madame mejuffrouw tante aunt auntie lady buurvrouw oma zuster granny grandma nan"
        ),
        WOMAN,
    ),
    **dict.fromkeys(
        wordlist(
            "meneer mijnheer dhr heer mr mister herr monsieur oom uncle sir buurman opa meester grandpa grandad"
        ),
        MAN,
    ),
    **dict.fromkeys(
        wordlist(
            "dr dokter doctor prof professor ds dominee klant klante neighbour neighbor customer client"
        ),
        ANYBODY,
    ),
    **dict.fromkeys(wordlist("familie fam family gezin"), FAMILY),
}
_LITTLE = frozenset(("kleine", "little"))


class Name(NamedTuple):
    """A name, taken apart, in small letters without accents. What was not said is ""; `title` says what a title tells."""

    title: str = ""
    first: str = ""
    particle: str = ""
    last: str = ""


def bare(text: str) -> str:
    """Small letters without accents."""
    small = fold(text)
    if small.isascii():
        return small
    return "".join(char for char in unicodedata.normalize("NFKD", small) if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def read_name(words: str) -> Name:
    """ "Mevrouw Els van den Berg" -> woman, els, van den, berg; a lone name is a first name, after a title a last one."""
    parts = [_POSSESSIVE.sub("", part) for part in _WORD.findall(bare(words).replace("’", "'"))]
    title = ""
    if len(parts) > 1 and parts[-1] == "family":  # the Miller family
        title, parts = FAMILY, parts[parts[0] == "the" : -1]
    while len(parts) > 1 and (parts[0] in TITLES or parts[:2] == ["de", "heer"] or parts[0] in _LITTLE):
        title = TITLES.get(parts[0], title)
        parts = parts[1:]
    names = [place for place, part in enumerate(parts) if part not in PARTICLES]
    if not names:
        return Name(title, "".join(parts))
    first = parts[0] if names[0] == 0 and (len(names) > 1 or not title) else ""
    between = [place for place in range(1 if first else 0, names[-1]) if parts[place] in PARTICLES]
    if not between:
        return Name(title, first, "", parts[names[-1]] if len(names) > 1 or not first else "")
    start = next(place for place in names if place > between[0])
    particle = " ".join(parts[place] for place in between if place < start)
    return Name(title, first, particle, " ".join(parts[start:]))


def may_be_one(said: Name, known: Name) -> bool:
    """Whether what a text says may name the person known by this name.

    Who is said in full must be known in full; another last name is another person, and so is another first name.
    """
    if not said.last:
        return bool(said.first) and said.first == known.first
    if not known.last or (said.title == FAMILY) != (known.title == FAMILY):
        return False
    if said.first:
        return (
            _is_same_first(said.first, known.first)
            and _is_near(said.last, known.last)
            and _may_follow(said.particle, known.particle, is_lenient=True)
        )
    return (
        said.last == known.last
        and _may_follow(said.particle, known.particle)
        and not {_sex(said), _sex(known)} >= {WOMAN, MAN}
    )


def _is_same_first(said: str, known: str) -> bool:
    """Also its initial, "E. Visser"; but who is known as "E. Visser" may be an Els or an Erik."""
    if not known:
        return False
    return said == known or (len(said) == 1 and said == known[0])


def _is_near(said: str, known: str) -> bool:
    """The same last name, or one of the two with a partner's name behind it."""
    return said == known or said.startswith(known + "-") or known.startswith(said + "-")


def _may_follow(said: str, known: str, *, is_lenient: bool = False) -> bool:
    """ "van de", "van der" and "van den" are easily mixed up; beside a first name they are easily forgotten too."""
    if said == known or (is_lenient and not (said and known)):
        return True
    return said[:5] == known[:5] == "van d" or (said[:1] == known[:1] == "v" and is_lenient)


def _sex(name: Name) -> str:
    if name.title in (WOMAN, MAN):
        return name.title
    if not name.first:
        return ""
    from toonbank.language.givennames import MEN, WOMEN  # only who says "mevrouw" asks for them

    return WOMAN if name.first in WOMEN else MAN if name.first in MEN else ""
