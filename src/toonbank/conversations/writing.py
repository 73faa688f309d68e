"""Who is writing an answer: the first holds the conversation until two minutes go by in silence; words are kept as they come.

Each member has one row per conversation, so two windows of one person never stand in each other's way: the newest words are
kept, and both windows say so. Whoever of the living began first is the holder; who begins later is told, keeps their words, and
may take over with a deliberate click.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import JSONField
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from toonbank.conversations.models import Conversation
from toonbank.conversations.moves import note_turn
from toonbank.conversations.papers import Writing
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.gathering import moment_in
from toonbank.shops.models import Member

LIVES_FOR = timedelta(minutes=2)
LONGEST = 20_000


class PenTaken(Overtaken):
    """A colleague is writing here; the words say who, and what one can do."""


@dataclass(frozen=True)
class Hold:
    """Who has the pen, as one member sees it: the living writings, oldest first, and that member's own words."""

    living: Sequence[Writing]
    mine: Writing | None

    @property
    def holder(self) -> Writing | None:
        """Who began first among those who still write."""
        return self.living[0] if self.living else None

    @property
    def others(self) -> list[Writing]:
        """The living ones of colleagues."""
        return [one for one in self.living if self.mine is None or one.pk != self.mine.pk]

    @property
    def is_of_another(self) -> bool:
        """Whether a colleague has the pen."""
        return self.holder is not None and (self.mine is None or self.holder.pk != self.mine.pk)

    @property
    def words(self) -> str:
        """What this member typed and did not send."""
        return self.mine.text if self.mine else ""

    def is_newer_than(self, held: str) -> bool:
        """Whether this member's kept words are others than those with mark `held`: another window of theirs kept them."""
        return bool(held and self.words) and mark_of(self.words) != held


def mark_of(words: str) -> str:
    """Tells kept words from others without repeating them."""
    return sha256(words.encode()).hexdigest()[:16]


def hold_of(conversation: Conversation, member: Member, now: datetime) -> Hold:
    """Who writes and what this member had typed, in one query."""
    rows = list(
        Writing.objects.filter(conversation=conversation)
        .select_related("member__person")
        .order_by("at", "pk")
    )
    living = [one for one in rows if one.until_at > now]
    return Hold(living, next((one for one in rows if one.member_id == member.pk), None))


def colleagues_and_hold(
    conversation: Conversation, member: Member, now: datetime
) -> tuple[list[Member], Hold]:
    """Everybody who works here beside this member, by name, and who has the pen: both in one query."""
    typed = RawSQL(_TYPED % _OBJECT[connection.vendor], [conversation.pk], output_field=JSONField())  # noqa: S611 - constants
    present = Member.objects.present().select_related("person").annotate(typed=typed)
    people = list(present.order_by("person__name", "pk"))
    rows = [_read(one, one.typed, conversation) for one in people if one.typed]
    living = sorted((one for one in rows if one.until_at > now), key=lambda one: (one.at, one.pk))
    mine = next((one for one in rows if one.member_id == member.pk), None)
    return [one for one in people if one.pk != member.pk], Hold(living, mine)


# Written out, for every page of a conversation asks it: Django takes three times as long to write it as to ask it.
_TYPED = (
    "(SELECT %s('pk', typed.id, 'text', typed.text, 'is_private', typed.is_private, 'at', typed.at, 'until_at', typed.until_at) "
    "FROM conversations_writing typed WHERE typed.conversation_id = %%s AND typed.member_id = shops_member.id)"
)
_OBJECT = {"sqlite": "json_object", "postgresql": "jsonb_build_object"}


def _read(member: Member, row: dict[str, Any], conversation: Conversation) -> Writing:
    moments = {name: moment_in(row[name]) for name in ("at", "until_at")}
    return Writing(shop_id=conversation.shop_id, conversation=conversation, member=member, **(row | moments))


def who_writes(conversation: Conversation, now: datetime) -> list[Writing]:
    """The living writings, the holder first."""
    rows = Writing.objects.filter(conversation=conversation, until_at__gt=now)
    return list(rows.select_related("member__person").order_by("at", "pk"))


def begin(conversation: Conversation, member: Member, now: datetime) -> Hold:
    """Somebody starts, or goes on, writing: a sign of life. It is theirs unless a colleague began before."""
    _sign_of_life(conversation, member, now)
    return hold_of(conversation, member, now)


def keep_words(
    conversation: Conversation, member: Member, text: str, *, is_private: bool = False, now: datetime
) -> Hold:
    """Keep what was typed, also of somebody who does not have the pen: nothing typed is ever lost.

    Who wiped out all that they typed is not writing any more: the pen is free for a colleague.
    """
    words = text.replace("\r\n", "\n")
    if len(words) > LONGEST:
        raise BadInput(
            _("This is longer than any network takes: at most %(most)d characters.") % {"most": LONGEST}
        )
    if words.strip():
        _sign_of_life(conversation, member, now, text=words, is_private=is_private)
    else:
        _must_write(member)
        let_go(conversation, member)
    return hold_of(conversation, member, now)


def take_over(conversation: Conversation, member: Member, now: datetime) -> Hold:
    """Take the pen, on purpose. The words of who had it stay theirs; the story of the conversation tells who took over."""
    _must_write(member)
    with transaction.atomic():
        held = [one for one in who_writes(conversation, now) if one.member_id != member.pk]
        Writing.objects.filter(pk__in=[one.pk for one in held]).update(until_at=now)
        _sign_of_life(conversation, member, now)
        Writing.objects.filter(conversation=conversation, member=member).update(at=now)
        for one in held:
            why = _("from %(name)s") % {"name": one.member}
            note_turn(conversation, "take over", conversation.state, at=now, member=member, why=why)
    return hold_of(conversation, member, now)


def must_hold(conversation: Conversation, member: Member, now: datetime) -> None:
    """PenTaken when a colleague has the pen: who sends an answer calls this first."""
    hold = hold_of(conversation, member, now)
    if hold.is_of_another and hold.holder:
        raise PenTaken(
            _("%(name)s is writing an answer here. Wait a moment, or take over first. Your words are kept.")
            % {"name": hold.holder.member}
        )


def let_go(conversation: Conversation, member: Member) -> None:
    """The words were sent or thrown away: the pen lies on the counter again."""
    Writing.objects.filter(conversation=conversation, member=member).delete()


def _sign_of_life(conversation: Conversation, member: Member, now: datetime, **words: object) -> None:
    _must_write(member)
    mine = Writing.objects.filter(conversation=conversation, member=member)
    fresh = {"until_at": now + LIVES_FOR, **words}
    # Who comes back after a silence stands at the end of the row again.
    if mine.filter(until_at__gt=now).update(**fresh) or mine.update(at=now, **fresh):
        return
    try:
        with transaction.atomic():
            Writing.objects.create(
                shop_id=conversation.shop_id, conversation=conversation, member=member, at=now, **fresh
            )
    except IntegrityError:  # another window of the same person was first
        mine.update(**fresh)


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("You may look, not write."))
