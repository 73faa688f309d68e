"""A person's own pages: name, language and password."""

from typing import cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from toonbank.shops.forms import ChosenPassword
from toonbank.shops.models import Person
from toonbank.web.doors import MAY_CHOOSE
from toonbank.web.forms import ChangePassword, MeForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """Who you are here."""
    person = _person(request)
    form = MeForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        with override(person.language):
            messages.success(request, _("Kept."))
        return redirect("me")
    if form.errors:  # the form has filled the person with what was typed
        person.refresh_from_db()
    return render(request, "me/me.html", {"form": form}, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Choose a password: after a one-time link without the old one."""
    person = _person(request)
    may_choose = bool(request.session.get(MAY_CHOOSE))
    form = (ChosenPassword if may_choose else ChangePassword)(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        person.set_password(form.cleaned_data["password"])
        person.save(update_fields=["password"])
        request.session.pop(MAY_CHOOSE, None)
        update_session_auth_hash(request, person)  # other sessions of this person end here
        messages.success(request, _("Your new password holds from now on."))
        return redirect("door")
    page = {"form": form, "may_choose": may_choose, "has_none": not person.has_usable_password()}
    return render(request, "me/password.html", page, status=400 if form.errors else 200)


def _person(request: HttpRequest) -> Person:
    return cast(Person, request.user)  # `login_required` has looked
