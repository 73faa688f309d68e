"""A search at the counter: the conversations in which words stand, newest first, each with the words around them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils.safestring import SafeString

from toonbank.conversations.asking import Asked
from toonbank.conversations.finding import around, marked, matching
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.queue import A_PAGE, narrowing
from toonbank.shops.models import Member, Shop

LOOKED_THROUGH = 200
"""So many messages with these words are looked through for one page; the next page goes on from there."""


@dataclass(frozen=True)
class Hit:
    """A conversation, and the newest of its messages in which the words stand."""

    conversation: Conversation
    gist: SafeString
    at: datetime


@dataclass(frozen=True)
class Hits:
    """A page of hits; `next` is where to go on ("" when everything was looked through)."""

    found: list[Hit]
    next: str = ""


def search(asked: Asked, shop: Shop, member: Member) -> Hits:
    """What the words in `asked` find, within its filters. Three queries, however many messages there are."""
    below = (
        int(asked.mark) if asked.mark.isascii() and asked.mark.isdecimal() and len(asked.mark) < 14 else None
    )
    ids = matching(shop, asked.sought, below=below, most=LOOKED_THROUGH)
    within = Message.objects.filter(narrowing(asked, member, "conversation__"), pk__in=ids)
    newest: dict[int, int] = {}
    following = str(ids[-1]) if len(ids) == LOOKED_THROUGH else ""
    for pk, conversation in within.order_by("-pk").values_list("pk", "conversation_id"):
        if conversation in newest:
            continue
        if len(newest) == A_PAGE:
            following = str(pk + 1)
            break
        newest[conversation] = pk
    rows = Message.objects.filter(pk__in=newest.values()).select_related("conversation").defer("because")
    said = rows.annotate(assignee_name=F("conversation__assignee__person__name")).order_by("-pk")
    return Hits([_hit(message, asked.sought) for message in said], following)


def _hit(message: Message, words: tuple[str, ...]) -> Hit:
    found = message.conversation
    found.assignee_name = message.assignee_name  # type: ignore[attr-defined]  # as queue.lines_of has it
    return Hit(found, _gist(message, words), message.at)


def _gist(message: Message, words: tuple[str, ...]) -> SafeString:
    return marked(around(" ".join(masked(message).split()), words), words)


def masked(message: Message) -> str:
    """The text without the personal data in it."""
    text, last, parts = message.text, 0, []
    for start, end, *_kind in sorted(message.private):
        if start >= last:
            parts += [text[last:start], "…"]
            last = end
    return "".join(parts) + text[last:]
