"""The questions about the pictures of a post: who can be seen, whose it is, who made it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from toonbank.posts.models import Picture
from toonbank.posts.pictures import PictureWords
from toonbank.relations.facts import may_be_pictured
from toonbank.relations.models import Contact

Choices = list[tuple[str, str | Promise]]
PEOPLE: Choices = [
    (Picture.People.UNKNOWN, _("not said yet")),
    (Picture.People.NONE, _("nobody")),
    (Picture.People.UNRECOGNISABLE, _("people, not recognisable")),
    (Picture.People.RECOGNISABLE, _("people, recognisable")),
]
RIGHTS: Choices = [
    (Picture.Rights.UNTOLD, _("not said yet")),
    (Picture.Rights.OWN, _("our own")),
    (Picture.Rights.LICENSED, _("somebody else's, bought or licensed")),
    (Picture.Rights.CREDITED, _("somebody else's, with a yes and their name in the text")),
    (Picture.Rights.THIRD_PARTY, _("somebody else's, without a yes")),
    (Picture.Rights.UNKNOWN, _("we do not know")),
]
MAKING: Choices = [
    (Picture.Making.UNTOLD, _("not said yet")),
    (Picture.Making.PERSON, _("no, by a person")),
    (Picture.Making.MACHINE_LABELLED, _("yes, and readers can see that")),
    (Picture.Making.MACHINE, _("yes, and nothing says so")),
]


@dataclass(frozen=True)
class Asked:
    """A picture on the compose page, with what the form holds about it."""

    picture: Picture
    number: int
    words: PictureWords

    @property
    def is_new(self) -> bool:
        """Whether nobody has said yet who can be seen: then the questions stand open."""
        return self.words.people == Picture.People.UNKNOWN

    @property
    def told(self) -> list[str]:
        """What was said, for the line above the folded questions."""
        said = ((PEOPLE, self.words.people), (RIGHTS, self.words.rights), (MAKING, self.words.making))
        words = [str(dict(choices)[value]) for choices, value in said[:2] if value in dict(choices) and value]
        if self.words.making in (Picture.Making.MACHINE, Picture.Making.MACHINE_LABELLED):
            words.append(str(_("made by a machine")))
        return words


def questions(picture: Picture) -> dict[str, forms.Field]:
    """The fields of one picture, by their names in the form."""
    pk = picture.pk
    return {
        f"alt-{pk}": forms.CharField(max_length=1500, required=False),
        f"people-{pk}": forms.ChoiceField(choices=PEOPLE, required=False),
        f"rights-{pk}": forms.ChoiceField(choices=RIGHTS, required=False),
        f"making-{pk}": forms.ChoiceField(choices=MAKING, required=False),
        f"place-{pk}": forms.IntegerField(min_value=1, max_value=9, required=False),
        f"remove-{pk}": forms.BooleanField(required=False),
    }


def typed_words(data: QueryDict, pk: int) -> PictureWords:
    """What stands in the form about this picture, right or not yet; what is no answer counts as not said."""
    return PictureWords(
        alt=data.get(f"alt-{pk}", "").replace("\r\n", "\n").strip()[:1500],
        people=_one_of(PEOPLE, data.get(f"people-{pk}", "")),
        rights=_one_of(RIGHTS, data.get(f"rights-{pk}", "")),
        making=_one_of(MAKING, data.get(f"making-{pk}", "")),
        person_ids=tuple(int(value) for value in data.getlist(f"persons-{pk}") if _is_id(value)),
    )


def all_typed(data: QueryDict) -> tuple[PictureWords, ...]:
    """What stands in the form about every picture that stays."""
    ids = (name.removeprefix("people-") for name in data if name.startswith("people-"))
    return tuple(typed_words(data, int(pk)) for pk in ids if _is_id(pk) and f"remove-{pk}" not in data)


def asked_about(pictures: Sequence[Picture], data: QueryDict | None) -> list[Asked]:
    """The pictures in their order, with what was typed about each, else with what was saved."""
    return [
        Asked(one, number, PictureWords.of(one) if data is None else typed_words(data, one.pk))
        for number, one in enumerate(pictures, start=1)
    ]


def who_may_be_chosen(asked: Iterable[Asked], now: datetime) -> list[Contact]:
    """The contacts to choose from; none where there are no pictures."""
    asked = list(asked)
    return may_be_pictured(now, {pk for one in asked for pk in one.words.person_ids}) if asked else []


def _one_of(choices: Choices, value: str) -> str:
    return value if value in dict(choices) else choices[0][0]


def _is_id(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 16
