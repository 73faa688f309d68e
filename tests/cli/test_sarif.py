"""`toonbank check --format sarif`: what a code host or an editor reads of a checkup.

The shape is that of SARIF 2.1.0. Its schema is not for hire at a package index, so what we use of it stands in `SHAPE`.
"""

import io
import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from toonbank.cli.main import main
from toonbank.etiquette.registry import all_rules

FALSE = "Nog maar 3 mutsen Kleine Beer op de plank."
FACTS = {
    "now": "2026-11-21T10:00:00+01:00",
    "products": [
        {"ref": "M-001", "names": ["muts Kleine Beer"], "stock": 41, "stock_at": "2026-11-21T09:12:00+01:00"}
    ],
}
# For every object: what it must have, what else it may have, and of which shape; names as the standard writes them.
TEXT, WHOLE, FROM_ONE, BAG = "text", "from 0", "from 1", "bag"
SHAPE: dict[str, tuple[dict, dict]] = {
    "log": ({"version": {"2.1.0"}, "runs": ["run"]}, {}),
    "run": (
        {"tool": "tool", "results": ["result"]},
        {
            "columnKind": {"unicodeCodePoints"},
            "newlineSequences": [TEXT],
            "artifacts": ["artifact"],
            "invocations": ["invocation"],
        },
    ),
    "tool": ({"driver": "driver"}, {}),
    "driver": ({"name": TEXT}, {"version": TEXT, "language": {"nl", "en"}, "rules": ["rule"]}),
    "rule": (
        {"id": TEXT},
        {
            "shortDescription": "message",
            "fullDescription": "message",
            "help": "message",
            "helpUri": TEXT,
            "defaultConfiguration": "configuration",
            "properties": BAG,
        },
    ),
    "configuration": ({}, {"level": {"error", "warning", "note"}}),
    "message": ({"text": TEXT}, {"markdown": TEXT}),
    "artifact": (
        {},
        {
            "location": "place",
            "contents": "message",
            "roles": [{"analysisTarget"}],
            "encoding": TEXT,
            "properties": BAG,
        },
    ),
    "place": ({}, {"uri": TEXT, "index": WHOLE}),
    "invocation": ({"executionSuccessful": {True}}, {}),
    "result": (
        {"message": "message"},
        {
            "ruleId": TEXT,
            "ruleIndex": WHOLE,
            "level": {"error", "warning", "note"},
            "locations": ["location"],
            "fixes": ["fix"],
            "partialFingerprints": BAG,
        },
    ),
    "location": ({}, {"physicalLocation": "physical"}),
    "physical": ({"artifactLocation": "place"}, {"region": "region"}),
    "region": (
        {},
        {
            "startLine": FROM_ONE,
            "startColumn": FROM_ONE,
            "endLine": FROM_ONE,
            "endColumn": FROM_ONE,
            "charOffset": WHOLE,
            "charLength": WHOLE,
            "snippet": "message",
        },
    ),
    "fix": ({"artifactChanges": ["change"]}, {"description": "message"}),
    "change": ({"artifactLocation": "place", "replacements": ["replacement"]}, {}),
    "replacement": ({"deletedRegion": "region"}, {"insertedContent": "message"}),
}


def faults(value: object, shape: object, path: str = "log") -> list[str]:
    """Where a log is not of its shape."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{path} is no list"]
        return [
            fault for place, one in enumerate(value) for fault in faults(one, shape[0], f"{path}[{place}]")
        ]
    if isinstance(shape, set):
        return [] if value in shape else [f"{path} is {value!r}"]
    if shape in (WHOLE, FROM_ONE):
        least = 1 if shape == FROM_ONE else 0
        return [] if isinstance(value, int) and value >= least else [f"{path} is {value!r}"]
    if shape == TEXT:
        return [] if isinstance(value, str) and value else [f"{path} is {value!r}"]
    if not isinstance(value, dict):
        return [f"{path} is no object"]
    if shape == BAG:
        return []
    must, may = SHAPE[str(shape)]
    missing = [f"{path} has no {name}" for name in must if name not in value]
    known = {**must, **may}
    strange = [f"{path} has a {name}" for name in value if name not in known]
    inner = [
        fault
        for name, one in value.items()
        if name in known
        for fault in faults(one, known[name], f"{path}.{name}")
    ]
    return missing + strange + inner


@pytest.fixture
def log_of(capsys, monkeypatch, tmp_path):
    """The log of these words, in a folder with the facts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.json").write_text(json.dumps(FACTS), encoding="utf-8")

    def run(*words: str, given: str = "") -> dict:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
        main(["check", "--format", "sarif", "--facts", "facts.json", *words])
        log = json.loads(capsys.readouterr().out)
        assert faults(log, "log") == []
        return log

    return run


def results(log: dict) -> list[dict]:
    return log["runs"][0]["results"]


def region_of(result: dict) -> dict:
    return result["locations"][0]["physicalLocation"]["region"]


def cut(text: str, region: dict) -> str:
    """The words of a region by its lines and columns."""
    lines = re.split(r"(?<=\n)", text)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    begin = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[begin : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_each_severity_has_its_level(log_of):
    found = {one["ruleId"]: one["level"] for one in results(log_of(FALSE, "Nu of nooit voor deze fiets."))}
    assert found["scarcity-false"] == "error"
    assert found["urgency-unproven"] == "warning"
    rules = log_of("Goedemorgen.")["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning", "note"}


def test_several_files_stand_in_one_run_each_with_its_own_place(log_of, tmp_path):
    (tmp_path / "a.txt").write_text(FALSE, encoding="utf-8")
    (tmp_path / "noors post é.md").write_text("# Vandaag\n\n" + FALSE, encoding="utf-8")
    log = log_of("--file", "a.txt", "--file", "noors post é.md")
    (run,) = log["runs"]
    assert [one["location"]["uri"] for one in run["artifacts"]] == ["a.txt", "noors%20post%20%C3%A9.md"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in run["results"]]
    assert [run["artifacts"][place["index"]]["location"]["uri"] for place in places] == [
        place["uri"] for place in places
    ]
    assert [region_of(one)["startLine"] for one in run["results"]] == [1, 3]


def test_a_file_elsewhere_is_named_by_its_whole_address(log_of, tmp_path):
    (tmp_path / "post é.txt").write_text(FALSE, encoding="utf-8")
    (artifact,) = log_of("--file", str(tmp_path / "post é.txt"))["runs"][0]["artifacts"]
    address = urlsplit(artifact["location"]["uri"])
    assert (address.scheme, unquote(address.path)) == ("file", str(tmp_path / "post é.txt"))


@pytest.mark.parametrize(
    "text",
    [
        FALSE,
        f"Eerst dit.\r\n\r\n🧣👍🏽 cafe\u0301: {FALSE}\r\nEn dan dat.",
        f"Een regel\rmet oude einden\n{FALSE}",
        f"Links\u2028rechts\x85 {FALSE}",
        f"\n\n\n{FALSE}",
        FALSE + "\n",
        "Nog maar 3\nmutsen Kleine Beer\nop de plank.",
    ],
)
def test_lines_columns_and_offsets_all_cut_the_same_words(log_of, tmp_path, text):
    (tmp_path / "post.txt").write_bytes(text.encode())
    log = log_of("--file", "post.txt")
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    (result,) = results(log)
    region = region_of(result)
    by_offset = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
    assert by_offset == cut(text, region) == region["snippet"]["text"]
    assert "3" in by_offset
    assert region["charLength"] > 0


def test_the_mark_at_the_head_of_a_file_is_no_character(log_of, tmp_path):
    (tmp_path / "post.txt").write_bytes(b"\xef\xbb\xbf" + FALSE.encode())
    region = region_of(results(log_of("--file", "post.txt"))[0])
    assert (region["startLine"], region["startColumn"], region["charOffset"]) == (1, 1, 0)


def test_a_fix_is_a_mend_that_can_be_carried_out(log_of, tmp_path):
    (tmp_path / "post.txt").write_text(FALSE, encoding="utf-8")
    (result,) = results(log_of("--file", "post.txt"))
    mended = []
    for fix in result["fixes"]:
        (change,) = fix["artifactChanges"]
        (replacement,) = change["replacements"]
        region = replacement["deletedRegion"]
        begin, length = region["charOffset"], region["charLength"]
        words = replacement.get("insertedContent", {"text": ""})["text"]
        mended.append(FALSE[:begin] + words + FALSE[begin + length :])
    assert "Er liggen 41 mutsen Kleine Beer op de plank." in mended


def test_every_rule_is_there_with_words_of_help_in_the_language_that_was_asked(log_of):
    for lang in ("nl", "en"):
        driver = log_of("Hallo.", "--lang", lang)["runs"][0]["tool"]["driver"]
        assert [rule["id"] for rule in driver["rules"]] == [rule.slug for rule in all_rules()]
        for shown, rule in zip(driver["rules"], all_rules(), strict=True):
            assert rule.why[lang] in shown["help"]["text"]
            assert rule.right[0].text in shown["help"]["markdown"] or lang == "en"
            assert "helpUri" not in shown


def test_a_rule_has_a_link_where_its_pages_are_kept(log_of):
    log = log_of(FALSE, "--rules-at", "https://jas.example/huisregels/")
    rule = log["runs"][0]["tool"]["driver"]["rules"][results(log)[0]["ruleIndex"]]
    assert rule["id"] == "scarcity-false"
    assert rule["helpUri"] == "https://jas.example/huisregels/en/rules/scarcity-false.html"


def test_a_text_without_a_file_is_carried_along(log_of):
    log = log_of(given=FALSE)
    (artifact,) = log["runs"][0]["artifacts"]
    assert artifact["contents"]["text"] == FALSE
    assert results(log)[0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"index": 0}


def test_the_same_words_are_the_same_result_on_another_line(log_of):
    (before,) = results(log_of(FALSE))
    (after,) = results(log_of(f"Goedemorgen.\n\n{FALSE}"))
    assert before["partialFingerprints"] == after["partialFingerprints"]
    twice = results(log_of(f"{FALSE}\n{FALSE}"))
    marks = [tuple(one["partialFingerprints"].values()) for one in twice if one["ruleId"] == "scarcity-false"]
    assert len(marks) == len(set(marks)) == 2


def test_a_finding_about_the_whole_text_has_no_region(log_of):
    log = log_of("Onze excuses voor het ongemak.", "--kind", "reply")
    (result,) = (one for one in results(log) if one["ruleId"] == "no-solution")
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_lines_are_no_files(capsys, tmp_path):
    lines = tmp_path / "posts.jsonl"
    lines.write_text('{"id": "a", "text": "x"}\n', encoding="utf-8")
    assert main(["check", "--jsonl", str(lines), "--format", "sarif"]) == 2
    assert "--file FILE" in capsys.readouterr().err


def test_the_status_still_tells_whether_something_stands(capsys, tmp_path):
    facts = Path(tmp_path, "facts.json")
    facts.write_text(json.dumps(FACTS), encoding="utf-8")
    assert main(["check", FALSE, "--format", "sarif", "--facts", str(facts)]) == 1
    assert main(["check", "Goedemorgen.", "--format", "sarif", "--facts", str(facts)]) == 0
    capsys.readouterr()
