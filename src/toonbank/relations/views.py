"""The register of consents: who allowed what, a new one, taking one back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.core.errors import BadInput, Overtaken
from toonbank.relations.consenting import give_consent, keep_contact, withdraw_consent
from toonbank.relations.forms import ConsentForm
from toonbank.relations.models import Consent, Contact
from toonbank.shops.desk import DeskRequest, go, may

AT_ONCE = 50


@require_safe
def listed(request: DeskRequest) -> HttpResponse:
    """Everybody on file, by name, with what holds now."""
    words = " ".join(request.GET.get("words", "").split())[:120]
    found = Contact.objects.prefetch_related("consents").order_by("name", "pk")
    if words:
        found = found.filter(name__icontains=words)
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("page"))
    now = timezone.now()
    lines = [(contact, [one for one in contact.consents.all() if one.holds_at(now)]) for contact in page]
    context = {"lines": lines, "page": page, "words": words, "may_write": request.member.may("write")}
    return render(request, "relations/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def new(request: DeskRequest) -> HttpResponse:
    """Write a consent down; `?name=` and `?handle=` fill in who it is about."""
    initial = {name: request.GET.get(name, "")[:120] for name in ("name", "handle")}
    form = ConsentForm(request.POST) if request.method == "POST" else ConsentForm(initial=initial)
    if form.is_valid():
        now = timezone.now()
        try:
            contact = keep_contact(request.shop, request.member, form.who, now=now)
            give_consent(contact, request.member, form.yes, now=now)
        except BadInput as trouble:
            form.add_error(None, str(trouble))
        else:
            messages.success(request, _("Written down. Posts may now do what was agreed."))
            return go(request, "relations:read", contact.pk)
    return render(request, "relations/new.html", {"form": form}, status=400 if form.errors else 200)


@require_safe
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """One person, with every consent there was."""
    contact: Contact = get_object_or_404(Contact.objects, pk=pk)
    given = contact.consents.select_related("recorded_by__person", "withdrawn_by__person")
    now = timezone.now()
    consents = [(one, one.holds_at(now)) for one in given[:AT_ONCE]]
    context = {"contact": contact, "consents": consents, "may_write": request.member.may("write")}
    return render(request, "relations/read.html", context)


@require_POST
@may("write")
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Taken back."""
    consent: Consent = get_object_or_404(Consent.objects.select_related("shop"), pk=pk)
    try:
        withdraw_consent(consent, request.member, now=timezone.now())
    except Overtaken:
        messages.info(request, _("It was taken back already."))
    else:
        messages.success(request, _("Taken back. No post goes out under it any more."))
    return go(request, "relations:read", consent.contact_id)
