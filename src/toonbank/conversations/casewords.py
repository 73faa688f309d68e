"""The turns of a case as a story tells them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from toonbank.conversations.casebook import Verdict
from toonbank.conversations.models import Conversation

TURNS: dict[str, str | Promise] = {
    "case open": _("A complaint: the case was opened"),
    "case acknowledge": _("The first answer"),
    "case check": _("Looking into it"),
    "case judge": _("Judged"),
    "case solve": _("It was put right"),
    "case corrected": _("Corrected what was written"),
    "case answer": _("The outcome was said"),
    "case confirm": _("The customer says it is solved"),
    "case object": _("Not solved after all"),
    "case close": _("The case was closed"),
    "case give_up": _("Closed with a reason"),
    "case no_complaint": _("It was no complaint: it counts nowhere any more"),
    "case complain": _("A complaint after all"),
    "case reopen": _("Taken up again"),
}


@dataclass(frozen=True)
class Told:
    """One line of the story."""

    at: datetime
    words: str | Promise
    who: str
    why: str


def story_of(conversation: Conversation) -> list[Told]:
    """What happened to its case, in order; one query."""
    turns = conversation.turns.filter(event__in=TURNS).select_related("member__person")
    return [
        Told(
            turn.at,
            TURNS[turn.event],
            turn.member.person.name if turn.member else "",
            str(Verdict(turn.why).label)
            if turn.event == "case judge" and turn.why in Verdict.values
            else turn.why,
        )
        for turn in turns[:200]
    ]
