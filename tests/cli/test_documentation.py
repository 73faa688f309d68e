"""The page about checking keeps its word: its files work, its commands answer so, its names are all the names."""

import doctest
import json
import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from toonbank.cli.main import main
from toonbank.etiquette import Facts
from toonbank.etiquette.factsheet import SHAPES, key_of

PAGE = Path(__file__).parents[2] / "docs/using/checking.md"
TEXT = PAGE.read_text("utf-8")
FILE = re.compile(r"^```json (?P<name>\S+)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASKED = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
# Thresholds of rules that are still to come.
LATER = """
    scarcity_per_product_days pressure_share pressure_share_days pressure_share_posts endorsement_uses endorsement_days
    give_per_ask give_ask_days give_ask_posts give_only_posts off_promise_share posts_per_day gap_minutes gap_minutes_elsewhere
    similar_posts_share similar_replies_share hashtags hashtags_elsewhere first_answer_hours first_answer_always_hours
    take_down_days
    """


@pytest.fixture(autouse=True)
def desk_of_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the files that the page says to save."""
    for file in FILE.finditer(TEXT):
        (tmp_path / file["name"]).write_text(file["content"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_the_commands_answer_as_the_page_says(capsys):
    status, tried = 0, 0
    for session in CONSOLE.findall(TEXT):
        for command, answer in ASKED.findall(session):
            if command == "echo $?":
                assert answer == f"{status}\n"
                continue
            name, *words = shlex.split(command)
            assert name == "toonbank"
            status, tried = main(words), tried + 1
            assert capsys.readouterr().out.strip() == answer.strip(), command
    assert tried == 3


def test_the_library_answers_as_the_page_says():
    outcome = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert outcome.attempted > 10
    assert outcome.failed == 0


def test_the_example_facts_say_what_they_said_when_written_and_read_again():
    facts = Facts.from_json(json.loads(Path("facts.json").read_text("utf-8")))
    assert Facts.from_json(facts.as_json()) == facts


@pytest.mark.parametrize("shape", [Facts, *SHAPES.values()], ids=lambda shape: shape.__name__)
def test_every_field_of_the_facts_is_on_the_page(shape):
    named = set(re.findall(r"`\"?(\w+)\"?`", TEXT)) | set(re.findall(r"\"(\w+)\"", TEXT))
    missing = {key_of(shape, one) for one in fields(shape)} - named - set(LATER.split())
    assert missing == set()
