"""The form of when the shop is open and how soon it answers: a line a day, holidays to tick, and a promise per label."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from toonbank.core.deadlines import A_DAY, STEPS, Promise
from toonbank.core.errors import BadInput
from toonbank.core.holidays import Holiday, holidays_of
from toonbank.shops.forms import DeskForm, dress
from toonbank.shops.hours_reading import (
    read_closed_days,
    read_stretches,
    write_closed_days,
    write_stretches,
)
from toonbank.shops.models import Shop
from toonbank.shops.opening_hours import Opening, closed_days_of, hours_of, promise_of
from toonbank.triage.clock import CLOCKS
from toonbank.triage.labels import Kind

LABELS: dict[Kind, Any] = {  # texts that wait for a language
    "danger": pgettext_lazy("label", "Danger"),
    "legal-press": pgettext_lazy("label", "Law or press"),
    "complaint-blame": pgettext_lazy("label", "Complaint with blame"),
    "complaint-accusation": pgettext_lazy("label", "Complaint with reproach"),
    "complaint-disapproval": pgettext_lazy("label", "Complaint with displeasure"),
    "complaint-implicit": pgettext_lazy("label", "Complaint without reproach"),
    "doubt": pgettext_lazy("label", "Doubt"),
    "question": pgettext_lazy("label", "Question"),
    "criticism": pgettext_lazy("label", "Criticism"),
    "compliment": pgettext_lazy("label", "Compliment"),
    "chat": pgettext_lazy("label", "Chat"),
}
"""What gets an answer; spam does not."""
WAITS = (15, 30, 60, 120, 240, 480, A_DAY, 2 * A_DAY, 3 * A_DAY, 5 * A_DAY)


def wait_in_words(minutes: int) -> str:
    """How long a person may wait: minutes or hours while the shop is open, or working days."""
    if minutes % A_DAY == 0:
        days = minutes // A_DAY
        return ngettext("%(n)d working day", "%(n)d working days", days) % {"n": days}
    if minutes % 60 == 0:
        hours = minutes // 60
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}


def ours(label: Kind) -> int:
    """What we propose for a label, in minutes."""
    return STEPS[CLOCKS[label]]


class Hours(forms.CharField):
    """The stretches of one day."""

    def clean(self, value: Any) -> Any:  # a tuple of stretches
        """What was typed, understood."""
        try:
            return read_stretches(super().clean(value) or "")
        except BadInput as trouble:
            raise ValidationError(str(trouble)) from None


class Days(forms.CharField):
    """Closed days, one or some in a row on a line."""

    def clean(self, value: Any) -> Any:  # a tuple of closed days
        """What was typed, understood."""
        try:
            return read_closed_days(super().clean(value) or "")
        except BadInput as trouble:
            raise ValidationError(str(trouble)) from None


class HoursForm(DeskForm):
    """What is asked: seven days, holidays, other closed days, a promise per label, and two limits."""

    holidays = forms.MultipleChoiceField(required=False)
    closed = Days(
        label=_("Other days on which you are closed"),
        required=False,
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=_(
            "A day or some days in a row on each line. For example: 27-12-2026, or 2-8-2027 until 15-8-2027 summer holiday."
        ),
    )
    always_hours = forms.IntegerField(
        label=_("Something serious never waits longer than (hours)"),
        min_value=1,
        max_value=72,
        help_text=_("Danger, law and press, and complaints: also when the shop is closed."),
    )
    solve_days = forms.IntegerField(
        label=_("A complaint is solved within (working days)"), min_value=1, max_value=30
    )

    def __init__(self, shop: Shop, today: date, data: Any = None) -> None:
        super().__init__(data, initial=_first(shop))
        promise = promise_of(shop)
        for day in range(7):
            self.fields[f"day-{day}"] = Hours(label=WEEKDAYS[day], required=False, max_length=120)
        for label, name in LABELS.items():
            self.fields[f"wait-{label}"] = forms.TypedChoiceField(
                label=name, required=False, choices=_waits(label, promise), coerce=int, empty_value=None
            )
        self.proposed = list(_proposed(shop, today))
        self.fields["holidays"].choices = [(holiday.key, holiday.key) for holiday, _day in self.proposed]  # type: ignore[attr-defined]  # a MultipleChoiceField
        dress(self)

    @property
    def days(self) -> list[forms.BoundField]:
        """The field of each weekday."""
        return [self[f"day-{day}"] for day in range(7)]

    @property
    def waits(self) -> list[forms.BoundField]:
        """The field of each label."""
        return [self[f"wait-{label}"] for label in LABELS]

    @property
    def ticks(self) -> list[tuple[str, str, str, bool]]:
        """Of each holiday that is proposed: its key, its name, when it is next, and whether it is ticked."""
        ticked = set(self["holidays"].value() or ())
        language = get_language() or "en"
        return [
            (
                holiday.key,
                holiday.names.get(language[:2], holiday.names["en"]),
                date_format(day, "l j F Y"),
                holiday.key in ticked,
            )
            for holiday, day in self.proposed
        ]

    @property
    def is_ever_away(self) -> bool:
        """Whether there is a holiday or another day on which the shop is closed."""
        return bool(self["holidays"].value() or self["closed"].value())

    @property
    def told(self) -> list[tuple[Any, str]]:
        """Of each label its name and how long a person may wait, for who only reads."""
        return [
            (name, wait_in_words(int(self[f"wait-{label}"].value() or ours(label))))
            for label, name in LABELS.items()
        ]

    @property
    def opening(self) -> Opening:
        """What was filled in."""
        said = self.cleaned_data
        own = {label: said[f"wait-{label}"] for label in LABELS if said[f"wait-{label}"] is not None}
        return Opening(
            week=tuple(said[f"day-{day}"] for day in range(7)),
            holidays=frozenset(said["holidays"]),
            closed=said["closed"],
            promise=Promise(
                minutes={label: minutes for label, minutes in own.items() if minutes != ours(label)},
                always_minutes=said["always_hours"] * 60,
                solve_days=said["solve_days"],
            ),
        )


def _first(shop: Shop) -> dict[str, Any]:
    """What stands in the fields at first: what holds now."""
    hours, promise = hours_of(shop), promise_of(shop)
    return (
        {f"day-{day}": write_stretches(stretches) for day, stretches in enumerate(hours.week)}
        | {f"wait-{label}": promise.minutes.get(label, "") for label in LABELS}
        | {
            "holidays": sorted(hours.holidays),
            "closed": write_closed_days(closed_days_of(shop)),
            "always_hours": max(1, promise.always_minutes // 60),
            "solve_days": promise.solve_days,
        }
    )


def _waits(label: Kind, promise: Promise) -> list[tuple[str, str]]:
    """Our proposal first, by name; then what may be chosen, and what the shop has now."""
    proposal = gettext("%(wait)s (our proposal)") % {"wait": wait_in_words(ours(label))}
    chosen = {promise.minutes.get(label, ours(label)), *WAITS} - {ours(label)}
    return [("", proposal), *((str(one), wait_in_words(one)) for one in sorted(chosen))]


def _proposed(shop: Shop, today: date) -> Iterator[tuple[Holiday, date]]:
    """The holidays of the shop's country and those it ticked, each with its next day, the nearest first."""
    ticked = hours_of(shop).holidays
    here = {one.key for one in holidays_of(shop.country)}
    found = [
        (one, next(day for day in (one.on(today.year), one.on(today.year + 1)) if day >= today))
        for country in ("NL", "BE")
        for one in holidays_of(country)
        if one.key in here | ticked
    ]
    yield from sorted({one.key: (one, day) for one, day in found}.values(), key=lambda pair: pair[1])
