"""What the rules rest on: law and terms in our own words, each read in a published source or remembered.

The facts stand in `laws.toml` beside this module. Nothing here is legal advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from toonbank.core.errors import BadInput
from toonbank.etiquette.rule import Rule, Words

LANGUAGES = ("nl", "en")


class Status(StrEnum):
    """How we know it."""

    READ = "read"
    REMEMBERED = "remembered"


STATUS_WORDS: dict[Status, Words] = {
    Status.READ: {"nl": "gelezen in een gepubliceerde bron", "en": "read in a published source"},
    Status.REMEMBERED: {"nl": "uit het hoofd: zoek het na", "en": "from memory: look it up"},
}


@dataclass(frozen=True)
class Law:
    """One thing that rules rest on. `but` says what the status does not cover; `rules` are slugs."""

    area: str
    ref: Words
    says: Words
    status: Status
    rules: tuple[str, ...]
    but: Words | None = None

    def known(self, lang: str) -> str:
        """The status in words: "read in a published source, but ..."."""
        words = STATUS_WORDS[self.status][lang]
        return f"{words} ({self.but[lang]})" if self.but else words


@cache
def all_laws() -> tuple[Law, ...]:
    """Every law, in the order of the file; BadInput says what is wrong with it."""
    return tuple(_law(entry, _content()["areas"]) for entry in _content()["laws"])


@cache
def areas() -> dict[str, Words]:
    """The name of every area, in the order of the file."""
    found: dict[str, Words] = _content()["areas"]
    return found


def laws_of(slug: str) -> tuple[Law, ...]:
    """What this rule rests on, what was read first; nothing when it is a matter of manners."""
    found = (law for law in all_laws() if slug in law.rules)
    return tuple(sorted(found, key=lambda law: law.status is not Status.READ))


def has_standing(rule: Rule) -> bool:
    """Whether it can be said how far the ground of this rule is known: a ground that is named has a status."""
    return rule.base is None or bool(laws_of(rule.slug))


@cache
def _content() -> dict[str, Any]:  # TOML is loose by nature
    import tomllib

    return tomllib.loads((Path(__file__).parent / "laws.toml").read_text("utf-8"))


def _law(entry: Mapping[str, Any], known_areas: Mapping[str, Words]) -> Law:
    ref: Words = entry.get("ref", {})
    says = {lang: entry.get(lang, "") for lang in LANGUAGES}
    but: Words | None = entry.get("but")
    for words in (ref, says, *([but] if but else [])):
        if not all(words.get(lang, "").strip() for lang in LANGUAGES):
            raise BadInput(f"laws.toml: words in a language are missing in {entry!r}")
    if entry.get("area") not in known_areas:
        raise BadInput(f"laws.toml: {ref['en']} is in no area we know; known are {', '.join(known_areas)}")
    if entry.get("status") not in list(Status):
        raise BadInput(f"laws.toml: {ref['en']} must be read or remembered, not {entry.get('status')!r}")
    return Law(entry["area"], ref, says, Status(entry["status"]), tuple(entry["rules"]), but)
