import pytest

from loei_coop.checks import data_folder_is_writable, policy_is_strict


def test_a_data_folder_that_is_not_there_yet_may_be_made(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "new" / "folder"
    assert data_folder_is_writable(None) == []


def test_a_data_folder_that_cannot_be_written_is_an_error(settings, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    settings.DATA_DIR = tmp_path / "file" / "data"
    (error,) = data_folder_is_writable(None)
    assert error.id == "portal.E001"
    assert error.msg == f"{settings.DATA_DIR} cannot be written."


@pytest.mark.parametrize("word", ["'unsafe-inline'", "'unsafe-eval'", "*"])
def test_a_policy_that_is_opened_is_warned_of(settings, word):
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {**directives, "style-src": [word]}}
    assert [warning.id for warning in policy_is_strict(None)] == ["portal.W001"]


def test_the_portals_own_policy_is_strict():
    assert policy_is_strict(None) == []
