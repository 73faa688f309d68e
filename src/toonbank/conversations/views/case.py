"""A complaint and its steps."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from toonbank.conversations import casesheet, casework
from toonbank.conversations.casebook import Case
from toonbank.conversations.casepanel import case_panel_of, form_for
from toonbank.conversations.cases import case_of, open_case
from toonbank.conversations.casewords import story_of
from toonbank.conversations.criticism import criticism_in
from toonbank.conversations.models import Conversation
from toonbank.conversations.orders.linking import purchases_of
from toonbank.core.errors import Overtaken, ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, at, back_to, go, may
from toonbank.shops.forms import DeskForm

# What each form does, from what was filled in. A form's own class says which fields there are.
STEPS: dict[str, Callable[..., Case]] = {
    "judge": lambda case, member, form, now: casework.judge_case(
        case, member, verdict=form.cleaned_data["verdict"], kernel=form.cleaned_data["kernel"], now=now
    ),
    "fact": lambda case, member, form, now: casesheet.add_fact(case, member, form.line, now=now),
    "solve": lambda case, member, form, now: casework.solve_case(
        case, member, solution=form.cleaned_data["solution"], outcome=form.cleaned_data["outcome"], now=now
    ),
    "say": lambda case, member, form, now: casework.say_outcome(
        case, member, message=form.answer, line=form.cleaned_data["line"], now=now
    ),
    "confirm": lambda case, member, form, now: casework.confirm_case(
        case, member, how=form.cleaned_data["how"], now=now
    ),
    "object": lambda case, member, form, now: casework.object_to_case(
        case, member, why=form.cleaned_data["why"], now=now
    ),
    "close": lambda case, member, form, now: casework.close_case(
        case, member, cause=form.cleaned_data["cause"], now=now
    ),
    "cause": lambda case, member, form, now: casework.set_cause(
        case, member, cause=form.cleaned_data["cause"], now=now
    ),
    "give-up": lambda case, member, form, now: casework.give_up_case(
        case, member, reason=form.cleaned_data["why"], cause=form.cleaned_data["cause"], now=now
    ),
    "no-complaint": lambda case, member, _form, now: casework.leave_case(case, member, now=now),
    "reopen": lambda case, member, form, now: casework.reopen_case(
        case, member, why=form.cleaned_data["why"], now=now
    ),
}


@require_safe
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """The whole case, with how it went."""
    return _page(request, _conversation(pk))


@require_POST
@may("answer")
def begin(request: DeskRequest, pk: int) -> HttpResponse:
    """A person says that this is a complaint."""
    conversation = _conversation(pk)
    open_case(conversation, now=timezone.now(), member=request.member)
    messages.success(request, _("The case is open. Nothing was sent to anybody."))
    return redirect(back_to(request, at(request.shop, "conversations:case", pk)))


@require_POST
@may("answer")
def step(request: DeskRequest, pk: int, deed: str) -> HttpResponse:
    """One step; what was typed stays on the page when something is missing."""
    conversation = _conversation(pk)
    case = case_of(conversation)
    if case is None or deed not in STEPS:
        raise Http404
    form = form_for(deed, case, request.POST)
    if not (form.is_valid() and _done(request, case, deed, form)):
        return _page(request, _conversation(pk), deed=deed, form=form)
    messages.success(request, _("Written down."))
    return redirect(back_to(request, at(request.shop, "conversations:case", pk)))


def _done(request: DeskRequest, case: Case, deed: str, form: DeskForm) -> bool:
    try:
        STEPS[deed](case, request.member, form, timezone.now())
    except ToonbankError as trouble:
        form.add_error(None, in_words(trouble))
        return False
    return True


@require_POST
@may("answer")
def strike(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a line off the fact sheet."""
    case: Case = get_object_or_404(Case.objects.select_related("conversation"), conversation=pk)
    number, found = request.POST.get("number", ""), request.POST.get("found", "")
    try:
        if not (number.isascii() and number.isdigit() and len(number) < 5):
            raise Overtaken(f"no line {number!r} of case {case.pk}")
        casesheet.strike_fact(case, request.member, number=int(number), found=found)
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        messages.success(
            request, _("Struck: “%(line)s” Add it again if that was not meant.") % {"line": found}
        )
    return redirect(back_to(request, at(request.shop, "conversations:case", pk)))


@require_POST
@may("answer")
def order(request: DeskRequest, pk: int) -> HttpResponse:
    """Put an order that stands beside the customer with the facts."""
    rows = Case.objects.select_related("conversation__contact")
    case: Case = get_object_or_404(rows, conversation=pk)
    try:
        casesheet.add_order(case, request.member, request.POST.get("number", ""), now=timezone.now())
    except ToonbankError as trouble:
        messages.error(request, in_words(trouble))
    else:
        messages.success(request, _("It stands with the facts, as it was told at that moment."))
    return redirect(at(request.shop, "conversations:case", pk))


def _conversation(pk: int) -> Conversation:
    return get_object_or_404(Conversation.objects.select_related("case", "contact"), pk=pk)


def _page(
    request: DeskRequest, conversation: Conversation, *, deed: str = "", form: DeskForm | None = None
) -> HttpResponse:
    panel = case_panel_of(conversation, deed=deed, form=form)
    if panel is None:  # nobody complains here: an old address, or another label since
        return go(request, "conversations:read", conversation.pk)
    context = {
        "conversation": conversation,
        "case_panel": panel,
        "purchases": purchases_of(conversation.contact) if conversation.contact else None,
        "said": criticism_in([conversation])[conversation.pk],
        "turns": story_of(conversation),
    }
    return render(request, "conversations/case.html", context, status=400 if form is not None else 200)
