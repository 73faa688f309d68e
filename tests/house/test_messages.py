"""Both languages are complete: every text of the desk has its Dutch, and the compiled catalogue is today's."""

import re
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]


def _script():
    loader = SourceFileLoader("messages_script", str(HOUSE / "script" / "messages"))
    spec = spec_from_loader(loader.name, loader)
    module = module_from_spec(spec)
    import sys

    sys.modules[loader.name] = module
    loader.exec_module(module)
    return module


messages = _script()
APPS = messages.apps()


def _entries():
    for app in APPS:
        yield from ((app, entry) for entry in messages.renewed(app))


def _translations(entry):
    return [entry.msgstr, *entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("app", APPS)
def test_every_text_has_its_dutch(app):
    assert messages.examine(app).untranslated == []


@pytest.mark.parametrize("app", APPS)
def test_the_catalogue_and_its_compiled_form_are_those_of_todays_code(app):
    assert messages.examine(app).stale == [], "run script/messages and commit what it writes"


def test_no_catalogue_belongs_to_an_app_without_texts():
    kept = {path.parts[-5] for path in (HOUSE / "src" / "toonbank").glob("*/locale/nl/LC_MESSAGES/django.po")}

    assert kept <= set(APPS)


def test_a_translation_fills_in_the_same_names_as_its_text():
    for app, entry in _entries():
        names = set(re.findall(r"%\((\w+)\)", entry.msgid + entry.msgid_plural))
        for text in _translations(entry):
            assert set(re.findall(r"%\((\w+)\)", text)) <= names, (app, entry.msgid)


def test_a_text_reads_the_same_in_every_app():
    seen = {}
    for app, entry in _entries():
        key = entry.msgctxt, entry.msgid
        assert seen.setdefault(key, entry.msgstr) == entry.msgstr, (app, entry.msgid)


def test_the_desk_says_je_and_does_not_shout():
    for app, entry in _entries():
        for text in _translations(entry):
            assert not re.search(r"\b([Uu]|[Uu]w)\b", text), (app, text)
            assert "!" not in text, (app, text)


def test_a_text_that_is_new_in_the_code_is_missed(tmp_path, monkeypatch):
    page = tmp_path / "toonbank" / "corner" / "templates" / "corner" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '{% translate "Sold out" %} {% if x == _("Nearly") %}{% endif %}'
        "{% blocktranslate count n=n trimmed %}one coat{% plural %}{{ n }} coats{% endblocktranslate %}"
    )
    (tmp_path / "toonbank" / "corner" / "views.py").write_text('say = gettext("Open " "now")\n')
    monkeypatch.setattr(messages, "SOURCE", tmp_path / "toonbank")
    monkeypatch.setattr(messages, "HERE", tmp_path)

    assert messages.examine("corner").untranslated == ["Nearly", "Open now", "Sold out", "one coat"]
    messages.write("corner")
    assert messages.examine("corner").stale == []
    page.write_text("{% translate 'Sold' %}")
    assert messages.examine("corner").stale != []
