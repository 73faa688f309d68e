"""What happens here when people are put together or apart, and when a consent is taken back."""

from datetime import datetime

from django.db.models import QuerySet

from toonbank.conversations.models import Conversation
from toonbank.conversations.orders.linking import take_off_the_sheets
from toonbank.conversations.people.takedowns import make_tasks
from toonbank.conversations.people.today import TELLER
from toonbank.posts.notices import let_tell
from toonbank.relations.models import Consent, Contact
from toonbank.relations.papers import Merge
from toonbank.relations.signals import consent_withdrawn, contacts_merged, customer_unlinked, merge_undone


def begin() -> None:
    """Start listening, and tell on Today what waits."""
    let_tell("people", TELLER)
    contacts_merged.connect(_move_along, dispatch_uid="conversations.merged")
    merge_undone.connect(_put_back, dispatch_uid="conversations.parted")
    customer_unlinked.connect(take_off_the_sheets, dispatch_uid="conversations.unlinked")
    consent_withdrawn.connect(_make_tasks, dispatch_uid="conversations.withdrawn")


def _move_along(*, kept: Contact, gone: Contact, **_: object) -> dict[str, list[int]]:
    with_gone = Conversation.objects.filter(contact=gone)
    numbers = sorted(with_gone.values_list("pk", flat=True))
    with_gone.update(contact=kept)
    return {"conversations": numbers}


def _put_back(*, merge: Merge, holder: int, **_: object) -> None:
    numbers: list[int] = merge.moved.get("conversations", [])
    for begin_at in range(0, len(numbers), 500):
        chunk = numbers[begin_at : begin_at + 500]
        Conversation.objects.filter(pk__in=chunk, contact=holder).update(contact=merge.gone)
    _since(merge, holder).update(contact=merge.gone)


def _since(merge: Merge, holder: int) -> QuerySet[Conversation]:
    """What the one who goes back has said meanwhile, on their own accounts."""
    theirs = Conversation.objects.filter(contact=holder, messages__identity__contact=merge.gone)
    return Conversation.objects.filter(pk__in=theirs.values("pk"))


def _make_tasks(*, consent: Consent, now: datetime, **_: object) -> None:
    make_tasks(consent, now)
