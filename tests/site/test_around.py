"""What stands around the pages: head, sitemap, robots, structured data, style guide."""

import json
import re

import pytest

from tests.factories import make_district, make_organization

pytestmark = pytest.mark.django_db


def test_robots_are_kept_from_the_admin_and_shown_the_sitemap(client):
    text = client.get("/robots.txt").text
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_sitemap_has_real_organizations_in_both_languages_and_no_sample(client):
    make_organization(code="0001")
    make_organization(code="sample-012", is_sample=True)
    text = client.get("/sitemap.xml").text
    assert "<loc>http://testserver/organizations/0001/</loc>" in text
    assert "<loc>http://testserver/en/organizations/0001/</loc>" in text
    assert "sample-012" not in text


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("/", "/"),
        ("/en/networks/", "/en/networks/"),
        ("/organizations/?page=1&x=2", "/organizations/?page=1"),
        ("/about/?utm=1", "/about/"),
    ],
)
def test_a_page_names_its_own_address_and_its_twin(client, path, canonical):
    make_organization()
    text = client.get(path).text
    assert f'<link rel="canonical" href="http://testserver{canonical}">' in text
    assert re.search(r'<link rel="alternate" hreflang="(en|th)" href="http://testserver/', text)
    assert '<meta name="description" content="' in text
    assert '<meta property="og:title" content="' in text


def structured_data(client, code):
    text = client.get(f"/organizations/{code}/").text
    return re.search(r'<script type="application/ld\+json">(.*?)</script>', text)


def test_machines_are_told_what_the_page_tells(client):
    district = make_district("ท่าลี่", network=4)
    make_organization("สหกรณ์ </script><b> จำกัด", code="0008", district=district, postcode="42140")
    data = json.loads(structured_data(client, "0008")[1])
    assert data["name"] == "สหกรณ์ </script><b> จำกัด"
    assert data["url"] == "http://testserver/organizations/0008/"
    assert data["address"]["addressLocality"] == "ท่าลี่"
    assert "telephone" not in data


def test_machines_are_told_nothing_of_a_sample(client):
    make_organization(code="sample-012", is_sample=True)
    assert structured_data(client, "sample-012") is None


def test_a_place_on_the_map_is_one_click_away(client):
    make_organization(code="0008", latitude="17.62430", longitude="101.42160")
    assert "mlat=17.62430&amp;mlon=101.42160" in client.get("/organizations/0008/").text


def test_the_style_guide_is_for_local_portals_only(client, settings):
    assert client.get("/styleguide/").status_code == 200
    settings.LOCAL = False
    assert client.get("/styleguide/").status_code == 404


def test_a_filtered_list_is_not_indexed(client):
    make_organization()
    assert "noindex" in client.get("/organizations/?kind=cooperative").text
    assert "noindex" not in client.get("/organizations/").text
