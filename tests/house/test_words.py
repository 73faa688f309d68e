"""The house explains itself: modules, public functions, settings, links."""

import ast
import re
from pathlib import Path

from house.tree import ROOT, SOURCE, Function, every_file, modules, parsed, short

LINK = re.compile(r"\]\(([^)\s]+)\)|<img[^>]+src=\"([^\"]+)\"")
SETTING = re.compile(r"\bTOONBANK_[A-Z_]+\b")
SETTINGS_PAGE = ROOT / "docs" / "using" / "settings.md"


def test_every_module_says_what_it_is():
    silent = [
        short(path) for path in modules() if path.stat().st_size and not ast.get_docstring(parsed(path))
    ]
    assert silent == []


def test_every_public_function_and_class_says_what_it_does():
    silent = [
        f"{short(path)}:{node.lineno} {node.name}"
        for path in modules()
        for node in _public(parsed(path))
        if not ast.get_docstring(node)
    ]
    assert silent == []


def _public(body: ast.Module | ast.ClassDef):
    for node in body.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if node.name == "Meta" or _is_inherited(node):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node)


def _is_inherited(node: Function | ast.ClassDef) -> bool:
    """Named by somebody else, who explains it: setters, overloads."""
    names = {getattr(mark, "id", getattr(mark, "attr", "")) for mark in node.decorator_list}
    return bool(names & {"setter", "overload", "override"})


def test_every_setting_is_told_in_the_settings_and_in_the_docs():
    scripts = [path for path in (ROOT / "script").iterdir() if path.is_file()]
    used = {
        name for path in [*modules(), *scripts] for name in SETTING.findall(path.read_text(encoding="utf-8"))
    }
    told = set(SETTING.findall(ast.get_docstring(parsed(SOURCE / "web" / "settings.py")) or ""))
    documented = set(SETTING.findall(SETTINGS_PAGE.read_text(encoding="utf-8")))
    assert used - told == set()
    assert told - documented == set()
    assert documented - told == set(), "the page tells of settings that are not there"


def test_every_link_in_the_docs_leads_somewhere():
    pages = [path for path in every_file() if path.suffix == ".md"]
    dead = [
        f"{short(page)}: {target}" for page in pages for target in _targets(page) if not _leads(page, target)
    ]
    assert dead == []


def _targets(page: Path) -> list[str]:
    found = LINK.findall(page.read_text(encoding="utf-8"))
    return [first or second for first, second in found]


def _leads(page: Path, target: str) -> bool:
    if re.match(r"[a-z]+:", target) or target.startswith("#"):
        return True
    return (page.parent / target.partition("#")[0]).exists()
