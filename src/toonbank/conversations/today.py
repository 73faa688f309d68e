"""What the counter tells on the page Today: danger, many complaints at once, a change whose day has come."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from toonbank.conversations.casebook import Improvement, Storm
from toonbank.conversations.models import Conversation
from toonbank.conversations.storms import about_in_words
from toonbank.evidence.gathering import listed
from toonbank.posts.notices import Notice
from toonbank.shops.desk import at
from toonbank.shops.models import Member, Role, Shop

MOST = 20


def asks(shop: Shop, now: datetime) -> Mapping[str, Subquery]:
    """What must be known of the counter, gathered with the shop."""
    its, today = OuterRef("pk"), now.astimezone(shop.clock).date()
    dangers = Conversation.objects.filter(shop=its).waiting().filter(label="danger")
    storms = Storm.objects.filter(shop=its, settled_at=None)
    changes = Improvement.objects.filter(shop=its, done_at=None, dropped_why="", due_on__lte=today)
    return {
        "dangers": listed(dangers, "shop", "pk", "name", "excerpt"),
        "storms": listed(storms, "shop", "pk", "about", "count"),
        "changes": listed(changes, "shop", "pk", "what", "owner_id"),
    }


def tells(shop: Shop, member: Member, found: Mapping[str, Any]) -> Sequence[Notice]:
    """What this member must know of the counter."""
    return [
        *(_danger(shop, member, one) for one in _first(found["dangers"])),
        *(_storm(shop, one) for one in _first(found["storms"])),
        *_changes(shop, member, found["changes"] or []),
    ]


def _first(rows: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    return sorted(rows or [], key=lambda one: int(one["pk"]))[:MOST]


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
