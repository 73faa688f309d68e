"""Where other systems knock: `POST /in/<slug>/`."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django_scopes import scope, scopes_disabled

from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.inlet import LARGEST, receive


# There is no session here to ride on: who knocks is known by a signature alone.
@csrf_exempt
@require_POST
def knock(request: HttpRequest, slug: str) -> HttpResponse:
    """Store what is brought, then answer."""
    with scopes_disabled():
        inlet = Inlet.objects.filter(slug=slug, closed_at=None).select_related("shop").first()
    if inlet is None:
        return _answer(404, {"error": "There is no such door, or it was closed."})
    size = request.headers.get("Content-Length", "")
    if not size.isdecimal():
        return _answer(411, {"error": "Say how long the body is: Content-Length."})
    if len(size) > len(str(LARGEST)) or int(size) > LARGEST:
        return _answer(413, {"error": f"The body has more than {LARGEST} bytes. Bring it in parts."})
    body = request.read(LARGEST + 1)
    with scope(shop=inlet.shop):
        answer = receive(inlet, request.headers, body, now=timezone.now())
    return _answer(answer.status, dict(answer.said))


def _answer(status: int, said: dict[str, Any]) -> HttpResponse:
    return JsonResponse(said, status=status)
