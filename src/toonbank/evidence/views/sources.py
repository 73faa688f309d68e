"""Where the facts come from: feeds and lists, their columns, and how each reading went."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.core.errors import BadInput, Overtaken, SourceTrouble
from toonbank.evidence.forms import ColumnsForm, ListForm, SourceForm
from toonbank.evidence.models import FactSource, ImportRun
from toonbank.evidence.paging import Place, page_of, row_id
from toonbank.evidence.refreshing import copy_of, keep_list, refresh, want_import
from toonbank.evidence.vanishing import confirm_vanished
from toonbank.evidence.views.showing import show
from toonbank.evidence.wording import said
from toonbank.shops.desk import DeskRequest, go, may
from toonbank.sources.opening import open_source
from toonbank.sources.table import Preview

SMALL = 1_000_000
"""Bytes that are read while the browser waits; what is larger is left to the clock."""
SILENT_FOR = timedelta(minutes=2)
RUNS_SHOWN = 10


@require_safe
def listed(request: DeskRequest) -> HttpResponse:
    """Every source with its last reading."""
    last = ImportRun.objects.filter(source=OuterRef("pk")).order_by("-began_at").values("pk")[:1]
    sources = list(FactSource.objects.annotate(last_run=Subquery(last)))
    runs = ImportRun.objects.in_bulk([source.last_run for source in sources if source.last_run])
    lines = [(source, runs.get(source.last_run)) for source in sources]
    return show(request, "sources", {"lines": lines})


@require_http_methods(["GET", "HEAD", "POST"])
@may("keep_evidence")
def new(request: DeskRequest) -> HttpResponse:
    """An address or a file. A list with columns goes on to the page where these are pointed out."""
    form = SourceForm(request.POST, request.FILES) if request.method == "POST" else SourceForm()
    if form.is_valid():
        try:
            source = _make(request, form.cleaned_data)
        except IntegrityError:
            form.add_error("name", _("There is a source of that name already; open it to add a newer list."))
        else:
            return _after_new_list(request, source)
    return show(request, "new_source", {"form": form}, status=400 if form.errors else 200)


def _make(request: DeskRequest, said: dict[str, Any]) -> FactSource:
    kind = FactSource.Kind.ADDRESS if said["address"] else FactSource.Kind.UPLOAD
    with transaction.atomic():
        source = FactSource.objects.create(
            shop=request.shop,
            name=said["name"],
            kind=kind,
            address=said["address"],
            is_complete=said["is_complete"],
        )
    if said["file"]:
        _keep(source, said["file"])
    return source


def _keep(source: FactSource, file: UploadedFile) -> None:
    source.file = keep_list(source.shop, file.chunks())
    FactSource.objects.filter(pk=source.pk).update(file=source.file, due_at=None)


def _after_new_list(request: DeskRequest, source: FactSource) -> HttpResponse:
    """Read it, or ask first which column is what."""
    if source.kind == FactSource.Kind.UPLOAD:
        try:
            if _preview(source) is not None and not source.mapping:
                return go(request, "evidence:columns", source.pk)
        except SourceTrouble as trouble:
            messages.error(request, said(trouble.shown))
            return go(request, "evidence:source", source.pk)
    _read_soon(source, timezone.now())
    return go(request, "evidence:source", source.pk)


def _preview(source: FactSource) -> Preview | None:
    """None for a feed, which names its own fields. SourceTrouble when it cannot be read at all."""
    with open_source(copy_of(source)) as opened:
        return opened.preview()


def _read_soon(source: FactSource, now: datetime) -> None:
    """A small list at once, the rest by the clock: nobody waits for a page that reads a hundred thousand rows."""
    is_small = source.kind == FactSource.Kind.UPLOAD and copy_of(source).stat().st_size <= SMALL
    if not is_small:
        want_import(source, now=now)
        return
    try:
        refresh(source, now=now)
    except Overtaken:
        want_import(source, now=now)


@require_safe
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """One source and its readings; htmx gets only these, every other second while one is under way."""
    source: FactSource = get_object_or_404(FactSource.objects, pk=pk)
    return _page(request, source, ListForm())


def _page(request: DeskRequest, source: FactSource, form: ListForm, *, status: int = 200) -> HttpResponse:
    now = timezone.now()
    runs = list(source.runs.all()[:RUNS_SHOWN])
    latest = runs[0] if runs else None
    is_alive = (
        latest is not None
        and latest.state == "running"
        and bool(latest.beat_at and now - latest.beat_at < SILENT_FOR)
    )
    is_due = source.due_at is not None and source.due_at <= now
    context = {
        "source": source,
        "runs": runs,
        "is_alive": is_alive,
        "is_due": is_due,
        "is_busy": is_alive or is_due,
        "form": form,
        "has_file": copy_of(source).is_file(),
        "host": urlsplit(source.address).hostname or "",
    }
    part = request.htmx and not request.htmx.boosted
    return show(request, "_runs" if part else "source", context, status=status)


@require_POST
@may("keep_evidence")
def newer(request: DeskRequest, pk: int) -> HttpResponse:
    """A newer edition of an uploaded list."""
    source: FactSource = get_object_or_404(
        FactSource.objects.select_related("shop"), pk=pk, kind=FactSource.Kind.UPLOAD
    )
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, source, form, status=400)
    _keep(source, form.cleaned_data["file"])
    return _after_new_list(request, source)


@require_http_methods(["GET", "HEAD", "POST"])
@may("keep_evidence")
def columns(request: DeskRequest, pk: int) -> HttpResponse:
    """The first rows of the list, and which column is what."""
    source: FactSource = get_object_or_404(FactSource.objects.select_related("shop"), pk=pk)
    try:
        preview = _preview(source) if copy_of(source).is_file() else None
    except SourceTrouble as trouble:
        messages.error(request, said(trouble.shown))
        preview = None
    if preview is None:
        return go(request, "evidence:source", pk)
    chosen = {**preview.columns, **source.mapping.get("columns", {})}
    form = ColumnsForm(preview, chosen, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _take_columns(request, source, form)
    context = {"source": source, "preview": preview, "form": form}
    return show(request, "columns", context, status=400 if form.errors else 200)


def _take_columns(request: DeskRequest, source: FactSource, form: ColumnsForm) -> HttpResponse:
    source.mapping = {"columns": form.mapping.columns, "delimiter": "", "decimal": ""}
    FactSource.objects.filter(pk=source.pk).update(mapping=source.mapping)
    _read_soon(source, timezone.now())
    return go(request, "evidence:source", source.pk)


@require_POST
@may("keep_evidence")
def now(request: DeskRequest, pk: int) -> HttpResponse:
    """Read it now."""
    source: FactSource = get_object_or_404(FactSource.objects.select_related("shop"), pk=pk)
    if source.kind == FactSource.Kind.UPLOAD and not copy_of(source).is_file():
        messages.info(request, _("This list was read. Give a newer one to read again."))
    else:
        _read_soon(source, timezone.now())
    return go(request, "evidence:source", pk)


@require_safe
def run(request: DeskRequest, pk: int) -> HttpResponse:
    """One reading with every row that was skipped."""
    run: ImportRun = get_object_or_404(ImportRun.objects.select_related("source"), pk=pk)
    page = page_of(run.skipped_rows.all(), "line", Place(after=row_id(request.GET.get("after"))), size=100)
    return show(request, "run", {"run": run, "page": page})


@require_POST
@may("keep_evidence")
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    """Yes, the list was whole: what is missing from it is no longer sold."""
    run: ImportRun = get_object_or_404(ImportRun.objects.select_related("source", "shop"), pk=pk)
    try:
        confirm_vanished(run, request.member, now=timezone.now())
    except BadInput as trouble:
        messages.info(request, str(trouble))
    else:
        messages.success(request, _("%(n)s products were taken off sale.") % {"n": run.vanished})
    return go(request, "evidence:run", pk)
