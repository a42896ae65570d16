"""Whether a file is a backup, whole and as it was made."""

import zipfile
from pathlib import Path

from loei_coop.common.backup import archive, uploads
from loei_coop.common.backup.archive import MANIFEST, MARK, UPLOADS, table_member
from loei_coop.common.backup.manifest import Manifest

# A table of contents is small; one that is not was not made by us.
LARGEST_MANIFEST = 1 << 26


def check(path: Path) -> Manifest:
    """What the backup says of itself, after every part of it was found so. Raises BackupError."""
    with archive.opened(path) as backup:
        return check_all(backup)


def check_all(backup: zipfile.ZipFile) -> Manifest:
    manifest = read_manifest(backup)
    refuse_other_members(backup, manifest)
    for label, table in manifest.tables.items():
        found = digest_of_member(backup, table_member(label), archive.lines_in)
        compare(found, (table.rows, table.sha256))
    for name, upload in manifest.uploads.items():
        compare(digest_of_member(backup, UPLOADS + name), (upload.size, upload.sha256))
    return manifest


def digest_of_member(
    backup: zipfile.ZipFile, name: str, count: archive.Count = len
) -> tuple[int, str]:
    with backup.open(name) as file:
        return archive.digest_of(archive.blocks(file), count)


def read_manifest(backup: zipfile.ZipFile) -> Manifest:
    if backup.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise archive.damaged()
    return Manifest.from_bytes(backup.read(MANIFEST))


def refuse_other_members(backup: zipfile.ZipFile, manifest: Manifest) -> None:
    """Each part once, none more, and no upload with a way out of its folder."""
    expected = [MARK, MANIFEST]
    expected += [table_member(label) for label in manifest.tables]
    expected += [UPLOADS + name for name in manifest.uploads]
    if sorted(backup.namelist()) != sorted(expected):
        raise archive.damaged()
    if not all(map(uploads.is_safe, manifest.uploads)):
        raise archive.damaged()


def compare(found: tuple[int, str], recorded: tuple[int, str]) -> None:
    if found != recorded:
        raise archive.damaged()
