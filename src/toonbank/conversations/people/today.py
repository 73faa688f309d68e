"""What Today says about people: posts that must go, consents that end, kindred accounts to look at again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from toonbank.conversations.takedown import TakeDown
from toonbank.evidence.gathering import of_all
from toonbank.posts.notices import Notice, Teller
from toonbank.relations.consenting import ending
from toonbank.relations.papers import REVIEW_AFTER, Kindred
from toonbank.shops.desk import at
from toonbank.shops.models import Member, Shop

Found = Mapping[str, Any]  # columns of a row


def asks(shop: Shop, now: datetime) -> dict[str, Subquery]:
    """What to ask in the row of the shop."""
    tasks = TakeDown.objects.filter(shop=shop, state=TakeDown.State.OPEN)
    late = tasks.filter(due_at__lt=now)
    due = Kindred.objects.filter(shop=shop, ended_at=None, reviewed_at__lte=now - REVIEW_AFTER)
    return {
        "must_go": of_all(tasks, Count("pk")),
        "must_go_by": of_all(tasks, Min("due_at")),
        "late": of_all(late, Count("pk")),
        "ending": of_all(ending(now), Count("pk")),
        "ends_at": of_all(ending(now), Min("until_at")),
        "review": of_all(due, Count("pk")),
    }


def tells(shop: Shop, member: Member, found: Found) -> Sequence[Notice]:
    """The answers in words; who only reads is not asked to do anything."""
    lines: list[Callable[[Shop, Found], Notice]] = [_must_go] if found["must_go"] else []
    lines += [_ends] if found["ending"] else []
    lines += [_to_review] if found["review"] else []
    return [line(shop, found) for line in lines] if member.may("write") else []


def _must_go(shop: Shop, found: Found) -> Notice:
    count = found["must_go"]
    title = ngettext("A post must go", "%(n)d posts must go", count) % {"n": count}
    by = date_format(found["must_go_by"].astimezone(shop.clock), "j F")
    text = _("A consent was taken back. Before the end of %(day)s.") % {"day": by}
    tone = "block" if found["late"] else "warn"
    return Notice(title, text, at(shop, "conversations:people-take-downs"), _("Look"), "no-symbol", tone)


def _ends(shop: Shop, found: Found) -> Notice:
    count = found["ending"]
    title = ngettext("A consent ends soon", "%(n)d consents end soon", count) % {"n": count}
    day = date_format(found["ends_at"].astimezone(shop.clock), "j F")
    text = _("From %(day)s on. Ask again, or let it go.") % {"day": day}
    return Notice(title, text, at(shop, "relations:consents"), _("Look"), "clock", "warn")


def _to_review(shop: Shop, found: Found) -> Notice:
    count = found["review"]
    title = ngettext("Look at a kindred account", "Look at %(n)d kindred accounts", count) % {"n": count}
    text = _("Half a year ago you said why you like to be seen there. Does it still hold?")
    return Notice(title, text, at(shop, "relations:kindred"), _("Look"), "heart")


TELLER = Teller(asks, tells)
