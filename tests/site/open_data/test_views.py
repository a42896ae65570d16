import pytest

from tests.factories import make_district, make_group, make_organization
from tests.networks.pages import words
from tests.site.open_data.reading import READERS, read
from tests.site.open_data.test_files import ALL_FILES

pytestmark = pytest.mark.django_db


class TestPage:
    @pytest.mark.parametrize(
        ("path", "title", "licence"),
        [
            ("/open-data/", "ข้อมูลเปิด", "(ใช้ระหว่างรอสำนักงานกำหนด)"),
            ("/en/open-data/", "Open data", "(proposed by the portal until the office decides)"),
        ],
    )
    def test_the_page_opens_in_both_languages(self, client, path, title, licence):
        response = client.get(path)
        assert f"<h1>{title}</h1>" in response.text
        assert f"Creative Commons Attribution 4.0 International {licence}" in words(response)

    def test_a_licence_that_the_office_chose_stands_alone(self, client, settings):
        settings.OPEN_DATA_LICENCE = {**settings.OPEN_DATA_LICENCE, "provisional": False}
        assert "proposed by the portal" not in words(client.get("/en/open-data/"))

    @pytest.mark.parametrize("address", ALL_FILES)
    def test_every_file_is_linked_from_the_page_and_opens(self, client, address):
        assert f'href="/open-data/{address}"' in client.get("/en/open-data/").text
        assert read(client, f"/open-data/{address}").status_code == 200

    def test_the_page_says_whether_there_are_samples(self, client):
        assert "sample records" not in words(client.get("/en/open-data/"))
        make_organization(is_sample=True)
        assert "The files have sample records." in words(client.get("/en/open-data/"))

    def test_every_page_and_the_sitemap_lead_to_it(self, client):
        assert '<a href="/en/open-data/">Open data</a>' in client.get("/en/help/").text
        assert "<loc>http://testserver/open-data/</loc>" in client.get("/sitemap.xml").text


class TestListPage:
    def test_the_list_offers_its_own_rows_as_files(self, client):
        make_group(district=make_district(network=4))
        text = client.get("/organizations/?network=4&kind=farmer_group&district=9999").text
        for format in READERS:
            address = f"/open-data/organizations.{format}?kind=farmer_group&amp;network=4"
            assert f'href="{address}"' in text

    def test_the_whole_list_is_the_whole_file(self, client):
        make_organization()
        assert 'href="/open-data/organizations.csv"' in client.get("/organizations/").text


class TestFiles:
    @pytest.mark.parametrize(
        ("query", "name"),
        [("network=9", "network"), ("kind=x", "kind"), ("status=bankrupt", "status")],
    )
    @pytest.mark.parametrize("format", READERS)
    def test_a_value_that_is_not_offered_makes_no_file(self, client, format, query, name):
        response = client.get(f"/open-data/organizations.{format}?{query}")
        assert response.status_code == 400
        assert response.text == (
            f"ตัวกรอง “{name}” ไม่มีตัวเลือกตามค่าที่ระบุ จึงยังไม่ได้จัดทำไฟล์ให้\n"
            f"The filter “{name}” does not offer this value, so no file was made.\n"
        )
        assert "ETag" not in response

    @pytest.mark.parametrize(
        "path", ["organizations.pdf", "nothing.csv", "committee.geojson", "organizations"]
    )
    def test_a_file_that_is_not_there_is_not_found(self, client, path):
        assert client.get(f"/open-data/{path}").status_code == 404

    def test_files_lie_outside_the_language(self, client):
        assert client.get("/en/open-data/organizations.csv").status_code == 404

    @pytest.mark.parametrize("address", ALL_FILES)
    def test_a_file_is_for_every_site_and_for_no_search_engine(self, client, address):
        response = read(client, f"/open-data/{address}")
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Content-Disposition"] == f'attachment; filename="{address}"'

    def test_the_page_itself_is_not_for_every_site(self, client):
        assert "Access-Control-Allow-Origin" not in client.get("/open-data/")

    def test_nothing_is_sent_to_a_file(self, client):
        assert client.post("/open-data/organizations.csv").status_code == 405

    @pytest.mark.parametrize("address", ALL_FILES)
    def test_head_tells_the_same_without_the_file(self, client, address):
        full, head = read(client, f"/open-data/{address}"), client.head(f"/open-data/{address}")
        assert head.getvalue() == b""
        assert [head[n] for n in ("ETag", "Content-Type")] == [
            full[n] for n in ("ETag", "Content-Type")
        ]

    @pytest.mark.parametrize(
        ("format", "content_type"),
        [
            ("csv", "text/csv; charset=utf-8"),
            ("json", "application/json; charset=utf-8"),
            ("geojson", "application/geo+json; charset=utf-8"),
        ],
    )
    def test_a_file_is_streamed(self, client, format, content_type):
        response = client.get(f"/open-data/organizations.{format}")
        assert response.streaming
        assert response["Content-Type"] == content_type
