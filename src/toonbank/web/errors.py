"""Pages for when something went wrong: what happened, what it means, what to do."""

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils import translation
from django_scopes import scope

from toonbank.shops.models import MAY, Member, Role
from toonbank.web.keeping import kept_of


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What came in was no request that we understand, or it was too large."""
    is_large = isinstance(exception, RequestDataTooBig | TooManyFilesSent)
    with translation.override(translation.get_language_from_request(request)):
        return render(
            request, "errors/large.html" if is_large else "errors/bad.html", status=413 if is_large else 400
        )


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """This member may not do this; the page says who may."""
    deed = str(exception)
    roles = [Role(role).label for role in Role if role in MAY.get(deed, ())]
    page = {"who": _who_may(request, deed), "roles": roles}
    return render(request, "errors/not_allowed.html", page, status=403)


def _who_may(request: HttpRequest, deed: str) -> list[Member]:
    shop = getattr(request, "shop", None)
    if shop is None or deed not in MAY:
        return []
    with scope(shop=shop):
        return list(Member.objects.present().filter(role__in=MAY[deed]).select_related("person")[:5])


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form lay open too long, or came from elsewhere."""
    # Words from elsewhere are not shown again: somebody else could have written them.
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    kept = kept_of(request) if is_ours else None
    return render(request, "errors/form_expired.html", {"kept": kept}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing here, or nothing for you: both look the same."""
    return render(request, "errors/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke in the desk. Drawn without request, database or session, for those may be what broke."""
    return HttpResponse(loader.render_to_string("errors/broken.html"), status=500)
