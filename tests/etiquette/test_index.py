"""A check starts from an index, and nobody is ever judged by one that is out of date."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from toonbank.etiquette.index import HOME, Index, index, sections_in, sections_of, sum_of_sources
from toonbank.etiquette.indexing import index_text, make_sections
from toonbank.etiquette.kinds import kind_named, kinds_by_module
from toonbank.etiquette.registry import all_rules

MADE = make_sections()


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The package, as it lies in a shop's own folder."""
    home = tmp_path_factory.mktemp("jas") / "toonbank"
    shutil.copytree(Path(HOME).parent, home, ignore=shutil.ignore_patterns("__pycache__", "web", "locale"))
    return home


def test_what_is_written_is_read_back_the_same():
    assert sections_of(index_text()) == MADE


def test_whoever_makes_it_makes_the_same():
    asked = "import sys; from toonbank.etiquette.indexing import index_text; sys.stdout.write(index_text())"
    made = {
        subprocess.run(
            [sys.executable, "-c", asked],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.decode()
        for seed in ("1", "2", "3")
    }
    assert made == {index_text()}


def test_the_index_knows_every_kind_and_every_rule():
    known = Index(MADE)
    assert list(known.kinds) == [kind.name for kind in kinds_by_module().values()]
    assert set(known.rules) == {rule.slug for rule in all_rules()}
    for name, entry in index().kinds.items():
        kind = kind_named(name)
        assert (kind.name, kind.drafts) == (name, tuple(one for one in kind.drafts if one in entry.drafts))


def test_cues_are_those_of_the_kinds_that_listen():
    known = Index(MADE)
    for draft in ("post", "reply", "account"):
        names = {known.cues[number].split("\t")[0] for number in known.cues_for(draft)}
        assert names == {
            name for name, kind in known.kinds.items() if draft in kind.drafts and kind_named(name).cues
        }


def test_without_an_index_the_same_is_found_out(tmp_path):
    assert sections_in(str(tmp_path / "index.tsv")) == MADE


def test_an_index_of_other_cues_is_passed_over(tmp_path):
    stale = tmp_path / "index.tsv"
    stale.write_text(
        index_text().replace(MADE["sum"][0], "7").replace("vandaag", "overmorgen"), encoding="utf-8"
    )
    assert sections_in(str(stale)) == MADE


@pytest.mark.parametrize(
    "changed",
    [
        "etiquette/kinds/cues/scarcity.py",
        "etiquette/kinds/price.py",
        "etiquette/rules/people/consent_missing.py",
        "language/literals.py",
    ],
)
def test_a_change_of_one_letter_makes_an_index_stale(copy, changed):
    before = sum_of_sources(str(copy / "etiquette"))
    file = copy / changed
    was = file.read_bytes()
    file.write_bytes(was.replace(b"e", b"a", 1))
    assert sum_of_sources(str(copy / "etiquette")) != before
    file.write_bytes(was)
    assert sum_of_sources(str(copy / "etiquette")) == before


def test_a_calm_post_imports_hardly_any_kind_or_rule(copy):
    """With an index that is up to date; the copy gets one."""
    (copy / "etiquette" / "index.tsv").write_text(index_text(), encoding="utf-8")
    asked = (
        "import sys; from toonbank.etiquette import Draft, check; check(Draft('De etalage is klaar.'));"
        "print(*[name for name in sys.modules if name.startswith('toonbank.etiquette.')])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(copy.parent)},
    )
    loaded = shown.stdout.split()
    assert not [name for name in loaded if name.startswith("toonbank.etiquette.kinds.cues.")]
    assert "toonbank.etiquette.indexing" not in loaded
    assert len([name for name in loaded if name.count(".") == 4 and ".rules." in name]) <= 6
