import feedparser
import pytest

from tests.factories import make_district, make_group
from tests.news.public import BODY, MINUTE, NINE, TITLE, correct, make_release, withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nine")]


@pytest.fixture
def read(client):
    def read_feed(address="/feeds/news.xml"):
        response = client.get(address)
        headers = {name.lower(): value for name, value in response.headers.items()}
        return feedparser.parse(response.content, response_headers=headers)

    return read_feed


def test_feedparser_has_no_complaint(read):
    make_release("1 < 2 & \x0b“ก”")
    feed = read()
    assert (feed.bozo, feed.version, feed.feed.language) == (0, "atom10", "th")
    assert feed.feed.title == "ข่าวประชาสัมพันธ์ สำนักงานสหกรณ์จังหวัดเลย"


@pytest.mark.parametrize("address", ["/feeds/news.xml", "/feeds/networks/1.xml"])
def test_an_empty_feed_is_valid(read, address):
    make_district(network=1)
    feed = read(address)
    assert (feed.bozo, feed.entries) == (0, [])


def test_an_entry_has_title_summary_text_and_its_page(read):
    release = make_release(body=f"{BODY}\n\n1. ก")
    (entry,) = read().entries
    assert (entry.title, entry.summary) == (TITLE, BODY)
    assert "<li>ก</li>" in entry.content[0].value
    assert entry.link == f"http://testserver/news/{release.pk}/"


def test_a_correction_updates_the_entry_and_keeps_its_id(read):
    release = make_release()
    (before,) = read().entries
    correct(release, made_at=NINE + MINUTE)
    (after,) = read().entries
    assert before.id == after.id
    assert (before.updated, after.updated) == (
        "2026-03-02T02:00:00+00:00",
        "2026-03-02T02:01:00+00:00",
    )
    assert before.published == after.published


def test_what_was_withdrawn_leaves_the_feed_whatever_a_reader_kept(client, read):
    release = make_release()
    before = client.get("/feeds/news.xml").headers
    assert "Last-Modified" not in before
    withdraw(release)
    assert read().entries == []
    again = client.get("/feeds/news.xml", headers={"if-none-match": before["ETag"]})
    assert again.status_code == 200


def test_a_network_has_its_own(read):
    make_district(network=1)
    group = make_group(district=make_district("ท่าลี่", network=4))
    make_release(organizations=[group])
    found = [len(read(f"/feeds/networks/{number}.xml").entries) for number in (1, 4)]
    assert found == [0, 1]


def test_a_network_that_is_not_there_has_none(client):
    assert client.get("/feeds/networks/9.xml").status_code == 404


@pytest.mark.parametrize("number", [3, 30])
def test_any_number_of_entries_takes_two_questions(client, django_assert_num_queries, number):
    for order in range(number):
        make_release(f"ข่าวที่ {order}")
    with django_assert_num_queries(2):
        client.get("/feeds/news.xml")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_pages_tell_readers_where_the_feeds_are(client, prefix):
    make_district(network=4)
    text = client.get(f"{prefix}/networks/4/").text
    assert 'type="application/atom+xml"' in text
    hrefs = [f'href="/feeds/{name}.xml"' in text for name in ("news", "networks/4")]
    assert hrefs == [True, True]
