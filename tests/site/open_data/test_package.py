"""The description fits the files, checked without the program that others check it with."""

import json
import re

import pytest

from tests.site.open_data.reading import content, csv_rows

pytestmark = pytest.mark.django_db
READ_AS = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": lambda text: re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)[0],
}
RESOURCES = ["organizations", "districts", "networks", "committee", "awards"]


def described(client):
    package = json.loads(content(client, "datapackage.json"))
    return {resource["name"]: resource for resource in package["resources"]}


@pytest.mark.parametrize("name", RESOURCES)
def test_a_file_has_the_described_columns(client, records, name):
    resource = described(client)[name]
    fields = [field["name"] for field in resource["schema"]["fields"]]
    rows = csv_rows(client, resource["path"])
    assert list(rows[0]) == fields
    assert len(fields) == len(set(fields))


@pytest.mark.parametrize("name", RESOURCES)
def test_every_value_is_of_its_type_and_keeps_the_constraints(client, records, name):
    resource = described(client)[name]
    rows = csv_rows(client, resource["path"])
    for field in resource["schema"]["fields"]:
        values = [row[field["name"]] for row in rows]
        check_column(field, [value for value in values if value], rows=len(rows))


def check_column(field, values, *, rows):
    rules = field["constraints"]
    for value in values:
        READ_AS[field["type"]](value)
        assert value in rules.get("enum", [value]), field["name"]
        assert re.fullmatch(rules.get("pattern", ".*"), value, re.DOTALL), field["name"]
    assert not rules.get("required") or len(values) == rows, field["name"]
    assert not rules.get("unique") or len(set(values)) == len(values), field["name"]


@pytest.mark.parametrize("name", RESOURCES)
def test_a_key_is_there_once_and_what_is_referred_to_is_there(client, records, name):
    resources = described(client)
    schema, rows = resources[name]["schema"], csv_rows(client, f"{name}.csv")
    (key,) = schema["primaryKey"]
    assert len({row[key] for row in rows}) == len(rows) > 0
    for reference in schema.get("foreignKeys", []):
        (column,), target = reference["fields"], reference["reference"]
        known = {row[target["fields"][0]] for row in csv_rows(client, f"{target['resource']}.csv")}
        assert {row[column] for row in rows} - {""} <= known


def test_organizations_refer_to_districts_and_networks(client):
    keys = described(client)["organizations"]["schema"]["foreignKeys"]
    assert [(k["fields"], k["reference"]) for k in keys] == [
        (["district_code"], {"resource": "districts", "fields": ["code"]}),
        (["network"], {"resource": "networks", "fields": ["number"]}),
    ]


def test_the_licence_says_that_it_is_a_proposal(client, settings):
    (licence,) = json.loads(content(client, "datapackage.json"))["licenses"]
    assert licence == {
        "name": "CC-BY-4.0",
        "title": (
            "Creative Commons Attribution 4.0 International (ใช้ระหว่างรอสำนักงานกำหนด / "
            "proposed by the portal until the office decides)"
        ),
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_the_dictionary_explains_every_column_in_both_languages(client):
    rows = csv_rows(client, "dictionary.csv")
    columns = [
        (name, field["name"])
        for name, resource in described(client).items()
        for field in resource["schema"]["fields"]
    ]
    assert [(row["dataset"], row["column"]) for row in rows] == columns
    texts = ("title_th", "title_en", "description_th", "description_en", "type")
    assert all(row[text] for row in rows for text in texts)
    assert not [row for row in rows if not re.search("[ก-๙]|^[a-z]+$", row["title_th"])]


def test_the_dictionary_tells_the_allowed_words(client):
    (kind,) = [
        row
        for row in csv_rows(client, "dictionary.csv")
        if (row["dataset"], row["column"]) == ("organizations", "kind")
    ]
    assert (kind["title_th"], kind["title_en"]) == ("ชนิด", "kind")
    assert (kind["required"], kind["allowed_values"]) == ("true", "cooperative;farmer_group")


def test_descriptions_do_not_depend_on_who_asks_in_which_language(client):
    before = content(client, "datapackage.json")
    client.get("/en/open-data/")
    assert content(client, "datapackage.json") == before
