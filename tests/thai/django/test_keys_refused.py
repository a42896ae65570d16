"""Writes that would leave a key behind its source; of loei_coop.thai.django.keys."""

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat

from loei_coop.thai.collation import whole_sort_key
from loei_coop.thai.django.keys import StaleKeyError, stale_rows
from loei_coop.thai.search import search_text
from networks.models import Cooperative, FarmerGroup, Organization, Person
from tests.factories import (
    make_district,
    make_group,
    make_organization,
    make_person,
    organization_values,
)
from tests.thai.django.stored_keys import KEYS, NEW, OLD, right_keys, stored

pytestmark = pytest.mark.django_db

REFUSED = {
    "without the key": {"name": NEW},
    "with a key of another name": {"name": NEW, "sort_key": whole_sort_key(OLD)},
    "with an expression": {"name": Concat(F("name"), Value(" (เดิม)"))},
    "with an expression and a key": {"name": F("code"), "sort_key": whole_sort_key("0001")},
    "with one key of two": {"name": NEW, "sort_key": whole_sort_key(NEW)},
    "without the other source": {
        "name": NEW,
        "sort_key": whole_sort_key(NEW),
        "search_text": search_text(NEW, "0001"),
    },
    "of the code alone": {"code": "0002"},
}


@pytest.mark.parametrize("values", REFUSED.values(), ids=REFUSED)
def test_an_update_that_would_leave_a_key_stale_is_refused(values):
    row = make_organization(OLD, code="0001")
    with pytest.raises(StaleKeyError, match=r"^update\(\) of Organization\."):
        Organization.objects.update(**values)
    row.refresh_from_db()
    assert (row.name, row.code, *stored(row)) == (OLD, "0001", *right_keys(OLD))


MANAGERS = {
    "its queryset": lambda row: Organization.objects.filter(pk=row.pk),
    "its district": lambda row: row.district.organizations,
    "the cooperatives": lambda row: Cooperative.objects,
}


@pytest.mark.parametrize("manager", MANAGERS.values(), ids=MANAGERS)
def test_an_update_is_refused_on_every_way_to_the_row(manager):
    row = make_organization(OLD, code="0001", district=make_district())
    with pytest.raises(StaleKeyError):
        manager(row).update(name=NEW)
    assert Organization.objects.values_list("name", "sort_key").get() == (OLD, whole_sort_key(OLD))


def test_an_update_is_refused_through_the_farmer_groups():
    make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
    with pytest.raises(StaleKeyError):
        FarmerGroup.objects.update(name="กลุ่มเกษตรกรทำนาธาตุ")
    assert FarmerGroup.objects.get().name == "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ"


def test_an_update_with_the_right_keys_is_allowed():
    row = make_organization(OLD, code="0001")
    keys_of_new = {
        "name": NEW,
        "sort_key": whole_sort_key(NEW),
        "search_text": search_text(NEW, "0001"),
    }
    assert Organization.objects.update(code="0001", **keys_of_new) == 1
    assert stored(row) == right_keys(NEW)


def test_an_update_of_other_columns_is_allowed():
    row = make_organization(OLD, code="0001")
    assert Organization.objects.update(note="ตรวจแล้ว") == 1
    row.refresh_from_db()
    assert (row.note, *stored(row)) == ("ตรวจแล้ว", *right_keys(OLD))


@pytest.mark.parametrize("fields", [["name"], ["name", "sort_key"], ["note", "code"]])
def test_a_bulk_update_without_the_keys_is_refused(fields):
    row = make_organization(OLD, code="0001")
    row.name, row.note = NEW, "ตรวจแล้ว"
    with pytest.raises(StaleKeyError):
        Organization.objects.bulk_update([row], fields)
    assert Organization.objects.values_list("name", "note").get() == (OLD, "")


def test_a_bulk_update_of_other_columns_is_allowed():
    row = make_organization(OLD, code="0001")
    row.note = "ตรวจแล้ว"
    assert Organization.objects.bulk_update([row], ["note"]) == 1
    assert Organization.objects.values_list("note", "sort_key").get() == (
        "ตรวจแล้ว",
        whole_sort_key(OLD),
    )


@pytest.mark.parametrize("fields", [["name"], ["name", "sort_key"], ["name", "search_text"]])
def test_a_bulk_create_over_what_is_there_without_the_keys_is_refused(fields):
    row = make_organization(OLD, code="0001")
    with pytest.raises(StaleKeyError):
        Organization.objects.bulk_create(
            [Organization(**organization_values(NEW, code="0001"))],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=fields,
        )
    assert (Organization.objects.get().name, *stored(row)) == (OLD, *right_keys(OLD))


def test_an_update_of_a_key_alone_is_refused():
    row = make_organization(OLD, code="0001")
    with pytest.raises(StaleKeyError):
        Organization.objects.update(sort_key=whole_sort_key(NEW))
    assert stored(row) == right_keys(OLD)


@pytest.mark.parametrize("fields", [KEYS, ["name", *KEYS], ["code", "search_text"]])
def test_a_bulk_update_without_every_source_of_its_keys_is_refused(fields):
    row = make_organization(OLD, code="0001")
    row.name, row.code = NEW, "0002"
    with pytest.raises(StaleKeyError):
        Organization.objects.bulk_update([row], fields)
    assert stored(row) == right_keys(OLD)


def test_a_bulk_create_without_every_source_of_its_keys_is_refused():
    make_person("สมชาย", "ใจดี", code="p-001")
    with pytest.raises(StaleKeyError):
        Person.objects.bulk_create(
            [Person(first_name="กมล", last_name="ขยัน", code="p-001")],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["first_name", *KEYS],
        )
    assert list(stale_rows(Person)) == []
