"""One event as it is kept raw and read again: what a network, another system or a colleague told us."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, get_args

from django.utils.translation import gettext as _

from toonbank.channels.base import Incoming, Sort
from toonbank.core.errors import BadInput
from toonbank.relations.naming import as_shown

SORTS = frozenset(get_args(Sort))
EVENTS = frozenset({"said", "edited", "deleted"})
LONGEST = {
    "remote_id": 450,
    "author": 200,
    "text": 100_000,
    "answers": 450,
    "thread": 450,
    "author_id": 300,
    "author_name": 120,
    "url": 1000,
}
"""Texts of an event and the most characters that each may have."""
CALLED = {"remote_id": "id"}
"""What a field is called to who told us, where that is not its own name."""
MOST_EXTRA = 20_000
BY_HAND = "told:"
"""What the name of a message begins with that a colleague wrote down."""
TAKEN_BACK = "taken-back:"
"""What it begins with once it was taken back."""


class BadEvent(BadInput):
    """An event that cannot be used; `field` is where the trouble is, by the name that who told us gave it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = CALLED.get(field, field)


def as_body(event: Incoming) -> dict[str, Any]:
    """The event as it is kept: what is empty is left out, what no database can hold is mended."""
    body: dict[str, Any] = {name: whole(value) for name in LONGEST if (value := getattr(event, name))}
    body |= {"at": event.at.isoformat(), "event": event.event, "sort": event.sort}
    if event.changed_at is not None:
        body["changed_at"] = event.changed_at.isoformat()
    if event.rating is not None:
        body["rating"] = event.rating
    if not event.is_public:
        body["is_public"] = False
    if event.is_own:
        body["is_own"] = True
    if event.extra:
        body["extra"] = {whole(name)[:40]: whole(value)[:MOST_EXTRA] for name, value in event.extra.items()}
    return body


def key_of(source: str, body: Mapping[str, Any]) -> str:
    """What tells the same event from another: where it came from and all that it says."""
    said = json.dumps([source, body], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(said.encode()).hexdigest()


def whole(text: str) -> str:
    """The text without halves of characters and without NUL, which no database takes."""
    if text.isascii():
        return text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", "")


def read_event(body: object) -> Incoming:
    """The event that a body tells of; BadEvent names the field that is wrong."""
    if not isinstance(body, dict):
        raise BadEvent("", _("An event is an object with fields, such as id, text and at."))
    # Any: the other fields that `Incoming` takes are no texts.
    texts: dict[str, Any] = {name: text_in(body, name, most) for name, most in LONGEST.items()}
    texts |= {name: as_shown(texts[name]) for name in ("author", "author_name")}
    if not texts["remote_id"]:
        raise BadEvent("remote_id", _("An event needs the name that its source gives it."))
    event, sort = body.get("event", "said"), body.get("sort", "comment")
    _one_of("event", event, EVENTS)
    _one_of("sort", sort, SORTS)
    changed_at = moment(body, "changed_at")
    at = moment(body, "at") or (changed_at if event == "deleted" else None)
    if at is None:
        raise BadEvent("at", _("An event needs the moment at which it was said."))
    if event == "deleted":
        texts["text"] = ""
    if not texts["url"].startswith(("https://", "http://")):
        texts["url"] = ""  # a page makes a link of it, and another scheme may run what it says
    return Incoming(
        **texts,
        at=at,
        event=event,
        sort=sort,
        is_public=_yes_or_no(body, "is_public", otherwise=True),
        is_own=_yes_or_no(body, "is_own", otherwise=False),
        changed_at=changed_at,
        rating=_rating(body.get("rating")),
        extra=_extra(body.get("extra")),
    )


def moment(body: Mapping[str, Any], field: str) -> datetime | None:
    """A moment in UTC; None when the field is not there."""
    given = body.get(field)
    if given is None:
        return None
    try:
        read = datetime.fromisoformat(given) if isinstance(given, str) else None
        if read is not None and read.tzinfo is not None:
            return read.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise BadEvent(
        field, _("%(field)s must be a moment with its zone, such as 2026-11-21T10:00:00Z.") % {"field": field}
    )


def _extra(given: object) -> dict[str, str]:
    """What a network knows besides; what is no text is left out, for nothing is decided by it."""
    if not isinstance(given, dict):
        return {}
    found = {name: value for name, value in given.items() if isinstance(name, str) and isinstance(value, str)}
    return {whole(name)[:40]: whole(value)[:MOST_EXTRA] for name, value in list(found.items())[:20]}


def text_in(body: Mapping[str, Any], name: str, most: int) -> str:
    """A text, "" when the field is not there; BadEvent when it is none, or too long."""
    text, called = body.get(name), CALLED.get(name, name)
    if text is None:
        return ""
    if not isinstance(text, str):
        raise BadEvent(name, _("%(field)s must be a text.") % {"field": called})
    if len(text) > most:
        raise BadEvent(
            name, _("%(field)s has more than %(most)d characters.") % {"field": called, "most": most}
        )
    return whole(text)


def _one_of(field: str, given: object, known: frozenset[str]) -> None:
    if not isinstance(given, str) or given not in known:
        words = ", ".join(sorted(known))
        raise BadEvent(field, _("%(field)s must be one of %(words)s.") % {"field": field, "words": words})


def _yes_or_no(body: Mapping[str, Any], field: str, *, otherwise: bool) -> bool:
    given = body.get(field, otherwise)
    if not isinstance(given, bool):
        raise BadEvent(field, _("%(field)s must be true or false.") % {"field": field})
    return given


def _rating(given: object) -> int | None:
    if given is None:
        return None
    if not isinstance(given, int) or isinstance(given, bool) or not 1 <= given <= 5:
        raise BadEvent("rating", _("rating must be a whole number from 1 to 5."))
    return given
