"""Everything that comes in: stored raw before anybody acknowledges it, then taken in, a batch at a time.

    keep(shop, account, channel.incoming(cursor), now=now)   # returns when it is stored
    take_in_waiting(now=now)                                 # the counter shows it

The same event twice, late or out of order gives the same counter. An event that cannot be understood is set apart, with the
reason, and keeps nobody waiting.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import OperationalError, transaction
from django.utils.translation import gettext_noop
from django_scopes import scope, scopes_disabled

from toonbank.channels.base import Incoming
from toonbank.conversations.arrivals import Arrival
from toonbank.conversations.batch import Batch
from toonbank.conversations.cases import follow as follow_cases
from toonbank.conversations.deletions import follow_among
from toonbank.conversations.events import BadEvent, as_body, key_of, read_event
from toonbank.conversations.known import Heard, Known
from toonbank.conversations.models import Conversation
from toonbank.conversations.own_model import scale_of
from toonbank.conversations.signals import arrived
from toonbank.conversations.standing import complaint_of
from toonbank.conversations.storms import watch
from toonbank.conversations.working_out import as_said, work_out, write
from toonbank.shops.models import Account, Shop

AT_ONCE = 500
"""Events in one transaction."""
TOLD = "told"
"""From where people are known who came in without an account."""
TROUBLE_OF_OURS = gettext_noop(
    "Something of ours went wrong while this was read. Try again, and tell us if it stays."
)

log = logging.getLogger(__name__)
State = Arrival.State


def keep(
    shop: Shop, account: Account | None, events: Iterable[Incoming], *, now: datetime, source: str = ""
) -> int:
    """Store these events as they came; how many were given. The same one again changes nothing.

    `source` names where they came from when there is no account: people are told apart by it.
    """
    where = str(account.pk) if account else source or TOLD
    rows = []
    for event in events:
        body: dict[str, Any] = as_body(event)
        if account is None:
            body["kind"] = source or TOLD
        rows.append(
            Arrival(shop_id=shop.pk, account=account, key=key_of(where, body), body=body, came_at=now)
        )
    Arrival.objects.bulk_create(rows, ignore_conflicts=True)
    if rows:
        transaction.on_commit(lambda: arrived.send(Arrival, shop=shop))
    return len(rows)


def take_in_waiting(*, now: datetime, limit: int = 20_000) -> int:
    """Take in what waits, of every shop in turn, at most about `limit` events; returns how many were looked at."""
    done = 0
    while done < limit:
        with scopes_disabled():
            waiting = Arrival.objects.filter(state=State.WAITING).order_by().values_list("shop", flat=True)
            shops = list(Shop.objects.filter(pk__in=set(waiting.distinct())))
        if not shops:
            break
        for shop in shops:
            done += take_in(shop, now=now)
    return done


def take_in(shop: Shop, *, now: datetime, limit: int = AT_ONCE) -> int:
    """Take in the next events of one shop, in one transaction; returns how many were looked at.

    When something in them cannot be taken in, each is taken in by itself, and only that one is set apart.
    """
    with scope(shop=shop):
        try:
            return _take_batch(shop, limit, now=now)
        # The database is busy or gone: nothing was written, the next round tries again.
        except OperationalError:
            raise
        except Exception:
            log.exception("batch not taken in", extra={"shop": shop.pk})
            return _one_by_one(shop, limit, now=now)


def try_again(arrivals: Iterable[Arrival]) -> int:
    """Let refused events wait once more, after what was wrong was mended."""
    keys = [one.pk for one in arrivals]
    return Arrival.objects.filter(pk__in=keys, state=State.REFUSED).update(state=State.WAITING, trouble="")


def put_away(arrival: Arrival) -> None:
    """Nobody can make sense of this one: what it says goes, and the same once more is known by its key."""
    refused = Arrival.objects.filter(pk=arrival.pk, state=State.REFUSED)
    refused.update(state=State.DONE, body={}, trouble="")


def _take_batch(shop: Shop, limit: int, *, now: datetime, only: int | None = None) -> int:
    with transaction.atomic():
        waiting = Arrival.objects.select_for_update(of=("self",)).filter(shop=shop, state=State.WAITING)
        if only is not None:
            waiting = waiting.filter(pk=only)
        few = waiting.select_related("account").only("account__kind", "body", "came_at")
        arrivals = list(few.order_by("pk")[:limit])
        heard, refused = _read(arrivals)
        _take(shop, heard, now)
        bad = {one.pk for one in refused}
        done = [one.pk for one in arrivals if one.pk not in bad]
        Arrival.objects.filter(pk__in=done).update(state=State.DONE, body={}, trouble="")
        for one in refused:
            Arrival.objects.filter(pk=one.pk).update(state=State.REFUSED, trouble=one.trouble)
    if refused:
        log.warning("events not understood", extra={"shop": shop.pk, "count": len(refused)})
    return len(arrivals)


def _read(arrivals: Sequence[Arrival]) -> tuple[list[Heard], list[Arrival]]:
    heard, refused = [], []
    for one in arrivals:
        try:
            event = read_event(one.body)
        except BadEvent as trouble:
            one.trouble = str(trouble)[:500]
            refused.append(one)
        else:
            kind = one.account.kind if one.account else str(one.body.get("kind", TOLD))
            heard.append(Heard(event, one.account_id, kind[:30], one.came_at, one.body))
    return heard, refused


def _take(shop: Shop, heard: list[Heard], taken_at: datetime) -> None:
    if not heard:
        return
    known = Known(shop.pk)
    known.load(heard)
    batch = Batch(known, taken_at)
    for one in heard:
        batch.apply(one)
    batch.judge(scale_of(shop))
    batch.begin_saving()
    rows = _touched(batch)
    new = {key: [as_said(one) for one in said] for key, said in batch.new_by_conversation().items()}
    begun = [one for one in rows if one.pk is None]
    gists = work_out(shop, rows, new, strangers=known.people.strangers())
    write(gists, rows)
    batch.finish_saving()
    now = max(one.came_at for one in heard)
    follow_among(shop, heard, now)
    complaints = {one.pk: found for one in rows if (found := complaint_of(gists[id(one)])) is not None}
    if follow_cases(rows, now=now, begun=[one.pk for one in begun], heard=complaints):
        watch(shop, now=now)


def _touched(batch: Batch) -> list[Conversation]:
    rows = list(batch.touched.values())
    for key in batch.woken:
        batch.touched[key].snoozed_until = None
    renamed = batch.renamed_people()
    if renamed:
        named = Conversation.objects.filter(messages__identity__in=renamed)
        rows += named.exclude(pk__in=[one.pk for one in rows if one.pk is not None]).distinct()
    return rows


def _one_by_one(shop: Shop, limit: int, *, now: datetime) -> int:
    keys = list(
        Arrival.objects.filter(shop=shop, state=State.WAITING)
        .order_by("pk")
        .values_list("pk", flat=True)[:limit]
    )
    for key in keys:
        try:
            _take_batch(shop, 1, now=now, only=key)
        except OperationalError:
            raise
        except Exception:
            log.exception("event not taken in", extra={"arrival": key})
            waits = Arrival.objects.filter(pk=key, state=State.WAITING)
            waits.update(state=State.REFUSED, trouble=TROUBLE_OF_OURS)
    return len(keys)
