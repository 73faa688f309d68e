"""What was told by hand is written down by people, who err: it is mended in its place, or taken back and counts nowhere."""

from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from toonbank.channels.base import Incoming
from toonbank.conversations.acquaintances import spoken_by
from toonbank.conversations.cases import case_of
from toonbank.conversations.cases import follow as follow_cases
from toonbank.conversations.casework import NOT_JUDGED, leave_case, leave_case_if_none
from toonbank.conversations.events import BY_HAND, TAKEN_BACK
from toonbank.conversations.hearing import judge
from toonbank.conversations.intake import TOLD
from toonbank.conversations.models import Conversation, Message, Wording
from toonbank.conversations.own_model import scale_of
from toonbank.conversations.people.stripping import nameless, take_words_out
from toonbank.conversations.working_out import work_out_anew
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.posts.models import Picture
from toonbank.relations.models import Contact, Identity
from toonbank.relations.papers import Merge, PersonNote
from toonbank.shops.models import Member

NOTHING = {"rating": None, "label": "", "suggested": "", "severity": 0, "sentiment": ""}
"""What nobody said has no stars and is of no kind."""


def told_by_hand() -> QuerySet[Message]:
    """What a colleague wrote down, and stands."""
    rows = Message.objects.filter(account=None, is_ours=False, deleted_at=None, remote_id__startswith=BY_HAND)
    return rows.select_related("conversation__shop", "identity__contact")


def as_typed(message: Message, clock: ZoneInfo) -> dict[str, str]:
    """What stands there, as the form of `event_of` takes it."""
    return {
        "what": message.text,
        "who": name_of(message),
        "how": message.conversation.sort,
        "when": message.at.astimezone(clock).strftime("%d-%m-%Y %H:%M"),
        "stars": str(message.rating or ""),
        "address": message.url,
    }


def name_of(message: Message) -> str:
    """Who said it, as it was written down; "" for nobody."""
    return message.identity.name if message.identity else ""


def mend(message: Message, member: Member, event: Incoming, person: Contact | None, *, now: datetime) -> None:
    """Let it say this instead, by this person; without one by somebody new, unless the name is what it was.

    Label, clock and case follow; what people decided about it stays, and what it said before is shown below it.
    """
    _must_write(member)
    with transaction.atomic():
        talk = Conversation.objects.select_for_update().get(pk=message.conversation_id)
        if not told_by_hand().filter(pk=message.pk).exists():
            raise Overtaken(f"message {message.pk} was taken back")
        was = message.identity
        _say_otherwise(message, event, now)
        if person is not None or event.author_name != name_of(message):
            message.identity = _speaker(message, event, person)
        message.save()
        talk.sort, talk.is_public, talk.began_at = event.sort, event.is_public, event.at
        talk.save(update_fields=["sort", "is_public", "began_at"])
        work_out_anew(member.shop, [talk.pk])
        follow_cases(Conversation.objects.filter(pk=talk.pk), now=now)
        talk.refresh_from_db()
        leave_case_if_none(talk, member, now=now)
        _forget_if_unheard(was)
        record(member.shop, "told_mended", f"message:{message.pk}", {"by": member.pk}, at=now)


def take_back(message: Message, member: Member, *, now: datetime) -> None:
    """It was not said so: its words and its speaker go, its case is none, and it counts nowhere.

    BadInput when it was answered, or somebody judged the complaint: then it is more than a slip of the pen.
    """
    _must_write(member)
    with transaction.atomic():
        talk = Conversation.objects.select_for_update().get(pk=message.conversation_id)
        if not told_by_hand().filter(pk=message.pk).exists():
            raise Overtaken(f"message {message.pk} was taken back")
        if talk.messages.filter(is_ours=True, deleted_at=None).exists():
            raise BadInput(_("It was answered already. Take that answer back first, or mend what is wrong."))
        case = case_of(talk)
        if case is not None and case.state not in NOT_JUDGED:
            raise BadInput(
                _("Somebody judged this complaint already. Finish the case, or close it with a reason.")
            )
        was, mark = message.identity, sha256(f"{message.remote_id}\n{message.text}".encode()).hexdigest()
        gone = Message.objects.filter(pk=message.pk)
        gone.update(deleted_at=now, identity=None, remote_id=f"{TAKEN_BACK}{message.pk}", **NOTHING)
        if case is not None:
            leave_case(case, member, now=now)
        take_words_out(member.shop, [message.pk])
        Conversation.objects.filter(pk=talk.pk).update(
            contact=None, name="", excerpt="", speaker="", thread=nameless(F("pk"))
        )
        _forget_if_unheard(was)
        line = {"by": member.pk, "hash": mark}
        record(member.shop, "told_taken_back", f"message:{message.pk}", line, at=now)


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not write things down. Ask the owner of the shop."))


def _say_otherwise(message: Message, event: Incoming, now: datetime) -> None:
    if event.text != message.text:
        Wording.objects.create(
            shop_id=message.shop_id,
            message=message,
            text=message.text,
            since_at=message.changed_at or message.at,
            until_at=now,
        )
        message.changed_at = now
    message.text, message.rating, message.url = event.text, event.rating, event.url
    message.at, message.is_public = event.at, event.is_public
    judge(message, scale_of(message.conversation.shop))


def _speaker(message: Message, event: Incoming, person: Contact | None) -> Identity | None:
    if person is not None:
        return Identity.objects.get(kind=TOLD, key=spoken_by(event, person).author_id)
    if not event.author_name:
        return None
    there = Identity.objects.filter(kind=TOLD, key=event.author_id).first()
    if there is not None:
        return there
    contact = Contact.objects.create(shop_id=message.shop_id, name=event.author_name, made_at=event.at)
    return Identity.objects.create(
        shop_id=message.shop_id,
        contact=contact,
        kind=TOLD,
        key=event.author_id,
        name=event.author_name,
        first_at=event.at,
        last_at=event.at,
    )


def _forget_if_unheard(identity: Identity | None) -> None:
    """Somebody of whom we know nothing but what was not so does not stay on file."""
    if identity is None or identity.kind != TOLD or identity.messages.exists():
        return
    contact = identity.contact
    identity.delete()
    unknown = Contact.objects.filter(
        pk=contact.pk, identities=None, consents=None, requests=None, conversations=None, aliases=None,
        merged_into=None, known_ground="", handle="", made_at=identity.first_at,
    )  # fmt: skip
    noted = PersonNote.objects.filter(contact=contact).exists()
    merged = Merge.objects.filter(kept=contact).exists() or Merge.objects.filter(gone=contact).exists()
    if not noted and not merged and not Picture.objects.filter(persons=contact).exists():
        unknown.delete()
