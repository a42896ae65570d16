import json

import pytest

from loei_coop.common import records


@pytest.fixture
def start_with(tmp_path, monkeypatch):
    """A function that takes the place of the portal's fixture files."""

    def write(*entries, samples=()):
        files = {False: tmp_path / "records.json", True: tmp_path / "samples.json"}
        files[False].write_text(json.dumps(entries))
        files[True].write_text(json.dumps(samples))
        monkeypatch.setattr(
            records,
            "fixture_files",
            lambda *, with_samples: [files[False], files[True]][: 1 + with_samples],
        )

    return write
