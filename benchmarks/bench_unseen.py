"""How much the checker finds in posts that were written before it saw them, and how often it errs on innocent ones.

    .venv/bin/python benchmarks/bench_unseen.py            # counts per kind and language, of every set
    .venv/bin/python benchmarks/bench_unseen.py --show a   # and the posts of set a that went wrong

The other sets are never shown: their figures would mean nothing any more. Sets c, d, e and f were written 2026-11-22, before the
checker saw them; d, e and f have claims of nearly every kind. Judged without any facts. A claim is found when its kind is among the
claims; a clean post is left alone when it gets no block and no warning.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toonbank.etiquette import Checkup, Draft, check
from toonbank.etiquette.finding import Severity

DATA = Path(__file__).parent.parent / "tests/etiquette/data"
Post = dict[str, Any]  # a line of the JSON file


def judged(letter: str) -> Iterator[tuple[Post, Checkup, bool]]:
    """Every post of a set with its checkup, and whether it went right."""
    for line in (DATA / f"unseen_claims_{letter}.jsonl").read_text("utf-8").splitlines():
        post = json.loads(line)
        checkup = check(Draft(post["text"]))
        if post["claims"]:
            yield post, checkup, post["about"] in {claim.kind for claim in checkup.claims}
        else:
            yield post, checkup, all(one.severity < Severity.WARN for one in checkup.findings)


def report(letter: str, *, shows: bool) -> None:
    """Print the counts of one set, and its failures when they may be seen."""
    right: Counter[tuple[str, ...]] = Counter()
    count: Counter[tuple[str, ...]] = Counter()
    blame: Counter[str] = Counter()
    for post, checkup, went_right in judged(letter):
        side = "found" if post["claims"] else "left alone"
        for key in ((side,), (side, post["lang"]), (side, post["about"])):
            count[key] += 1
            right[key] += went_right
        slugs = sorted({one.rule for one in checkup.findings if one.severity >= Severity.WARN})
        if not went_right and not post["claims"]:
            blame.update(slugs)
        if shows and not went_right:
            print(f"  {side:10} {post['about']:16} {post['text']}  {slugs if not post['claims'] else ''}")
    for key in sorted(count):
        print(f"{letter}  {' '.join(key):28} {right[key]:3} of {count[key]:3}  {right[key] / count[key]:.1%}")
    for slug, times in blame.most_common():
        print(f"{letter}  alarm by {slug}: {times}")


def main() -> None:
    """Count, and show set a when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", choices=["a"], help="also show the posts of this set that went wrong")
    parser.add_argument("--sets", default="abcdefg", help="which sets, by their letters (abcdefg)")
    asked = parser.parse_args()
    for letter in asked.sets:
        report(letter, shows=asked.show == letter)


if __name__ == "__main__":
    main()
