"""Labels, grounds and time as the pages of the counter say them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy


@dataclass(frozen=True)
class LabelWords:
    """A label on the screen: its word, its icon, and its tone ("" is neutral)."""

    word: str | Promise
    icon: str
    tone: str = ""


LABELS: dict[str, LabelWords] = {
    "danger": LabelWords(pgettext_lazy("label", "Danger"), "exclamation-triangle", "block"),
    "legal-press": LabelWords(pgettext_lazy("label", "Law or press"), "building-library", "block"),
    "complaint-blame": LabelWords(pgettext_lazy("label", "Complaint with blame"), "hand-raised", "block"),
    "complaint-accusation": LabelWords(
        pgettext_lazy("label", "Complaint with reproach"), "hand-raised", "block"
    ),
    "complaint-disapproval": LabelWords(
        pgettext_lazy("label", "Complaint with displeasure"), "hand-raised", "warn"
    ),
    "complaint-implicit": LabelWords(
        pgettext_lazy("label", "Complaint without reproach"), "hand-raised", "warn"
    ),
    "doubt": LabelWords(pgettext_lazy("label", "Doubt"), "scale", "warn"),
    "question": LabelWords(pgettext_lazy("label", "Question"), "question-mark-circle"),
    "criticism": LabelWords(pgettext_lazy("label", "Criticism"), "light-bulb"),
    "compliment": LabelWords(pgettext_lazy("label", "Compliment"), "heart"),
    "chat": LabelWords(pgettext_lazy("label", "Chat"), "chat-bubble-left"),
    "spam-abuse": LabelWords(pgettext_lazy("label", "Spam or abuse"), "archive-box-x-mark"),
}
LONG_HOURS = 6
"""From so many hours on nobody counts minutes."""
UNLABELLED = LabelWords(pgettext_lazy("label", "Not looked at yet"), "ellipsis-horizontal-circle")

PRIVATE: dict[str, str | Promise] = {
    "order": gettext_lazy("order number"),
    "email": gettext_lazy("e-mail address"),
    "phone": gettext_lazy("telephone number"),
    "address": gettext_lazy("address"),
    "postcode": gettext_lazy("postcode"),
    "iban": gettext_lazy("bank account"),
    "birth_date": gettext_lazy("date of birth"),
    "plate": gettext_lazy("number plate"),
    "card": gettext_lazy("card number"),
    "citizen": gettext_lazy("citizen service number"),
}


def label_words(label: str) -> LabelWords:
    """How a label reads; a message that nobody judged yet has one too."""
    return LABELS.get(label, UNLABELLED)


@dataclass(frozen=True)
class Left:
    """How long until something is due: in words, shorter for a margin, the hour, and a tone once time presses."""

    words: str
    short: str
    at: datetime
    tone: str
    is_over: bool


def left_until(due_at: datetime | None, now: datetime, *, is_serious: bool = False) -> Left | None:
    """What the clock of a conversation says; None when nothing is due. Red in the last hour of what is serious."""
    if due_at is None:
        return None
    over = now - due_at
    if over >= timedelta(0):
        late = _("%(time)s late")
        return Left(
            late % {"time": span_in_words(over)},
            _in_a_margin(late, short_span(over)),
            due_at,
            "block",
            is_over=True,
        )
    presses = is_serious and -over <= timedelta(hours=1)
    words = _("%(time)s left") % {"time": span_in_words(-over)}
    return Left(words, short_span(-over), due_at, "block" if presses else "", is_over=False)


def _in_a_margin(late: str, time: str) -> str:
    """ "24 d late", which in a narrow margin breaks before the word and nowhere else."""
    parts = (late % {"time": "\0"}).split("\0")
    return " ".join(
        part.strip().replace(" ", "\u00a0") for part in (parts[0], time, parts[1]) if part.strip()
    )


def short_span(span: timedelta) -> str:
    """The same length for a narrow margin: `18 min`, `1 h 05`, `21 h`, `3 d`."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return _("%(n)d min") % {"n": minutes}
    if minutes < LONG_HOURS * 60:
        return _("%(hours)d h %(minutes)s") % {"hours": minutes // 60, "minutes": f"{minutes % 60:02}"}
    if minutes < 24 * 60:
        return _("%(n)d h") % {"n": minutes // 60}
    return _("%(n)d d") % {"n": minutes // (24 * 60)}


def span_in_words(span: timedelta) -> str:
    """A length of time as one says it: minutes below an hour, hours below a day, then days."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    if minutes < 24 * 60:
        hours, rest = divmod(minutes, 60)
        told = ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
        return (
            told
            if rest == 0 or hours >= LONG_HOURS
            else _("%(hours)s %(n)d min") % {"hours": told, "n": rest}
        )
    days = minutes // (24 * 60)
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def moment_in_words(at: datetime, now: datetime) -> str:
    """`today, 09:40`, `yesterday, 19:22`, else the day; the year only when it is another one."""
    local, today = timezone.localtime(at), timezone.localtime(now)
    clock = date_format(local, "H:i")
    days = (today.date() - local.date()).days
    if days == 0:
        return _("today, %(time)s") % {"time": clock}
    if days == 1:
        return _("yesterday, %(time)s") % {"time": clock}
    return date_format(local, "j F, H:i" if local.year == today.year else "j F Y, H:i")
