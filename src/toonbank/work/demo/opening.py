"""The shop itself, the people in it, and its places on the practice square."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django_scopes import scope

from toonbank.channels.signin import AccountSettings
from toonbank.shops.connecting import keep_account, rename_account, sign_in
from toonbank.shops.founding import Founder, open_shop
from toonbank.shops.joining import Newcomer, invite
from toonbank.shops.models import Account, Member, Role, Shop

OWNER = "noor@jas.example"
HELP = "bas@jas.example"
OPENED = timedelta(days=92)
"""So long ago the shop began to keep its books on this desk."""


@dataclass(frozen=True)
class Cast:
    """Who and what the story is about."""

    shop: Shop
    noor: Member
    bas: Member
    samira: Member
    street: Account
    outdoors: Account


def open_jas(*, now: datetime) -> Cast:
    """Jas as it was on its first day at this desk: three people and two places on the square, nothing on the shelves."""
    began = now - OPENED
    shop = Shop(
        name="Jas",
        tagline="jassen, Zutphen",
        contacts=["0575-555010", "noor@jas.example", "Houtmarkt 12, Zutphen"],
        created_at=began,
    )
    noor = open_shop(shop, Founder("Noor", OWNER, password=""), now=began)
    with scope(shop=shop):
        bas = invite(shop, Newcomer("Bas", HELP, Role.EDITOR), by=noor, now=began).member
        samira = invite(
            shop, Newcomer("Samira", "samira@jas.example", Role.WEBCARE), by=noor, now=began
        ).member
        street = _stand_on_the_square(shop, noor, "jas", now=began)
        outdoors = _stand_on_the_square(shop, noor, "jas-buiten", now=began)
        rename_account(outdoors, "Oefenplein, buiten", by=noor, now=began)
    return Cast(shop, noor, bas, samira, street, outdoors)


def _stand_on_the_square(shop: Shop, noor: Member, handle: str, *, now: datetime) -> Account:
    found = sign_in(shop, "square", {"handle": handle}, come_back_to="")
    if not isinstance(found, AccountSettings):
        raise TypeError(found)  # the square lets everybody in at once
    return keep_account(shop, "square", found, by=noor, now=now)
