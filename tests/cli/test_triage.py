"""`toonbank triage` as Bas, a pipeline and a clumsy hand use it."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from toonbank.cli.main import main

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Run the command with these words and this standard input; gives status, output, complaints."""

    def run(*words: str, given: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        try:
            status = main(["triage", *words])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_the_words_are_underlined_in_the_language_of_the_message(say):
    status, out, _ = say("Jullie hebben de verkeerde maat gestuurd. Mail me op dewit@example.com")
    lines = out.splitlines()
    assert status == 0
    assert lines[0].startswith("Klacht: de winkel deed iets fout (ernst 3/4, negatief")
    assert lines[2].index("^") == lines[1].index("verkeerde")
    assert "  antwoord: binnen twee uur" in lines
    assert "  let op, persoonsgegevens: een mailadres" in lines


def test_an_english_message_is_answered_in_english(say):
    _, out, _ = say("You sent me the wrong size.")
    assert out.startswith("Complaint: the shop did something wrong (severity 3/4")


def test_a_message_may_come_from_a_file_or_through_a_pipe(say, tmp_path: Path):
    file = tmp_path / "bericht.txt"
    file.write_text("Do you ship to Belgium?\n", encoding="utf-8")
    assert say(str(file))[1] == say("-", given=b"Do you ship to Belgium?\n")[1]


def test_lines_come_back_in_order_and_a_bad_one_in_its_place(say):
    given = b'{"id": "1", "text": "Top geholpen!", "language": "nl"}\n{"id": "2"}\nnope\n\n{"id": "4", "text": "", "language": null}\n'
    status, out, _ = say("--jsonl", given=given)
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 2
    assert [answer["id"] for answer in answers] == ["1", "2", None, "4"]
    assert ["error" in answer for answer in answers] == [False, True, True, False]
    assert set(answers[0]) == {"id", "kind", "severity", "sentiment", "score", "pii", "because"}
    assert answers[0]["kind"] == "compliment"


def test_good_lines_only_is_status_0(say):
    assert say("--jsonl", given=b'{"id": "1", "text": "Hallo", "language": null}')[0] == 0


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe",
        b"[1]",
        b'{"id": 1, "text": "x"}',
        b'{"id": "1", "text": null}',
        b'{"id": "1", "text": "x", "language": 3}',
        b"[" * 5000,
    ],
)
def test_no_line_brings_the_run_down(say, line: bytes):
    status, out, err = say("--jsonl", given=line + b"\n")
    assert status == 2
    assert "error" in json.loads(out)
    assert err == ""


def test_json_says_more_than_the_lines_do(say):
    answer = json.loads(say("Dit is mijn derde mail, nog steeds niets ontvangen.", "--format", "json")[1])
    assert answer["modifiers"] == ["repeat"]
    assert answer["language"] == "nl"


def test_what_the_shop_corrected_is_learned_and_used(say, tmp_path: Path):
    said = "De draaideur doet weer gezellig mee vandaag."
    corrections, own = tmp_path / "corrections.jsonl", tmp_path / "ours.bin"
    corrections.write_text(json.dumps({"text": said, "kind": "complaint-disapproval"}) + "\n")
    status, out, _ = say("learn", str(corrections), "--out", str(own))
    assert status == 0
    assert out.startswith("1 corrections learned")
    before = json.loads(say(said, "--format", "json")[1])["score"]
    after = json.loads(say(said, "--format", "json", "--own", str(own))[1])["score"]
    assert after > before


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": "x", "kind": "boos"}', 'Line 1: "kind" must be one of'),
        ('{"kind": "chat"}', 'Line 1: "text"'),
        ("", "no corrections"),
    ],
)
def test_a_correction_that_cannot_be_used_is_named(say, tmp_path: Path, line: str, told: str):
    file = tmp_path / "corrections.jsonl"
    file.write_text(line + "\n")
    status, _, err = say("learn", str(file), "--out", str(tmp_path / "ours.bin"))
    assert status == 2
    assert told in err


@pytest.mark.parametrize(
    "words", [["--own", "nowhere.bin", "x"], ["--jsonl", "nowhere.jsonl"], ["--jsonl", "--", "a", "b"]]
)
def test_what_is_not_there_is_said_in_one_line(say, words: list[str]):
    status, _, err = say(*words)
    assert status == 2
    assert err.startswith("toonbank: ")
    assert err.count("\n") == 1
