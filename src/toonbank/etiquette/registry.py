"""All rules, found in their folders and looked over once, when somebody first asks."""

from functools import cache
from importlib import import_module
from os import scandir

from toonbank.core.errors import BadInput
from toonbank.etiquette import rules as folder
from toonbank.etiquette.rule import Rule

LANGUAGES = ("nl", "en")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by severity (gravest first) and slug."""
    rules = [_load(name) for name in sorted(_modules())]
    slugs = [rule.slug for rule in rules]
    doubled = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if doubled:
        raise BadInput(f"two rules are called {doubled[0]}; a slug is used once")
    return tuple(sorted(rules, key=lambda rule: (-rule.severity, rule.slug)))


def rule_named(slug: str) -> Rule:
    """The rule of this slug; BadInput with the nearest one when there is none."""
    for rule in all_rules():
        if rule.slug == slug:
            return rule
    from difflib import get_close_matches  # only here: it is slow to import

    near = get_close_matches(slug, [rule.slug for rule in all_rules()], n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else " `toonbank rules` lists them all."
    raise BadInput(f'There is no rule "{slug}".{hint}')


def _modules() -> list[str]:
    return [
        f"{folder.__name__}.{group.name}.{one.name.removesuffix('.py')}"
        for root in folder.__path__
        for group in scandir(root)
        if group.is_dir() and not group.name.startswith("_")
        for one in scandir(group.path)
        if one.name.endswith(".py") and not one.name.startswith("_")
    ]


def _load(name: str) -> Rule:
    rule = getattr(import_module(name), "RULE", None)
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
