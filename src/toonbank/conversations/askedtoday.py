"""What colleagues ask with an @, for the page Today: to each member what is asked of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from toonbank.conversations.models import Message
from toonbank.conversations.noting import ASKED_FOR, OPEN_TO_QUESTIONS
from toonbank.conversations.papers import Note
from toonbank.evidence.gathering import listed
from toonbank.posts.notices import Notice
from toonbank.shops.desk import at
from toonbank.shops.models import Member, Shop

MOST = 100


def asks(shop: Shop, now: datetime) -> Mapping[str, Subquery]:
    """The newest calls in this shop to which nobody reacted, gathered with the shop."""
    calls = Note.for_members.through.objects
    since = {
        "conversation": OuterRef("note__conversation"),
        "member": OuterRef("member"),
        "at__gt": OuterRef("note__at"),
    }
    unanswered = calls.filter(
        ~Exists(Note.objects.filter(**since)),
        ~Exists(Message.objects.filter(**since)),
        note__shop=shop,
        note__at__gt=now - ASKED_FOR,
        note__conversation__state__in=OPEN_TO_QUESTIONS,
    )
    newest = calls.filter(pk__in=unanswered.order_by("-note__at").values("pk")[:MOST])
    told = {
        "member": F("member_id"),
        "note": F("note_id"),
        "talk": F("note__conversation_id"),
        "about": F("note__conversation__name"),
        "asker": F("note__member__person__name"),
        "text": F("note__text"),
    }
    return {"calls": listed(newest, "note__shop", **told)}


def tells(shop: Shop, member: Member, found: Mapping[str, Any]) -> Sequence[Notice]:
    """One line: the question itself when there is one, else how many there are."""
    mine = sorted(
        (one for one in found["calls"] or [] if one["member"] == member.pk), key=lambda one: one["note"]
    )
    if not mine:
        return []
    if len(mine) > 1:
        title = ngettext("Colleagues ask you %(n)d thing", "Colleagues ask you %(n)d things", len(mine)) % {
            "n": len(mine)
        }
        who = ", ".join(dict.fromkeys(str(one["asker"]) for one in mine))
        return [Notice(title, who, at(shop, "conversations:asked"), _("Look"), "at-symbol", "warn")]
    (one,) = mine
    title = _("%(by)s asks you about %(about)s") % {
        "by": one["asker"],
        "about": one["about"] or _("somebody"),
    }
    address = f"{at(shop, 'conversations:read', one['talk'])}#note-{one['note']}"
    return [Notice(title, Truncator(one["text"]).chars(140), address, _("Look"), "at-symbol", "warn")]
