"""Pages for when something went wrong."""

from django.http import HttpRequest, HttpResponse


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form lay open too long, or came from elsewhere."""
    return HttpResponse(status=403)
