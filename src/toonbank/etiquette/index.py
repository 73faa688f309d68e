"""What there is to notice and to judge, written down beforehand: a check imports only the kinds and rules that it needs.

The file `index.tsv` beside this module is made by `script/index` out of the kinds and the rules. It holds a sum over their
files; where that is not the sum of the files as they are now, nobody is judged by it, and the same is found out again
in memory: slower, never different.
"""

from collections.abc import Iterator
from functools import cache
from os import path, scandir
from typing import NamedTuple
from zlib import crc32

from toonbank.etiquette.draft import Kind as DraftKind

HOME = path.dirname(__file__)
FILE = path.join(HOME, "index.tsv")
SECTION = "\n# "
_FOLDERS = ("kinds", "kinds/cues", "rules")
# What decides how a cue is looked for.
_MAKERS = ("beginnings", "literals", "plan", "planning", "tongue")
Sections = dict[str, list[str]]


class KindEntry(NamedTuple):
    """A kind, without its module being imported."""

    name: str
    module: str
    drafts: frozenset[str]
    claims: tuple[str, ...]
    is_claim: bool
    understands: bool


class RuleEntry(NamedTuple):
    """A rule and what wakes it, without its module being imported."""

    slug: str
    module: str
    applies_to: frozenset[str]
    hears: tuple[str, ...]
    needs: tuple[str, ...]
    sees: tuple[str, ...]

    @property
    def is_always_awake(self) -> bool:
        """Whether it must be asked of every draft."""
        return not (self.hears or self.needs or self.sees)


class Index:
    """All kinds, rules and cues; a cue is a line of kind, sense, opening and what to look for."""

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self.cues = sections["cues"]
        self.kinds = {entry.name: entry for entry in map(_kind, sections["kinds"])}
        self.rules = {entry.slug: entry for entry in map(_rule, sections["rules"])}

    def cues_for(self, draft: DraftKind) -> frozenset[int]:
        """The numbers of the cues of all kinds that listen to this sort of draft."""
        deaf = {name + "\t" for name, kind in self.kinds.items() if draft not in kind.drafts}
        if not deaf:
            return frozenset(range(len(self.cues)))
        prefixes = tuple(deaf)
        return frozenset(number for number, line in enumerate(self.cues) if not line.startswith(prefixes))


@cache
def index() -> Index:
    """The index of the file when it is that of the kinds and rules as they are, else one made now."""
    return Index(sections_in(FILE))


def sections_in(name: str) -> Sections:
    """What an index file says; when it is out of date or not there, the same found out now."""
    try:
        with open(name, encoding="utf-8") as file:
            sections = sections_of(file.read())
    except FileNotFoundError:
        sections = {}
    if sections.get("sum") == [str(sum_of_sources(HOME))]:
        return sections
    from toonbank.etiquette.indexing import make_sections  # only here: it imports all kinds and rules

    return make_sections()


def sections_of(text: str) -> Sections:
    """The parts of an index by their headings."""
    parts = (part.split("\n") for part in text.removesuffix("\n").split(SECTION)[1:])
    return {name: lines for name, *lines in parts}


def sum_of_sources(home: str) -> int:
    """A sum over everything that an index is made of; `home` is the folder of this module."""
    total = 0
    for name in _sources(home):
        with open(name, "rb", buffering=0) as file:
            total = crc32(file.read(), total)
    return total


def _sources(home: str) -> Iterator[str]:
    folders = [path.join(home, folder) for folder in _FOLDERS]
    folders += sorted(one.path for one in scandir(folders[-1]) if one.is_dir() and one.name[0] != "_")
    for folder in folders:
        yield from sorted(one.path for one in scandir(folder) if one.name.endswith(".py"))
    yield from (path.join(home, "..", "language", f"{name}.py") for name in _MAKERS)


def _kind(line: str) -> KindEntry:
    name, module, drafts, claims, traits = line.split("\t")
    return KindEntry(
        name, module, frozenset(_words(drafts)), _words(claims), "claim" in traits, "understands" in traits
    )


def _rule(line: str) -> RuleEntry:
    slug, module, applies_to, hears, needs, sees = line.split("\t")
    return RuleEntry(slug, module, frozenset(_words(applies_to)), _words(hears), _words(needs), _words(sees))


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split(" ")) if line else ()
