"""The listening desk, each part of it a process of its own, so that it can be killed.

python -m conversations.intake_scene prepare
python -m conversations.intake_scene work      (until all is taken in, or it is killed; says "working" when it begins)
python -m conversations.intake_scene report    (check sums of all that the counter shows, as JSON)
"""

import json
import os
import sys
from datetime import datetime
from hashlib import sha256

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "toonbank.web.settings")

from toonbank.cli.desk import make_ready, wake

EVENTS = 1_500
LATER = datetime.fromisoformat("2027-01-01T00:00:00Z")


def prepare() -> None:
    """A shop with an account on the tape, and nothing heard yet."""
    make_ready()
    from django_scopes import scope

    from toonbank.conversations.arrivals import Ear
    from toonbank.shops.models import Account, Shop

    shop = Shop.objects.create(name="Jas", slug="jas")
    with scope(shop=shop):
        account = Account.objects.create(shop=shop, kind="tape", name="Band", handle="jas", server="een")
        Ear.objects.create(shop=shop, account=account, next_at=LATER)


def work() -> None:
    """Hear and take in, a little of each in turn, until there is no more."""
    wake()
    from django_scopes import scopes_disabled

    from conversations import tape
    from conversations.streams import Life
    from toonbank.conversations import listening
    from toonbank.conversations.arrivals import Ear
    from toonbank.conversations.intake import take_in

    tape.register()
    tape.TAPES["een"] = Life(5).events(EVENTS)
    listening.MOST_IN_A_ROUND = 200
    sys.stdout.write("working\n")
    sys.stdout.flush()
    while True:
        with scopes_disabled():
            ear = Ear.objects.select_related("account", "shop").get()
        heard = listening.hear(ear, now=LATER)
        if not take_in(ear.shop, now=LATER, limit=90) and not heard:
            return


def report() -> None:
    """What the counter shows by now."""
    wake()
    from django_scopes import scope

    from conversations.counter import counter
    from toonbank.shops.models import Shop

    with scope(shop=Shop.objects.get()):
        rows = counter()
    sums = {what: [len(found), sha256(repr(found).encode()).hexdigest()] for what, found in rows.items()}
    sys.stdout.write(json.dumps(sums))


if __name__ == "__main__":
    {"prepare": prepare, "work": work, "report": report}[sys.argv[1]]()
