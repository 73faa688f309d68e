"""How fast the checker is: posts per CPU second, p50 and p99, and a cold command. One core; run it alone.

    .venv/bin/python benchmarks/bench_check.py            # with the scanner's wheel, when it is installed
    .venv/bin/python benchmarks/bench_check.py --no-wheel # pure Python
    .venv/bin/python benchmarks/bench_check.py --cold     # only the cold command
    .venv/bin/python benchmarks/bench_check.py --fresh    # texts that repeat no sentence, from ../shared/data

The posts are made up by this file from sentences of shops, Dutch and English, 50 to 500 characters, four in ten with a
claim. The facts hold twelve products with prices and stock, two promotions, counts and reviews.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

CALM = {
    "nl": (
        "Vandaag kwam de nieuwe wol binnen, in zes tinten grijs.",
        "Wie wil weten hoe je een waxjas weer waterdicht maakt, loopt even binnen.",
        "We doen het voor en je krijgt het stappenplan mee naar huis.",
        "Was een wollen jas op dertig graden in een kussensloop, dan vilt hij niet.",
        "Zaterdag zijn we open van tien tot vijf.",
        "De etalage is klaar: kijk maar eens naar de hoek met de fietstassen.",
        "Een klant vroeg waarom haar rits steeds vastloopt.",
        "Het antwoord is bijna altijd: een beetje kaarsvet.",
        "De muts past onder een fietshelm, want hij is dun gebreid.",
        "Maandag is Noor er niet, dan staat Bas achter de toonbank.",
        "Wat gebruik jij tegen motten? Wij verzamelen tips.",
        "Vorige week leerden we van een schoenmaker hoe je zolen langer goed houdt.",
        "De voering is van gerecycled polyester, dat staat ook op het etiket.",
        "Past hij niet? Ruil hem, ook zonder bon.",
        "Het regent nog tot donderdag, dus hang je jas niet boven de kachel.",
    ),
    "en": (
        "The new wool came in today, in six shades of grey.",
        "Want to know how to wax your coat again? Drop by and we will show you.",
        "You take the list of steps home with you.",
        "Wash a wool coat at thirty degrees inside a pillow case and it will not felt.",
        "On Saturday we are open from ten to five.",
        "The window is done: have a look at the corner with the bicycle bags.",
        "A customer asked why her zip keeps getting stuck.",
        "The answer is nearly always a bit of candle wax.",
        "The hat fits under a helmet because it is knitted thin.",
        "What do you use against moths? We collect tips.",
        "Last week a cobbler taught us how to make soles last longer.",
        "The lining is recycled polyester, as the label says.",
        "Does it not fit? Bring it back, receipt or no receipt.",
        "It rains until Thursday, so do not hang your coat over the stove.",
    ),
}
CLAIMS = {
    "nl": (
        "Nog maar 3 mutsen Kleine Beer op de plank!",
        "Van de regenjas Zutphen hangen er nog 4 in het rek.",
        "De wollen plaid is bijna uitverkocht.",
        "Was 89, nu 59 euro.",
        "30% korting op alle jassen, tot en met zondag 29 november.",
        "Alleen vandaag voor de halve prijs.",
        "Al 3.900 keer bezorgd.",
        "Onze klanten geven ons een 8,7.",
        "De muts kost 24,95.",
        "Ons meest verkochte paar laarzen.",
        "Like en deel dit bericht!",
        "Mevrouw De Wit uit Warnsveld kocht hem vandaag.",
        "Wees er snel bij, op is op.",
    ),
    "en": (
        "Only 3 Little Bear hats left on the shelf!",
        "We have 4 Zutphen rain coats in stock.",
        "The wool throw is almost sold out.",
        "Was 89, now 59 euro.",
        "30% off all coats, until Sunday 29 November.",
        "Half price, today only.",
        "Delivered 3,900 times so far.",
        "Customers rate us 8.7.",
        "The hat costs 24.95.",
        "Our best-selling boots.",
        "Tag a friend who needs this!",
        "Be quick, while stocks last.",
    ),
}
NAMES = (
    ("muts Kleine Beer", "Little Bear hat"),
    ("regenjas Zutphen", "Zutphen rain coat"),
    ("wollen plaid", "wool throw"),
    ("laarzen IJssel", "IJssel boots"),
    ("sjaal Mos", "Moss scarf"),
    ("fietstas", "bicycle bag"),
    ("waxjas Noord", "North wax coat"),
    ("trui Berkel", "Berkel jumper"),
    ("handschoenen", "gloves"),
    ("sokken", "socks"),
    ("riem", "belt"),
    ("paraplu", "umbrella"),
)
SHARE_WITH_CLAIMS = 0.4
POSTS = 5000
COLD_RUNS = 10
FRESH = Path(__file__).resolve().parents[2] / "shared" / "data" / "reviews_nl.tsv"


def make_posts(count: int = POSTS, seed: int = 7) -> list[str]:
    """So many posts, always the same for a seed."""
    chance = random.Random(seed)
    posts = []
    while len(posts) < count:
        lang = chance.choice(("nl", "en"))
        sentences = chance.sample(CALM[lang], chance.randint(1, 5))
        if chance.random() < SHARE_WITH_CLAIMS:
            sentences.insert(chance.randint(0, len(sentences)), chance.choice(CLAIMS[lang]))
        post = " ".join(sentences)
        if 50 <= len(post) <= 500:
            posts.append(post)
    return posts


def make_facts() -> dict[str, object]:
    """What Jas knows on this Saturday morning."""
    products = [
        {
            "ref": f"p{place}",
            "names": list(names),
            "stock": 4 * place + 1,
            "stock_at": "2026-11-21T09:12:00+01:00",
            "price": 24.95 + 10 * place,
            "price_history": [
                {"from": "2026-06-01", "to": "2026-11-14", "price": 34.95 + 10 * place},
                {"from": "2026-11-14", "price": 24.95 + 10 * place},
            ],
        }
        for place, names in enumerate(NAMES)
    ]
    return {
        "now": "2026-11-21T10:00:00+01:00",
        "products": products,
        "campaigns": [{"ref": "c1", "percent": 30, "starts": "2026-11-14", "ends": "2026-11-29"}],
        "counts": {"orders": 3950, "customers": 2100, "at": "2026-11-20"},
        "reviews": {"source": "Kiyoh", "count": 213, "average": 8.7, "scale": 10, "at": "2026-11-20"},
    }


def measure_warm() -> None:
    """Posts per CPU second over the whole run, and how long single posts take."""
    from toonbank.etiquette import Draft, Facts, check

    facts, posts = Facts.from_json(make_facts()), make_posts()
    for post in posts[:500]:
        check(Draft(post), facts)
    took, findings = [], 0
    began = time.process_time()
    for post in posts:
        before = time.process_time_ns()
        findings += len(check(Draft(post), facts).findings)
        took.append(time.process_time_ns() - before)
    spent = time.process_time() - began
    cuts = statistics.quantiles(took, n=100)
    mean = sum(map(len, posts)) / len(posts)
    print(f"posts            {len(posts)} (mean {mean:.0f} characters), {findings} findings")
    print(f"posts/cpu-s      {len(posts) / spent:,.0f}")
    print(f"p50              {cuts[49] / 1e6:.3f} ms")
    print(f"p99              {cuts[98] / 1e6:.3f} ms")


def measure_fresh() -> None:
    """The same on texts of people: every sentence is new, and a text has some three words that were not met before.

    The made-up posts share 54 sentences, so that whatever is remembered of a word or a sentence serves them all.
    """
    from toonbank.etiquette import Draft, Facts, check

    if not FRESH.exists():
        print(f"fresh texts      none: {FRESH} is not here")
        return
    texts = [max(line.split("\t"), key=len) for line in FRESH.read_text(encoding="utf-8").splitlines()[1:]]
    texts = [text for text in texts if 50 <= len(text) <= 500]
    random.Random(7).shuffle(texts)
    facts, half = Facts.from_json(make_facts()), len(texts) // 2
    for text in texts[:half]:
        check(Draft(text), facts)
    began = time.process_time()
    for text in texts[half:]:
        check(Draft(text), facts)
    spent = time.process_time() - began
    mean = sum(map(len, texts[half:])) / half
    print(f"fresh texts      {len(texts) - half} (mean {mean:.0f} characters), after as many others")
    print(f"texts/cpu-s      {(len(texts) - half) / spent:,.0f}")


def measure_cold() -> None:
    """The least wall time of ten cold commands, with a text and without facts.

    Python's byte code is there, as it is on any machine where the command ran before: where it may not be kept, every module
    is compiled each time, which takes 50 ms more.
    """
    command = [str(Path(sys.executable).with_name("toonbank")), "check", "Nog maar 3 mutsen op de plank!"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environment)
    took = []
    for _ in range(COLD_RUNS):
        before = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environment)
        took.append(time.perf_counter() - before)
    print(
        f"cold command     {min(took):.3f} s (least of {COLD_RUNS}), median {statistics.median(took):.3f} s"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-wheel", action="store_true", help="as if pyahocorasick were not installed")
    parser.add_argument("--cold", action="store_true", help="only the cold command")
    parser.add_argument("--fresh", action="store_true", help="only texts that repeat no sentence")
    asked = parser.parse_args()
    if asked.no_wheel:
        sys.modules["ahocorasick"] = None  # type: ignore[assignment]  # this is how an import is made to fail
    if asked.fresh:
        measure_fresh()
        return
    if not asked.cold:
        print("scanner          " + ("pure Python" if asked.no_wheel else "with the wheel"))
        measure_warm()
    measure_cold()


if __name__ == "__main__":
    main()
