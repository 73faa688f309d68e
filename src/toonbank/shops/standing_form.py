"""The form of what the shop stands for: one word or handle a line."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from toonbank.core.errors import BadInput
from toonbank.shops.forms import DeskForm, dress
from toonbank.shops.models import Account, Shop
from toonbank.shops.standing_for import Stand, must_be_short


class Lines(forms.CharField):
    """Words or handles, one a line; empty lines and repetitions are dropped."""

    widget = forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:  # a list, or what was typed
        """A list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:  # a tuple of words
        """The lines as a tuple."""
        lines = [" ".join(line.split()) for line in (super().clean(value) or "").splitlines()]
        words = tuple(dict.fromkeys(line for line in lines if line))
        try:
            must_be_short(words)
        except BadInput as trouble:
            raise ValidationError(str(trouble)) from None
        return words


class StandForm(DeskForm):
    """What is asked: interests, whom to hold back, rivals, and a promise for each account."""

    interests = Lines(
        label=_("What else do you care about?"),
        required=False,
        help_text=_("Subjects beside your trade that belong to the shop. For example: the river, knitting, the neighbourhood."),
    )  # fmt: skip
    hold_back = Lines(
        label=_("With whom would you rather not be seen?"),
        required=False,
        help_text=_("Names or @handles. A post that tags or names one of them warns first."),
    )
    rivals = Lines(
        label=_("Which shops do the same?"),
        required=False,
        help_text=_("A post may speak well of them. It may not run them down."),
    )

    def __init__(self, shop: Shop, accounts: Sequence[Account], data: Any = None) -> None:
        first = {name: getattr(shop, name) for name in ("interests", "hold_back", "rivals")}
        first |= {f"promise-{account.pk}": account.promise for account in accounts}
        super().__init__(data, initial=first)
        self.accounts = accounts
        for account in accounts:
            self.fields[f"promise-{account.pk}"] = Lines(label=account.name, required=False)
        dress(self)

    @property
    def promises(self) -> list[forms.BoundField]:
        """The field of each account."""
        return [self[f"promise-{account.pk}"] for account in self.accounts]

    @property
    def stand(self) -> Stand:
        """What was filled in."""
        said = self.cleaned_data
        return Stand(
            interests=said["interests"],
            hold_back=said["hold_back"],
            rivals=said["rivals"],
            promises={account.pk: said[f"promise-{account.pk}"] for account in self.accounts},
        )
