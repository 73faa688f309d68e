"""What its writer deleted at a network that asks us to follow: its words go here too, at once; the ledger keeps a hash.

It holds for an account of such a network, and for what a door tells was said there.
"""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from toonbank.conversations.known import Heard
from toonbank.conversations.models import Message, Wording
from toonbank.conversations.people.stripping import take_words_out
from toonbank.ledger.writing import record
from toonbank.shops.models import Account, Shop

ONLY_WHILE_THERE = frozenset({"x"})
"""Networks whose content may not be kept once it is deleted there."""


def deleted_there(shop: Shop) -> list[QuerySet[Message]]:
    """Messages that are gone from such a network and still hold words here: on accounts, and told of by a door.

    Two questions, for each is found along an index of its own; the first is none where there is no such account.
    """
    accounts = Account.objects.filter(shop=shop, kind__in=ONLY_WHILE_THERE)
    gone = Message.objects.filter(shop=shop, deleted_at__isnull=False)
    whole = gone.filter(~Q(text="") | Exists(Wording.objects.filter(message=OuterRef("pk"))))
    return [
        whole.filter(account__in=list(accounts.values_list("pk", flat=True))),
        whole.filter(account=None, identity__kind__in=ONLY_WHILE_THERE),
    ]


def follow(shop: Shop, numbers: Collection[int], now: datetime) -> None:
    """Take the words of these messages out; how each was called there and what it said can still be proved by who knows both."""
    with transaction.atomic():
        for one in Message.objects.filter(pk__in=numbers).only("remote_id", "text"):
            line = {"message": one.pk, "hash": hash_of(one.remote_id, one.text)}
            record(shop, "deleted_there", f"message:{one.pk}", line, at=now)
        take_words_out(shop, numbers)


def follow_among(shop: Shop, heard: Collection[Heard], now: datetime) -> None:
    """The same for what was just taken in. A door need not say again, of a deletion, on which network it was."""
    here = {one.event.remote_id for one in heard if one.account and one.kind in ONLY_WHILE_THERE}
    by_a_door = {one.event.remote_id for one in heard if one.account is None and _may_be_gone(one)}
    if here or by_a_door:
        on_accounts, told = deleted_there(shop)
        found = (on_accounts.filter(remote_id__in=here), told.filter(remote_id__in=by_a_door))
        numbers = [number for rows in found for number in rows.values_list("pk", flat=True)]
        if numbers:
            follow(shop, numbers, now)


def _may_be_gone(heard: Heard) -> bool:
    return heard.kind in ONLY_WHILE_THERE or heard.event.event == "deleted"


def hash_of(name: str, words: str) -> str:
    """A hash from which nobody reads the words back, however short they are, without the network's name of the message."""
    return sha256(f"{name}\n{words}".encode()).hexdigest()
