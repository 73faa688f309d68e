"""A new consent."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from toonbank.channels.networks import NETWORKS
from toonbank.relations.consenting import Who, Yes
from toonbank.relations.models import Contact
from toonbank.shops.forms import DeskForm

USES = (
    ("name", _("call by name")),
    ("quote", _("quote")),
    ("photo", _("show in a picture")),
    ("tag", _("tag")),
)


def _networks() -> list[tuple[str, str]]:
    language = get_language() or "nl"
    return [(kind, one.name.get(language, one.name["en"])) for kind, one in NETWORKS.items()]


class ConsentForm(DeskForm):
    """Who said yes to what, where, until when, and how that can be shown."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("As it would stand in a post."))
    handle = forms.CharField(
        label=_("Account on a network"), required=False, max_length=200, help_text=_("For example: @mirjam")
    )
    role = forms.ChoiceField(label=_("Who is this?"), choices=Contact.Role.choices)
    uses = forms.MultipleChoiceField(
        label=_("What may the shop do?"), choices=USES, widget=forms.CheckboxSelectMultiple
    )
    kinds = forms.MultipleChoiceField(
        label=_("Only on these networks"),
        required=False,
        choices=_networks,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none when it holds everywhere."),
    )
    until_on = forms.DateField(
        label=_("Until and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: until it is taken back."),
    )
    guardian = forms.CharField(
        label=_("Parent or guardian"),
        required=False,
        max_length=120,
        help_text=_("Only for somebody under sixteen: who said yes."),
    )
    proof = forms.CharField(
        label=_("How did this person say yes?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: said so at the counter on 3 November, or a mail of that day."),
    )

    def clean_until_on(self) -> Any:  # a date or nothing
        """In the future."""
        day = self.cleaned_data["until_on"]
        if day is not None and day < timezone.localdate():
            raise ValidationError(_("That day has passed; choose one in the future."))
        return day

    @property
    def who(self) -> Who:
        """The person."""
        return Who(self.cleaned_data["name"], self.cleaned_data["handle"], self.cleaned_data["role"])

    @property
    def yes(self) -> Yes:
        """What is allowed; the last day counts in full, on the shop's clock."""
        said = self.cleaned_data
        day = said["until_on"]
        zone = timezone.get_current_timezone()
        until_at = datetime.combine(day, time(23, 59, 59), zone) if day else None
        return Yes(
            proof=said["proof"],
            name="name" in said["uses"],
            quote="quote" in said["uses"],
            photo="photo" in said["uses"],
            tag="tag" in said["uses"],
            kinds=tuple(said["kinds"]),
            until_at=until_at,
            guardian=said["guardian"],
        )
