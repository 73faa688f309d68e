"""What the shop changes because of what it heard: who sees to it, by when, who suggested it and must still be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from toonbank.conversations.casebook import Case, Cause, Improvement
from toonbank.conversations.models import Conversation, Message
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.shops.models import Member, Shop


@dataclass(frozen=True)
class Plan:
    """What is changed, because of which cause, by whom, by which day."""

    what: str
    cause: str
    owner: Member
    due_on: date


def running() -> QuerySet[Improvement]:
    """Neither done nor dropped; what is due first stands first."""
    return Improvement.objects.filter(done_at=None, dropped_why="").order_by("due_on", "pk")


def due(today: date) -> QuerySet[Improvement]:
    """Whose day has come, and nobody said how it went."""
    return running().filter(due_on__lte=today)


def make_improvement(
    shop: Shop, member: Member, plan: Plan, *, sources: Iterable[Conversation] = (), now: datetime
) -> Improvement:
    """Write down what will change. `sources` are the conversations that it came from: who spoke there suggested it."""
    _must_write(member)
    _must_be_whole(plan)
    with transaction.atomic():
        row = Improvement.objects.create(
            shop=shop,
            cause=plan.cause,
            what=plan.what.strip()[:500],
            owner=plan.owner,
            due_on=plan.due_on,
            made_at=now,
        )
        for conversation in sources:
            add_source(row, conversation)
        _record(row, "improvement_made", member, now)
    return row


def add_source(improvement: Improvement, conversation: Conversation) -> None:
    """Somebody else said the same: they suggested it too, and their case learns from it."""
    improvement.advised_by.add(conversation)
    Case.objects.filter(conversation=conversation, improvement=None).update(improvement=improvement)


def change_improvement(improvement: Improvement, member: Member, plan: Plan) -> Improvement:
    """Other words, another owner or another day, as long as it is neither done nor dropped."""
    _must_write(member)
    _must_be_whole(plan)
    changes = {
        "cause": plan.cause,
        "what": plan.what.strip()[:500],
        "owner": plan.owner,
        "due_on": plan.due_on,
    }
    if not running().filter(pk=improvement.pk).update(**changes):
        raise Overtaken(f"improvement {improvement.pk} was done or dropped")
    improvement.refresh_from_db()
    return improvement


def finish(improvement: Improvement, member: Member, *, now: datetime) -> Improvement:
    """It is done; from now on it shows whether it helped."""
    _must_write(member)
    return _move(improvement, running(), "improvement_done", by=member, now=now, done_at=now)


def drop(improvement: Improvement, member: Member, *, why: str, now: datetime) -> Improvement:
    """It will not be done, and why not."""
    _must_write(member)
    if not why.strip():
        raise BadInput(_("Write down why it is dropped; who suggested it may ask."))
    return _move(
        improvement, running(), "improvement_dropped", by=member, now=now, dropped_why=why.strip()[:500]
    )


def take_up_again(improvement: Improvement, member: Member, *, now: datetime) -> Improvement:
    """It was not done after all, or not to be dropped."""
    _must_write(member)
    ended = Improvement.objects.filter(~Q(done_at=None) | ~Q(dropped_why=""))
    return _move(improvement, ended, "improvement_again", by=member, now=now, done_at=None, dropped_why="")


def _move(  # one of the three above
    improvement: Improvement,
    expected: QuerySet[Improvement],
    kind: str,
    *,
    by: Member,
    now: datetime,
    **changes: datetime | str | None,
) -> Improvement:
    with transaction.atomic():
        if not expected.filter(pk=improvement.pk).update(**changes):
            raise Overtaken(f"improvement {improvement.pk} was changed by somebody else")
        improvement.refresh_from_db()
        _record(improvement, kind, by, now)
    return improvement


def mark_told(
    improvement: Improvement, conversation: Conversation, member: Member, *, now: datetime
) -> Improvement:
    """A person told who suggested it. Where words leave a trace, our answer after it was done must be there."""
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not answer. Ask the owner of the shop."))
    if improvement.done_at is None:
        raise BadInput(_("It is not done yet. Tell people once there is something to tell."))
    key = str(conversation.pk)
    if not improvement.advised_by.filter(pk=conversation.pk).exists():
        raise BadInput(_("Nobody suggested it in that conversation."))
    if conversation.sort != "told" and not _was_answered(conversation, improvement.done_at):
        raise BadInput(
            _(
                "There is no answer of ours in that conversation since it was done. Write one first; nobody else does."
            )
        )
    with transaction.atomic():
        seen = improvement.told
        told = seen | {key: now.isoformat()}
        if not Improvement.objects.filter(pk=improvement.pk, told=seen).update(told=told):
            raise Overtaken(f"improvement {improvement.pk}: somebody told another one at the same moment")
        improvement.told = told
        _record(improvement, "adviser_told", member, now, conversation=conversation.pk)
    return improvement


def unmark_told(improvement: Improvement, conversation: Conversation, member: Member) -> Improvement:
    """They were not told after all."""
    if not member.may("answer"):
        raise NotAllowed(_("You may read here, not answer. Ask the owner of the shop."))
    told = {key: at for key, at in improvement.told.items() if key != str(conversation.pk)}
    Improvement.objects.filter(pk=improvement.pk, told=improvement.told).update(told=told)
    improvement.told = told
    return improvement


def _was_answered(conversation: Conversation, since: datetime) -> bool:
    return Message.objects.filter(
        conversation=conversation, is_ours=True, deleted_at=None, at__gte=since
    ).exists()


def to_tell(improvement: Improvement) -> list[Conversation]:
    """Who suggested it and was not told yet; of an improvement that was read with `board`, without a query."""
    if improvement.done_at is None:
        return []
    advisers: Sequence[Conversation] = list(improvement.advised_by.all())
    return [one for one in advisers if str(one.pk) not in improvement.told]


def board() -> QuerySet[Improvement]:
    """Improvements with their owners and who suggested them: two queries for any number of rows."""
    names = Conversation.objects.only("name", "excerpt", "sort", "began_at", "shop_id").order_by(
        "began_at", "pk"
    )
    return Improvement.objects.select_related("owner__person").prefetch_related(Prefetch("advised_by", names))


def _must_be_whole(plan: Plan) -> None:
    if not plan.what.strip():
        raise BadInput(_("Write down what will change."))
    if plan.cause not in Cause.values:
        raise BadInput(_("Choose what the complaints came from; then it shows later whether it helped."))
    if plan.owner.left_at is not None:
        raise BadInput(_("This colleague does not work here any more. Choose somebody who sees to it."))
    if not plan.owner.may("write"):
        raise BadInput(
            _("%(name)s may only read here, and could not finish it. Choose somebody who works with it.")
            % {"name": plan.owner}
        )


def _record(improvement: Improvement, kind: str, member: Member, now: datetime, **told: int) -> None:
    payload = {"by": member.pk, "name": improvement.what, "cause": improvement.cause} | told
    record(improvement.shop, kind, f"improvement:{improvement.pk}", payload, at=now)


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not write. Ask the owner of the shop."))
