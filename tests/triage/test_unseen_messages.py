"""Three hundred messages that triage never heard (`benchmarks/bench_unseen_messages.py` counts how it fares).

What is held here is that they stay unheard: no practice message may say the same words, and each has an honest label.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from toonbank.triage import KINDS
from toonbank.triage.labels import LEVELS

HERE = Path(__file__).parent
TRAINING = HERE.parents[1] / "training"
MESSAGES: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "data/unseen_messages_b.jsonl").read_text("utf-8").splitlines()
]


def runs(text: str, of: int = 6) -> set[tuple[str, ...]]:
    """Every six words in a row."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + of]) for at in range(len(words) - of + 1)}


def test_no_practice_message_says_what_an_unseen_message_says():
    practised = set[tuple[str, ...]]()
    for language in ("nl", "en"):
        for line in (TRAINING / f"own_messages_{language}.txt").read_text("utf-8").splitlines():
            practised |= runs(line)
    assert practised
    assert [one["id"] for one in MESSAGES if runs(one["text"]) & practised] == []


def test_half_is_dutch_and_half_english_and_no_kind_is_forgotten():
    spread = Counter((one["lang"], one["kind"]) for one in MESSAGES)
    assert len(MESSAGES) == len({one["text"] for one in MESSAGES}) == 300
    for kind in KINDS:
        assert spread["nl", kind] == spread["en", kind] >= 5


def test_the_level_of_a_complaint_is_that_of_its_kind():
    for one in MESSAGES:
        if one["kind"] in LEVELS:
            assert one["severity"] == LEVELS[one["kind"]], one["id"]
        elif one["kind"] not in ("danger", "legal-press"):
            assert one["severity"] == 0, one["id"]
