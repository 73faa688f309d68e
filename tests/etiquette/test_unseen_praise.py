"""Posts about praise written before the checker heard them, and how many of them it judges as a reader would.

`data/unseen_praise.jsonl` holds 8 posts a rule that break it and 8 that only look like it, half Dutch, half English.
First run: 72 of 72 found, 68 of 72 left alone. The one who wrote the posts wrote the cues an hour later, so the first
figure flatters. The floors are what must never be lost again.
"""

import json
from pathlib import Path
from typing import Any

from toonbank.etiquette import Draft, Facts, Finding, check
from toonbank.etiquette.finding import Severity

POSTS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "data/unseen_praise.jsonl").read_text("utf-8").splitlines()
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


def test_every_rule_has_eight_of_each_in_both_languages():
    for posts in (BAD, CLEAN):
        for rule in {post["about"] for post in POSTS}:
            assert sorted(post["lang"] for post in posts if post["about"] == rule) == ["en"] * 4 + ["nl"] * 4
