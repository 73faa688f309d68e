"""Nothing of people is kept longer than the shop said: a round that erases what is too old, a batch at a time."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import translation
from django.utils.translation import gettext as _
from django_scopes import scope

from toonbank.conversations.arrivals import Arrival, Early
from toonbank.conversations.casebook import Hiding
from toonbank.conversations.deletions import deleted_there, follow
from toonbank.conversations.models import Conversation
from toonbank.conversations.orders.models import Order
from toonbank.conversations.people.stripping import strip, too_old
from toonbank.conversations.takedown import TakeDown
from toonbank.evidence.models import PriceSeen, StockSeen
from toonbank.ledger.writing import record
from toonbank.relations.keeping import Keeping, keeping_of
from toonbank.relations.models import Consent, Contact, Identity
from toonbank.relations.papers import ConsentRequest, PersonNote
from toonbank.shops.models import Shop

A_BATCH = 500
BATCHES = 20
"""In one round; what is left waits for the next, so that a round never takes the desk for long."""

log = logging.getLogger(__name__)
Step = Callable[[Shop, Keeping, datetime], int]


def keep_tidy(now: datetime) -> dict[str, int]:
    """The daily round through all shops; how many of each kind went."""
    return _in_all_shops(_STEPS, now)


def follow_deletions(now: datetime) -> dict[str, int]:
    """The hourly round: what its writer deleted at a network that asks us to follow goes here too."""
    return _in_all_shops({"deleted there": _deleted_there}, now)


def _in_all_shops(steps: Mapping[str, Step], now: datetime) -> dict[str, int]:
    total: dict[str, int] = {}
    for shop in Shop.objects.order_by("pk"):
        with scope(shop=shop):
            for name, count in _tidy(shop, steps, now).items():
                total[name] = total.get(name, 0) + count
    if total:
        log.info("old data erased", extra={"counts": total})
    return total


def _tidy(shop: Shop, steps: Mapping[str, Step], now: datetime) -> dict[str, int]:
    """Erase what one shop has kept long enough; a line in the ledger when anything went."""
    keeping = keeping_of(shop)
    gone: dict[str, int] = {}
    for name, step in steps.items():
        try:
            count = step(shop, keeping, now)
        except Exception:  # what is stuck here may keep nothing else beyond its term, in this shop or another
            log.exception("old data not erased", extra={"shop": shop.pk, "what": name})
        else:
            gone |= {name: count} if count else {}
    if gone:
        record(shop, "erased_old", f"shop:{shop.pk}", {"counts": gone}, at=now)
    return gone


def _threads(shop: Shop, keeping: Keeping, now: datetime) -> int:
    old = too_old(keeping.before("threads", now))
    count = 0
    with translation.override(shop.language):
        why = _("Kept as long as the shop keeps what people say.")
    for _batch in range(BATCHES):
        numbers = list(old.values_list("pk", flat=True)[:A_BATCH])
        count += strip(numbers, now, why=why)
        if len(numbers) < A_BATCH:
            break
    return count


def _deleted_there(shop: Shop, _keeping: Keeping, now: datetime) -> int:
    """What the taking in did not follow at once: it was gone later than we were told, or told of by a person."""
    found = [rows.filter(deleted_at__lte=now) for rows in deleted_there(shop)]
    return sum(_in_batches(rows, lambda numbers: follow(shop, numbers, now)) for rows in found)


def _raw(shop: Shop, keeping: Keeping, now: datetime) -> int:
    """Events of which nobody made sense, those that still wait for what they are about, and the marks of what was taken in.

    Told once more, those are known by their message, or by the mark that is left of it when it was erased.
    """
    before = keeping.before("threads", now)
    came = Arrival.objects.filter(shop=shop, came_at__lt=before)
    count = _in_batches(came.filter(state=Arrival.State.REFUSED))
    count += _in_batches(came.filter(state=Arrival.State.DONE), by="came_at")
    return count + _in_batches(Early.objects.filter(shop=shop, came_at__lt=before))


def _notes(_shop: Shop, keeping: Keeping, now: datetime) -> int:
    """Notes of people with whom nobody spoke since."""
    talked = Conversation.objects.filter(contact=OuterRef("contact")).order_by().values("contact")
    last = talked.annotate(last=Max("last_at")).values("last")
    before = keeping.before("notes", now)
    return _in_batches(
        PersonNote.objects.filter(at__lt=before)
        .annotate(last=Coalesce(last, F("at")))
        .filter(last__lt=before)
    )


def _consents(_shop: Shop, keeping: Keeping, now: datetime) -> int:
    """Proof of what ended so long ago; what nobody took back and has no end still stands."""
    before = keeping.before("consents", now)
    ended = Q(withdrawn_at__lt=before) | Q(withdrawn_at=None, until_at__lt=before)
    live = TakeDown.objects.filter(consent=OuterRef("pk"), state=TakeDown.State.OPEN)
    count = _in_batches(Consent.objects.filter(ended).exclude(Exists(live)))
    unanswered = ConsentRequest.objects.filter(asked_at__lt=before, consents=None)
    return count + _in_batches(unanswered) + _in_batches(_left_over())


def _left_over() -> QuerySet[Contact]:
    """Erased people of whom only a proof was kept, which is gone now."""
    return Contact.objects.filter(erased_at__isnull=False, consents=None)


def _people(_shop: Shop, keeping: Keeping, now: datetime) -> int:
    """How networks know people with whom nobody spoke for so long, and the people when nothing is left of them."""
    before = keeping.before("threads", now)
    spoken = Conversation.objects.filter(contact=OuterRef("contact"))
    count = _in_batches(Identity.objects.filter(last_at__lt=before).exclude(Exists(spoken)))
    talks = Conversation.objects.filter(contact=OuterRef("pk"))
    silent = Contact.objects.filter(
        made_at__lt=before, role=Contact.Role.CUSTOMER, identities=None, consents=None, notes=None, pictures=None,
        requests=None, known_ground="",
    ).exclude(Exists(talks))  # fmt: skip
    # Who was taken for one person stays as long as anything is left of one of them, and goes with the others.
    of_the_same = Contact.objects.filter(merged_into=OuterRef("pk")).exclude(pk__in=silent.values("pk"))
    return count + _in_batches(silent.filter(merged_into=None).exclude(Exists(of_the_same)), _forgotten)


def _forgotten(numbers: list[int]) -> None:
    Contact.objects.filter(Q(pk__in=numbers) | Q(merged_into__in=numbers)).delete()


def _links(_shop: Shop, keeping: Keeping, now: datetime) -> int:
    """A number that was given to get help, once nothing is left of the talk in which it was."""
    talks = Conversation.objects.filter(contact=OuterRef("pk"))
    told = Contact.objects.filter(
        known_ground=Contact.Ground.TOLD, made_at__lt=keeping.before("threads", now)
    )
    return _in_batches(told.exclude(Exists(talks)), _unlinked)


def _unlinked(numbers: list[int]) -> None:
    people = Contact.objects.filter(pk__in=numbers)
    people.update(known_ground="", known_why="", known_as="", known_by=None)


def _orders(shop: Shop, keeping: Keeping, now: datetime) -> int:
    old = Order.objects.filter(shop=shop, last_at__lt=keeping.before("orders", now))
    return _in_batches(old, by="last_at")


def _evidence(shop: Shop, keeping: Keeping, now: datetime) -> int:
    before = keeping.before("evidence", now)
    stock = StockSeen.objects.filter(shop=shop, last_seen_at__lt=before)
    return _in_batches(stock) + _in_batches(PriceSeen.objects.filter(shop=shop, last_seen_at__lt=before))


def _moderation(_shop: Shop, keeping: Keeping, now: datetime) -> int:
    return _in_batches(Hiding.objects.filter(at__lt=keeping.before("moderation", now)))


def _in_batches(
    rows: QuerySet[Any, Any], go: Callable[[list[int]], object] | None = None, *, by: str = "pk"
) -> int:
    """Let `go` have the numbers of these rows, a batch at a time in the order `by`; without it they are deleted."""
    count = 0
    for _batch in range(BATCHES):
        numbers = list(rows.order_by(by).values_list("pk", flat=True)[:A_BATCH])
        if numbers and go is None:
            rows.model.objects.filter(pk__in=numbers).delete()
        elif numbers and go is not None:
            go(numbers)
        count += len(numbers)
        if len(numbers) < A_BATCH:
            break
    return count


_STEPS: dict[str, Step] = {
    "threads": _threads,
    "raw events": _raw,
    "notes": _notes,
    "consents": _consents,
    "orders": _orders,
    "links": _links,
    "people": _people,
    "evidence": _evidence,
    "moderation": _moderation,
}
