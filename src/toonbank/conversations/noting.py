"""Notes for colleagues only: write one, call somebody with an @, change or take away your own, and see who asked you."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, JSONField, OuterRef
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from toonbank.conversations.models import WAITING, Conversation, Message
from toonbank.conversations.papers import Note
from toonbank.conversations.wording import moment_in_words
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.shops.models import Member

LONGEST = 2000
MOST = 60
ASKED_FOR = timedelta(days=60)
OPEN_TO_QUESTIONS = [*WAITING, "theirs"]
"""The states in which a question of a colleague still matters."""


@dataclass(frozen=True)
class Jotting:
    """A note as the page shows it. `asked` are those who were called without an @ in its words."""

    pk: int
    member_id: int
    who: str
    text: str
    at: datetime
    when: str
    is_mine: bool
    asked: list[str] = field(default_factory=list)
    asked_ids: list[int] = field(default_factory=list)
    is_note: bool = True


def write_note(
    conversation: Conversation, member: Member, text: str, asked: Iterable[Member] = (), *, now: datetime
) -> Note:
    """A note for colleagues; those in `asked` see it as a question to them. BadInput when it says nothing or too much."""
    words = _said(text, member)
    with transaction.atomic():
        note = Note.objects.create(
            shop_id=conversation.shop_id, conversation=conversation, member=member, text=words, at=now
        )
        note.for_members.set(_colleagues(asked, member))
    return note


def change_note(note: Note, member: Member, text: str, asked: Iterable[Member] = ()) -> Note:
    """Other words in your own note; its moment stays."""
    _must_be_of(note, member)
    words = _said(text, member)
    with transaction.atomic():
        note.text = words
        note.save(update_fields=["text"])
        note.for_members.set(_colleagues(asked, member))
    return note


def take_note_away(note: Note, member: Member) -> None:
    """Take your own note away."""
    _must_be_of(note, member)
    note.delete()


def is_called(name: str, text: str) -> bool:
    """Whether `@Noor` (or `@Noor de Vries`, or `@Noor` of a longer name) stands in the text, which is folded to small letters."""
    first = name.casefold().split(" ", maxsplit=1)[0]
    return bool(first) and re.search(rf"(?<!\w)@{re.escape(first)}(?!\w)", text) is not None


def notes_of(
    conversation: Conversation,
    member: Member,
    now: datetime,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[Jotting]:
    """The notes of a conversation, in one query: the last ones between two moments, oldest first."""
    rows = Note.objects.filter(conversation=conversation)
    if since:
        rows = rows.filter(at__gte=since)
    if until:
        rows = rows.filter(at__lt=until)
    called = RawSQL(_CALLED % _LISTS[connection.vendor], [], output_field=JSONField())  # noqa: S611 - constants
    found = rows.select_related("member__person").annotate(called=called).order_by("-at", "-pk")[:MOST]
    return [_jotting(one, member, now) for one in found][::-1]


# Written out, for every page of a conversation asks it: Django takes three times as long to write it as to ask it.
_CALLED = (
    "(SELECT %s FROM conversations_note_for_members called JOIN shops_member ON shops_member.id = called.member_id "
    "JOIN shops_person ON shops_person.id = shops_member.person_id WHERE called.note_id = conversations_note.id)"
)
_LISTS = {
    "sqlite": "json_group_array(json_array(shops_person.name, called.member_id))",
    "postgresql": "jsonb_agg(jsonb_build_array(shops_person.name, called.member_id))",
}


def _jotting(note: Any, member: Member, now: datetime) -> Jotting:  # a Note with what `notes_of` adds
    called = sorted(note.called or [])
    text = note.text.casefold()
    return Jotting(
        note.pk,
        note.member_id,
        str(note.member),
        note.text,
        note.at,
        moment_in_words(note.at, now),
        is_mine=note.member_id == member.pk,
        asked=[name for name, _pk in called if not is_called(name, text)],
        asked_ids=[pk for _name, pk in called],
    )


def asked_of(member: Member, now: datetime) -> list[Note]:
    """Notes of the last months in which a colleague called this member, and to which they have not reacted yet.

    Where the conversation is done with, nothing is asked any more.
    """
    reacted = Note.objects.filter(conversation=OuterRef("conversation"), member=member, at__gt=OuterRef("at"))
    answered = Message.objects.filter(
        conversation=OuterRef("conversation"), member=member, at__gt=OuterRef("at")
    )
    rows = Note.objects.filter(
        ~Exists(reacted), ~Exists(answered), for_members=member, at__gt=now - ASKED_FOR
    )
    rows = rows.filter(conversation__state__in=OPEN_TO_QUESTIONS)
    return list(rows.select_related("conversation", "member__person").order_by("-at")[:20])


def _said(text: str, member: Member) -> str:
    if not member.may("write"):
        raise NotAllowed(_("You may look, not write."))
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise BadInput(_("The note is still empty. Write what your colleagues must know."))
    if len(words) > LONGEST:
        raise BadInput(
            _("A note has at most %(most)d characters; this one has %(has)d.")
            % {"most": LONGEST, "has": len(words)}
        )
    return words


def _colleagues(asked: Iterable[Member], member: Member) -> list[Member]:
    return [one for one in asked if one.pk != member.pk and one.left_at is None]


def _must_be_of(note: Note, member: Member) -> None:
    if note.member_id != member.pk:
        raise NotAllowed(_("This note is of a colleague. Write one of your own beside it."))
