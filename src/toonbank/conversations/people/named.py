"""A search at the counter finds people by their names too: a few, with where they were heard last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from toonbank.conversations.models import Conversation
from toonbank.relations.models import Contact
from toonbank.relations.naming import name_words, plain_handle

FEW = 8
LONGEST = 120
SHORTEST_BEGINNING = 3
"""Fewer letters are the beginning of half of all names; they must be the whole word."""
_LAST = "\U0010ffff"


@dataclass(frozen=True)
class Named:
    """Somebody of the name that was looked for; `person` is who they were taken for, if so."""

    person: int
    name: str
    handle: str
    talks: int
    talk: int | None
    heard_at: datetime | None


def people_named(asked: str) -> list[Named]:
    """Those in whose name all these words stand, the last one perhaps as a beginning, or whose account begins so. One query."""
    meant = _meant(" ".join(asked.split())[:LONGEST])
    if meant is None:
        return []
    talks = Conversation.objects.filter(contact=OuterRef("person")).order_by("-last_at", "-pk")
    counted = talks.order_by().values("contact").annotate(n=Count("pk")).values("n")
    few = Contact.objects.filter(meant, erased_at=None).order_by("name", "pk").values("pk")[:FEW]
    rows: QuerySet[Any, Any] = Contact.objects.filter(pk__in=few).annotate(
        person=Coalesce("merged_into", "pk"),
        talks=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        talk=Subquery(talks.values("pk")[:1]),
        heard_at=Subquery(talks.values("last_at")[:1]),
    )
    people: dict[int, Named] = {}
    for row in rows.order_by("name", "pk").values(*Named.__dataclass_fields__):
        people.setdefault(row["person"], Named(**row))
    return list(people.values())


def _meant(asked: str) -> Q | None:
    """By the indices on the first and last word of a name and on accounts; None when there is nothing to look for."""
    if handle := plain_handle(asked) if asked.startswith("@") else "":
        return Q(handle_key__gte=handle, handle_key__lt=handle + _LAST)
    words = name_words(asked)
    if not words:
        return None
    if len(words) == 1:
        return _begins("first_word", words[0]) | _begins("last_word", words[0])
    # A word between the first and the last is in no index: the name itself must hold it.
    spoken = asked.split()
    first = next((one for one in spoken if name_words(one) == words[:1]), spoken[0])
    in_first = Q(first_word=words[0]) & (_begins("last_word", words[-1]) | Q(name__icontains=spoken[-1]))
    return in_first | _begins("last_word", words[-1]) & Q(name__icontains=first)


def _begins(column: str, word: str) -> Q:
    if len(word) < SHORTEST_BEGINNING:
        return Q(**{column: word})
    return Q(**{f"{column}__gte": word, f"{column}__lt": word + _LAST})
