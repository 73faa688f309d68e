"""A picture made fit to publish: upright, small enough, silent about who took it where and when."""

import io
from collections.abc import Iterator

from PIL import Image, ImageOps

from toonbank.core.errors import BadInput

from .base import Picture

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
LARGEST_FILE = 40_000_000
MOST_PIXELS = 60_000_000
QUALITIES = (88, 80, 70, 60)
SMALLEST_SIDE = 64

NOT_A_PICTURE = "This file is not a JPEG, PNG, WebP or GIF picture. Save it as JPEG and try again."
TOO_LARGE = (
    "This picture is too large to open. Make it at most 7,000 by 7,000 pixels and 40 MB, and try again."
)
NOT_SMALL_ENOUGH = "This picture cannot be made small enough for the network. Choose another one."


def clean_picture(
    content: bytes, alt: str, *, name: str = "picture", max_bytes: int | None = None, max_side: int = 2048
) -> Picture:
    """The picture as JPEG (or PNG when it is see-through), without EXIF, GPS, XMP and comments.

    Shrunk until it fits `max_bytes` and no side is over `max_side` pixels. The colour profile stays: without
    it the coat has another colour. Of a moving GIF the first image is taken. BadInput says what to do.
    """
    image = _open(content)
    profile = image.info.get("icc_profile")
    see_through = image.has_transparency_data
    bare = _only_pixels(image, "RGBA" if see_through else "RGB")
    if bare.mode == "RGB" and image.mode not in ("RGB", "P"):
        profile = None  # it described CMYK or grey, which these pixels no longer are
    bare.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    while min(bare.size) >= 1:
        for packed in _packings(bare, profile):
            if max_bytes is None or len(packed) <= max_bytes:
                media_type = "image/png" if see_through else "image/jpeg"
                ending = ".png" if see_through else ".jpg"
                stem = name.rpartition(".")[0] or name
                return Picture(stem + ending, packed, media_type, alt, bare.width, bare.height)
        if max(bare.size) <= SMALLEST_SIDE:
            break
        bare.thumbnail((bare.width * 3 // 4, bare.height * 3 // 4), Image.Resampling.LANCZOS)
    raise BadInput(NOT_SMALL_ENOUGH)


def _open(content: bytes) -> Image.Image:
    if len(content) > LARGEST_FILE:
        raise BadInput(TOO_LARGE)
    try:
        image = Image.open(io.BytesIO(content), formats=FORMATS)
        # Asked before the pixels are unpacked: a small file can claim a whole wall of them.
        if image.width * image.height > MOST_PIXELS:
            raise BadInput(TOO_LARGE)
        image.load()
        ImageOps.exif_transpose(image, in_place=True)
    except Image.DecompressionBombError:
        raise BadInput(TOO_LARGE) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise BadInput(NOT_A_PICTURE) from None
    return image


def _only_pixels(image: Image.Image, mode: str) -> Image.Image:
    """A new image with nothing but the pixels; a saved copy of the old one would bring its notes along."""
    pixels = image.convert(mode)
    bare = Image.new(mode, pixels.size)
    bare.paste(pixels)
    return bare


def _packings(image: Image.Image, profile: bytes | None) -> Iterator[bytes]:
    if image.mode == "RGBA":
        yield _save(image, "PNG", icc_profile=profile, optimize=True)
        return
    for quality in QUALITIES:
        yield _save(image, "JPEG", icc_profile=profile, quality=quality, optimize=True, progressive=True)


def _save(image: Image.Image, form: str, **settings: object) -> bytes:
    target = io.BytesIO()
    image.save(target, form, exif=b"", **settings)
    return target.getvalue()
