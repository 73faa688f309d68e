"""What people did at a made counter: cases in every state, lessons, notes, what was hidden, storms, and consents."""

from datetime import datetime, timedelta

from django.db.models import F

from toonbank.conversations.casebook import Case, Cause, Hiding, Improvement, Storm
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.papers import Note, SavedReply
from toonbank.relations.models import Consent, Contact
from toonbank.shops.models import Member, Shop

CASES, IMPROVEMENTS, HIDINGS, STORMS, CONSENTS, SAVED = 1200, 60, 120, 20, 400, 40
TOLD = {
    "verdict": "right",
    "kernel": "De rits gaf het na een week op.",
    "solution": "repair",
    "outcome": "Een nieuwe rits, gratis.",
    "closing_line": "Rits vervangen.",
}


def work_through(shop: Shop, member: Member, now: datetime) -> None:
    """Fill the scope that is open."""
    Conversation.objects.update(contact_id=(F("id") - 1) / 4 * 4 + 1)
    Message.objects.filter(is_ours=False).update(identity_id=(F("conversation_id") - 1) / 4 * 4 + 1)
    lessons = _lessons(shop, member, now)
    complaints = Conversation.objects.filter(label__startswith="complaint").order_by("-last_at", "-pk")
    talks = list(complaints[:CASES])
    Case.objects.bulk_create(
        _case(talk, number, member, lessons[number % len(lessons)]) for number, talk in enumerate(talks)
    )
    said = Message.objects.filter(conversation__in=[talk.pk for talk in talks[:HIDINGS]], is_ours=False)
    first = {message.conversation_id: message for message in said}
    Hiding.objects.bulk_create(
        Hiding(
            shop=shop, message=message, deed="hide", ground="insult", member=member, at=message.at, why="x"
        )
        for message in first.values()
    )
    Note.objects.bulk_create(
        Note(shop=shop, conversation=talk, member=member, text="Is de rits besteld?", at=talk.last_at)
        for talk in talks
    )
    _storms(shop, member, now)
    _consents(shop, member, now)
    SavedReply.objects.bulk_create(
        SavedReply(shop=shop, title=f"Ruilen {number}", text="Dag {name}", made_by=member, changed_at=now)
        for number in range(SAVED)
    )


def _lessons(shop: Shop, member: Member, now: datetime) -> list[Improvement]:
    causes = list(Cause)
    return Improvement.objects.bulk_create(
        Improvement(
            shop=shop,
            cause=causes[number % len(causes)],
            what=f"Ritsen van een andere maker, proef {number}",
            owner=member,
            due_on=(now + timedelta(days=30 - number * 5)).date(),
            made_at=now - timedelta(days=number * 6),
            done_at=now - timedelta(days=number * 5) if number % 3 else None,
        )
        for number in range(IMPROVEMENTS)
    )


def _case(talk: Conversation, number: int, member: Member, lesson: Improvement) -> Case:
    """Four of five are closed, as after a year of work."""
    at = talk.last_at
    causes = list(Cause)
    if number % 5:
        told = TOLD | {
            "state": "closed",
            "cause": causes[number % len(causes)],
            "closed_at": at,
            "closed_by": member,
        }
    else:
        told = TOLD | {"state": "solving"} if number % 10 else {"state": "new"}
    moments = {"opened_at": at, "acknowledged_at": at}
    return Case(
        shop_id=talk.shop_id,
        conversation=talk,
        improvement=lesson if number % 3 else None,
        **moments,
        **told,
    )


def _storms(shop: Shop, member: Member, now: datetime) -> None:
    Storm.objects.bulk_create(
        Storm(
            shop=shop,
            about=f"rits {number}",
            count=12,
            began_at=now - timedelta(days=number * 9),
            last_at=now - timedelta(days=number * 9),
            settled_at=now - timedelta(days=number * 9) if number > 1 else None,
            settled_by=member if number > 1 else None,
            settled_as="paused" if number > 1 else "",
        )
        for number in range(STORMS)
    )


def _consents(shop: Shop, member: Member, now: datetime) -> None:
    people = Contact.objects.order_by("pk")[:CONSENTS]
    Consent.objects.bulk_create(
        Consent(
            shop=shop,
            contact=contact,
            given_at=now - timedelta(days=number),
            until_at=now + timedelta(days=number + 1),
            proof="In de winkel gezegd.",
            recorded_by=member,
            to_name=True,
        )
        for number, contact in enumerate(people)
    )
