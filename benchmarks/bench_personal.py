"""How well personal data is found: exact places in our own customer messages, and messages per CPU second.

    .venv/bin/python benchmarks/bench_personal.py

Reads `../shared/data/messages_dev.jsonl` beside the repository, and says so when it is not there. We develop on that file,
so the figure that counts is that of `tests/language/data/unseen_personal.jsonl`, written before the code.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = ROOT.parent / "shared" / "data" / "messages_dev.jsonl"
UNSEEN = ROOT / "tests" / "language" / "data" / "unseen_personal.jsonl"
KINDS = ("order", "email", "phone", "address", "postcode", "iban")
ROUNDS = 20
sys.path.insert(0, str(ROOT / "src"))


def read_lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def report(name: str, rows: list[dict]) -> None:
    from toonbank.language.personal import personal_data

    found, right, there = Counter(), Counter(), Counter()
    for row in rows:
        expected = {(one["kind"], one["start"], one["end"]) for one in row["pii"]}
        seen = {(one.kind, one.start, one.end) for one in personal_data(row["text"])}
        found.update(kind for kind, *_ in seen)
        there.update(kind for kind, *_ in expected)
        right.update(kind for kind, *_ in seen & expected)
        for kind, start, end in sorted(seen ^ expected, key=lambda one: one[1]):
            sign = "+" if (kind, start, end) in seen else "-"
            print(
                f"    {sign} {kind}: {row['text'][start:end]!r} in {row['text'][max(0, start - 40) : end + 20]!r}"
            )
    recall, precision = right.total() / there.total(), right.total() / max(1, found.total())
    print(
        f"{name}: recall {recall:.3f}, precision {precision:.3f} of {there.total()} places in {len(rows)} texts"
    )
    print(
        "  "
        + ", ".join(
            f"{kind} {right[kind]}/{there[kind]} (found {found[kind]})"
            for kind in (*KINDS, "birth_date", "plate", "card", "citizen")
        )
    )


def speed(texts: list[str]) -> None:
    from toonbank.language.personal import personal_data

    begun = time.process_time()
    for _ in range(ROUNDS):
        for text in texts:
            personal_data(text)
    print(f"speed: {ROUNDS * len(texts) / (time.process_time() - begun):,.0f} texts per CPU second")


def main() -> None:
    if "--skip-unseen" not in sys.argv:
        report("own unseen messages", read_lines(UNSEEN))
    if not MESSAGES.exists():
        print(f"{MESSAGES.name} is not beside the repository; only the own messages were measured.")
        return
    rows = read_lines(MESSAGES)
    report("messages_dev (developed on)", rows)
    speed([row["text"] for row in rows])


if __name__ == "__main__":
    main()
