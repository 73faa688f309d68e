"""What the shop front above every page shows."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from toonbank.shops import desk
from toonbank.shops.models import Shop


@dataclass(frozen=True)
class Way:
    """One way in: a page, its name and icon. `is_later`: on a telephone it stands under More."""

    page: str
    name: str | Promise
    icon: str
    is_later: bool = False
    address: str = ""
    is_here: bool = False


WAYS = (
    Way("posts:today", _("Today"), "sun"),
    Way("posts:compose", _("Write"), "pencil"),
    Way("posts:calendar", _("Calendar"), "calendar"),
    Way("posts:list", _("Posts"), "document-text", is_later=True),
    Way("evidence:catalogue", _("Catalogue"), "tag"),
    Way("shops:square", _("Practice square"), "chat-bubble-left-right", is_later=True),
    Way("ledger:read", _("Ledger"), "book-open", is_later=True),
    Way("shops:settings", _("Shop"), "building-storefront", is_later=True),
)
# Where a page without a way of its own belongs.
_BELONGS = {
    "posts:edit": "posts:list",
    "posts:read": "posts:list",
    "shops:accounts": "shops:settings",
    "shops:members": "shops:settings",
}


def front(request: HttpRequest) -> dict[str, Any]:
    """The shop, the member and the ways in, where there are any."""
    shop = getattr(request, "shop", None)
    if shop is None:
        return {"shop": None, "member": None}
    ways = _ways(shop, request)
    return {
        "shop": shop,
        "member": getattr(request, "member", None),
        "ways": ways,
        "is_further": not any(way.is_here and not way.is_later for way in ways),
    }


def _ways(shop: Shop, request: HttpRequest) -> list[Way]:
    here = _here(request)
    found = []
    for way in WAYS:
        try:
            address = desk.at(shop, way.page)
        except NoReverseMatch:
            continue
        found.append(Way(way.page, way.name, way.icon, way.is_later, address, way.page == here))
    return found


def _here(request: HttpRequest) -> str:
    match = request.resolver_match
    page = match.view_name if match else ""
    if page in {way.page for way in WAYS}:
        return page
    if page.startswith("evidence:"):
        return "evidence:catalogue"
    return _BELONGS.get(page, "shops:settings" if page.startswith("shops:") else page)
