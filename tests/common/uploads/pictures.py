"""Files as people send them, and as they had better not."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
TURNED_RIGHT = 6


def sent(content, name="ภาพ.png"):
    return SimpleUploadedFile(name, content)


def picture(file_format="PNG", size=(40, 20), mode="RGB", colour="red", **options):
    target = io.BytesIO()
    Image.new(mode, size, colour).save(target, file_format, **options)
    return target.getvalue()


def of_a_telephone(**values):
    """A JPEG that says where it was taken, by what, and how it was held."""
    exif = Image.Exif()
    exif[MAKER] = "Phone of Somchai"
    exif[ORIENTATION] = TURNED_RIGHT
    exif.get_ifd(GPS)[2] = (17.0, 29.0, 10.0)
    return picture("JPEG", exif=exif, comment=b"kept nowhere", **values)


def read(content):
    opened = Image.open(io.BytesIO(content))
    opened.load()
    return opened


def half(file_format):
    whole = picture(file_format, size=(400, 400))
    return whole[: len(whole) // 2]


def bomb(width, height):
    """A PNG of a few bytes whose head promises that many points."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100))


def chunk(name, content):
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum


def gif_that_is_a_page():
    return b"GIF89a/*" + b"<script>alert(1)</script>" + b"*/=1;"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00" + b"\x00" * 200
