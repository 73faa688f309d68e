"""Pictures of a post: kept below the pictures folder under their own hash, already without EXIF and GPS."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from toonbank.channels import pictures
from toonbank.channels.base import Picture as OutgoingPicture
from toonbank.core.errors import BadInput
from toonbank.etiquette.facts import Media, Person
from toonbank.posts.models import Picture, Post
from toonbank.relations.models import Contact

MOST = 4
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True)
class PictureWords:
    """What is said about a picture: its words for who cannot see it, who can be seen, whose it is and who made it."""

    alt: str = ""
    people: str = Picture.People.UNKNOWN
    rights: str = Picture.Rights.UNTOLD
    making: str = Picture.Making.UNTOLD
    person_ids: tuple[int, ...] = ()

    @classmethod
    def of(cls, picture: Picture) -> "PictureWords":
        """As it was saved; the people of a picture that came from `gathered` are known already."""
        ids = getattr(picture, "person_ids", None)
        if ids is None:
            ids = [person.pk for person in picture.persons.all()]
        return cls(picture.alt, picture.people, picture.rights, picture.making, tuple(ids))

    def as_media(self, contacts: Mapping[int, Person]) -> Media:
        """As the checker asks for it; whoever is shown is named as in `contacts`."""
        shown = (contacts[pk] for pk in self.person_ids if pk in contacts)
        is_machines = self.making in (Picture.Making.MACHINE, Picture.Making.MACHINE_LABELLED)
        return Media(
            people=self.people,
            person_refs=tuple(person.handle or person.name for person in shown),
            rights=self.rights or None,
            synthetic=is_machines if self.making else None,
            labelled=self.making == Picture.Making.MACHINE_LABELLED if is_machines else None,
        )


def add_picture(post: Post, content: bytes, *, alt: str, people: str) -> Picture:
    """Clean and keep one more picture. BadInput when it is no picture, or the fifth.

    Approvals are `drafting.add_picture_to`'s work; this only writes the row and the file.
    """
    position = max((picture.position + 1 for picture in post.pictures.all()), default=0)
    if post.pictures.count() >= MOST:
        raise BadInput(_("A post takes %(most)d pictures at most. Take one away first.") % {"most": MOST})
    clean = _cleaned(content, alt)
    digest = hashlib.sha256(clean.content).hexdigest()
    name = f"{post.shop_id}/{digest[:2]}/{digest}.{_ENDINGS[clean.media_type]}"
    path = Path(settings.MEDIA_ROOT) / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(clean.content)
    return Picture.objects.create(
        shop_id=post.shop_id,
        post=post,
        position=position,
        file=name,
        media_type=clean.media_type,
        sha256=digest,
        width=clean.width,
        height=clean.height,
        alt=clean.alt,
        people=people,
    )


_SAID = {
    pictures.NOT_A_PICTURE: gettext_lazy(
        "This file is not a JPEG, PNG, WebP or GIF picture. Save it as JPEG and try again."
    ),
    pictures.TOO_LARGE: gettext_lazy(
        "This picture is too large to open. Make it at most 7,000 by 7,000 pixels and 40 MB, and try again."
    ),
    pictures.NOT_SMALL_ENOUGH: gettext_lazy(
        "This picture cannot be made small enough for the network. Choose another one."
    ),
}


def _cleaned(content: bytes, alt: str) -> OutgoingPicture:
    """Clean it; what is wrong with it is said in the language of the screen."""
    try:
        return pictures.clean_picture(content, alt)
    except BadInput as trouble:
        raise BadInput(str(_SAID.get(str(trouble), trouble))) from None


def set_pictures(post: Post, stay: Mapping[int, PictureWords]) -> None:
    """Keep these pictures, in this order, with these words; take the others away.

    The files stay: the ledger and other posts may point at them.
    """
    post.pictures.exclude(pk__in=list(stay)).delete()
    for position, (picture_id, words) in enumerate(stay.items()):
        post.pictures.filter(pk=picture_id).update(
            position=position,
            alt=words.alt,
            people=words.people,
            rights=words.rights,
            making=words.making,
        )
        for picture in post.pictures.filter(pk=picture_id):
            picture.persons.set(Contact.objects.filter(shop_id=post.shop_id, pk__in=words.person_ids))


def outgoing_pictures(post: Post) -> tuple[OutgoingPicture, ...]:
    """The pictures as a network receives them."""
    return tuple(
        OutgoingPicture(
            name=Path(picture.file).name,
            content=(Path(settings.MEDIA_ROOT) / picture.file).read_bytes(),
            media_type=picture.media_type,
            alt=picture.alt,
            width=picture.width,
            height=picture.height,
        )
        for picture in post.pictures.all()
    )
