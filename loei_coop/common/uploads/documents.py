"""PDF, Word and Excel files from outside: the content decides what a file is, its name must agree.

The check is our own: lists of first bytes, such as those of the package `filetype`, take any zip
for a Word file that has the right words near its beginning, and a workbook with macros for one
without. Here the archive's own table of contents is read.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext as _

from loei_coop.common.uploads.errors import UploadError
from loei_coop.common.uploads.sizes import MEGABYTE, content_of

LARGEST_FILE = 20 * MEGABYTE
# Of a Word or Excel file, unpacked.
LARGEST_UNPACKED = 200 * MEGABYTE
MOST_PARTS = 5_000
LARGEST_CONTENTS = MEGABYTE
BLOCK = 1 << 16
CONTENTS = "[Content_Types].xml"
OPEN_XML = "application/vnd.openxmlformats-officedocument."
WITH_PROGRAMS = re.compile("vbaProject|macroEnabled|activeX", re.IGNORECASE)
# What reading a zip raises that was not made well.
UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, LookupError, ValueError),
    *(NotImplementedError, RuntimeError),
)


class WrongContentError(Exception):
    """The content is not what the name says."""


@dataclass(frozen=True)
class Kind:
    suffix: str
    media_type: str
    # Raises WrongContentError or UploadError.
    check: Callable[[bytes], None]


@dataclass(frozen=True)
class Document:
    content: bytes
    media_type: str
    suffix: str


def checked(file: BinaryIO) -> Document:
    """The document, byte for byte as it came. `file` has a name. Raises UploadError."""
    kind = KINDS.get(PurePath(file.name or "").suffix.lower())
    if kind is None:
        sentence = _(
            "This kind of file is not taken. Please send a PDF, Word or Excel file (%(suffixes)s)."
        )
        raise UploadError(sentence % {"suffixes": ", ".join(KINDS)})
    content = content_of(file, limit=LARGEST_FILE)
    try:
        kind.check(content)
    except WrongContentError as error:
        sentence = _(
            "The content of the file does not fit its name (%(suffix)s), or it is damaged. "
            "Please open it, save it again and send the new file."
        )
        raise UploadError(sentence % {"suffix": kind.suffix}) from error
    return Document(content, kind.media_type, kind.suffix)


def check_pdf(content: bytes) -> None:
    begins = re.match(rb"%PDF-[12]\.[0-9]", content)
    if not begins or b"%%EOF" not in content[-1024:]:
        raise WrongContentError


def check_word(content: bytes) -> None:
    check_open_xml(content, f"{OPEN_XML}wordprocessingml.document.main+xml")


def check_excel(content: bytes) -> None:
    check_open_xml(content, f"{OPEN_XML}spreadsheetml.sheet.main+xml")


def check_open_xml(content: bytes, main_part: str) -> None:
    """A zip from its first byte to its last, that says itself what its main part is."""
    if not content.startswith(b"PK\x03\x04"):
        raise WrongContentError
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            refuse_bomb(archive)
            contents = table_of_contents(archive)
            read_all(archive)
    except UNREADABLE as error:
        raise WrongContentError from error
    refuse_programs([contents, *archive.namelist()])
    if main_part not in contents:
        raise WrongContentError


def refuse_bomb(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UploadError(_("The file is too large when it is unpacked. Please divide it."))


def table_of_contents(archive: zipfile.ZipFile) -> str:
    with archive.open(CONTENTS) as part:
        return part.read(LARGEST_CONTENTS).decode()


def read_all(archive: zipfile.ZipFile) -> None:
    """Every part to its end, where its checksum is compared; never more than it says it has."""
    for part in archive.infolist():
        with archive.open(part) as unpacked:
            while unpacked.read(BLOCK):
                pass


def refuse_programs(words: list[str]) -> None:
    if any(WITH_PROGRAMS.search(word) for word in words):
        sentence = _(
            "The file has programs in it (macros), which are not taken. Please save it without "
            "them or as a PDF."
        )
        raise UploadError(sentence)


KINDS = {
    kind.suffix: kind
    for kind in (
        Kind(".pdf", "application/pdf", check_pdf),
        Kind(".docx", f"{OPEN_XML}wordprocessingml.document", check_word),
        Kind(".xlsx", f"{OPEN_XML}spreadsheetml.sheet", check_excel),
    )
}
