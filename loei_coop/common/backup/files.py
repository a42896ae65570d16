"""The folder of backups: names with the time, files that are whole or not there at all."""

import datetime
import fcntl
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from loei_coop.common.backup import uploads
from loei_coop.common.backup.errors import BackupError

NAME = re.compile(r"loei-backup-([0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4})(?:-([0-9]+))?\.zip")
HALF_WRITTEN = ".loei-backup-*.part"
DAY = 24 * 3600


def usual_folder() -> Path:
    return Path(settings.DATA_DIR) / "backups"


@contextmanager
def alone() -> Iterator[None]:
    """One backup of the portal at a time, wherever it goes: a second click is told so."""
    data = Path(settings.DATA_DIR)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(data, os.O_RDONLY)
    try:
        lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def lock(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        sentence = _("A backup is being made at this moment. Please wait until it is ready.")
        raise BackupError(sentence) from error


def ready(folder: Path) -> Path:
    """The folder, without what a power cut left half written."""
    folder = folder.resolve()
    if folder.is_relative_to(uploads.folder()):
        sentence = _("A backup cannot lie among the uploads. Choose another folder.")
        raise BackupError(sentence)
    if folder == usual_folder().resolve():
        folder.mkdir(mode=0o700, exist_ok=True)
    refuse_missing(folder)
    for rest in folder.glob(HALF_WRITTEN):
        if rest.stat().st_mtime < time.time() - DAY:
            rest.unlink(missing_ok=True)
    return folder


def refuse_missing(folder: Path) -> None:
    """It is not made: under the name of a disk that is not plugged in it would lie on this one."""
    if not folder.is_dir():
        sentence = _("This folder is not there: %(folder)s. Is the disk plugged in?")
        raise BackupError(sentence % {"folder": folder})


def stamp(name: str) -> tuple[datetime.datetime, int] | None:
    """(minute by the clock of the office, number within it); None for any other file."""
    if match := NAME.fullmatch(name):
        with suppress(ValueError):
            return datetime.datetime.strptime(match[1], "%Y-%m-%d-%H%M"), int(match[2] or 1)
    return None


def newest_first(folder: Path) -> list[Path]:
    """The backups of the folder; none where there is no folder yet."""
    paths = folder.iterdir() if folder.is_dir() else []
    found = {path: made for path in paths if (made := stamp(path.name)) and is_ordinary(path)}
    return sorted(found, key=found.__getitem__, reverse=True)


def is_ordinary(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def free_path(folder: Path, moment: datetime.datetime) -> Path:
    stem = f"loei-backup-{moment:%Y-%m-%d-%H%M}"
    names = (f"{stem}-{n}.zip" if n > 1 else f"{stem}.zip" for n in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


@contextmanager
def half_written(folder: Path) -> Iterator[Path]:
    """A place for a file that has no name yet; what is left there in the end is removed."""
    path = folder / f".loei-backup-{secrets.token_hex(8)}.part"
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """New, for its owner only, and on the disk when this ends."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def put(part: Path, path: Path) -> None:
    part.rename(path)
    sync(path.parent)


def sync(folder: Path) -> None:
    """The name, too, survives a power cut, where the system can promise it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
