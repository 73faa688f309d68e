"""What goes over the counter: a delivery as its network receives it."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from toonbank.channels.base import AnswerTo, Channel, Outgoing, Receipt
from toonbank.channels.base import Picture as OutgoingPicture
from toonbank.posts.models import Delivery, Kind, Post
from toonbank.posts.pictures import outgoing_pictures


class PictureGone(Exception):
    """A picture's file is missing, or is not what was approved."""


def approved_pictures(post: Post) -> tuple[OutgoingPicture, ...]:
    """The pictures of the post with their contents; PictureGone when a file is not the one that was approved."""
    try:
        pictures = outgoing_pictures(post)
    except OSError as trouble:
        raise PictureGone(str(trouble)) from trouble
    rows = post.pictures.all()
    for row, picture in zip(rows, pictures, strict=True):
        if hashlib.sha256(picture.content).hexdigest() != row.sha256:
            raise PictureGone(f"{row.file} was changed")
    return pictures


def outgoing(delivery: Delivery, pictures: Sequence[OutgoingPicture] = ()) -> Outgoing:
    """The delivery with its key, its words, and the moment of its attempt (or plan, before the first one)."""
    return Outgoing(
        key=delivery.key,
        text=delivery.sent_text,
        lang=delivery.post.lang,
        created_at=delivery.began_at or delivery.due_at,
        pictures=tuple(pictures),
        answer_to=_answer_to(delivery.post),
    )


def _answer_to(post: Post) -> AnswerTo | None:
    if post.kind != Kind.REPLY:
        return None
    return AnswerTo(post.answers_remote_id, post.answers_root, post.answers_handle, post.is_private)


def to_look_for(delivery: Delivery, words: str = "") -> Outgoing:
    """The delivery as one looks for it: networks count its pictures, but nobody needs their contents."""
    shapes = [
        OutgoingPicture(
            name=Path(row.file).name,
            content=b"",
            media_type=row.media_type,
            alt=row.alt,
            width=row.width,
            height=row.height,
        )
        for row in delivery.post.pictures.all()
    ]
    sought = outgoing(delivery, shapes)
    return sought if sought.text else replace(sought, text=words)


def find_own(delivery: Delivery, channel: Channel, sought: Outgoing) -> Receipt | None:
    """What the network has of this delivery. Some only compare words: what belongs to another delivery is not ours."""
    receipt = channel.find(sought)
    if receipt is None:
        return None
    same = Delivery.objects.filter(account=delivery.account_id, remote_id=receipt.remote_id)
    return None if same.exclude(pk=delivery.pk).exists() else receipt
