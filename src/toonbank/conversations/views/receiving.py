"""Where other systems knock: `POST /in/<slug>/`."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django_scopes import scope, scopes_disabled

from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.inlet import LARGEST, receive


# There is no session here to ride on: who knocks is known by a signature alone.
@csrf_exempt
@require_POST
def knock(request: HttpRequest, slug: str) -> HttpResponse:
    """Store what is brought, then answer: in the language that is asked for, else in that of the shop."""
    with scopes_disabled():
        inlet = Inlet.objects.filter(slug=slug, closed_at=None).select_related("shop").first()
    if inlet is None:
        return _answer(404, {"error": _("There is no such door, or it was closed.")})
    asked = request.headers.get("Accept-Language")
    language = translation.get_language_from_request(request) if asked else inlet.shop.language
    with translation.override(language), scope(shop=inlet.shop):
        return _taken(request, inlet)


def _taken(request: HttpRequest, inlet: Inlet) -> HttpResponse:
    size = request.headers.get("Content-Length", "")
    if not size.isdecimal():
        return _answer(411, {"error": _("Say how long the body is: Content-Length.")})
    if len(size) > len(str(LARGEST)) or int(size) > LARGEST:
        too_large = _("The body has more than %(most)s bytes. Bring it in parts.") % {"most": LARGEST}
        return _answer(413, {"error": too_large})
    body = request.read(LARGEST + 1)
    answer = receive(inlet, request.headers, body, now=timezone.now())
    return _answer(answer.status, dict(answer.said))


def _answer(status: int, said: dict[str, Any]) -> HttpResponse:
    return JsonResponse(said, status=status)
