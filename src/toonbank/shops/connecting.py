"""The shop's places on the networks: signing in, again, and out. Secrets go in encrypted and never come out."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.channels.networks import network
from toonbank.channels.signin import AccountSettings, GoThere
from toonbank.core.errors import BadInput
from toonbank.shops.models import Account, Member, Shop
from toonbank.shops.opening import read_limits, secret_text, settings_of, surroundings
from toonbank.shops.signals import tell

LONGEST_NAME = 60


class AnotherAccount(BadInput):
    """The person signed in, but as somebody else than the account that was to be signed in again."""


def sign_in(
    shop: Shop, kind: str, answers: Mapping[str, str], *, come_back_to: str
) -> AccountSettings | GoThere:
    """Ask the network to let us in. BadInput, or one of the channel's troubles, when it does not."""
    return network(kind).sign_in(answers, surroundings(shop, come_back_to=come_back_to))


def finish_sign_in(
    shop: Shop, kind: str, pending: Mapping[str, str], answers: Mapping[str, str]
) -> AccountSettings:
    """The second half, after the person said yes at the network."""
    around = surroundings(shop, come_back_to=pending.get("redirect_uri", ""))
    return network(kind).finish(pending, answers, around)


def keep_account(
    shop: Shop, kind: str, found: AccountSettings, *, by: Member, now: datetime, again: Account | None = None
) -> Account:
    """Store what the network gave us and open the account; the same account signed in again stays the same row.

    AnotherAccount when the person signed in as somebody else than the account that is kept here.
    """
    if again and _is_somebody_else(again, found) and again.handle.lower() != found.handle.lower():
        raise AnotherAccount(
            _("You signed in as %(found)s, but this account is %(wanted)s.")
            % {"found": found.handle, "wanted": again.handle}
        )
    values = {
        "handle": found.handle,
        "server": found.server,
        "secret": secret_text(found.remote_id, found.secrets),
        "state": Account.State.OPEN,
    }
    with transaction.atomic():
        known = again or _same_place(shop, kind, found)
        if known and _is_somebody_else(known, found):
            raise AnotherAccount(
                _("%(handle)s is another account now than the one that is kept here. Close that one first.")
                % {"handle": found.handle}
            )
        if known:
            Account.objects.filter(pk=known.pk).update(**values)
            account = Account.objects.select_related("shop").get(pk=known.pk)
        else:
            account = Account.objects.create(
                shop=shop,
                kind=kind,
                name=_name(kind, shop, found.handle),
                created_at=now,
                next_send_at=now,
                **values,
            )
        payload = {"network": kind, "handle": found.handle, "server": found.server, "by": by.pk}
        tell(shop, "account_opened", f"account:{account.pk}", payload, at=now)
    read_limits(account, now=now)
    return account


def _is_somebody_else(kept: Account, found: AccountSettings) -> bool:
    """A handle can pass to another; the network's own name for an account never does. What is planned here is not for them."""
    return bool(kept.secret) and settings_of(kept).remote_id != found.remote_id


def _same_place(shop: Shop, kind: str, found: AccountSettings) -> Account | None:
    places = Account.objects.filter(shop=shop, kind=kind, server=found.server, handle__iexact=found.handle)
    return places.exclude(state=Account.State.CLOSED).first()


def _name(kind: str, shop: Shop, handle: str) -> str:
    """That of the network; with the handle where the shop stands there already."""
    name = network(kind).name[shop.language]
    return f"{name}, {handle}"[:LONGEST_NAME] if _is_taken(shop, name) else name


def _is_taken(shop: Shop, name: str, but: int = 0) -> bool:
    named = Account.objects.filter(shop=shop, name__iexact=name).exclude(state=Account.State.CLOSED)
    return named.exclude(pk=but).exists()


def rename_account(account: Account, name: str, *, by: Member, now: datetime) -> None:
    """What the shop itself calls the account; the network does not know it."""
    wanted = " ".join(name.split())
    if not wanted or len(wanted) > LONGEST_NAME:
        raise BadInput(_("Give the account a name of at most %(most)s characters.") % {"most": LONGEST_NAME})
    if _is_taken(account.shop, wanted, but=account.pk):
        raise BadInput(_("Another account is called %(name)s already.") % {"name": wanted})
    if wanted == account.name:
        return
    payload = {"network": account.kind, "handle": account.handle, "old": account.name, "name": wanted}
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(name=wanted)
        tell(account.shop, "account_renamed", f"account:{account.pk}", payload | {"by": by.pk}, at=now)
    account.name = wanted


def close_account(account: Account, *, by: Member, now: datetime) -> None:
    """Forget the keys and close the account. What is planned for it will be held when its time comes."""
    with transaction.atomic():
        closed = Account.objects.filter(pk=account.pk).exclude(state=Account.State.CLOSED)
        if closed.update(state=Account.State.CLOSED, secret=""):
            payload = {"network": account.kind, "handle": account.handle, "by": by.pk}
            tell(account.shop, "account_closed", f"account:{account.pk}", payload, at=now)
