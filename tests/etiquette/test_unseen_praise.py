"""Posts about praise written before the checker heard them, and how many of them it judges as a reader would.

Four sets, half Dutch, half English, half of them only looking wrong. Each was run once before anything was learned
from it: how many were found, and how many innocent ones got no block or warn of any rule. The first (8 of each a
rule): 72 of 72 and 68 of 72; its writer wrote the cues straight after, so that figure flatters. The second, in looser
wording: 32 of 54 and 46 of 54. The third, after learning from the second: 22 of 36 and 32 of 36. The fourth, after
learning from the third: 20 of 36 and 33 of 36. The floors are what must never be lost again.
"""

import json
from pathlib import Path
from typing import Any

from toonbank.etiquette import Draft, Facts, Finding, check
from toonbank.etiquette.finding import Severity

SETS = ("unseen_praise", "unseen_praise_2", "unseen_praise_3", "unseen_praise_4")
POSTS: list[dict[str, Any]] = [
    json.loads(line)
    for name in SETS
    for line in (Path(__file__).parent / f"data/{name}.jsonl").read_text("utf-8").splitlines()
]
BAD = [post for post in POSTS if post["rule"]]
CLEAN = [post for post in POSTS if not post["rule"]]
FOUND, LEFT_ALONE = 0.60, 0.95


def judged(post: dict[str, Any]) -> tuple[Finding, ...]:
    facts = Facts.from_json(post["facts"]) if post.get("facts") else None
    return check(Draft(post["text"], post["kind"]), facts).findings


def test_most_of_what_is_wrong_is_found():
    missed = [post["text"] for post in BAD if post["rule"] not in {one.rule for one in judged(post)}]
    assert len(missed) <= (1 - FOUND) * len(BAD), missed


def test_what_only_looks_wrong_is_left_alone():
    alarmed = [
        post["text"]
        for post in CLEAN
        if any(one.rule == post["about"] and one.severity > Severity.ADVISE for one in judged(post))
    ]
    assert len(alarmed) <= (1 - LEFT_ALONE) * len(CLEAN), alarmed


def test_every_rule_has_as_many_of_each_in_both_languages():
    for posts in (BAD, CLEAN):
        for rule in {post["about"] for post in POSTS}:
            spoken = [post["lang"] for post in posts if post["about"] == rule]
            assert spoken.count("nl") == spoken.count("en") == 11
