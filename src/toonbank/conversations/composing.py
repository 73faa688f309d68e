"""What the form of an answer shows: what one may do here, who reads along, how the words stand, and what did not arrive."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from toonbank.conversations.allowing import Allowed, allowed
from toonbank.conversations.answering import MOST_MESSAGES, message_to_answer
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.papers import Writing
from toonbank.conversations.replying import (
    AnsweredAlready,
    LookAgain,
    ReplyWords,
    asks_for_a_second_look,
    judge_reply,
)
from toonbank.conversations.writing import PenTaken
from toonbank.core.errors import ToonbankError
from toonbank.posts.findings import Look, Piece, look_at
from toonbank.posts.mending import digest
from toonbank.posts.models import Delivery
from toonbank.posts.rooms import Room, room_on
from toonbank.posts.said import Said
from toonbank.posts.telling import Waiting, waits_for
from toonbank.posts.troubles import in_words
from toonbank.shops.models import Member

DOUBTFUL = frozenset({"not_found", "could_not_look"})


@dataclass(frozen=True)
class NotArrived:
    """An answer of ours that is held or refused, or of which nobody knows: its words, why, and what one can do."""

    message: Message
    delivery: int
    version: int
    state: str
    why: dict[str, Any]  # JSON of the delivery

    @property
    def waiting(self) -> Waiting:
        """Why it waits, in plain words."""
        return waits_for(self.why, self.message.language)

    @property
    def is_looked_for(self) -> bool:
        """Whether the clock is still looking: nobody can do anything yet."""
        return self.state == "uncertain"

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to look whether it is there."""
        return self.state == "held" and self.why.get("why") in DOUBTFUL

    @property
    def bars(self) -> bool:
        """Whether nothing may be sent until it is known how this went."""
        return self.is_looked_for or self.is_doubtful


@dataclass(frozen=True)
class Composer:
    """The form of an answer. `trouble` is what went wrong when it was sent; `words` are what stands in the field."""

    conversation: Conversation
    member: Member
    now: datetime
    messages: tuple[Message, ...]
    allowed: Allowed
    words: ReplyWords
    not_arrived: tuple[NotArrived, ...] = ()
    trouble: ToonbankError | None = None
    theirs: tuple[Message, ...] = ()
    runs: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def may_answer(self) -> bool:
        """Whether this member may, and the network lets them."""
        return self.member.may("answer") and not self.allowed.shut and self.allowed.first is not None

    @property
    def writes_down(self) -> bool:
        """Whether this member may write down what was answered where it was said."""
        return self.allowed.is_elsewhere and self.member.may("answer")

    @property
    def why_not(self) -> str:
        """Why there is no form, "" when there is one."""
        if not self.member.may("answer"):
            return _("You may read here, not answer.")
        if self.allowed.shut or self.may_answer:
            return self.allowed.shut
        return self.allowed.ways[0].why_not

    @cached_property
    def look(self) -> Look:
        """What is found in the words; nothing when there are none."""
        if not self.words.text.strip():
            return look_at((), Said())
        judged = judge_reply(self.conversation, self.member, self.words, now=self.now, messages=self.messages)
        return look_at([Piece("text", "", judged)], Said(dict(self.words.reasons)))

    @property
    def mark(self) -> str:
        """Tells this panel from another, so that what was read aloud is not read again."""
        cards = [(card.finding, card.kept) for card in self.look.cards]
        return digest(repr((bool(self.look.pieces), cards, self.look.rights, self.words.is_private)))

    @property
    def copy(self) -> dict[str, Any]:
        """The copy under the text."""
        return {"text": self.look.runs("text")}

    @property
    def room(self) -> Room | None:
        """How much of the network's room is used."""
        account = self.conversation.account
        return room_on(account, self.words.text) if account and self.may_answer else None

    @property
    def readers(self) -> str:
        """Who reads along."""
        if not self.words.is_private:
            return _("Everybody can read this answer, also who does not know what happened.")
        return _("Only %(name)s reads this.") % {"name": self._reader or _("this person")}

    @property
    def _reader(self) -> str:
        """Who wrote what is answered: in a private talk with more people it is not always who began."""
        if all(one.is_ours for one in self.messages):
            return self.conversation.name
        who = message_to_answer(self.messages, is_private=True).identity
        return (str(who) if who else "") or self.conversation.name

    @property
    def bars(self) -> bool:
        """Whether it must first be known how the last answer went."""
        return any(one.bars for one in self.not_arrived)

    @property
    def cools(self) -> bool:
        """Whether an angry message of minutes ago asks for a second look."""
        return asks_for_a_second_look(self.messages, self.now)

    @property
    def is_second_look(self) -> bool:
        """Whether this is that second look: the next press sends it."""
        return isinstance(self.trouble, LookAgain) or self.words.looked_twice

    @property
    def problem(self) -> str:
        """What went wrong, in words; what the page shows by itself is not said twice."""
        if self.trouble is None or self.theirs:
            return ""
        return str(self.trouble) if isinstance(self.trouble, PenTaken) else in_words(self.trouble)

    @property
    def newest(self) -> int:
        """The newest message that the page shows, so that it is known when somebody else was first."""
        return max((one.pk for one in self.messages), default=0)


def composer_of(
    conversation: Conversation,
    member: Member,
    now: datetime,
    *,
    words: ReplyWords | None = None,
    trouble: ToonbankError | None = None,
    read: "tuple[Sequence[Any], Writing | None] | None" = None,
) -> Composer:
    """The form of an answer to this conversation: with `words` as typed, else with what this member typed before.

    Two queries; none when `read` brings the last messages (as `talking` reads them) and what the member typed.
    """
    rows = _rows(conversation) if read is None else read[0]
    standing = tuple(one for one in rows if one.deleted_at is None)
    ways = allowed(conversation, standing, now)
    theirs = trouble.theirs if isinstance(trouble, AnsweredAlready) else ()
    return Composer(
        conversation,
        member,
        now,
        standing,
        ways,
        words or _kept(_typed(conversation, member) if read is None else read[1], conversation, ways),
        tuple(_not_arrived(rows)),
        trouble,
        theirs,
    )


def _rows(conversation: Conversation) -> list[Any]:  # messages with annotations
    """The last messages, oldest first, ours with how far they got."""
    course = Delivery.objects.filter(post=OuterRef("post")).order_by("-pk")
    found = conversation.messages.select_related("identity", "member__person", "post").annotate(
        course_id=Subquery(course.values("pk")[:1]),
        course=Subquery(course.values("state")[:1]),
        course_why=Subquery(course.values("held_why")[:1]),
    )
    return list(found.order_by("-at", "-pk")[:MOST_MESSAGES])[::-1]


def _not_arrived(rows: Sequence[Any]) -> list[NotArrived]:  # messages with annotations
    return [
        NotArrived(one, one.course_id, one.post.version, one.course, one.course_why or {})
        for one in rows
        if one.is_ours and one.course in {"held", "refused", "uncertain"}
    ]


def _typed(conversation: Conversation, member: Member) -> Writing | None:
    return Writing.objects.filter(conversation=conversation, member=member).first()


def _kept(mine: Writing | None, conversation: Conversation, ways: Allowed) -> ReplyWords:
    """What was typed before and not sent; else an empty answer, in public when that is allowed."""
    first = ways.first.is_private if ways.first else not conversation.is_public
    if mine is None or not mine.text:
        return ReplyWords("", is_private=first)
    is_private = mine.is_private if ways.way(is_private=mine.is_private).is_open else first
    return ReplyWords(mine.text, is_private=is_private)
