"""The hook for pre-commit: the command that `.pre-commit-hooks.yaml` names, run on files as pre-commit runs it."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
FALSE = "Nog maar 3 mutsen Kleine Beer op de plank.\n"
FACTS = {
    "now": "2026-11-21T10:00:00+01:00",
    "products": [{"names": ["muts Kleine Beer"], "stock": 41, "stock_at": "2026-11-21T09:12:00+01:00"}],
}


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A folder of posts, one of them false, and the facts beside it."""
    (tmp_path / "facts.json").write_text(json.dumps(FACTS), encoding="utf-8")
    (tmp_path / "maandag.txt").write_text("Vandaag kwam de nieuwe wol binnen.\n", encoding="utf-8")
    (tmp_path / "dinsdag één.md").write_text(FALSE, encoding="utf-8")
    return tmp_path


def run_hook(folder: Path, names: list[str], *args: str) -> subprocess.CompletedProcess[str]:
    """As pre-commit does: the entry, then the `args` of the user, then the names of the files."""
    program, *words = shlex.split(HOOK["entry"])
    assert program == "toonbank"
    return subprocess.run(
        [sys.executable, "-m", "toonbank.cli.main", *words, *args, *names],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def test_a_false_post_stops_the_commit_and_its_file_is_named(posts):
    done = run_hook(posts, ["maandag.txt", "dinsdag één.md"], "--facts", "facts.json")
    assert done.returncode == 1
    assert "maandag.txt:" in done.stdout
    calm, _, false = done.stdout.partition("dinsdag één.md:")
    assert "[scarcity-false]" in false
    assert "Blokkade" not in calm


def test_a_true_post_goes_through(posts):
    assert run_hook(posts, ["maandag.txt"], "--facts", "facts.json").returncode == 0


def test_a_user_may_be_stricter(posts):
    (posts / "woensdag.txt").write_text("Nu of nooit voor deze fiets.\n", encoding="utf-8")
    assert run_hook(posts, ["woensdag.txt"]).returncode == 0
    assert run_hook(posts, ["woensdag.txt"], "--fail-on", "warn").returncode == 1


def test_a_file_that_is_no_text_is_said_so(posts):
    (posts / "foto.txt").write_bytes(b"\x89PNG\x00\x00")
    done = run_hook(posts, ["foto.txt"])
    assert (done.returncode, done.stdout) == (2, "")
    assert "foto.txt holds no text but data" in done.stderr


@pytest.mark.parametrize(("name", "is_post"), [("posts/a.txt", True), ("b.md", True), ("shop.py", False)])
def test_it_looks_at_posts_and_at_nothing_else(name, is_post):
    assert bool(re.search(HOOK["files"], name)) is is_post
    assert HOOK["types"] == ["text"]
    assert HOOK["language"] == "python"


def test_the_names_of_files_and_texts_do_not_mix(posts):
    done = run_hook(posts, ["maandag.txt"], "--file", "dinsdag één.md", "--facts", "facts.json")
    assert done.returncode == 1
    assert "dinsdag één.md:" in done.stdout
