"""How long a feed of 100,000 products takes to import, how much memory, and how fast the pages are afterwards.

    python benchmarks/bench_import.py                     on SQLite in a folder of its own
    python benchmarks/bench_import.py --products 10000
    TOONBANK_DATABASE=postgresql://... python benchmarks/bench_import.py

Aims: first import under 60 s, again unchanged under 30 s, peak memory under 300 MB, pages under 30 ms (median).
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
AIMS = {"first": 60.0, "unchanged": 30.0, "changed": 60.0}
PAGES = {
    "catalogue": "",
    "its end": "?at=end",
    "found": "?words=jas",
    "not found": "?words=qqqq",
    "low stock": "?show=low",
    "changed": "?show=changed",
    "not seen": "?show=unseen",
}


def main() -> int:
    """Returns 1 when an aim was missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only:
        return _measure(asked.only, Path(os.environ["BENCH_FEEDS"]))
    with tempfile.TemporaryDirectory(prefix="toonbank-bench-") as home:
        return _all(Path(home), asked.products)


def _all(home: Path, products: int) -> int:
    feeds = {"first": (), "unchanged": (), "changed": ("--changed", "0.05")}
    for name, more in feeds.items():
        words = ["--products", str(products), "--quantity", *more, "--out", str(home / f"{name}.xml")]
        subprocess.run([sys.executable, str(HERE / "make_feed.py"), *words], check=True)
    surroundings = {
        **os.environ,
        "TOONBANK_HOME": str(home / "desk"),
        "BENCH_FEEDS": str(home),
        "TOONBANK_LOG_LEVEL": "ERROR",
    }
    statuses = [
        # Each in a process of its own, so that the memory measured is its own.
        subprocess.run([sys.executable, __file__, "--only", name], env=surroundings, check=False).returncode
        for name in [*feeds, "pages"]
    ]
    return max(statuses)


def _measure(name: str, feeds: Path) -> int:
    _wake()
    return _pages() if name == "pages" else _import(name, feeds / f"{name}.xml")


def _wake() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "toonbank.web.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def _import(name: str, feed: Path) -> int:
    from django_scopes import scope

    from toonbank.evidence.importing import run_import
    from toonbank.evidence.models import FactSource
    from toonbank.shops.models import Shop

    shop, _ = Shop.objects.get_or_create(slug="jas", defaults={"name": "Jas"})
    moments = {"first": -2, "unchanged": -1, "changed": 0}
    with scope(shop=shop):
        source, _ = FactSource.objects.get_or_create(
            shop=shop, name="winkelfeed", defaults={"kind": "upload"}
        )
        began, worked = time.perf_counter(), time.process_time()
        run = run_import(source, feed, now=datetime.now(UTC) + timedelta(hours=moments[name]))
        took, worked = time.perf_counter() - began, time.process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:10} {run.rows} rows, {run.added} new, {run.changed} changed: "
        f"{took:.1f} s ({worked:.1f} s CPU), peak {memory:.0f} MB",
        flush=True,
    )
    return int(run.state != "done" or took > AIMS[name] or memory > 300)


def _pages() -> int:
    from django.conf import settings
    from django.test import Client
    from django_scopes import scope

    from toonbank.evidence.models import Product
    from toonbank.shops.models import Member, Person, Shop

    settings.ALLOWED_HOSTS = ["*"]
    shop = Shop.objects.get(slug="jas")
    person = Person.objects.filter(email="noor@jas.example").first() or Person.objects.create_user(
        "noor@jas.example", None, name="Noor"
    )
    with scope(shop=shop):
        Member.objects.get_or_create(shop=shop, person=person, defaults={"role": "owner"})
        middle = Product.objects.order_by("pk")[Product.objects.count() // 2]
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    slowest = 0.0
    for name, path in {**PAGES, "product": f"products/{middle.pk}/"}.items():
        took = [_once(client, f"/s/jas/evidence/{path}") for _ in range(21)]
        median = statistics.median(took)
        slowest = max(slowest, median)
        print(f"{name:10} {median * 1000:.1f} ms", flush=True)
    return int(slowest > 0.030)


def _once(client: "object", address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)  # type: ignore[attr-defined]  # Django is imported after its settings are known
    took = time.perf_counter() - began
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return took


if __name__ == "__main__":
    sys.exit(main())
