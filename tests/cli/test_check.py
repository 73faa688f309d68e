"""`toonbank check` as a shopkeeper, a pipeline and a clumsy hand use it."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from toonbank.cli.main import main

FACTS = {
    "now": "2026-11-21T10:00:00+01:00",
    "products": [
        {"ref": "M-001", "names": ["muts Kleine Beer"], "stock": 41, "stock_at": "2026-11-21T09:12:00+01:00"}
    ],
}
FALSE = "Nog maar 3 mutsen Kleine Beer op de plank."
Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Run the command with these words and this standard input; gives status, output, complaints."""

    def run(*words: str, given: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        try:
            status = main(words)
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def facts_file(tmp_path: Path) -> str:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(FACTS), encoding="utf-8")
    return str(file)


def test_the_words_are_underlined_with_why_on_what_evidence_and_the_way_out(say, facts_file):
    status, out, _ = say("check", FALSE, "--facts", facts_file)
    lines = out.splitlines()
    assert status == 1
    assert lines[0] == "Blokkade: Er liggen er meer: 41, gezien om 09:12. [scarcity-false]"
    assert lines[1] == "  | " + FALSE
    assert lines[2].startswith("  | ^^^^^^^^^^")
    assert "  gezien: 41 in voorraad (assortiment, om 09:12)" in lines
    assert any(line.startswith("  waarom: ") for line in lines)
    assert "  maak ervan: ‘Er liggen 41 mutsen Kleine Beer op de plank.’" in lines
    assert lines[-1] == "1 blokkade."


def test_the_answer_is_in_the_language_of_the_post(say, facts_file):
    _, out, _ = say("check", "Only 3 hats left on the shelf!", "--facts", facts_file)
    assert out.startswith("Block: There are more: 41, seen at 09:12. [scarcity-false]")


def test_a_calm_text_gets_one_friendly_line(say):
    assert say("check", "Vandaag kwam de nieuwe wol binnen.")[:2] == (0, "Niets op aan te merken.\n")


def test_what_is_right_is_said_with_its_evidence(say, facts_file):
    status, out, _ = say("check", "Er liggen 41 mutsen Kleine Beer op de plank.", "--facts", facts_file)
    assert status == 0
    assert "Dit klopt:" in out
    assert "41 in voorraad (assortiment, om 09:12)" in out


def test_facts_may_be_toml(say, tmp_path):
    file = tmp_path / "facts.toml"
    file.write_text(
        'now = 2026-11-21T10:00:00+01:00\n[[products]]\nnames = ["muts"]\nstock = 41\n', encoding="utf-8"
    )
    status, out, _ = say("check", "Nog maar 3 mutsen.", "--facts", str(file))
    assert status == 1
    assert "scarcity-false" in out


def test_a_text_may_come_from_a_file_or_a_pipe(say, tmp_path, facts_file):
    file = tmp_path / "post.txt"
    file.write_text(FALSE, encoding="utf-8")
    from_file = say("check", "--file", str(file), "--facts", facts_file)
    from_pipe = say("check", "--facts", facts_file, given=FALSE.encode())
    assert from_file[0] == from_pipe[0] == 1
    assert "scarcity-false" in from_file[1]
    assert "scarcity-false" in from_pipe[1]


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [("block", 0), ("warn", 1), ("advise", 1), ("never", 0)],
    ids=lambda value: str(value),
)
def test_the_status_follows_fail_on(say, fail_on, status):
    assert say("check", "Nu of nooit voor deze jas.", "--fail-on", fail_on)[0] == status


def test_json_has_the_claims_and_findings_of_the_contract(say, facts_file):
    _, out, _ = say("check", FALSE, "--facts", facts_file, "--format", "json")
    answer = json.loads(out)
    assert answer["lang"] == "nl"
    (claim,), (finding,) = answer["claims"], answer["findings"]
    assert (claim["kind"], claim["state"], claim["value"], claim["product"]) == (
        "scarcity",
        "contradicted",
        "3",
        "M-001",
    )
    assert {"rule", "severity", "start", "end", "message", "fix", "source", "base"} <= finding.keys()
    assert finding["severity"] == "block"


def test_lines_in_lines_out_in_the_same_order(say):
    lines = [
        {"id": "a", "text": FALSE, "kind": "post", "network": None, "lang": "nl", "facts": FACTS},
        {"id": "b", "text": "Goedemorgen."},
        "this is no JSON",
        {"id": "d", "text": 7},
        {"id": "e", "text": "x", "facts": {"products": [{"stock": "x"}]}},
        {"id": "f", "text": "x", "kind": "tweet"},
        {"id": "g", "text": "Goedenavond 🧣 \ud800", "lang": None, "facts": None},
    ]
    given = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()
    status, out, _ = say("check", "--jsonl", given=given)
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 2
    assert [answer["id"] for answer in answers] == ["a", "b", None, "d", "e", "f", "g"]
    assert ["error" in answer for answer in answers] == [False, False, True, True, True, True, False]
    assert answers[0]["findings"][0]["rule"] == "scarcity-false"
    assert answers[4]["error"].startswith("facts.products[0].stock is 'x'")


def test_lines_without_a_bad_one_end_with_the_status_of_the_findings(say):
    calm, wrong = (
        json.dumps({"id": "1", "text": "Goedemorgen."}),
        json.dumps({"id": "2", "text": FALSE, "facts": FACTS}),
    )
    assert say("check", "--jsonl", given=calm.encode())[0] == 0
    assert say("check", "--jsonl", given=f"{calm}\n{wrong}\n".encode())[0] == 1
    assert say("check", "--jsonl", "--fail-on", "never", given=wrong.encode())[0] == 0


def test_offsets_count_code_points_of_the_text_as_given(say):
    text = "🧣👍🏽 cafe\u0301: nog maar 3 mutsen!"
    line = json.dumps({"id": "1", "text": text, "facts": FACTS})
    _, out, _ = say("check", "--jsonl", given=line.encode())
    (claim,) = json.loads(out)["claims"]
    assert text[claim["start"] : claim["end"]] == "nog maar 3 mutsen"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.json", None, "There is no file"),
        ("data.json", b"\x00\x01\x02", "holds no text but data"),
        ("latin.json", b'{"a": "\xe9"}', "is not in UTF-8"),
        ("broken.json", b'{"products": [', "is no JSON"),
        ("deep.json", b"[" * 100_000, "is no JSON"),
        ("list.json", b"[]", "facts is []"),
        ("types.json", b'{"products": [{"price_history": [{"price": {}, "from": 1}]}]}', "must be"),
        ("huge.json", b'{"products": [{"stock": 1e999}]}', "facts.products[0].stock is inf"),
        ("digits.json", b'{"products": [{"stock": ' + b"9" * 5000 + b"}]}", "no JSON that we can read"),
        ("broken.toml", b"now = ", "is no TOML"),
        ("clock.toml", b"now = 10:00:00\n", "facts.now is"),
    ],
)
def test_bad_facts_get_one_clear_line(say, tmp_path, name, content, said):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    status, out, err = say("check", "Goedemorgen.", "--facts", str(file))
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_folder_is_no_file(say, tmp_path):
    for option in ("--file", "--facts", "--jsonl"):
        words = ["check", option, str(tmp_path)] + (["x"] if option == "--facts" else [])
        status, _, err = say(*words)
        assert status == 2
        assert "is a folder" in err


def test_a_text_of_more_than_a_million_characters_is_refused_kindly(say):
    status, _, err = say("check", given=b"a" * 1_000_001)
    assert status == 2
    assert "1,000,001 characters" in err


def test_marks_of_the_terminal_in_a_text_do_not_reach_the_terminal(say, facts_file):
    _, out, _ = say("check", "\x1b[31mNog maar 3 mutsen\x07!", "--facts", facts_file)
    assert "\x1b" not in out
    assert "\x07" not in out


def command(*words: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "toonbank.cli.main", *words],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "words", [("check", b"caf\xe9 \xff"), ("check", "x", "--kind", b"\xff"), (b"\xffcheck",)]
)
def test_bytes_that_are_no_text_never_give_a_traceback(words):
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"toonbank.cli.main", *(os.fsencode(word) for word in words)],
        capture_output=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 2)


def test_it_speaks_to_a_terminal_without_utf_8():
    done = command(
        "check", "Nu of nooit voor deze jas, café.", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0"
    )
    assert b"Traceback" not in done.stderr
    assert b"urgency-unproven" in done.stdout


def test_the_cold_command_does_not_load_the_desk():
    code = (
        "import sys; before = set(sys.modules); from toonbank.cli.main import main; main(['check', 'Nog maar 3!']);"
        "print('loaded', *set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "toonbank.etiquette.checking" in loaded
    assert loaded.isdisjoint(
        {"django", "httpx", "dbos", "tomllib", "zoneinfo", "difflib", "pathlib", "shutil"}
    )
    assert "toonbank.etiquette.background" not in loaded, "no facts were given, so none need be built"
