"""How well and how fast triage hears, beside VADER and a TF-IDF with logistic regression, in one run.

Everything that is learned is judged on folds it did not see: five of them, cut by a fixed seed, all data at once.
Nothing is learned from the book reviews. Messages are counted in seven coarse kinds: serious (danger, law and press),
complaint (all four levels), asking (doubt, question), criticism, compliment, chat, spam-abuse.
The word lists and practice messages were written by somebody who had read about half of the messages; the other half (an
odd check sum of the id) was never read, and is told apart as "unread": the honest figure.

    .venv/bin/python benchmarks/bench_triage.py
"""

import os
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "training"))
from fit import folds
from messages import DATA, Message, complaints, emotions, messages_dev, own, reviews
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, precision_recall_fscore_support
from sklearn.pipeline import make_pipeline

import triage as training
from toonbank.language.linear import Linear, write
from toonbank.triage import GRAVE, Triage, triage
from toonbank.triage.weighing import Model, Rules, Scale

PEERS = Path(os.environ.get("TOONBANK_PEERS") or "~/.cache/toonbank-peers").expanduser() / "sentiment"
COARSE = {"danger": "serious", "legal-press": "serious", "doubt": "asking", "question": "asking"}
PRECISION = 0.62


def coarse(kind: str) -> str:
    """One of seven."""
    return "complaint" if kind.startswith("complaint") else COARSE.get(kind, kind)


def judged(texts: Sequence[Message], by: Scale) -> dict[str, Triage]:
    """The answer to each message, language given."""
    return {one.id: triage(one.text, "nl" if one.language == "nl" else "en", by=by) for one in texts}


def cross_validated(messages: list[Message], tweets: list[Message]) -> dict[str, Triage]:
    """Every message and tweet judged by a model that learned from neither it nor its fold."""
    rest, seen, answers = [*own(), *emotions()], {}, {}
    cuts = zip(folds([one.kind for one in messages]), folds([one.severity for one in tweets]), strict=True)
    for (learn, judge), (learn_tweets, judge_tweets) in cuts:
        known = [*(messages[one] for one in learn), *(tweets[one] for one in learn_tweets), *rest]
        model = Model(Linear.read(write(training.train(known, seen))))
        answers |= judged([*(messages[one] for one in judge), *(tweets[one] for one in judge_tweets)], model)
    return answers


def tell_complaints(
    name: str, tweets: Sequence[Message], called: Sequence[bool], scores: Sequence[float]
) -> None:
    """Macro F1 of complaint or not; recall of levels 3 and 4 where the precision of all called is still 0.62."""
    truth = [bool(one.severity) for one in tweets]
    order = sorted(range(len(tweets)), key=lambda one: -scores[one])
    right = grave = best = 0
    for count, one in enumerate(order, start=1):
        right += truth[one]
        grave += (tweets[one].severity or 0) >= 3
        if right / count >= PRECISION:
            best = grave
    all_grave = sum((one.severity or 0) >= 3 for one in tweets)
    macro = f1_score(truth, called, average="macro")
    print(
        f"complaints_en  {name:24s} macro F1 {macro:.3f}  grave found at {PRECISION}: {best / all_grave:.3f}"
    )


def tell_kinds(name: str, messages: Sequence[Message], kinds: Sequence[str]) -> None:
    """Macro F1 of the coarse kinds, all and unread, each kind, and how much of the serious is found."""
    truth = [coarse(one.kind or "") for one in messages]
    said = [coarse(kind) for kind in kinds]
    unread = [place for place, one in enumerate(messages) if zlib.crc32(one.id.encode()) % 2]
    half = f1_score([truth[one] for one in unread], [said[one] for one in unread], average="macro")
    print(
        f"messages_dev   {name:24s} macro F1 {f1_score(truth, said, average='macro'):.3f}  unread half {half:.3f}"
    )
    names = sorted(set(truth))
    for label, precision, recall, f1, count in zip(
        names, *precision_recall_fscore_support(truth, said, labels=names, zero_division=0), strict=True
    ):
        print(f"    {label:12s} precision {precision:.2f} recall {recall:.2f} F1 {f1:.2f} ({count})")


def tell_tone(name: str, texts: Sequence[Message], tones: Sequence[str]) -> None:
    """How many book reviews get their tone; neutral counts as wrong."""
    right = sum(one.sentiment == tone for one, tone in zip(texts, tones, strict=True))
    print(f"reviews_nl     {name:24s} accuracy {right / len(texts):.3f}")


def tell_calm(name: str, texts: Sequence[Message], by: Scale) -> None:
    """How often a comment that is not angry, about anything at all, is taken for danger, law or press: each is a false alarm."""
    alarms = sum(answer.kind in GRAVE[:2] for answer in judged(texts, by).values())
    print(f"comments       {name:24s} danger or law in {alarms / len(texts):.2%} of {len(texts):,} calm ones")


def tell_speed(name: str, texts: Sequence[str], work: Callable[[str], object]) -> None:
    """Texts per CPU second on one core: the first time (words are new; the first fifth is not counted), and once more."""
    for text in texts[: len(texts) // 5]:
        work(text)
    rest = texts[len(texts) // 5 :]
    per_second = []
    for _ in range(2):
        began = time.process_time()
        for text in rest:
            work(text)
        per_second.append(len(rest) / (time.process_time() - began))
    print(f"speed          {name:24s} {per_second[0]:,.0f} per CPU second, again {per_second[1]:,.0f}")


def vader() -> Callable[[str], float]:
    """VADER's compound score, from a folder of its own."""
    if not (PEERS / "vaderSentiment").is_dir():
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "install",
                "-q",
                "--no-deps",
                "--target",
                str(PEERS),
                "vaderSentiment==3.3.2",
            ],
            check=True,
        )
    sys.path.append(str(PEERS))
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return lambda text: float(analyzer.polarity_scores(text)["compound"])


def tfidf() -> object:
    """The usual beginning: words and pairs, TF-IDF, logistic regression."""
    return make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=10, class_weight="balanced", max_iter=300),
    )


def tfidf_cross_validated(texts: Sequence[str], truth: Sequence[object]) -> tuple[list[object], list[float]]:
    """Labels and, for two classes, the probability of the second, on unseen folds."""
    called: list[object] = [None] * len(texts)
    scores = [0.0] * len(texts)
    for learn, judge in folds(truth):
        model = tfidf().fit([texts[one] for one in learn], [truth[one] for one in learn])
        chances = model.predict_proba([texts[one] for one in judge])
        for one, chance in zip(judge, chances, strict=True):
            called[one] = model.classes_[chance.argmax()]
            scores[one] = float(chance[-1])
    return called, scores


def peers(messages: Sequence[Message], tweets: Sequence[Message], texts: Sequence[Message]) -> None:
    """The same questions to VADER and to TF-IDF; VADER reads English only, and knows no kinds."""
    compound = vader()
    scores = [-compound(one.text) for one in tweets]
    tell_complaints("VADER, negative", tweets, [score > 0 for score in scores], scores)
    tell_tone("VADER (English only)", texts, ["pos" if compound(one.text) >= 0 else "neg" for one in texts])
    said = [one.text for one in tweets]
    called, chances = tfidf_cross_validated(said, [bool(one.severity) for one in tweets])
    tell_complaints("TF-IDF + LR", tweets, [bool(one) for one in called], chances)
    kinds, _ = tfidf_cross_validated([one.text for one in messages], [one.kind for one in messages])
    tell_kinds("TF-IDF + LR", messages, [str(kind) for kind in kinds])
    speaking = [one.text for one in messages]
    tell_speed("VADER", speaking, compound)
    model = tfidf().fit(speaking, [one.kind for one in messages])
    tell_speed("TF-IDF + LR, one by one", speaking, lambda text: model.predict_proba([text]))


def main() -> int:
    """All figures of triage."""
    if not DATA.is_dir():
        print("There are no data to measure on: ../shared/data is absent.", file=sys.stderr)
        return 1
    messages, tweets, texts = list(messages_dev()), list(complaints()), list(reviews())
    speaking = [one.text for one in messages]
    tell_speed("toonbank, language guessed", speaking, lambda text: triage(text).as_json())
    tell_speed("toonbank, rules alone", speaking, lambda text: triage(text, by=Rules()).as_json())
    answers = cross_validated(messages, tweets)
    called = [answers[one.id].kind in GRAVE for one in tweets]
    tell_complaints("toonbank", tweets, called, [answers[one.id].score for one in tweets])
    tell_kinds("toonbank", messages, [answers[one.id].kind for one in messages])
    right = sum(answers[one.id].kind == one.kind for one in messages) / len(messages)
    print(f"               all twelve kinds: {right:.3f} right")
    tell_tone("toonbank", texts, [answer.sentiment for answer in judged(texts, training_free()).values()])
    tell_calm("toonbank", [one for one in emotions() if one.sentiment != "neg"], training_free())
    rules = judged([*messages, *tweets], Rules())
    tell_kinds("toonbank, rules alone", messages, [rules[one.id].kind for one in messages])
    peers(messages, tweets, texts)
    return 0


def training_free() -> Scale:
    """The model of the package: no review was ever among what it learned from."""
    from toonbank.triage.weighing import scale

    return scale()


if __name__ == "__main__":
    sys.exit(main())
