"""Reading, verifying and taking along the ledger."""

from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from toonbank.ledger.exporting import json_lines
from toonbank.ledger.kinds import KINDS
from toonbank.ledger.models import Entry
from toonbank.ledger.telling import in_plain_words
from toonbank.ledger.verifying import Verdict, verify
from toonbank.shops.desk import DeskRequest

PAGE = 30


@require_safe
def read(request: DeskRequest) -> HttpResponse:
    """The newest lines first, of one kind or about one row when asked."""
    return _page(request)


@require_safe
def check(request: DeskRequest) -> HttpResponse:
    """The same page, after reading every line of the ledger and holding the chain against itself."""
    return _page(request, verify(request.shop))


@require_safe
def export(request: DeskRequest) -> HttpResponseBase:
    """The whole ledger as JSON lines, sent while it is read."""
    lines: Iterable[str] = json_lines(request.shop)
    answer = StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="ledger-{request.shop.slug}.jsonl"'
    return answer


def _page(request: DeskRequest, verdict: Verdict | None = None) -> HttpResponse:
    kind, subject = request.GET.get("kind", ""), request.GET.get("subject", "").strip()
    entries = Entry.objects.order_by("-number")
    if kind:
        entries = entries.filter(kind=kind)
    if subject:
        entries = entries.filter(subject=subject)
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit() and len(before) < 19:
        entries = entries.filter(number__lt=int(before))
    found = list(entries[: PAGE + 1])
    shown, rest = found[:PAGE], found[PAGE:]
    page = {
        "lines": in_plain_words(shown),
        "older": shown[-1].number if rest else None,
        "is_newest": not before,
        "kinds": KINDS.items(),
        "kind": kind,
        "subject": subject,
        "verdict": verdict,
    }
    return render(request, "ledger/read.html", page)
