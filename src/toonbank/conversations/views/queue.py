"""The counter: who waits, in one row, and what was said before."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from toonbank.conversations.asking import LANGUAGES, Asked, asked_in
from toonbank.conversations.menu import waiting_of
from toonbank.conversations.models import Band, Sort
from toonbank.conversations.queue import page_of
from toonbank.conversations.rowlines import HEADINGS, Group, by_band, dated_line, hit_line
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
    asked = asked_in(request.GET)
    groups, following = _found(request, asked) if asked.sought else _standing(request, asked)
    accounts = list(Account.objects.defer("secret"))
    return render(
        request,
        "conversations/queue.html",
        {
            "asked": asked,
            "groups": groups,
            "there": waiting_of(request),
            "may_handle": request.member.may("answer"),
            "snoozes": choices(hours_of(request.shop), timezone.now()),
            "next": asked.address(mark=following) if following else "",
            "first": asked.address() if asked.mark else "",
            **_ways(asked, accounts),
        },
    )


def _standing(request: DeskRequest, asked: Asked) -> tuple[list[Group], str]:
    now = timezone.now()
    page = page_of(asked, request.member, now)
    if asked.place == "waiting":
        there = None if asked.is_narrowed else waiting_of(request)
        return by_band(page.found, there, now), page.next
    is_snoozed = asked.place == "snoozed"
    lines = [
        dated_line(one, one.snoozed_until if is_snoozed and one.snoozed_until else one.last_at, now)
        for one in page.found
    ]
    return [Group("", "found", lines)] if lines else [], page.next


def _found(request: DeskRequest, asked: Asked) -> tuple[list[Group], str]:
    hits = search(asked, request.shop, request.member)
    lines = [hit_line(hit, timezone.now()) for hit in hits.found]
    return [Group("", "found", lines)] if lines else [], hits.next


def _ways(asked: Asked, accounts: list[Account]) -> dict[str, Any]:
    """The filters: places and whose as links, the others as a form and, once chosen, as links that take them off."""
    options: dict[str, list[tuple[Any, Any]]] = {  # values of several kinds, words lazy or not
        "band": [(band.value, HEADINGS[band.value]) for band in Band],
        "label": [(kind, words.word) for kind, words in LABELS.items()],
        "account": [(account.pk, account.name) for account in accounts],
        "sort": [(one.value, one.label) for one in Sort],
        "language": [(one, SPOKEN[one]) for one in LANGUAGES],
    }
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
