"""What the shop front above every page shows."""

from typing import Any

from django.http import HttpRequest


def front(request: HttpRequest) -> dict[str, Any]:
    """The shop and the member, where there are any."""
    return {"shop": getattr(request, "shop", None), "member": getattr(request, "member", None)}
