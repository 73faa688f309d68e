"""From an account row to a channel that can speak, and from the network's limits to rows."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from toonbank.channels.base import Channel
from toonbank.channels.board import SquareBoard
from toonbank.channels.networks import open_channel
from toonbank.channels.signin import AccountSettings, Surroundings
from toonbank.core.errors import ChannelTrouble
from toonbank.shops.models import Account, Shop

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
    """Ask the network what it allows, and keep the answer; when it does not answer, the old one stays."""
    try:
        limits = asdict(open_account(account).limits)
    except ChannelTrouble:
        return
    account.limits, account.limits_at = limits, now
    Account.objects.filter(pk=account.pk).update(limits=limits, limits_at=now)
