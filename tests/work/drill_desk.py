"""The desk of the kill drill, each part of it a process of its own.

python -m work.drill_desk prepare < {"accounts": [{"kind", "server", "handle", ...}], "each": 150, "answers": 0}
python -m work.drill_desk work NAME      (until it is killed)
python -m work.drill_desk report         (all deliveries as JSON)
"""

import json
import os
import sys
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "work.drill_settings")

from toonbank.cli.desk import make_ready, wake
from toonbank.cli.work import work_until_told


def prepare(plan: dict) -> None:
    """A shop with an owner, the accounts, and approved posts for each of them, due in five bursts; answers, due at once."""
    make_ready()
    from django_scopes import scope

    from channels import plain_channel
    from posts.sending import say_yes
    from toonbank.channels.networks import network
    from toonbank.shops.models import Account, Member, Person, Shop
    from toonbank.shops.opening import secret_text, surroundings
    from toonbank.work.steps import utc_now
    from work.replying_scene import answer_each

    plain_channel.register()
    often = {"posts_per_day": {"bluesky": 50}, "posts_per_day_elsewhere": 50, "hard_cap_times": 10}
    calm = {  # three hundred at once, on purpose
        "thresholds": often,
        "severities": {"spam-frequency": "off", "duplicate-content": "off", "canned-reply": "off"},
    }
    shop = Shop.objects.create(name="Jas", slug="jas", house_rules=calm)
    with scope(shop=shop):
        person = Person.objects.create_user("noor@jas.example", None, name="Noor")
        noor = Member.objects.create(shop=shop, person=person, role="owner")
        for answers in plan["accounts"]:
            kind = answers.pop("kind")
            there = network(kind).sign_in(answers, surroundings(shop))
            account = Account.objects.create(
                shop=shop,
                kind=kind,
                name=kind,
                handle=there.handle,
                server=there.server,
                secret=secret_text(there.remote_id, there.secrets),
                limits={"seconds_between": 0.0},
                limits_at=utc_now(),  # else they are asked for anew, and three hundred posts keep the network's pace
            )
            for number in range(plan["each"]):
                now = utc_now()
                text = f"Nieuw in de winkel: een wollen jas, te vinden onder J{number:03} op {kind}."
                due_at = now + timedelta(seconds=15 * (number % 5))
                say_yes(shop, noor, noor, [account], now=now, text=text, plan_at=due_at)
            answer_each(shop, noor, account, plan.get("answers", 0))


def work(name: str) -> None:
    """One worker, on the real engine."""
    wake()
    from channels import plain_channel

    plain_channel.register()
    work_until_told(f"work-{name}")


def report() -> dict:
    """Every delivery with its words, and how the ledger stands."""
    wake()
    from django_scopes import scopes_disabled

    from toonbank.conversations.models import Message
    from toonbank.ledger.models import Entry
    from toonbank.ledger.verifying import verify
    from toonbank.posts.models import Delivery
    from toonbank.shops.models import Shop

    with scopes_disabled():
        rows = [
            {
                "pk": delivery.pk,
                "post": delivery.post_id,
                "kind": delivery.account.kind,
                "state": delivery.state,
                "why": delivery.held_why,
                "text": delivery.post.text,
                "remote_id": delivery.remote_id,
                "was_silent": delivery.moves.filter(event="silence").exists(),
            }
            for delivery in Delivery.objects.select_related("account", "post").order_by("pk")
        ]
        ours = Message.objects.filter(is_ours=True).select_related("conversation")
        said = [
            {"post": one.post_id, "remote_id": one.remote_id, "state": one.conversation.state} for one in ours
        ]
        sent_lines = Entry.objects.filter(kind="sent").count()
    closes = verify(Shop.objects.get()).closes
    return {"deliveries": rows, "said": said, "sent_lines": sent_lines, "ledger_closes": closes}


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(json.load(sys.stdin))
    elif sys.argv[1] == "work":
        work(sys.argv[2])
    else:
        sys.stdout.write(json.dumps(report()))
