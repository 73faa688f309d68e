"""What the counter tells on the page Today: danger, many complaints at once, a change whose day has come."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db.models import Count, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from toonbank.conversations.arrivals import Arrival
from toonbank.conversations.asking import Asked
from toonbank.conversations.casebook import Improvement, Storm
from toonbank.conversations.models import Conversation
from toonbank.conversations.storms import about_in_words
from toonbank.evidence.gathering import listed, moment_in, of_all
from toonbank.posts.notices import Notice
from toonbank.shops.desk import at
from toonbank.shops.models import Member, Role, Shop

MOST = 30
"""Of danger and of storms; who has more than this works from the row."""
MOST_CHANGES = 100


def asks(shop: Shop, now: datetime) -> Mapping[str, Subquery]:
    """What must be known of the counter, gathered with the shop; of each kind the first alone, however many there are."""
    today = now.astimezone(shop.clock).date()
    dangers = Conversation.objects.filter(label="danger").waiting().order_by("band", "due_at", "pk")
    storms = Storm.objects.filter(settled_at=None).order_by("pk")
    changes = Improvement.objects.filter(done_at=None, dropped_why="", due_on__lte=today)
    return {
        "danger": of_all(dangers, Count("pk")),
        "dangers": _first(dangers, "name", "excerpt", "band", "due_at"),
        "unread": of_all(Arrival.objects.filter(state=Arrival.State.REFUSED), Count("pk")),
        "storms": _first(storms, "about", "count"),
        "changes": _first(changes.order_by("due_on", "pk"), "what", "owner_id", most=MOST_CHANGES),
    }


def _first(rows: QuerySet[Any, Any], *names: str, most: int = MOST) -> Subquery:
    return listed(rows.model.objects.filter(pk__in=rows.values("pk")[:most]), "shop", "pk", *names)


def tells(shop: Shop, member: Member, found: Mapping[str, Any]) -> Sequence[Notice]:
    """What this member must know of the counter."""
    dangers = sorted(found["dangers"] or [], key=_turn)
    storms = sorted(found["storms"] or [], key=lambda one: int(one["pk"]))
    return [
        *(_danger(shop, member, one) for one in dangers),
        *_more_danger(shop, (found["danger"] or 0) - len(dangers)),
        *(_storm(shop, one) for one in storms),
        *_unread(shop, found["unread"] or 0),
        *_changes(shop, member, found["changes"] or []),
    ]


def _turn(row: dict[str, Any]) -> tuple[int, datetime, int]:
    """As in the row; what a colleague took up again, of which nothing is due, comes last."""
    due_at = moment_in(row["due_at"]) if row["due_at"] else datetime.max.replace(tzinfo=UTC)
    return row["band"], due_at, row["pk"]


def _danger(shop: Shop, member: Member, row: dict[str, Any]) -> Notice:
    told = {"name": row["name"] or _("somebody"), "text": row["excerpt"]}
    is_owner = member.role == Role.OWNER
    text = _("%(name)s: ‘%(text)s’") % told
    if not is_owner:
        text += " " + _("Call the owner now. Ask first whether somebody is hurt.")
    return Notice(
        _("Danger: help first") if is_owner else _("Danger: call the owner"),
        text,
        at(shop, "conversations:read", row["pk"]),
        _("Answer now"),
        "exclamation-triangle",
        "block",
    )


def _more_danger(shop: Shop, count: int) -> list[Notice]:
    """Where the others are, when there are more."""
    if count <= 0:
        return []
    title = ngettext("%(n)d more message about danger", "%(n)d more messages about danger", count)
    return [
        Notice(
            title % {"n": count},
            _("Who must be answered first stands first in the row."),
            at(shop, "conversations:queue") + Asked(label="danger").address(),
            _("To the row"),
            "exclamation-triangle",
            "block",
        )
    ]


def _storm(shop: Shop, row: dict[str, Any]) -> Notice:
    said = ngettext("%(n)d complaint", "%(n)d complaints", row["count"]) % {"n": row["count"]}
    return Notice(
        _("Many complain about the same: %(about)s") % {"about": about_in_words(row["about"])},
        _("%(said)s within a few hours. Do planned offers still fit?") % {"said": said},
        at(shop, "conversations:storm", row["pk"]),
        _("Look at what is planned"),
        "megaphone",
        "warn",
    )


def _unread(shop: Shop, count: int) -> list[Notice]:
    """What came in and nobody can see in the row."""
    if not count:
        return []
    title = ngettext("%(n)d message could not be read", "%(n)d messages could not be read", count)
    return [
        Notice(
            title % {"n": count},
            _("Somebody may be waiting for an answer. The reason stands beside it."),
            at(shop, "conversations:inlets") + "#refused",
            _("Look at what came in"),
            "inbox",
            "warn",
        )
    ]


def _changes(shop: Shop, member: Member, rows: list[dict[str, Any]]) -> list[Notice]:
    """Those of this member; the owner sees all."""
    mine = [one for one in rows if member.pk == one["owner_id"] or member.role == Role.OWNER]
    if not mine:
        return []
    count = len(mine)
    title = ngettext("A change whose day has come", "%(n)d changes whose day has come", count) % {"n": count}
    return [
        Notice(
            title,
            str(min(mine, key=lambda one: int(one["pk"]))["what"]),
            at(shop, "conversations:lessons"),
            _("How did it go?"),
            "light-bulb",
        )
    ]
