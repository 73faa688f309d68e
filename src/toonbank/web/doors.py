"""The doors of the desk: the first address, signing in and out, and one-time links."""

from datetime import timedelta
from math import ceil

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_scopes import scopes_disabled

from toonbank.shops.desk import at
from toonbank.shops.entry import person_of, use_link
from toonbank.shops.founding import is_founded
from toonbank.shops.models import Member, Shop
from toonbank.web.forms import SignInForm
from toonbank.web.keeping import kept_of, pack, unpack
from toonbank.web.language import safe_next

BACKEND = "django.contrib.auth.backends.ModelBackend"
MAY_CHOOSE = "may_choose_password"


@require_GET
def door(request: HttpRequest) -> HttpResponse:
    """Where the bare address leads: the first run, signing in, or your shop."""
    if not request.user.is_authenticated:
        return redirect("sign-in" if is_founded() else "welcome")
    with scopes_disabled():
        members = list(
            Member.objects.filter(person=request.user, left_at=None)
            .select_related("shop")
            .order_by("shop__name")
        )
    if len(members) == 1:
        return redirect(at(members[0].shop, "posts:today"))
    return render(request, "door/shops.html", {"members": members})


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with e-mail address and password."""
    if request.user.is_authenticated:
        return redirect(safe_next(request, reverse("door")))
    if not is_founded():
        return redirect("welcome")
    form = SignInForm(request.POST or None)
    if form.is_valid():
        credentials = {
            "username": form.cleaned_data["username"].lower(),
            "password": form.cleaned_data["password"],
        }
        person = authenticate(request, **credentials)
        if person is not None:
            login(request, person)
            kept = unpack(request.POST.get("kept", ""))
            if kept:
                return render(request, "door/go_on.html", {"kept": kept})
            return redirect(safe_next(request, reverse("door")))
        left = settings.AXES_FAILURE_LIMIT - AxesProxyHandler.get_failures(request, credentials)
        return _sign_in_page(request, form, tries_left=max(left, 0))
    return _sign_in_page(request, form)


def come_in_first(request: HttpRequest) -> HttpResponse:
    """For who is signed out: a page waits behind the door, a form keeps its words, a part of a page just hears no."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401)
    kept = kept_of(request) if request.method == "POST" else None
    if kept:
        return _sign_in_page(request, SignInForm(), kept=pack(kept))
    return redirect_to_login(request.get_full_path())


def _sign_in_page(
    request: HttpRequest, form: SignInForm, tries_left: int | None = None, kept: str = ""
) -> HttpResponse:
    # With one shop on the desk the door bears its sign; with more, ours.
    shops = list(Shop.objects.all()[:2])
    page = {
        "form": form,
        "tries_left": tries_left,
        "next": safe_next(request, ""),
        "kept": kept or request.POST.get("kept", ""),
        "shop": shops[0] if len(shops) == 1 else None,
    }
    status = 400 if form.errors or tries_left is not None else 401 if kept else 200
    return render(request, "door/sign_in.html", page, status=status)


def closed_for_a_while(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, str] | None = None
) -> HttpResponse:
    """Too many wrong passwords: says how long it takes until the door opens again."""
    name = (credentials or {}).get("username", "")
    cool_off = timedelta(hours=settings.AXES_COOLOFF_TIME)
    last = AccessAttempt.objects.filter(username=name).order_by("-attempt_time").first()
    opens_at = (last.attempt_time if last else timezone.now()) + cool_off
    wait = max(opens_at - timezone.now(), timedelta(minutes=1))
    answer = render(request, "door/closed.html", {"minutes": ceil(wait.total_seconds() / 60)}, status=429)
    answer["Retry-After"] = str(ceil(wait.total_seconds()))
    return answer


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave."""
    logout(request)
    return redirect("sign-in")


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """A one-time link. Only the button uses it up: mail programs and chats look at addresses before people do."""
    now = timezone.now()
    if request.method != "POST":
        person = person_of(token, now)
        status = 200 if person else 410
        return render(request, "door/enter.html", {"person": person}, status=status)
    person = use_link(token, now)
    if person is None:
        return render(request, "door/enter.html", {"person": None}, status=410)
    login(request, person, backend=BACKEND)
    request.session[MAY_CHOOSE] = True
    return redirect("password")
