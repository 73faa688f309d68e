"""A picture leaves the shop upright, small, and silent about where it was taken."""

import io

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from toonbank.channels.pictures import clean_picture
from toonbank.core.errors import BadInput

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SECRET = b"Zutphen, Noor, 52.14 noord"


def photo(width=400, height=300, *, orientation=1, form="JPEG", mode="RGB", **settings):
    image = Image.new(mode, (width, height), "red")
    image.paste("blue", (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 8.0, 24.0), 3: "E", 4: (6.0, 12.0, 0.0)})
    target = io.BytesIO()
    image.save(target, form, exif=exif, icc_profile=PROFILE, **settings)
    return target.getvalue()


def noise(width=1200, height=900):
    target = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(target, "JPEG", quality=95)
    return target.getvalue()


def reopened(picture):
    return Image.open(io.BytesIO(picture.content))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_left_of_place_time_or_maker(form):
    xmp = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    notes = {"xmp": xmp} if form != "PNG" else {}
    if form == "JPEG":
        notes["comment"] = SECRET
    if form == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_itxt("XML:com.adobe.xmp", xmp.decode())
        text.add_text("Author", SECRET.decode())
        notes["pnginfo"] = text
    original = photo(form=form, **notes)
    assert SECRET in original

    picture = clean_picture(original, "Een rode jas")

    image = reopened(picture)
    assert not image.getexif()
    assert not image.getexif().get_ifd(0x8825)
    assert not image.getxmp()
    assert not {"exif", "xmp", "XML:com.adobe.xmp", "comment", "Author", "photoshop"} & set(image.info)
    for trace in (SECRET, b"Exif", b"xmpmeta", b"GPS", b"Photoshop"):
        assert trace not in picture.content


def test_the_colour_profile_stays():
    assert reopened(clean_picture(photo(), "jas")).info["icc_profile"] == PROFILE


def test_a_picture_taken_sideways_is_put_upright():
    picture = clean_picture(photo(400, 300, orientation=6), "jas")
    assert (picture.width, picture.height) == (300, 400)
    red, _, blue = reopened(picture).convert("RGB").getpixel((280, 10))
    assert blue > red


def test_a_see_through_picture_stays_see_through():
    picture = clean_picture(photo(form="PNG", mode="RGBA"), "logo", name="logo.webp")
    assert (picture.name, picture.media_type) == ("logo.png", "image/png")


def test_the_first_image_of_a_moving_gif_is_taken():
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    target = io.BytesIO()
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:])
    picture = clean_picture(target.getvalue(), "jas", name="jas.gif")
    red, _, blue = reopened(picture).convert("RGB").getpixel((5, 5))
    assert (picture.name, red > 200, blue < 60) == ("jas.jpg", True, True)


def test_a_grey_or_cmyk_photo_comes_out_in_ordinary_colours():
    for mode in ("L", "CMYK"):
        target = io.BytesIO()
        Image.new(mode, (50, 50)).save(target, "JPEG")
        assert reopened(clean_picture(target.getvalue(), "jas")).mode == "RGB"


@pytest.mark.parametrize("limit", [400_000, 100_000, 20_000])
def test_a_picture_shrinks_until_it_fits(limit):
    picture = clean_picture(noise(), "jas", max_bytes=limit)
    assert len(picture.content) <= limit
    assert reopened(picture).size == (picture.width, picture.height)


def test_no_side_is_longer_than_allowed():
    picture = clean_picture(photo(3000, 1500), "jas", max_side=1000)
    assert (picture.width, picture.height) == (1000, 500)


def test_a_limit_that_nothing_fits_is_said_so():
    with pytest.raises(BadInput, match="another one"):
        clean_picture(noise(), "jas", max_bytes=50)


@pytest.mark.parametrize(
    "content", [b"", b"Beste Noor,", b"<svg xmlns='http://www.w3.org/2000/svg'/>", photo()[:300]]
)
def test_what_is_not_a_picture_is_refused_with_advice(content):
    with pytest.raises(BadInput, match="Save it as JPEG"):
        clean_picture(content, "jas")


def test_a_small_file_that_unpacks_to_a_wall_of_pixels_is_refused():
    target = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(target, "PNG")
    assert len(target.getvalue()) < 100_000
    with pytest.raises(BadInput, match="too large"):
        clean_picture(target.getvalue(), "jas")
