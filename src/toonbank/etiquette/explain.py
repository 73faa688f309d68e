"""A rule in words: what it is, why, what is wrong and right and in which situation, and what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.house_measures import KEYS, MEASURES, Measure
from toonbank.etiquette.laws import Law, laws_of
from toonbank.etiquette.rule import Example, Rule, Words
from toonbank.etiquette.situations import situation_in_words

SEVERITIES = {
    Severity.BLOCK: {"nl": "blokkade: gaat zo niet de deur uit", "en": "block: does not leave like this"},
    Severity.WARN: {
        "nl": "waarschuwing: iemand bevestigt met een reden",
        "en": "warning: a person confirms with a reason",
    },
    Severity.ADVISE: {"nl": "advies: houdt niets tegen", "en": "advice: stops nothing"},
}
HEADS: dict[str, Words] = {
    "why": {"nl": "Waarom", "en": "Why"},
    "fix": {"nl": "Wat te doen", "en": "What to do"},
    "wrong": {"nl": "Fout", "en": "Wrong"},
    "right": {"nl": "Goed", "en": "Right"},
    "base": {"nl": "Grond", "en": "Ground"},
    "laws": {"nl": "Waar het op rust", "en": "What it rests on"},
    "measures": {"nl": "Wat de winkel zelf instelt", "en": "What the shop sets itself"},
    "misses": {"nl": "Wordt gemist", "en": "Known misses"},
    "source": {"nl": "Bron", "en": "Source"},
    "about": {"nl": "Gaat over", "en": "About"},
}
MANNERS = {
    "nl": "Geen wet die wij kennen: dit is fatsoen.",
    "en": "No law that we know of: these are manners.",
}
NO_ADVICE = {"nl": "Dit is geen juridisch advies.", "en": "This is no legal advice."}
THE_LAW = {"nl": "De wet legt dit vast.", "en": "The law fixes this."}
NOTHING = {"nl": "(niets)", "en": "(nothing)"}
DRAFTS: dict[str, Words] = {
    "post": {"nl": "berichten", "en": "posts"},
    "reply": {"nl": "antwoorden", "en": "replies"},
    "repost": {"nl": "doorgeplaatste berichten", "en": "reposts"},
    "goal": {"nl": "doelen", "en": "goals"},
    "moderation": {"nl": "wat je met berichten van anderen doet", "en": "what you do with others’ messages"},
    "account": {"nl": "een heel account", "en": "a whole account"},
}


@dataclass(frozen=True)
class Shown:
    """An example as a page shows it, with its situation in words ("" when only the words matter)."""

    text: str
    situation: str
    lang: str


@dataclass(frozen=True)
class Told:
    """A measure that the rule uses, with the value that we propose."""

    name: str
    words: str
    value: str
    is_law: bool


@dataclass(frozen=True)
class Page:
    """All that there is to say about a rule, in one language; every face shows the same."""

    slug: str
    lang: str
    title: str
    severity: str
    means: str
    about: str
    why: str
    fix: str
    wrong: tuple[Shown, ...]
    right: tuple[Shown, ...]
    laws: tuple[Law, ...]
    measures: tuple[Told, ...]
    misses: str
    source: tuple[str, ...]

    @property
    def heads(self) -> dict[str, str]:
        """The headings in the language of the page."""
        return {name: words[self.lang] for name, words in HEADS.items()}

    @property
    def grounds(self) -> list[tuple[str, str, str, str]]:
        """For every law: its name, what it says, "read" or "remembered", and that in words."""
        lang = self.lang
        return [(law.ref[lang], law.says[lang], law.status.value, law.known(lang)) for law in self.laws]

    @property
    def manners(self) -> str:
        """What to say where there is no law, "" where there is one."""
        return "" if self.laws else MANNERS[self.lang]

    @property
    def is_set_by_law(self) -> bool:
        """Whether one of its thresholds is the law's."""
        return any(one.is_law for one in self.measures)

    @property
    def the_law(self) -> str:
        """That such a threshold is to be left as it is."""
        return THE_LAW[self.lang]

    @property
    def no_advice(self) -> str:
        """That this is no legal advice."""
        return NO_ADVICE[self.lang]


def page_of(rule: Rule, lang: str) -> Page:
    """The page of a rule, with the examples of one language."""
    return Page(
        slug=rule.slug,
        lang=lang,
        title=rule.title[lang],
        severity=rule.severity.word,
        means=SEVERITIES[rule.severity][lang],
        about=", ".join(DRAFTS[kind][lang] for kind in rule.applies_to),
        why=rule.why[lang],
        fix=rule.fix[lang],
        wrong=tuple(_shown(one, lang) for one in rule.wrong if one.lang == lang),
        right=tuple(_shown(one, lang) for one in rule.right if one.lang == lang),
        laws=laws_of(rule.slug),
        measures=tuple(_told(one, lang) for one in MEASURES.values() if rule.slug in one.rules),
        misses=rule.misses[lang] if rule.misses else "",
        source=rule.source,
    )


def _shown(example: Example, lang: str) -> Shown:
    return Shown(example.text or NOTHING[lang], situation_in_words(example, lang), example.lang)


def _told(measure: Measure, lang: str) -> Told:
    by_key = [
        (KEYS.get(key, {}).get(lang, key), measure.said(measure.default(key), lang)) for key in measure.keys
    ]
    value = ", ".join(f"{name} {said}".strip() for name, said in by_key)
    return Told(measure.name, measure.words[lang], value, measure.fixed_by == "law")


def listed(rules: Sequence[Rule], lang: str) -> str:
    """One line a rule: severity, slug, title."""
    width = max(len(rule.slug) for rule in rules)
    return "\n".join(f"{rule.severity.word:<6}  {rule.slug:<{width}}  {rule.title[lang]}" for rule in rules)


def explained(rule: Rule, lang: str) -> str:
    """One rule on a page of plain text, with its examples in both languages, those of the reader first."""
    page = page_of(rule, lang)
    lines = [
        f"{page.slug}: {page.title}",
        page.means,
        "",
        _line("about", page.about, lang),
        _line("why", page.why, lang),
        _line("fix", page.fix, lang),
        "",
        _line("wrong", "", lang),
        *_examples(rule.wrong, lang),
        "",
        _line("right", "", lang),
        *_examples(rule.right, lang),
        "",
    ]
    if page.misses:
        lines.append(_line("misses", page.misses, lang))
    lines += [*_grounds(rule, page), *_measures(page), _line("source", ", ".join(page.source), lang)]
    return "\n".join([*lines, page.no_advice])


def explained_in_markdown(rule: Rule, lang: str) -> str:
    """The same in Markdown, short: for who meets a finding in an editor or at a code host."""
    page = page_of(rule, lang)
    heads = page.heads
    parts = [f"**{page.title}** ({page.means})", page.why, f"**{heads['fix']}**: {page.fix}"]
    for side, examples in (("wrong", page.wrong), ("right", page.right)):
        lines = [f"- {one.text}" + (f" *[{one.situation}]*" if one.situation else "") for one in examples]
        parts.append("\n".join([f"**{heads[side]}**", "", *lines]))
    grounds = [f"- {ref}: {says} ({known})" for ref, says, _, known in page.grounds] or [page.manners]
    parts.append("\n".join([f"**{heads['laws']}**", "", *grounds]))
    return "\n\n".join([*parts, page.no_advice])


def _line(head: str, words: str, lang: str) -> str:
    return f"{HEADS[head][lang]}: {words}".rstrip()


def _examples(examples: Sequence[Example], lang: str) -> list[str]:
    ordered = sorted(examples, key=lambda example: example.lang != lang)
    shown = [_shown(example, example.lang) for example in ordered]
    return [f"  {one.text}" + (f"  [{one.situation}]" if one.situation else "") for one in shown]


def _grounds(rule: Rule, page: Page) -> list[str]:
    lines = [_line("base", base, page.lang)] if (base := rule.base_in(page.lang)) else []
    lines.append(_line("laws", page.manners, page.lang))
    for ref, says, _, known in page.grounds:
        lines += [f"  {ref}", f"    {says}", f"    {known}"]
    return lines


def _measures(page: Page) -> list[str]:
    if not page.measures:
        return []
    shown = [
        f"  {one.words}: {one.value} ({one.name})" + (f" {THE_LAW[page.lang]}" if one.is_law else "")
        for one in page.measures
    ]
    return [_line("measures", "", page.lang), *shown]
