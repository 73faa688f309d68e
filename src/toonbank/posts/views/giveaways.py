"""The giveaways that are public: the draw, the winner, the prize."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from toonbank.core.errors import ToonbankError
from toonbank.evidence.paging import Place, page_of, row_id
from toonbank.posts.awarding import held, note_delivered, note_told
from toonbank.posts.giveaway import Giveaway
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, go, may
from toonbank.shops.models import Member


@require_safe
def listed(request: DeskRequest) -> HttpResponse:
    """The newest first."""
    found = held().select_related("post", "told_by__person", "delivered_by__person")
    page = page_of(found, "-pk", Place(after=row_id(request.GET.get("after"))))
    return render(request, "posts/giveaways.html", {"page": page, "today": timezone.localdate()})


@require_POST
@may("write")
def told(request: DeskRequest, pk: int) -> HttpResponse:
    """The winner knows."""
    return _note(request, pk, note_told, _("Written down: the winner was told."))


@require_POST
@may("write")
def delivered(request: DeskRequest, pk: int) -> HttpResponse:
    """The winner has it."""
    return _note(request, pk, note_delivered, _("Written down: the prize was handed over."))


def _note(request: DeskRequest, pk: int, deed: Callable[..., Giveaway], said: str) -> HttpResponse:
    giveaway: Giveaway = get_object_or_404(held().select_related("shop"), pk=pk)
    member: Member = request.member
    now: datetime = timezone.now()
    try:
        deed(giveaway, member, now=now)
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        messages.success(request, said)
    return go(request, "posts:giveaways")
