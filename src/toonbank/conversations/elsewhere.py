"""What we answered where the desk cannot send: written down by who gave it, so that it counts. Nothing goes out by it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.conversations.allowing import allowed
from toonbank.conversations.answering import messages_of
from toonbank.conversations.cases import answer_is_gone, note_answer_of
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.moves import move_conversation, note_turn
from toonbank.conversations.working_out import work_out_anew
from toonbank.conversations.writing import let_go
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.shops.models import Member

WRITTEN = "written:"
"""How our own words are called that only we wrote down."""
LONGEST = 5_000


def write_answer_down(
    conversation: Conversation, member: Member, text: str, *, seen: int, now: datetime
) -> Message:
    """This is what `member` answered there; `seen` is the newest message (by its number) that stood on the page.

    It counts as our answer: the conversation waits for them, and a complaint has its first answer by it.
    """
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not answer. Ask the owner of the shop."))
    messages, text = messages_of(conversation), text.strip()
    if not allowed(conversation, messages, now).is_elsewhere:
        raise BadInput(_("This can be answered from here; what you send is written down by itself."))
    if not text:
        raise BadInput(_("Write down what you answered there."))
    if len(text) > LONGEST:
        raise BadInput(_("At most %(most)d characters are kept of an answer.") % {"most": LONGEST})
    _must_be_new(messages, text, seen)
    with transaction.atomic():
        message = Message.objects.create(
            shop_id=conversation.shop_id,
            conversation=conversation,
            account=conversation.account,
            remote_id=f"{WRITTEN}{uuid4().hex}",
            is_ours=True,
            member=member,
            text=text,
            at=now,
            heard_at=now,
            is_public=conversation.is_public,
            language=conversation.language,
        )
        let_go(conversation, member)
        move_conversation(
            conversation,
            "reply",
            at=now,
            member=member,
            due_at=None,
            heard_at=None,
            snoozed_until=None,
            last_at=now,
            answered_at=conversation.answered_at or now,
        )
        note_answer_of(conversation, member, now=now)
    return message


def take_answer_back(message: Message, member: Member, *, now: datetime) -> Conversation:
    """It was not said after all, or in another talk: as if nobody had written it down, but for the story."""
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not answer. Ask the owner of the shop."))
    conversation = message.conversation
    if not message.remote_id.startswith(WRITTEN):
        raise BadInput(_("Only what was written down here by hand can be taken back like this."))
    with transaction.atomic():
        answer_is_gone(message, now=now)
        message.delete()
        note_turn(conversation, "answer taken back", conversation.state, at=now, member=member)
        work_out_anew(conversation.shop, [conversation.pk])
    conversation.refresh_from_db()
    return conversation


def _must_be_new(messages: Sequence[Message], text: str, seen: int) -> None:
    ours = [one for one in messages if one.is_ours]
    if ours and " ".join(ours[-1].text.split()) == " ".join(text.split()):
        raise BadInput(_("This answer was written down already."))
    if any(one.pk > seen for one in ours):
        raise BadInput(
            _("Somebody answered meanwhile. Read both, then decide; what you typed is still here.")
        )
    if any(one.pk > seen for one in messages):
        raise BadInput(
            _("They wrote more while you were writing. Read it first; what you typed is still here.")
        )
