"""A question for consent and its answer, where they meet the conversations of that person."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.writing import hold_of, keep_words
from toonbank.core.errors import BadInput
from toonbank.relations.asking import answer_by_message
from toonbank.relations.links import question_link
from toonbank.relations.models import Consent
from toonbank.relations.papers import ConsentRequest
from toonbank.shops.models import Member

FEW = 20


def where_to_ask(asked: ConsentRequest) -> list[Conversation]:
    """The latest conversations with this person, where an answer can be given."""
    talks = Conversation.objects.filter(contact=asked.contact_id).exclude(account=None)
    return list(talks.select_related("account").defer("account__secret").order_by("-last_at", "-pk")[:FEW])


def put_in_answer(
    asked: ConsentRequest, conversation: Conversation, member: Member, *, now: datetime
) -> None:
    """The words of the question stand in the answer that this member has open; sending them is for the member to do.

    In private the link goes along; what was typed already stays above it.
    """
    if asked.answer:
        raise BadInput(_("This question was answered already."))
    words = asked.text if conversation.is_public else f"{asked.text}\n{question_link(asked)}"
    typed = hold_of(conversation, member, now).words
    keep_words(
        conversation,
        member,
        f"{typed}\n\n{words}".strip(),
        is_private=not conversation.is_public,
        now=now,
    )


def possible_answers(asked: ConsentRequest) -> QuerySet[Message]:
    """What this person said since they were asked, the latest first."""
    theirs = Message.objects.filter(conversation__contact=asked.contact_id, is_ours=False, deleted_at=None)
    return theirs.filter(at__gte=asked.asked_at).exclude(text="").order_by("-at", "-pk")


def take_as_yes(
    asked: ConsentRequest, message: Message, member: Member, *, guardian: str, now: datetime
) -> Consent:
    """This message says yes: its words, place and moment are the proof."""
    if not member.may("write"):
        raise BadInput(_("With this role you can read, not write down consents."))
    if not possible_answers(asked).filter(pk=message.pk).exists():
        raise BadInput(_("That message is not an answer of this person to this question."))
    day = date_format(message.at.astimezone(asked.shop.clock), "j F Y, H:i")
    place = message.account.name if message.account else _("at the counter")
    told = {"words": message.text[:300], "place": place, "day": day}
    words = _("“%(words)s” (%(place)s, %(day)s)") % told
    return answer_by_message(asked, words, message.pk, guardian=guardian, member=member, now=now)
