"""What people tell the evidence: counts, names, promotions, reviews, sources."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from toonbank.evidence.attesting import HIGHEST
from toonbank.evidence.models import CountSeen
from toonbank.language.names import name_key
from toonbank.shops.forms import DeskForm, dress
from toonbank.sources.mapping import Mapping
from toonbank.sources.products import FIELDS
from toonbank.sources.table import Preview

BIGGEST_LIST = 500_000_000


def _moment(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateTimeField:  # lazy texts
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(
        label=label, help_text=hint, required=required, widget=widget, input_formats=["%Y-%m-%dT%H:%M"]
    )


def _not_too_big(file: UploadedFile) -> None:
    if (file.size or 0) > BIGGEST_LIST:
        raise ValidationError(
            _("This file is larger than 500 MB; a product list never is. Is it the right one?")
        )


class CountForm(DeskForm):
    """ "I counted them myself"."""

    value = forms.IntegerField(
        label=_("How many did you count?"),
        min_value=0,
        max_value=HIGHEST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    words = forms.CharField(
        label=_("Anything to add?"),
        required=False,
        max_length=300,
        help_text=_("For example: on the shelf and in the stock room."),
    )


class OrderForm(DeskForm):
    """What is on order; an empty form takes it back."""

    amount = forms.IntegerField(
        label=_("How many are on order?"),
        required=False,
        min_value=1,
        max_value=HIGHEST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    on = forms.DateField(
        label=_("Expected on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leave both empty when nothing is on order."),
    )


class NameForm(DeskForm):
    """Another name for a product."""

    words = forms.CharField(label=_("Another name"), max_length=120)

    def clean_words(self) -> str:
        """One to six words that can be found in a text."""
        words: str = self.cleaned_data["words"]
        if not 0 < len(name_key(words).split()) <= 6:
            raise ValidationError(_("A name has one to six words."))
        return words


class PromotionForm(DeskForm):
    """A new promotion."""

    name = forms.CharField(label=_("What is the offer?"), max_length=200)
    percent = forms.IntegerField(
        label=_("Discount, in per cent"), required=False, min_value=1, max_value=100,
        help_text=_("Leave it empty when the offer is something else."),
    )  # fmt: skip
    starts_at = _moment(_("Begins"))
    ends_at = _moment(_("Ends"), _("Empty means that no end was promised."), required=False)
    conditions = forms.CharField(
        label=_("Conditions"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    search = forms.CharField(
        label=_("For which products?"),
        required=False,
        max_length=200,
        help_text=_("Article numbers, separated by commas. Empty means the whole shop."),
    )

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("starts_at"), given.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("The end lies before the beginning."))
        return given


class ExtendForm(DeskForm):
    """Another end."""

    ends_at = _moment(_("New end"), _("Readers were told another day; that it was put off is counted."))


class NumberForm(DeskForm):
    """How many customers or orders."""

    what = forms.ChoiceField(label=_("What was counted?"), choices=CountSeen.What.choices)
    value = forms.IntegerField(label=_("How many?"), min_value=0, max_value=HIGHEST)
    source = forms.CharField(
        label=_("Where does that number come from?"),
        max_length=120,
        help_text=_("For example: the till, the web shop."),
    )


class ReviewsForm(DeskForm):
    """What a review site shows today."""

    name = forms.CharField(label=_("Name of the review site"), max_length=120)
    count = forms.IntegerField(label=_("How many reviews?"), min_value=0, max_value=HIGHEST)
    average = forms.DecimalField(
        label=_("Average"), required=False, min_value=Decimal(0), max_value=Decimal(100), max_digits=4, decimal_places=2,
        localize=True,
    )  # fmt: skip
    scale = forms.IntegerField(label=_("Out of"), min_value=2, max_value=100, initial=10)
    address = forms.URLField(label=_("Web address"), required=False, max_length=500, assume_scheme="https")
    how_checked = forms.CharField(
        label=_("How does it make sure that they are customers?"),
        required=False,
        max_length=300,
        help_text=_("The law asks a shop that shows reviews to say so. Empty means that it is not checked."),
    )

    def clean(self) -> dict[str, Any]:
        """The average lies on the scale."""
        given = super().clean() or self.cleaned_data
        average, scale = given.get("average"), given.get("scale")
        if average is not None and scale is not None and average > scale:
            self.add_error("average", _("The average is higher than the scale."))
        return given


class SourceForm(DeskForm):
    """A feed on the web, or a list from this computer."""

    name = forms.CharField(
        label=_("What do you call it?"), max_length=120, help_text=_("For example: the till, the web shop.")
    )
    address = forms.CharField(
        label=_("Web address of the feed"),
        required=False,
        max_length=2000,
        widget=forms.URLInput(attrs={"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}),
        help_text=_("It is read again every hour."),
    )
    file = forms.FileField(
        label=_("Or a file from this computer"),
        required=False,
        validators=[_not_too_big],
        help_text=_("A product feed (XML) or a stock list (CSV) from the till or the web shop."),
    )
    is_complete = forms.BooleanField(
        label=_("It names all that the shop sells; what is missing from it is no longer sold"), required=False
    )

    def clean_address(self) -> str:
        """Only the web."""
        address: str = self.cleaned_data["address"].strip()
        if address and not address.lower().startswith(("http://", "https://")):
            raise ValidationError(_("An address begins with https://."))
        return address

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given = super().clean() or self.cleaned_data
        if bool(given.get("address")) == bool(given.get("file")) and "address" in given:
            raise ValidationError(_("Give a web address or choose a file, one of the two."))
        return given


class ListForm(DeskForm):
    """A newer edition of a list."""

    file = forms.FileField(label=_("A newer list"), max_length=200, validators=[_not_too_big])


class ColumnsForm(DeskForm):
    """Which column is what, beside the first rows of the list."""

    def __init__(self, preview: Preview, chosen: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = [
            ("", _("not in this list")),
            *((heading, heading) for heading in preview.header if heading),
        ]
        for name in FIELDS:
            self.fields[name] = forms.ChoiceField(
                label=FIELD_NAMES[name], choices=columns, required=False, initial=chosen.get(name, "")
            )
        dress(self)

    def clean(self) -> dict[str, Any]:
        """Without an article number no row can be told from another."""
        given = super().clean() or self.cleaned_data
        if not given.get("ref"):
            self.add_error(
                "ref", _("Point out the column with the article number; without it nothing can be read.")
            )
        return given

    @property
    def mapping(self) -> Mapping:
        """What was pointed out."""
        return Mapping({name: column for name, column in self.cleaned_data.items() if column})


FIELD_NAMES = {
    "ref": _("Article number"),
    "title": _("Name"),
    "stock": _("Stock, as a number"),
    "availability": _("In stock or not"),
    "price": _("Price, VAT included"),
    "sale_price": _("Sale price"),
    "sale_period": _("Sale, from and to in one column"),
    "sale_starts": _("Sale begins"),
    "sale_ends": _("Sale ends"),
    "restock_on": _("Expected on"),
    "brand": _("Brand"),
    "gtin": _("Barcode"),
    "group_ref": _("Number of the article in all sizes"),
    "size": _("Size"),
    "color": _("Colour"),
    "category": _("Category"),
    "link": _("Page in the web shop"),
    "image_link": _("Picture"),
}
