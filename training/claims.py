"""Trains `etiquette/weights/claims.bin`: how much a sentence sounds like a claim, and like which kind.

Learns from `../shared/data/claims_en.tsv`; from our own lines in `own_claims.tsv` and four files `own_voices*.tsv`;
from the inventory of phrases; from the unseen posts of the sets that were looked at (they prove nothing any more; the others are
never read here); and from what customers write and people say to each other, which claims nothing.
"""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fit import Recipe, Sample, fit

from toonbank.etiquette.claimlike import KINDS, claim_features
from toonbank.language.linear import write
from toonbank.language.phrases import kinds, phrases
from toonbank.language.reading import read

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared/data"
WEIGHTS = HERE.parent / "src/toonbank/etiquette/weights/claims.bin"
SETS = HERE.parent / "tests/etiquette/data"
LOOKED_AT = "acd"
"""The sets of unseen posts whose mistakes were read while mending: since then material to learn from."""
PHRASED = {
    "scarcity": "scarcity", "urgency": "urgency", "price": "price_reduction", "social-proof": "social_proof",
    "endorsement": "endorsement", "superlative": "superlative", "giveaway": "giveaway", "free": "free", "green": "green",
}  # fmt: skip
OWN = 5.0  # what our own lines count: they are of small shops, in both languages, and in every wording we could think of
SHOPS = 2.0  # what a line of a web shop counts
VOICES = {
    "own_voices.tsv": OWN,
    "own_voices_more.tsv": OWN,
    "own_voices_third.tsv": OWN,
    "own_voices_fourth.tsv": 2.0,  # roundabout wording: counting as much, it would outshout the plain lines of web shops
}
RECIPE = Recipe(strength=4.0, parts={"g": 0.3, "n": 0.3})


class Row(NamedTuple):
    """A text, the kind of claim that it makes ("none"; several with a space between), and how much it counts."""

    text: str
    kind: str
    counts: float = 1.0

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of claim that the model knows."""
        return tuple(kind for kind in self.kind.split() if kind in KINDS)


class Voiced(NamedTuple):
    """A post in the voice of one shop, with its kinds of claim; a star stands before the sentence that makes them."""

    lang: str
    voice: str
    kinds: str
    text: str
    counts: float = OWN

    @property
    def shop(self) -> str:
        """Who speaks: the same trade in another language is another shop."""
        return f"{self.lang} {self.voice}"

    @property
    def post(self) -> str:
        """The text as it would be sent."""
        return self.text.replace("*", "")

    def rows(self) -> Iterator[Row]:
        """Its sentences, each with what it claims itself."""
        if self.kinds == "none":
            for sentence in read(self.text).sentences:
                yield Row(sentence.text, "none", self.counts)
            return
        before, star, after = self.text.partition("*")
        if star:
            yield Row(after, self.kinds, self.counts)
            if before.strip():
                yield Row(before, "none", self.counts)
        else:
            yield Row(self.text, self.kinds, self.counts)


def voices() -> list[Voiced]:
    """What shops of many trades say, true to life and written for this: every kind of claim, and as much that claims nothing."""
    found = []
    for name, counts in VOICES.items():
        with (HERE / name).open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [Voiced(**row, counts=counts) for row in rows]
    return found


def voiced_rows() -> Iterator[Row]:
    """The sentences of all voices."""
    for one in voices():
        yield from one.rows()


def own_rows() -> Iterator[Row]:
    """Lines of our own, in Dutch and English."""
    with (HERE / "own_claims.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Row(row["text"], row["kind"], OWN)
    for letter in LOOKED_AT:
        for line in (SETS / f"unseen_claims_{letter}.jsonl").read_text("utf-8").splitlines():
            post = json.loads(line)
            yield from Voiced(post["lang"], letter, " ".join(post["claims"]) or "none", post["text"]).rows()


def phrase_rows() -> Iterator[Row]:
    """The inventory of phrases: what should be noticed, and its innocent neighbours of every kind."""
    for lang in ("nl", "en"):
        for kind in kinds(lang):
            found = phrases(kind, lang)
            for text in found.noticed:
                if kind in PHRASED and "{" not in text:
                    yield Row(text, PHRASED[kind], 0.5)
            for text in found.negatives:
                yield Row(text, "none")


def shop_rows() -> list[Row]:
    """English lines of webshops."""
    with (DATA / "claims_en.tsv").open(encoding="utf-8", newline="") as file:
        return [Row(row["text"], row["kind"], SHOPS) for row in csv.DictReader(file, delimiter="\t")]


def customer_rows() -> Iterator[Row]:
    """What customers write to shops: claims nothing, and counts for less."""
    for line in (DATA / "messages_dev.jsonl").read_text("utf-8").splitlines():
        yield Row(json.loads(line)["text"], "none", 0.5)


def talk_rows() -> Iterator[Row]:
    """What people say to each other about anything: claims nothing, and counts for less still."""
    lines = (DATA / "goemotions_en.tsv").read_text("utf-8").splitlines()[1:]
    for line in lines[::2]:  # the others are left to look for false alarms in
        yield Row(line.split("\t")[1], "none", 0.3)


def weights_of(rows: list[Row]) -> bytes:
    """The file that is learned from these rows and from the inventory of phrases."""
    rows = [*rows, *phrase_rows()]
    samples = [Sample(claim_features(row.text), row.kinds, row.counts) for row in rows]
    return write(fit(samples, KINDS, "each", RECIPE))


def main() -> None:
    """Train on everything and write the weights into the package."""
    if not DATA.is_dir():
        sys.exit("There are no data to train on: ../shared/data is absent. The weights stay as they are.")
    content = weights_of([*own_rows(), *voiced_rows(), *shop_rows(), *customer_rows(), *talk_rows()])
    WEIGHTS.parent.mkdir(exist_ok=True)
    WEIGHTS.write_bytes(content)
    print(f"{WEIGHTS.name}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
