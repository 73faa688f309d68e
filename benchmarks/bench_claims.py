"""How well claims are found in lines of English webshops, by cross-validation, beside a scikit-learn TF-IDF + logistic regression.

    .venv/bin/python benchmarks/bench_claims.py

Five folds, stratified, fixed seed, of `../shared/data/claims_en.tsv`. The checker is judged whole: its structure, and its
model trained on the other four folds and on our own lines (`training/claims.py`). A line counts as a claim when it has one of
scarcity, urgency, social_proof and other_pressure; a reduction or a price is none here, as the set knows no such kind.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "training"))

import claims
from fit import folds

from toonbank.etiquette import Draft, check, claimlike, likely
from toonbank.language.linear import Linear

KINDS = ("scarcity", "urgency", "social_proof", "other_pressure")
PRESSING = KINDS[:3]
Found = set[str]


def whole_engine(learned: Sequence[claims.Row]) -> Callable[[str], Found]:
    """The checker, with a model that learned from these rows and from our own."""
    ours = [*claims.own_rows(), *claims.voiced_rows()]
    content = claims.weights_of([*learned, *ours, *claims.customer_rows(), *claims.talk_rows()])
    model = claimlike.Claimlike(Linear.read(content))

    def found(text: str) -> Found:
        likely.claimlike = lambda: model
        return {claim.kind for claim in check(Draft(text, lang="en")).claims} & set(KINDS)

    return found


def bag_of_words(learned: Sequence[claims.Row]) -> Callable[[str], Found]:
    """The usual peer: TF-IDF of words and pairs, one logistic regression of five classes."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    peer = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=10, max_iter=1000, class_weight="balanced", random_state=7),
    )
    peer.fit([row.text for row in learned], [row.kind for row in learned])
    return lambda text: {str(peer.predict([text])[0])} & set(KINDS)


def f1(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (true, found)."""
    hit = sum(true and found for true, found in pairs)
    precision = hit / max(1, sum(found for _, found in pairs))
    recall = hit / max(1, sum(true for true, _ in pairs))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def report(name: str, rows: Sequence[claims.Row], found: Sequence[Found], spent: float) -> None:
    """Print the measures of one contender."""
    print(f"== {name}: {len(rows) / spent:,.0f} lines per CPU second")
    measures = {
        "claim or not": [(row.kind != "none", bool(one)) for row, one in zip(rows, found, strict=True)]
    }
    for kind in KINDS:
        measures[kind] = [(row.kind == kind, kind in one) for row, one in zip(rows, found, strict=True)]
    for label, pairs in measures.items():
        precision, recall, both = f1(pairs)
        print(f"{label:16} precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}")
    innocent = [one for row, one in zip(rows, found, strict=True) if row.kind == "none"]
    pressed = sum(bool(one & set(PRESSING)) for one in innocent)
    print(
        f"none rows called scarcity, urgency or social_proof: {pressed} of {len(innocent)} ({pressed / len(innocent):.1%})"
    )


def main() -> None:
    """Cross-validate both and print."""
    if not claims.DATA.is_dir():
        sys.exit("There are no data to measure on: ../shared/data is absent.")
    rows = claims.shop_rows()
    contenders = {"toonbank, structure and model": whole_engine, "scikit-learn TF-IDF + LR": bag_of_words}
    for name, train in contenders.items():
        found: list[Found] = [set() for _ in rows]
        spent = 0.0
        for learn, judge in folds([row.kind for row in rows]):
            answer = train([rows[one] for one in learn])
            began = time.process_time()
            for one in judge:
                found[one] = answer(rows[one].text)
            spent += time.process_time() - began
        report(name, rows, found, spent)
        if "--show" in sys.argv and name.startswith("toonbank"):
            for row, one in zip(rows, found, strict=True):
                if {row.kind} - {"none"} != one:
                    print(f"   {row.kind:14} {sorted(one)} {row.text[:150]}")


if __name__ == "__main__":
    main()
