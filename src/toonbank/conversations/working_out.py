"""How conversations stand, worked out anew for many at a time and written on their rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q

from toonbank.conversations.casebook import OVER, Case
from toonbank.conversations.meeting import shown_name
from toonbank.conversations.models import WAITING, Conversation, Message, Turn
from toonbank.conversations.moves import follow
from toonbank.conversations.rewriting import rewrite
from toonbank.conversations.standing import (
    LAID_ASIDE,
    MANY,
    Decided,
    Due,
    Gist,
    Said,
    contact_of,
    gist_of,
    next_events,
    standing_of,
    state_after,
)
from toonbank.core.deadlines import reply_due
from toonbank.shops.models import Shop
from toonbank.shops.opening_hours import hours_of, promise_of
from toonbank.triage.labels import GRAVE

STANDS = (
    "label",
    "severity",
    "band",
    "due_at",
    "heard_at",
    "answered_at",
    "last_at",
    "excerpt",
    "language",
    "name",
)
"""The columns that follow from the messages; `contact` and how it began are written beside them."""
WRITTEN = (*STANDS, "contact", "sort", "began_at", "about", "snoozed_until")
_COLUMNS = (
    "conversation_id", "at", "remote_id", "is_ours", "heard_at", "post_id", "member_id", "deleted_at", "label", "severity",
    "clock", "text", "private", "language", "identity__name", "identity__handle", "identity__key", "identity__contact_id",
    "raised_at", "raised_heard_at", "raised_from",
)  # fmt: skip
Known = Mapping[int, Sequence[Said]]
Thread = tuple[int | None, str]
Troubled = Mapping[int | None, set[int]]
Counts = dict[Thread, tuple[int, int]]


def work_out_anew(shop: Shop, conversations: Iterable[int]) -> None:
    """Work out how these conversations stand, after something about them changed; one transaction."""
    with transaction.atomic():
        mine = Conversation.objects.select_for_update().filter(pk__in=list(conversations))
        rows = list(mine)
        write(work_out(shop, rows, {}), rows)


def work_out(
    shop: Shop, rows: list[Conversation], new: Known, *, strangers: Collection[int] = frozenset()
) -> dict[int, Gist]:
    """Set the columns of these conversations; saves nothing. What comes back is keyed by the `id()` of each.

    `new` are messages that are no rows yet, keyed so too; `strangers` are contacts of whom we know nothing outside `rows`.
    When so many complain about the same that others become more urgent by it, those are added to `rows`.
    """
    gists, asked = _gists(rows, new), len(rows)
    _note_work_on(rows, gists)
    _add_of_same_people(rows, gists, strangers)
    others = _complaints_beside(shop, rows, gists)
    _add_pressed(rows, gists, others)
    due_before = {id(one): one.due_at for one in rows[asked:]}
    troubled = _complaints_of(shop, rows, gists, strangers)
    due = due_of(shop)
    for row in rows:
        gist = gists[id(row)]
        beside = others.get((row.account_id, row.thread), (0, 0))[1] - gist.is_complaint
        has_case = gist.came_back or bool(troubled.get(contact_of(gist), set()) - {id(row)})
        standing = standing_of(gist, due, others=beside, has_open_case=has_case)
        for name in STANDS:
            setattr(row, name, getattr(standing, name))
        row.contact_id = standing.contact
    # Of what was added only the clock can be another one.
    rows[asked:] = [one for one in rows[asked:] if one.due_at != due_before[id(one)]]
    return gists


def write(gists: Mapping[int, Gist], rows: Sequence[Conversation]) -> None:
    """Write what `work_out` set, make rows of new ones, and move those whose state follows from what was said."""
    known = [one for one in rows if one.pk is not None]
    Conversation.objects.bulk_create([one for one in rows if one.pk is None])
    rewrite(known, WRITTEN)
    follow([(one, next_events(gists[id(one)], one.state)) for one in rows])


def _gists(rows: Sequence[Conversation], new: Known) -> dict[int, Gist]:
    said = _said_in([one.pk for one in rows if one.pk is not None])
    decided = _decided_in([one.pk for one in rows if one.pk is not None and one.state != "new"])
    return {
        id(one): gist_of([*said.get(one.pk or 0, ()), *new.get(id(one), ())], decided.get(one.pk or 0, ()))
        for one in rows
    }


def _note_work_on(rows: Sequence[Conversation], gists: dict[int, Gist]) -> None:
    """Which of those that were taken back have a case that somebody began to look into; one question, and none mostly."""
    gone = {one.pk: id(one) for one in rows if one.pk is not None and gists[id(one)].is_taken_back}
    if not gone:
        return
    open_cases = Case.objects.filter(conversation__in=gone).exclude(state__in=("new", *OVER))
    for pk in open_cases.values_list("conversation", flat=True):
        gists[gone[pk]] = replace(gists[gone[pk]], is_worked_on=True)


def _said_in(conversations: Sequence[int]) -> dict[int, list[Said]]:
    said: dict[int, list[Said]] = defaultdict(list)
    if conversations:
        for row in (
            Message.objects.filter(conversation_id__in=conversations).order_by().values_list(*_COLUMNS)
        ):
            said[row[0]].append(_said(row))
    return said


def _said(row: Sequence[Any]) -> Said:  # Any: columns as the database gives them
    return Said(
        at=row[1],
        remote_id=row[2],
        is_ours=row[3],
        heard_at=row[4],
        is_from_desk=row[5] is not None or row[6] is not None,
        is_deleted=row[7] is not None,
        gone_at=row[7],
        label=row[8],
        severity=row[9],
        clock=row[10],
        text=row[11],
        private=row[12],
        language=row[13],
        name=(row[14] or row[15] or row[16] or "")[:120],
        contact=row[17],
        raised_at=row[18],
        raised_heard_at=row[19],
        raised_from=row[20],
    )


def _decided_in(conversations: Sequence[int]) -> dict[int, list[Decided]]:
    """What people decided about these conversations. That all was taken back is no decision, and follows from what is left."""
    decided: dict[int, list[Decided]] = defaultdict(list)
    if conversations:
        counts = Q(to_state__in=LAID_ASIDE) | Q(event="reopen")
        turns = Turn.objects.filter(counts, conversation_id__in=conversations)
        turns = turns.exclude(event="taken_back").exclude(from_state=F("to_state"))
        for pk, at, event, state in turns.order_by().values_list(
            "conversation_id", "at", "event", "to_state"
        ):
            decided[pk].append(Decided(at, event, state))
    return decided


def _complaints_beside(shop: Shop, rows: Sequence[Conversation], gists: Mapping[int, Gist]) -> Counts:
    """Of each thread in which one of these complains, or did, how many complained before, and how many do now."""
    counts: dict[Thread, list[int]] = {}
    for row in rows:
        before, after = row.pk is not None and row.label in GRAVE, gists[id(row)].is_complaint
        if row.speaker and row.account_id and (before or after):
            count = counts.setdefault((row.account_id, row.thread), [0, 0])
            count[0] += before
            count[1] += after
    if not counts:
        return {}
    outside = (
        Conversation.objects.filter(
            shop=shop,
            account_id__in={account for account, _thread in counts},
            thread__in={thread for _account, thread in counts},
            label__in=GRAVE,
        )
        .exclude(pk__in=[one.pk for one in rows if one.pk is not None])
        .order_by()
    )
    for account, thread, more in outside.values_list("account_id", "thread").annotate(Count("pk")):
        for place in (0, 1):
            if (account, thread) in counts:
                counts[account, thread][place] += more
    return {thread: (before, after) for thread, (before, after) in counts.items()}


def _add_pressed(rows: list[Conversation], gists: dict[int, Gist], others: Counts) -> None:
    """Those beside it, when with one complaint more or less there are many or no longer so."""
    crossed = {
        thread for thread, (before, after) in others.items() if (before > MANY + 1) != (after > MANY + 1)
    }
    if not crossed:
        return
    beside = Conversation.objects.select_for_update().filter(
        account_id__in={account for account, _thread in crossed},
        thread__in={thread for _account, thread in crossed},
        label__in=GRAVE,
    )
    more = [
        one
        for one in beside.exclude(pk__in=[one.pk for one in rows if one.pk is not None])
        if (one.account_id, one.thread) in crossed
    ]
    rows += more
    gists |= _gists(more, {})


def _add_of_same_people(rows: list[Conversation], gists: dict[int, Gist], strangers: Collection[int]) -> None:
    """What else waits of those who begin to complain, or do so no more: a complaint makes all that they say more urgent."""
    people = {
        contact
        for row in rows
        if (contact := contact_of(gists[id(row)])) is not None
        and contact not in strangers
        and _complained(row) != _will_complain(row, gists[id(row)])
    }
    if people:
        waits = Conversation.objects.select_for_update().filter(contact_id__in=people, state__in=WAITING)
        more = list(waits.exclude(pk__in=[one.pk for one in rows if one.pk is not None]))
        rows += more
        gists |= _gists(more, {})


def _complained(row: Conversation) -> bool:
    """Whether it was a complaint that nobody was done with, as the row was read."""
    return row.pk is not None and row.label in GRAVE and row.state not in LAID_ASIDE


def _will_complain(row: Conversation, gist: Gist) -> bool:
    """Whether it is one once the conversation has followed what was said."""
    return gist.is_complaint and state_after(gist, row.state) not in LAID_ASIDE


def _complaints_of(
    shop: Shop, rows: Sequence[Conversation], gists: Mapping[int, Gist], strangers: Collection[int]
) -> Troubled:
    """Per contact the conversations in which they complain and that are not done with."""
    found: dict[int | None, set[int]] = defaultdict(set)
    people = {contact for gist in gists.values() if (contact := contact_of(gist)) is not None}
    if met := people.difference(strangers):
        there = Conversation.objects.filter(shop=shop, contact_id__in=met, label__in=GRAVE)
        beside = there.exclude(state__in=LAID_ASIDE).exclude(
            pk__in=[one.pk for one in rows if one.pk is not None]
        )
        for contact, pk in beside.values_list("contact_id", "pk"):
            found[contact].add(pk)
    for row in rows:
        if _will_complain(row, gists[id(row)]):
            found[contact_of(gists[id(row)])].add(id(row))
    return found


def due_of(shop: Shop) -> Due:
    """When something is due at this shop."""
    hours, promise = hours_of(shop), promise_of(shop)

    def due(step: str, label: str, at: datetime, is_raised: bool) -> datetime | None:
        return reply_due(step, at, hours, promise, label=label, is_raised=is_raised)

    return due


def as_said(message: Message) -> Said:
    """A message that is no row yet, as it counts."""
    person = message.identity
    return Said(
        at=message.at,
        remote_id=message.remote_id,
        is_ours=message.is_ours,
        heard_at=message.heard_at,
        is_from_desk=message.post_id is not None or message.member_id is not None,
        is_deleted=message.deleted_at is not None,
        gone_at=message.deleted_at,
        label=message.label,
        severity=message.severity,
        clock=message.clock,
        text=message.text,
        private=message.private,
        language=message.language,
        name=shown_name(person) if person else "",
        contact=person.contact_id if person else None,
        raised_at=message.raised_at,
        raised_heard_at=message.raised_heard_at,
        raised_from=message.raised_from,
    )
