"""A consent that is taken back makes a task of each live post with that person, to be done within the shop's term."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Min, Q, QuerySet
from django.utils.translation import gettext as _

from toonbank.conversations.models import Message
from toonbank.conversations.takedown import TakeDown
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.dossier import Quote
from toonbank.language.names import name_key
from toonbank.ledger.writing import record
from toonbank.posts.afterwards import Clock, Opener, withdraw
from toonbank.posts.ledgerwords import hash_of
from toonbank.posts.models import Delivery, Kind
from toonbank.posts.planning import tell_the_clock
from toonbank.relations.models import Consent, Contact
from toonbank.relations.naming import handles_in, name_words, plain_handle
from toonbank.shops.house import house_of
from toonbank.shops.models import Member, Shop
from toonbank.shops.opening import open_account

WEEKEND = 5
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LIVE = ("sending", "uncertain", "sent")
AT_THE_DOOR = timedelta(minutes=1)
SHORTEST_QUOTE = 12
"""Fewer characters are no quotation."""


def make_tasks(consent: Consent, now: datetime) -> list[TakeDown]:
    """One open task for each live post with this person that has none of this consent yet.

    What is about to leave is looked at once more: a worker that looked a moment ago, when the yes still stood, may not
    begin on that look. What began already counts as live.
    """
    leaving = Delivery.objects.filter(state="planned", try_at__lte=now + AT_THE_DOOR)
    leaving.update(revision=F("revision") + 1)
    for delivery in leaving:
        tell_the_clock(delivery)
    due_at = _due(consent.shop, now)
    tasks = [
        TakeDown(
            shop=consent.shop,
            consent=consent,
            contact_id=consent.contact_id,
            delivery=delivery,
            found=found,
            made_at=now,
            due_at=due_at,
        )
        for delivery, found in live_with(consent.contact)
    ]
    TakeDown.objects.bulk_create(tasks, ignore_conflicts=True)
    for task in tasks:
        line = {"consent": consent.pk, "found": task.found, "due": due_at.isoformat()}
        record(consent.shop, "take_down_asked", f"delivery:{task.delivery_id}", line, at=now)
    return tasks


def _due(shop: Shop, now: datetime) -> datetime:
    """So many working days later, on the shop's clock, at the end of that day."""
    day, left = now.astimezone(shop.clock), house_of(shop).thresholds.take_down_days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < WEEKEND
    return day.replace(hour=23, minute=59, second=59, microsecond=0)


def live_with(contact: Contact) -> list[tuple[Delivery, list[str]]]:
    """What stands in public and names, tags, quotes or shows this person, and how: posts, and answers to somebody else.

    An answer to the person themselves is none, nor is what only one other can read.

    A first or last name alone counts in posts since the first consent only: before it, it is somebody else's.
    """
    looked_for = _looked_for(contact)
    meant = Q(post__pictures__persons__in=looked_for.people)
    for words in (*looked_for.words, *looked_for.handles, *(one[:60] for one in looked_for.quotes)):
        meant |= Q(sent_text__icontains=words)
    to_them = Message.objects.filter(is_ours=True, conversation__contact__in=looked_for.people)
    answers = Q(post__is_private=True) | Q(post__in=to_them.exclude(post=None).values("post"))
    live = Delivery.objects.filter(meant, state__in=_LIVE).exclude(answers, kind=Kind.REPLY).distinct()
    rows = live.select_related("account").defer("account__secret").prefetch_related("post__pictures__persons")
    found = ((delivery, _how(delivery, looked_for)) for delivery in rows.order_by("pk"))
    return [(delivery, how) for delivery, how in found if how]


@dataclass(frozen=True)
class _LookedFor:
    """Everything by which a post may be about one person."""

    people: list[Contact]
    names: list[str]
    words: list[str]
    handles: list[str]
    quotes: list[str]
    since: datetime | None


def _looked_for(contact: Contact) -> _LookedFor:
    people = [contact, *contact.aliases.all()]
    of_them = Q(pk=None)
    for one in people:
        of_them |= Q(author__iexact=one.name)
    quotes = Quote.objects.filter(of_them).values_list("text", flat=True)
    accounts = [one.handle for one in people] + list(contact.identities.values_list("handle", flat=True))
    return _LookedFor(
        people=people,
        names=[name_key(one.name) for one in people],
        words=sorted({word for one in people for word in _words_as_written(one.name)}),
        handles=sorted({plain_handle(one) for one in accounts if plain_handle(one)}),
        quotes=[words for words in quotes if len(words) >= SHORTEST_QUOTE],
        since=Consent.objects.filter(contact=contact).aggregate(first=Min("given_at"))["first"],
    )


def _words_as_written(name: str) -> set[str]:
    """The words that tell people apart, with their capitals: "Mevrouw De Wit" -> {"Wit"}."""
    telling = set(name_words(name))
    return {word for word in _WORD.findall(name) if name_key(word) in telling}


def _how(delivery: Delivery, looked_for: _LookedFor) -> list[str]:
    text = delivery.sent_text
    shown = {one.pk for picture in delivery.post.pictures.all() for one in picture.persons.all()}
    tagged = handles_in(text)
    how = {
        "name": _is_named(delivery, looked_for),
        "tag": any(_is_tagged(one, tagged) for one in looked_for.handles),
        "quote": any(_plain(words) in _plain(text) for words in looked_for.quotes),
        "photo": any(one.pk in shown for one in looked_for.people),
    }
    return [use for use, is_so in how.items() if is_so]


def _is_named(delivery: Delivery, looked_for: _LookedFor) -> bool:
    said = f" {name_key(delivery.sent_text)} "
    if any(f" {name} " in said for name in looked_for.names if name):
        return True
    since, sent_at = looked_for.since, delivery.sent_at
    if since is None or sent_at is None or sent_at < since:
        return False
    return any(
        re.search(rf"\b{re.escape(word)}(?:['’]?s)?\b", delivery.sent_text) for word in looked_for.words
    )


def _is_tagged(handle: str, tagged: set[str]) -> bool:
    name, _at, _server = handle.partition("@")
    return any(name == one.partition("@")[0] for one in tagged)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def to_do() -> QuerySet[TakeDown]:
    """What is open, what is due first on top, with everything that a line shows."""
    rows = TakeDown.objects.filter(state=TakeDown.State.OPEN).order_by("due_at", "pk")
    return rows.select_related("contact", "delivery__account", "consent").defer("delivery__account__secret")


def take_down(task: TakeDown, member: Member, clock: Clock, *, opener: Opener = open_account) -> None:
    """Take the post down at its network. A ChannelTrouble leaves the task as it was."""
    _must_be_open(task, member)
    if task.delivery.state == "sent":
        withdraw(task.delivery, member, clock, opener=opener)
    _settle(task, member, TakeDown.State.TAKEN_DOWN, now=clock())


def done_by_hand(task: TakeDown, member: Member, clock: Callable[[], datetime]) -> None:
    """Somebody took it down, or made the person unrecognisable, at the network itself."""
    _must_be_open(task, member)
    _settle(task, member, TakeDown.State.BY_HAND, now=clock())


def keep_up(task: TakeDown, member: Member, why: str, clock: Callable[[], datetime]) -> None:
    """It stays, for a reason that can be shown."""
    _must_be_open(task, member)
    if not why.strip():
        raise BadInput(_("Say why it may stay: this person asked for it to go."))
    _settle(task, member, TakeDown.State.KEPT, now=clock(), why=why)


def _must_be_open(task: TakeDown, member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not take posts down."))
    if task.state != TakeDown.State.OPEN:
        raise Overtaken(f"take-down {task.pk} was settled already")


def _settle(task: TakeDown, member: Member, state: str, *, now: datetime, why: str = "") -> None:
    """Together with the other tasks about the same post, which is gone then as well."""
    with transaction.atomic():
        same = TakeDown.objects.filter(state=TakeDown.State.OPEN)
        alike = (
            same.filter(pk=task.pk)
            if state == TakeDown.State.KEPT
            else same.filter(delivery=task.delivery_id)
        )
        if not alike.update(state=state, why=why.strip()[:500], settled_at=now, settled_by=member):
            raise Overtaken(f"take-down {task.pk} was settled already")
        task.refresh_from_db()
        line = {"consent": task.consent_id, "by": member.pk, "as": state}
        line |= {"reason_hash": hash_of(task.why)} if task.why else {}
        record(task.shop, "take_down_settled", f"delivery:{task.delivery_id}", line, at=now)
