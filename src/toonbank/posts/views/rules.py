"""The page of one rule: why, what is wrong and right, and what it rests on."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from toonbank.core.errors import BadInput
from toonbank.etiquette.explain import page_of
from toonbank.etiquette.groups import GROUPS, group_of
from toonbank.etiquette.registry import rule_named
from toonbank.shops.desk import DeskRequest


def rule(request: DeskRequest, slug: str) -> HttpResponse:
    """One rule in the language of the screen; 404 when there is none of this name."""
    try:
        found = rule_named(slug)
    except BadInput as trouble:
        raise Http404(str(trouble)) from trouble
    lang = "nl" if (get_language() or "").startswith("nl") else "en"
    context = {"rule": page_of(found, lang), "group": GROUPS[group_of(slug)][lang]}
    return render(request, "posts/rule.html", context)
