"""Who comes through a door with nothing but a name: somebody of that message alone, called by that name."""

import ast
import json
import re
from datetime import timedelta
from itertools import permutations

import pytest
from django_scopes import scope

from conftest import NOW
from conversations.counter import counter
from conversations.doors import REVIEW, knocked
from house.tree import ROOT
from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.intake import take_in_waiting
from toonbank.conversations.meeting import alone
from toonbank.conversations.models import Conversation, Message
from toonbank.relations.models import Contact
from toonbank.shops.models import Shop

NAMED = {name: value for name, value in REVIEW.items() if name != "author"}
LATER = {"event": "edited", "changed_at": "2026-11-21T08:45:00Z"}


def test_what_the_manual_sends_stands_there_by_name(kiyoh):
    manual = (ROOT / "docs" / "using" / "webhook.md").read_text(encoding="utf-8")
    shell = json.loads(re.search(r"^body='(.*)'$", manual, re.MULTILINE)[1])
    python = ast.literal_eval(re.search(r"^review = (\{.*?^\})", manual, re.MULTILINE | re.DOTALL)[1])
    assert knocked(kiyoh, [shell, python]).status == 202
    take_in_waiting(now=NOW)
    assert set(Conversation.objects.values_list("name", "contact__name")) == {
        ("Rob", "Rob"),
        ("Mevrouw De Wit", "Mevrouw De Wit"),
    }


def test_who_is_only_named_is_somebody_of_that_message_alone(kiyoh):
    again = NAMED | {"id": "r-2", "text": "Fijne winkel."}
    thread = [NAMED | {"id": name, "thread": "t"} for name in ("r-3", "r-4")]
    knocked(kiyoh, [NAMED, again, *thread])
    take_in_waiting(now=NOW)
    assert list(Contact.objects.values_list("name", flat=True)) == ["Mevrouw De Wit"] * 4
    assert Conversation.objects.order_by().values("contact").distinct().count() == 4


def test_who_has_no_name_at_all_stays_somebody(kiyoh):
    nobody = {name: value for name, value in NAMED.items() if name != "author_name"}
    knocked(kiyoh, [nobody, nobody | LATER | {"text": "Toch goed."}])
    take_in_waiting(now=NOW)
    assert not Contact.objects.exists()
    assert Conversation.objects.get().name == ""


def test_who_is_only_named_is_the_same_in_whatever_order_it_is_told(jas_shop, noor):
    edited = {name: value for name, value in NAMED.items() if name != "author_name"} | LATER
    renamed = NAMED | LATER | {"author_name": "Mw. De Wit-Bos", "changed_at": "2026-11-21T08:50:00Z"}
    deleted = {"id": "r-1", "event": "deleted", "changed_at": "2026-11-21T08:55:00Z"}
    seen = []
    for number, told in enumerate(permutations([NAMED, edited, renamed, deleted])):
        shop = Shop.objects.create(name=f"jas-{number}", slug=f"jas-{number}")
        with scope(shop=shop):
            inlet = Inlet.objects.create(
                shop=shop, name="Kiyoh", slug=f"{number:024}", secret="s", made_at=NOW
            )
            for again, one in enumerate([*told, *told]):
                knocked(inlet, one, now=NOW + timedelta(seconds=again))
                take_in_waiting(now=NOW)
            seen.append((shown(inlet, counter()), Message.objects.get().identity.contact.name))
    assert all(one == seen[0] for one in seen)
    assert seen[0][1] in {NAMED["author_name"], "Mw. De Wit-Bos"}


def shown(inlet, found):
    """What a counter shows, without the name of the door and what is made of it."""
    key = alone(f"{inlet.slug}:r-1")
    return repr(found).replace(inlet.slug, "door").replace(key, "key")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("De \u202eWit\u202c", "De Wit"),
        ("\u2067De Wit", "De Wit"),
        ("De\nWit\t\x1b[31m", "De Wit [31m"),
        ("Zoë 👩\u200d👧 de Wit", "Zoë 👩\u200d👧 de Wit"),
        ("محمد", "محمد"),
    ],
)
def test_a_name_changes_nothing_of_what_stands_around_it(kiyoh, given, shown):
    knocked(kiyoh, REVIEW | {"author_name": given})
    take_in_waiting(now=NOW)
    assert Conversation.objects.get().name == Contact.objects.get().name == shown
