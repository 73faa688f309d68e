"""Lessons: the board, an improvement, whom we told, and the month of free advice."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.conversations import lessons
from toonbank.conversations.advice import month_page
from toonbank.conversations.casebook import Improvement
from toonbank.conversations.cases import case_of
from toonbank.conversations.causes import month_of
from toonbank.conversations.criticism import criticism_in
from toonbank.conversations.lesson_forms import DropForm, PlanForm
from toonbank.conversations.lessonboard import board_of
from toonbank.conversations.models import Conversation
from toonbank.core.errors import ToonbankError
from toonbank.evidence.paging import Place, row_id
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, back_to, go, may
from toonbank.shops.models import Member

IN_THREE_WEEKS = timedelta(days=21)


@require_safe
def board(request: DeskRequest) -> HttpResponse:
    """What the shop changes because of what it heard."""
    return _board(request)


def _board(request: DeskRequest, *, dropping: int = 0, form: DropForm | None = None) -> HttpResponse:
    place = Place(after=row_id(request.GET.get("after")))
    found = board_of(timezone.localdate(), timezone.now(), place)
    context = {
        "board": found,
        "dropping": dropping,
        "drop": form or DropForm(),
        "is_first": place.after is None,
    }
    return render(request, "conversations/lessons.html", context, status=400 if form else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def new(request: DeskRequest) -> HttpResponse:
    """Something to change; `?from=` names the conversation that it came from."""
    source = _source(request)
    form = _form(request, initial=_begun(request, source))
    if request.method == "POST" and form.is_valid():
        try:
            lessons.make_improvement(
                request.shop,
                request.member,
                form.plan,
                sources=[source] if source else [],
                now=timezone.now(),
            )
        except ToonbankError as trouble:
            form.add_error(None, in_words(trouble))
        else:
            messages.success(request, _("Written down. On its day it stands on the page of today."))
            return go(request, "conversations:lessons")
    same = lessons.running().select_related("owner__person")[:30] if source else []
    said = criticism_in([source])[source.pk] if source else ""
    context = {"form": form, "source": source, "said": said, "same": same}
    return render(request, "conversations/lesson.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def change(request: DeskRequest, pk: int) -> HttpResponse:
    """Other words, another owner, another day."""
    row: Improvement = get_object_or_404(Improvement, pk=pk)
    now = {"what": row.what, "cause": row.cause, "owner": str(row.owner_id), "due_on": row.due_on}
    form = _form(request, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            lessons.change_improvement(row, request.member, form.plan)
        except ToonbankError as trouble:
            form.add_error(None, in_words(trouble))
        else:
            messages.success(request, _("Changed."))
            return go(request, "conversations:lessons")
    context = {"form": form, "row": row}
    return render(request, "conversations/lesson.html", context, status=400 if form.errors else 200)


def _form(request: DeskRequest, initial: dict[str, object]) -> PlanForm:
    present = Member.objects.filter(shop=request.shop).present().select_related("person").order_by("pk")
    members = [one for one in present if one.may("write")]
    data = request.POST if request.method == "POST" else None
    return PlanForm(data, members=members, today=timezone.localdate(), initial=initial)


def _source(request: DeskRequest) -> Conversation | None:
    pk = row_id(request.POST.get("from") or request.GET.get("from"))
    return Conversation.objects.select_related("case").filter(pk=pk).first() if pk else None


def _begun(request: DeskRequest, source: Conversation | None) -> dict[str, object]:
    case = case_of(source) if source else None
    begun: dict[str, object] = {
        "owner": str(request.member.pk),
        "due_on": timezone.localdate() + IN_THREE_WEEKS,
    }
    return begun | ({"cause": case.cause} if case and case.cause else {})


@require_POST
@may("write")
def join(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody else suggested the same."""
    row: Improvement = get_object_or_404(lessons.running(), pk=pk)
    source = _source(request)
    if source is None:
        raise Http404
    lessons.add_source(row, source)
    messages.success(request, _("Added. They will be told too when it is done."))
    return go(request, "conversations:lessons")


@require_POST
@may("write")
def done(request: DeskRequest, pk: int) -> HttpResponse:
    """It is done."""
    said = _("Done. Below stands whom to tell; in four weeks it shows whether it helped.")
    return _deed(request, pk, lambda row: lessons.finish(row, request.member, now=timezone.now()), said)


@require_POST
@may("write")
def again(request: DeskRequest, pk: int) -> HttpResponse:
    """Not done after all, or not dropped."""
    said = _("It runs again.")
    return _deed(
        request, pk, lambda row: lessons.take_up_again(row, request.member, now=timezone.now()), said
    )


@require_POST
@may("write")
def drop(request: DeskRequest, pk: int) -> HttpResponse:
    """It will not be done; without a reason the page comes back with what was typed."""
    get_object_or_404(Improvement, pk=pk)
    form = DropForm(request.POST)
    if not form.is_valid():
        return _board(request, dropping=pk, form=form)
    why = form.cleaned_data["why"]
    said = _("Dropped, with the reason.")
    return _deed(
        request, pk, lambda row: lessons.drop(row, request.member, why=why, now=timezone.now()), said
    )


@require_POST
@may("answer")
def told(request: DeskRequest, pk: int, conversation: int) -> HttpResponse:
    """A person told who suggested it."""
    there = get_object_or_404(Conversation, pk=conversation)
    said = _("Written down: they know.")
    return _deed(
        request, pk, lambda row: lessons.mark_told(row, there, request.member, now=timezone.now()), said
    )


@require_POST
@may("answer")
def untold(request: DeskRequest, pk: int, conversation: int) -> HttpResponse:
    """They do not know after all."""
    there = get_object_or_404(Conversation, pk=conversation)
    said = _("They stand in the list again.")
    return _deed(request, pk, lambda row: lessons.unmark_told(row, there, request.member), said)


def _deed(
    request: DeskRequest, pk: int, deed: Callable[[Improvement], Improvement], said: str
) -> HttpResponse:
    row: Improvement = get_object_or_404(Improvement.objects.select_related("shop"), pk=pk)
    try:
        deed(row)
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        messages.success(request, said)
    return redirect(back_to(request, at(request.shop, "conversations:lessons")))


@require_safe
def advice(request: DeskRequest, year: int | None = None, month: int = 1) -> HttpResponse:
    """What one month taught, with a drawing and its numbers."""
    today = timezone.localdate()
    try:
        first = month_of(today) if year is None else date(year, month, 1)
    except ValueError:
        raise Http404 from None
    if first > today or first.year < 2000:
        raise Http404
    begin = datetime.combine(first, time(), request.shop.clock)
    return render(
        request, "conversations/advice.html", {"page": month_page(request.shop, first, begin, today)}
    )
