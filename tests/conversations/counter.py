"""All that the counter shows of a shop, without numbers of rows and moments of arrival: two counters can be compared."""

from typing import Any

from toonbank.conversations.arrivals import Arrival, Early
from toonbank.conversations.models import Conversation, Message, Wording
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
        "too early": _rows(Early.objects.values_list("awaits", "body__remote_id", "body__event")),
        "waiting": _rows(Arrival.objects.exclude(state="done").values_list("state", "trouble")),
    }


def _rows(found: Any) -> list[tuple[Any, ...]]:
    return sorted(found, key=repr)
