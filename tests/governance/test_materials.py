"""Documents, pictures and links that go with a practice."""

import pytest
from django.core.files.storage import default_storage

from governance import materials
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads.errors import UploadError
from tests.common.uploads.pictures import picture, sent
from tests.governance.assessing import make_manager, make_officer
from tests.governance.exchanging import make_host, proposed, shared

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def host():
    return make_host()


@pytest.fixture
def malee(host):
    return make_manager(host)


@pytest.fixture
def practice(host, malee):
    return proposed(host, by=malee)


def test_a_photo_is_written_anew(practice, malee):
    row = materials.add(practice, upload=sent(picture(), "ป้าย.png"), by=malee)
    assert (row.title, row.content_type) == ("ป้าย", "image/jpeg")
    assert row.file.name.startswith(f"practices/{practice.pk}/")


@pytest.mark.parametrize("name", ["หน้า.html", "โปรแกรม.exe", "ภาพ.svg"])
def test_another_kind_of_file_is_refused_and_nothing_stays(practice, malee, name):
    with pytest.raises(UploadError):
        materials.add(practice, upload=sent(b"<script>", name), by=malee)
    assert not practice.materials.exists()


def test_to_what_everybody_sees_nothing_is_added_behind_the_offices_back(host, malee):
    with pytest.raises(WorkflowError, match="Withdraw it first"):
        materials.add(shared(host, manager=malee), url="https://example.com/", by=malee)


def test_a_stranger_adds_and_removes_nothing(practice, malee):
    row = materials.add(practice, url="https://example.com/", by=malee)
    stranger = make_officer("somying")
    with pytest.raises(WorkflowError, match="no right"):
        materials.add(practice, url="https://example.com/2", by=stranger)
    with pytest.raises(WorkflowError, match="no right"):
        materials.remove(row, by=stranger)


def test_ten_are_enough(practice, malee):
    for number in range(materials.MOST):
        materials.add(practice, url=f"https://example.com/{number}", by=malee)
    with pytest.raises(WorkflowError, match="10 materials"):
        materials.add(practice, url="https://example.com/more", by=malee)


def test_both_names_stand_on_what_an_officer_adds_for_a_caller(practice, malee):
    officer = make_officer("somying")
    row = materials.add(practice, url="https://example.com/", by=officer, on_behalf_of=malee)
    assert (row.made_by, row.on_behalf_of) == (officer, malee)


def test_a_removed_file_is_gone(practice, malee, django_capture_on_commit_callbacks):
    row = materials.add(practice, upload=sent(picture()), by=malee)
    name = row.file.name
    with django_capture_on_commit_callbacks(execute=True):
        materials.remove(row, by=malee)
    assert not default_storage.exists(name)
