"""A shop's own house rules on the command line."""

import json

import pytest

from toonbank.cli.main import main

BEGGING = "Like en deel deze post!"


@pytest.fixture
def house(tmp_path):
    def written(text):
        file = tmp_path / "huisregels.toml"
        file.write_text(text, encoding="utf-8")
        return str(file)

    return written


def test_check_judges_by_the_house_rules_of_the_file(house, capsys):
    strict = house('[severities]\nengagement-bait = "block"')

    assert main(["check", BEGGING]) == 0
    assert main(["check", "--house", strict, BEGGING]) == 1
    assert "Blokkade" in capsys.readouterr().out


def test_lines_are_judged_by_the_house_too_and_their_own_facts_go_before_it(house, tmp_path, capsys):
    lines = tmp_path / "lines.jsonl"
    own = {"severities": {"engagement-bait": "advise"}}
    lines.write_text(
        json.dumps({"id": "1", "text": BEGGING})
        + "\n"
        + json.dumps({"id": "2", "text": BEGGING, "facts": own})
        + "\n"
    )

    main(["check", "--jsonl", str(lines), "--house", house('[severities]\nengagement-bait = "block"')])

    found = [json.loads(line)["findings"] for line in capsys.readouterr().out.splitlines()]
    levels = [
        next(one["severity"] for one in findings if one["rule"] == "engagement-bait") for findings in found
    ]
    assert levels == ["block", "advise"]


def test_a_house_that_cannot_be_stops_the_command(house, capsys):
    assert main(["check", "--house", house('[severities]\nscarcity-false = "off"'), BEGGING]) == 2
    assert "may never go out" in capsys.readouterr().err
    assert main(["check", "--house", "/no/such/file", BEGGING]) == 2


def test_rules_shows_what_differs_in_a_house(house, capsys):
    file = house(
        '[severities]\nshouting = "off"\n[thresholds]\nlow_stock_pieces = 5\n[thresholds.hashtags]\ninstagram = 3'
    )

    assert main(["rules", "--house", file, "--lang", "nl"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "shouting: Schreeuwen: uit, in plaats van advies",
        "low_stock_pieces: Tot zoveel stuks mag je ‘bijna op’ zeggen: 5 stuks, in plaats van 10 stuks",
        "hashtags.instagram: Zoveel hashtags zijn genoeg (Instagram): 3 hashtags, in plaats van 5 hashtags",
    ]
    assert main(["rules", "scarcity-false", "--house", file, "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("low_stock_pieces: Up to how many pieces")


def test_rules_says_so_when_a_house_is_as_proposed(house, capsys):
    assert main(["rules", "--house", house(""), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nothing other than Toonbank proposes.\n"
    assert main(["rules", "no-such-manner", "--house", house("")]) == 2
