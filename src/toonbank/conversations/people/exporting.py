"""Everything that is kept of one person, for that person: as data and as a page to read, in one file."""

import io
import json
import zipfile
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.orders.linking import linked_to
from toonbank.conversations.orders.models import Order
from toonbank.conversations.papers import Note
from toonbank.conversations.people.erasing import quoted_words, words_elsewhere
from toonbank.conversations.people.filepage import in_words
from toonbank.conversations.takedown import TakeDown
from toonbank.core.errors import NotAllowed
from toonbank.evidence.dossier import Quote
from toonbank.ledger.writing import record
from toonbank.posts.models import Picture
from toonbank.relations.models import Consent, Contact, Identity
from toonbank.relations.papers import ConsentRequest, PersonNote
from toonbank.shops.models import Member

TOLD_OF_AN_ORDER = ("ordered_on", "lines", "total", "track", "customer")
Row = dict[str, Any]  # what goes into JSON
Book = dict[str, Any]


def export(contact: Contact, member: Member, *, now: datetime) -> bytes:
    """A zip with `gegevens.json` and `gegevens.html`; that it was made stands in the ledger, what is in it does not."""
    if not member.may("run_shop"):
        raise NotAllowed(_("The owner of the shop takes out somebody's data. Ask the owner."))
    book = everything_of(contact, now)
    page = render_to_string(
        "conversations/person_export.html", {"book": in_words(book, contact.shop.clock), "shop": contact.shop}
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("gegevens.json", json.dumps(book, ensure_ascii=False, indent=2))
        archive.writestr("gegevens.html", page)
    record(contact.shop, "person_exported", f"contact:{contact.pk}", {"by": member.pk}, at=now)
    return packed.getvalue()


def everything_of(contact: Contact, now: datetime) -> Book:
    """All of it in plain values, in the order of time."""
    people = [contact, *contact.aliases.all()]
    return {
        "shop": contact.shop.name,
        "made_at": now.isoformat(),
        "name": contact.name,
        "names": sorted({one.name for one in people} | {one.handle for one in people if one.handle}),
        "role": contact.get_role_display(),
        "known_since": contact.made_at.isoformat(),
        "noticed_at": _moment(contact.noticed_at),
        "customer": _customer(contact),
        "orders": [_order(one) for one in linked_to(people).order_by("last_at", "pk")],
        "identities": [_identity(one) for one in Identity.objects.filter(contact__in=people).order_by("pk")],
        "consents": [
            _consent(one) for one in Consent.objects.filter(contact__in=people).order_by("given_at")
        ],
        "questions": [_question(one) for one in ConsentRequest.objects.filter(contact__in=people)],
        "notes": [
            {"text": one.text, "at": one.at.isoformat()}
            for one in PersonNote.objects.filter(contact__in=people)
        ],
        "quotes": [
            _quote(one) for one in quoted_words([one.pk for one in people]).order_by("recorded_at", "pk")
        ],
        "pictures": [
            _picture(one) for one in Picture.objects.filter(persons__in=people).distinct().order_by("pk")
        ],
        "take_downs": [_take_down(one) for one in TakeDown.objects.filter(contact__in=people)],
        "conversations": _conversations(people),
        "elsewhere": [
            _message(one) for one in words_elsewhere([one.pk for one in people]).prefetch_related("wordings")
        ],
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _customer(contact: Contact) -> Row | None:
    if not contact.known_ground:
        return None
    return {
        "number": contact.known_as,
        "ground": contact.get_known_ground_display(),
        "why": contact.known_why,
    }


def _order(one: Order) -> Row:
    """As it was told, without the hash that stands for an address."""
    told = {name: value for name, (_at, value) in one.told.items() if name in TOLD_OF_AN_ORDER}
    return {"number": one.number, "steps": one.steps, "seen_at": one.seen_at.isoformat(), **told}


def _identity(one: Identity) -> Row:
    return {
        "network": one.kind,
        "key": one.key,
        "handle": one.handle,
        "name": one.name,
        "first_at": one.first_at.isoformat(),
        "last_at": one.last_at.isoformat(),
    }


def _consent(one: Consent) -> Row:
    return {
        "uses": list(one.uses),
        "networks": one.kinds,
        "given_at": one.given_at.isoformat(),
        "until_at": _moment(one.until_at),
        "withdrawn_at": _moment(one.withdrawn_at),
        "proof": one.proof,
        "guardian": one.guardian,
    }


def _question(one: ConsentRequest) -> Row:
    return {"text": one.text, "asked_at": one.asked_at.isoformat(), "answer": one.answer}


def _quote(one: Quote) -> Row:
    return {
        "text": one.text,
        "source": one.source,
        "author": one.author,
        "agreed": one.agreed,
        "link": one.link,
        "recorded_at": one.recorded_at.isoformat(),
        "ended_at": _moment(one.ended_at),
    }


def _picture(one: Picture) -> Row:
    """Which it is; the picture itself was shown in that post."""
    return {"post": one.post_id, "words": one.alt, "sha256": one.sha256}


def _take_down(one: TakeDown) -> Row:
    return {"made_at": one.made_at.isoformat(), "state": one.state, "why": one.why}


def _conversations(people: list[Contact]) -> list[Row]:
    talks = (
        Conversation.objects.filter(contact__in=people).select_related("account", "case").order_by("began_at")
    )
    said: dict[int, list[Row]] = {}
    # Who else put in a word has a file of their own.
    theirs = Q(is_ours=True) | Q(identity=None) | Q(identity__contact__in=people)
    messages = Message.objects.filter(theirs, conversation__contact__in=people).prefetch_related("wordings")
    for one in messages.order_by("at", "pk"):
        said.setdefault(one.conversation_id, []).append(_message(one))
    noted: dict[int, list[Row]] = {}
    for note in Note.objects.filter(conversation__contact__in=people):
        noted.setdefault(note.conversation_id, []).append({"text": note.text, "at": note.at.isoformat()})
    return [
        {
            "account": str(talk.account) if talk.account else "",
            "began_at": talk.began_at.isoformat(),
            "state": talk.state,
            "messages": said.get(talk.pk, []),
            "notes": noted.get(talk.pk, []),
            "case": _case(talk),
        }
        for talk in talks
    ]


def _message(one: Message) -> Row:
    return {
        "at": one.at.isoformat(),
        "from": "shop" if one.is_ours else "you",
        "text": one.text,
        "before": [before.text for before in one.wordings.all()],
        "deleted_at": _moment(one.deleted_at),
        "label": one.label,
        "public": one.is_public,
    }


def _case(talk: Conversation) -> Row | None:
    case = getattr(talk, "case", None)
    if case is None:
        return None
    return {
        "state": case.state,
        "cause": case.cause,
        "verdict": case.verdict,
        "kernel": case.kernel,
        "facts": case.facts,
        "outcome": case.outcome,
        "closing_line": case.closing_line,
    }
