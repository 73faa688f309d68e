"""Who works here: a list, inviting, another role, leaving, a new link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from toonbank.core.errors import BadInput
from toonbank.shops import joining
from toonbank.shops.desk import DeskRequest, go, may
from toonbank.shops.forms import InviteForm, RoleForm
from toonbank.shops.models import Member, Role


@require_http_methods(["GET", "HEAD", "POST"])
@may("run_shop")
def members(request: DeskRequest) -> HttpResponse:
    """Who works here; posting invites somebody, and shows the one-time link this once."""
    if request.method != "POST":
        return _page(request, InviteForm())
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    who = joining.Newcomer(**form.cleaned_data)
    try:
        invited = joining.invite(request.shop, who, by=request.member, now=timezone.now())
    except BadInput as trouble:
        form.add_error("email", str(trouble))
        return _page(request, form, status=400)
    if invited.token:
        return _page(request, InviteForm(), newcomer=invited.member, token=invited.token)
    name = invited.member.person.name
    messages.success(request, _("%(name)s works here now, and signs in as before.") % {"name": name})
    return go(request, "shops:members")


@require_POST
@may("run_shop")
def change_role(request: DeskRequest, pk: int) -> HttpResponse:
    """Another role."""
    member = get_object_or_404(Member.objects.present().select_related("person", "shop"), pk=pk)
    form = RoleForm(request.POST)
    if form.is_valid():
        role = form.cleaned_data["role"]
        try:
            joining.change_role(member, role, by=request.member, now=timezone.now())
        except BadInput as trouble:
            messages.error(request, str(trouble))
        else:
            told = {"name": member.person.name, "role": Role(role).label}
            messages.success(request, _("%(name)s is %(role)s now.") % told)
    if member.pk == request.member.pk and form.cleaned_data.get("role") != Role.OWNER:
        return go(request, "shops:more")
    return go(request, "shops:members")


@require_http_methods(["GET", "HEAD", "POST"])
@may("run_shop")
def let_leave(request: DeskRequest, pk: int) -> HttpResponse:
    """Asks once, then ends the membership."""
    member = get_object_or_404(Member.objects.present().select_related("person", "shop"), pk=pk)
    if request.method != "POST":
        return render(request, "shops/leave.html", {"leaving": member})
    try:
        joining.let_leave(member, by=request.member, now=timezone.now())
    except BadInput as trouble:
        messages.error(request, str(trouble))
        return go(request, "shops:members")
    told = {"name": member.person.name}
    messages.success(request, _("%(name)s does not work here any more. What they wrote stays.") % told)
    return go(request, "shops:members")


@require_POST
@may("run_shop")
def renew_link(request: DeskRequest, pk: int) -> HttpResponse:
    """A one-time link for who forgot the password, shown this once."""
    member = get_object_or_404(Member.objects.present().select_related("person", "shop"), pk=pk)
    try:
        token = joining.renew_link(member, by=request.member, now=timezone.now())
    except BadInput as trouble:
        messages.error(request, str(trouble))
        return go(request, "shops:members")
    return _page(request, InviteForm(), newcomer=member, token=token)


def _page(
    request: DeskRequest,
    form: InviteForm,
    *,
    newcomer: Member | None = None,
    token: str = "",
    status: int = 200,
) -> HttpResponse:
    link = request.build_absolute_uri(reverse("enter", args=[token])) if token else ""
    page = {
        "form": form,
        "present": Member.objects.present().select_related("person").order_by("joined_at", "pk"),
        "roles": Role.choices,
        "newcomer": newcomer,
        "link": link,
    }
    return render(request, "shops/members.html", page, status=status)
