"""The photo of a presentation: told in words, written anew, shown once the award is announced."""

import pytest

from governance import award_photos
from governance.models import Award
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads.errors import UploadError
from tests.common.uploads.pictures import of_a_telephone, read, sent
from tests.governance.assessing import make_officer
from tests.governance.awards import make_award, make_award_officer, make_embargoed

pytestmark = pytest.mark.django_db
WORDS = {"text": "ผู้ว่าราชการจังหวัดมอบโล่รางวัลแก่ผู้จัดการสหกรณ์"}


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def prasong(db):
    return make_award_officer()


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def address(award):
    return f"/awards/{award.code}/photo/"


def test_it_is_shown_with_its_words_and_without_the_place_it_was_taken_at(client, prasong):
    award = make_award()
    award_photos.put(award, sent(of_a_telephone(), "a.jpg"), **WORDS, by=prasong)
    shown = read(client.get(address(award)).getvalue())
    assert (shown.format, dict(shown.getexif())) == ("JPEG", {})
    assert f'alt="{WORDS["text"]}"' in client.get("/awards/2569/").text


def test_before_the_announcement_it_is_not_there(client, prasong):
    award = make_embargoed()
    award_photos.put(award, sent(of_a_telephone(), "a.jpg"), **WORDS, by=prasong)
    assert client.get(address(award)).status_code == 404


def test_without_words_it_is_refused(prasong, uploads):
    with pytest.raises(WorkflowError):
        award_photos.put(make_award(), sent(of_a_telephone(), "a.jpg"), text=" ", by=prasong)
    assert files(uploads) == []


def test_what_is_no_picture_is_refused(prasong, uploads):
    with pytest.raises(UploadError):
        award_photos.put(make_award(), sent(b"no picture", "a.jpg"), **WORDS, by=prasong)
    assert files(uploads) == []


def test_another_one_takes_its_place_and_the_file_goes(
    prasong, uploads, django_capture_on_commit_callbacks
):
    award = make_award()
    with django_capture_on_commit_callbacks(execute=True):
        for _time in range(2):
            award_photos.put(award, sent(of_a_telephone(), "a.jpg"), **WORDS, by=prasong)
    assert [path.name for path in files(uploads)] == [award.photo.name.rsplit("/", 1)[-1]]


def test_taken_off_nothing_of_it_stays(prasong, uploads, django_capture_on_commit_callbacks):
    award = make_award()
    with django_capture_on_commit_callbacks(execute=True):
        award_photos.put(award, sent(of_a_telephone(), "a.jpg"), **WORDS, by=prasong)
        award_photos.take_off(award, by=prasong)
    assert files(uploads) == []
    assert Award.objects.get(pk=award.pk).photo_text == ""


def test_only_who_may_change_the_award_puts_one_in_place():
    wichai = make_officer("wichai", "view_award")
    with pytest.raises(WorkflowError):
        award_photos.put(make_award(), sent(of_a_telephone(), "a.jpg"), **WORDS, by=wichai)
