"""Many complaints at once: what they share, what is planned, and a person's choice."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from toonbank.conversations import storms
from toonbank.conversations.casebook import Storm
from toonbank.core.errors import ToonbankError
from toonbank.evidence.paging import Place, page_of, row_id
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, go, may

SHOWN = 30


@require_safe
def listed(request: DeskRequest) -> HttpResponse:
    """All storms there were, the newest first."""
    after = row_id(request.GET.get("after"))
    page = page_of(Storm.objects.select_related("settled_by__person"), "-pk", Place(after=after))
    lines = [(row, storms.about_in_words(row.about)) for row in page.rows]
    context = {"lines": lines, "page": page, "is_first": after is None}
    return render(request, "conversations/storms.html", context)


@require_safe
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """One storm."""
    storm: Storm = get_object_or_404(Storm.objects.select_related("settled_by__person"), pk=pk)
    return _page(request, storm)


@require_POST
@may("write")
def settle(request: DeskRequest, pk: int) -> HttpResponse:
    """A person has looked."""
    storm: Storm = get_object_or_404(Storm.objects.select_related("shop"), pk=pk)
    chosen = {number for one in request.POST.getlist("post") if (number := row_id(one)) is not None}
    pause = chosen if request.POST.get("do") == "pause" else set()
    if request.POST.get("do") == "pause" and not chosen:
        messages.error(request, _("Nothing was chosen. Choose what must wait, or say that nothing has to."))
        return _page(request, storm, status=400)
    try:
        held = storms.settle(storm, request.member, pause=pause, now=timezone.now())
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
        return _page(request, storm, chosen=chosen, status=400)
    if held:
        n = len(held)
        said = ngettext(
            "%(n)d post waits now. It goes out when somebody sends it.",
            "%(n)d posts wait now. They go out when somebody sends them.",
            n,
        )
        messages.success(request, said % {"n": n})
    else:
        messages.success(request, _("Written down: everything goes out as planned."))
    return go(request, "conversations:storms")


def _when(storm: Storm) -> str:
    """How many complained, and from when to when; a day is named once, and so is a minute."""
    began, last = timezone.localtime(storm.began_at), timezone.localtime(storm.last_at)
    told = {"n": storm.count, "since": date_format(began, _("j F, H:i"))}
    if last - began < timedelta(minutes=1):
        said = ngettext(
            "%(n)d complaint, %(since)s.", "%(n)d complaints within a minute, %(since)s.", storm.count
        )
        return said % told
    until = date_format(last, "H:i" if began.date() == last.date() else _("j F, H:i"))
    said = ngettext(
        "%(n)d complaint since %(since)s.", "%(n)d complaints between %(since)s and %(until)s.", storm.count
    )
    return said % (told | {"until": until})


def _page(
    request: DeskRequest, storm: Storm, *, chosen: set[int] | None = None, status: int = 200
) -> HttpResponse:
    complaints = storms.complaints_of(storm)
    planned = storms.planned_posts(timezone.now()) if storm.settled_at is None else []
    context = {
        "storm": storm,
        "when": _when(storm),
        "about": storms.about_in_words(storm.about),
        "post": int(storm.about[5:]) if storm.about.startswith("post:") else None,
        "complaints": complaints[:SHOWN],
        "more": max(len(complaints) - SHOWN, 0),
        "planned": [(one, one.is_proposed if chosen is None else one.post.pk in chosen) for one in planned],
    }
    return render(request, "conversations/storm.html", context, status=status)
