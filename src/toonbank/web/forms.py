"""Forms at the door: the first owner, signing in, and your own page."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from toonbank.shops.forms import ChosenPassword, DeskForm, dress
from toonbank.shops.models import Person


class OwnerForm(ChosenPassword):
    """The first owner."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        help_text=_("You sign in with it. Nothing is sent to it."),
    )
    field_order = ("name", "email", "password", "again")

    def clean(self) -> dict[str, Any]:
        """A password that is not the name or the address."""
        cleaned = self.cleaned_data
        self.person = Person(email=cleaned.get("email", ""), name=cleaned.get("name", ""))
        if "password" in cleaned:
            try:
                self.clean_password()
            except ValidationError as trouble:
                self.add_error("password", trouble)
        return cleaned


class SignInForm(DeskForm):
    """E-mail address and password."""

    username = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


LABELS = {"name": _("Your name"), "language": _("Language on the screen")}


class MeForm(forms.ModelForm):
    """Your own name and language."""

    use_required_attribute = False

    class Meta:
        model = Person
        fields = ("name", "language")
        labels = LABELS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        dress(self)


class ChangePassword(ChosenPassword):
    """A new password, by who knows the old one."""

    current = forms.CharField(
        label=_("Your password now"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("current", "password", "again")

    def clean_current(self) -> str:
        """The password that you sign in with."""
        current: str = self.cleaned_data["current"]
        if self.person is None or not self.person.check_password(current):
            raise ValidationError(_("This is not your password. Type it again."))
        return current
