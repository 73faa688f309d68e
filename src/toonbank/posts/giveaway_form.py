"""The terms of a giveaway, as the compose page asks for them."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from toonbank.posts.giveaway import Giveaway
from toonbank.posts.giving import TERMS, GiveawayWords
from toonbank.shops.forms import DeskForm

PREFIX = "giveaway"
ENTRIES = (
    ("comment", _("answer under the post")),
    ("message", _("send a message")),
    ("form", _("fill in a form")),
    ("picture", _("send a picture")),
    ("share", _("share the post")),
    ("tag", _("tag friends")),
    ("follow", _("follow the account")),
)
COUNTRIES = (("NL", _("the Netherlands")), ("BE", _("Belgium")), ("other", _("elsewhere")))
_HUNDRED = Decimal(100)


def _day(label: Any, hint: Any = "") -> forms.DateField:  # lazy texts
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, help_text=hint)


def _euros(label: Any, hint: Any = "") -> forms.DecimalField:  # lazy texts
    return forms.DecimalField(
        label=label,
        required=False,
        min_value=Decimal(0),
        max_digits=10,
        decimal_places=2,
        localize=True,
        help_text=hint,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )


class GiveawayForm(DeskForm):
    """What there is to win, how and until when. Nothing is compulsory while one writes: the checker says what lacks."""

    is_one = forms.BooleanField(label=_("Readers can win something with this post"), required=False)
    prize = forms.CharField(label=_("What can be won?"), required=False, max_length=300)
    total = _euros(_("Worth of all prizes together, in euros"))
    prizes = forms.IntegerField(label=_("How many prizes?"), required=False, min_value=1, max_value=10_000)
    draws = forms.IntegerField(label=_("How many draws?"), required=False, min_value=1, max_value=1_000)
    terms_url = forms.CharField(
        label=_("Where are the terms?"),
        required=False,
        max_length=1000,
        help_text=_(
            "Who gives it, until when, how to take part, what can be won, how the winner is chosen and told."
        ),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}),
    )
    entry = forms.MultipleChoiceField(
        label=_("How does one take part?"),
        required=False,
        choices=ENTRIES,
        widget=forms.CheckboxSelectMultiple,
    )
    entry_cost = _euros(_("What does taking part cost, in euros?"), _("Leave it empty when it is free."))
    decision = forms.ChoiceField(
        label=_("Who wins?"), required=False, choices=Giveaway.Decision.choices, initial="chance"
    )
    countries = forms.MultipleChoiceField(
        label=_("Who may take part?"),
        required=False,
        choices=COUNTRIES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In Belgium chance alone may not decide."),
    )
    ends_on = _day(_("Open until and including"))
    draw_on = _day(_("Winner chosen on"), _("The desk reminds you. Empty: on the day on which it closes."))
    network_release = forms.BooleanField(
        label=_("The terms say that the network has no part in it"), required=False
    )

    def __init__(self, data: Any = None, *, words: GiveawayWords | None = None) -> None:
        super().__init__(data, prefix=PREFIX, initial=_as_typed(words or GiveawayWords()))

    def clean(self) -> dict[str, Any]:
        """The winner is chosen once nobody can take part any more."""
        said = super().clean() or self.cleaned_data
        ends, draw = said.get("ends_on"), said.get("draw_on")
        if ends and draw and draw < ends:
            self.add_error("draw_on", _("It is open longer than that; choose a later day."))
        return said

    @property
    def words(self) -> GiveawayWords:
        """What stands in the form now: typed and perhaps not yet right, or as saved."""
        if not self.is_bound:
            return GiveawayWords(
                is_one=bool(self.initial["is_one"]), **{name: self.initial[name] for name in TERMS}
            )
        self.is_valid()
        said = self.cleaned_data
        return GiveawayWords(
            is_one=bool(said.get("is_one")),
            prize=said.get("prize") or "",
            terms_url=(said.get("terms_url") or "").strip(),
            prizes=said.get("prizes") or 1,
            total_cents=_cents(said.get("total")),
            draws=said.get("draws") or 1,
            entry_cost_cents=_cents(said.get("entry_cost")) or 0,
            entry=tuple(said.get("entry") or ()),
            decision=said.get("decision") or Giveaway.Decision.CHANCE,
            countries=tuple(said.get("countries") or ()),
            ends_on=said.get("ends_on"),
            draw_on=said.get("draw_on"),
            network_release=bool(said.get("network_release")),
        )


def _as_typed(words: GiveawayWords) -> dict[str, Any]:
    typed: dict[str, Any] = {name: getattr(words, name) for name in (*TERMS, "is_one")}
    typed["total"] = None if words.total_cents is None else _in_euros(words.total_cents)
    typed["entry_cost"] = _in_euros(words.entry_cost_cents) if words.entry_cost_cents else None
    return typed


def _in_euros(cents: int) -> Decimal:
    return (Decimal(cents) / _HUNDRED).quantize(Decimal("0.01"))


def _cents(euros: Decimal | None) -> int | None:
    return None if euros is None else int(euros * _HUNDRED)
