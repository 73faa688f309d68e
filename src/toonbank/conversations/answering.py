"""What a reply is judged against: what was said so far, what was found out about it, who writes, what the shop said lately."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import OuterRef

from toonbank.conversations.cases import case_of, facts_of
from toonbank.conversations.models import Conversation, Message
from toonbank.core.errors import BadInput
from toonbank.etiquette import facts
from toonbank.evidence.gathering import listed
from toonbank.posts.answers import AnswerFacts
from toonbank.posts.models import Kind, Post
from toonbank.shops.desk import at
from toonbank.shops.models import Member, Shop
from toonbank.triage.labels import KINDS

MOST_MESSAGES = 40
MOST_REPLIES = 50
MAY_NOT_MEAN_US = frozenset({"checkin", "tag"})
"""Who tags a place speaks of it, perhaps not to it."""


def answer_of(
    conversation: Conversation,
    member: Member,
    messages: Sequence[Message],
    *,
    is_private: bool,
    until: datetime | None = None,
    without: int | None = None,
) -> AnswerFacts:
    """The facts of an answer by `member` to `messages` (oldest first), given at `until`.

    `without` is the reply itself, when it is written down. A case that was opened after the answer says nothing about it.
    """
    replies, staff = _beside(conversation, without)
    return AnswerFacts(
        thread=facts.Thread(
            public=conversation.is_public and not is_private,
            addressed_us=None if conversation.sort in MAY_NOT_MEAN_US else True,
            label=label_to_answer(messages) or None,
            messages=tuple(_utterance(one) for one in messages),
        ),
        case=_case(conversation, until),
        author=facts.Author(name=str(member), initials=initials_of(str(member))),
        replies=replies,
        staff=staff,
    )


def messages_of(
    conversation: Conversation, *, until: datetime | None = None, without: int | None = None
) -> list[Message]:
    """The last messages that are still there, oldest first; `without` leaves out the reply that is this post."""
    found = conversation.messages.filter(deleted_at=None).select_related("identity", "member__person")
    if until is not None:
        found = found.filter(heard_at__lte=until)
    if without is not None:
        found = found.exclude(post=without)
    return list(found.order_by("-at", "-pk")[:MOST_MESSAGES])[::-1]


def unanswered(messages: Sequence[Message]) -> list[Message]:
    """Theirs since our last word."""
    fresh: list[Message] = []
    for one in sorted(messages, key=lambda one: one.since):
        fresh = [] if one.is_ours else [*fresh, one]
    return fresh


def to_answer(messages: Sequence[Message]) -> list[Message]:
    """Theirs since our last word; all of theirs when there is nothing newer."""
    return unanswered(messages) or [one for one in messages if not one.is_ours]


def message_to_answer(messages: Sequence[Message], *, is_private: bool) -> Message:
    """Their last message that still stands and was said as openly as the answer, else their last one."""
    theirs = [one for one in sorted(messages, key=lambda one: one.since) if not one.is_ours]
    standing = [one for one in theirs if one.deleted_at is None] or theirs
    alike = [one for one in standing if one.is_public != is_private]
    return (alike or standing)[-1]


def label_to_answer(messages: Sequence[Message]) -> str:
    """The gravest label among what waits for an answer, "" when nobody judged it."""
    labels = [one.label for one in to_answer(messages) if one.label]
    return min(labels, key=KINDS.index, default="")


def initials_of(name: str) -> str:
    """ "Noor" is N, "Jan de Wit" is JDW."""
    return "".join(word[0] for word in name.split()).upper()[:4]


def known_of(post: Post, now: datetime) -> AnswerFacts:
    """What a reply that is written down is judged against: the conversation as its writer saw it."""
    conversation = conversation_of(post)
    messages = messages_of(conversation, until=post.made_at, without=post.pk)
    return answer_of(
        conversation, post.author, messages, is_private=post.is_private, until=post.made_at, without=post.pk
    )


def conversation_of(post: Post) -> Conversation:
    """The conversation that a reply belongs to; BadInput when it is in none."""
    found = Conversation.objects.filter(messages__post=post).select_related("case").first()
    if found is None:
        raise BadInput(f"post {post.pk} answers nobody")
    return found


def page_of(post: Post) -> str:
    """The address of the conversation that a reply belongs to."""
    return at(post.shop, "conversations:read", conversation_of(post).pk)


def _utterance(message: Message) -> facts.Utterance:
    who = message.identity
    return facts.Utterance(
        sender="shop" if message.is_ours else "customer",
        text=message.text,
        at=message.at,
        name=who.name or None if who else None,
        handle=who.handle or None if who else None,
    )


def _case(conversation: Conversation, until: datetime | None) -> facts.Case | None:
    """None when nobody opened one, or only after this answer: then nothing is known, and nothing is missing."""
    case = case_of(conversation)
    if case is None or (until is not None and case.opened_at > until):
        return None
    return facts_of(conversation)


def _beside(conversation: Conversation, without: int | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the shop answered others lately, and the names of who works there, in one question.

    To say something once more to the same person is no answer from a drawer.
    """
    its = OuterRef("pk")
    own = Message.objects.filter(conversation=conversation, is_ours=True, post__isnull=False).values("post")
    others = Post.objects.filter(kind=Kind.REPLY).exclude(pk=without or 0).exclude(pk__in=own)
    newest = others.order_by("-changed_at", "-pk").values("pk")[:MOST_REPLIES]
    found = Shop.objects.filter(pk=conversation.shop_id).annotate(
        said=listed(Post.objects.filter(shop=its, pk__in=newest), "shop", "text"),
        staff=listed(Member.objects.present().filter(shop=its), "shop", name="person__name"),
    )
    ((said, staff),) = found.values_list("said", "staff")
    return tuple(one["text"] for one in said or ()), tuple(one["name"] for one in staff or ())
