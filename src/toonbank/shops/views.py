"""Pages about the shop itself."""

from django.http import HttpResponse
from django.shortcuts import render

from toonbank.shops.desk import DeskRequest


def more(request: DeskRequest) -> HttpResponse:
    """The ways in that do not fit on a telephone."""
    return render(request, "shops/more.html")
