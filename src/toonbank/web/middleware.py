"""Around every page: in which language, for which member, inside which shop."""

from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django_scopes import scope, scopes_disabled

from toonbank.conversations.menu import counted_along
from toonbank.shops.models import Member, Person
from toonbank.web.doors import come_in_first

_READING = {"GET", "HEAD", "OPTIONS"}
Answer = Callable[[HttpRequest], HttpResponse]


class SafetyHeadersMiddleware:
    """What every answer says to the browser, beside what Django and the content policy say."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """No page is kept in a cache (a shared computer stands in every shop); no page uses a sensor."""
        response = self.answer(request)
        response.setdefault("Cache-Control", "no-store")
        response.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        return response


class LanguageMiddleware:
    """The person's own language; for a visitor the cookie, then what the browser asks for."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the right language."""
        person = request.user
        language = (
            person.language if person.is_authenticated else translation.get_language_from_request(request)
        )
        with translation.override(language):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.answer(request)
            response.setdefault("Content-Language", language)
            return response


class ShopMiddleware:
    """Opens the shop that the address names, for its members only, and keeps every query inside it.

    A page below `/s/<shop>/` gets `request.shop` and `request.member`. Who is no member sees the same page as who
    mistypes an address, so nobody learns which shops there are.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pages outside a shop pass as they are."""
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Run the view inside its shop."""
        slug = kwargs.pop("shop", None)
        if slug is None:
            return None
        if not request.user.is_authenticated:
            return come_in_first(request)
        member = _membership(request, slug)
        request.member, request.shop = member, member.shop  # type: ignore[attr-defined]
        if request.method not in _READING and not member.may_anything:
            raise PermissionDenied("write")
        with scope(shop=member.shop), timezone.override(member.shop.clock):
            return view(request, *args, **kwargs)


def _membership(request: HttpRequest, slug: str) -> Member:
    with scopes_disabled():
        found = Member.objects.filter(shop__slug=slug, person_id=request.user.pk or 0, left_at=None)
        counted = found.annotate(who_waits=counted_along(timezone.now()))
        member = next(iter(counted.select_related("shop").order_by()), None)
    if member is None:
        raise Http404
    member.person = cast("Person", request.user)  # is signed in: the door saw to that
    return member
