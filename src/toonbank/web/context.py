"""What the shop front above every page shows."""

from dataclasses import dataclass, replace
from typing import Any, cast

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from toonbank.conversations.menu import waiting_of
from toonbank.shops import desk
from toonbank.shops.hours_sign import hours_sign
from toonbank.shops.models import Member, Shop


@dataclass(frozen=True)
class Way:
    """One way in: a page, its name and icon, and the deed one must be allowed to do there ("" for everybody).

    `is_later`: on a telephone it stands under More. `pages` are further pages that belong to it, or begin so.
    """

    page: str
    name: str | Promise
    icon: str
    is_later: bool = False
    deed: str = ""
    pages: tuple[str, ...] = ()
    address: str = ""
    is_here: bool = False


_OF_THE_SHOP = (
    "shops:settings",
    "shops:accounts",
    "shops:members",
    "shops:connect",
    "shops:disconnect",
    "shops:let-",
    "shops:house-",
    "shops:stands-for",
    "shops:hours",
    "posts:disagreements",
    "posts:account",
)
COUNTER = "conversations:queue"
_OF_PEOPLE = ("conversations:people", "conversations:contact")
"""Pages of the counter that are about people: they belong to Relations."""
WAYS = (
    Way("posts:today", _("Today"), "sun"),
    Way("posts:compose", _("Write"), "pencil", deed="write", pages=("posts:edit",)),
    Way("posts:calendar", _("Calendar"), "calendar", pages=("posts:month",)),
    Way(COUNTER, _("Counter"), "chat-bubble-left-right", pages=("conversations:",)),
    Way(
        "posts:list",
        _("Posts"),
        "document-text",
        True,
        pages=("posts:read", "posts:versions", "posts:giveaways"),
    ),
    Way("evidence:catalogue", _("Catalogue"), "tag", True, pages=("evidence:",)),
    Way("relations:list", _("Relations"), "users", True, pages=("relations:", *_OF_PEOPLE)),
    Way("shops:square", _("Practice square"), "academic-cap", True),
    Way("ledger:read", _("Ledger"), "book-open", True, pages=("ledger:",)),
    Way("shops:settings", _("Shop"), "building-storefront", True, deed="run_shop", pages=_OF_THE_SHOP),
    Way("shops:accounts", _("Accounts"), "signal", True, deed="write", pages=_OF_THE_SHOP),
    Way("shops:house-rules", _("House rules"), "scale", True, pages=_OF_THE_SHOP),
)


def front(request: HttpRequest) -> dict[str, Any]:
    """The shop, the member and the ways in, where there are any."""
    shop, member = getattr(request, "shop", None), getattr(request, "member", None)
    if shop is None or member is None:
        return {"shop": None, "member": None}
    ways = ways_in(shop, member, _page(request))
    is_further = not any(way.is_here and not way.is_later for way in ways)
    sign = hours_sign(shop, timezone.now())
    # Asked only by a page that shows the menu; a part of a page does not.
    who_waits = SimpleLazyObject(lambda: waiting_of(cast(desk.DeskRequest, request)))
    told = {"counter": COUNTER, "who_waits": who_waits, "hours_sign": sign}
    return {"shop": shop, "member": member, "ways": ways, "is_further": is_further} | told


def ways_in(shop: Shop, member: Member, page: str) -> list[Way]:
    """The ways that this member may go, with their addresses; of the pages of the shop only the first, which leads to the others."""
    open_to = [way for way in WAYS if not way.deed or member.may(way.deed)]
    of_the_shop = [way for way in open_to if way.pages == _OF_THE_SHOP]
    open_to = [way for way in open_to if way not in of_the_shop[1:]]
    return [replace(way, address=desk.at(shop, way.page), is_here=_is_here(way, page)) for way in open_to]


def _is_here(way: Way, page: str) -> bool:
    if way.page == COUNTER and page.startswith(_OF_PEOPLE):
        return False
    return page == way.page or page.startswith(way.pages)


def _page(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.view_name if match else ""
