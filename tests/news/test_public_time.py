"""The time of publication is asked in every query: nothing before it, everything from then on."""

import pytest

from tests.factories import make_district, make_organization
from tests.networks.pages import words
from tests.news.public import MINUTE, NINE, TITLE, add_photo, make_draft, publish

pytestmark = pytest.mark.django_db
SHOWING = [
    "/",
    "/en/",
    "/news/",
    "/en/news/",
    "/news/?network=4",
    "/news/?organization=0008",
    "/search/?q=สร้างเครือข่ายสหกรณ์",
    "/networks/4/",
    "/organizations/0008/",
    "/feeds/news.xml",
    "/feeds/networks/4.xml",
]
OWN = ["", "release.pdf", "release.docx", "share.png", "photos/{photo}/480.jpg"]


@pytest.fixture
def release():
    """To be published at nine."""
    organization = make_organization(
        "สหกรณ์การเกษตรท่าลี่ จำกัด", code="0008", district=make_district("ท่าลี่", network=4)
    )
    release = make_draft(organizations=[organization])
    add_photo(release)
    return publish(release)


def own_addresses(release):
    photo = release.photos.get().pk
    return [f"/news/{release.pk}/{rest.format(photo=photo)}" for rest in OWN]


def statuses(client, prefix, release):
    responses = [client.get(prefix + address) for address in own_addresses(release)]
    assert all(response.getvalue() for response in responses)
    return {response.status_code for response in responses}


@pytest.mark.parametrize("address", SHOWING)
def test_a_page_names_it_from_nine_on(client, at, release, address):
    at(NINE - MINUTE)
    assert TITLE not in words(client.get(address))
    at(NINE)
    assert TITLE in words(client.get(address))


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_nothing_of_its_own_answers_before_nine(client, at, release, prefix):
    at(NINE - MINUTE)
    before = statuses(client, prefix, release)
    at(NINE)
    assert (before, statuses(client, prefix, release)) == ({404}, {200})


def test_the_sitemap_has_it_from_nine_on(client, at, release):
    address = f"/news/{release.pk}/"
    at(NINE - MINUTE)
    assert address not in client.get("/sitemap.xml").text
    at(NINE)
    assert address in client.get("/sitemap.xml").text


def test_what_a_reader_kept_of_a_feed_before_nine_is_not_taken_for_new(client, at, release):
    at(NINE - MINUTE)
    kept = client.get("/feeds/news.xml").headers["ETag"]
    at(NINE)
    again = client.get("/feeds/news.xml", headers={"if-none-match": kept})
    assert again.status_code == 200
    known = client.get("/feeds/news.xml", headers={"if-none-match": again.headers["ETag"]})
    assert known.status_code == 304


@pytest.mark.parametrize("state", ["draft", "waiting", "approved"])
def test_what_was_never_published_is_nowhere(client, nine, state):
    release = make_draft(state=state)
    assert client.get(f"/news/{release.pk}/").status_code == 404
    assert TITLE not in client.get("/news/").text


def test_an_officer_reads_the_files_of_a_draft_and_nobody_may_keep_them(office):
    release = make_draft()
    for name in ("release.pdf", "release.docx", "share.png"):
        response = office.get(f"/news/{release.pk}/{name}")
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "private, no-store"


def test_a_colleague_without_the_right_does_not_find_them(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("malee", is_staff=True))
    assert client.get(f"/news/{make_draft().pk}/release.pdf").status_code == 404
