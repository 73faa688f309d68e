"""Every page of the evidence knows what this member may do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from toonbank.shops.desk import DeskRequest


def show(request: DeskRequest, page: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Draw `evidence/<page>.html`."""
    may = {"may_keep": request.member.may("keep_evidence"), "may_write": request.member.may("write")}
    return render(request, f"evidence/{page}.html", may | context, status=status)
