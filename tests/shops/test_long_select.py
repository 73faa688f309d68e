"""A list of hundreds is drawn as Django draws it, only sooner."""

from django import forms

from toonbank.shops.forms import LongSelect

CLOCKS = (("Europe/Amsterdam", "Europe/Amsterdam"), ("<b>", "A & B"))


class Short(forms.Form):
    zone = forms.ChoiceField(choices=CLOCKS, widget=LongSelect(attrs={"class": "input"}))


class Usual(forms.Form):
    zone = forms.ChoiceField(choices=CLOCKS, widget=forms.Select(attrs={"class": "input"}))


def flat(form):
    """Without the room between the lines."""
    return "".join(str(form["zone"]).split("\n")).replace("> <", "><").replace("  ", "")


def test_a_long_list_is_the_same_as_a_short_one():
    for chosen in ("Europe/Amsterdam", "<b>", "", None):
        assert flat(Short(initial={"zone": chosen})) == flat(Usual(initial={"zone": chosen}))


def test_what_was_typed_wrong_chooses_nothing():
    form = Short({"zone": "Mars"})
    assert not form.is_valid()
    assert "selected" not in flat(form)
