import json

import pytest
from django.utils import translation

from loei_coop.common.outlines import reading
from loei_coop.common.outlines.errors import OutlinesRefusedError
from loei_coop.common.outlines.reading import read_collection
from tests.outlines import collection, features


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def refusal(data):
    with pytest.raises(OutlinesRefusedError) as refused:
        read_collection(data)
    (sentence,) = refused.value.faults
    return sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n", "The file is empty."),
        (b"PK\x03\x04", "The file is a ZIP archive. Export the outlines as GeoJSON and load that"),
        ("แนวเขต".encode("cp874"), "The file is not in UTF-8. Save it as GeoJSON."),
        (b'{"type":\n "Feat', "The file is not GeoJSON: line 2 cannot be read."),
        (b"[" * 200_000, "The file is not GeoJSON."),
        (b"9" * 5000, "The file is not GeoJSON."),
        (b"[1, 2]", "The file is JSON, but not a GeoJSON FeatureCollection."),
        (
            b'{"type": "Topology"}',
            "The file holds a Topology, not a FeatureCollection of districts.",
        ),
        (collection([]), "The file has no features: no district is in it."),
        (collection({}), "The file has no features: no district is in it."),
    ],
)
def test_what_is_no_collection_is_refused_in_one_sentence(data, sentence):
    assert refusal(data).startswith(sentence)


def test_a_file_that_is_too_large_is_not_even_parsed(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_FILE", 1_000_000)
    assert refusal(b"{" * 1_000_001).startswith("The file is larger than 1 MB.")


def test_a_byte_order_mark_does_not_matter():
    assert len(read_collection(b"\xef\xbb\xbf" + collection(features())).features) == 14


@pytest.mark.parametrize(
    "properties",
    [
        {"code": 4208},
        {"code": 4208.0},
        {"code": "๔๒๐๘"},
        {"District_Code": " 4208 "},
        {"amphoe_code": "4208", "code": ""},
        {"ADM2_PCODE": "TH4208", "code": "TH42"},
        {"AP_IDN": "4208"},
    ],
)
def test_the_code_is_found_under_the_names_that_official_layers_use(properties):
    row = {"type": "Feature", "properties": properties, "geometry": None}
    (found,) = read_collection(collection([row])).features
    assert found.code == "4208"


def test_the_id_of_a_feature_is_its_code_where_no_property_is():
    (found,) = read_collection(collection([{"id": "4208", "properties": None}])).features
    assert (found.code, found.label) == ("4208", "4208")


def test_a_feature_without_a_code_is_named_by_what_it_has():
    rows = [{"properties": {"name_th": "ท่าลี่"}}, "ท่าลี่", {"properties": {"code": "เลย"}}]
    found = read_collection(collection(rows)).features
    assert [(f.code, f.label) for f in found] == [(None, "ท่าลี่"), (None, "2"), ("เลย", "เลย")]


@pytest.mark.parametrize(
    ("name", "projection"),
    [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", ""),
        ("urn:ogc:def:crs:EPSG::4326", ""),
        ("urn:ogc:def:crs:EPSG::32647", "urn:ogc:def:crs:EPSG::32647"),
        (None, "?"),
    ],
)
def test_a_projection_other_than_wgs_84_is_noticed(name, projection):
    crs = {"type": "name", "properties": {"name": name}}
    assert read_collection(collection(features(), crs=crs)).projection == projection


@pytest.mark.parametrize(("crs", "projection"), [(None, ""), ("UTM", "?"), ({}, "?")])
def test_a_projection_that_cannot_be_read_is_not_taken_for_wgs_84(crs, projection):
    data = json.dumps({"type": "FeatureCollection", "features": features(), "crs": crs}).encode()
    assert read_collection(data).projection == projection
