"""Who waits at the counter, for the page Today: the first of the row, and where the others are."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from toonbank.conversations.models import Band, Conversation
from toonbank.conversations.rowlines import without_words
from toonbank.conversations.wording import label_words
from toonbank.evidence.gathering import listed, moment_in
from toonbank.posts.notices import Notice
from toonbank.shops.desk import at
from toonbank.shops.models import Member, Shop

FIRST = 3


def asks(shop: Shop, now: datetime) -> Mapping[str, Subquery]:
    """The first of the row, gathered with the shop. Danger is told of by itself."""
    rows = Conversation.objects.waiting().awake(now).exclude(label="danger").in_turn()
    first = Conversation.objects.filter(pk__in=rows.values("pk")[: FIRST + 1])
    return {"first": listed(first, "shop", "pk", "name", "label", "band", "due_at", "excerpt")}


def tells(shop: Shop, member: Member, found: Mapping[str, Any]) -> Sequence[Notice]:
    """The first three whose turn it is, and that there are more; nothing to who only looks."""
    if not member.may("answer"):
        return []
    rows = [Conversation(**one | {"due_at": moment_in(one["due_at"])}) for one in found["first"] or []]
    rows.sort(key=lambda one: (one.band, one.due_at, one.pk))
    told = [_notice(shop, one) for one in rows[:FIRST]]
    if len(rows) > FIRST:
        told.append(
            Notice(
                _("More people are waiting"),
                _("The serious stand first in the row."),
                at(shop, "conversations:queue"),
                _("To the row"),
                "queue-list",
            )
        )
    return told


def _notice(shop: Shop, one: Conversation) -> Notice:
    words, due = label_words(one.label), date_format(timezone.localtime(one.due_at), "D j b, H:i")
    told = {"name": one.name or _("Somebody"), "label": words.word, "when": due, "text": one.excerpt}
    said = _("Answer by %(when)s. ‘%(text)s’") if one.excerpt else _("Answer by %(when)s.")
    if not one.label:
        said = without_words(one)
    return Notice(
        _("%(name)s: %(label)s") % told,
        said % told,
        at(shop, "conversations:read", one.pk),
        _("Answer"),
        words.icon,
        "block" if one.band == Band.GRAVE else words.tone,
    )
