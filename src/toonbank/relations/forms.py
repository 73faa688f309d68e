"""A new consent, a question for one, an account that is kindred, and how long things are kept."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from toonbank.channels.networks import NETWORKS
from toonbank.relations.consenting import Who, Yes
from toonbank.relations.keeping import KINDS
from toonbank.relations.models import Contact
from toonbank.relations.questions import Question
from toonbank.shops.forms import DeskForm, dress

USES = (
    ("name", _("call by name")),
    ("quote", _("quote")),
    ("photo", _("show in a picture")),
    ("tag", _("tag")),
)


def _networks() -> list[tuple[str, str]]:
    language = get_language() or "nl"
    return [(kind, one.name.get(language, one.name["en"])) for kind, one in NETWORKS.items()]


def _in_the_future(day: date | None) -> date | None:
    if day is not None and day < timezone.localdate():
        raise ValidationError(_("That day has passed; choose one in the future."))
    return day


def _end_of(day: date | None) -> datetime | None:
    zone = timezone.get_current_timezone()
    return datetime.combine(day, time(23, 59, 59), zone) if day else None


class ConsentForm(DeskForm):
    """Who said yes to what, where, until when, and how that can be shown."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("As it would stand in a post."))
    handle = forms.CharField(
        label=_("Account on a network"), required=False, max_length=200, help_text=_("For example: @mirjam")
    )
    person = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
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
        return _in_the_future(self.cleaned_data["until_on"])

    @property
    def who(self) -> Who:
        """The person."""
        return Who(*(self.cleaned_data[name] for name in ("name", "handle", "role", "person")))

    @property
    def yes(self) -> Yes:
        """What is allowed; the last day counts in full, on the shop's clock."""
        said = self.cleaned_data
        return Yes(
            proof=said["proof"],
            name="name" in said["uses"],
            quote="quote" in said["uses"],
            photo="photo" in said["uses"],
            tag="tag" in said["uses"],
            kinds=tuple(said["kinds"]),
            until_at=_end_of(said["until_on"]),
            guardian=said["guardian"],
        )


class AskForm(DeskForm):
    """What is asked of somebody, and the words in which."""

    purpose = forms.CharField(
        label=_("What for?"),
        max_length=300,
        help_text=_("Ends the sentence: We would like it for this. For example: a post about mended coats."),
    )
    uses = forms.MultipleChoiceField(
        label=_("What would you like to do?"), choices=USES, widget=forms.CheckboxSelectMultiple
    )
    kinds = forms.MultipleChoiceField(
        label=_("On which networks?"),
        required=False,
        choices=_networks,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none when you ask it for everywhere."),
    )
    until_on = forms.DateField(
        label=_("Until and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: until it is taken back."),
    )
    lang = forms.ChoiceField(
        label=_("Language of the question"), choices=[("nl", "Nederlands"), ("en", "English")]
    )
    is_minor = forms.BooleanField(label=_("It is about somebody under sixteen"), required=False)
    text = forms.CharField(
        label=_("The question"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_(
            "Say it in your own words. What is asked, for what, where and until when must stay in it."
        ),
    )

    def clean_until_on(self) -> Any:  # a date or nothing
        """In the future."""
        return _in_the_future(self.cleaned_data["until_on"])

    @property
    def question(self) -> Question:
        """What is asked; the last day counts in full, on the shop's clock."""
        said = self.cleaned_data
        return Question(
            purpose=said["purpose"],
            uses=tuple(use for use, _label in USES if use in said["uses"]),
            kinds=tuple(said["kinds"]),
            until_at=_end_of(said["until_on"]),
            lang=said["lang"],
            is_minor=said["is_minor"],
            text=said["text"],
        )


class KindredForm(DeskForm):
    """An account that the shop likes to be seen with."""

    name = forms.CharField(label=_("Who is it?"), max_length=120)
    kind = forms.ChoiceField(label=_("Network"), choices=_networks)
    handle = forms.CharField(
        label=_("Account on a network"), max_length=200, help_text=_("For example: @mirjam")
    )
    why = forms.CharField(
        label=_("Why do you like to be seen with them?"),
        max_length=300,
        help_text=_("For example: mends what we sell, and does it well."),
    )


class KeepingForm(DeskForm):
    """So many months of each kind."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in KINDS:
            told = {"after": kind.after, "least": kind.least, "most": kind.most}
            self.fields[kind.name] = forms.IntegerField(
                label=str(kind.title),
                min_value=kind.least,
                max_value=kind.most,
                help_text=gettext("Months, %(after)s; from %(least)s to %(most)s.") % told,
            )
        dress(self)

    @property
    def months(self) -> dict[str, int]:
        """By kind."""
        return {kind.name: self.cleaned_data[kind.name] for kind in KINDS}


class AnswerForm(forms.Form):
    """What somebody without an account fills in to say yes; of a child it is the parent who does."""

    use_required_attribute = False

    name = forms.CharField(label=_("Your name"), max_length=120, required=False)
    guardian = forms.CharField(
        label=_("Name of the parent or guardian"),
        max_length=120,
        required=False,
        help_text=_("Only when it is about somebody under sixteen."),
    )
    is_old_enough = forms.BooleanField(label=_("I am sixteen or older"), required=False)

    def __init__(self, *args: Any, is_of_child: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if is_of_child:
            del self.fields["name"], self.fields["is_old_enough"]
            guardian = self.fields["guardian"]
            guardian.label, guardian.help_text = _("Your name, as parent or guardian"), ""
        dress(self)
