"""Answering somebody: the one place that makes a reply, and only for a person who asks for it, now, in these words.

Nothing else may call `reply`: not the clock, not intake, not a rule. A test walks the code to see that it stays so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.conversations.allowing import Way, allowed, handle_of
from toonbank.conversations.answering import answer_of, message_to_answer, messages_of, unanswered
from toonbank.conversations.cases import note_answer
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.moves import move_conversation
from toonbank.conversations.writing import let_go, must_hold
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.posts.checking import Judged, Setting, judge
from toonbank.posts.models import Approval, Delivery, Kind, Post
from toonbank.posts.planning import cancel_delivery
from toonbank.posts.replies import ReplyText, Unanswered, send_reply
from toonbank.posts.rooms import room_on
from toonbank.posts.telling import is_doubtful
from toonbank.shops.models import Member

COOLS_IN = timedelta(minutes=5)
ANGRY = frozenset({"complaint-blame", "complaint-accusation"})
GRAVE_FROM = 3
OUT = ("planned", "sending", "sent", "uncertain")
"""An answer in these states is out, or on its way."""


@dataclass(frozen=True)
class ReplyWords:
    """What the form of an answer says.

    `seen` is the newest message (by its number) that stood on the page when it was opened. `reasons` says by (rule, words) why what
    a rule warns about may stay. `looked_twice`: after an angry message the writer looked once more.
    """

    text: str
    is_private: bool = False
    seen: int = 0
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)
    looked_twice: bool = False


class AnsweredAlready(Overtaken):
    """Somebody answered since the page was opened; `theirs` are those answers."""

    def __init__(self, theirs: Sequence[Message]) -> None:
        super().__init__(
            _("Somebody answered meanwhile. Read both, then decide; what you typed is still here.")
        )
        self.theirs = tuple(theirs)


class SaidAlready(BadInput):
    """Our last answer here says exactly this, and went out: the back button brings old words back, nobody says them twice."""


class TheyWroteMore(BadInput):
    """They said something since the page was opened: it would count as answered, so it is read first."""


class LookAgain(BadInput):
    """An answer within minutes of an angry message: it asks for one more look, and then goes."""


def judge_reply(
    conversation: Conversation,
    member: Member,
    words: ReplyWords,
    *,
    now: datetime,
    messages: Sequence[Message] | None = None,
) -> Judged:
    """How these words are judged as an answer to this conversation, with what nobody has answered yet."""
    said = messages_of(conversation) if messages is None else messages
    answer = answer_of(conversation, member, said, is_private=words.is_private)
    account = conversation.account
    setting = Setting(
        shop=conversation.shop,
        now=now,
        kept=frozenset(key for key, why in words.reasons.items() if why.strip()),
        accounts=(account,) if account else (),
        answer=answer,
    )
    kind = account.kind if account else None
    return judge(setting, words.text, [kind])[kind]


def reply(conversation: Conversation, member: Member, words: ReplyWords, *, now: datetime) -> Post:
    """Say this to them, in the name of `member`, who just pressed "send". It goes out at once, after one more check.

    NotAllowed without the role. Overtaken when a colleague has the pen, AnsweredAlready when somebody answered since `seen`,
    TheyWroteMore when they did, SaidAlready when these are the words of our last answer. LookAgain after an angry message, once.
    Unanswered when a block stands or a warning has no reason. BadInput when the network does not allow it, when it says nothing,
    or says too much.
    """
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not answer. Ask the owner of the shop."))
    must_hold(conversation, member, now)
    messages = messages_of(conversation)
    _must_be_first(messages, words)
    _must_be_new(messages, words)
    _must_be_allowed(conversation, messages, words, now)
    _must_know_the_last(conversation)
    judged = judge_reply(conversation, member, words, now=now, messages=messages)
    if not judged.may_go_out:
        raise Unanswered(judged)
    if asks_for_a_second_look(messages, now) and not words.looked_twice:
        raise LookAgain(
            _("They wrote this in anger, only minutes ago. Read your answer once more, then send it.")
        )
    with transaction.atomic():
        drop_held(conversation, member, now)
        approval = send_reply(_text(conversation, messages, words, judged), member, judged, now=now)
        _write_down(conversation, member, approval, now)
        let_go(conversation, member)
        move_conversation(conversation, "reply", at=now, member=member, **_as_answered(conversation, now))
        note_answer(conversation, approval.post, now=now)
    return approval.post


def asks_for_a_second_look(messages: Sequence[Message], now: datetime) -> bool:
    """Whether an angry message came in minutes ago. Never for a danger: there the first minute counts."""
    waiting = unanswered(messages)
    if any(one.label == "danger" for one in waiting):
        return False
    return any(one.label in ANGRY or one.severity >= GRAVE_FROM for one in waiting if now - one.at < COOLS_IN)


def held_replies(conversation: Conversation) -> list[Delivery]:
    """Answers that did not arrive, or of which nobody knows: what waits for a person, the newest first."""
    found = Delivery.objects.filter(
        kind=Kind.REPLY, state__in=["held", "refused", "uncertain"], post__in=_posts(conversation)
    )
    return list(found.select_related("post__author__person", "account").order_by("-pk"))


def drop_held(conversation: Conversation, member: Member, now: datetime) -> None:
    """What was held or refused is not sent any more: another answer comes in its place."""
    for delivery in held_replies(conversation):
        if delivery.state in {"held", "refused"} and not is_doubtful(delivery):
            cancel_delivery(delivery, at=now, member=member, why="answered_anew")


def _posts(conversation: Conversation) -> list[int]:
    ours = conversation.messages.filter(is_ours=True).exclude(post=None)
    return list(ours.values_list("post_id", flat=True))


def _must_be_first(messages: Sequence[Message], words: ReplyWords) -> None:
    newer = [one for one in messages if one.is_ours and one.pk > words.seen]
    if newer:
        raise AnsweredAlready(newer)
    if words.seen and any(one.pk > words.seen for one in messages):
        raise TheyWroteMore(
            _("They wrote more while you were writing. Read it first; what you typed is still here.")
        )


def _must_be_new(messages: Sequence[Message], words: ReplyWords) -> None:
    ours = [one for one in messages if one.is_ours and one.is_public != words.is_private]
    if not ours or _plain(ours[-1].text) != _plain(words.text):
        return
    went = Delivery.objects.filter(post=ours[-1].post_id, state__in=OUT)
    if ours[-1].post_id is None or went.exists():
        raise SaidAlready(
            _("You gave exactly this answer already; it was not sent again. To say more, write other words.")
        )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _must_be_allowed(
    conversation: Conversation, messages: Sequence[Message], words: ReplyWords, now: datetime
) -> None:
    way: Way = allowed(conversation, messages, now).way(is_private=words.is_private)
    if not way.is_open:
        raise BadInput(way.why_not)
    if not words.text.strip():
        raise BadInput(_("There is nothing to send yet. Write your answer first."))
    answered = handle_of(message_to_answer(messages, is_private=words.is_private))
    if conversation.account and (room := room_on(conversation.account, words.text, answers=answered)).is_over:
        raise BadInput(
            _("This is %(over)d characters too long for %(account)s. Make it shorter.")
            % {"over": room.over_by, "account": conversation.account}
        )


def _must_know_the_last(conversation: Conversation) -> None:
    if any(is_doubtful(delivery) for delivery in held_replies(conversation)):
        raise BadInput(
            _(
                "Nobody knows yet whether your last answer arrived. Look at the network, and say so here first."
            )
        )


def _text(
    conversation: Conversation, messages: Sequence[Message], words: ReplyWords, judged: Judged
) -> ReplyText:
    if conversation.account is None:
        raise BadInput(
            _("This was told to you or read elsewhere. Answer there, then write down here what you said.")
        )
    answered = message_to_answer(messages, is_private=words.is_private)
    return ReplyText(
        text=words.text,
        lang=judged.checkup.lang,
        account=conversation.account,
        answers_remote_id=answered.remote_id,
        answers_root=conversation.thread or answered.remote_id,
        answers_handle=handle_of(answered),
        is_private=words.is_private,
        reasons=words.reasons,
    )


def _write_down(conversation: Conversation, member: Member, approval: Approval, now: datetime) -> Message:
    """Our own words in the talk, under a name of our own until the network's is known."""
    post = approval.post
    delivery = Delivery.objects.get(approval=approval)
    return Message.objects.create(
        shop_id=conversation.shop_id,
        conversation=conversation,
        account=conversation.account,
        remote_id=placeholder(delivery.key),
        answers=post.answers_remote_id,
        is_ours=True,
        member=member,
        post=post,
        text=post.text,
        at=now,
        heard_at=now,
        is_public=not post.is_private,
        language=post.lang,
    )


def placeholder(key: str) -> str:
    """What our own words are called until the network gave them a name."""
    return f"delivery:{key}"


def _as_answered(conversation: Conversation, now: datetime) -> dict[str, Any]:
    return {
        "due_at": None,
        "heard_at": None,
        "snoozed_until": None,
        "last_at": now,
        "answered_at": conversation.answered_at or now,
    }
