import io

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from loei_coop.common.seals import altered_rows, seal
from loei_coop.news import photo_sizes
from tests.news.public import add_photo, make_draft, make_release, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nine")]


@pytest.fixture
def photo():
    """Of 1200 × 800 points, published."""
    release = make_draft()
    photo = add_photo(release, caption="หลังการประชุม", credit="สำนักงาน")
    publish(release)
    return photo


def ask(client, photo, width, **headers):
    address = f"/news/{photo.release_id}/photos/{photo.pk}/{width}.jpg"
    return client.get(address, headers=headers)


@pytest.mark.parametrize(
    ("width", "size"), [(480, (480, 320)), (960, (960, 640)), (1200, (1200, 800))]
)
def test_a_photo_is_sent_in_the_size_that_was_asked_for(client, photo, width, size):
    response = ask(client, photo, width)
    assert Image.open(io.BytesIO(response.getvalue())).size == size
    assert response.headers["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("width", [0, 1, 481, 1600, 99999])
def test_no_other_size_is_made(client, photo, width):
    assert ask(client, photo, width).status_code == 404


def test_a_size_is_made_once(client, photo, monkeypatch):
    ask(client, photo, 480).getvalue()
    monkeypatch.setattr(photo_sizes, "sized", None)
    assert ask(client, photo, 480).getvalue()


def test_a_reader_asks_again_and_is_spared_what_it_has(client, photo):
    first = ask(client, photo, 480)
    assert first.getvalue()
    assert first.headers["Cache-Control"] == "no-cache"
    again = ask(client, photo, 480, **{"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_page_offers_all_sizes_and_says_what_is_seen(client, photo):
    text = client.get(f"/news/{photo.release_id}/").text
    address = f"/news/{photo.release_id}/photos/{photo.pk}"
    offered = ", ".join(f"{address}/{width}.jpg {width}w" for width in (480, 960, 1200))
    assert f'src="{address}/960.jpg" srcset="{offered}"' in text
    assert 'width="1200" height="800" loading="lazy"' in text
    assert 'alt="ผู้แทนห้าเครือข่าย"' in text
    assert "หลังการประชุม" in text


def test_the_english_page_has_the_english_words(client):
    release = make_draft()
    add_photo(release, text_en="Five representatives", caption="ก", caption_en="After the meeting")
    publish(release)
    text = client.get(f"/en/news/{release.pk}/").text
    assert 'alt="Five representatives"' in text
    assert "After the meeting" in text


def test_a_photo_of_another_release_is_not_found(client, photo):
    other = make_release("ข่าวอื่น")
    assert client.get(f"/news/{other.pk}/photos/{photo.pk}/480.jpg").status_code == 404


def test_a_photo_without_its_file_is_not_found(client, photo):
    photo.file.storage.delete(photo.file.name)
    assert [ask(client, photo, width).status_code for width in (480, 1200)] == [404, 404]


def test_its_sizes_are_removed_with_it(client, photo):
    ask(client, photo, 480).getvalue()
    name = photo_sizes.sized_name(photo, 480)
    before = default_storage.exists(name)
    photo_sizes.remove(photo)
    assert (before, default_storage.exists(name)) == (True, False)


def test_a_published_release_is_sealed_with_its_photos(photo):
    seal(photo.release)
    assert list(altered_rows()) == []
