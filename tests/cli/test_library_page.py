"""The page about the library keeps its word: its examples run, its names are all the names."""

import doctest
import re
from dataclasses import fields
from pathlib import Path

import pytest

import toonbank.etiquette
from toonbank.etiquette import Checkup, Claim, Draft, Evidence, Finding, Mend

PAGE = Path(__file__).parents[2] / "docs/using/library.md"
TEXT = PAGE.read_text("utf-8")
PROSE = re.sub(r"^```.*?^```", "", TEXT, flags=re.MULTILINE | re.DOTALL)


def test_the_examples_answer_as_the_page_says():
    outcome = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert outcome.attempted >= 30
    assert outcome.failed == 0


@pytest.mark.parametrize(
    "shape", [Draft, Checkup, Finding, Mend, Claim, Evidence], ids=lambda shape: shape.__name__
)
def test_every_field_of_every_shape_is_told(shape):
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`[^`]+`", PROSE))))
    assert {one.name for one in fields(shape)} - named == set()


def test_every_public_name_is_told():
    assert [name for name in toonbank.etiquette.__all__ if name not in PROSE] == []
