"""The photos of a release in the sizes that screens ask for. Each is made once, when it is first
asked for, and lies beside the photo, in a folder of its name."""

from pathlib import PurePosixPath

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from PIL import Image

from loei_coop.common.uploads.images import flat, written
from loei_coop.news.models import ReleasePhoto

# Points: a telephone, the column of the page, and the column on a screen of double density.
WIDTHS = (480, 960, 1600)
QUALITY = 82


def widths_of(photo: ReleasePhoto) -> list[int]:
    """Those that are smaller than the photo, and its own."""
    return [*(width for width in WIDTHS if width < photo.width), photo.width]


def opened(photo: ReleasePhoto, width: int) -> File:
    """JPEG; raises FileNotFoundError where the record came back without its file."""
    if width >= photo.width:
        return photo.file.open("rb")
    name = sized_name(photo, width)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(sized(photo, width)))
    return default_storage.open(name, "rb")


def folder_of(photo: ReleasePhoto) -> str:
    return str(PurePosixPath(photo.file.name).with_suffix(""))


def sized_name(photo: ReleasePhoto, width: int) -> str:
    return f"{folder_of(photo)}/{width}.jpg"


def sized(photo: ReleasePhoto, width: int) -> bytes:
    with photo.file.open("rb") as file, Image.open(file) as picture:
        height = max(1, round(picture.height * width / picture.width))
        picture.draft("RGB", (width, height))
        smaller = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        smaller = smaller.resize((width, height), Image.Resampling.LANCZOS)
    return written(flat(smaller), "JPEG", quality=QUALITY, optimize=True, progressive=True)


def remove(photo: ReleasePhoto) -> None:
    """With the photo's own file."""
    for width in WIDTHS:
        default_storage.delete(sized_name(photo, width))
