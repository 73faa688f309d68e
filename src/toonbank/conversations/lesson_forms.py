"""What somebody fills in about an improvement."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from toonbank.conversations.casebook import Cause
from toonbank.conversations.lessons import Plan
from toonbank.shops.forms import DeskForm
from toonbank.shops.models import Member


class PlanForm(DeskForm):
    """What changes, because of what, by whom, by when."""

    what = forms.CharField(
        label=_("What do we change?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "One thing that a customer will notice. For example: a size chart with every children's coat."
        ),
    )
    cause = forms.ChoiceField(
        label=_("What did it come from?"),
        choices=[("", _("Choose")), *Cause.choices],
        help_text=_("Complaints with this cause are counted before and after, to see whether it helped."),
    )
    owner = forms.ChoiceField(label=_("Who sees to it?"), choices=())
    due_on = forms.DateField(
        label=_("By when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, members: list[Member], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members, self.today = {str(one.pk): one for one in members}, today
        names = [(key, one.person.name) for key, one in self.members.items()]
        self.fields["owner"].choices = [("", _("Choose")), *names]  # type: ignore[attr-defined]  # a choice field, as said above

    def clean_due_on(self) -> date:
        """Today or later: a day that has passed helps nobody."""
        day: date = self.cleaned_data["due_on"]
        if day < self.today and "due_on" in self.changed_data:
            raise ValidationError(_("That day has passed; choose one that is still to come."))
        return day

    @property
    def plan(self) -> Plan:
        """What was filled in."""
        said = self.cleaned_data
        return Plan(said["what"], said["cause"], self.members[said["owner"]], said["due_on"])


class DropForm(DeskForm):
    """Why it will not be done."""

    why = forms.CharField(label=_("Why will it not be done?"), max_length=500)
