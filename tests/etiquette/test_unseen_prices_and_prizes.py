"""Posts on prices and prizes that were written before the checker saw them.

First run of the first sets (61 to be found, 61 that only look so): 58 found, 61 left alone. First run of the second sets (34 and
34, written when the rules worked): 27 found, 30 left alone; what was learnt from those is in the rules now, so only these two
figures are honest. One hand wrote the sets and the rules: a stranger's posts will do worse. The floors must never be lost again.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from toonbank.etiquette import Draft, Facts, check

HERE = Path(__file__).parent / "data"
SETS = ("unseen_prices", "unseen_giving_away", "unseen_prices_2", "unseen_giving_away_2")
FOUND, LEFT_ALONE = 0.60, 0.95


def posts(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()]


def is_found(post: dict[str, Any]) -> bool:
    """Whether the rule that the post is about stops it or asks for a reason; a hint does neither."""
    facts = Facts.from_json(post["facts"]) if "facts" in post else None
    checkup = check(Draft(post["text"], post["kind"], post.get("network"), post["lang"]), facts)
    return any(one.rule == post["about"] and one.severity.word != "advise" for one in checkup.findings)


@pytest.mark.parametrize("name", SETS)
def test_most_of_what_is_wrong_is_found(name):
    wrong = [post for post in posts(name) if post["rule"]]
    missed = [post["text"] for post in wrong if not is_found(post)]
    assert len(missed) <= (1 - FOUND) * len(wrong), missed


@pytest.mark.parametrize("name", SETS)
def test_what_only_looks_wrong_is_left_alone(name):
    fine = [post for post in posts(name) if not post["rule"]]
    alarmed = [post["text"] for post in fine if is_found(post)]
    assert len(alarmed) <= (1 - LEFT_ALONE) * len(fine), alarmed
