"""Taking out of conversations whatever is personal; that they were there, of which kind and when, stays for the counts."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from toonbank.conversations.casebook import NO_COMPLAINT, OVER, Case, Hiding
from toonbank.conversations.forgotten import forget
from toonbank.conversations.models import WAITING, Conversation, Message, Turn, Wording
from toonbank.conversations.moves import move_case, move_conversation
from toonbank.conversations.papers import Note, Writing
from toonbank.conversations.working_out import work_out_anew
from toonbank.posts.models import Approval, Confirmation, Delivery, Dispute, Move, Post, Variant, Version
from toonbank.shops.models import Member, Shop
from toonbank.triage.labels import GRAVE

ERASED = "erased-"
"""What the names of threads and messages begin with whose words are gone; nothing of the person is in them."""
SOME = 500
DONE = "–"


def strip(talks: Collection[int], now: datetime, *, member: Member | None = None, why: str) -> int:
    """Take everything personal out of these conversations; that there was one, of which kind and when, stays for the counts.

    What still waited is laid aside, and an open complaint is closed, with `why` as the recorded reason. Returns how many.
    """
    numbers = list(talks)
    for begin in range(0, len(numbers), SOME):
        with transaction.atomic():
            _strip(numbers[begin : begin + SOME], now, member, why)
    return len(numbers)


def _strip(numbers: list[int], now: datetime, member: Member | None, why: str) -> None:
    said = Message.objects.filter(conversation__in=numbers)
    _strip_replies(list(said.exclude(post=None).values_list("post", flat=True)))
    Wording.objects.filter(message__conversation__in=numbers).delete()
    Note.objects.filter(conversation__in=numbers).delete()
    Writing.objects.filter(conversation__in=numbers).delete()
    Turn.objects.filter(conversation__in=numbers).exclude(why="").update(why="")
    Hiding.objects.filter(message__conversation__in=numbers).update(why="")
    _strip_cases(Case.objects.filter(conversation__in=numbers))
    _lay_aside(numbers, now, member, why)
    forget(said, now)
    said.update(
        text="", url="", answers="", identity=None, because=[], private=[], remote_id=nameless(F("pk"))
    )
    Conversation.objects.filter(pk__in=numbers).update(
        contact=None, name="", excerpt="", speaker="", thread=nameless(F("pk")), due_at=None
    )


def _lay_aside(numbers: list[int], now: datetime, member: Member | None, why: str) -> None:
    """Nothing can be done about what nobody can read any more; a complaint is closed with that reason, never silently."""
    for talk in Conversation.objects.filter(pk__in=numbers, state__in=WAITING, label__in=GRAVE):
        begun = {"shop": talk.shop, "opened_at": now}
        case, _is_new = Case.objects.get_or_create(conversation=talk, defaults=begun)
        if case.state == NO_COMPLAINT:
            move_case(case, "complain", at=now, member=member)
    open_cases = Case.objects.filter(conversation__in=numbers).exclude(state__in=OVER)
    for case in open_cases.select_related("conversation"):
        if case.state == "confirmed":
            move_case(case, "object", at=now, member=member, why=why)
        move_case(case, "give_up", at=now, member=member, reason=why, closed_at=now, closed_by=member)
    for talk in Conversation.objects.filter(pk__in=numbers, state__in=WAITING):
        move_conversation(talk, "set_aside", at=now, member=member, why=why)


def nameless(number: F) -> Concat:
    """A name in which nothing of the person is, made of the number of the row."""
    return Concat(Value(ERASED), Cast(number, CharField()), output_field=CharField())


def _strip_replies(posts: list[int]) -> None:
    """Our own words to them, wherever they are kept; that a reply was approved and sent, by whom and when, stays."""
    Post.objects.filter(pk__in=posts).update(
        text="", reader_gets="", answers_handle=DONE, answers_remote_id=DONE, answers_root=DONE
    )
    Variant.objects.filter(post__in=posts).update(text="")
    Version.objects.filter(post__in=posts).update(text="", reader_gets="", variants={})
    Delivery.objects.filter(post__in=posts).update(sent_text="", remote_url="", held_why={})
    Move.objects.filter(delivery__post__in=posts).update(details={})
    Approval.objects.filter(post__in=posts).update(checkup={"claims": [], "findings": []})
    Confirmation.objects.filter(post__in=posts).delete()
    Dispute.objects.filter(post__in=posts).delete()


def _strip_cases(cases: QuerySet[Case]) -> None:
    """Cause, verdict, solution and dates stay: lessons are counted of them."""
    for words in ("kernel", "outcome", "closing_line", "confirmed_how", "reason"):
        cases.exclude(**{words: ""}).update(**{words: DONE})
    cases.update(facts=[])


def too_old(before: datetime) -> QuerySet[Conversation]:
    """Conversations whose last word is older, and that still hold words."""
    old = Conversation.objects.filter(last_at__lt=before).exclude(thread__startswith=ERASED)
    return old.exclude(Q(snoozed_until__gt=before)).order_by("last_at", "pk")


def take_words_out(shop: Shop, numbers: Collection[int]) -> None:
    """These messages say nothing any more, nor ever did; how their talks stand follows from what is left."""
    with transaction.atomic():
        Wording.objects.filter(message__in=numbers).delete()
        said = Message.objects.filter(pk__in=numbers)
        said.update(text="", because=[], private=[], url="")
        work_out_anew(shop, set(said.values_list("conversation", flat=True)))
