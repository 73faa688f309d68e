"""Asking each account what people said since we last asked, each at its own pace, beside whatever its network pushes.

An account that fails is asked again later and later, and never holds up another one. The cursor moves in the transaction that
stores what was heard: what is lost on the way is asked for again.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_scopes import scope, scopes_disabled

from toonbank.channels import networks
from toonbank.channels.base import Channel, Incoming
from toonbank.conversations.arrivals import Ear
from toonbank.conversations.intake import keep
from toonbank.core.errors import ChannelTrouble, SignInAgain, TryLater
from toonbank.shops.models import Account
from toonbank.shops.opening import open_account

CLAIM_HOLDS_FOR = timedelta(minutes=5)
"""Who listened and died gives the ear back after this."""
LONGEST_WAIT = timedelta(minutes=30)
AT_ONCE = 100
MOST_IN_A_ROUND = 5_000

TROUBLES: dict[str, Promise] = {
    "signed out": _("The network no longer knows us. Sign in again, then we hear what was said meanwhile."),
    "later": _(
        "The network could not be reached or asked us to wait. We try again by ourselves; nothing is lost."
    ),
    "refused": _("The network does not let us read here. Look whether this account still may."),
    "broken": _("Something of ours went wrong while we listened. We try again; tell us if it stays."),
}
"""What may be wrong with an ear, in the words of its page."""

log = logging.getLogger(__name__)
Opener = Callable[[Account], Channel]


def ears_due(now: datetime) -> list[Ear]:
    """Claim every ear whose time has come, of all shops; a new account gets one. Safe in several processes at once."""
    with scopes_disabled():
        _give_ears(now)
        due = Ear.objects.filter(next_at__lte=now, account__state=Account.State.OPEN).order_by(
            "next_at", "pk"
        )
        return [ear for ear in due.select_related("account", "shop") if _claim(ear, now)]


def hear(ear: Ear, *, now: datetime, opener: Opener = open_account) -> int:
    """Listen to one account and store what was said; how many events came. Trouble is written on the ear, never raised."""
    with scope(shop=ear.shop):
        try:
            return _listen(ear, now, opener)
        except Exception as trouble:
            _note_trouble(ear, trouble, now)
            return 0


def begin_here(ear: Ear, *, now: datetime, opener: Opener = open_account) -> None:
    """What was said up to now was handled elsewhere: this ear hears only what comes after. Trouble is raised."""
    with scope(shop=ear.shop):
        said = [one.cursor for one in opener(ear.account).incoming(ear.cursor) if one.cursor]
        ear.cursor = said[-1] if said else ear.cursor
        Ear.objects.filter(pk=ear.pk).update(
            cursor=ear.cursor, heard_at=now, next_at=now + pace_of(ear.account)
        )


def trouble_of(ear: Ear) -> str:
    """What is wrong with it, for people; "" when nothing is."""
    return str(TROUBLES.get(ear.trouble, TROUBLES["broken"])) if ear.trouble else ""


def pace_of(account: Account) -> timedelta:
    """How long we wait between two questions."""
    return timedelta(seconds=networks.limits_known(account.kind, account.limits).seconds_between_readings)


def listen_now(account: Account, *, now: datetime) -> None:
    """Have it asked in the next round: a person wants to know, or signed in again."""
    Ear.objects.filter(account=account).update(next_at=now, failures=0)


def _give_ears(now: datetime) -> None:
    deaf = Account.objects.filter(state=Account.State.OPEN, ear=None)
    Ear.objects.bulk_create(
        [
            Ear(shop_id=one.shop_id, account=one, next_at=now)
            for one in deaf.defer("secret")
            if one.kind in networks.NETWORKS and networks.limits_known(one.kind, one.limits).can_read_replies
        ],
        ignore_conflicts=True,
    )


def _claim(ear: Ear, now: datetime) -> bool:
    as_seen = Ear.objects.filter(pk=ear.pk, next_at=ear.next_at)
    return bool(as_seen.update(next_at=now + CLAIM_HOLDS_FOR))


def _listen(ear: Ear, now: datetime, opener: Opener) -> int:
    said = opener(ear.account).incoming(ear.cursor)
    count = 0
    for events in _heaps(said):
        count += len(events)
        with transaction.atomic():
            keep(ear.shop, ear.account, events, now=now)
            ear.cursor = next((one.cursor for one in reversed(events) if one.cursor), ear.cursor)
            Ear.objects.filter(pk=ear.pk).update(cursor=ear.cursor)
    again = timedelta(0) if count >= MOST_IN_A_ROUND else pace_of(ear.account)
    Ear.objects.filter(pk=ear.pk).update(heard_at=now, failures=0, trouble="", next_at=now + again)
    return count


def _heaps(said: Iterator[Incoming]) -> Iterator[Sequence[Incoming]]:
    """What is said, so many at a time; reading is the network's work and happens outside any transaction."""
    left = MOST_IN_A_ROUND
    while left > 0 and (heap := list(islice(said, AT_ONCE))):
        left -= len(heap)
        yield heap


def _note_trouble(ear: Ear, trouble: Exception, now: datetime) -> None:
    failures = ear.failures + 1
    wait = min(pace_of(ear.account) * 2 ** min(failures, 10), LONGEST_WAIT)
    if isinstance(trouble, TryLater):
        wait = max(wait, timedelta(seconds=trouble.after))
    word = _word_for(trouble)
    if isinstance(trouble, SignInAgain):
        open_still = Account.objects.filter(pk=ear.account_id, state=Account.State.OPEN)
        open_still.update(state=Account.State.SIGNED_OUT)
    Ear.objects.filter(pk=ear.pk).update(failures=failures, trouble=word, next_at=now + wait)
    known = {"account": ear.account_id, "trouble": type(trouble).__name__, "failures": failures}
    if word == "broken":
        log.error("ear broken", extra=known, exc_info=trouble)
    else:
        log.warning("nothing heard", extra=known)


def _word_for(trouble: Exception) -> str:
    if isinstance(trouble, SignInAgain):
        return "signed out"
    if isinstance(trouble, TryLater):
        return "later"
    return "refused" if isinstance(trouble, ChannelTrouble) else "broken"
