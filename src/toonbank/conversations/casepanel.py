"""How a case stands and what comes next, in plain words: the part beside a conversation, and the page of a case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from toonbank.conversations import case_forms
from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import case_of, is_complaint, was_taken_for_a_complaint
from toonbank.conversations.casework import NOT_JUDGED, complaints_in
from toonbank.conversations.endings import answers_that_end
from toonbank.conversations.hints import hints_for
from toonbank.conversations.models import Conversation, Message
from toonbank.shops.forms import DeskForm

MOST_ANSWERS = 6
MAY_BE_ONE = ("criticism", "doubt", "legal-press", "")
"""Labels of what may turn out to be a complaint."""
Words = str | Promise


@dataclass(frozen=True)
class Deed:
    """One thing that can be done with a case: what its form is called, what its button says, in which states it is offered.

    In `now` it is the next step; in `also` it stands folded away.
    """

    name: str
    title: Words
    button: Words
    form: Callable[..., DeskForm]
    now: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


OPEN = ("new", "acknowledged", "checking", "solving", "answered")
DEEDS = {
    deed.name: deed
    for deed in (
        Deed(
            "judge",
            _("Is the customer right?"),
            _("Write this down"),
            case_forms.JudgeForm,
            now=("new", "acknowledged", "checking"),
            also=("solving", "answered", "confirmed"),
        ),
        Deed(
            "solve",
            _("What puts it right"),
            _("Write this down"),
            case_forms.SolveForm,
            now=("solving",),
            also=("answered", "confirmed"),
        ),
        Deed(
            "say",
            _("Say it where others can see it"),
            _("It was said here"),
            case_forms.SayForm,
            now=("said?",),
        ),
        Deed(
            "confirm",
            _("Is it solved, says the customer?"),
            _("The customer says it is solved"),
            case_forms.ConfirmForm,
            now=("answered",),
        ),
        Deed(
            "close",
            _("What did it come from?"),
            _("Close the case"),
            case_forms.CauseForm,
            now=("confirmed",),
        ),
        Deed(
            "fact", _("Add a line to the facts"), _("Add it"), case_forms.FactForm, also=(*OPEN, "confirmed")
        ),
        Deed(
            "object",
            _("It is not solved after all"),
            _("Back to solving"),
            case_forms.WhyForm,
            also=("answered", "confirmed"),
        ),
        Deed(
            "give-up",
            _("Close it with a reason"),
            _("Close with this reason"),
            case_forms.GiveUpForm,
            also=OPEN,
        ),
        Deed(
            "no-complaint",
            _("This was no complaint"),
            _("It was no complaint"),
            case_forms.NoComplaintForm,
            also=("none?",),
        ),
        Deed(
            "cause",
            _("It came from something else"),
            _("Write this down"),
            case_forms.CauseForm,
            also=("closed",),
        ),
        Deed("reopen", _("Take it up again"), _("Take it up again"), case_forms.WhyForm, also=("closed",)),
    )
}
NEXT: dict[str, Words] = {
    "new": _(
        "Answer first: what you understood, who looks at it, and when you are back. Then find out what is so."
    ),
    "acknowledged": _("Find out what is so, and write down whether the customer is right."),
    "checking": _("Find out what is so, and write down whether the customer is right."),
    "solving": _("Put it right, and write down what was done."),
    "said?": _("Say below the complaint how it ended. Then choose that answer here."),
    "answered": _("Ask the customer whether it is solved. Their own word counts, not ours."),
    "confirmed": _("Write down what it came from. Then the case can be closed, and the shop can learn."),
    "closed": _("Closed. When the customer complains again, it opens by itself."),
}


@dataclass(frozen=True)
class Step:
    """One line of where it stands."""

    name: Words
    said: Words = ""
    at: datetime | None = None
    is_done: bool = False


@dataclass(frozen=True)
class Offer:
    """A deed with its form, as it is on the page."""

    deed: Deed
    form: DeskForm

    @property
    def is_open(self) -> bool:
        """Whether it must be seen at once: it came back with something to mend."""
        return bool(self.form.errors)


@dataclass(frozen=True)
class CasePanel:
    """All that `_case.html` shows; without a case only that one may be opened, or `was_one`: it was called no complaint.

    `sheet` adds a line to the facts: it stands with them, before `now`, since one looks before one judges.
    """

    conversation: Conversation
    case: Case | None
    next: Words = ""
    steps: Sequence[Step] = ()
    sheet: Offer | None = None
    now: Offer | None = None
    also: Sequence[Offer] = ()
    hints: Sequence[str] = ()
    was_one: bool = False

    @property
    def asks_an_answer(self) -> bool:
        """Whether the next step is to answer them, since no answer of ours may tell the end yet."""
        form = self.now.form if self.now else None
        return isinstance(form, case_forms.SayForm) and not form.has_choice and not form.errors

    @property
    def facts(self) -> list[tuple[Words, dict[str, Words]]]:
        """The fact sheet, with the word for what each line is about."""
        names, grounds = dict(case_forms.KINDS_OF_FACT), dict(case_forms.GROUNDS)
        lines: list[dict[str, str]] = self.case.facts if self.case else []
        return [
            (names.get(one["what"], one["what"]), {**one, "why": grounds.get(one.get("ground") or "-", "")})
            for one in lines
        ]


def case_panel_of(
    conversation: Conversation, *, deed: str = "", form: DeskForm | None = None
) -> CasePanel | None:
    """The part beside this conversation; None where there is neither a case nor a reason to open one.

    `form` is what somebody just filled in for `deed`, when it has something to mend. At most two queries.
    """
    case = case_of(conversation)
    hints = hints_for(conversation.label, conversation.excerpt)
    if case is None:
        was_one = was_taken_for_a_complaint(conversation)
        may_begin = was_one or is_complaint(conversation.label) or conversation.label in MAY_BE_ONE
        return CasePanel(conversation, None, hints=hints, was_one=was_one) if may_begin or hints else None
    where = "said?" if case.state == "solving" and case.outcome else case.state
    states = {where, case.state}
    is_unjudged = case.state in NOT_JUDGED and not is_complaint(conversation.label)
    if is_unjudged and not complaints_in(conversation).exists():
        states.add("none?")
    offers = [
        Offer(one, form if form is not None and one.name == deed else form_for(one.name, case))
        for one in DEEDS.values()
        if where in one.now or _is_also(one, where, states)
    ]
    if form is not None and not any(one.form is form for one in offers):
        offers.append(Offer(DEEDS[deed], form))  # the case moved meanwhile: what was typed is kept
    sheet = next((one for one in offers if one.deed.name == "fact"), None)
    now = next((one for one in offers if where in one.deed.now), None)
    also = [one for one in offers if one not in (sheet, now)]
    return CasePanel(conversation, case, NEXT[where], _steps(case), sheet, now, also, hints)


def _is_also(deed: Deed, where: str, states: set[str]) -> bool:
    return bool(states & set(deed.also)) or (where == "said?" and deed.name == "solve")


def form_for(deed: str, case: Case, data: Any = None) -> DeskForm:  # as Django gives it
    """The form of a deed, with what the case knows already."""
    more: dict[str, Any] = {"prefix": deed, "initial": case_forms.known_of(case, deed)}
    if deed == "say":
        more |= {"answers": answers_of(case), "is_public": case.conversation.is_public}
        more |= {"solved_at": case.solved_at}
    return DEEDS[deed].form(data, **more)


def answers_of(case: Case) -> list[Message]:
    """Our own answers in which the end may have been said, the newest first."""
    few = answers_that_end(case).only("text", "at", "conversation_id", "is_ours", "is_public")
    return list(few.order_by("-at", "-pk")[:MOST_ANSWERS])


def _steps(case: Case) -> list[Step]:
    """Heard, answered, looked into, solved, said, confirmed."""
    is_judged = case.verdict not in ("", "unknown")
    return [
        Step(_("heard"), at=case.opened_at, is_done=True),
        Step(_("first answer"), at=case.acknowledged_at, is_done=case.acknowledged_at is not None),
        Step(_("customer is right"), said=case.get_verdict_display() if is_judged else "", is_done=is_judged),
        Step(
            _("put right"),
            said=case.get_solution_display(),
            at=case.solved_at,
            is_done=case.solved_at is not None,
        ),
        Step(_("outcome said"), said=_("yes"), is_done=bool(case.closing_line)),
        Step(_("customer confirms"), at=case.confirmed_at, is_done=case.confirmed_at is not None),
    ]
