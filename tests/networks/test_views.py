import pytest

from networks.models import Organization
from tests.factories import (
    make_district,
    make_group,
    make_organization,
    organization_values,
)
from tests.networks.pages import heading, words

pytestmark = pytest.mark.django_db


def make_organizations(number):
    district = make_district()
    Organization.objects.bulk_create(
        Organization(**organization_values(f"สหกรณ์ที่ {order} จำกัด", district=district))
        for order in range(number)
    )


def names(response):
    return [row.name for row in response.context["object_list"]]


@pytest.mark.parametrize(
    ("path", "language", "title"),
    [
        ("/networks/", "th", "เครือข่ายระดับพื้นที่"),
        ("/en/networks/", "en", "Area networks"),
        ("/organizations/", "th", "สหกรณ์และกลุ่มเกษตรกร"),
        ("/en/organizations/", "en", "Cooperatives and farmer groups"),
        ("/committee/", "th", "คณะกรรมการเครือข่ายระดับจังหวัด"),
        ("/en/committee/", "en", "Provincial committee"),
    ],
)
def test_a_page_opens_in_the_language_of_its_path(client, path, language, title):
    response = client.get(path)
    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text
    assert heading(response) == title


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/networks/", "รวม 0 แห่ง ได้แก่ 0 สหกรณ์ และ 0 กลุ่มเกษตรกร"),
        ("/en/networks/", "0 in all: 0 cooperatives, 0 farmer groups"),
        ("/organizations/", "ยังไม่มีสหกรณ์หรือกลุ่มเกษตรกรในบัญชีนี้"),
        ("/en/organizations/", "No cooperative or farmer group is recorded yet."),
        ("/committee/", "ไม่มีข้อมูลวาระของคณะกรรมการ ณ วันที่นี้"),
        ("/en/committee/", "No term of the committee is recorded for this day."),
    ],
)
def test_an_empty_database_is_told_in_a_sentence(client, path, sentence):
    assert sentence in words(client.get(path))


class TestNetworks:
    def test_the_page_shows_each_network_with_its_districts_and_the_whole(self, client):
        make_organization(district=make_district("นาด้วง", network=1))
        make_group()
        response = client.get("/networks/")
        assert [row.totals["organizations"] for row in response.context["rows"]] == [1, 1]
        assert response.context["totals"]["organizations"] == 2
        assert '<span class="districts">นาด้วง</span>' in response.text

    @pytest.mark.parametrize("number", [3, 30])
    def test_any_number_of_districts_takes_eight_questions(
        self, client, django_assert_num_queries, number
    ):
        for order in range(number):
            make_organization(district=make_district(f"อำเภอที่ {order}"))
        with django_assert_num_queries(8):
            client.get("/networks/")


class TestOrganizations:
    def test_all_that_counts_stand_in_dictionary_order(self, client):
        for name in ("โรงสี จำกัด", "เมืองเลย จำกัด", "ขนม จำกัด"):
            make_organization(name)
        shown = names(client.get("/organizations/"))
        assert shown == ["ขนม จำกัด", "เมืองเลย จำกัด", "โรงสี จำกัด"]

    @pytest.mark.parametrize("status", ["dissolved", "liquidation"])
    def test_what_is_dissolved_is_not_listed(self, client, status):
        make_organization("สหกรณ์เดิม จำกัด", status=status)
        assert names(client.get("/organizations/")) == []

    def test_what_was_joined_away_is_not_listed(self, client):
        survivor = make_organization("สหกรณ์การเกษตรเมืองเลย จำกัด")
        make_organization("สหกรณ์ซ้ำ จำกัด", joined_into=survivor)
        assert names(client.get("/organizations/")) == ["สหกรณ์การเกษตรเมืองเลย จำกัด"]

    def test_a_sample_is_marked_and_the_page_says_that_it_has_some(self, client):
        make_organization("สหกรณ์ตัวอย่าง จำกัด", is_sample=True)
        response = client.get("/en/organizations/")
        text = words(response)
        assert '<span class="badge badge-sample">Sample record</span>' in response.text
        assert "This page has sample records, each marked so. They are not facts." in text

    def test_a_page_without_samples_does_not_speak_of_them(self, client):
        make_organization()
        assert "ample record" not in words(client.get("/en/organizations/"))

    def test_a_district_that_is_not_known_is_said_so(self, client):
        make_organization()
        assert "District not recorded in the source" in words(client.get("/en/organizations/"))

    def test_a_thai_name_on_an_english_page_says_that_it_is_thai(self, client):
        make_organization("ครูเลย จำกัด", code="0012")
        link = '<a href="/en/organizations/0012/"><span lang="th">ครูเลย จำกัด</span></a>'
        assert link in client.get("/en/organizations/").text

    @pytest.mark.parametrize("number", [3, 30])
    def test_any_number_of_rows_takes_twelve_questions(
        self, client, django_assert_num_queries, number
    ):
        make_organizations(number)
        with django_assert_num_queries(12):
            response = client.get("/organizations/")
        assert len(names(response)) == min(number, 25)


class TestPagesOfTheList:
    @pytest.mark.parametrize(
        ("page", "shown"), [("1", 25), ("2", 5), ("last", 5), ("๒", 5), ("+1", 25)]
    )
    def test_a_page_has_twenty_five_rows(self, client, page, shown):
        make_organizations(30)
        response = client.get("/organizations/", {"page": page})
        assert response.status_code == 200
        assert len(names(response)) == shown

    @pytest.mark.parametrize("page", ["0", "-1", "2", "99999", "x", "1.5", " ", "9" * 5000])
    def test_a_page_that_is_not_there_is_told_in_a_sentence(self, client, page):
        make_organizations(3)
        response = client.get("/en/organizations/", {"page": page})
        assert response.status_code == 404
        assert "The list of cooperatives and farmer groups has no page of this number." in words(
            response
        )

    def test_it_is_told_in_thai_on_a_thai_page(self, client):
        response = client.get("/organizations/", {"page": "2"})
        assert response.status_code == 404
        assert "บัญชีสหกรณ์และกลุ่มเกษตรกรไม่มีหน้าตามหมายเลขนี้" in words(response)

    def test_the_last_page_of_nothing_is_the_first(self, client):
        response = client.get("/organizations/", {"page": "last"})
        assert (response.status_code, names(response)) == (200, [])

    def test_pages_are_linked_with_each_other(self, client):
        make_organizations(30)
        first = client.get("/organizations/").text
        second = client.get("/organizations/?page=2").text
        assert '<a rel="next" href="?page=2">ถัดไป</a>' in first
        assert '<a rel="prev" href="?page=1">ก่อนหน้า</a>' in second
        assert '<span aria-current="page">2</span>' in second

    def test_one_page_has_no_links_to_others(self, client):
        make_organizations(3)
        assert 'class="pagination"' not in client.get("/organizations/").text
