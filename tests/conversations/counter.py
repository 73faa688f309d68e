"""All that the counter shows of a shop, without numbers of rows and moments of arrival: two counters can be compared."""

from itertools import pairwise
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from toonbank.conversations.arrivals import Arrival, Early
from toonbank.conversations.casebook import Case
from toonbank.conversations.models import Conversation, Message, Turn, Wording
from toonbank.relations.models import Contact, Identity

TALK = (
    "account__name", "thread", "speaker", "contact__name", "sort", "is_public", "about_id", "state", "label", "severity", "band",
    "language", "due_at", "snoozed_until", "excerpt", "name", "began_at", "last_at", "heard_at", "answered_at",
)  # fmt: skip
WORDS = (
    "account__name", "remote_id", "conversation__thread", "conversation__speaker", "answers", "url", "is_ours", "identity__key",
    "text", "rating", "at", "is_public", "language", "changed_at", "deleted_at", "label", "severity", "sentiment", "suggested",
    "clock", "because", "private",
)  # fmt: skip


def counter() -> dict[str, list[tuple[Any, ...]]]:
    """Inside the scope of a shop."""
    return {
        "conversations": _rows(Conversation.objects.values_list(*TALK)),
        "messages": _rows(Message.objects.values_list(*WORDS)),
        "wordings": _rows(Wording.objects.values_list("message__remote_id", "text", "since_at", "until_at")),
        "people": _rows(
            Identity.objects.values_list(
                "kind", "key", "handle", "name", "first_at", "last_at", "contact__name"
            )
        ),
        "contacts": _rows(Contact.objects.values_list("name", "first_word", "last_word", "handle_key")),
        "cases": _cases(),
        "stories": _stories(),
        "too early": _rows(Early.objects.values_list("awaits", "body__remote_id", "body__event")),
        "waiting": _rows(Arrival.objects.exclude(state="done").values_list("state", "trouble")),
    }


def _cases() -> list[tuple[Any, ...]]:
    """Of conversations in which nothing was edited or deleted.

    What a complaint once was, and for how long, depends on when we heard of the change: a case that was begun stays on file.
    """
    changed = Message.objects.filter(conversation=OuterRef("conversation"))
    changed = changed.filter(Q(changed_at__isnull=False) | Q(deleted_at__isnull=False))
    talk = ("conversation__account__name", "conversation__thread", "conversation__speaker")
    rows = Case.objects.exclude(Exists(changed))
    return _rows(rows.values_list(*talk, "state", "opened_at", "acknowledged_at", "closed_at", "reopened"))


def _stories() -> list[tuple[Any, ...]]:
    """Where each story ends, and whether one step led to the next.

    How many steps it took depends on how much was heard at once: an answer and what it answers are one step or two.
    """
    talk = ("conversation__account__name", "conversation__thread", "conversation__speaker")
    told: dict[tuple[Any, ...], list[tuple[str, str]]] = {}
    steps = Turn.objects.exclude(from_state=F("to_state")).order_by("pk")
    for *key, origin, target in steps.values_list(*talk, "from_state", "to_state"):
        told.setdefault(tuple(key), []).append((origin, target))
    return _rows(
        (
            *key,
            story[-1][1],
            all(one[1] == other[0] for one, other in pairwise(story)),
        )
        for key, story in told.items()
    )


def _rows(found: Any) -> list[tuple[Any, ...]]:
    return sorted(found, key=repr)
