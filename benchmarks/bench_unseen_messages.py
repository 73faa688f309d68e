"""How well triage hears three hundred messages that were written, on 2026-11-22, before it heard any of them.

    .venv/bin/python benchmarks/bench_unseen_messages.py            # the model of the package
    .venv/bin/python benchmarks/bench_unseen_messages.py --rules    # the rules alone
    .venv/bin/python benchmarks/bench_unseen_messages.py --set c    # two hundred others, of the same day
    .venv/bin/python benchmarks/bench_unseen_messages.py --set d    # and two hundred more

Only counts are printed, never a message: once somebody has read what went wrong, the figures mean nothing any more.
The seven coarse kinds are those of `bench_triage.py`: serious (danger, law and press), complaint (all four levels), asking
(doubt, question), criticism, compliment, chat, spam-abuse. The language is given, as there. One writer wrote
and labelled them, and wrote nothing of what triage learns from; half is Dutch, half English; the spread of kinds was chosen.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toonbank.triage import Triage, triage
from toonbank.triage.weighing import Rules, Scale, scale

DATA = Path(__file__).parent.parent / "tests/triage/data"
SERIOUS = ("danger", "legal-press")
COARSE = {"danger": "serious", "legal-press": "serious", "doubt": "asking", "question": "asking"}


@dataclass(frozen=True)
class Heard:
    """A message as it was labelled, and what triage says of it."""

    language: str
    kind: str
    severity: int
    said: Triage


def coarse(kind: str) -> str:
    """One of seven."""
    return "complaint" if kind.startswith("complaint") else COARSE.get(kind, kind)


def heard(file: Path, by: Scale) -> Iterator[Heard]:
    """Every message of a file, judged."""
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Heard(row["lang"], row["kind"], row["severity"], triage(row["text"], row["lang"], by=by))


def share(right: float, of: int) -> float:
    """A part of a whole; of nothing, nothing."""
    return right / of if of else 0.0


def figures(name: str, messages: list[Heard]) -> tuple[float, float, float]:
    """Precision, recall and F1 of one coarse kind."""
    called = [coarse(one.said.kind) == name for one in messages]
    meant = [coarse(one.kind) == name for one in messages]
    both = sum(one and other for one, other in zip(called, meant, strict=True))
    return share(both, sum(called)), share(both, sum(meant)), share(2 * both, sum(called) + sum(meant))


def tell(title: str, messages: list[Heard]) -> None:
    """Print the figures of all messages, or of one language."""
    names = sorted({coarse(one.kind) for one in messages})
    macro = share(sum(figures(name, messages)[2] for name in names), len(names))
    exact = share(sum(one.said.kind == one.kind for one in messages), len(messages))
    print(
        f"{title:8} {len(messages)} messages  macro F1 {macro:.3f}  all twelve kinds {exact:.1%} right",
        end="  ",
    )
    precision, recall, _ = figures("serious", messages)
    print(f"danger, law and press: recall {recall:.3f} (precision {precision:.3f})")
    for kind in SERIOUS:
        meant = [one for one in messages if one.kind == kind]
        kept = sum(one.said.kind in SERIOUS for one in meant)
        print(f"    {kind:12} called serious {kept:3} of {len(meant):3}  {share(kept, len(meant)):.2f}")
    for name in names:
        precision, recall, harmony = figures(name, messages)
        count = sum(coarse(one.kind) == name for one in messages)
        print(f"    {name:12} precision {precision:.2f} recall {recall:.2f} F1 {harmony:.2f} ({count})")
    grave = [one for one in messages if one.severity >= 3]
    found = sum(one.said.severity >= 3 for one in grave)
    print(f"    severity 3 or 4 heard as such: {found} of {len(grave)}  {share(found, len(grave)):.2f}")


def main() -> None:
    """All messages, then each language."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rules", action="store_true", help="without the model, by the rules alone")
    parser.add_argument("--set", choices=["b", "c", "d", "e"], default="b", help="which set, by its letter")
    parser.add_argument("--file", type=Path, help="other messages in the same form")
    asked = parser.parse_args()
    file = asked.file or DATA / f"unseen_messages_{asked.set}.jsonl"
    messages = list(heard(file, Rules() if asked.rules else scale()))
    tell("all", messages)
    for language in ("nl", "en"):
        tell(language, [one for one in messages if one.language == language])


if __name__ == "__main__":
    main()
