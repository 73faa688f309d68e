"""The first run: a desk without a shop. Closed for ever once there is one."""

import ipaddress
import secrets
from hmac import compare_digest
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from toonbank.core.errors import Overtaken
from toonbank.shops.desk import at
from toonbank.shops.forms import ShopForm
from toonbank.shops.founding import Founder, found, is_founded
from toonbank.web.doors import BACKEND
from toonbank.web.forms import OwnerForm
from toonbank.web.private import private_file, private_folder


def setup_address() -> str:
    """The address of the first run, for `toonbank serve` to print.

    It carries a one-time code when others than this machine can reach the desk.
    """
    address = f"{settings.ADDRESS}/welcome/"
    return address if _is_loopback(urlsplit(settings.ADDRESS).hostname) else f"{address}?code={setup_code()}"


def setup_code() -> str:
    """The code that opens the first run from elsewhere; made once, kept in the home folder, gone after use."""
    path = _code_path()
    if not path.exists():
        private_folder(path.parent)
        private_file(path).write_text(secrets.token_urlsafe(16), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Make the shop and its owner."""
    if is_founded():
        raise Http404
    if not _may_found(request):
        return render(request, "door/setup_elsewhere.html", status=403)
    shop_form = ShopForm(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    owner_form = OwnerForm(request.POST or None, prefix="you")
    if request.method == "POST" and shop_form.is_valid() and owner_form.is_valid():
        return _found(request, shop_form, owner_form)
    page = {"shop_form": shop_form, "owner_form": owner_form}
    status = 400 if shop_form.errors or owner_form.errors else 200
    return render(request, "door/welcome.html", page, status=status)


def _found(request: HttpRequest, shop_form: ShopForm, owner_form: OwnerForm) -> HttpResponse:
    owner = owner_form.cleaned_data
    founder = Founder(owner["name"], owner["email"], owner["password"])
    try:
        member = found(shop_form.save(commit=False), founder, now=timezone.now())
    except Overtaken:
        raise Http404 from None
    _code_path().unlink(missing_ok=True)
    login(request, member.person, backend=BACKEND)
    return redirect(at(member.shop, "shops:first"))


def _may_found(request: HttpRequest) -> bool:
    """From this machine, straight; or with the code. A proxy on this machine speaks for anybody."""
    is_straight = "HTTP_X_FORWARDED_FOR" not in request.META and "HTTP_FORWARDED" not in request.META
    is_here = _is_loopback(urlsplit(settings.ADDRESS).hostname) and _is_loopback(request.META["REMOTE_ADDR"])
    if is_here and is_straight:
        return True
    given = request.GET.get("code", "")
    return _code_path().exists() and compare_digest(given.encode(), setup_code().encode())


def _is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _code_path() -> Path:
    return Path(settings.HOME) / "keys" / "setup.code"
