"""Everybody on file, and the accounts that are kindred."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.core.errors import BadInput
from toonbank.relations import befriending
from toonbank.relations.forms import KindredForm
from toonbank.relations.listing import page_of
from toonbank.relations.papers import Kindred
from toonbank.shops.desk import DeskRequest, go, may

MOST_KINDRED = 200


@require_safe
def listed(request: DeskRequest) -> HttpResponse:
    """Everybody by name."""
    words = " ".join(request.GET.get("words", "").split())[:120]
    after = request.GET.get("after", "")[:200]
    context = {
        "page": page_of(words, after, timezone.now()),
        "words": words,
        "is_first": not after,
        "may_write": request.member.may("write"),
        "tab": "everybody",
    }
    return render(request, "relations/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def kindred(request: DeskRequest) -> HttpResponse:
    """The accounts that the shop likes to be seen with, those it would rather not, and a form for one more."""
    now = timezone.now()
    form = KindredForm(request.POST) if request.method == "POST" else KindredForm()
    if form.is_valid():
        try:
            befriending.befriend(request.shop, request.member, **form.cleaned_data, now=now)
        except BadInput as trouble:
            form.add_error(None, str(trouble))
        else:
            messages.success(
                request, _("On the list. Following or liking them you do at the network itself.")
            )
            return go(request, "relations:kindred")
    rows = Kindred.objects.filter(ended_at=None).select_related("member__person")[:MOST_KINDRED]
    context = {
        "rows": [(one, one.review_at <= now) for one in rows],
        "rather_not": request.shop.hold_back,
        "form": form,
        "may_write": request.member.may("write"),
        "tab": "kindred",
    }
    return render(request, "relations/kindred.html", context, status=400 if form.errors else 200)


@require_POST
@may("write")
def review(request: DeskRequest, pk: int) -> HttpResponse:
    """Looked at again: it stays, or it goes."""
    one: Kindred = get_object_or_404(Kindred.objects, pk=pk)
    if request.POST.get("as") == "gone":
        befriending.part(one, request.member, now=timezone.now())
        messages.success(request, _("Not on the list any more."))
    else:
        befriending.still_kindred(one, request.member, now=timezone.now())
        messages.success(request, _("Looked at again. We ask in half a year."))
    return go(request, "relations:kindred")
