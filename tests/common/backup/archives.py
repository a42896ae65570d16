"""Archives as the portal writes them, and as somebody else might."""

import os
from contextlib import contextmanager

from loei_coop.common.backup import archive
from loei_coop.common.backup.manifest import Manifest, Table, Upload

ROWS = ['["4201","เมือง"]\n'.encode(), b'["4202",null]\n']


def new_manifest(**values):
    return Manifest(
        **{
            "made_at": "2026-11-22T01:30:00+00:00",
            "secret": "0123456789abcdef",
            "migrations": {"networks": ["0001_initial"]},
            **values,
        }
    )


@contextmanager
def written(path):
    """(writer, manifest) of an archive with one table and one upload; more may be added."""
    with path.open("w+b") as file, archive.writer(file) as writer:
        manifest = new_manifest()
        found = writer.add("tables/networks.district.jsonl", ROWS, archive.lines_in)
        manifest.tables["networks.district"] = Table(["code", "name"], *found, None)
        add_upload(writer, manifest, "หลักฐาน/ภาพ.txt")
        yield writer, manifest
        writer.finish(manifest)


def add_upload(writer, manifest, name, content=b"content"):
    manifest.uploads[name] = Upload(*writer.add(f"uploads/{name}", [content], compress=False))


def make_archive(path):
    with written(path):
        pass
    return path


def seal(path):
    """Gives the file a checksum that fits, as whoever makes a false one can."""
    with path.open("r+b") as file:
        checksum = archive.checksum_before_the_end(file)
        file.seek(-archive.LENGTH, os.SEEK_END)
        file.write(checksum)
