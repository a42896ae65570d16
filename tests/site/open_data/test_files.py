import pytest

from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from networks.models import Organization
from tests.factories import make_organization
from tests.site.open_data.reading import READERS, content

pytestmark = pytest.mark.django_db
ALL_FILES = [
    *(f"organizations.{f}" for f in READERS),
    *(f"districts.{f}" for f in READERS),
    *(f"networks.{f}" for f in READERS),
    *(f"committee.{f}" for f in READERS if f != "geojson"),
    *(f"awards.{f}" for f in READERS if f != "geojson"),
    "datapackage.json",
    "dictionary.csv",
]
FORMULA = '=HYPERLINK("http://x","y")'


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_a_formula_leaves_for_a_spreadsheet_as_text(client, format):
    make_organization(FORMULA)
    (row,) = READERS[format](client, f"organizations.{format}")
    assert row["name"] == f"'{FORMULA}"


def test_json_carries_a_text_as_it_is(client):
    make_organization(FORMULA)
    (row,) = READERS["json"](client, "organizations.json")
    (feature,) = READERS["geojson"](client, "organizations.geojson")
    assert row["name"] == feature["properties"]["name"] == FORMULA


def test_a_feature_is_known_by_its_code(client):
    make_organization(code="0008")
    (feature,) = READERS["geojson"](client, "organizations.geojson")
    assert (feature["type"], feature["id"]) == ("Feature", "0008")


@pytest.mark.parametrize("format", READERS)
def test_an_empty_register_is_an_empty_list(client, format):
    assert READERS[format](client, f"organizations.{format}") == []


def test_a_csv_file_begins_with_the_mark_that_excel_knows(client):
    assert content(client, "organizations.csv").startswith(b"\xef\xbb\xbfcode,name,kind,")


def test_what_was_taken_back_leaves_every_file_as_it_was(client, records):
    before = {address: content(client, address) for address in ALL_FILES}
    organization = Organization.objects.get(code="0001")
    with recording(ChangeSet.Source.IMPORT):
        added = make_organization("สหกรณ์ใหม่ จำกัด")
        organization.name, name = "สหกรณ์ชั่วคราว จำกัด", organization.name
        organization.save()
    assert content(client, "organizations.csv") != before["organizations.csv"]
    with recording(ChangeSet.Source.UNDO):
        added.delete()
        organization.name = name
        organization.save()
    assert {address: content(client, address) for address in ALL_FILES} == before
