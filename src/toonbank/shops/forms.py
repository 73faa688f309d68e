"""Forms about the shop, and the manners that all forms of the desk share."""

from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from toonbank.channels.networks import NETWORKS, Network
from toonbank.channels.signin import Field
from toonbank.shops.models import Person, Role, Shop

LONGEST_CONTACT = 120


class DeskForm(forms.Form):
    """A form whose fields wear the desk's looks; `_field.html` draws them."""

    use_required_attribute = False
    template_name = "_form.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        dress(self)


def dress(form: forms.BaseForm) -> None:
    """Give every field its class, and a kind word when it is left empty."""
    for field in form.fields.values():
        if not isinstance(field.widget, forms.CheckboxInput | forms.RadioSelect | forms.HiddenInput):
            field.widget.attrs.setdefault("class", "input")
        if field.required:
            field.error_messages["required"] = _("Fill this in.")


class LongSelect(forms.Select):
    """A list of hundreds, drawn in one go: Django would draw each line of it with a template."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The list, with what is chosen; asked as Django asks it."""
        chosen = self.format_value(value)
        lines = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, flatatt({"selected": str(key) in chosen}), word) for key, word in self.choices),
        )
        worn = flatatt({**self.attrs, **(attrs or {})})
        return format_html('<select name="{}"{}>{}</select>', name, worn, lines)


@lru_cache(maxsize=1)
def zones() -> tuple[tuple[str, str], ...]:
    """The clocks of Europe first, for that is where the shops are; then all others."""
    names = sorted(available_timezones(), key=lambda name: (not name.startswith("Europe/"), name))
    named = [name for name in names if "/" in name and not name.startswith("Etc/")]
    return tuple((name, name.replace("_", " ")) for name in named)


LABELS = {
    "name": _("What is the shop called?"),
    "tagline": _("What do you sell, and where?"),
    "language": _("Language of the shop"),
    "country": _("Country"),
}
HINTS = {
    "name": _("This is on the sign at the top."),
    "tagline": _("For example: coats, Zutphen"),
    "country": _("Decides which rules on prices and advertising hold."),
}


class ShopForm(forms.ModelForm):
    """What the shop is called, and where it is."""

    use_required_attribute = False
    zone = forms.ChoiceField(label=_("Clock"), choices=zones, widget=LongSelect)

    class Meta:
        model = Shop
        fields = ("name", "tagline", "language", "country", "zone")
        labels = LABELS
        help_texts = HINTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["class"] = "input words"
        dress(self)


class ShopSettingsForm(ShopForm):
    """The same, with how to reach the shop."""

    contacts = forms.CharField(
        label=_("Your own telephone numbers and addresses"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line. These may stand in a post; those of customers may not."),
    )

    class Meta(ShopForm.Meta):
        fields = ("name", "tagline", "language", "country", "zone", "contacts")  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["contacts"] = "\n".join(self.instance.contacts)

    def clean_contacts(self) -> list[str]:
        """One a line, without empty ones."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["contacts"].splitlines()]
        if any(len(line) > LONGEST_CONTACT for line in lines):
            raise ValidationError(_("Put each number or address on a line of its own."))
        return [line for line in lines if line]


class InviteForm(DeskForm):
    """Who comes to work here."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.EDITOR)


class RoleForm(DeskForm):
    """Another role for a member."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


# Django's own words for these have no Dutch.
WEAK = {
    "password_too_short": _("This is too short. Take at least 12 characters."),
    "password_too_common": _("Many people use this one, so it is tried first. Take another."),
    "password_too_similar": _("This looks too much like your name or e-mail address. Take another."),
}


class ChosenPassword(DeskForm):
    """A new password, typed twice."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "At least 12 characters. Four ordinary words in a row are easy to remember and hard to guess."
        ),
    )
    again = forms.CharField(
        label=_("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        """Long enough, not one of the common ones, not your own name."""
        password: str = self.cleaned_data["password"]
        try:
            password_validation.validate_password(password, self.person)
        except ValidationError as trouble:
            raise ValidationError(
                [WEAK.get(one.code or "", one.message) for one in trouble.error_list]
            ) from None
        return password

    def clean_again(self) -> str:
        """Equal to the first, when that one is fit."""
        again: str = self.cleaned_data["again"]
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise ValidationError(_("The two passwords differ. Type them again."))
        return again


class SignInToNetwork(DeskForm):
    """What a network asks at sign-in, drawn from its own description."""

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        one = NETWORKS[kind]
        for asked in one.fields:
            self.fields[asked.name] = _network_field(asked, language)
        if one.finish is not Network.finish:
            self.fields["by_hand"] = forms.BooleanField(
                label=_(
                    "I will copy a code by hand (when the network cannot find its way back to this desk)"
                ),
                required=False,
            )
        dress(self)

    @property
    def answers(self) -> dict[str, str]:
        """What the network gets; only the fields that it asked for."""
        return {name: str(value) for name, value in self.cleaned_data.items() if name != "by_hand"}


def _network_field(asked: Field, language: str) -> forms.CharField:
    hidden = forms.PasswordInput(attrs={"autocomplete": "off"}) if asked.is_secret else forms.TextInput()
    hidden.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        label=asked.label.get(language, asked.label["en"]),
        help_text=asked.hint.get(language, asked.hint["en"]),
        initial=asked.default,
        required=not asked.is_optional,
        max_length=300,
        widget=hidden,
    )
