"""Our own pages on a filled counter: milliseconds, queries, and eight clients on two processes. Run by bench_counter.py."""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from counter.clients import eight_clients, serving
from counter.rows import fill, size_on_disk, vocabulary
from toonbank.channels.base import Incoming
from toonbank.conversations.asking import Asked
from toonbank.conversations.intake import keep, take_in
from toonbank.conversations.models import Conversation
from toonbank.shops.desk import at
from toonbank.shops.models import Account, Member, Shop

RUNS = int(os.environ.get("BENCH_RUNS", "60"))
MANY = 200
ASKS = "Valt de Merel groot? Ik zit tussen 38 en 40 in."


def timed(ask: Callable[[], Any], runs: int) -> dict[str, float]:
    """Milliseconds on the clock (median, p95, p99) and of this process (median)."""
    ask()
    clock, cpu = [], []
    for _ in range(runs):
        busy, began = time.process_time(), time.perf_counter()
        ask()
        clock.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - busy) * 1000)
    clock.sort()
    cpu.sort()
    return {
        "median": round(statistics.median(clock), 1),
        "p95": round(clock[int(runs * 0.95)], 1),
        "p99": round(clock[int(runs * 0.99)], 1),
        "cpu_median": round(statistics.median(cpu), 1),
        "cpu_p99": round(cpu[int(runs * 0.99)], 1),
    }


class Pages:
    """One member with a browser."""

    def __init__(self, shop: Shop, member: Member) -> None:
        self.shop, self.member = shop, member
        self.client = Client(SERVER_NAME="127.0.0.1")
        self.client.force_login(member.person, backend="django.contrib.auth.backends.ModelBackend")

    def get(self, page: str, *args: object, query: str = "") -> bytes:
        """A page; it must be there."""
        answer = self.client.get(at(self.shop, page, *args) + query)
        assert answer.status_code == 200, (page, answer.status_code)
        return answer.content

    def queries(self, ask: Callable[[], Any]) -> int:
        """How often it asks the database."""
        ask()
        with CaptureQueriesContext(connection) as queries:
            ask()
        return len(queries)


def deep_marks(shop: Shop) -> list[str]:
    """Places all over the row; the last leads to its last page."""
    with scope(shop=shop):
        due = Conversation.objects.waiting().in_turn()
        count = due.count()
        places = [due[place] for place in sorted({count * part // 20 for part in range(20)} - {count})]
        end = due.reverse()[min(25, count - 1)]
    return [f"{one.band}_{one.due_at.isoformat()}_{one.pk}" for one in [*places, end] if one.due_at]


def searches() -> Iterator[str]:
    """What people look for: common words, rare ones, two at once, the beginning of one, and what nobody said."""
    chance, words = random.Random(11), vocabulary()
    while True:
        common, middle, rare = (
            chance.choice(words[low:high]) for low, high in ((0, 60), (60, 3000), (3000, 30000))
        )
        for asked in (common, middle, rare, f"{common} {middle}", f"{common} {chance.choice(words[:60])}"):
            yield asked
        for asked in (f"{middle} {rare}", middle[:3], common[:4], rare[:5], f"xq{chance.randrange(10**6)}"):
            yield asked


def create(shop: Shop) -> Callable[[], None]:
    """Keep an event and take it in, with triage, as a webhook does."""
    number = iter(range(10**9))
    account = Account.objects.get(shop=shop)

    def one() -> None:
        now, count = datetime.now(UTC), next(number)
        event = Incoming(
            f"new-{count}", f"klant{count}", ASKS, now, author_id=f"new{count}", author_name=f"Klant {count}"
        )
        keep(shop, account, [event], now=now)
        take_in(shop, now=now)

    return one


def the_pages(pages: Pages) -> dict[str, Any]:
    """Each page once more than a few times, with its queries."""
    found = searches()
    marks = deep_marks(pages.shop)
    with scope(shop=pages.shop):
        talks = list(Conversation.objects.waiting().values_list("pk", flat=True).order_by("pk")[:500])
    chance = random.Random(5)
    cases: dict[str, Callable[[], Any]] = {
        "queue, first page": lambda: pages.get("conversations:queue"),
        "queue, last page": lambda: pages.get("conversations:queue", query=Asked().address(mark=marks[-1])),
        "queue, one label": lambda: pages.get("conversations:queue", query="?label=doubt"),
        "settled, first page": lambda: pages.get("conversations:queue", query="?place=settled"),
        "search": lambda: pages.get(
            "conversations:queue", query=Asked(place="all").address(words=next(found))
        ),
        "detail": lambda: pages.get("conversations:read", chance.choice(talks)),
    }
    told: dict[str, Any] = {}
    for name, ask in cases.items():
        told[name] = timed(ask, RUNS) | {"queries": pages.queries(ask)}
    with scope(shop=pages.shop):
        told["create"] = timed(create(pages.shop), RUNS)
    return told


def the_tails(pages: Pages) -> dict[str, Any]:
    """The slowest of many: any page of the row, any search in this shop."""
    marks, found, chance = deep_marks(pages.shop), searches(), random.Random(1)

    def any_page() -> None:
        mark = chance.choice(["", "", *marks])
        pages.get("conversations:queue", query=Asked().address(mark=mark))

    def any_search() -> None:
        pages.get("conversations:queue", query=Asked(place="all").address(words=next(found)))

    return {"queue, any page": timed(any_page, MANY), "search, any words": timed(any_search, MANY)}


def together(pages: Pages, seconds: float) -> dict[str, Any]:
    """Eight clients who ask for the row, on two processes of the desk's own server."""
    cookie = pages.client.cookies[settings.SESSION_COOKIE_NAME].value
    with serving("toonbank.web.wsgi:application", Path(settings.HOME)) as port:
        return eight_clients(
            port, at(pages.shop, "conversations:queue"), f"{settings.SESSION_COOKIE_NAME}={cookie}", seconds
        )


def main() -> None:
    """`ours.py MESSAGES SHOPS`: one JSON object."""
    messages, shops = int(sys.argv[1]), int(sys.argv[2])
    call_command("migrate", verbosity=0)
    made, members, took = fill(messages, shops=shops, now=datetime.now(UTC))
    told: dict[str, Any] = {
        "database": connection.vendor,
        "messages": messages,
        "shops": shops,
        "seconds_to_fill": round(took),
        "megabytes": size_on_disk(),
    }
    pages = Pages(made[0], members[0])
    if shops == 1:
        told["pages"] = the_pages(pages)
        told["together"] = together(pages, float(os.environ.get("BENCH_SECONDS", "10")))
    told["tails"] = the_tails(pages)
    if shops > 1:
        told["tails of the smallest shop"] = the_tails(Pages(made[-1], members[-1]))
    print(json.dumps(told))


if __name__ == "__main__":
    main()
