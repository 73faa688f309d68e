"""Everybody on file, by name: a page at a time, found by the beginning of a name or an account."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from toonbank.language.names import name_key
from toonbank.relations.models import Contact
from toonbank.relations.naming import plain_handle

AT_ONCE = 50
_LAST = "\U0010ffff"


@dataclass(frozen=True)
class Line:
    """One person with whether a yes of theirs holds now."""

    contact: Contact
    has_consent: bool


@dataclass(frozen=True)
class Page:
    """Some people; `next` is where the next page begins, "" on the last."""

    lines: list[Line]
    next: str


def page_of(words: str, after: str, now: datetime) -> Page:
    """People whose first or last name or account begins with `words`, behind the place `after`. Two questions, or three."""
    found = _behind(_found(words), after)
    rows = list(found[: AT_ONCE + 1])
    if not rows and words and not after:
        rows = list(_behind(_anywhere(words), after)[: AT_ONCE + 1])
    lines = [Line(one, any(given.holds_at(now) for given in one.consents.all())) for one in rows[:AT_ONCE]]
    more = len(rows) > AT_ONCE
    return Page(lines, f"{lines[-1].contact.pk}~{lines[-1].contact.name}" if more else "")


def _everybody() -> QuerySet[Contact]:
    return Contact.objects.present().order_by("name", "pk").prefetch_related("consents")


def _found(words: str) -> QuerySet[Contact]:
    """By the indices on names and accounts: fast, however many people there are."""
    if not words:
        return _everybody()
    key, handle = name_key(words), plain_handle(words)
    meant = Q(name__gte=words, name__lt=words + _LAST)
    if key:
        last = key.rsplit(" ", 1)[-1]
        meant |= Q(first_word__gte=key, first_word__lt=key + _LAST)
        meant |= Q(last_word__gte=last, last_word__lt=last + _LAST)
    if handle:
        meant |= Q(handle_key__gte=handle, handle_key__lt=handle + _LAST)
    return _everybody().filter(meant)


def _anywhere(words: str) -> QuerySet[Contact]:
    """Slower: only when nobody is found by the beginning."""
    return _everybody().filter(Q(name__icontains=words) | Q(identities__handle__icontains=words)).distinct()


def _behind(rows: QuerySet[Contact], after: str) -> QuerySet[Contact]:
    written, _sign, name = after.partition("~")
    if not (number := number_in(written)):
        return rows
    return rows.filter(Q(name__gt=name) | Q(name=name, pk__gt=number))


def number_in(written: str) -> int:
    """The number of a row as an address or a form writes it; 0 for anything else."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 18 else 0
