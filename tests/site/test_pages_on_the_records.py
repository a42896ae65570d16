"""The public pages on the records that the portal starts with."""

import re
from urllib.parse import urljoin

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]


def test_home_says_the_numbers_of_the_province(client):
    text = client.get("/").text
    for figure in (">148 แห่ง<", ">89<", ">59<", ">5<", ">14<"):
        assert figure in text
    assert "ข้อมูลตัวอย่าง" in text


def test_the_networks_and_not_recorded_make_the_whole(client):
    rows = client.get("/networks/").context["rows"]
    assert sum(row.totals["organizations"] for row in rows) == 148
    assert rows[-1].network is None
    assert rows[-1].totals["organizations"] == 2


@pytest.mark.parametrize(
    ("number", "districts"),
    [
        (1, ["เมืองเลย", "นาด้วง"]),
        (2, ["ภูกระดึง", "หนองหิน", "ผาขาว"]),
        (3, ["วังสะพุง", "ภูหลวง", "เอราวัณ"]),
        (4, ["ท่าลี่", "ปากชม", "เชียงคาน"]),
        (5, ["ภูเรือ", "ด่านซ้าย", "นาแห้ว"]),
    ],
)
def test_a_network_names_the_districts_of_the_release_in_its_order(client, number, districts):
    response = client.get(f"/networks/{number}/")
    assert [district.name for district, _totals in response.context["districts"]] == districts
    assert "นาดัง" not in response.text


def test_a_real_organization_tells_its_source_and_what_is_not_recorded(client):
    text = client.get("/organizations/0001/").text
    assert "สหกรณ์ออมทรัพย์ครูเลย จำกัด" in text
    assert "นายก่อเกียรติ ปรีดี" in text
    assert "ต้นฉบับไม่ระบุวันที่ คาดว่าเป็นปี พ.ศ. 2556" in text
    assert "ไม่ปรากฏในแหล่งข้อมูล" in text
    assert "noindex" not in text


def test_a_sample_is_marked_and_kept_from_search_engines(client):
    text = client.get("/en/organizations/sample-012/").text
    assert "Sample record" in text
    assert '<meta name="robots" content="noindex">' in text
    assert '<h1 lang="th">' in text


def test_a_real_organization_with_a_sample_in_office_says_so(client):
    text = client.get("/en/organizations/0008/").text
    assert "This page has sample records, each marked so." in text
    assert '<meta name="robots" content="noindex">' in text
    assert "this is not a real cooperative" not in text


def test_a_crawl_from_both_home_pages_meets_nothing_broken(client):
    seen, waiting = set(), ["/", "/en/"]
    while waiting:
        path = waiting.pop()
        response = client.get(path, follow=True)
        assert response.status_code == 200, path
        seen.add(path)
        waiting += sorted(links(text_of(response), path) - seen - set(waiting))
    assert {"/organizations/0003/", "/en/networks/5/", "/organizations/?page=6"} <= seen
    assert len(seen) > 300


def text_of(response):
    """Empty for a file to take away, which is read to its end."""
    is_text = response["Content-Type"].startswith(("text/", "application/atom+xml"))
    if is_text and not response.streaming:
        return response.text
    assert response.getvalue()
    return ""


def links(html, path):
    """Inside the portal. The report form is the same behind every page: one of them will do."""
    found = [link.replace("&amp;", "&") for link in re.findall(r'href="([^"#]+)"', html)]
    inside = {urljoin(path, link) for link in found if link.startswith(("/", "?"))}
    return {
        link
        for link in inside
        if not link.startswith("/static/") and ("/report/" not in link or link.endswith("=/"))
    }
