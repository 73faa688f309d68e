"""How much the checker finds in answers that were written before it saw them, and how often it errs on good ones.

    .venv/bin/python benchmarks/bench_replies.py            # figures of the newest exam, per rule and language
    .venv/bin/python benchmarks/bench_replies.py --show     # and the answers that went wrong: after that it is no exam any more

An exam is a file of threads with an answer and the rules that it breaks. Asked: of what is wrong 85 % found, of the good answers 97 %
left alone. A good answer is left alone when no rule on answers warns of it or blocks it.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.registry import all_rules

DATA = Path(__file__).parent.parent / "tests/etiquette/data"
EXAM = "unseen_replies_fourth.jsonl"
ASKED = {"found": 0.85, "left alone": 0.97}
Row = dict[str, Any]  # a line of the JSON file


def rows_of(name: str) -> list[Row]:
    """The threads of an exam."""
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def heard(row: Row, least: Severity) -> set[str]:
    """The rules that say something of this answer, from `least` up."""
    checkup = check(Draft(row["text"], "reply", lang=row["lang"]), Facts.from_json(row["facts"]))
    return {one.rule for one in checkup.findings if one.severity >= least}


def report(name: str, *, shows: bool) -> dict[str, float]:
    """Print the counts of one exam, and its failures when they may be seen; the two shares that are asked."""
    about = {rule.slug for rule in all_rules() if "reply" in rule.applies_to}
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for row in rows_of(name):
        if row["rules"]:
            found = heard(row, Severity.ADVISE)
            went = [(f"found {rule}", rule in found) for rule in row["rules"]]
        else:
            alarms = heard(row, Severity.WARN) & about
            went = [("left alone", not alarms)]
        for what, is_right in went:
            for key in {what, what.split()[0] if row["rules"] else what, f"{what} {row['lang']}"}:
                count[key] += 1
                right[key] += is_right
        if shows and not all(is_right for _what, is_right in went):
            wrong = [what for what, is_right in went if not is_right]
            print(f"  {row['lang']} {', '.join(wrong)} | {row['text']} | {'' if row['rules'] else alarms}")
    for key in sorted(count):
        print(f"{key:36} {right[key]:3} of {count[key]:3}  {right[key] / count[key]:6.1%}")
    return {key: right[key] / count[key] for key in ASKED}


def main() -> None:
    """Sit the exam."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--exam", default=EXAM, help="the name of a file in tests/etiquette/data")
    parser.add_argument("--show", action="store_true", help="print the answers that went wrong")
    asked = parser.parse_args()
    reached = report(asked.exam, shows=asked.show)
    for key, least in ASKED.items():
        print(
            f"{key}: {reached[key]:.1%}, asked {least:.0%}: {'reached' if reached[key] >= least else 'not reached'}"
        )


if __name__ == "__main__":
    main()
