import datetime

import pytest
from django.utils import timezone

from tests.factories import make_organization
from tests.site.open_data.reading import content, read
from tests.site.open_data.test_files import ALL_FILES

pytestmark = pytest.mark.django_db
CSV = "/open-data/organizations.csv"


def etag(client, address=CSV):
    return read(client, address)["ETag"]


@pytest.mark.parametrize("address", ALL_FILES)
def test_who_has_the_file_gets_no_second_one(client, address):
    make_organization()
    address = f"/open-data/{address}"
    response = client.get(address, headers={"If-None-Match": etag(client, address)})
    assert (response.status_code, response.getvalue()) == (304, b"")
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_change_of_the_register_makes_a_new_version(client):
    organization = make_organization()
    before = etag(client)
    organization.name = "สหกรณ์การเกษตรนาแห้ว จำกัด"
    organization.save()
    response = client.get(CSV, headers={"If-None-Match": before})
    assert response.status_code == 200
    assert "นาแห้ว" in response.getvalue().decode()


def test_each_filter_and_format_has_a_version_of_its_own(client):
    addresses = [CSV, f"{CSV}?kind=cooperative", "/open-data/organizations.json"]
    assert len({etag(client, address) for address in addresses}) == 3


def test_a_compressed_file_is_known_again(client):
    for order in range(5):
        make_organization(f"สหกรณ์ที่ {order} จำกัด")
    packed = read(client, CSV, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert packed["ETag"] == f"W/{etag(client)}"
    again = client.get(CSV, headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})
    assert again.status_code == 304


def test_the_last_change_is_told_and_asked_for(client):
    make_organization()
    changed = client.get(CSV)["Last-Modified"]
    response = client.get(CSV, headers={"If-Modified-Since": changed})
    assert response.status_code == 304


def test_an_empty_register_was_never_changed(client):
    assert "Last-Modified" not in client.get(CSV)


def test_the_committee_has_a_new_version_each_day(client, monkeypatch):
    make_organization()
    today, tomorrow = timezone.localtime(), timezone.localtime() + datetime.timedelta(days=1)
    before = etag(client, "/open-data/committee.csv")
    organizations = etag(client)
    monkeypatch.setattr("django.utils.timezone.localtime", lambda *args: tomorrow)
    assert tomorrow.date() > today.date()
    assert etag(client, "/open-data/committee.csv") != before
    assert etag(client) == organizations


def test_asking_again_takes_one_question(client, django_assert_num_queries):
    make_organization()
    known = etag(client)
    with django_assert_num_queries(1):
        client.get(CSV, headers={"If-None-Match": known})


def test_the_same_register_gives_the_same_bytes(client):
    make_organization()
    assert content(client, "organizations.xlsx") == content(client, "organizations.xlsx")
