"""The lines of the row, as its page shows them, under a heading for each band."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from toonbank.conversations.models import Band, Conversation
from toonbank.conversations.queue import COUNTED, Waiting
from toonbank.conversations.searching import Hit
from toonbank.conversations.wording import LabelWords, label_words, left_until
from toonbank.triage.labels import GRAVE

PRESSING = frozenset({*GRAVE, "doubt"})
"""What is red in its last hour."""
HEADINGS: list[str | Promise] = [
    gettext_lazy("Serious"),
    gettext_lazy("Wants an answer"),
    gettext_lazy("May wait"),
    gettext_lazy("Asks for no answer, it seems"),
]
UNDUE = len(Band)
"""The heading of what is never due stands after those of the bands."""


@dataclass(frozen=True)
class Line:
    """One conversation: `margin` and `below` stand left of the double line, `said` is the margin in full for who hears the page."""

    conversation: Conversation
    margin: str
    below: str
    said: str
    tone: str
    label: LabelWords
    gist: str | SafeString
    where: str

    @property
    def is_spam(self) -> bool:
        """Whether it may be laid aside together with others."""
        return self.conversation.label == "spam-abuse"


@dataclass(frozen=True)
class Group:
    """Lines under one heading; `count` is how many there are on all pages together."""

    heading: str
    name: str
    lines: list[Line] = field(default_factory=list)
    count: str = ""
    is_undue: bool = False

    @property
    def spam(self) -> int:
        """How many of these lines may be laid aside together."""
        return sum(line.is_spam for line in self.lines)


def by_band(found: Iterable[Conversation], there: Waiting | None, now: datetime) -> list[Group]:
    """Those who wait, under their headings; `there` are the counts when no filter is on."""
    counts = [*there.bands, there.undue] if there else []
    groups: dict[int, Group] = {}
    for one in found:
        place = one.band if one.due_at else UNDUE
        if place not in groups:
            count = _counted(counts[place]) if counts else ""
            groups[place] = Group(str(HEADINGS[place]), f"band-{place}", count=count, is_undue=place == UNDUE)
        groups[place].lines.append(waiting_line(one, now))
    return list(groups.values())


def waiting_line(one: Conversation, now: datetime) -> Line:
    """With the time that is left, or how late it is."""
    left = left_until(one.due_at, now, is_serious=one.label in PRESSING)
    if left is None:
        return dated_line(one, one.last_at, now)
    local = timezone.localtime(left.at)
    is_near = left.is_over or left.at - now < timedelta(days=1)
    margin = left.short if is_near else date_format(local, "D j")
    return _line(one, margin, date_format(local, "H:i"), left.words, left.tone)


def dated_line(one: Conversation, at: datetime, now: datetime, gist: str | SafeString | None = None) -> Line:
    """With the moment of something: of what was said last, or until when it is snoozed."""
    local = timezone.localtime(at)
    is_this_year = local.year == timezone.localtime(now).year
    day = date_format(local, "j b" if is_this_year else "j b Y")
    said = date_format(local, "j F Y, H:i")
    return _line(one, day, date_format(local, "H:i"), said, "", gist=gist)


def hit_line(hit: Hit, now: datetime) -> Line:
    """A conversation that was found, with the words that were looked for."""
    return dated_line(hit.conversation, hit.at, now, gist=hit.gist)


def _line(
    one: Conversation, margin: str, below: str, said: str, tone: str, *, gist: str | SafeString | None = None
) -> Line:
    shown = one.excerpt if gist is None else gist
    return Line(one, margin, below, said, tone, label_words(one.label), shown, _where(one))


def _where(one: Conversation) -> str:
    who_reads = _("public") if one.is_public else _("private")
    if one.account is None:
        return f"{one.get_sort_display()}, {who_reads}"
    return f"{one.account.name}, {one.get_sort_display()}, {who_reads}"


def _counted(count: int) -> str:
    return str(count) if count < COUNTED else f"{COUNTED - 1}+"
