"""Asking somebody's consent: the words for it, the question on file, and what they answered. No answer is a no."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.relations.consenting import Yes, give_consent
from toonbank.relations.models import Consent, Contact
from toonbank.relations.papers import ConsentRequest
from toonbank.relations.questions import Question, lines_of, not_said
from toonbank.shops.models import Member

LONGEST = 2000


@dataclass(frozen=True)
class Told:
    """What somebody filled in on the page of a question."""

    is_yes: bool
    name: str = ""
    guardian: str = ""
    is_old_enough: bool = False


def proposed_words(contact: Contact, member: Member, question: Question) -> str:
    """Words for the question in the customer's language, to be changed by who asks it."""
    told = [line.now for line in lines_of(contact, question)]
    with translation.override(question.lang):
        refusing = _(
            "Saying no is fine, and without an answer we do not do it. You can take a yes back at any time."
        )
    return " ".join([*told, refusing, f"{member.person.name}, {contact.shop.name}"])


def ask_consent(contact: Contact, member: Member, question: Question, *, now: datetime) -> ConsentRequest:
    """Put the question on file. Nothing is sent: a person hands it over, or sends the words."""
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not ask for consent."))
    if not question.purpose.strip():
        raise BadInput(_("Say what it is for; without a purpose nobody can say yes to it."))
    if not question.uses:
        raise BadInput(_("Choose what you would like to do."))
    if question.until_at is not None and question.until_at <= now:
        raise BadInput(_("That moment has passed; choose one in the future."))
    if contact.erased_at or contact.merged_into_id:
        raise BadInput(_("This person cannot be asked here any more."))
    text = question.text.strip() or proposed_words(contact, member, question)
    if not_said(contact, question, text):
        raise BadInput(
            _("These words do not say all that is asked. Put it in: a yes is a yes to what somebody read.")
        )
    if len(text) > LONGEST:
        raise BadInput(_("The question is too long; say it in fewer words."))
    with transaction.atomic():
        request = ConsentRequest.objects.create(
            shop=contact.shop,
            contact=contact,
            purpose=question.purpose.strip()[:300],
            text=text,
            lang=question.lang,
            kinds=list(question.kinds),
            until_at=question.until_at,
            is_minor=question.is_minor or contact.is_minor,
            asked_by=member,
            asked_at=now,
            **{f"to_{use}": True for use in question.uses},
        )
        line = {"contact": contact.pk, "by": member.pk, "uses": list(question.uses), "lang": question.lang}
        record(contact.shop, "consent_asked", f"question:{request.pk}", line, at=now)
    return request


def answer_on_page(request: ConsentRequest, told: Told, *, now: datetime) -> Consent | None:
    """What the person filled in themselves; None when they said no. Overtaken when it was answered already."""
    if not told.is_yes:
        _close(request, ConsentRequest.Answer.NO, now)
        return None
    name, guardian = told.name.strip()[:120], told.guardian.strip()[:120]
    is_of_child = is_about_child(request)
    if not name and not is_of_child:
        raise BadInput(_("Type your name, so that it is clear who said yes."))
    if not guardian and (is_of_child or not told.is_old_enough):
        raise BadInput(_("Under sixteen a parent or guardian says yes: type the name of that person."))
    proof = _("Yes on the page of the question, by %(name)s.") % {"name": name or guardian}
    if guardian:
        proof += " " + _("Parent or guardian: %(name)s.") % {"name": guardian}
    return _say_yes(request, proof, now, guardian=guardian)


def is_about_child(request: ConsentRequest) -> bool:
    """Whether a parent or guardian answers this: when it was asked so, or the child is known as one since."""
    return request.is_minor or (request.contact.merged_into or request.contact).is_minor


def answer_by_message(
    request: ConsentRequest, words: str, message: int, *, guardian: str, member: Member, now: datetime
) -> Consent:
    """A member saw that this message says yes: its words and number are the proof."""
    return _say_yes(request, words, now, guardian=guardian, message=message, member=member)


def _say_yes(
    request: ConsentRequest,
    proof: str,
    now: datetime,
    *,
    guardian: str,
    message: int | None = None,
    member: Member | None = None,
) -> Consent:
    if request.until_at is not None and request.until_at <= now:
        raise BadInput(_("The period of this question is over."))
    contact = request.contact.merged_into or request.contact
    yes = Yes(
        proof=proof,
        kinds=tuple(request.kinds),
        until_at=request.until_at,
        guardian=guardian,
        is_minor=request.is_minor,
        request=request,
        message=message,
        name=request.to_name,
        quote=request.to_quote,
        photo=request.to_photo,
        tag=request.to_tag,
    )
    with transaction.atomic():
        _close(request, ConsentRequest.Answer.YES, now)
        return give_consent(contact, member or request.asked_by, yes, now=now)


def take_question_back(request: ConsentRequest, member: Member, *, now: datetime) -> None:
    """The shop does not need it any more, or heard a no in another way."""
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not ask for consent."))
    _close(request, ConsentRequest.Answer.TAKEN_BACK, now)


def _close(request: ConsentRequest, answer: str, now: datetime) -> None:
    open_still = ConsentRequest.objects.filter(pk=request.pk, answer="")
    if not open_still.update(answer=answer, answered_at=now):
        raise Overtaken(f"question {request.pk} was answered already")
    request.answer, request.answered_at = answer, now
    if answer != ConsentRequest.Answer.YES:
        record(request.shop, "consent_answered", f"question:{request.pk}", {"answer": answer}, at=now)
