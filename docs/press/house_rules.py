"""The sentences of the list for who works in the shop."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toonbank.etiquette.groups import GROUPS, group_of
from toonbank.etiquette.rule import Rule

FILE = Path(__file__).parent / "house_rules.toml"


@dataclass(frozen=True)
class Sentence:
    """One house rule, and the rules that it stands for."""

    words: dict[str, str]
    rules: tuple[str, ...]


def house_rules(rules: Sequence[Rule]) -> dict[str, list[Sentence]]:
    """By group, the sentences for all these rules; a rule without a sentence speaks for itself."""
    content = tomllib.loads(FILE.read_text("utf-8"))
    found = {group: [_sentence(entry) for entry in content.get(group, ())] for group in GROUPS}
    covered = {slug for sentences in found.values() for one in sentences for slug in one.rules}
    for rule in rules:
        if rule.slug not in covered:
            found[group_of(rule.slug)].append(_own(rule))
    return {group: sentences for group, sentences in found.items() if sentences}


def _sentence(entry: dict[str, object]) -> Sentence:
    rules = entry["rules"]
    if not isinstance(rules, list):
        raise TypeError(f"{FILE.name}: rules must be a list, not {rules!r}")
    return Sentence({lang: str(entry[lang]) for lang in ("nl", "en")}, tuple(rules))


def _own(rule: Rule) -> Sentence:
    return Sentence({lang: f"{rule.why[lang]} {rule.fix[lang]}" for lang in ("nl", "en")}, (rule.slug,))
