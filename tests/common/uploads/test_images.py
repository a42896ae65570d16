"""A picture that came from outside."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from loei_coop.common.uploads import images
from loei_coop.common.uploads.errors import UploadError
from tests.common.uploads.pictures import (
    PROGRAM,
    SVG,
    bomb,
    gif_that_is_a_page,
    half,
    of_a_telephone,
    picture,
    read,
    sent,
)


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_each_of_the_three_formats_is_taken(file_format):
    photo = images.as_photo(sent(picture(file_format)))
    assert (photo.media_type, photo.suffix, photo.width, photo.height) == (
        *("image/jpeg", ".jpg"),
        *(40, 20),
    )
    assert read(photo.content).format == "JPEG"


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        PROGRAM,
        gif_that_is_a_page(),
        picture("GIF"),
        picture("BMP"),
        picture("TIFF"),
        b"%PDF-1.7\n%%EOF",
        b"<!doctype html><title>x</title>",
        half("PNG"),
        half("JPEG"),
        half("WEBP"),
    ],
    ids=[
        *("svg", "renamed program", "gif that is a page", "gif", "bmp", "tiff", "pdf", "page"),
        *("half a png", "half a jpeg", "half a webp"),
    ],
)
@pytest.mark.parametrize("reader", [images.as_photo, images.as_drawing])
def test_what_is_no_whole_picture_of_the_three_is_refused(reader, content):
    with pytest.raises(UploadError, match="picture"):
        reader(sent(content))


def test_an_empty_file_is_told_as_what_it_is():
    with pytest.raises(UploadError, match="empty"):
        images.as_photo(sent(b""))


def test_thirty_megabytes_are_refused_before_they_are_opened(monkeypatch):
    monkeypatch.setattr(images.Image, "open", None)
    with pytest.raises(UploadError, match="15 MB"):
        images.as_photo(sent(picture() + b"\0" * 30_000_000))


@pytest.mark.parametrize(("width", "height"), [(6_000, 5_000), (10_000, 9_000), (60_000, 60_000)])
def test_a_bomb_is_refused_by_what_its_head_says(width, height):
    with pytest.raises(UploadError):
        images.as_photo(sent(bomb(width, height)))


def test_place_camera_and_comment_are_gone_and_the_picture_stands_upright():
    came = of_a_telephone(size=(40, 20))
    assert b"Phone of Somchai" in came
    photo = images.as_photo(sent(came))
    assert (photo.width, photo.height) == (20, 40)
    assert dict(read(photo.content).getexif()) == {}
    assert [word in photo.content for word in (b"Somchai", b"Exif", b"kept nowhere")] == [False] * 3


def test_words_and_pages_behind_the_picture_are_gone():
    came = picture() + b"<script>alert(1)</script>"
    drawing = images.as_drawing(sent(came))
    assert b"script" not in drawing.content
    assert read(drawing.content).size == (40, 20)


@pytest.mark.parametrize(
    ("reader", "size", "expected"),
    [
        (images.as_photo, (4000, 3000), (2000, 1500)),
        (images.as_photo, (100, 50), (100, 50)),
        (images.as_drawing, (900, 1800), (400, 800)),
    ],
)
def test_a_large_picture_becomes_smaller_and_a_small_one_stays(reader, size, expected):
    kept = reader(sent(picture("JPEG", size=size)))
    assert (kept.width, kept.height) == expected


def test_a_drawing_stays_see_through_and_a_photo_stands_on_white():
    came = picture(mode="RGBA", colour=(0, 0, 0, 0))
    assert read(images.as_drawing(sent(came)).content).getpixel((0, 0))[3] == 0
    assert read(images.as_photo(sent(came)).content).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_depth_keeps_its_look(mode):
    middle = {"1": 1, "I;16": 255 * 257, "LA": (255, 255)}.get(mode, "white")
    photo = images.as_photo(sent(picture(mode=mode, colour=middle)))
    red, green, blue = read(photo.content).getpixel((5, 5))
    assert min(red, green, blue) > 240


def test_a_jpeg_for_print_gets_the_colours_of_a_screen():
    photo = images.as_photo(sent(picture("JPEG", mode="CMYK", colour=(0, 0, 0, 0))))
    assert read(photo.content).mode == "RGB"


def test_of_a_moving_picture_the_first_page_is_kept():
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    moving = picture(size=(9, 9), save_all=True, append_images=frames)
    assert getattr(read(images.as_drawing(sent(moving)).content), "n_frames", 1) == 1


# Pillow tells its log what it skips.
@pytest.mark.filterwarnings("ignore::UserWarning")
@given(
    file_format=st.sampled_from(["PNG", "JPEG", "WEBP"]),
    cut=st.integers(0, 300),
    junk=st.binary(max_size=12),
)
def test_a_damaged_picture_is_read_or_refused_and_nothing_else(file_format, cut, junk):
    whole = of_a_telephone() if file_format == "JPEG" else picture(file_format)
    damaged = whole[:cut] + junk + whole[cut + len(junk) :]
    with suppress(UploadError):
        assert read(images.as_photo(sent(damaged)).content).format == "JPEG"
