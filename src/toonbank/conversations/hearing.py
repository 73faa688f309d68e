"""What triage says of a message, written on it; a person's own label stays."""

from toonbank.conversations.models import Message
from toonbank.triage import GRAVE, Kind, triage
from toonbank.triage.clock import clock, usual_step
from toonbank.triage.weighing import Scale

JUDGED = ("label", "severity", "sentiment", "suggested", "clock", "because", "private", "language")
"""The columns that `judge` sets."""
LOW = 2
"""So many stars or fewer are a disappointment, whatever the words."""


def judge(message: Message, by: Scale) -> None:
    """Label, severity, tone, clock, reasons, personal data and language of what stands there now. Saves nothing."""
    heard = triage(message.text, by=by)
    kind, severity = heard.kind, heard.severity
    if message.rating is not None and message.rating <= LOW and kind in {"criticism", "compliment", "chat"}:
        kind, severity = "complaint-disapproval", 2
    message.suggested, message.sentiment, message.language = kind, heard.sentiment, heard.language
    message.because = [[one.start, one.end, round(one.weight, 4)] for one in heard.because]
    message.private = [[one.start, one.end, one.kind] for one in heard.personal]
    if message.labelled_by_id is None:
        message.label, message.severity, message.clock = kind, severity, clock(kind, heard.modifiers)


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
