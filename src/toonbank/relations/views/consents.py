"""The register of consents: who allowed what, a new one, taking one back."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.core.errors import BadInput, Overtaken
from toonbank.relations.asking import ask_consent, proposed_words, take_question_back
from toonbank.relations.consenting import (
    WhichPerson,
    ending_soon,
    give_consent,
    keep_contact,
    withdraw_consent,
)
from toonbank.relations.forms import AskForm, ConsentForm
from toonbank.relations.links import person_link, question_link
from toonbank.relations.listing import number_in
from toonbank.relations.models import Consent, Contact
from toonbank.relations.papers import ConsentRequest
from toonbank.relations.questions import amended, asks_besides, not_said
from toonbank.shops.desk import DeskRequest, go, may

AT_ONCE = 50


@require_safe
def register(request: DeskRequest) -> HttpResponse:
    """Everybody who said yes to something, what ends soon first; and the questions that wait for an answer."""
    now = timezone.now()
    after = number_in(request.GET.get("after", ""))
    given = Consent.objects.select_related("contact").filter(contact__erased_at=None).order_by("-pk")
    rows = list((given.filter(pk__lt=after) if after else given)[: AT_ONCE + 1])
    context = {
        "lines": [(one, one.holds_at(now)) for one in rows[:AT_ONCE]],
        "next": rows[AT_ONCE - 1].pk if len(rows) > AT_ONCE else "",
        "ending": ending_soon(now) if not after else [],
        "questions": _open_questions() if not after else [],
        "may_write": request.member.may("write"),
        "tab": "consents",
    }
    return render(request, "relations/consents.html", context)


def _open_questions() -> list[ConsentRequest]:
    waiting = ConsentRequest.objects.filter(answer="").select_related("contact", "asked_by__person")
    return list(waiting[:AT_ONCE])


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def new(request: DeskRequest) -> HttpResponse:
    """Write a consent down; `?name=`, `?handle=` and `?person=` fill in who it is about."""
    initial = {name: request.GET.get(name, "")[:120] for name in ("name", "handle", "person")}
    form = ConsentForm(request.POST) if request.method == "POST" else ConsentForm(initial=initial)
    known: list[Contact] = []
    if form.is_valid():
        now = timezone.now()
        try:
            with transaction.atomic():
                contact = keep_contact(request.shop, request.member, form.who, now=now)
                give_consent(contact, request.member, form.yes, now=now)
        except BadInput as trouble:
            known = trouble.known if isinstance(trouble, WhichPerson) else []
            form.add_error(None, str(trouble))
        else:
            messages.success(request, _("Written down. Posts may now do what was agreed."))
            return go(request, "relations:read", contact.pk)
    context = {"form": form, "known": known}
    return render(request, "relations/new.html", context, status=400 if form.errors else 200)


@require_safe
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """One person, with every consent there was."""
    contact: Contact = get_object_or_404(Contact.objects, pk=pk)
    given = contact.consents.select_related("recorded_by__person", "withdrawn_by__person", "request")
    now = timezone.now()
    consents = [(one, one.holds_at(now)) for one in given[:AT_ONCE]]
    may_write = request.member.may("write")
    has_page = (consents or contact.known_ground) and not contact.erased_at
    context = {
        "contact": contact,
        "consents": consents,
        "link": person_link(contact) if has_page and may_write else "",
        "may_write": may_write,
    }
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


@require_http_methods(["GET", "HEAD", "POST"])
@may("write")
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    """Make a question for consent: first what is asked, then the words, which may be changed."""
    contact: Contact = get_object_or_404(Contact.objects.present(), pk=pk)
    lang = request.GET.get("lang") or request.shop.language
    form = AskForm(request.POST or None, initial={"lang": lang, "is_minor": contact.is_minor})
    if request.method == "POST" and form.is_valid():
        if "ask" not in request.POST:
            words = proposed_words(contact, request.member, form.question)
            return _show_words(request, contact, words)
        if not_said(contact, form.question, form.question.text):
            return _amend(request, contact, form)
        try:
            asked = ask_consent(contact, request.member, form.question, now=timezone.now())
        except BadInput as trouble:
            form.add_error(None, str(trouble))
        else:
            return go(request, "relations:question", asked.pk)
    context = {"form": form, "contact": contact, "has_words": bool(request.POST.get("text"))}
    return render(request, "relations/ask.html", context, status=400 if form.errors else 200)


def _amend(request: DeskRequest, contact: Contact, form: AskForm) -> HttpResponse:
    """Nothing is kept while the words say less, or something else, than what is asked."""
    question = form.question
    besides = asks_besides(question, amended(contact, question, question.text))
    if besides:
        told = _("The words also ask for this: %(uses)s. Tick it too, or take it out of the words.")
        trouble = told % {"uses": ", ".join(besides)}
        return _show_words(request, contact, question.text, trouble)
    trouble = _(
        "The words did not say all that is asked, and a yes is a yes to what somebody read. They are completed: "
        "read them, and keep the question then."
    )
    return _show_words(request, contact, amended(contact, question, question.text), trouble)


def _show_words(request: DeskRequest, contact: Contact, words: str, trouble: str = "") -> HttpResponse:
    said = request.POST.copy()
    said["text"] = words
    form = AskForm(said)
    if trouble:
        form.add_error("text", trouble)
    context = {"form": form, "contact": contact, "has_words": True}
    return render(request, "relations/ask.html", context, status=400 if trouble else 200)


@require_safe
def question(request: DeskRequest, pk: int) -> HttpResponse:
    """One question: its words, what came back, and its link for who may hand it over."""
    rows = ConsentRequest.objects.select_related("contact", "asked_by__person")
    asked: ConsentRequest = get_object_or_404(rows, pk=pk)
    may_write = request.member.may("write")
    context = {
        "asked": asked,
        "link": question_link(asked) if may_write else "",
        "own_link": person_link(asked.contact) if may_write else "",
        "may_write": may_write,
    }
    return render(request, "relations/question.html", context)


@require_POST
@may("write")
def take_back(request: DeskRequest, pk: int) -> HttpResponse:
    """The shop does not ask it any more."""
    asked: ConsentRequest = get_object_or_404(ConsentRequest.objects.select_related("shop"), pk=pk)
    try:
        take_question_back(asked, request.member, now=timezone.now())
    except Overtaken:
        messages.info(request, _("It was answered already."))
    else:
        messages.success(request, _("Taken back. The link says so too."))
    return go(request, "relations:question", asked.pk)
