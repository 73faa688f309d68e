"""Prints the site: every rule in both languages, the house rules, the law, and the pages on using Toonbank."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine

from press.house_rules import house_rules
from press.manuals import Manual, manuals
from press.words import LANGUAGES, texts
from toonbank.core.errors import BadInput
from toonbank.etiquette.explain import Page, page_of
from toonbank.etiquette.groups import GROUPS, group_of
from toonbank.etiquette.laws import all_laws, areas, has_standing, laws_of
from toonbank.etiquette.registry import all_rules, complaints
from toonbank.etiquette.rule import Rule

HERE = Path(__file__).parent
DESK = HERE.parents[1] / "src" / "toonbank"
LOOKS = (
    DESK / "web/static/toonbank/desk.css",
    DESK / "web/static/toonbank/sign.svg",
    DESK / "posts/static/posts/rule.css",
    HERE / "press.css",
)
STAFF, LAW = "house-rules.html", "law.html"


@dataclass(frozen=True)
class Sheet:
    """One printed page: where it goes, which template, and what stands on it."""

    name: str
    template: str
    lang: str
    content: dict[str, Any]  # what a template gets

    @property
    def up(self) -> str:
        """From this page to the top of the site."""
        return "../" * self.name.count("/")


def print_site(folder: Path, rules: Sequence[Rule] | None = None) -> list[Path]:
    """Write all pages into a folder, which is made anew; BadInput names a rule that is not fit to be printed."""
    rules = all_rules() if rules is None else rules
    for rule in rules:
        look_over(rule)
    engine = _engine()
    if folder.exists():
        shutil.rmtree(folder)
    made = [_print(sheet, engine, folder) for sheet in sheets(rules)]
    for look in LOOKS:
        shutil.copy(look, folder / look.name)
    return made


def look_over(rule: Rule) -> None:
    """BadInput when a rule has no why, no way out, no examples, no source, or no status for its ground."""
    wrong = complaints(rule, rule.slug.replace("-", "_"))
    if not has_standing(rule):
        wrong.append("its ground has no status: say in laws.toml whether it was read or is remembered")
    if wrong:
        raise BadInput(f"{rule.slug} cannot be printed: {'; '.join(wrong)}")


def sheets(rules: Sequence[Rule]) -> Iterable[Sheet]:
    """Every page of the site."""
    yield Sheet("index.html", "front.html", "en", {"languages": LANGUAGES})
    for lang in LANGUAGES:
        pages = {rule.slug: page_of(rule, lang) for rule in rules}
        shelves = _shelves(pages, lang)
        yield Sheet(f"{lang}/index.html", "rules.html", lang, {"shelves": shelves, "count": len(pages)})
        yield Sheet(f"{lang}/{STAFF}", "staff.html", lang, {"groups": _staff(rules, lang)})
        yield Sheet(
            f"{lang}/{LAW}", "law.html", lang, {"areas": _areas(pages, lang), "manners": _manners(pages)}
        )
        for name, shelf in shelves:
            for page in shelf:
                content = {"rule": page, "group": name, "shelf": shelf}
                yield Sheet(f"{lang}/rules/{page.slug}.html", "rule.html", lang, content)
    shown = manuals()
    for manual in shown:
        yield Sheet(manual.name, "manual.html", "en", {"manual": manual, "manuals": _contents(shown)})


def _shelves(pages: dict[str, Page], lang: str) -> list[tuple[str, list[Page]]]:
    """The rules by group, the gravest first."""
    found = [
        (GROUPS[group][lang], [page for page in pages.values() if group_of(page.slug) == group])
        for group in GROUPS
    ]
    return [(name, shelf) for name, shelf in found if shelf]


def _staff(rules: Sequence[Rule], lang: str) -> list[tuple[str, list[str]]]:
    return [
        (GROUPS[group][lang], [one.words[lang] for one in sentences])
        for group, sentences in house_rules(rules).items()
    ]


def _areas(pages: dict[str, Page], lang: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """The laws by area, each with the pages of the rules that rest on it."""
    shown: dict[str, list[dict[str, Any]]] = {name: [] for name in areas()}
    for law in all_laws():
        shown[law.area].append(
            {
                "ref": law.ref[lang],
                "says": law.says[lang],
                "status": law.status.value,
                "but": law.but[lang] if law.but else "",
                "rules": [pages[slug] for slug in law.rules if slug in pages],
            }
        )
    return [(areas()[name][lang], laws) for name, laws in shown.items() if laws]


def _manners(pages: dict[str, Page]) -> list[Page]:
    return [page for page in pages.values() if not laws_of(page.slug)]


def _contents(shown: Sequence[Manual]) -> list[Manual]:
    return [manual for manual in shown if manual.source.name != "README.md"]


def _engine() -> Engine:
    if not settings.configured:
        settings.configure(USE_I18N=False)
    return Engine(
        dirs=[str(HERE / "templates"), str(DESK / "posts/templates")],
        libraries={"heroicons": "heroicons.templatetags.heroicons"},
        builtins=["heroicons.templatetags.heroicons"],
    )


def _print(sheet: Sheet, engine: Engine, folder: Path) -> Path:
    path = folder / sheet.name
    path.parent.mkdir(parents=True, exist_ok=True)
    other = next(lang for lang in LANGUAGES if lang != sheet.lang)
    context = {
        **sheet.content,
        "t": texts(sheet.lang),
        "lang": sheet.lang,
        "up": sheet.up,
        "here": sheet.name,
        "other": other,
        "other_name": LANGUAGES[other],
        "twin": f"{other}/{sheet.name.partition('/')[2]}" if sheet.name.startswith(f"{sheet.lang}/") else "",
        "staff": f"{sheet.lang}/{STAFF}",
        "law": f"{sheet.lang}/{LAW}",
    }
    path.write_text(engine.get_template(sheet.template).render(Context(context)), encoding="utf-8")
    return path
