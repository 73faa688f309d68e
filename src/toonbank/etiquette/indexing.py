"""Makes the index: run by `script/index`, and by a check that finds the index out of date."""

import sys

from toonbank.core.errors import BadInput
from toonbank.etiquette.index import FILE, HOME, SECTION, Sections, sections_of, sum_of_sources
from toonbank.etiquette.kinds import kinds_by_module
from toonbank.etiquette.kinds.base import Kind
from toonbank.etiquette.kinds.slots import pattern, read_line
from toonbank.etiquette.registry import rules_by_module
from toonbank.etiquette.rule import Rule
from toonbank.language.planning import plan_lines

HEADING = "Made by script/index out of the kinds and the rules. Do not edit; after a change of those, run script/index."


def make_sections() -> Sections:
    """All that there is to notice and to judge, as the lines of an index."""
    kinds = kinds_by_module()
    names = [kind.name for kind in kinds.values()]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise BadInput(f"two kinds are called {doubled[0]}; a name is used once")
    lines = [
        (kind.name, sense, read_line(written)) for kind in kinds.values() for sense, written in kind.cues
    ]
    sections = {
        "sum": [str(sum_of_sources(HOME))],
        "kinds": [_kind_line(*one) for one in kinds.items()],
        "rules": [_rule_line(*one) for one in rules_by_module().items()],
        "cues": [_line(name, sense, line.opening or "", line.rest) for name, sense, line in lines],
    }
    return sections | plan_lines((line.rest for _, _, line in lines), pattern)


def index_text() -> str:
    """The whole file."""
    parts = ["\n".join([name, *lines]) for name, lines in make_sections().items()]
    return HEADING + "".join(SECTION + part for part in parts) + "\n"


def is_up_to_date() -> bool:
    """Whether the file says what would be found now."""
    try:
        with open(FILE, encoding="utf-8") as file:
            return sections_of(file.read()) == make_sections()
    except FileNotFoundError:
        return False


def _kind_line(module: str, kind: Kind) -> str:
    traits = "claim" * kind.is_claim, "understands" * (kind.understand is not None)
    return _line(kind.name, module, *map(" ".join, (kind.drafts, kind.claims, filter(None, traits))))


def _rule_line(module: str, rule: Rule) -> str:
    wakes = sorted(rule.hears or ()), rule.needs, rule.sees
    return _line(rule.slug, module, *map(" ".join, (rule.applies_to, *wakes)))


def _line(*fields: str) -> str:
    for field in fields:
        if "\t" in field or "\n" in field:
            raise BadInput(f"{field!r} has a tab or a new line in it; write \\t or \\s")
    return "\t".join(fields)


if __name__ == "__main__":
    with open(FILE, "w", encoding="utf-8", newline="\n") as file:
        file.write(index_text())
    sys.stdout.write(f"{FILE}: written\n")
