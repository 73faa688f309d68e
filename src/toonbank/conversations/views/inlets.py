"""What we hear: each account that we listen to, the doors for other systems, and what we could not understand."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from toonbank.channels.networks import ELSEWHERE
from toonbank.conversations.arrivals import Arrival, Ear, Inlet
from toonbank.conversations.events import BadEvent, read_event
from toonbank.conversations.inlet import try_door
from toonbank.conversations.inlets import close_inlet, open_inlet
from toonbank.conversations.intake import TROUBLE_OF_OURS, put_away, take_in, try_again
from toonbank.conversations.listening import listen_now, trouble_of
from toonbank.core.errors import ToonbankError
from toonbank.posts.troubles import in_words
from toonbank.shops.desk import DeskRequest, go, may

MOST = 50


@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: DeskRequest) -> HttpResponse:
    """The page; a POST opens a door for another system, and shows its secret this once."""
    if request.method != "POST":
        return _page(request)
    name = request.POST.get("name", "")
    try:
        inlet, secret = open_inlet(request.member, name, now=timezone.now())
    except ToonbankError as trouble:
        return _page(request, status=422, problem=in_words(trouble), name=name)
    return _page(request, opened=inlet, secret=secret, opened_address=_address(inlet))


@require_POST
@may("run_shop")
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """Close a door."""
    close_inlet(get_object_or_404(Inlet, pk=pk, closed_at=None), request.member, now=timezone.now())
    messages.success(request, _("The door is closed. What came in stays."))
    return go(request, "conversations:inlets")


@require_POST
@may("run_shop")
def knock(request: DeskRequest, pk: int) -> HttpResponse:
    """Let a trial message come in by a door."""
    inlet: Inlet = get_object_or_404(Inlet.objects.select_related("shop"), pk=pk, closed_at=None)
    now = timezone.now()
    with translation.override(request.shop.language):
        answer = try_door(
            inlet, _("This is a trial: a message by the door %(name)s.") % {"name": inlet.name}, now=now
        )
    if answer.status == 202:
        take_in(request.shop, now=now)
        messages.success(
            request, _("The door works. The trial message stands on the counter; lay it aside there.")
        )
    else:
        messages.error(
            request, _("The door did not take it: %(why)s") % {"why": answer.said.get("error", "")}
        )
    return go(request, "conversations:inlets")


@require_POST
@may("write")
def again(request: DeskRequest, pk: int) -> HttpResponse:
    """Try once more to understand what was refused."""
    arrival = get_object_or_404(Arrival, pk=pk, state=Arrival.State.REFUSED)
    try_again([arrival])
    take_in(request.shop, now=timezone.now())
    arrival.refresh_from_db()
    if arrival.state == Arrival.State.REFUSED:
        messages.error(request, _("It still cannot be read. The reason stands beside it."))
    else:
        messages.success(request, _("It stands on the counter now."))
    return go(request, "conversations:inlets")


@require_POST
@may("write")
def away(request: DeskRequest, pk: int) -> HttpResponse:
    """Put away what nobody can read."""
    put_away(get_object_or_404(Arrival, pk=pk, state=Arrival.State.REFUSED))
    messages.success(request, _("Put away. It counts nowhere."))
    return go(request, "conversations:inlets")


@require_POST
@may("write")
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    """Ask an account now what was said."""
    ear: Ear = get_object_or_404(Ear.objects.select_related("account"), pk=pk)
    listen_now(ear.account, now=timezone.now())
    messages.success(request, _("We ask at once. Look again in a moment."))
    return go(request, "conversations:inlets")


def _page(request: DeskRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    ears = Ear.objects.exclude(account__state="closed").select_related("account").defer("account__secret")
    inlets = Inlet.objects.filter(closed_at=None).defer("secret").order_by("pk")
    refused = (
        Arrival.objects.filter(state=Arrival.State.REFUSED).select_related("account").order_by("-pk")[:MOST]
    )
    doors = list(inlets)
    named = {f"in:{one.slug}"[:30]: one.name for one in doors}
    context = {
        "ears": [(one, trouble_of(one)) for one in ears.order_by("account__name", "pk")],
        "doors": [(one, _address(one)) for one in doors],
        "refused": [(one, _from_where(one, named), _why(one)) for one in refused.defer("account__secret")],
        "now": timezone.now(),
        **more,
    }
    return render(request, "conversations/inlets.html", context, status=status)


def _address(inlet: Inlet) -> str:
    return f"{settings.ADDRESS}{reverse('in', args=[inlet.slug])}"


def _from_where(arrival: Arrival, doors: dict[str, str]) -> str:
    if arrival.account:
        return arrival.account.name
    kind = str(arrival.body.get("kind", ""))
    return doors.get(kind) or ELSEWHERE.get(kind, "")


def _why(arrival: Arrival) -> str:
    """The reason in the reader's language: it is looked up anew, for it was written down in another's."""
    try:
        read_event(arrival.body)
    except BadEvent as trouble:
        return str(trouble)
    return _(TROUBLE_OF_OURS)
