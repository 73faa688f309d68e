"""Disagreements: where people kept what a rule warned about, what they dispute, and what the shop does with that."""

import json
from collections.abc import Callable, Iterator

from django.contrib import messages
from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django_scopes import scope

from toonbank.core.errors import ToonbankError
from toonbank.posts import disputing
from toonbank.posts.disagreeing import SHOWS, Asked, counts_by_rule, exported, lines_of
from toonbank.posts.models import Dispute
from toonbank.posts.troubles import in_words
from toonbank.posts.views.deeds import came_from
from toonbank.shops.desk import DeskRequest, at
from toonbank.shops.models import Shop

TABS = {
    "all": gettext_lazy("All"),
    "open": gettext_lazy("Waits for an answer"),
    "disputed": gettext_lazy("Disputed"),
    "kept": gettext_lazy("Kept with a reason"),
}


@require_safe
def disagreements(request: DeskRequest) -> HttpResponse:
    """All of them, by rule and by sort, a page at a time."""
    show = request.GET.get("show", "all")
    asked = Asked(
        request.GET.get("rule", "")[:60], show if show in SHOWS else "all", request.GET.get("before", "")[:80]
    )
    lines, following = lines_of(request.shop, asked)
    counts = counts_by_rule(request.shop)
    context = {
        "lines": [(line, line.is_taken_back_by(request.member)) for line in lines],
        "counts": counts,
        "asked": asked,
        "chosen": next((one for one in counts if one.slug == asked.rule), None),
        "tabs": [(name, label, _address(rule=asked.rule, show=name)) for name, label in TABS.items()],
        "next": _address(rule=asked.rule, show=asked.show, before=following) if following else "",
        "first": _address(rule=asked.rule, show=asked.show),
        "here": request.get_full_path(),
        "may_settle": request.member.may("run_shop"),
        "settlings": Dispute.Settled.choices,
    }
    return render(request, "posts/disagreements.html", context)


def _address(**asked: str) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in asked.items() if value and value != "all"})
    return "?" + query.urlencode()


@require_safe
def export(request: DeskRequest) -> StreamingHttpResponse:
    """The disputes as JSON lines; the shop's own words only when they are chosen."""
    lines = _lines(request.shop, with_texts=request.GET.get("texts") == "1")
    response = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="disputes-{request.shop.slug}.jsonl"'
    return response


def _lines(shop: Shop, *, with_texts: bool) -> Iterator[str]:
    with scope(shop=shop):  # the shop of the request is closed when this begins
        for one in exported(shop, with_texts=with_texts):
            yield json.dumps(one, ensure_ascii=False) + "\n"


def _deed(do: Callable[[DeskRequest, Dispute], str]) -> Callable[..., HttpResponse]:
    """Do it to this dispute, say how it went, and go back to where the form came from."""

    @require_POST
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        one = get_object_or_404(Dispute, pk=pk)
        try:
            messages.success(request, do(request, one))
        except ToonbankError as trouble:
            messages.error(request, in_words(trouble))
        return redirect(came_from(request, at(request.shop, "posts:disagreements")))

    return view


@_deed
def take_back(request: DeskRequest, one: Dispute) -> str:
    """It was a mistake after all."""
    disputing.take_back(one, request.member, now=timezone.now())
    return _("Taken back.")


@_deed
def settle(request: DeskRequest, one: Dispute) -> str:
    """What the shop did with it."""
    how = request.POST.get("how", "")
    disputing.settle(one, request.member, how, now=timezone.now())
    return _("Settled: %(how)s.") % {"how": Dispute.Settled(how).label}
