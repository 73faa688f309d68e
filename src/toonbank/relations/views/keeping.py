"""How long the shop keeps what."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from toonbank.core.errors import BadInput, Overtaken
from toonbank.relations.forms import KeepingForm
from toonbank.relations.keeping import KINDS, change_keeping, keeping_of
from toonbank.relations.papers import KeepingVersion
from toonbank.shops.desk import DeskRequest, go


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: DeskRequest) -> HttpResponse:
    """What is kept and how long; the owner may change it."""
    keeping = keeping_of(request.shop)
    form = KeepingForm(request.POST or None, initial=keeping.months | {"seen": keeping.number})
    if request.method == "POST" and form.is_valid():
        try:
            changed = change_keeping(
                request.shop, request.member, form.months, seen=form.cleaned_data["seen"], now=timezone.now()
            )
        except BadInput as trouble:
            form.add_error(None, str(trouble))
        except Overtaken:
            form.add_error(None, _("Somebody else changed this meanwhile. Look at what stands there now."))
        else:
            messages.success(
                request, _("Kept. It holds from tonight.") if changed else _("Nothing was changed.")
            )
            return go(request, "relations:keeping")
    context = {
        "form": form,
        "lines": [(kind, keeping.months[kind.name], form[kind.name]) for kind in KINDS],
        "newest": KeepingVersion.objects.select_related("member__person").first(),
        "may_run": request.member.may("run_shop"),
        "tab": "keeping",
    }
    return render(request, "relations/keeping.html", context, status=400 if form.errors else 200)
