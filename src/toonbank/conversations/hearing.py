"""What triage says of a message, written on it; a person's own label stays."""

from collections.abc import Sequence
from datetime import UTC, datetime

from toonbank.conversations.models import Message, Wording
from toonbank.conversations.standing import ASKING, gravity
from toonbank.triage import GRAVE, Kind, Triage, triage
from toonbank.triage.clock import clock, usual_step
from toonbank.triage.weighing import Scale

JUDGED = ("label", "severity", "sentiment", "suggested", "clock", "because", "private", "language")
"""The columns that `judge` sets."""
RAISED = ("raised_at", "raised_heard_at", "raised_from", "labelled_by")
"""The columns that `note_rise` sets besides."""
LOW = 2
"""So many stars or fewer are a disappointment, whatever the words."""
_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


def judge(message: Message, by: Scale) -> None:
    """Label, severity, tone, clock, reasons, personal data and language of what stands there now. Saves nothing."""
    heard = triage(message.text, by=by)
    kind, severity = _with_stars(heard, message.rating)
    message.suggested, message.sentiment, message.language = kind, heard.sentiment, heard.language
    message.because = [[one.start, one.end, round(one.weight, 4)] for one in heard.because]
    message.private = [[one.start, one.end, one.kind] for one in heard.personal]
    if message.labelled_by_id is None:
        message.label, message.severity, message.clock = kind, severity, clock(kind, heard.modifiers)


def note_rise(message: Message, former: Sequence[Wording], by: Scale, heard_at: datetime | None) -> None:
    """Since when a judged message is as grave as it is, when `former` words of it (oldest first) were calmer. Saves nothing.

    `heard_at` is when we heard what stands there now, None when only older words came. Nobody has read what is graver than
    before: it waits from that edit on, and a person's label of calmer words was of those words.
    """
    raised_at, raised_from = _rise(message, former, by)
    is_new = heard_at is not None and raised_at is not None and raised_at > (message.raised_at or _BEFORE_ALL)
    if raised_at is None:
        message.raised_heard_at = None
    elif is_new:
        message.raised_heard_at = heard_at
    else:
        message.raised_heard_at = message.raised_heard_at or max(message.heard_at, raised_at)
    message.raised_at, message.raised_from = raised_at, raised_from
    if is_new and message.labelled_by_id is not None and gravity(message.suggested) < gravity(message.label):
        message.labelled_by = None
        judge(message, by)


def _rise(message: Message, former: Sequence[Wording], by: Scale) -> tuple[datetime | None, str]:
    """The edit from which on it was always at least as grave as now, and what it was before."""
    since = message.changed_at or message.at
    for one in reversed(former if message.suggested in ASKING else ()):
        kind, _severity = _with_stars(triage(one.text, by=by), one.rating)
        if gravity(kind) > gravity(message.suggested):
            return since, kind
        since = one.since_at
    return None, ""


def _with_stars(heard: Triage, rating: int | None) -> tuple[Kind, int]:
    """Kind and severity of what was heard with so many stars."""
    if rating is not None and rating <= LOW and heard.kind in {"criticism", "compliment", "chat"}:
        return "complaint-disapproval", 2
    return heard.kind, heard.severity


def lay_low(message: Message) -> None:
    """Nobody waits for an answer to this: a list, an automatic answer, what the network itself calls spam. A person's label stays."""
    if message.labelled_by_id is None:
        message.label, message.suggested, message.severity, message.clock = (
            "spam-abuse",
            "spam-abuse",
            0,
            "never",
        )


def relabelled_clock(message: Message, label: Kind) -> str:
    """The step of another label, as much sooner as the text asked for."""
    was = usual_step(message.label)
    is_raised = was is not None and message.clock != was
    return clock(label, ("repeat",) if is_raised else ())


def severity_of(label: Kind, suggested: int) -> int:
    """The level of a complaint belongs to its label; of danger and law what was heard stays."""
    levels = {
        "complaint-blame": 4,
        "complaint-accusation": 3,
        "complaint-disapproval": 2,
        "complaint-implicit": 1,
    }
    if label in levels:
        return levels[label]
    return suggested if label in GRAVE else 0
