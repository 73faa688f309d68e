"""What the registers ask: short, in the order in which one knows it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from toonbank.evidence.dossier import Comparison, Endorsement, Mark, Paper, Proof, Quote
from toonbank.shops.forms import DeskForm

_AGREED_HINT = _("For example: by mail on 3 November. Leave it empty when nobody agreed yet.")


def _lines(
    label: Any, hint: Any = "", *, required: bool = True, longest: int = 500
) -> forms.CharField:  # lazy texts
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, help_text=hint, required=required, max_length=longest, widget=widget)


class PaperForm(DeskForm):
    """What every register asks at the end: where it can be found, and until when it holds."""

    link = forms.CharField(
        label=_("Where can it be found?"),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        help_text=_("A web address, or where the paper lies: the folder in the office, a mail."),
    )
    until_on = forms.DateField(
        label=_("Holds until and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leave it empty when no end was agreed."),
    )
    revision = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def clean_until_on(self) -> Any:  # a date or nothing
        """Not over yet, unless it stood there like that already."""
        day = self.cleaned_data["until_on"]
        if day is not None and day < timezone.localdate() and "until_on" in self.changed_data:
            raise ValidationError(_("That day has passed; what is over proves nothing any more."))
        return day

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, by the field of the paper."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


class EndorsementForm(PaperForm):
    """Praise by somebody with a name."""

    who = forms.CharField(
        label=_("Who said it?"),
        max_length=200,
        help_text=_("A name or @handle, as it would stand in a post; a medium may stand here too."),
    )
    what = forms.CharField(label=_("About what?"), required=False, max_length=200)
    quote = _lines(
        _("What was said, to the letter?"),
        _("A post may say this and no more than this."),
        required=False,
        longest=1000,
    )
    is_paid = forms.BooleanField(label=_("They were paid"), required=False)
    is_gift = forms.BooleanField(label=_("They got it as a gift or at a discount"), required=False)
    is_affiliate = forms.BooleanField(label=_("They earn when people buy"), required=False)
    relation = forms.CharField(
        label=_("Family, a friend, staff?"),
        required=False,
        max_length=120,
        help_text=_("For example: my sister. Leave it empty when there is no tie."),
    )
    agreed = _lines(_("How did they agree to be named?"), _AGREED_HINT, required=False)
    field_order = ("who", "what", "quote", "is_paid", "is_gift", "is_affiliate", "relation", "agreed")


class QuoteForm(PaperForm):
    """Words of a customer."""

    text = _lines(
        _("What did the customer write, to the letter?"),
        _("The whole of it, the drawback included. A post may cut it with […]."),
        longest=2000,
    )
    source = forms.CharField(
        label=_("Where was it written?"),
        max_length=120,
        help_text=_("For example: Klantwoord, a mail, the square."),
    )
    author = forms.CharField(
        label=_("Under which name do readers see it?"),
        required=False,
        max_length=120,
        help_text=_("Leave it empty when it stays without a name."),
    )
    agreed = _lines(_("How did they agree that you use it?"), _AGREED_HINT, required=False)
    field_order = ("text", "source", "author", "agreed")


class ProofForm(PaperForm):
    """A statement and what it rests on."""

    claim = forms.CharField(
        label=_("What do you want to be able to say?"),
        max_length=300,
        help_text=_("In the words of a post. For example: the most yarn colours of Zutphen."),
    )
    basis = _lines(
        _("What shows that it is so?"), _("A certificate, a count, a deed: what it is, of whom, of when.")
    )
    field_order = ("claim", "basis")


class ComparisonForm(PaperForm):
    """A test by others."""

    name = forms.CharField(label=_("Which test, by whom, of when?"), max_length=200)
    result = forms.CharField(label=_("What was the result?"), required=False, max_length=300)
    field_order = ("name", "result")


class MarkForm(PaperForm):
    """A quality mark."""

    name = forms.CharField(label=_("What is it called?"), max_length=200)
    number = forms.CharField(label=_("Under which number?"), required=False, max_length=120)
    field_order = ("name", "number")


FORMS: dict[type[Paper], type[PaperForm]] = {
    Endorsement: EndorsementForm,
    Quote: QuoteForm,
    Proof: ProofForm,
    Comparison: ComparisonForm,
    Mark: MarkForm,
}
