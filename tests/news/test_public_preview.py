import pytest

from loei_coop.news.models import PressRelease
from tests.networks.pages import words
from tests.news.public import (
    BODY,
    MINUTE,
    NINE,
    TITLE,
    add_photo,
    make_draft,
    make_release,
    withdraw,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nine")]
TOKEN = "k3J" * 14


def preview(client, token=TOKEN, rest=""):
    return client.get(f"/en/news/preview/{token}/{rest}")


def test_who_has_the_link_reads_the_draft_without_an_account(client):
    make_draft(preview_token=TOKEN)
    response = preview(client)
    assert BODY in words(response)
    assert "Not published yet" in words(response)


def test_nobody_may_keep_or_list_it(client):
    make_draft(preview_token=TOKEN)
    response = preview(client)
    assert {"private", "no-store"} <= set(response.headers["Cache-Control"].split(", "))
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex, nofollow">' in response.text
    assert "og:image" not in response.text


@pytest.mark.parametrize("token", ["x", "k3J" * 13, "ก" * 40])
def test_a_wrong_link_finds_nothing(client, token):
    make_draft(preview_token=TOKEN)
    assert preview(client, token).status_code == 404


def test_a_link_that_was_taken_back_finds_nothing(client):
    make_draft()
    assert "This link is no longer valid." in words(preview(client))


def test_what_is_to_be_published_later_is_still_shown_with_its_time(client):
    make_release(preview_token=TOKEN, published_at=NINE + MINUTE)
    assert "It will be published on 2 March 2026, 09:01." in words(preview(client))


def test_once_published_the_link_leads_to_the_page(client):
    release = make_release(preview_token=TOKEN)
    response = preview(client)
    assert (response.status_code, response.headers["Location"]) == (302, f"/en/news/{release.pk}/")


def test_after_a_withdrawal_it_finds_nothing(client):
    withdraw(make_release(preview_token=TOKEN))
    assert preview(client).status_code == 404


def test_photos_are_shown_under_the_link_only(client):
    release = make_draft(preview_token=TOKEN)
    photo = add_photo(release)
    response = preview(client, rest=f"photos/{photo.pk}/480.jpg")
    assert (response.status_code, bool(response.getvalue())) == (200, True)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert f"photos/{photo.pk}/480.jpg 480w" in preview(client).text
    assert client.get(f"/news/{release.pk}/photos/{photo.pk}/480.jpg").status_code == 404


def test_it_is_in_no_sitemap_and_no_feed(client):
    make_draft(preview_token=TOKEN)
    assert "preview" not in client.get("/sitemap.xml").text
    assert TITLE not in client.get("/feeds/news.xml").text


def test_asking_for_it_changes_nothing(client):
    make_draft(preview_token=TOKEN)
    before = PressRelease.objects.values().get()
    preview(client)
    assert PressRelease.objects.values().get() == before
