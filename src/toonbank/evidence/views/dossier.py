"""On file: the five registers at a glance, one of them, a new paper, one paper, changing it, taking it out."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.core.errors import BadInput, Overtaken
from toonbank.evidence.dossier import Paper, over_by
from toonbank.evidence.filing import NEEDED, change_paper, fields_of, put_on_file, take_out
from toonbank.evidence.filing_forms import FORMS, PaperForm
from toonbank.evidence.paging import Place, page_of, row_id
from toonbank.evidence.registers import Register, dossier_of, register_of
from toonbank.evidence.views.showing import show
from toonbank.shops.desk import DeskRequest, at, back_to, go, may

SOON = timedelta(days=30)
LONGEST_HEAD = 160


@require_safe
def dossier(request: DeskRequest) -> HttpResponse:
    """All that is on file, counted; what ends within thirty days first."""
    today = timezone.localdate()
    return show(request, "dossier", {"dossier": dossier_of(request.shop, today, today + SOON)})


@require_safe
def listed(request: DeskRequest, register: str) -> HttpResponse:
    """One register, newest first: what holds, or what is over."""
    here, today = _register(register), timezone.localdate()
    papers, is_over = here.model._default_manager.all(), request.GET.get("show") == "over"
    found = papers.filter(over_by(today)) if is_over else papers.exclude(over_by(today))
    place = Place(after=row_id(request.GET.get("after")))
    page = page_of(found.select_related("recorded_by__person"), "-recorded_at", place)
    context = {"register": here, "page": page, "is_over": is_over, "today": today, "soon": today + SOON}
    return show(request, "register", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may("keep_evidence")
def new(request: DeskRequest, register: str) -> HttpResponse:
    """A new paper; `?words=` fills in what a post says, `?next=` is where to go afterwards."""
    here = _register(register)
    if request.method != "POST":
        words = request.GET.get("words", "")[:1000]
        return _form_page(request, here, FORMS[here.model](initial={here.main: words}))
    form = FORMS[here.model](request.POST)
    if form.is_valid():
        paper = here.model(**form.said)
        try:
            put_on_file(request.shop, request.member, paper, now=timezone.now())
        except BadInput as trouble:
            form.add_error(None, str(trouble))
        else:
            messages.success(request, _("On file. The checker knows it from now on."))
            return redirect(back_to(request, at(request.shop, "evidence:paper", here.slug, paper.pk)))
    return _form_page(request, here, form, status=400)


@require_safe
def read(request: DeskRequest, register: str, pk: int) -> HttpResponse:
    """One paper, with who wrote it down and when."""
    here = _register(register)
    paper, today = _paper(here, pk), timezone.localdate()
    return show(
        request, "paper", {"register": here, "paper": paper, "lines": _lines(here, paper), "today": today}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@may("keep_evidence")
def change(request: DeskRequest, register: str, pk: int) -> HttpResponse:
    """What is known now; what stood there stays in the ledger."""
    here = _register(register)
    paper = _paper(here, pk)
    if paper.ended_at is not None:
        messages.info(request, _("This was taken off file; put it on file anew."))
        return go(request, "evidence:paper", here.slug, pk)
    stood = {name: getattr(paper, name) for name in (*fields_of(here.model), "revision")}
    if request.method != "POST":
        return _form_page(request, here, FORMS[here.model](initial=stood), paper=paper)
    form = FORMS[here.model](request.POST, initial=stood)
    if form.is_valid():
        revision = form.cleaned_data["revision"] or 0
        try:
            change_paper(paper, request.member, form.said, revision=revision, now=timezone.now())
        except BadInput as trouble:
            form.add_error(None, str(trouble))
        except Overtaken:
            form.add_error(None, _("Somebody else changed this while you were typing. Look at it first."))
        else:
            messages.success(request, _("Changed. What stood there stays in the ledger."))
            return go(request, "evidence:paper", here.slug, pk)
    return _form_page(request, here, form, status=400, paper=_paper(here, pk))


@require_POST
@may("keep_evidence")
def end(request: DeskRequest, register: str, pk: int) -> HttpResponse:
    """It proves nothing from now on."""
    here = _register(register)
    try:
        take_out(_paper(here, pk), request.member, now=timezone.now())
    except Overtaken:
        messages.info(request, _("It was taken off file already."))
    else:
        messages.success(request, _("Taken off file. What rested on it is judged anew."))
    return go(request, "evidence:paper", here.slug, pk)


def _register(slug: str) -> Register:
    found = register_of(slug)
    if found is None:
        raise Http404
    return found


def _paper(here: Register, pk: int) -> Paper:
    people = ("shop", "recorded_by__person", "changed_by__person", "ended_by__person")
    paper: Paper = get_object_or_404(here.model._default_manager.select_related(*people), pk=pk)
    return paper


def _lines(here: Register, paper: Paper) -> list[tuple[str, Any]]:
    """What the paper says, under the questions of its form, besides what heads the page; what is empty is left out."""
    fields, head = FORMS[here.model].base_fields, NEEDED[here.model][0]
    is_whole = len(str(getattr(paper, head))) <= LONGEST_HEAD
    shown_apart = {"link", "until_on"} | ({head} if is_whole else set())
    asked = [name for name in fields_of(here.model) if name not in shown_apart]
    said = [(str(fields[name].label), getattr(paper, name)) for name in asked]
    return [
        (label, _("yes") if value is True else value)
        for label, value in said
        if value not in ("", None, False)
    ]


def _form_page(
    request: DeskRequest, here: Register, form: PaperForm, *, status: int = 200, paper: Paper | None = None
) -> HttpResponse:
    back = at(request.shop, "evidence:papers", here.slug)
    if paper is not None:
        back = at(request.shop, "evidence:paper", here.slug, paper.pk)
    context = {"register": here, "form": form, "paper": paper, "back": back_to(request, back)}
    return show(request, "paper_form", context | {"next": back_to(request, "")}, status=status)
