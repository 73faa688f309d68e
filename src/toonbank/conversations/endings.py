"""Which of our answers may be the end of a complaint: one that came after all that they still ask, and after it was taken up last."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Least

from toonbank.conversations.casebook import Case
from toonbank.conversations.models import Message, Turn
from toonbank.conversations.standing import ASKING

ASKS_ON = sorted({*ASKING, "criticism"})
"""What somebody who writes this still wants an answer to. A word of thanks, or spam, asks nothing."""
TAKEN_UP = ("case object", "case reopen")


def answers_that_end(case: Case) -> QuerySet[Message]:
    """Our answers that stand where the complaint does, and after which nothing was asked, nor the case taken up by a person.

    Who answers from here had read what we had heard by then; who answers in the network's own app, what was said by then.
    """
    ours = Message.objects.filter(
        conversation_id=case.conversation_id, is_ours=True, deleted_at=None, at__gte=case.opened_at
    )
    if case.conversation.is_public:
        ours = ours.filter(is_public=True)
    ours = ours.annotate(given_at=Least("at", "heard_at"))
    is_from_desk = Q(post__isnull=False) | Q(member__isnull=False)
    asked = _asked(case)
    given_at, at = OuterRef("given_at"), OuterRef("at")
    heard_later = Exists(asked.filter(Q(heard_at__gt=given_at) | Q(raised_heard_at__gt=given_at)))
    # What our clock heard first was said first, whatever the other clock says.
    said_later = Exists(
        asked.filter(Q(at__gt=at, heard_at__gt=at) | Q(raised_at__gt=at, raised_heard_at__gt=at))
    )
    taken_up = Turn.objects.filter(
        conversation=case.conversation_id, event__in=TAKEN_UP, member__isnull=False, at__gt=OuterRef("at")
    )
    return (
        ours.exclude(is_from_desk & heard_later).exclude(~is_from_desk & said_later).exclude(Exists(taken_up))
    )


def asks_since(case: Case) -> bool:
    """Whether they asked on since the answer that is said to be the end; by voice there is none to compare with."""
    last = case.closing_message_id
    return last is not None and not answers_that_end(case).filter(pk=last).exists()


def _asked(case: Case) -> QuerySet[Message]:
    theirs = Message.objects.filter(conversation=case.conversation_id, is_ours=False, deleted_at=None)
    return theirs.filter(label__in=ASKS_ON)
