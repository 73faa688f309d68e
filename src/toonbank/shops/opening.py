"""From an account row to a channel that can speak, and from the network's limits to rows."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from toonbank.channels.base import Channel
from toonbank.channels.board import SquareBoard
from toonbank.channels.networks import open_channel
from toonbank.channels.signin import AccountSettings, Surroundings
from toonbank.core.errors import ChannelTrouble
from toonbank.shops.models import Account, Shop

log = logging.getLogger(__name__)

LIMITS_KEEP = timedelta(days=1)

Keep = Callable[[Mapping[str, str]], None]


def open_account(account: Account) -> Channel:
    """The channel of this account, signed in with its stored secret; new keys are stored as they come."""
    kept = settings_of(account)

    def keep(keys: Mapping[str, str]) -> None:
        secret = secret_text(kept.remote_id, keys)
        Account.objects.filter(pk=account.pk).update(secret=secret)

    return open_channel(account.kind, kept, surroundings(account.shop, on_secrets=keep))


def settings_of(account: Account) -> AccountSettings:
    """What the network told us at sign-in."""
    kept = json.loads(account.secret) if account.secret else {}
    return AccountSettings(
        server=account.server,
        handle=account.handle,
        remote_id=kept.get("remote_id", account.handle),
        secrets=kept.get("keys", {}),
    )


def secret_text(remote_id: str, keys: Mapping[str, str]) -> str:
    """What is encrypted in the row."""
    return json.dumps({"remote_id": remote_id, "keys": dict(keys)})


def _forget(keys: Mapping[str, str]) -> None:
    """Before an account is a row, there is nowhere to keep renewed keys."""


def surroundings(shop: Shop, *, come_back_to: str = "", on_secrets: Keep = _forget) -> Surroundings:
    """What a channel needs from the desk around it."""
    return Surroundings(
        clock=timezone.now,
        allow_private=settings.ALLOW_PRIVATE_ADDRESSES,
        come_back_to=come_back_to,
        square_path=_square_path(shop),
        square_url=f"{settings.ADDRESS}/s/{shop.slug}/shop/square/#post-{{id}}",
        on_secrets=on_secrets,
    )


def square_of(shop: Shop) -> SquareBoard:
    """The shop's own practice square; each shop has one, so nobody practises in front of strangers."""
    return SquareBoard(_square_path(shop))


def _square_path(shop: Shop) -> str:
    folder = settings.HOME / "squares"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(folder / f"{shop.pk}.sqlite3")


def read_limits(account: Account, *, now: datetime) -> None:
    """Ask the network what it allows, and keep the answer; when it does not answer, the old one stays.

    A call to the network: never inside a transaction.
    """
    try:
        limits = open_account(account).limits
    except ChannelTrouble:
        return
    if limits.is_guess:
        return
    account.limits, account.limits_at = asdict(limits), now
    Account.objects.filter(pk=account.pk).update(limits=account.limits, limits_at=now)


def refresh_limits(now: datetime) -> int:
    """Ask every open account's network once a day what it allows; returns how many were asked."""
    old = Q(limits_at=None) | Q(limits_at__lte=now - LIMITS_KEEP)
    with scopes_disabled():
        due = list(Account.objects.filter(old, state=Account.State.OPEN).select_related("shop"))
    for account in due:
        with scope(shop=account.shop):
            _read_in_peace(account, now)
    return len(due)


def _read_in_peace(account: Account, now: datetime) -> None:
    """One account that breaks does not keep the others from being asked."""
    try:
        read_limits(account, now=now)
    except Exception as trouble:
        log.warning("limits not read", extra={"account": account.pk, "trouble": type(trouble).__name__})
