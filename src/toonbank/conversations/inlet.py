"""The door for other systems: who knocks shows with a signature that they know its secret, and what they bring is stored first.

    Toonbank-Timestamp: 1795255200
    Toonbank-Signature: v1=<hex of HMAC-SHA256 over timestamp, ".", body>

The contract is told in docs/using/webhook.md.
"""

import hmac
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, NoReturn

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from toonbank.channels.base import Incoming
from toonbank.channels.networks import ELSEWHERE
from toonbank.conversations.arrivals import Inlet, Knock
from toonbank.conversations.events import CALLED, BadEvent, read_event, text_in
from toonbank.conversations.intake import keep
from toonbank.conversations.meeting import alone, speaker_of
from toonbank.conversations.orders.deleting import delete_orders
from toonbank.conversations.orders.folding import keep_orders
from toonbank.conversations.orders.reading import DELETED, ORDER, OrderTold, read_deleted, read_order

LARGEST = 1_000_000
"""Bytes of one delivery."""
MOST_EVENTS = 500
BELIEVED_FOR = timedelta(minutes=5)
"""How far the clock of who knocks may be from ours."""
AHEAD = timedelta(days=1)
FIRST = datetime(1990, 1, 1, tzinfo=UTC)
"""What was said before there was anywhere to say it is a slip of a program."""
NAMES = {name: ours for ours, name in CALLED.items()}
GIVEN = ("remote_id", "thread", "answers")
LONGEST_GIVEN = 400
"""Characters of the names that another system gives; with the name of the door before them they are kept."""
FIELDS = frozenset(
    {
        "id", "event", "sort", "at", "changed_at", "author", "author_id", "author_name", "text", "thread", "answers", "url",
        "rating", "is_public", "is_own", "network",
    }
)  # fmt: skip
_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v1=[0-9a-f]{64}")


@dataclass
class Sorted:
    """What a delivery holds: what people said by where it was; by their place in it the orders, and the numbers of those that
    were deleted; and what cannot be used.
    """

    said: dict[str, list[Incoming]] = field(default_factory=dict)
    orders: dict[int, OrderTold] = field(default_factory=dict)
    deleted: dict[int, str] = field(default_factory=dict)
    refused: list[dict[str, Any]] = field(default_factory=list)

    def refuse(self, place: int, field: str, why: str) -> None:
        """Name what cannot be used."""
        self.refused.append({"index": place, "field": field, "why": why})


@dataclass(frozen=True)
class Answer:
    """What who knocked hears."""

    status: int
    said: Mapping[str, Any]


class TurnedAway(Exception):
    """The delivery is not taken; nothing of it was stored."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


def receive(inlet: Inlet, headers: Mapping[str, str], body: bytes, *, now: datetime) -> Answer:
    """Look at the signature, then at each event; store what can be understood and name what cannot, all before we answer.

    Inside the shop's scope, in the language of the answer. An event that is wrong keeps no other one out.
    """
    try:
        signature = _believed(inlet, headers, body, now)
        events = _events_in(body)
    except TurnedAway as trouble:
        return Answer(trouble.status, {"error": str(trouble)})
    found = _sorted_out(inlet, events, now)
    with transaction.atomic():
        try:
            with transaction.atomic():
                _remember(inlet, signature, now)
        except IntegrityError:
            return Answer(409, {"error": _("This delivery was taken already. Sign each delivery anew.")})
        for source, heard in found.said.items():
            keep(inlet.shop, None, heard, now=now, source=source)
        _keep_orders(inlet, found, now)
    stored = sum(map(len, found.said.values())) + len(found.orders) + len(found.deleted)
    refused = sorted(found.refused, key=lambda one: one["index"])
    return Answer(422 if refused and not stored else 202, {"stored": stored, "refused": refused})


def try_door(inlet: Inlet, text: str, *, now: datetime) -> Answer:
    """Knock at our own door with a message that says it is a trial, as another system would."""
    event = {
        "id": f"trial-{now.timestamp()}",
        "text": text,
        "at": now.isoformat(),
        "sort": "told",
        "is_public": False,
    }
    body, stamp = json.dumps(event).encode(), str(int(now.timestamp()))
    headers = {"Toonbank-Timestamp": stamp, "Toonbank-Signature": f"v1={sign(inlet.secret, stamp, body)}"}
    return receive(inlet, headers, body, now=now)


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """The signature that belongs to this body at this moment."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, "sha256").hexdigest()


def new_secret() -> str:
    """A secret drawn by chance, shown once."""
    return secrets.token_urlsafe(32)


def source_of(inlet: Inlet) -> str:
    """Where the people are known from who come in by this door."""
    return f"in:{inlet.slug}"[:30]


def _believed(inlet: Inlet, headers: Mapping[str, str], body: bytes, now: datetime) -> str:
    """The signature, when it fits and is fresh."""
    stamp, given = headers.get("Toonbank-Timestamp", ""), headers.get("Toonbank-Signature", "")
    if not _TIMESTAMP.fullmatch(stamp):
        _turn_away(401, _("Toonbank-Timestamp must be the present moment in seconds since 1970."))
    if not _SIGNATURE.fullmatch(given):
        _turn_away(401, _("Toonbank-Signature must be v1= and 64 hexadecimal digits."))
    signature = given.removeprefix("v1=")
    if not hmac.compare_digest(signature, sign(inlet.secret, stamp, body)):
        _turn_away(
            401, _("The signature does not fit: HMAC-SHA256 over the timestamp, a full stop and the body.")
        )
    if abs(now.timestamp() - int(stamp)) > BELIEVED_FOR.total_seconds():
        _turn_away(401, _("Toonbank-Timestamp is more than five minutes from our clock."))
    return signature


def _events_in(body: bytes) -> list[object]:
    """What the body holds: one event, a list of them, or {"events": [...]}."""
    try:
        said = json.loads(body, parse_constant=_no_number)
    except RecursionError:
        _turn_away(400, _("The body is nested too deeply."))
    except ValueError:  # among them text that is no UTF-8
        _turn_away(400, _("The body is not JSON in UTF-8."))
    if isinstance(said, dict) and "events" in said:
        said = said["events"]
        if not isinstance(said, list):
            _turn_away(422, _("events must be a list."))
    events = said if isinstance(said, list) else [said]
    if len(events) > MOST_EVENTS:
        counts = {"most": MOST_EVENTS, "count": len(events)}
        _turn_away(422, _("At most %(most)d events at once; here are %(count)d.") % counts)
    return events


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _sorted_out(inlet: Inlet, events: list[object], now: datetime) -> Sorted:
    found = Sorted()
    for place, said in enumerate(events):
        try:
            if isinstance(said, dict) and said.get("event") == ORDER:
                found.orders[place] = read_order(said, inlet.shop_id, now=now)
            elif isinstance(said, dict) and said.get("event") == DELETED:
                found.deleted[place] = read_deleted(said)
            else:
                source = _network_of(said) or source_of(inlet)
                event = _event(inlet, said, now)
                found.said.setdefault(source, []).append(event)
        except BadEvent as trouble:
            found.refuse(place, trouble.field, str(trouble))
    return found


def _keep_orders(inlet: Inlet, found: Sorted, now: datetime) -> None:
    """Orders wait for nobody's eyes: they are laid with what is known at once, and those that were deleted go at once."""
    foreign: set[str] = set()
    if found.orders:
        foreign |= keep_orders(inlet.shop, list(found.orders.values()), now=now, inlet=inlet)
    if found.deleted:
        foreign |= delete_orders(inlet.shop, set(found.deleted.values()), now=now, inlet=inlet)
    numbers = {place: one.number for place, one in found.orders.items()} | found.deleted
    for place in [place for place, number in numbers.items() if number in foreign]:
        found.orders.pop(place, None)
        found.deleted.pop(place, None)
        found.refuse(
            place,
            "order",
            _("Another door told of an order with this number. Put letters before one of them."),
        )


def _event(inlet: Inlet, said: object, now: datetime) -> Incoming:
    if not isinstance(said, dict):
        raise BadEvent("", _("An event is an object with fields, such as id, text and at."))
    unknown = sorted(str(name) for name in said.keys() - FIELDS)
    if unknown:
        raise BadEvent(
            unknown[0][:60], _("We know no such field. The fields are told in docs/using/webhook.md.")
        )
    body = {NAMES.get(str(name), str(name)): value for name, value in said.items()}
    for name in GIVEN:
        text_in(body, name, LONGEST_GIVEN)
    event = read_event(body)
    if said.get("network") and event.event != "deleted" and not (speaker_of(event) or event.is_own):
        raise BadEvent("author", _("What was said on a network needs who said it: author or author_id."))
    if event.event == "said" and not event.text.strip() and event.rating is None:
        raise BadEvent("text", _("Somebody who says something needs a text, or a rating."))
    if event.event != "said" and event.changed_at is None:
        raise BadEvent("changed_at", _("An edit or a deletion needs the moment at which it was done."))
    for name, moment in (("at", event.at), ("changed_at", event.changed_at)):
        if moment is not None and moment > now + AHEAD:
            raise BadEvent(name, _("This moment lies in the future."))
        if moment is not None and moment < FIRST:
            raise BadEvent(name, _("This moment lies before 1990. Is the year right?"))
    event = _in_its_own_words(inlet, event)
    if event.is_own or speaker_of(event):
        return event
    return replace(event, author_id=alone(event.remote_id))


def _network_of(said: object) -> str:
    """The network on which it was said, when the event tells; people are known from there, and its rules hold."""
    network = said.get("network") if isinstance(said, dict) else None
    if network is None:
        return ""
    if not isinstance(network, str) or network not in ELSEWHERE:
        words = {"field": "network", "words": ", ".join(ELSEWHERE)}
        raise BadEvent("network", _("%(field)s must be one of %(words)s.") % words)
    return network


def _in_its_own_words(inlet: Inlet, event: Incoming) -> Incoming:
    """Two systems may give the same name to different things."""

    def own(name: str) -> str:
        return f"{inlet.slug}:{name}" if name else ""

    return replace(
        event, remote_id=own(event.remote_id), thread=own(event.thread), answers=own(event.answers)
    )


def _remember(inlet: Inlet, signature: str, now: datetime) -> None:
    Knock.objects.filter(inlet=inlet, at__lt=now - 2 * BELIEVED_FOR).delete()
    Knock.objects.create(shop_id=inlet.shop_id, inlet=inlet, signature=signature, at=now)
    Inlet.objects.filter(pk=inlet.pk).update(last_at=now)


def _turn_away(status: int, why: str) -> NoReturn:
    raise TurnedAway(status, why)
