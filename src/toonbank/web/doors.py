"""The doors of the desk: the first address, and signing in."""

from django.http import HttpRequest, HttpResponse


def door(request: HttpRequest) -> HttpResponse:
    """Where the bare address leads."""
    return HttpResponse("Toonbank")


def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with e-mail address and password."""
    return HttpResponse("Toonbank")


def closed_for_a_while(request: HttpRequest, credentials: object = None) -> HttpResponse:
    """Too many wrong passwords."""
    return HttpResponse(status=429)
