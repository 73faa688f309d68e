"""The pages of the desk with 100,000 products, 10,000 posts and 30,000 messages: milliseconds and queries of each.

Makes a shop of that size in a folder that is thrown away, signs in, and asks for each page `RUNS` times through Django's own
handler, so that the figure is what the desk itself takes, without a network. Median and p95 are on the clock; `cpu` is the
median of what our own process took, which a busy machine stretches less.
    python benchmarks/bench_pages.py [PRODUCTS [POSTS [MESSAGES]]]
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
# Gone with the process.
_home = tempfile.TemporaryDirectory(prefix="toonbank-bench-", ignore_cleanup_errors=True)
os.environ["TOONBANK_HOME"] = _home.name
os.environ["TOONBANK_LOG_LEVEL"] = "ERROR"
os.environ["DJANGO_SETTINGS_MODULE"] = "toonbank.web.settings"

import django

django.setup()

from counter.casework import work_through
from counter.rows import Made, talk_to
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from toonbank.conversations.casebook import Case, Storm
from toonbank.conversations.models import Conversation
from toonbank.evidence.models import PriceSeen, Product, ProductName, StockSeen
from toonbank.language.names import name_key
from toonbank.ledger.writing import record
from toonbank.posts.models import Approval, Delivery, Move, Post, Variant
from toonbank.relations.models import Contact
from toonbank.shops.desk import at
from toonbank.shops.models import Account, Member, Person, Shop
from toonbank.shops.statistics import renew_statistics

RUNS = int(os.environ.get("BENCH_RUNS", "40"))
HOURS_BETWEEN = 4
"""Six posts a day for four and a half years: more than good manners allow."""
THINGS = "Jas Muts Sjaal Want Plaid Trui Vest Broek Sok Tas Laars Regenjas Bodywarmer Cape Poncho".split()
NAMES = "Merel Wad Mos Lam Beer Duin Eik Heide Linde Reiger Vos Uil Zee Storm Nevel Ijs Zon Berk Haver Klaver".split()
COLOURS = "rood blauw groen mos oker zwart grijs zand roest wit".split()
TEXTS = (
    "Jas Merel is er weer in maat 38. Kom gerust passen, we zijn open tot zes.",
    "Zo was je een wollen muts: op 30 graden in een kussensloop, dan vilt hij niet.",
    "Er liggen 12 mutsen Kleine Beer. Welke kleur zullen we bijbestellen, en waarom?",
    "Plaid Mos kost 49,95. Ruilen kan zonder bon tot en met 10 december.",
)


def products(count: int) -> Iterator[str]:
    """`count` different titles."""
    for number in range(count):
        thing = THINGS[number % len(THINGS)]
        name = NAMES[(number // len(THINGS)) % len(NAMES)]
        colour = COLOURS[(number // (len(THINGS) * len(NAMES))) % len(COLOURS)]
        yield f"{thing} {name} {colour} {number // (len(THINGS) * len(NAMES) * len(COLOURS))}".removesuffix(
            " 0"
        )


def fill(shop: Shop, product_count: int, now: datetime) -> None:
    """A catalogue with ten observations a product."""
    chance = random.Random(7)
    titles = list(products(product_count))
    rows = [
        Product(
            shop=shop,
            ref=f"P{number}",
            title=title,
            availability="in_stock",
            stock=chance.randrange(80),
            stock_seen_at=now,
            price_cents=chance.randrange(500, 30000),
            price_seen_at=now,
            first_offered_at=now - timedelta(days=200),
            last_seen_at=now,
        )
        for number, title in enumerate(titles)
    ]
    Product.objects.bulk_create(rows, batch_size=2000)
    for start in range(0, len(rows), 5000):
        batch = rows[start : start + 5000]
        ProductName.objects.bulk_create(
            [ProductName(shop=shop, product=row, key=name_key(row.title)) for row in batch], batch_size=2000
        )
        seen = [
            {
                "shop": shop,
                "product": row,
                "seen_at": day,
                "last_seen_at": day + timedelta(days=9),
                "source": "feed",
            }
            for row in batch
            for day in (now - timedelta(days=10 * step) for step in range(1, 6))
        ]
        StockSeen.objects.bulk_create(
            [StockSeen(amount=chance.randrange(80), **fields) for fields in seen], batch_size=2000
        )
        PriceSeen.objects.bulk_create(
            [PriceSeen(price_cents=4995, **fields) for fields in seen], batch_size=2000
        )


def publish(made: Made, post_count: int, now: datetime) -> None:
    """Posts of every age."""
    shop, member, account = made.shop, made.member, made.account
    for number in range(post_count):
        when = now - timedelta(hours=HOURS_BETWEEN * number)
        state = "approved" if number % 5 else "submitted"
        post = Post.objects.create(
            shop=shop,
            author=member,
            edited_by=member,
            text=TEXTS[number % len(TEXTS)],
            state=state,
            plan_at=when,
            made_at=when,
            changed_at=when,
        )
        Variant.objects.create(shop=shop, post=post, account=account)
        if state == "approved":
            deliver(shop, member, post, account, when, number)
        if number % 20 == 0:
            record(shop, "approved", f"post:{post.pk}", {"text": post.text}, at=when)


def deliver(shop: Shop, member: Member, post: Post, account: Account, when: datetime, number: int) -> None:
    """A delivery that went out, or one of the last fifty that is still planned."""
    approval = Approval.objects.create(
        shop=shop,
        post=post,
        account=account,
        fingerprint="0" * 64,
        member=member,
        at=when,
        expires_at=when + timedelta(days=14),
        checkup={"lang": "nl", "claims": [], "findings": []},
    )
    is_sent = number > 50
    delivery = Delivery.objects.create(
        shop=shop,
        post=post,
        account=account,
        approval=approval,
        state="sent" if is_sent else "planned",
        due_at=when if is_sent else when + timedelta(days=3),
        try_at=when,
        key=f"k{number}",
        remote_id=f"r{number}" if is_sent else "",
        sent_at=when if is_sent else None,
    )
    Move.objects.create(
        shop=shop, delivery=delivery, event="plan", to_state="planned", at=when, member=member
    )


def measure(name: str, ask: "object", bound_ms: float) -> None:
    """Print one line: median, p95, queries, and whether it stays within its bound."""
    ask()  # a process asks its database once what it can do
    with CaptureQueriesContext(connection) as queries:
        answer = ask()  # type: ignore[operator]
    asked = len(queries)  # at once: the next request begins its own list
    assert answer.status_code == 200, (name, answer.status_code)
    took, cpu = [], []
    for _ in range(RUNS):
        busy, began = time.process_time(), time.perf_counter()
        ask()  # type: ignore[operator]
        took.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - busy) * 1000)
    took.sort()
    median, p95 = statistics.median(took), took[int(len(took) * 0.95)]
    kept = "ok" if median <= bound_ms and asked <= 10 else "MISSED"
    print(
        f"{name:24s} median {median:6.1f} ms  p95 {p95:6.1f} ms  cpu {statistics.median(cpu):6.1f} ms  queries {asked:2d}  {kept}"
    )


PAGES = {
    "today": "posts:today",
    "posts": "posts:list",
    "compose": "posts:compose",
    "edit": "posts:edit",
    "post": "posts:read",
    "versions": "posts:versions",
    "calendar": "posts:calendar",
    "giveaways": "posts:giveaways",
    "disagreements": "posts:disagreements",
    "catalogue": "evidence:catalogue",
    "product": "evidence:product",
    "promotions": "evidence:promotions",
    "numbers": "evidence:numbers",
    "counted": "evidence:counted",
    "sources": "evidence:sources",
    "on file": "evidence:dossier",
    "ledger": "ledger:read",
    "shop": "shops:settings",
    "accounts": "shops:accounts",
    "members": "shops:members",
    "hours": "shops:hours",
    "house rules": "shops:house-rules",
    "stands for": "shops:stands-for",
    "practice square": "shops:square",
    "relations": "relations:list",
    "consents": "relations:consents",
    "one relation": "relations:read",
    "kindred": "relations:kindred",
    "keeping": "relations:keeping",
    "row": "conversations:queue",
    "one conversation": "conversations:read",
    "  who speaks": "conversations:person",
    "  who waits beside it": "conversations:following",
    "one minute": "conversations:one-minute",
    "case": "conversations:case",
    "lessons": "conversations:lessons",
    "advice": "conversations:advice",
    "storms": "conversations:storms",
    "one storm": "conversations:storm",
    "moderation": "conversations:moderation",
    "saved replies": "conversations:saved",
    "asked of me": "conversations:asked",
    "people": "conversations:people",
    "returning": "conversations:people-returning",
    "ties": "conversations:people-ties",
    "take-downs": "conversations:people-take-downs",
    "one contact": "conversations:contact",
    "told": "conversations:told",
    "heard": "conversations:inlets",
}


def of_one() -> dict[str, int]:
    """For pages about one thing: which."""
    contact, case = Contact.objects.order_by("pk")[5].pk, Case.objects.filter(state="solving").first()
    post, talk = Post.objects.filter(state="approved").latest("pk").pk, Conversation.objects.waiting().first()
    assert case
    assert talk
    return {
        "evidence:product": Product.objects.order_by("pk")[0].pk,
        "relations:read": contact,
        "conversations:contact": contact,
        "conversations:case": case.conversation_id,
        "conversations:storm": Storm.objects.order_by("pk")[0].pk,
    } | {
        page: one
        for one, pages in {
            post: ("posts:edit", "posts:read", "posts:versions"),
            talk.pk: ("conversations:read", "conversations:person", "conversations:following"),
        }.items()
        for page in pages
    }


def made_shop(product_count: int, post_count: int, messages: int) -> tuple[Made, dict[str, int]]:
    """The shop, and of which post, product and talk the pages are."""
    now = datetime.now(UTC)
    began = time.perf_counter()
    shop = Shop.objects.create(name="Jas", slug="jas")
    person = Person.objects.create_user("noor@jas.example", None, name="Noor")
    with scope(shop=shop):
        member = Member.objects.create(shop=shop, person=person, role="owner")
        account = Account.objects.create(shop=shop, kind="square", name="Oefenplein", handle="jas")
        made = Made(shop, member, account)
        with transaction.atomic():
            fill(shop, product_count, now)
            publish(made, post_count, now)
        talk_to([made], messages, now=now)
        work_through(shop, member, now)
        renew_statistics()
        took = time.perf_counter() - began
        print(
            f"{product_count} products, {post_count} posts, {messages} messages, made in {took:.0f} s; {RUNS} runs each"
        )
        return made, of_one()


def main() -> None:
    """Fill, then measure every page."""
    asked = [int(one) for one in sys.argv[1:4]]
    product_count, post_count, messages = [*asked, *(100_000, 10_000, 30_000)[len(asked) :]]
    call_command("migrate", verbosity=0)
    made, ones = made_shop(product_count, post_count, messages)
    shop = made.shop
    client = Client(
        SERVER_NAME="127.0.0.1"
    )  # without the test environment, whose templates note what they drew
    client.force_login(made.member.person, backend="django.contrib.auth.backends.ModelBackend")
    for name, page in PAGES.items():
        address = at(shop, page, *([ones[page]] if page in ones else []))
        measure(name, lambda address=address: client.get(address), 30)
    search = at(shop, "evidence:catalogue") + "?q=merel+rood"
    measure("catalogue, searching", lambda: client.get(search), 30)
    typed = {
        "text": "Nog maar 3 mutsen Kleine Beer op de plank. Jas Merel rood: was 69, nu 59 euro, t/m zondag.",
        "lang": "nl",
    }
    measure(
        "live check", lambda: client.post(at(shop, "posts:check"), typed, headers={"HX-Request": "true"}), 15
    )


if __name__ == "__main__":
    main()
