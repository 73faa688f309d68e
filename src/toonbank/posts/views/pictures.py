"""A picture of a post, served so that a browser can only look at it."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from toonbank.posts.models import Picture
from toonbank.shops.desk import DeskRequest


@require_GET
def picture(request: DeskRequest, pk: int) -> HttpResponseBase:
    """The file, for members of its shop only; inert, whatever it may hold."""
    row = get_object_or_404(Picture, pk=pk)
    path = Path(settings.MEDIA_ROOT) / row.file
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, content_type=row.media_type, filename=path.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, max-age=3600, immutable"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
