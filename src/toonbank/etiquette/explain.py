"""A rule in words: what it is, why, where it comes from, and what is wrong and right."""

from collections.abc import Sequence

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Rule

SEVERITIES = {
    Severity.BLOCK: {"nl": "blokkade: gaat zo niet de deur uit", "en": "block: does not leave like this"},
    Severity.WARN: {
        "nl": "waarschuwing: iemand bevestigt met een reden",
        "en": "warning: a person confirms with a reason",
    },
    Severity.ADVISE: {"nl": "advies: houdt niets tegen", "en": "advice: stops nothing"},
}
HEADS = {
    "nl": ("Waarom", "Wat te doen", "Fout", "Goed", "Grond", "Bron", "Wordt gemist"),
    "en": ("Why", "What to do", "Wrong", "Right", "Ground", "Source", "Known misses"),
}


def listed(rules: Sequence[Rule], lang: str) -> str:
    """One line a rule: severity, slug, title."""
    width = max(len(rule.slug) for rule in rules)
    return "\n".join(f"{rule.severity.word:<6}  {rule.slug:<{width}}  {rule.title[lang]}" for rule in rules)


def explained(rule: Rule, lang: str) -> str:
    """One rule on a page, with its examples in both languages, those of the reader first."""
    why, fix, wrong, right, ground, source, misses = HEADS[lang]
    lines = [
        f"{rule.slug}: {rule.title[lang]}",
        SEVERITIES[rule.severity][lang],
        "",
        f"{why}: {rule.why[lang]}",
    ]
    lines += [
        f"{fix}: {rule.fix[lang]}",
        "",
        f"{wrong}:",
        *_shown(rule.wrong, lang),
        "",
        f"{right}:",
        *_shown(rule.right, lang),
        "",
    ]
    if rule.misses:
        lines.append(f"{misses}: {rule.misses[lang]}")
    if rule.base:
        lines.append(f"{ground}: {rule.base}")
    return "\n".join([*lines, f"{source}: {', '.join(rule.source)}"])


def _shown(examples: Sequence[Example], lang: str) -> list[str]:
    ordered = sorted(examples, key=lambda example: example.lang != lang)
    return [
        f"  {example.text}" + (f"  [{said}]" if (said := situation(example)) else "") for example in ordered
    ]


def situation(example: Example) -> str:
    """The facts of an example in few words: stock 41, price 59, ..."""
    facts = example.facts or {}
    pieces: list[str] = []
    for name in ("products", "campaigns", "attestations", "people", "proofs"):
        for one in facts.get(name, ()):
            pieces += [
                f"{key} {_brief(value)}"
                for key, value in one.items()
                if key not in ("ref", "names", "stock_at")
            ]
    for name in ("reviews", "counts", "approval"):
        pieces += [f"{key} {_brief(value)}" for key, value in facts.get(name, {}).items()]
    return ", ".join(pieces)


def _brief(value: object) -> str:
    if isinstance(value, list):
        return " > ".join(
            str(one["price"]) if isinstance(one, dict) and "price" in one else str(one) for one in value
        )
    if isinstance(value, dict):
        return " ".join(f"{key} {inner}" for key, inner in value.items())
    return str(value)
