"""Pictures from outside: opened only as what they may be, and written anew. Of the file that came
nothing is kept but what is seen: no place, no camera, no hidden page behind the picture."""

import io
import struct
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from loei_coop.common.uploads.errors import UploadError
from loei_coop.common.uploads.sizes import MEGABYTE, content_of

LARGEST_FILE = 15 * MEGABYTE
# Telephones of today make up to 64 million; the other two formats are unpacked in one piece.
MOST_PIXELS = {"JPEG": 64_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
PHOTO_EDGE = 2000
DRAWING_EDGE = 800
# What Pillow raises, depending on where the bytes stop making sense.
UNREADABLE = (
    *(OSError, EOFError, SyntaxError, ValueError, LookupError, OverflowError),
    *(struct.error, Image.DecompressionBombError, Image.DecompressionBombWarning),
)


@dataclass(frozen=True)
class Picture:
    content: bytes
    media_type: str
    suffix: str
    width: int
    height: int


def as_photo(file: BinaryIO) -> Picture:
    """JPEG on white; the longer edge has at most 2,000 points."""
    picture = flat(opened(file, longest_edge=PHOTO_EDGE))
    content = written(picture, "JPEG", quality=85, optimize=True)
    return Picture(content, "image/jpeg", ".jpg", *picture.size)


def as_drawing(file: BinaryIO) -> Picture:
    """PNG, see-through where it was; the longer edge has at most 800 points."""
    picture = opened(file, longest_edge=DRAWING_EDGE)
    content = written(picture, "PNG", optimize=True)
    return Picture(content, "image/png", ".png", *picture.size)


def opened(file: BinaryIO, *, longest_edge: int) -> Image.Image:
    """The picture upright, in RGB or RGBA, no larger than asked for. Raises UploadError."""
    content = content_of(file, limit=LARGEST_FILE)
    try:
        with Image.open(io.BytesIO(content), formats=list(MOST_PIXELS)) as picture:
            refuse_too_many_pixels(picture)
            # Only JPEG can: it is unpacked at a fraction of its size already.
            picture.draft("RGB", (longest_edge, longest_edge))
            picture.load()
            return scaled(ImageOps.exif_transpose(picture), longest_edge)
    except UNREADABLE as error:
        sentence = _(
            "The file cannot be opened as a picture. Please choose a whole PNG, JPEG or WEBP file."
        )
        raise UploadError(sentence) from error


def refuse_too_many_pixels(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS[picture.format]:
        sentence = _(
            "The picture has too many points (%(width)s × %(height)s). Please save it smaller."
        )
        raise UploadError(sentence % {"width": picture.width, "height": picture.height})


def scaled(picture: Image.Image, longest_edge: int) -> Image.Image:
    picture = in_colours(picture)
    picture.thumbnail((longest_edge, longest_edge), Image.Resampling.LANCZOS)
    return picture


def in_colours(picture: Image.Image) -> Image.Image:
    """A copy that has its points only."""
    if picture.mode.startswith("I"):
        # 16 bits a point: the upper eight are what is seen.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def flat(picture: Image.Image) -> Image.Image:
    """On white paper."""
    if picture.mode == "RGB":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def written(picture: Image.Image, file_format: str, **options) -> bytes:
    # What was beside the points, such as a comment, would be written with them.
    picture.info.clear()
    target = io.BytesIO()
    picture.save(target, file_format, **options)
    return target.getvalue()
