"""Links for people without an account: they cannot be guessed, nothing of them is stored, and they can be shown again."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django_scopes import scopes_disabled

from toonbank.relations.models import Contact
from toonbank.relations.papers import ConsentRequest

_QUESTION = Signer(salt="a question for consent", sep=".")
_PERSON = Signer(salt="what a person allowed", sep=".")


def question_link(request: ConsentRequest) -> str:
    """Where somebody answers this question."""
    return settings.ADDRESS + reverse("consent-question", args=[_QUESTION.sign(str(request.pk))])


def person_link(contact: Contact) -> str:
    """Where this person sees what stands, and takes it back."""
    return settings.ADDRESS + reverse("consent-own", args=[_PERSON.sign(str(contact.pk))])


def question_of(token: str) -> ConsentRequest | None:
    """The question that this link is of, whatever the shop; None when the link is not one of ours."""
    number = _number(_QUESTION, token)
    with scopes_disabled():
        found = ConsentRequest.objects.select_related("shop", "contact__merged_into", "asked_by__person")
        return found.filter(pk=number, contact__erased_at=None).first() if number else None


def person_of(token: str) -> Contact | None:
    """The person that this link is of; who was merged into another sees what stands there."""
    number = _number(_PERSON, token)
    with scopes_disabled():
        found = Contact.objects.select_related("shop", "merged_into__shop").filter(pk=number, erased_at=None)
        contact = found.first() if number else None
    return (contact.merged_into or contact) if contact else None


def _number(signer: Signer, token: str) -> int:
    try:
        number = signer.unsign(token)
    except BadSignature:
        return 0
    return int(number) if number.isdecimal() else 0
