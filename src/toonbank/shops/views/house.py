"""The house rules of the shop: everybody reads them, the owner sets them; in and out as a file."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from toonbank.core.errors import Overtaken
from toonbank.etiquette.house_limits import NotInAnyHouse
from toonbank.etiquette.house_rules import LONGEST, Difference, HouseRules, differences, read, write
from toonbank.shops.desk import DeskRequest, go, may
from toonbank.shops.house import change_house, changes_of, house_of, newest_number, newest_version
from toonbank.shops.house_form import HouseForm, lang
from toonbank.shops.models import HouseVersion
from toonbank.shops.promised import SET_ELSEWHERE, as_promised


@require_http_methods(["GET", "HEAD", "POST"])
def house_rules(request: DeskRequest) -> HttpResponse:
    """All rules and measures. Who runs the shop sets them here."""
    if request.method != "POST":
        return _show(request, _form(request))
    if not request.member.may("run_shop"):
        raise PermissionDenied("run_shop")
    form = _form(request, request.POST)
    if form.is_valid and _keep(request, form.result):
        return go(request, "shops:house-rules")
    return _show(request, _form(request, request.POST))


def _form(request: DeskRequest, data: QueryDict | None = None) -> HouseForm:
    house = house_of(request.shop)
    return HouseForm(house, data, promised=as_promised(house.thresholds, request.shop))


def _show(request: DeskRequest, form: HouseForm) -> HttpResponse:
    newest = newest_version(request.shop)
    context = {
        "form": form,
        "groups": list(form.groups()),
        "newest": newest,
        "seen": newest.number if newest else 0,
        "differences": _set_here(differences(form.house)),
        "may_change": request.member.may("run_shop"),
    }
    return render(request, "shops/house_rules.html", context, status=200 if form.is_valid else 400)


def _set_here(found: Iterable[Difference]) -> list[dict[str, str]]:
    """In words, without the measures for which the shop's week and its promise stand: those are told where they are set."""
    return [in_words(one) for one in found if one.place[0] not in SET_ELSEWHERE]


def in_words(one: Difference) -> dict[str, str]:
    """A difference in the language of the screen."""
    return {"title": one.title[lang()], "before": one.before[lang()], "after": one.after[lang()]}


def _keep(request: DeskRequest, house: HouseRules) -> bool:
    """Keep it and say so; False when somebody was first, and then the shop is as it is now."""
    seen = request.POST.get("seen", "")
    number = int(seen) if seen.isdecimal() and len(seen) < 9 else 0
    try:
        changed = change_house(request.shop, request.member, house, seen=number, now=timezone.now())
    except Overtaken:
        request.shop.refresh_from_db(fields=["house_rules"])
        messages.error(
            request,
            _(
                "Somebody changed the house rules while this page was open. Nothing was kept: look, and choose again."
            ),
        )
        return False
    said = _("Kept. Every text is judged by it from now on.") if changed else _("Nothing was changed.")
    messages.success(request, said)
    return True


@require_safe
def export(request: DeskRequest) -> HttpResponse:
    """The house rules as a file."""
    text = write(house_of(request.shop), lang())
    response = HttpResponse(text, content_type="application/toml; charset=utf-8")
    name = _("house-rules") + f"-{request.shop.slug}.toml"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@may("run_shop")
def import_(request: DeskRequest) -> HttpResponse:
    """House rules out of a file: first what would change, then, on a second button, the change itself."""
    context: dict[str, object] = {"seen": newest_number(request.shop)}
    if request.method != "POST":
        return render(request, "shops/house_import.html", context)
    try:
        text = _text_of(request)
        house = read(text)
    except NotInAnyHouse as told:
        return render(
            request, "shops/house_import.html", context | {"problem": told.shown[lang()]}, status=400
        )
    if request.POST.get("do") == "apply" and _keep(request, house):
        return go(request, "shops:house-rules")
    changed = _set_here(differences(house, house_of(request.shop)))
    told_many = ngettext("%(n)s setting would change", "%(n)s settings would change", len(changed)) % {
        "n": len(changed)
    }
    context |= {"text": text, "differences": changed, "head": told_many, "is_read": True}
    return render(request, "shops/house_import.html", context)


def _text_of(request: DeskRequest) -> str:
    """What was uploaded, or what was shown and is confirmed now."""
    if "text" in request.POST:
        return request.POST["text"].replace("\r\n", "\n")
    file = request.FILES.get("file")
    if file is None:
        raise NotInAnyHouse(nl=_("Choose a file first."), en=_("Choose a file first."))
    content = file.read(4 * LONGEST)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        told = _("This is no text in UTF-8. House rules are a small text file; export yours to see one.")
        raise NotInAnyHouse(nl=told, en=told) from None


@require_safe
def history(request: DeskRequest) -> HttpResponse:
    """Who changed what, and when."""
    asked = request.GET.get("before", "")
    before = int(asked) if asked.isdecimal() and len(asked) < 9 else 0
    changes, following = changes_of(request.shop, before)
    context = {
        "changes": [(one.version, [in_words(each) for each in one.differences]) for one in changes],
        "next": following,
        "is_first": not before,
        "seen": newest_number(request.shop),
        "may_change": request.member.may("run_shop"),
    }
    return render(request, "shops/house_history.html", context)


@require_POST
@may("run_shop")
def restore(request: DeskRequest, pk: int) -> HttpResponse:
    """Make an earlier version the house rules again."""
    version = get_object_or_404(HouseVersion, pk=pk)
    _keep(request, HouseRules.kept(version.content))
    return go(request, "shops:house-rules")
