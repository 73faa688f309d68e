"""The calendar."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from toonbank.posts.calendar import month_of
from toonbank.shops.desk import DeskRequest


@require_GET
def calendar(request: DeskRequest, year: int | None = None, month: int | None = None) -> HttpResponse:
    """A month, with one of its days written out below it."""
    today = timezone.localdate()
    chosen = _day(request.GET.get("day", ""))
    try:
        first = date(year, month, 1) if year and month else (chosen or today).replace(day=1)
    except ValueError:
        raise Http404 from None
    shown = month_of(request.shop, first, timezone.now())
    days = {day.on: day for day in shown.days}
    day = days.get(chosen) if chosen else None
    if day is None:
        day = days.get(today) if (today.year, today.month) == (first.year, first.month) else days[first]
    may_write = request.member.may("write")
    context = {"month": shown, "today": today, "chosen": day, "may_write": may_write}
    return render(request, "posts/calendar.html", context)


def _day(asked: str) -> date | None:
    try:
        return parse_date(asked)
    except ValueError:
        return None
