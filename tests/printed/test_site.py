"""The printed site: complete, in two languages, on its own feet, and never without a why."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from press.house_rules import house_rules
from press.printing import look_over, print_site
from toonbank.core.errors import BadInput
from toonbank.etiquette.laws import all_laws, laws_of
from toonbank.etiquette.registry import all_rules, rule_named
from toonbank.etiquette.situations import situation_in_words

LANGUAGES = ("nl", "en")
MEANS_OF_TRANSPORT = {"src", "href", "srcset", "action", "data", "poster"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, printed once."""
    folder = tmp_path_factory.mktemp("printed") / "site"
    print_site(folder)
    return folder


class Links(HTMLParser):
    """Where a page leads, what can be pointed at in it, and what it says of itself."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: set[str] = set()
        self.tags: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.places.add(value)
            if name in MEANS_OF_TRANSPORT and value:
                self.targets.append(value)


def said(path: Path) -> str:
    """The words of a page, as they are read."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", path.read_text("utf-8"))).split())


def test_every_rule_has_its_page_in_both_languages(site):
    for lang in LANGUAGES:
        for rule in all_rules():
            page = said(site / lang / "rules" / f"{rule.slug}.html")
            told = [rule.title[lang], rule.why[lang], rule.fix[lang], *rule.source]
            for example in (*rule.wrong, *rule.right):
                if example.lang == lang:
                    told += [example.text, situation_in_words(example, lang)]
            for law in laws_of(rule.slug):
                told += [law.ref[lang], law.says[lang], law.known(lang)]
            told += [rule.misses[lang]] if rule.misses else []
            assert [words for words in told if " ".join(words.split()) not in page] == [], rule.slug


def test_the_index_names_every_rule_once_in_its_group(site):
    for lang in LANGUAGES:
        links = Links(site / lang / "index.html").targets
        for rule in all_rules():
            assert links.count(f"rules/{rule.slug}.html") == 1


def test_the_page_of_law_holds_every_law_with_its_status(site):
    for lang, read, remembered in (("nl", "gelezen", "uit het hoofd"), ("en", "read", "from memory")):
        page = said(site / lang / "law.html")
        for law in all_laws():
            status = read if law.status == "read" else remembered
            assert f"{status} {law.ref[lang]} {law.says[lang]}" in page


def test_the_list_to_pin_up_covers_every_rule_in_both_languages(site):
    sentences = [one for group in house_rules(all_rules()).values() for one in group]
    covered = [slug for one in sentences for slug in one.rules]
    assert sorted(covered) == sorted(rule.slug for rule in all_rules())
    for lang in LANGUAGES:
        page = said(site / lang / "house-rules.html")
        assert [one.words[lang] for one in sentences if one.words[lang] not in page] == []


def test_a_new_rule_speaks_for_itself_on_the_list():
    new = replace(rule_named("shouting"), slug="shouting")
    assert any(new.slug in one.rules for group in house_rules([new]).values() for one in group)
    unknown = [rule for rule in all_rules() if rule.slug == "no-solution"]
    words = [one.words["nl"] for group in house_rules(unknown).values() for one in group]
    assert any("wie het doet en wanneer" in one for one in words)


def test_both_languages_have_the_same_pages_and_lead_to_each_other(site):
    names = {
        lang: {str(path.relative_to(site / lang)) for path in (site / lang).rglob("*.html")}
        for lang in LANGUAGES
    }
    assert names["nl"] == names["en"]
    for lang, other in (LANGUAGES, LANGUAGES[::-1]):
        for name in names[lang]:
            path = site / lang / name
            twin = site / other / name
            reached = {(path.parent / target).resolve() for target in Links(path).targets}
            assert twin.resolve() in reached, name


def test_every_link_leads_somewhere_inside_the_site(site):
    dead = []
    for path in site.rglob("*.html"):
        for target in Links(path).targets:
            name, _, place = target.partition("#")
            goal = (path.parent / name).resolve() if name else path
            if not goal.is_relative_to(site.resolve()) and name:
                dead.append(f"{path.name}: {target} is outside")
            elif not goal.is_file():
                dead.append(f"{path.name}: {target} is not there")
            elif place and place not in Links(goal).places:
                dead.append(f"{path.name}: {target} has no such place")
    assert dead == []


def test_no_page_runs_a_script_or_fetches_from_afar(site):
    for path in site.rglob("*"):
        if path.suffix == ".html":
            links = Links(path)
            assert not {"script", "iframe", "object", "img"} & set(links.tags), path.name
            assert [one for one in links.targets if re.match(r"[a-z]+:|//", one)] == [], path.name
            assert not re.search(r"<[^>]*\s(?:style|on[a-z]+)\s*=", path.read_text("utf-8")), path.name
        elif path.suffix == ".css":
            assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", path.read_text("utf-8")), path.name


def test_every_page_has_a_title_of_its_own_and_says_its_language(site):
    titles: dict[tuple[str, str], list[str]] = {}
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        lang = re.search(r'<html lang="(nl|en)">', text)
        title = re.search(r"<title>([^<]+) – Toonbank</title>", text)
        assert lang, path
        assert title, path
        assert len(re.findall(r"<h1\b", text)) == 1, path
        titles.setdefault((lang[1], title[1]), []).append(path.name)
    assert {title: names for title, names in titles.items() if len(names) > 1} == {}


def test_the_pages_on_using_toonbank_are_in_it(site):
    docs = Path(__file__).parents[2] / "docs" / "using"
    for source in docs.glob("*.md"):
        name = "index" if source.stem == "README" else source.stem
        assert (site / "using" / f"{name}.html").is_file()
    assert "toonbank check" in said(site / "using" / "checking.html")


@pytest.mark.parametrize(
    ("missing", "change"),
    [
        ("why is missing in nl", {"why": {"nl": "", "en": "Because."}}),
        ("fix is missing in en", {"fix": {"nl": "Zeg het.", "en": " "}}),
        ("no example of wrong in nl", {"wrong": ()}),
        ("no example of right in en", {"right": ()}),
        ("it names no source", {"source": ()}),
        ("its ground has no status", {"slug": "shouting", "base": "a treaty that nobody wrote down"}),
    ],
)
def test_a_rule_that_is_not_complete_is_not_printed(tmp_path, missing, change):
    rule = replace(rule_named("scarcity-false"), **change)
    with pytest.raises(BadInput, match=missing):
        print_site(tmp_path / "site", [rule])
    assert not (tmp_path / "site").exists()


def test_all_rules_of_today_are_complete():
    for rule in all_rules():
        look_over(rule)
