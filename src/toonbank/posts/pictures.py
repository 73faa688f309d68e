"""Pictures of a post: kept below the pictures folder under their own hash, already without EXIF and GPS."""

import hashlib
from pathlib import Path

from django.conf import settings

from toonbank.channels.base import Picture as OutgoingPicture
from toonbank.channels.pictures import clean_picture
from toonbank.core.errors import BadInput
from toonbank.posts.models import Picture, Post

MOST = 4
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


def add_picture(post: Post, content: bytes, *, alt: str, people: str) -> Picture:
    """Clean and keep one more picture. BadInput when it is no picture, or the fifth."""
    position = post.pictures.count()
    if position >= MOST:
        raise BadInput(f"A post takes {MOST} pictures at most.")
    clean = clean_picture(content, alt)
    digest = hashlib.sha256(clean.content).hexdigest()
    name = f"{post.shop_id}/{digest[:2]}/{digest}.{_ENDINGS[clean.media_type]}"
    path = Path(settings.MEDIA_ROOT) / name
    path.parent.mkdir(parents=True, exist_ok=True)
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
