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
from toonbank.posts.models import Picture, Post

MOST = 4
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True)
class PictureWords:
    """What a form says about a picture that stays: its words for who cannot see it, and who can be seen."""

    alt: str
    people: str


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
        post.pictures.filter(pk=picture_id).update(position=position, alt=words.alt, people=words.people)


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
