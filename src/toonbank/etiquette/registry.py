"""All rules, found in their folders and looked over when they are first asked for, one by one where that will do."""

from functools import cache, lru_cache
from importlib import import_module
from os import scandir
from typing import NamedTuple

from toonbank.core.errors import BadInput
from toonbank.etiquette import rules as folder
from toonbank.etiquette.draft import Kind as DraftKind
from toonbank.etiquette.index import RuleEntry, index
from toonbank.etiquette.rule import Hearing, Rule

LANGUAGES = ("nl", "en")


@cache
def rules_by_module() -> dict[str, Rule]:
    """Every rule by its folder and file ("people.portrait_consent"), all imported."""
    rules = {name: _load(name) for name in sorted(_modules())}
    slugs = [rule.slug for rule in rules.values()]
    doubled = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if doubled:
        raise BadInput(f"two rules are called {doubled[0]}; a slug is used once")
    return rules


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by severity (gravest first) and slug."""
    return tuple(sorted(rules_by_module().values(), key=lambda rule: (-rule.severity, rule.slug)))


def rule_named(slug: str) -> Rule:
    """The rule of this slug; BadInput with the nearest one when there is none."""
    known = index().rules
    if slug in known:
        return _load(known[slug].module)
    from difflib import get_close_matches  # only here: it is slow to import

    near = get_close_matches(slug, known, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else " `toonbank rules` lists them all."
    raise BadInput(f'There is no rule "{slug}".{hint}')


def rules_for(hearing: Hearing) -> tuple[Rule, ...]:
    """The rules that something in this draft or its facts wakes, each once."""
    look = hearing.look
    draft, shown = look.draft.kind, look.reading.text
    kinds = frozenset([one.kind for one in hearing.noticed])
    seen = tuple([text for text in _listening(draft).by_text if text in shown])
    return _woken(draft, kinds, look.facts.known, seen)


@lru_cache(maxsize=1024)
def _woken(
    draft: DraftKind, kinds: frozenset[str], known: frozenset[str], seen: tuple[str, ...]
) -> tuple[Rule, ...]:
    """The rules that these kinds, facts and texts wake; the same few come together again and again."""
    listening = _listening(draft)
    awake = dict.fromkeys(listening.anyway)
    for kind in sorted(kinds):
        awake.update(dict.fromkeys(listening.by_kind.get(kind, ())))
    for field, woken in listening.by_fact.items():
        if field in known:
            awake.update(dict.fromkeys(woken))
    for text in seen:
        awake.update(dict.fromkeys(listening.by_text[text]))
    return tuple(_load(name) for name in awake)


class _Listening(NamedTuple):
    """The modules of the rules for one sort of draft, by what wakes them."""

    anyway: list[str]
    by_kind: dict[str, list[str]]
    by_fact: dict[str, list[str]]
    by_text: dict[str, list[str]]


@cache
def _listening(draft: DraftKind) -> _Listening:
    entries = [entry for entry in index().rules.values() if draft in entry.applies_to]
    anyway = [entry.module for entry in entries if entry.is_always_awake]
    return _Listening(anyway, _by(entries, "hears"), _by(entries, "needs"), _by(entries, "sees"))


def _by(entries: list[RuleEntry], field: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        for name in getattr(entry, field):
            found.setdefault(name, []).append(entry.module)
    return found


def _modules() -> list[str]:
    return [
        f"{group.name}.{one.name.removesuffix('.py')}"
        for root in folder.__path__
        for group in scandir(root)
        if group.is_dir() and not group.name.startswith("_")
        for one in scandir(group.path)
        if one.name.endswith(".py") and not one.name.startswith("_")
    ]


@cache
def _load(name: str) -> Rule:
    rule = getattr(import_module(f"{folder.__name__}.{name}"), "RULE", None)
    if not isinstance(rule, Rule):
        raise BadInput(f"{name} holds no RULE")
    for complaint in complaints(rule, name.rpartition(".")[2]):
        raise BadInput(f"{name}: {complaint}")
    return rule


def complaints(rule: Rule, file_name: str) -> list[str]:
    """What is missing in a rule; none when it is fit to be shown and used."""
    found = []
    if file_name != rule.slug.replace("-", "_"):
        found.append(f"the file of {rule.slug} is called {file_name}")
    for part in ("title", "why", "fix"):
        found += [
            f"{part} is missing in {lang}"
            for lang in LANGUAGES
            if not getattr(rule, part).get(lang, "").strip()
        ]
    for side in ("wrong", "right"):
        shown = {example.lang for example in getattr(rule, side)}
        found += [f"no example of {side} in {lang}" for lang in LANGUAGES if lang not in shown]
    if not rule.source:
        found.append("it names no source")
    return found
