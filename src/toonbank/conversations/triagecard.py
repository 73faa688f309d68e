"""The card on top of a conversation: what triage made of it, on which words, and why the clock stands where it stands."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from toonbank.conversations.models import Message
from toonbank.conversations.talking import FEWEST_LETTERS, Run, Talk, runs_of
from toonbank.conversations.wording import LabelWords, label_words
from toonbank.language.reading import Language
from toonbank.triage import triage
from toonbank.triage.clock import CLOCKS

LEVELS: list[tuple[int, str | Promise]] = [
    (0, gettext_lazy("none")),
    (1, gettext_lazy("1: tells of a trouble, without reproach")),
    (2, gettext_lazy("2: is displeased")),
    (3, gettext_lazy("3: says what we did wrong")),
    (4, gettext_lazy("4: blames us")),
]
MODIFIERS = {
    "repeat": gettext_lazy("It is not the first message about this."),
    "date-passes-today": gettext_lazy("A date that matters passes today."),
    "others-agree": gettext_lazy("Others say the same."),
    "open-case": gettext_lazy("Something of theirs is still open."),
}
STEPS = {
    "30 min": gettext_lazy("half an hour"),
    "1 h": gettext_lazy("one hour"),
    "2 h": gettext_lazy("two hours"),
    "4 h": gettext_lazy("four hours"),
    "1 day": gettext_lazy("one working day"),
    "2 days": gettext_lazy("two working days"),
}


@dataclass(frozen=True)
class Card:
    """What the card shows; `said` are the words that told, each cut so that personal data stays hidden."""

    message: Message | None
    label: LabelWords
    severity: int = 0
    said: list[list[Run]] = field(default_factory=list)
    whys: list[str] = field(default_factory=list)
    by: str = ""


def card_of(talk: Talk) -> Card:
    """The card of the message that the label comes from; the heaviest words first."""
    message = talk.judged
    if message is None:
        return Card(None, label_words(talk.conversation.label))
    telling = (one for one in message.because if one[2] > 0 and one[1] - one[0] >= FEWEST_LETTERS)
    heard = sorted(telling, key=lambda one: -one[2])[:2]
    said = [_words(message, start, end) for start, end, _weight in sorted(heard)]
    return Card(message, label_words(message.label), message.severity, said, _whys(message), _by(message))


def _words(message: Message, start: int, end: int) -> list[Run]:
    inside = [
        (max(first, start) - start, min(last, end) - start, kind)
        for first, last, kind in message.private
        if first < end and last > start
    ]
    words = message.text[start:end]
    return runs_of(words, [(0, len(words), 1)], inside, is_open=not message.is_public)


def _whys(message: Message) -> list[str]:
    """What made the clock faster. The modifiers are read again: they are not kept."""
    if message.label not in CLOCKS or message.label == "spam-abuse":
        return [str(_("No answer is needed. It may be closed."))] if message.label == "spam-abuse" else []
    language: Language = "en" if message.language == "en" else "nl"
    told = [str(MODIFIERS[one]) for one in triage(message.text, language).modifiers]
    usual = CLOCKS[message.label]
    if message.clock and message.clock != usual and message.clock in STEPS:
        steps = {"usual": STEPS[usual], "now": STEPS[message.clock]}
        told.append(_("So the clock went from %(usual)s to %(now)s.") % steps)
    return told


def _by(message: Message) -> str:
    if message.labelled_by_id is None:
        return ""
    if not message.suggested or message.suggested == message.label:
        return _("A colleague looked, and agreed.")
    return _("A colleague gave it this label. The desk had thought: %(label)s.") % {
        "label": label_words(message.suggested).word
    }
