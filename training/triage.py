"""Trains the model of triage and writes src/toonbank/triage/weights/triage.bin.

Four questions share one file: complaint or graver (tweets and messages), which kind (messages), which level of
complaint (both), which tone (messages and comments). Book reviews are never looked at.

    script/train triage
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fit import Recipe, Sample, fit, lightened
from messages import DATA, KINDS, Message, complaints, emotions, messages_dev, own

from toonbank.language.linear import Fitted, write
from toonbank.triage.weighing import LABELS, features_of

WEIGHTS = Path(__file__).parent.parent / "src" / "toonbank" / "triage" / "weights" / "triage.bin"
PARTS = {"w": 0.7, "g": 0.25, "p": 0.6, "b": 0.6, "c": 1.0, "k": 0.5}
LIGHT = {"g": 0.3, "k": 0.3}
HEAVIEST = 30_000
# So much counts a practice message of a few words: there are many, and each says little.
BRIEF, BRIEF_BELOW = 0.5, 25
TONE_OF = {
    "compliment": "pos",
    "complaint-blame": "neg",
    "complaint-accusation": "neg",
    "complaint-disapproval": "neg",
}


@dataclass(frozen=True)
class Head:
    """One question: its labels, which messages know the answer, and how to fit it.

    `is_leveled`: practice messages count so much that each answer is as frequent as among the messages. We write more of
    what is hard to tell, and that would make it look more frequent than it is.
    """

    name: str
    labels: tuple[str, ...]
    answer: Callable[[Message], str | None]
    recipe: Recipe
    counts: dict[str, float] = field(default_factory=dict)
    is_leveled: bool = False


def _grave(message: Message) -> str | None:
    return None if message.is_complaint is None else str(message.is_complaint)


def _grave_in_public(message: Message) -> str | None:
    return str(message.is_complaint) if message.source == "complaints" else None


def _public(message: Message) -> str | None:
    return None if message.source == "emotions" else str(message.source == "complaints")


def _level(message: Message) -> str | None:
    return None if message.severity is None else str(message.severity)


def _tone(message: Message) -> str | None:
    return message.sentiment or (TONE_OF.get(message.kind, "neu") if message.kind else None)


HEADS = (
    Head("grave", ("True",), _grave, Recipe(3.0, 2, 0.25, True, LIGHT)),
    Head("grave-in-public", ("True",), _grave_in_public, Recipe(1.0, 2, 0.25, True, LIGHT)),
    Head("public", ("True",), _public, Recipe(1.0, 3, 0.25, True, LIGHT)),
    Head("danger", ("danger",), lambda message: message.kind, Recipe(3.0, 2, 0.25, True, PARTS)),
    Head("law", ("legal-press",), lambda message: message.kind, Recipe(3.0, 2, 0.25, True, PARTS)),
    Head("kind", KINDS, lambda message: message.kind, Recipe(8.0, 2, 0.25, False, PARTS), is_leveled=True),
    Head("level", tuple("01234"), _level, Recipe(2.0, 2, 0.25, True, PARTS)),
    Head("tone", ("neg", "neu", "pos"), _tone, Recipe(1.0, 3, 0.25, True, PARTS), {"emotions": 0.4}),
)


def train(messages: Iterable[Message], seen: dict[str, list[str]] | None = None) -> Fitted:
    """All heads in one model. `seen` keeps the features of texts between calls."""
    known = {} if seen is None else seen
    texts = sorted(messages, key=lambda message: message.id)
    parts = [_fit_head(head, texts, known) for head in HEADS]
    names = sorted({feature for part in parts for feature in part.weights})
    empty = [(0.0,) * len(part.labels) for part in parts]
    weights = {
        name: tuple(
            weight for part, none in zip(parts, empty, strict=True) for weight in part.weights.get(name, none)
        )
        for name in names
    }
    slopes = tuple(slope for part in parts for slope in part.slopes)
    return lightened(
        Fitted(
            LABELS, weights, slopes, tuple(shift for part in parts for shift in part.shifts), "each", 0.25
        ),
        HEAVIEST,
    )


def _leveled(head: Head, texts: Sequence[Message]) -> dict[str | None, float]:
    """Per answer how much a practice message counts, to be there as often as among the messages of others."""
    own_ones, others = (
        Counter(
            head.answer(message)
            for message in texts
            if head.answer(message) and (message.source == "own") is is_own
        )
        for is_own in (True, False)
    )
    return {
        answer: others[answer] / others.total() * own_ones.total() / count
        for answer, count in own_ones.items()
        if others[answer]
    }


def _fit_head(head: Head, texts: Sequence[Message], known: dict[str, list[str]]) -> Fitted:
    samples = []
    leveled = _leveled(head, texts) if head.is_leveled else {}
    for message in texts:
        answer = head.answer(message)
        if answer is None:
            continue
        count = head.counts.get(message.source, 1.0)
        if message.source == "own":
            count *= leveled.get(answer, 1.0)
            count *= BRIEF if len(message.text) < BRIEF_BELOW else 1.0
        if message.id not in known:
            known[message.id] = features_of(message.text, "nl" if message.language == "nl" else "en")
        samples.append(Sample(known[message.id], (answer,), count))
    return fit(samples, head.labels, "each" if len(head.labels) == 1 else "one", head.recipe)


def everything() -> list[Message]:
    """All that may be learned from."""
    return [*own(), *messages_dev(), *complaints(), *emotions()]


def main() -> int:
    """Train on everything and write the file."""
    if not DATA.is_dir():
        print(
            "There are no data to train on: ../shared/data is absent. The weights stay as they are.",
            file=sys.stderr,
        )
        return 1
    content = write(train(everything()))
    WEIGHTS.parent.mkdir(exist_ok=True)
    WEIGHTS.write_bytes(content)
    print(f"{WEIGHTS.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
