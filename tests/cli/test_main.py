"""The command `toonbank`: one word, then what to do."""

from importlib import import_module

import pytest

from toonbank import __version__
from toonbank.cli.main import COMMANDS, main


def test_it_names_its_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"toonbank {__version__}\n"


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"], ["help"]])
def test_help_lists_every_command(words, capsys):
    assert main(words) == 0
    out = capsys.readouterr().out
    for name, (_, _, purpose) in COMMANDS.items():
        assert name in out
        assert purpose in out


def test_an_unknown_command_gets_a_suggestion(capsys):
    assert main(["chekc"]) == 2
    assert capsys.readouterr().err == 'toonbank: there is no command "chekc". Did you mean check?\n'


@pytest.mark.parametrize("name", ["check", "rules"])
def test_a_command_of_the_table_exists(name):
    module, function, _ = COMMANDS[name]
    assert callable(getattr(import_module(module), function))


def test_rules_are_listed(capsys):
    assert main(["rules", "--lang", "nl"]) == 0
    assert "scarcity-false" in capsys.readouterr().out


def test_a_rule_is_explained_with_right_and_wrong(capsys):
    assert main(["rules", "scarcity-false", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Wrong:" in out
    assert "Only 3 Saar teapots left on the shelf!  [there are 41, seen 21 November at 09:12]" in out
    assert "from memory: look it up" in out
    assert "Ground: UCPD" in out


def test_a_rule_that_does_not_exist_gets_one_clear_line(capsys):
    assert main(["rules", "scarcity-fals"]) == 2
    assert (
        capsys.readouterr().err
        == 'toonbank: There is no rule "scarcity-fals". Did you mean scarcity-false?\n'
    )
