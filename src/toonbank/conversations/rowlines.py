"""The lines of the row, as its page shows them, under a heading for each band."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from toonbank.conversations.menu import COUNTED, Waiting
from toonbank.conversations.models import Band, Conversation, Sort
from toonbank.conversations.rowhandles import Handles
from toonbank.conversations.searching import Hit
from toonbank.conversations.wording import LabelWords, label_words, left_until
from toonbank.shops.models import Account
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
    """One conversation: `margin` and `below` stand left of the double line, `said` is the margin in full for who hears the page.

    `is_spam`: it may be laid aside together with others.
    """

    conversation: Conversation
    name: str
    margin: str
    below: str
    said: str
    tone: str
    label: LabelWords
    gist: str | SafeString
    language: str
    where: str
    whose: str
    handles: SafeString
    is_spam: bool = False


@dataclass(frozen=True)
class Group:
    """Lines under one heading; `count` is how many there are on all pages together."""

    heading: str
    name: str
    lines: list[Line] = field(default_factory=list)
    count: str = ""

    @property
    def spam(self) -> int:
        """How many of these lines may be laid aside together."""
        return sum(line.is_spam for line in self.lines)


class When(NamedTuple):
    """What stands in the margin of a line: the moment in short, the hour below it, the whole of it in words, and its tone."""

    margin: str
    below: str
    said: str
    tone: str = ""


class Pen:
    """Writes the lines of one page: what they share is looked up once."""

    def __init__(self, accounts: Iterable[Account], now: datetime, handles: Handles | None = None) -> None:
        self.now, self.handles = now, handles
        self.accounts = {account.pk: account.name for account in accounts}
        self.sorts: Mapping[str, str] = {one.value: str(one.label) for one in Sort}
        self.readers = {True: _("public"), False: _("private")}

    def waiting(self, one: Conversation) -> Line:
        """With the time that is left, or how late it is."""
        left = left_until(one.due_at, self.now, is_serious=one.label in PRESSING)
        if left is None:
            return self.dated(one, one.last_at)
        local = timezone.localtime(left.at)
        is_near = left.is_over or left.at - self.now < timedelta(days=1)
        margin = left.short if is_near else date_format(local, "D j")
        return self._line(one, When(margin, f"{local:%H:%M}", left.words, left.tone), one.excerpt)

    def dated(self, one: Conversation, moment: datetime, gist: str | SafeString | None = None) -> Line:
        """With the moment of something: of what was said last, or until when it is snoozed."""
        local = timezone.localtime(moment)
        is_this_year = local.year == timezone.localtime(self.now).year
        day = date_format(local, "j b" if is_this_year else "j b Y")
        said, shown = date_format(local, "j F Y, H:i"), one.excerpt if gist is None else gist
        return self._line(one, When(day, f"{local:%H:%M}", said), shown)

    def found(self, hit: Hit) -> Line:
        """A conversation that was found, with the words that were looked for."""
        return self.dated(hit.conversation, hit.at, hit.gist)

    def _line(self, one: Conversation, when: When, gist: str | SafeString) -> Line:
        return Line(
            one,
            one.name or _("Somebody"),
            *when,
            label_words(one.label),
            gist or without_words(one),
            one.language,
            self._where(one),
            self._whose(one),
            self.handles.of(one) if self.handles else SafeString(""),
            is_spam=one.label == "spam-abuse" and one.state in {"new", "ours"} and one.due_at is None,
        )

    def _where(self, one: Conversation) -> str:
        parts = (
            self.accounts.get(one.account_id or 0),
            self.sorts.get(one.sort),
            self.readers[one.is_public],
        )
        return ", ".join(part for part in parts if part)

    def _whose(self, one: Conversation) -> str:
        if one.assignee_id is None:
            return ""
        if self.handles and one.assignee_id == self.handles.member.pk:
            return _("yours")
        return _("with %(name)s") % {"name": getattr(one, "assignee_name", "")}


def without_words(one: Conversation) -> str:
    """What stands where nothing is left to read. Of what was taken back nothing gives it a label any more."""
    if one.label:
        return _("(no words)")
    if one.due_at is not None:
        return _("(deleted by who wrote it; its case is still open)")
    return _("(deleted by who wrote it)") if one.state == "aside" else _("(no words)")


def waiting_line(one: Conversation, now: datetime) -> Line:
    """A line by itself, without handles; its account was read along."""
    return Pen([one.account] if one.account else [], now).waiting(one)


def by_band(found: Iterable[Conversation], there: Waiting | None, pen: Pen) -> list[Group]:
    """Those who wait, under their headings; `there` are the counts when no filter is on."""
    counts = [*there.bands, there.undue] if there else []
    groups: dict[int, Group] = {}
    for one in found:
        place = one.band if one.due_at else UNDUE
        if place not in groups:
            count = _counted(counts[place]) if counts else ""
            groups[place] = Group(str(HEADINGS[place]), f"band-{place}", count=count)
        groups[place].lines.append(pen.waiting(one))
    return list(groups.values())


def _counted(count: int) -> str:
    return str(count) if count < COUNTED else f"{COUNTED - 1}+"
