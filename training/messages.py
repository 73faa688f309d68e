"""The messages that triage learns from: our own practice messages, and the data beside the repository."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared" / "data"
KINDS = (
    "danger", "legal-press", "complaint-blame", "complaint-accusation", "complaint-disapproval", "complaint-implicit",
    "doubt", "question", "criticism", "compliment", "chat", "spam-abuse",
)  # fmt: skip
LEVELS = {
    "complaint-blame": 4,
    "complaint-accusation": 3,
    "complaint-disapproval": 2,
    "complaint-implicit": 1,
}
_LEVEL = re.compile(r"\[(\d)\] ")


@dataclass(frozen=True)
class Message:
    """One text with what is known of it; None is unknown."""

    id: str
    text: str
    language: str
    kind: str | None
    severity: int | None
    sentiment: str | None = None
    source: str = "own"

    @property
    def is_complaint(self) -> bool | None:
        """Whether it is a complaint or graver."""
        if self.kind is None:
            return None if self.severity is None else self.severity > 0
        return self.kind.startswith("complaint") or self.kind in ("danger", "legal-press")


def own() -> Iterator[Message]:
    """The practice messages in this folder, written for this and nothing else."""
    for name in ("own_messages_nl", "own_messages_en", "own_messages_more_nl", "own_messages_more_en"):
        kind, language = "", name[-2:]
        lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if line.startswith("## "):
                kind = line[3:]
            elif line and not line.startswith("# "):
                level = _LEVEL.match(line)
                severity = int(level[1]) if level else LEVELS.get(kind, 0)
                text = line[level.end() :] if level else line
                yield Message(f"{name}-{number}", text, language, kind, severity)


def messages_dev() -> Iterator[Message]:
    """The 700 messages to develop on."""
    for line in (DATA / "messages_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Message(
            row["id"],
            row["text"],
            row["language"],
            row["label"],
            row["severity"],
            row["sentiment"],
            "messages",
        )


def complaints() -> Iterator[Message]:
    """English tweets with a level of complaint, or none."""
    for row in _table("complaints_en.tsv"):
        yield Message(row["id"], row["text"], "en", None, int(row["severity"]), None, "complaints")


def emotions() -> Iterator[Message]:
    """English comments with an emotion."""
    tones = {
        "admiration": "pos",
        "gratitude": "pos",
        "anger": "neg",
        "disappointment": "neg",
        "neutral": "neu",
        "question": "neu",
    }
    for row in _table("goemotions_en.tsv"):
        yield Message(
            row["id"],
            row["text"].replace("[NAME]", "@name"),
            "en",
            None,
            None,
            tones[row["label"]],
            "emotions",
        )


def reviews() -> Iterator[Message]:
    """Dutch book reviews: only to measure, never to learn from."""
    for row in _table("reviews_nl.tsv"):
        yield Message(
            row["id"],
            row["text"],
            "nl",
            None,
            None,
            {"positive": "pos", "negative": "neg"}[row["label"]],
            "reviews",
        )


def _table(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")
