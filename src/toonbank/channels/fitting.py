"""Does a post fit what a network allows? Asked before the first byte leaves."""

from toonbank.core.errors import Refused

from .base import Limits, Outgoing


def refuse_misfit(post: Outgoing, length: int, limits: Limits) -> None:
    """Refused, with the limit, when `post` is over one; `length` is its text as the network counts."""
    if length > limits.characters:
        raise Refused(f"This network takes at most {limits.characters} characters; this text has {length}.")
    size = len(post.text.encode())
    if limits.text_bytes is not None and size > limits.text_bytes:
        raise Refused(f"This network takes at most {limits.text_bytes} bytes of text; this text has {size}.")
    if len(post.pictures) > limits.pictures:
        raise Refused(f"This network takes at most {limits.pictures} pictures.")
    for picture in post.pictures:
        if limits.picture_bytes is not None and len(picture.content) > limits.picture_bytes:
            raise Refused(f"This network takes pictures of at most {limits.picture_bytes} bytes.")
        if len(picture.alt) > limits.alt_characters:
            raise Refused(f"This network takes at most {limits.alt_characters} characters of alt text.")
