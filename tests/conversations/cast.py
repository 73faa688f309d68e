"""Who comes to the counter in tests, and what they say: rows made directly, as intake would leave them."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from conftest import NOW
from toonbank.conversations.models import WAITING, Band, Conversation, Message
from toonbank.conversations.moves import move_conversation
from toonbank.relations.models import Contact, Identity
from toonbank.shops.models import Account, Member, Shop
from toonbank.triage import GRAVE, triage
from toonbank.triage.clock import clock

_numbers = count(1)
STEPS = {"30 min": 0.5, "1 h": 1, "2 h": 2, "4 h": 4, "1 day": 24, "2 days": 48, "never": None}
ANGRY = "Derde keer dat ik dit meld. De rits van de Wad is na twee weken kapot en jullie doen niets. Morgen gaat ze op kamp."
ASKS = "Valt de Merel groot? Ik zit tussen 38 en 40 in."
KERNEL = "Ritsen uit de levering van september gaan stuk."
OUTCOME = "Nieuwe Wad in 128 gebracht, kosten voor ons."
CLOSING = "Opgelost: mevrouw De Wit heeft een nieuwe jas."
THANKS = "Wat een fijne winkel, bedankt voor het inkorten!"


def met(shop: Shop, name: str, *, kind: str = "square", handle: str = "", at: datetime = NOW) -> Contact:
    """A contact with one identity on this kind of network."""
    key = handle or name.lower().replace(" ", "")
    contact = Contact.objects.create(shop=shop, name=name, handle=key, made_at=at)
    Identity.objects.create(
        shop=shop, contact=contact, kind=kind, key=key, handle=key, name=name, first_at=at, last_at=at
    )
    return contact


def de_wit(shop: Shop) -> Contact:
    """Mevrouw De Wit, a customer who is right; always the same one in a shop."""
    return Contact.objects.filter(shop=shop, name="Mevrouw De Wit").first() or met(
        shop, "Mevrouw De Wit", handle="dewit"
    )


def rob(shop: Shop) -> Contact:
    """Rob H., who doubts."""
    return Contact.objects.filter(shop=shop, name="Rob H.").first() or met(shop, "Rob H.", handle="robh")


def said(
    shop: Shop,
    account: Account | None,
    text: str,
    *,
    at: datetime = NOW,
    sort: str = "comment",
    contact: Contact | None = None,
    conversation: Conversation | None = None,
    is_public: bool | None = None,
    label: str = "",
    **more: Any,
) -> Message:
    """Somebody says this to the shop: the message, judged, in its conversation (a new one unless one is given).

    `label` overrules triage; `more` are further fields of the message. Who speaks is Mevrouw De Wit unless said otherwise.
    """
    speaker = contact or (conversation.contact if conversation else None) or de_wit(shop)
    public = is_public if is_public is not None else sort not in {"direct", "mail", "told"}
    judged = triage(text)
    kind = label or judged.kind
    fields = {
        "label": kind,
        "suggested": judged.kind,
        "severity": judged.severity if kind == judged.kind else 0,
        "sentiment": judged.sentiment,
        "language": judged.language,
        "clock": clock(kind, judged.modifiers),
        "because": [[one.start, one.end, round(one.weight, 4)] for one in judged.because],
        "private": [[one.start, one.end, one.kind] for one in judged.personal],
    } | more
    talk = conversation or _begun(shop, account, speaker, at=at, sort=sort, is_public=public)
    message = Message.objects.create(
        shop=shop,
        conversation=talk,
        account=account,
        remote_id=f"m-{next(_numbers)}",
        identity=speaker.identities.first(),
        text=text,
        at=at,
        heard_at=at,
        is_public=public,
        **fields,
    )
    _stand(talk, message)
    return message


def answered(
    conversation: Conversation, member: Member | None, text: str, *, at: datetime = NOW, **more: Any
) -> Message:
    """The shop answers, as if it was sent and is there; without a member it was given in the network's own app."""
    message = Message.objects.create(
        shop_id=conversation.shop_id,
        conversation=conversation,
        account=conversation.account,
        remote_id=f"m-{next(_numbers)}",
        is_ours=True,
        member=member,
        text=text,
        at=at,
        heard_at=at,
        **{"is_public": conversation.is_public} | more,
    )
    Conversation.objects.filter(pk=conversation.pk).update(last_at=at, answered_at=at)
    conversation.refresh_from_db()
    if conversation.state in WAITING:
        move_conversation(conversation, "reply", at=at, member=member, due_at=None, heard_at=None)
    return message


def waiting(shop: Shop, account: Account | None, text: str = ANGRY, **more: Any) -> Conversation:
    """A conversation of one message that waits for the shop; `more` as `said` takes it."""
    return said(shop, account, text, **more).conversation


def _begun(
    shop: Shop, account: Account | None, speaker: Contact, *, at: datetime, sort: str, is_public: bool
) -> Conversation:
    return Conversation.objects.create(
        shop=shop,
        account=account,
        thread=f"t-{next(_numbers)}",
        contact=speaker,
        sort=sort,
        is_public=is_public,
        name=speaker.name,
        began_at=at,
        last_at=at,
    )


def _stand(talk: Conversation, message: Message) -> None:
    """What the list shows, from this message."""
    hours = STEPS[message.clock]
    is_grave = message.label in GRAVE[:2] or message.severity >= 3
    is_asking = message.label in {*GRAVE, "doubt", "question"}
    talk.label, talk.severity, talk.language = message.label, message.severity, message.language
    talk.band = Band.GRAVE if is_grave else Band.ASKING if is_asking else Band.TALKING
    talk.due_at = message.at + timedelta(hours=hours) if hours else None
    talk.excerpt = _masked(message)[:200]
    talk.heard_at = talk.heard_at or message.at
    talk.last_at = max(talk.last_at, message.at)
    talk.save()


def _masked(message: Message) -> str:
    text = message.text
    for start, end, _kind in sorted(message.private, reverse=True):
        text = f"{text[:start]}…{text[end:]}"
    return text
