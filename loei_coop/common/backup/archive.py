"""The file of a backup: a zip whose last 64 bytes, its comment, are the SHA-256 of all before."""

import hashlib
import lzma
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import FORMAT, Manifest

MARK = "loei-backup"
MANIFEST = "manifest.json"
TABLES = "tables/"
UPLOADS = "uploads/"
BLOCK = 1 << 20
LENGTH = 64
Count = Callable[[bytes], int]
# What reading raises where a zip says one thing and is another.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    RuntimeError,
    ValueError,
)


def table_member(label: str) -> str:
    return f"{TABLES}{label}.jsonl"


class Writer:
    """Members are written one after another, as their bytes come."""

    def __init__(self, file: BinaryIO):
        self.file = file
        self.zip = zipfile.ZipFile(file, "w")

    def add(
        self, name: str, chunks: Iterable[bytes], count: Count = len, *, compress: bool = True
    ) -> tuple[int, str]:
        """(what `count` of the chunks adds up to, SHA-256) of the member."""
        member = zipfile.ZipInfo(name)
        member.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
        member.external_attr = 0o600 << 16
        with self.zip.open(member, "w", force_zip64=True) as target:
            return digest_of(writing(chunks, target), count)

    def finish(self, manifest: Manifest) -> None:
        self.add(MANIFEST, [manifest.to_bytes()])
        self.zip.comment = b"0" * LENGTH
        self.zip.close()
        checksum = checksum_before_the_end(self.file)
        self.file.seek(-LENGTH, os.SEEK_END)
        self.file.write(checksum)


@contextmanager
def writer(file: BinaryIO) -> Iterator[Writer]:
    writer = Writer(file)
    with writer.zip:
        writer.add(MARK, [str(FORMAT).encode()], compress=False)
        yield writer


def checksum_before_the_end(file: BinaryIO) -> bytes:
    """The SHA-256 of all but the last 64 bytes, in hexadecimal digits."""
    left = file.seek(0, os.SEEK_END) - LENGTH
    file.seek(0)
    digest = hashlib.sha256()
    while left > 0 and (block := file.read(min(BLOCK, left))):
        digest.update(block)
        left -= len(block)
    return digest.hexdigest().encode()


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, after its format and its checksum were found right. Raises BackupError."""
    with troubles_as_sentences(path), path.open("rb") as file:
        refuse_foreign(file)
        refuse_damaged(file)
        with zipfile.ZipFile(file) as archive:
            refuse_newer(archive)
            yield archive


@contextmanager
def troubles_as_sentences(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        sentence = _("The file cannot be read: %(file)s (%(reason)s)")
        raise BackupError(sentence % {"file": path, "reason": error.strerror or error}) from error
    except UNREADABLE as error:
        raise damaged() from error


def damaged() -> BackupError:
    sentence = _("The backup file is damaged or incomplete. Use another backup.")
    return BackupError(sentence)


def refuse_foreign(file: BinaryIO) -> None:
    head = file.read(30 + len(MARK))
    if not (head.startswith(b"PK\x03\x04") and head.endswith(MARK.encode())):
        raise BackupError(_("This file is not a backup of the portal."))


def refuse_damaged(file: BinaryIO) -> None:
    checksum = checksum_before_the_end(file)
    if file.read() != checksum:
        raise damaged()


def refuse_newer(archive: zipfile.ZipFile) -> None:
    with archive.open(MARK) as file:
        version = file.read(10)
    if not re.fullmatch(rb"[0-9]{1,9}", version):
        raise damaged()
    if int(version) > FORMAT:
        sentence = _("The backup was made by a newer version of the portal. Update the portal.")
        raise BackupError(sentence)


def blocks(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.read(BLOCK), b"")


def writing(chunks: Iterable[bytes], file: BinaryIO) -> Iterator[bytes]:
    """The chunks, each of them written by then."""
    for chunk in chunks:
        file.write(chunk)
        yield chunk


def lines_in(chunk: bytes) -> int:
    return chunk.count(b"\n")


def digest_of(chunks: Iterable[bytes], count: Count = len) -> tuple[int, str]:
    """(what `count` adds up to, SHA-256)"""
    digest, counted = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        counted += count(chunk)
    return counted, digest.hexdigest()
