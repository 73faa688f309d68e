"""Somebody's file as a page to read: the same as the data, in words and on the clock of the shop."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from toonbank.conversations.casebook import Cause, Verdict
from toonbank.conversations.orders.models import Step
from toonbank.conversations.orders.wording import stands
from toonbank.relations.models import Identity
from toonbank.relations.papers import ConsentRequest

MOMENTS = frozenset({"at", "known_since"})
"""Fields that hold a moment, beside those whose names end in `_at`."""


def in_words(value: Any, clock: ZoneInfo, field: str = "") -> Any:  # Any: what goes into JSON
    """The value of this field of a file as people read it; what has no other words stays."""
    if field == "steps":
        return {stands(Step(step)): in_words(at, clock, "at") for step, at in value.items()}
    if isinstance(value, dict):
        return {name: in_words(one, clock, name) for name, one in value.items()}
    if isinstance(value, list):
        return [in_words(one, clock, field) for one in value]
    if not value or not isinstance(value, str):
        return value
    if field in MOMENTS or field.endswith("_at"):
        return date_format(datetime.fromisoformat(value).astimezone(clock), _("j F Y, H:i"))
    word = _words().get(field)
    return word(value) if word else value


def _words() -> Mapping[str, Callable[[str], str]]:
    uses = {"name": _("call by name"), "quote": _("quote"), "photo": _("show in a picture"), "tag": _("tag")}
    return {
        "uses": lambda one: uses.get(one, one),
        "networks": _network,
        "network": _network,
        "answer": lambda one: str(ConsentRequest.Answer(one).label),
        "cause": lambda one: str(Cause(one).label),
        "verdict": lambda one: _("Is the customer right: %(answer)s") % {"answer": Verdict(one).label},
    }


def _network(kind: str) -> str:
    return _("a system of the shop") if kind.startswith("in:") else Identity(kind=kind).network
