"""What the pages of every app share: a request inside a shop, who may do what there, and addresses."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from toonbank.shops.models import Member, Shop

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


class DeskRequest(HttpRequest):
    """A request below `/s/<shop>/`: the middleware has set these."""

    shop: Shop
    member: Member
    htmx: "HtmxDetails"


View = Callable[..., HttpResponse]


def may(deed: str) -> Callable[[View], View]:
    """Only members who may do this deed (`Member.may`) see the page; others get 403 with an explanation."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.member.may(deed):
                raise PermissionDenied(deed)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def at(shop: Shop, page: str, *args: object) -> str:
    """The address of a page inside this shop: `at(shop, "posts:read", post.pk)`."""
    if len(args) == 1 and isinstance(args[0], int):
        return _numbered(page, shop.slug).replace(_ANY, str(args[0]))
    return _address(page, shop.slug, *args)


@lru_cache(maxsize=4096)
def _address(page: str, *args: object) -> str:
    """Kept: a page has hundreds of addresses, most of them the same as the last time, and Django is slow to make them."""
    return reverse(page, args=args)


_ANY = "9" * 18  # stands where the number of a row comes; no shop has that many of anything


@lru_cache(maxsize=4096)
def _numbered(page: str, slug: str) -> str:
    """The addresses of all rows of a sort, kept as one: there are as many as a shop has conversations."""
    return reverse(page, args=(slug, int(_ANY)))


def go(request: DeskRequest, page: str, *args: object) -> HttpResponseRedirect:
    """Go to a page of this shop after a form was saved."""
    return redirect(at(request.shop, page, *args))


def back_to(request: DeskRequest, otherwise: str) -> str:
    """The page of this shop that `next` names, where somebody came from; `otherwise` when it names none of ours."""
    asked = request.POST.get("next", "") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_ours and asked.startswith(f"/s/{request.shop.slug}/") else otherwise
