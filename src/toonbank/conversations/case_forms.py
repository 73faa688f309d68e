"""What somebody fills in at each step of a complaint."""

from datetime import datetime
from textwrap import shorten
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from toonbank.conversations.casebook import Case, Cause, Solution, Verdict
from toonbank.conversations.casesheet import FactLine
from toonbank.conversations.models import Message
from toonbank.shops.forms import DeskForm

BY_VOICE = "voice"
LONGEST_CHOICE = 110
KINDS_OF_FACT = [
    ("order", _("order")),
    ("delivery", _("delivery")),
    ("earlier", _("earlier contact")),
    ("promise", _("what was promised")),
    ("policy", _("our own terms")),
    ("goods", _("the goods")),
    ("other", _("something else")),
]
GROUNDS = [
    ("", _("It is not about a person")),
    ("gave", _("The customer gave it in this conversation")),
    ("consent", _("Linked with the customer's consent")),
]


def words(label: Any, rows: int = 2, **more: Any) -> forms.CharField:  # a lazy translation
    """A field for a few lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


class JudgeForm(DeskForm):
    """Whether the customer is right, and what is true in the complaint."""

    verdict = forms.ChoiceField(
        label=_("Is the customer right?"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    kernel = words(
        _("What is true in it?"),
        required=False,
        max_length=1000,
        help_text=_("Also when the customer is not right: a complaint is never without any ground."),
    )


class FactForm(DeskForm):
    """A line of the fact sheet."""

    what = forms.ChoiceField(label=_("What about"), choices=KINDS_OF_FACT)
    found = forms.CharField(label=_("What is so"), max_length=500)
    source = forms.CharField(
        label=_("Where you found it"), max_length=200, help_text=_("For example: the till, the label, Bas.")
    )
    ground = forms.ChoiceField(
        label=_("Why may we look at it?"),
        choices=GROUNDS,
        required=False,
        help_text=_("An order or delivery is only laid beside it when the customer gave or allowed it."),
    )

    @property
    def line(self) -> FactLine:
        """As the sheet keeps it."""
        said = self.cleaned_data
        return FactLine(said["what"], said["found"], said["source"], said["ground"])


class SolveForm(DeskForm):
    """What puts it right."""

    solution = forms.ChoiceField(
        label=_("What puts it right?"), choices=Solution.choices, widget=forms.RadioSelect
    )
    outcome = words(
        _("What was done?"),
        max_length=1000,
        help_text=_("What, by whom, when. A colleague must be able to tell it too."),
    )


class SayForm(DeskForm):
    """Where the outcome was said."""

    message = forms.ChoiceField(
        label=_("In which answer did you say it?"), choices=(), widget=forms.RadioSelect
    )
    line = words(
        _("In one line"),
        required=False,
        max_length=500,
        help_text=_("Empty: the answer itself. No private details, and only what the customer agrees to."),
    )

    def __init__(
        self, *args: Any, answers: list[Message], is_public: bool, solved_at: datetime | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.answers = {str(one.pk): one for one in answers}
        choices: list[tuple[str, Any]] = [
            (pk, f"‘{shorten(one.text, LONGEST_CHOICE, placeholder='…')}’")
            for pk, one in self.answers.items()
        ]
        if not is_public:
            choices.append((BY_VOICE, _("By voice: at the counter or by telephone")))
        self.fields["message"].choices = choices  # type: ignore[attr-defined]  # a choice field, as said above
        if not choices:
            self.fields["message"].error_messages["required"] = _(
                "Answer below the complaint first, then choose that answer here."
            )
        # Chosen beforehand only when there is no doubt: what was said before it was put right seldom told the end.
        may_tell_the_end = all(solved_at is None or one.at >= solved_at for one in answers)
        if len(choices) == 1 and may_tell_the_end:
            self.fields["message"].initial = choices[0][0]

    @property
    def has_choice(self) -> bool:
        """Whether there is anything to choose: else the answer must be written first."""
        return bool(self.fields["message"].choices)  # type: ignore[attr-defined]  # as above

    @property
    def answer(self) -> Message | None:
        """The answer that was chosen; None for by voice."""
        return self.answers.get(self.cleaned_data["message"])


class ConfirmForm(DeskForm):
    """The customer's own yes."""

    how = words(
        _("How did the customer say so?"),
        max_length=500,
        help_text=_("For example: thanked below our answer."),
    )


class NoComplaintForm(DeskForm):
    """Nothing to fill in: the label of the message says what it is."""


class WhyForm(DeskForm):
    """A reason: to object, to give up, to take up again."""

    why = words(_("Why?"), max_length=500)


class CauseForm(DeskForm):
    """What it came from."""

    cause = forms.ChoiceField(
        label=_("What did the complaint come from?"), choices=Cause.choices, widget=forms.RadioSelect
    )


class GiveUpForm(WhyForm):
    """Closing it before its end."""

    cause = forms.ChoiceField(
        label=_("What did the complaint come from?"),
        choices=[("", _("not known")), *Cause.choices],
        required=False,
    )


def known_of(case: Case, deed: str) -> dict[str, Any]:
    """What a form begins with: what the case says already."""
    if deed == "judge":
        return {"verdict": case.verdict or Verdict.UNKNOWN, "kernel": case.kernel}
    if deed == "solve":
        return {"solution": case.solution, "outcome": case.outcome}
    return {"cause": case.cause} if deed in ("close", "cause", "give-up") else {}
