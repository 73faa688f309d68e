"""The page of lessons: what is due, what runs, whom we must still tell, and whether what was done helped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from toonbank.conversations.casebook import NO_COMPLAINT, Case, Cause, Improvement
from toonbank.conversations.criticism import criticism_in
from toonbank.conversations.effect import LOOKS, Effect, effect_of
from toonbank.conversations.lessons import board, to_tell
from toonbank.conversations.models import Conversation
from toonbank.evidence.paging import Page, Place, page_of

MOST_RUNNING = 100


@dataclass(frozen=True)
class Adviser:
    """Who suggested it and must still be told, with what they said."""

    conversation: Conversation
    said: str


@dataclass(frozen=True)
class Line:
    """One improvement on the page."""

    row: Improvement
    is_due: bool
    advised_by: int = 0
    to_tell: Sequence[Adviser] = ()
    told: Sequence[Conversation] = ()
    effect: Effect | None = None

    @property
    def cause(self) -> str | Promise:
        """What the complaints came from."""
        return Cause(self.row.cause).label

    @property
    def words(self) -> str | Promise:
        """Whether it helped, as far as that may be said."""
        return in_words(self.effect) if self.effect else ""


@dataclass(frozen=True)
class Board:
    """All that the page shows."""

    due: list[Line]
    running: list[Line]
    ended: list[Line]
    page: Page[Improvement]

    @property
    def telling(self) -> list[Line]:
        """Those that were done while somebody who suggested it does not know."""
        return [line for line in self.ended if line.to_tell]


def board_of(today: date, now: datetime, place: Place) -> Board:
    """The board, in at most eight queries for any number of rows."""
    running = [
        _line(row, today)
        for row in board().filter(done_at=None, dropped_why="").order_by("due_on", "pk")[:MOST_RUNNING]
    ]
    page = page_of(board().filter(~Q(done_at=None) | ~Q(dropped_why="")), "-pk", place)
    effects = _effects([row for row in page.rows if row.done_at], now)
    said = criticism_in([one for row in page.rows for one in to_tell(row)])
    ended = [_line(row, today, effects.get(row.pk), said) for row in page.rows]
    return Board(
        [one for one in running if one.is_due], [one for one in running if not one.is_due], ended, page
    )


def _line(
    row: Improvement, today: date, effect: Effect | None = None, said: Mapping[int, str] | None = None
) -> Line:
    advisers = list(row.advised_by.all())
    untold = [Adviser(one, (said or {}).get(one.pk, one.excerpt)) for one in to_tell(row)]
    told = [one for one in advisers if str(one.pk) in row.told]
    is_due = row.done_at is None and row.due_on <= today
    return Line(row, is_due, len(advisers), untold, told, effect)


def _effects(done: Sequence[Improvement], now: datetime) -> dict[int, Effect]:
    """How each did: the moments of all complaints that matter, and since when the shop keeps count, in two queries."""
    moments = [row.done_at for row in done if row.done_at is not None]
    if not moments:
        return {}
    complaints = Case.objects.exclude(state=NO_COMPLAINT)
    since = complaints.aggregate(first=Min("opened_at"))["first"] or now
    found: dict[str, list[datetime]] = {}
    rows = complaints.filter(cause__in={row.cause for row in done}, opened_at__gte=min(moments) - LOOKS)
    for cause, at in rows.values_list("cause", "opened_at"):
        found.setdefault(cause, []).append(at)
    return {
        row.pk: effect_of(found.get(row.cause, []), row.done_at, now, since=since)
        for row in done
        if row.done_at
    }


def in_words(effect: Effect) -> str:
    """What was counted, and what may be said of it."""
    if effect.verdict == "early":
        said = _("Too early to say whether it helps: that takes four weeks before and four weeks after.")
        return f"{said} {_counted(effect)}" if min(effect.days_before, effect.days_after) else said
    said = {
        "none": _("There were no complaints with this cause, before or after."),
        "fewer": _("It helped: chance alone would seldom make so few."),
        "perhaps": _("Fewer, but there are so few that it may be chance."),
        "same": _("It does not help yet."),
        "more": _("There are more of them. Something else is wrong, or this made it worse."),
    }[effect.verdict]
    return said if effect.verdict == "none" else f"{said} {_counted(effect)}"


def _counted(effect: Effect) -> str:
    before = ngettext("%(n)d complaint", "%(n)d complaints", effect.before) % {"n": effect.before}
    after = ngettext("%(n)d complaint", "%(n)d complaints", effect.after) % {"n": effect.after}
    told = {"before": before, "after": after}
    told |= {"earlier": _days(effect.days_before), "since": _days(effect.days_after)}
    return _("%(before)s in %(earlier)s before, %(after)s in %(since)s since.") % told


def _days(count: int) -> str:
    return ngettext("the day", "the %(n)d days", count) % {"n": count}
