"""What the pages about posts ask, and how it is read."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from toonbank.core.errors import BadInput
from toonbank.evidence.models import Product
from toonbank.posts.drafting import Words
from toonbank.posts.giveaway_form import PREFIX, GiveawayForm
from toonbank.posts.giving import GiveawayWords
from toonbank.posts.models import Picture, Post
from toonbank.posts.pictures import PictureWords
from toonbank.posts.picturing import questions, typed_words
from toonbank.posts.places import Place, own_field
from toonbank.posts.shopclock import TwiceThatHour, Which, moment_on, which_of_two
from toonbank.shops.models import Shop

LONGEST = 10_000


class SharedWords(forms.CharField):
    """Words as they will be public: line ends made one kind, nothing else touched."""

    def to_python(self, value: Any) -> str:
        """Browsers send a line end as two characters; a network counts it as one."""
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class MomentForm(forms.Form):
    """A day and a time on the shop's clock. `moment` is None when both are empty."""

    day = forms.DateField(
        required=False,
        label=_("Day"),
        widget=forms.DateInput({"type": "date", "class": "input"}, format="%Y-%m-%d"),
    )
    time = forms.TimeField(
        required=False,
        label=_("Time in the shop"),
        widget=forms.TimeInput({"type": "time", "class": "input"}, format="%H:%M"),
    )
    which = forms.TypedChoiceField(
        required=False,
        choices=[("", ""), *((which, which) for which in Which)],
        coerce=Which,
        empty_value=None,
    )

    def __init__(self, *args: Any, shop: Shop, is_needed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shop, self.is_needed = shop, is_needed
        self.asks_which = False

    def clean(self) -> dict[str, Any]:
        """Put day and time together."""
        cleaned = super().clean() or {}
        cleaned["moment"] = self._moment(cleaned)
        return cleaned

    def _moment(self, cleaned: dict[str, Any]) -> datetime | None:
        day, time = cleaned.get("day"), cleaned.get("time")
        if (day is None) != (time is None) and not self.errors:
            self.add_error("time" if day else "day", _("Give both a day and a time, or neither."))
        if day is None or time is None:
            if self.is_needed and not self.errors:
                self.add_error("day", _("Choose a day and a time."))
            return None
        try:
            return moment_on(day, time, self.shop.clock, which=cleaned.get("which"))
        except TwiceThatHour as twice:
            self.asks_which = True
            self.add_error("time", str(twice))
        except BadInput as trouble:
            self.add_error("time", str(trouble))
        return None

    @staticmethod
    def shown(moment: datetime | None, shop: Shop) -> dict[str, Any]:
        """The initial values for a moment."""
        if moment is None:
            return {}
        local = moment.astimezone(shop.clock)
        return {"day": local.date(), "time": local.time(), "which": which_of_two(moment, shop.clock)}


class ComposeForm(MomentForm):
    """A post as it is written: its words, its accounts with their own text, its pictures, products and moment."""

    text = SharedWords(strip=False, max_length=LONGEST, required=False, label=_("Text for all accounts"))
    lang = forms.ChoiceField(
        choices=[("nl", "Nederlands"), ("en", "English")],
        label=_("Language of the text"),
        widget=forms.Select({"class": "input"}),
    )
    reader_gets = forms.CharField(
        max_length=300,
        required=False,
        label=_("The reader gets:"),
        widget=forms.TextInput({"class": "input words", "aria-describedby": "reader-gets-hint"}),
    )
    version = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    products = forms.TypedMultipleChoiceField(required=False, coerce=int)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        shop: Shop,
        places: Sequence[Place],
        pictures: Sequence[Picture] = (),
        giveaway: GiveawayWords | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, shop=shop, **kwargs)
        has_terms = data is not None and f"{PREFIX}-here" in data
        self.giveaway = GiveawayForm(data if has_terms else None, words=giveaway)
        self.pictures = pictures
        self.fields["accounts"] = forms.TypedMultipleChoiceField(
            choices=[(place.account.pk, place.account.name) for place in places], coerce=int, required=False
        )
        for place in places:
            self.fields[own_field(place.account.pk)] = SharedWords(
                strip=False, max_length=LONGEST, required=False
            )
        for picture in pictures:
            self.fields |= questions(picture)
        chosen = data.getlist("products") if data is not None else []
        linked: Any = self.fields["products"]  # a form's fields are typed as the plainest of them
        linked.choices = [(value, value) for value in map(str, chosen) if value.isdecimal()][:50]

    def is_valid(self) -> bool:
        """With the terms of a giveaway, where there are any."""
        terms_are = not self.giveaway.is_bound or self.giveaway.is_valid()
        return super().is_valid() and terms_are

    def clean_text(self) -> str:
        """There must be something to say somewhere."""
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError(_("There is no text yet. Write something first."))
        return text

    def own_texts(self) -> dict[int, str]:
        """The chosen accounts, each with its own text or "" for the text of the post."""
        chosen = self.cleaned_data.get("accounts") or []
        return {pk: _own(self.cleaned_data.get(own_field(pk)) or "") for pk in chosen}

    def words(self) -> Words:
        """What this form says about the post."""
        said = self.cleaned_data
        return Words(
            text=said.get("text") or "",
            lang=said.get("lang") or self.shop.language,
            reader_gets=said.get("reader_gets") or "",
            plan_at=said.get("moment"),
            variants=self.own_texts(),
            product_ids=tuple(said.get("products") or ()),
            pictures=self._pictures() if self.pictures else None,
            giveaway=self.giveaway.words if self.giveaway.is_bound else None,
        )

    def _pictures(self) -> dict[int, PictureWords]:
        said = self.cleaned_data
        stay = [picture for picture in self.pictures if not said.get(f"remove-{picture.pk}")]
        stay.sort(key=lambda picture: (said.get(f"place-{picture.pk}") or 9, picture.position))
        return {picture.pk: typed_words(self.typed, picture.pk) for picture in stay}

    @property
    def typed(self) -> QueryDict:
        """What the browser sent."""
        sent: Any = self.data  # always a QueryDict here; forms are typed more widely
        return sent if isinstance(sent, QueryDict) else QueryDict()


def _own(text: str) -> str:
    return text if text.strip() else ""


def saved_words(post: Post, places: Sequence[Place], linked: Iterable[Product]) -> dict[str, Any]:
    """The initial values of the form for a post."""
    return {
        "text": post.text,
        "lang": post.lang,
        "reader_gets": post.reader_gets,
        "version": post.version,
        "plan_at": post.plan_at,
        "products": [product.pk for product in linked],
        "accounts": [place.account.pk for place in places if place.is_chosen],
        **{own_field(place.account.pk): place.own_text for place in places},
        **MomentForm.shown(post.plan_at, post.shop),
    }
