import pytest

from tests.factories import make_district, make_group
from tests.networks.pages import words
from tests.news.public import MINUTE, NINE, make_release

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nine")]


def titles(response):
    return [release.title for release in response.context["object_list"]]


def offered(response, name):
    select = next(select for select in response.context["selects"] if select.name == name)
    return [(option.value, option.count) for option in select.options]


@pytest.fixture
def three():
    group = make_group(code="0021", district=make_district("ท่าลี่", network=4))
    make_release("ของปี 2556", as_of="2013-01-01", as_of_precision="year", kind="network_formed")
    make_release("ของวันนี้", organizations=[group], kind="photo_news")
    make_release("ของปี 2568", released_on="2025-03-01", published_at=NINE - MINUTE)


def test_the_latest_stand_first(client, three):
    assert titles(client.get("/news/")) == ["ของวันนี้", "ของปี 2556", "ของปี 2568"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("year=2556", ["ของปี 2556"]),
        ("year=2568", ["ของปี 2568"]),
        ("year=2569", ["ของวันนี้"]),
        ("kind=photo_news", ["ของวันนี้"]),
        ("organization=0021", ["ของวันนี้"]),
        ("network=4", ["ของวันนี้", "ของปี 2556"]),
        ("network=1", ["ของปี 2556"]),
        ("year=2556&kind=photo_news", []),
    ],
)
def test_filters_choose_by_year_kind_network_and_organization(client, three, query, found):
    assert titles(client.get(f"/news/?{query}")) == found


def test_each_value_is_offered_with_its_count_and_none_that_finds_nothing(client, three):
    response = client.get("/news/?network=4")
    assert offered(response, "year") == [("", 2), ("2569", 1), ("2556", 1)]
    assert offered(response, "kind") == [("", 2), ("network_formed", 1), ("photo_news", 1)]
    assert offered(response, "network") == [
        ("", 3),
        *((str(number), 2 if number == 4 else 1) for number in range(1, 6)),
    ]
    assert offered(response, "organization") == [("", 2), ("0021", 1)]


def test_a_value_that_is_not_offered_is_left_out_and_said(client, three):
    response = client.get("/en/news/?year=1999&kind=photo_news")
    assert titles(response) == ["ของวันนี้"]
    assert "This choice is not offered and was left out: year" in words(response)


def test_an_empty_list_is_told_in_a_sentence(client):
    text = words(client.get("/en/news/"))
    assert "No news has been published yet. What the office publishes will stand here." in text


def test_filters_that_find_nothing_say_so_and_lead_back(client, three):
    response = client.get("/en/news/?year=2556&kind=photo_news")
    assert "No release matches all of these. Choose fewer." in words(response)
    assert '<a href="/en/news/">See all news</a>' in response.text


def test_a_filtered_list_is_kept_from_search_engines(client, three):
    noindex = '<meta name="robots" content="noindex">'
    found = [noindex in client.get(path).text for path in ("/news/", "/news/?year=2556")]
    assert found == [False, True]


def test_pages_keep_the_filters(client):
    for number in range(21):
        make_release(f"ข่าวที่ {number}")
    response = client.get("/news/?kind=free&page=2")
    assert len(titles(response)) == 1
    assert '<a rel="prev" href="?kind=free&amp;page=1">' in response.text


@pytest.mark.parametrize("page", ["0", "3", "x"])
def test_a_page_that_is_not_there_is_told_in_a_sentence(client, three, page):
    response = client.get("/en/news/", {"page": page})
    assert response.status_code == 404
    assert "The list of news has no page of this number." in words(response)


@pytest.mark.parametrize("number", [3, 30])
def test_any_number_of_rows_takes_thirteen_questions(client, django_assert_num_queries, number):
    group = make_group(district=make_district("ท่าลี่", network=4))
    for order in range(number):
        make_release(f"ข่าวที่ {order}", organizations=[group])
    with django_assert_num_queries(13):
        client.get("/news/")
