"""Two pages for people without an account: to answer a question for consent, and to see and take back what they allowed.

Nothing is counted or followed here; no cookie is needed to read. The default is no. Who works in the shop may look,
but never answers in the place of the person: their yes would stand as that person's own.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods
from django_scopes import scope

from toonbank.core.errors import BadInput, Overtaken
from toonbank.relations.asking import Told, answer_on_page, is_about_child
from toonbank.relations.consenting import withdraw_by_link
from toonbank.relations.forms import AnswerForm
from toonbank.relations.limiting import answers_too_often, guessed_too_often
from toonbank.relations.links import person_link, person_of, question_of
from toonbank.relations.listing import number_in
from toonbank.relations.models import Contact
from toonbank.relations.papers import ConsentRequest
from toonbank.relations.remembering import unlink_by_link
from toonbank.shops.models import Member, Shop


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked, for what, until when; and yes or no."""
    asked = question_of(token)
    if asked is None:
        return _unknown(request)
    return _inside(request, asked.shop, asked.lang, lambda: _question(request, asked))


def _question(request: HttpRequest, asked: ConsentRequest) -> HttpResponse:
    is_of_child, status, is_ours = is_about_child(asked), 200, _works_here(request)
    form = AnswerForm(request.POST or None, is_of_child=is_of_child)
    if request.method == "POST" and is_ours:
        return render(request, "relations/public_ours.html", {"shop": asked.shop}, status=403)
    if request.method == "POST" and answers_too_often(f"question:{asked.pk}"):
        return render(request, "relations/public_wait.html", {"shop": asked.shop}, status=429)
    if request.method == "POST" and form.is_valid():
        try:
            answer_on_page(asked, Told("yes" in request.POST, **form.cleaned_data), now=timezone.now())
        except BadInput as trouble:
            form.add_error(None, str(trouble))
            status = 400
        except Overtaken:
            pass  # the page says what was answered
        if status == 200:
            return redirect(request.path)
    asked.refresh_from_db(fields=["answer", "answered_at"])
    contact = asked.contact.merged_into or asked.contact
    context: dict[str, Any] = {
        "shop": asked.shop,
        "asked": asked,
        "form": form,
        "own_link": person_link(contact) if asked.answer == "yes" else "",
        "is_over": asked.until_at is not None and asked.until_at <= timezone.now(),
        "is_of_child": is_of_child,
        "is_ours": is_ours,
    }
    return render(request, "relations/public_question.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, token: str) -> HttpResponse:
    """What stands, and a button that takes it back at once; pressing it twice is no error."""
    contact = person_of(token)
    if contact is None:
        return _unknown(request)
    return _inside(request, contact.shop, _language_of(contact), lambda: _own(request, contact))


def _language_of(contact: Contact) -> str:
    """That in which they were asked last; who was never asked reads the shop's."""
    with scope(shop=contact.shop):
        asked = ConsentRequest.objects.filter(Q(contact=contact) | Q(contact__merged_into=contact))
        lang = asked.order_by("-asked_at", "-pk").values_list("lang", flat=True).first()
    return lang or contact.shop.language


def _own(request: HttpRequest, contact: Contact) -> HttpResponse:
    now, is_ours = timezone.now(), _works_here(request)
    if request.method == "POST":
        if is_ours:
            return render(request, "relations/public_ours.html", {"shop": contact.shop}, status=403)
        if answers_too_often(f"contact:{contact.pk}"):
            return render(request, "relations/public_wait.html", {"shop": contact.shop}, status=429)
        _take_back(contact, request.POST)
        return redirect(request.path)
    given = [(one, one.holds_at(now)) for one in contact.consents.all()]
    context = {
        "shop": contact.shop,
        "contact": contact,
        "consents": given,
        "standing": sum(holds for _one, holds in given) + bool(contact.known_ground),
        "is_ours": is_ours,
    }
    return render(request, "relations/public_own.html", context)


def _take_back(contact: Contact, said: Mapping[str, str]) -> None:
    """One consent, the link to their purchases, or everything."""
    now = timezone.now()
    rows = contact.consents.select_related("shop", "contact").filter(withdrawn_at=None)
    if "consent" in said:
        rows = rows.filter(pk=number_in(said["consent"]))
    elif "purchases" in said:
        rows = rows.none()
    for one in rows:
        withdraw_by_link(one, now=now)
    if "consent" not in said:
        unlink_by_link(contact, now=now)


def _works_here(request: HttpRequest) -> bool:
    """Whether somebody of this very shop is signed in, in any role."""
    user = request.user
    return user.is_authenticated and Member.objects.filter(person=user, left_at=None).exists()


def _unknown(request: HttpRequest) -> HttpResponse:
    """The same for a mistyped link and one whose person was erased."""
    if guessed_too_often(request):
        return render(request, "relations/public_wait.html", {"shop": None}, status=429)
    return render(request, "relations/public_unknown.html", {"shop": None}, status=404)


def _inside(request: HttpRequest, shop: Shop, lang: str, show: Callable[[], HttpResponse]) -> HttpResponse:
    """In the shop, on its clock, in the language that the visitor chose, else in that of the person asked."""
    chosen = translation.get_language() if settings.LANGUAGE_COOKIE_NAME in request.COOKIES else lang
    with scope(shop=shop), timezone.override(shop.clock), translation.override(chosen):
        request.LANGUAGE_CODE = translation.get_language()
        answer = show()
        answer["Content-Language"] = request.LANGUAGE_CODE or lang
        answer["X-Robots-Tag"] = "noindex"
        return answer
