"""The counter: who waits, in one row, and what was said before."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from toonbank.conversations.asking import LANGUAGES, Asked, asked_in
from toonbank.conversations.menu import waiting_of
from toonbank.conversations.models import Band, Sort
from toonbank.conversations.people.named import people_named
from toonbank.conversations.queue import page_of
from toonbank.conversations.rowhandles import Handles
from toonbank.conversations.rowlines import HEADINGS, Group, Pen, by_band
from toonbank.conversations.searching import search
from toonbank.conversations.snoozing import choices
from toonbank.conversations.wording import LABELS
from toonbank.shops.desk import DeskRequest
from toonbank.shops.models import Account
from toonbank.shops.opening_hours import hours_of

PLACES: list[tuple[str, str | Promise]] = [
    ("waiting", _("Waiting")),
    ("snoozed", _("Snoozed")),
    ("theirs", _("With the customer")),
    ("settled", _("Settled")),
    ("aside", _("Laid aside")),
    ("all", _("Everything")),
]
WHOSE: list[tuple[str, str | Promise]] = [
    ("", _("Everybody’s")),
    ("mine", _("Mine")),
    ("nobody", _("Nobody’s yet")),
]
SPOKEN: dict[str, str | Promise] = {
    "nl": _("Dutch"),
    "en": _("English"),
    "de": _("German"),
    "fr": _("French"),
}


@dataclass(frozen=True)
class Way:
    """A link to the same row with one thing changed."""

    word: str | Promise
    address: str
    is_here: bool = False


@require_GET
def queue(request: DeskRequest) -> HttpResponse:
    """The row, or with words what they find."""
    asked, now = asked_in(request.GET), timezone.now()
    accounts = list(Account.objects.defer("secret"))
    handles = Handles(request, request.member, choices(hours_of(request.shop), now))
    pen = Pen(accounts, now, handles)
    groups, following = _looked_for(request, asked, pen) if asked.words else _standing(request, asked, pen)
    is_first_look = asked.sought and not asked.mark and not asked.is_narrowed
    return render(
        request,
        "conversations/queue.html",
        {
            "asked": asked,
            "groups": groups,
            "people": people_named(asked.words) if is_first_look else [],
            "there": waiting_of(request),
            "may_handle": request.member.may("answer"),
            "handle": gettext("What to do"),
            "next": asked.address(mark=following) if following else "",
            "first": asked.address() if asked.mark else "",
            **_ways(asked, accounts),
        },
    )


def _standing(request: DeskRequest, asked: Asked, pen: Pen) -> tuple[list[Group], str]:
    page = page_of(asked, request.member, pen.now)
    if asked.place == "waiting":
        there = None if asked.is_narrowed else waiting_of(request)
        return by_band(page.found, there, pen), page.next
    is_snoozed = asked.place == "snoozed"
    lines = [
        pen.dated(one, one.snoozed_until if is_snoozed and one.snoozed_until else one.last_at)
        for one in page.found
    ]
    return [Group("", "found", lines)] if lines else [], page.next


def _looked_for(request: DeskRequest, asked: Asked, pen: Pen) -> tuple[list[Group], str]:
    if not asked.sought:  # nothing but signs: whoever sees the whole row then thinks that it was found
        return [], ""
    hits = search(asked, request.shop, request.member)
    lines = [pen.found(hit) for hit in hits.found]
    return [Group("", "found", lines)] if lines else [], hits.next


def _ways(asked: Asked, accounts: list[Account]) -> dict[str, Any]:
    """The filters: places and whose as links, the others as a form and, once chosen, as links that take them off."""
    options = _options(get_language() or "nl") | {"account": tuple((one.pk, one.name) for one in accounts)}
    off = [
        Way(word, asked.address(**{name: None if name in {"band", "account"} else ""}))
        for name, choices_ in options.items()
        for value, word in choices_
        if getattr(asked, name) == value
    ]
    return {
        "places": [Way(word, asked.address(place=name), asked.place == name) for name, word in PLACES],
        "whose": [Way(word, asked.address(whose=name), asked.whose == name) for name, word in WHOSE],
        "options": options,
        "off": off,
        "cleared": Asked(place=asked.place).address(),
    }


@lru_cache(maxsize=8)
def _options(language: str) -> dict[str, tuple[tuple[int | str, str], ...]]:
    """The words of the filters in this language, kept: some forty texts on every page of the row."""
    with override(language):
        return {
            "band": tuple((band.value, str(HEADINGS[band.value])) for band in Band),
            "label": tuple((kind, str(words.word)) for kind, words in LABELS.items()),
            "sort": tuple((one.value, str(one.label)) for one in Sort),
            "language": tuple((one, str(SPOKEN[one])) for one in LANGUAGES),
        }
