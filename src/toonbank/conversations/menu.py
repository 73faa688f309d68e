"""How many wait, for the menu and for every page that says so: asked once a request, and only when a page shows it."""

from django.utils import timezone

from toonbank.conversations.queue import Waiting, waiting_in
from toonbank.shops.desk import DeskRequest


def waiting_of(request: DeskRequest) -> Waiting:
    """How many wait in the shop of this request."""
    there: Waiting | None = getattr(request, "_who_waits", None)
    if there is None:
        there = waiting_in(request.shop, timezone.now())
        request._who_waits = there  # type: ignore[attr-defined]  # kept with the request, as Django does
    return there
