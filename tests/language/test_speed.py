"""Reading is quick: thousands of posts a second, and a start that nobody notices. The limits leave room for slow machines."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import toonbank
from language.texts import some_posts
from toonbank.language.phrases import kinds, phrases, sketch_of, write_out
from toonbank.language.reading import read
from toonbank.language.scanner import Scanner

UNWANTED = ("dataclasses", "inspect", "pathlib", "importlib.resources", "zoneinfo", "logging", "asyncio")


@pytest.mark.parametrize(("uses_wheel", "most"), [(True, 300e-6), (False, 500e-6)], ids=["wheel", "pure"])
def test_all_phrases_are_looked_for_in_a_moment(uses_wheel, most):
    lines = [
        (line, sketch_of(line, lang))
        for lang in ("nl", "en")
        for kind in kinds(lang)
        for line in phrases(kind, lang).noticed
    ]
    scanner = Scanner(lines, write_out=write_out, uses_wheel=uses_wheel)
    posts = [post[:270] for post in some_posts(100)]
    for post in posts:
        scanner.hits(read(post))
    begun = time.process_time()
    for post in posts * 5:
        scanner.hits(read(post))
    assert (time.process_time() - begun) / (5 * len(posts)) < most


def test_the_package_starts_without_heavy_modules():
    asked = "import sys, toonbank.language.dates, toonbank.language.names, toonbank.language.phrases, toonbank.language.scanner"
    code = f"{asked}; print(*[name for name in {UNWANTED!r} if name in sys.modules])"
    command = [sys.executable, "-S", "-c", code]
    home = Path(toonbank.__file__).parents[1]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(home)})
    assert shown.stdout.strip() == ""
