"""`toonbank audit` as a person types it."""

import json
import subprocess
import sys

import pytest

from audit.archives import FACTS, write_list
from toonbank.audit.rows import Progress
from toonbank.cli.main import main
from toonbank.cli.progress import drawn, in_words


@pytest.fixture
def archive(tmp_path):
    return str(write_list(tmp_path / "jas.csv"))


@pytest.fixture
def facts(tmp_path):
    (tmp_path / "facts.json").write_text(json.dumps(FACTS))
    return str(tmp_path / "facts.json")


def test_the_report_is_shown_and_the_status_is_0(archive, capsys):
    assert main(["audit", archive, "--jobs", "1"]) == 0

    assert capsys.readouterr().out.startswith("Hoe dit account zich gedroeg")


def test_the_status_is_1_when_something_is_as_grave_as_was_said(archive, facts, capsys):
    assert main(["audit", archive, "--facts", facts, "--jobs", "1", "--quiet", "--fail-on", "block"]) == 1
    assert capsys.readouterr().out == ""


def test_page_and_numbers_are_written_where_they_were_asked(archive, facts, tmp_path, capsys):
    page, numbers = tmp_path / "report.html", tmp_path / "report.json"

    assert (
        main(
            [
                "audit",
                archive,
                "--facts",
                facts,
                "--html",
                str(page),
                "--json",
                str(numbers),
                "--lang",
                "en",
                "--jobs",
                "1",
            ]
        )
        == 0
    )

    assert page.read_text().startswith("<!doctype html>")
    assert json.loads(numbers.read_text())["lang"] == "en"
    assert capsys.readouterr().out.startswith("How this account behaved")


def test_numbers_on_standard_output_come_alone(archive, capsys):
    assert main(["audit", archive, "--json", "-", "--jobs", "1"]) == 0

    assert json.loads(capsys.readouterr().out)["posts"] == 8


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nergens.zip"], "cannot be opened"),
        (["{archive}", "--kind", "x"], "There are no posts in this export"),
        (["{archive}", "--jobs", "0"], "at least one process"),
        (["{archive}", "--html", "/nergens/report.html"], "cannot be written"),
        (["{archive}", "--facts", "nergens.json"], "There is no file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(archive, words, said, capsys):
    assert main(["audit", *[word.format(archive=archive) for word in words], "--quiet"]) == 2

    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_the_bar_tells_how_far_how_fast_and_how_long_still():
    line = drawn(Progress("judging", 25_000, 100_000, 25_000), 10.0)

    assert line == "judging [######..................]  25 %  25,000 posts  2,500 a second  30 s left"
    assert in_words(3725) == "1 h 2 min"


def test_the_command_needs_no_desk_and_no_network(archive):
    code = (
        "import sys; from toonbank.cli.main import main; status = main(['audit', sys.argv[1], '--quiet', '--jobs', '1']);"
        "print(status, sorted(set(sys.modules) & {'django', 'httpx', 'rich', 'dbos', 'httpcore'}))"
    )

    run = subprocess.run([sys.executable, "-c", code, archive], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "0 []"
