"""What the pages of posts ask of the database, before and after a great many replies stand among the posts.

Makes a shop with 10,000 posts in a folder that is thrown away, measures, adds 150,000 replies, and measures again. CPU time, median.
    python benchmarks/bench_among_replies.py [POSTS [REPLIES]]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import timedelta

_home = tempfile.TemporaryDirectory(
    prefix="toonbank-bench-", ignore_cleanup_errors=True
)  # gone with the process
os.environ["TOONBANK_HOME"] = _home.name
os.environ["TOONBANK_LOG_LEVEL"] = "ERROR"
os.environ["DJANGO_SETTINGS_MODULE"] = "toonbank.web.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_scopes import scope

from toonbank.posts.archive import around
from toonbank.posts.attention import Attention
from toonbank.posts.behaving import told_on
from toonbank.posts.calendar import month_of
from toonbank.posts.listing import page_of
from toonbank.posts.models import Approval, Delivery, Post, Variant
from toonbank.shops.models import Account, Member, Person, Shop
from toonbank.shops.statistics import renew_statistics

RUNS = 7
AT_A_TIME = 5000
NOW = timezone.now()
ANSWER = {"answers_remote_id": "m", "answers_root": "t", "answers_handle": "dewit"}


def fill(member: Member, account: Account, kind: str, count: int) -> None:
    """So many posts of this kind, one every four minutes back from now, all sent."""
    for start in range(0, count, AT_A_TIME):
        with transaction.atomic():
            _add(member, account, kind, range(start, min(start + AT_A_TIME, count)))


def _add(member: Member, account: Account, kind: str, numbers: range) -> None:
    shop, extra = {"shop_id": member.shop_id}, ANSWER if kind == "reply" else {}
    moments = [NOW - timedelta(minutes=4 * number) for number in numbers]
    posts = Post.objects.bulk_create(
        Post(
            kind=kind,
            author=member,
            edited_by=member,
            text=f"{kind} {number}: een jas die lang meegaat",
            state="approved",
            made_at=at,
            changed_at=at,
            **shop,
            **extra,
        )
        for number, at in zip(numbers, moments, strict=True)
    )
    Variant.objects.bulk_create(Variant(post=post, account=account, **shop) for post in posts)
    yeses = Approval.objects.bulk_create(
        Approval(
            post=post,
            account=account,
            fingerprint="-",
            member=member,
            at=post.made_at,
            expires_at=post.made_at,
            checkup={},
            **shop,
        )
        for post in posts
    )
    Delivery.objects.bulk_create(
        Delivery(
            post=yes.post,
            account=account,
            approval=yes,
            kind=kind,
            state="sent",
            due_at=yes.at,
            try_at=yes.at,
            sent_at=yes.at,
            key=f"{kind}-{yes.post_id}",
            remote_id=f"r{yes.post_id}",
            **shop,
        )
        for yes in yeses
    )


def pages(shop: Shop, member: Member, account: Account) -> Mapping[str, Callable[[], object]]:
    """What is measured, by name."""
    return {
        "list": lambda: page_of(shop, "all", "", "", now=NOW),
        "public": lambda: page_of(shop, "public", "", "", now=NOW),
        "waiting": lambda: page_of(shop, "waiting", "", "", now=NOW),
        "calendar": lambda: month_of(shop, NOW.date().replace(day=1), NOW),
        "today": lambda: Attention(shop, member, NOW),
        "archive": lambda: around(shop, NOW),
        "account": lambda: told_on(account, NOW),
    }


def measured(asked: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Milliseconds of CPU time, the median of some runs, after one to warm up."""
    renew_statistics()
    found = {}
    for name, ask in asked.items():
        ask()
        spans = []
        for _run in range(RUNS):
            begun = time.process_time()
            ask()
            spans.append(time.process_time() - begun)
        found[name] = statistics.median(spans) * 1000
    return found


def main() -> None:
    """Measure before and after."""
    posts, replies = ([int(one) for one in sys.argv[1:]] + [10_000, 150_000][len(sys.argv) - 1 :])[:2]
    call_command("migrate", verbosity=0)
    shop = Shop.objects.create(name="Jas", slug="jas")
    with scope(shop=shop):
        person = Person.objects.create_user("noor@jas.example", None, name="Noor")
        noor = Member.objects.create(shop=shop, person=person, role="owner")
        account = Account.objects.create(shop=shop, kind="square", name="Plein", handle="jas")
        asked = pages(shop, noor, account)
        fill(noor, account, "post", posts)
        before = measured(asked)
        fill(noor, account, "reply", replies)
        after = measured(asked)
    print(f"ms of CPU time with {posts:,} posts, and with {replies:,} replies among them")
    for name in asked:
        print(f"{name:10} {before[name]:7.1f} {after[name]:7.1f}")


if __name__ == "__main__":
    main()
