"""The uploads of the portal: which files there are, and how they come back."""

import os
import secrets
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from loei_coop.common.backup.archive import UPLOADS, blocks, damaged, digest_of, writing
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import Upload


def folder() -> Path:
    return Path(settings.MEDIA_ROOT).resolve()


def files() -> Iterator[Path]:
    """Ordinary files in a steady order."""
    for parent, folders, names in os.walk(folder(), onerror=refuse_unreadable):
        folders.sort()
        for path in (Path(parent, name) for name in sorted([*folders, *names])):
            refuse_link(path)
            if path.is_file():
                yield path


def refuse_unreadable(error: OSError) -> None:
    """A folder that is not there (any more) has no files."""
    if not isinstance(error, FileNotFoundError):
        raise error


def refuse_link(path: Path) -> None:
    """What it points to may be anything; without it the backup would not be whole."""
    if path.is_symlink():
        sentence = _("There is a link among the uploads. Put the file itself there: %(name)s")
        raise BackupError(sentence % {"name": path})


def name_of(path: Path) -> str:
    name = path.relative_to(folder()).as_posix()
    if not is_safe(name):
        sentence = _("The name of this upload cannot be kept in a backup: %(name)s")
        raise BackupError(sentence % {"name": ascii(name)})
    return name


def is_safe(name: str) -> bool:
    """It stays below the folder on every system, and can be written down."""
    can_be_written = name == name.encode(errors="ignore").decode()
    is_plain = can_be_written and min(name, default=" ") >= " " and not set(name) & set("\\:")
    return is_plain and not {"", ".", ".."} & set(name.split("/"))


class Staged:
    """The uploads of a backup beside those of the portal, until they take their place."""

    def __init__(self):
        self.place = folder()
        mark = secrets.token_hex(4)
        self.new = self.place.with_name(f"{self.place.name}.new-{mark}")
        self.former = self.place.with_name(f"{self.place.name}.former-{mark}")
        self.is_in_place = False

    def unpack(self, archive: zipfile.ZipFile, uploads: dict[str, Upload]) -> None:
        """Every file is made here, new, with its recorded content: an archive's links, owners
        and permissions have no say."""
        self.new.mkdir(parents=True)
        for name, upload in uploads.items():
            target = self.new / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(UPLOADS + name) as source, target.open("xb") as file:
                written = digest_of(writing(blocks(source), file))
            if written != (upload.size, upload.sha256):
                raise damaged()

    def exchange(self) -> None:
        if self.place.exists():
            self.place.rename(self.former)
        self.new.rename(self.place)
        self.is_in_place = True

    def back(self) -> None:
        if self.is_in_place:
            self.place.rename(self.new)
        if self.former.exists():
            self.former.rename(self.place)


def remove_unused(place: Path) -> None:
    """What a power cut left of a restore that never came to its end."""
    for rest in place.parent.glob(f"{place.name}.new-*"):
        shutil.rmtree(rest, ignore_errors=True)


@contextmanager
def stage() -> Iterator[Staged]:
    """Whatever goes wrong inside, the portal's uploads are those from before."""
    stage = Staged()
    remove_unused(stage.place)
    try:
        yield stage
    except BaseException:
        stage.back()
        shutil.rmtree(stage.new, ignore_errors=True)
        raise
    shutil.rmtree(stage.former, ignore_errors=True)
