"""How long the audit of a large archive takes, and how much memory: all processes together. Run it alone.

    .venv/bin/python benchmarks/bench_audit.py                   # a million posts, and a tenth of that beside it
    .venv/bin/python benchmarks/bench_audit.py --posts 20000     # quicker
    .venv/bin/python benchmarks/bench_audit.py --jobs 1

The archive is made here, in the layout of X, in a folder of its own that is removed: posts, replies and reposts over ten
years, Dutch and English, put together from sentences of shops with other words in each. Memory is the proportional share
(PSS) of the command and its workers, looked at four times a second; pages that they share count once.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bench_check import CALM, CLAIMS

YEARS = 10
BEGINS = datetime(2016, 11, 1, 8, tzinfo=UTC)
THINGS = {
    "nl": "jassen mutsen sjaals laarzen truien dekens tassen riemen handschoenen paraplu's wanten sokken vesten petten".split(),
    "en": "coats hats scarves boots jumpers throws bags belts gloves umbrellas mittens socks cardigans caps".split(),
}
PLACES = {
    "nl": "op de plank;in de etalage;in het rek;naast de kassa;in het magazijn;bij de deur;op de tafel".split(
        ";"
    ),
    "en": "on the shelf;in the window;on the rail;beside the till;in the stock room;by the door;on the table".split(
        ";"
    ),
}
# Sentences with holes, so that there are about as many different ones as a shop would write.
TOLD = {
    "nl": (
        "Vandaag kwamen de {thing} binnen {place}, gemaakt in {town} door iemand die dat al {number} jaar doet.",
        "{name} uit {town} vroeg waarom haar {thing} steeds nat worden; het antwoord is bijna altijd: was ze {number} minuten.",
        "Zo houd je {thing} {number} winters mooi: niet in de droger, wel {day} buiten in de wind.",
        "De {thing} {place} zijn van wol uit {town}, en dat ruik je als het regent.",
        "{day} doen we voor hoe je {thing} waterdicht maakt; er is koffie en plaats voor {number} mensen.",
        "Wie weet er een goede naam voor {number} {thing} die al sinds {day} {place} staan te wachten?",
        "{name} maakte een tekening van de {thing} {place}; hij hangt nu naast de spiegel in {town}.",
        "Let op: {day} zijn we dicht, want {name} leert ons in {town} hoe je {thing} repareert.",
    ),
    "en": (
        "The {thing} came in today, {place}, made in {town} by somebody who has done so for {number} years.",
        "{name} from {town} asked why her {thing} keep getting wet; the answer is nearly always: wash them {number} minutes.",
        "How to keep {thing} well for {number} winters: not in the dryer, but outside in the wind on {day}.",
        "The {thing} {place} are of wool from {town}, and you can smell that when it rains.",
        "On {day} we show how to make {thing} waterproof; there is coffee, and room for {number} people.",
        "Who knows a good name for {number} {thing} that have been waiting {place} since {day}?",
        "{name} made a drawing of the {thing} {place}; it hangs beside the mirror in {town} now.",
        "Mind: we are closed on {day}, for {name} will teach us in {town} how to repair {thing}.",
    ),
}
NAMES = "Els Tess Omar Joke Ilse Ruben Fenna Sanne Daan Mila Karim Aagje Wout Jorien Teun Loes".split()
TOWNS = "Zutphen Warnsveld Lochem Gorssel Vorden Brummen Deventer Doesburg Eefde Almen Hengelo Borculo Ruurlo".split()
DAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
REPLIES = {
    "nl": (
        "Ja hoor, de {thing} liggen {place}. Kom {day} gerust passen, {name} is er dan ook.",
        "Wat vervelend van je {thing}. Breng ze {day} langs, dan kijkt {name} ernaar.",
        "Bedankt voor je bericht! Fijne dag verder.",
        "De maat van de {thing} uit {town} valt ruim; neem er een kleiner, dan heb je {number} dagen om te ruilen.",
    ),
    "en": (
        "Yes, the {thing} are {place}. Do come and try on {day}, {name} will be in as well.",
        "Sorry about your {thing}. Bring them in on {day} and {name} will have a look.",
        "Thanks for reaching out! Have a great day.",
        "The {thing} from {town} run large; take one size smaller, you have {number} days to change them.",
    ),
}


def tweets(count: int) -> Iterator[dict[str, object]]:
    """So many posts, newest first as X writes them, seeded."""
    chance = random.Random(1966)
    span = timedelta(days=365 * YEARS) / count
    for number in reversed(range(count)):
        at = BEGINS + span * number
        lang = chance.choice(("nl", "en"))
        tweet: dict[str, object] = {
            "retweeted": False,
            "source": '<a href="https://example.org" rel="nofollow">Web</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
            "display_text_range": ["0", "140"],
            "favorite_count": str(chance.randrange(40)),
            "id_str": str(10**15 + number),
            "truncated": False,
            "created_at": f"{at:%a %b %d %H:%M:%S} +0000 {at:%Y}",
            "favorited": False,
            "lang": lang,
        }
        lot = chance.random()
        words = {"thing": chance.choice(THINGS[lang]), "place": chance.choice(PLACES[lang])}
        if lot < 0.05:
            tweet["full_text"] = f"RT @buren: De {words['thing']} zijn er."
        elif lot < 0.30:
            tweet |= {"in_reply_to_status_id_str": str(number), "in_reply_to_user_id_str": "77"}
            tweet["full_text"] = f"@klant{number % 5000} " + chance.choice(REPLIES[lang]).format(
                **holes(chance, lang), **words
            )
        else:
            tweet["full_text"] = post(chance, lang, words)
        yield {"tweet": tweet}


def post(chance: random.Random, lang: str, words: dict[str, str]) -> str:
    """One post; four in ten make a claim, the rest tells something."""
    sentences = [chance.choice(TOLD[lang]) for _ in range(chance.randint(1, 2))]
    if chance.random() < 0.4:
        sentences.insert(0, chance.choice(CLAIMS[lang]))
    if chance.random() < 0.1:
        sentences.append(chance.choice(CALM[lang]))
    return " ".join(one.format(**holes(chance, lang), **words) for one in sentences)


def holes(chance: random.Random, lang: str) -> dict[str, object]:
    """What stands in the holes this time."""
    names, towns, days = chance.choice(NAMES), chance.choice(TOWNS), chance.choice(DAYS[lang])
    return {"name": names, "town": towns, "day": days, "number": chance.randint(2, 90)}


def make_archive(path: Path, count: int) -> None:
    """The zip, written as a stream, as X lays it out."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        account = [{"account": {"username": "jas_zutphen", "accountId": "5", "accountDisplayName": "Jas"}}]
        archive.writestr("data/account.js", "window.YTD.account.part0 = " + json.dumps(account, indent=2))
        with archive.open("data/tweets.js", "w", force_zip64=True) as file:
            file.write(b"window.YTD.tweets.part0 = [\n")
            for number, tweet in enumerate(tweets(count)):
                file.write((b",\n" if number else b"") + json.dumps(tweet, indent=2).encode())
            file.write(b"\n]")


def measure(archive: Path, jobs: int) -> tuple[float, float, float, dict[str, object]]:
    """Seconds by the clock, seconds of all processors, megabytes at most, and the report."""
    out = archive.with_suffix(".json")
    began = time.perf_counter()
    before = os.times()
    command = [
        sys.executable,
        "-m",
        "toonbank.cli.main",
        "audit",
        str(archive),
        "--json",
        str(out),
        "--jobs",
        str(jobs),
    ]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0
    while run.poll() is None:
        peak = max(peak, sum(map(share_of, family(run.pid))))
        time.sleep(0.25)
    after = os.times()
    if run.returncode != 0:
        sys.exit(f"the audit ended with status {run.returncode}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - began, spent, peak / 1024, json.loads(out.read_bytes())


def family(pid: int) -> list[int]:
    """The process and those it started."""
    found = [pid]
    for one in found:
        try:
            tasks = Path(f"/proc/{one}/task").iterdir()
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def share_of(pid: int) -> int:
    """Kilobytes that count as this process's; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--posts", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    print("| posts | megabytes | jobs | seconds | CPU seconds | posts a second | peak memory, MB |")
    print("|---|---|---|---|---|---|---|")
    for count in (asked.posts // 10, asked.posts):
        with tempfile.TemporaryDirectory() as folder:
            archive = Path(folder) / "archive.zip"
            make_archive(archive, count)
            with zipfile.ZipFile(archive) as packed:
                size = packed.getinfo("data/tweets.js").file_size / 1e6
            seconds, spent, peak, report = measure(archive, asked.jobs)
        assert report["posts"] + report["replies"] + report["reposts"] == count, report
        rate = count / seconds
        print(
            f"| {count:,} | {size:,.0f} | {asked.jobs} | {seconds:,.1f} | {spent:,.1f} | {rate:,.0f} | {peak:,.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
