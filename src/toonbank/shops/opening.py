"""From an account row to a channel that can speak, and from the network's limits to rows."""

from django.conf import settings

from toonbank.channels.base import Channel
from toonbank.channels.networks import AccountSettings, open_channel
from toonbank.shops.models import Account


def open_account(account: Account) -> Channel:
    """The channel of this account, signed in with its stored secret; new tokens are stored as they come."""

    def keep(secret: str) -> None:
        Account.objects.filter(pk=account.pk).update(secret=secret)

    return open_channel(
        account.kind,
        AccountSettings(
            handle=account.handle,
            server=account.server,
            secret=account.secret,
            keep_secret=keep,
            home=settings.HOME,
            allow_private=settings.ALLOW_PRIVATE_ADDRESSES,
        ),
    )
