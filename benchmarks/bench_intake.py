"""How fast the counter takes in what people say, with triage, and whether a bad line ends in the same counter as a good one.

One process stores and takes in a made-up stream: comments, mentions, direct messages and reviews of 20,000 people, answers given in
the network's app, edits and deletions. Then the same stream as a bad line delivers it, into a second shop: a tenth is lost
and asked for again days later, a seventh comes twice, nothing comes in its place. All columns of both counters are compared, with
their cases and with how each story ends; the clock moves on with what is said.

    .venv/bin/python benchmarks/bench_intake.py            # 200,000 events, SQLite in a folder of its own
    .venv/bin/python benchmarks/bench_intake.py 20000
    TOONBANK_DATABASE=postgresql://... .venv/bin/python benchmarks/bench_intake.py
"""

import os
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
# Gone with the process.
_home = tempfile.TemporaryDirectory(prefix="toonbank-bench-", ignore_cleanup_errors=True)
os.environ["TOONBANK_HOME"] = _home.name
os.environ["DJANGO_SETTINGS_MODULE"] = "toonbank.web.settings"
os.environ.setdefault("TOONBANK_LOG_LEVEL", "ERROR")

import django

django.setup()

from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.management import call_command
from django_scopes import scope

from conversations.counter import counter
from conversations.streams import Life, troubled
from toonbank.conversations.intake import AT_ONCE, keep, take_in
from toonbank.shops.models import Account, Shop
from toonbank.shops.statistics import renew_statistics
from toonbank.triage import triage

HEAP = 100
COUNTED_EVERY = timedelta(days=30)
REACH, ASKED = 400, 4_000
"""How many places an event strays, and after how many others one that was lost is asked for: a day, and ten days."""


def heard(name: str, events: list) -> dict[str, str]:
    """A shop that hears these events; the check sums of all that its counter shows."""
    shop = Shop.objects.create(name=name, slug=f"{name}-{os.getpid()}")
    with scope(shop=shop):
        account = Account.objects.create(shop=shop, kind="square", name="Oefenplein", handle="jas")
        begun, busy = time.perf_counter(), time.process_time()
        slowest, now = 0.0, events[0].at
        counted = now
        for start in range(0, len(events), AT_ONCE):
            heaps = events[start : start + AT_ONCE]
            for heap in range(0, len(heaps), HEAP):
                now = _later(now, heaps[heap : heap + HEAP])
                keep(shop, account, heaps[heap : heap + HEAP], now=now)
            if now - counted > COUNTED_EVERY:
                renew_statistics()
                counted = now
            batch = time.perf_counter()
            while take_in(shop, now=now):
                pass
            slowest = max(slowest, time.perf_counter() - batch)
        took, worked = time.perf_counter() - begun, time.process_time() - busy
        print(
            f"{name:6s} {len(events):,} deliveries: {len(events) / worked:,.0f} a CPU second, {len(events) / took:,.0f} a second"
            f" on the clock; slowest batch of {AT_ONCE}: {slowest:.2f} s",
            flush=True,
        )
        rows = counter()
        print("       " + ", ".join(f"{what} {len(found):,}" for what, found in rows.items()))
        return {what: sha256(repr(found).encode()).hexdigest() for what, found in rows.items()}


def _later(now: datetime, said: list) -> datetime:
    """The clock of the desk once this was delivered."""
    return max(now, *(one.changed_at or one.at for one in said))


def main() -> int:
    """0 when both counters are the same."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    call_command("migrate", verbosity=0)
    triage("Warm worden.")
    print(f"{settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}, {count:,} events")
    events = Life(1, posts=max(12, count // 100), people=20_000).events(count)
    clean = heard("clean", events)
    rough = heard("rough", troubled(events, 2, reach=REACH, asked=ASKED))
    differs = [what for what in clean if clean[what] != rough[what]]
    print("the counters are the same" if not differs else f"DIFFERENT: {', '.join(differs)}")
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
