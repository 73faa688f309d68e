"""The shop's accounts: which there are, signing in (again) and out."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.channels.networks import NETWORKS
from toonbank.channels.signin import AccountSettings, GoThere
from toonbank.core.errors import BadInput, ChannelTrouble
from toonbank.shops import connecting, pending
from toonbank.shops.desk import DeskRequest, at, go, may
from toonbank.shops.forms import SignInToNetwork
from toonbank.shops.models import Account
from toonbank.shops.troubles import why_not_finished, why_not_in


@require_safe
@may("write")
def accounts(request: DeskRequest) -> HttpResponse:
    """All accounts, with their state and what their network allows."""
    page = {"accounts": _open_ones(), "networks": _networks()}
    return render(request, "shops/accounts.html", page)


@require_safe
@may("run_shop")
def first(request: DeskRequest) -> HttpResponse:
    """The second step of setting up: the first account."""
    return render(request, "shops/first.html", {"networks": _networks()})


@require_http_methods(["GET", "HEAD", "POST"])
@may("run_shop")
def connect(request: DeskRequest, kind: str, pk: int | None = None) -> HttpResponse:
    """Sign in to a network: a new account, or one that was signed out."""
    if kind not in NETWORKS:
        raise Http404
    again = get_object_or_404(_open_ones(), pk=pk, kind=kind) if pk else None
    start = (
        {"handle": again.handle, "server": again.server} if again else {"handle": _own_name(request, kind)}
    )
    form = SignInToNetwork(kind, request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        come_back_to = "" if form.cleaned_data.get("by_hand") else _come_back_to(request)
        try:
            found = connecting.sign_in(request.shop, kind, form.answers, come_back_to=come_back_to)
            if isinstance(found, GoThere):
                pending.remember(request.session, kind, found, again)
                return _go_there(request, found, needs_code=not come_back_to)
            return _keep(request, kind, found, again)
        except (BadInput, ChannelTrouble) as trouble:
            form.add_error(None, why_not_in(trouble, kind))
    page = {"form": form, "kind": kind, "again": again, "network": _network(kind)}
    return render(request, "shops/connect.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@may("run_shop")
def come_back(request: DeskRequest) -> HttpResponse:
    """The person is back from the network, with a code in the address, or typed by hand."""
    waiting = pending.take(request.session)
    if waiting is None:
        messages.warning(request, _("This sign-in was finished or broken off before. Start it again."))
        return go(request, "shops:accounts")
    kind, kept, pk = waiting
    again = get_object_or_404(_open_ones(), pk=pk) if pk else None
    answers = request.POST if request.method == "POST" else request.GET
    try:
        found = connecting.finish_sign_in(request.shop, kind, kept, answers.dict())
        return _keep(request, kind, found, again)
    except (BadInput, ChannelTrouble) as trouble:
        messages.error(request, why_not_finished(trouble, kind))
        return go(request, "shops:accounts")


@require_http_methods(["GET", "HEAD", "POST"])
@may("run_shop")
def disconnect(request: DeskRequest, pk: int) -> HttpResponse:
    """Asks once, then forgets the keys."""
    account = get_object_or_404(_open_ones(), pk=pk)
    if request.method != "POST":
        return render(request, "shops/disconnect.html", {"account": account})
    connecting.close_account(account, by=request.member, now=timezone.now())
    told = {"handle": account.handle}
    messages.success(
        request, _("%(handle)s is closed here. The keys are gone; the account itself stays.") % told
    )
    return go(request, "shops:accounts")


@require_POST
@may("run_shop")
def rename(request: DeskRequest, pk: int) -> HttpResponse:
    """Another name for an account, so that two on one network are told apart."""
    account = get_object_or_404(_open_ones(), pk=pk)
    typed = request.POST.get("name", "")
    try:
        connecting.rename_account(account, typed, by=request.member, now=timezone.now())
    except BadInput as trouble:
        wrong = {"pk": pk, "name": typed, "why": str(trouble)}
        page = {"accounts": _open_ones(), "networks": _networks(), "wrong": wrong}
        return render(request, "shops/accounts.html", page, status=400)
    told = {"handle": account.handle, "name": account.name}
    messages.success(request, _("%(handle)s is called %(name)s here.") % told)
    return go(request, "shops:accounts")


def _open_ones() -> QuerySet[Account]:
    return Account.objects.exclude(state=Account.State.CLOSED).select_related("shop")


def _keep(request: DeskRequest, kind: str, found: AccountSettings, again: Account | None) -> HttpResponse:
    account = connecting.keep_account(
        request.shop, kind, found, by=request.member, now=timezone.now(), again=again
    )
    told = {"handle": account.handle, "network": _network(kind)["name"]}
    messages.success(request, _("%(handle)s on %(network)s is open.") % told)
    return go(request, "shops:accounts")


def _go_there(request: DeskRequest, found: GoThere, *, needs_code: bool) -> HttpResponse:
    """A page with a link, no redirect: the content policy forbids forms that end on another site."""
    return render(request, "shops/go_there.html", {"url": found.url, "needs_code": needs_code})


def _come_back_to(request: DeskRequest) -> str:
    return request.build_absolute_uri(at(request.shop, "shops:come-back"))


def _networks() -> list[dict[str, str]]:
    return [_network(kind) for kind in NETWORKS]


def _network(kind: str) -> dict[str, str]:
    name = NETWORKS[kind].name
    return {"kind": kind, "name": name.get(get_language() or "en", name["en"])}


def _own_name(request: DeskRequest, kind: str) -> str:
    return request.shop.slug[:40] if kind == "square" else ""
