import json

import pytest

from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import Manifest, Table, Upload, secret_mark
from tests.common.backup.archives import new_manifest


def test_a_manifest_is_read_as_it_was_written():
    manifest = new_manifest(
        tables={"networks.district": Table(["code"], 14, "0f", 14)},
        uploads={"ภาพ.jpg": Upload(3, "1e")},
    )
    assert Manifest.from_bytes(manifest.to_bytes()) == manifest
    assert manifest.rows == 14


@pytest.mark.parametrize(
    "change",
    [
        {"made_at": "2026-11-22T01:30:00"},
        {"made_at": "yesterday"},
        {"made_at": None},
        {"tables": []},
        {"tables": {"networks.district": {"rows": 1}}},
        {"uploads": {"x": 1}},
        {"migrations": ["0001_initial"]},
        {"migrations": {"networks": 1}},
        {"migrations": {"networks": [["0001_initial"]]}},
        {"more": 1},
    ],
)
def test_a_manifest_with_a_part_of_another_shape_is_refused(change):
    text = json.dumps({**json.loads(new_manifest().to_bytes()), **change}).encode()
    with pytest.raises(BackupError):
        Manifest.from_bytes(text)


@pytest.mark.parametrize("text", [b"", b"null", b"{}", b"\xff", b"[" * 100_000])
def test_a_manifest_that_is_none_is_refused(text):
    with pytest.raises(BackupError):
        Manifest.from_bytes(text)


def test_the_mark_of_a_secret_tells_it_from_another_and_does_not_hold_it(settings):
    mark = secret_mark()
    settings.SECRET_KEY = "another"
    assert secret_mark() != mark
    assert len(mark) == 16
