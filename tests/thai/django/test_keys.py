import json

import pytest
from django.core import serializers
from django.core.management import call_command
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from loei_coop.news.models import PressRelease
from loei_coop.thai.collation import whole_sort_key
from loei_coop.thai.django import keys
from loei_coop.thai.django.keys import SearchTextField, SortKeyField, stale_rows
from loei_coop.thai.search import search_text
from networks.models import (
    Cooperative,
    District,
    Organization,
    OrganizationName,
    Person,
    Subdistrict,
)
from tests.factories import (
    make_organization,
    make_person,
    organization_values,
)
from tests.thai.django.stored_keys import KEYS, NEW, OLD, right_keys, stored

pytestmark = pytest.mark.django_db

# CharField columns take no NUL, and PostgreSQL takes it nowhere.
names = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


def fixture(**fields):
    fields = {"sort_key": "wrong", "search_text": "wrong", **fields}
    return json.dumps([{"model": "networks.organization", "fields": fields}])


# One row of code 0001 and name NEW is written; `values` are what a new row needs.


def create(values, folder):
    Organization.objects.create(**values)


def save(values, folder):
    row = Organization.objects.filter(code="0001").first() or Organization(**values)
    row.name = NEW
    row.save()


def get_or_create(values, folder):
    Organization.objects.get_or_create(code="0001", defaults=values)


def update_or_create(values, folder):
    Organization.objects.update_or_create(
        code="0001", defaults={"name": NEW}, create_defaults=values
    )


def update_or_create_through_a_proxy(values, folder):
    Cooperative.objects.update_or_create(
        code="0001", defaults={"name": NEW}, create_defaults=values
    )


def bulk_create(values, folder):
    Organization.objects.bulk_create([Organization(**values)])


def bulk_create_over_what_is_there(values, folder):
    Organization.objects.bulk_create(
        [Organization(**values)],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "sort_key", "search_text"],
    )


def deserialize(values, folder):
    (row,) = serializers.deserialize("json", fixture(**values))
    row.save()


def loaddata(values, folder):
    path = folder / "organizations.json"
    path.write_text(fixture(**values))
    call_command("loaddata", path, verbosity=0)


def save_a_wrong_key(values, folder):
    Organization(**values, sort_key="wrong", search_text="wrong").save()


def save_the_name_only(values, folder):
    row = Organization.objects.get()
    row.name = NEW
    row.save(update_fields=["name"])


def save_a_row_with_deferred_columns(values, folder):
    row = Organization.objects.only("code", "name").get()
    row.name = NEW
    row.save()


def save_a_row_whose_name_was_deferred(values, folder):
    row = Organization.objects.only("code").get()
    row.name = NEW
    row.save()


CREATING = [
    create,
    save,
    save_a_wrong_key,
    get_or_create,
    update_or_create,
    update_or_create_through_a_proxy,
    bulk_create,
    bulk_create_over_what_is_there,
    deserialize,
    loaddata,
]
CHANGING = [
    save,
    save_the_name_only,
    save_a_row_with_deferred_columns,
    save_a_row_whose_name_was_deferred,
    update_or_create,
    update_or_create_through_a_proxy,
    bulk_create_over_what_is_there,
    deserialize,
    loaddata,
]


@pytest.mark.parametrize("write", CREATING, ids=lambda write: write.__name__)
def test_a_new_row_has_the_right_keys(write, tmp_path):
    write(organization_values(NEW, code="0001"), tmp_path)
    assert stored(Organization.objects.get(name=NEW)) == right_keys(NEW)


@pytest.mark.parametrize("write", CHANGING, ids=lambda write: write.__name__)
def test_a_renamed_row_has_the_right_keys(write, tmp_path):
    make_organization(OLD, code="0001")
    write(organization_values(NEW, code="0001"), tmp_path)
    assert stored(Organization.objects.get(name=NEW)) == right_keys(NEW)


def test_get_or_create_leaves_a_row_that_is_there_as_it_is():
    row = make_organization(OLD, code="0001")
    assert Organization.objects.get_or_create(code="0001", defaults={"name": NEW}) == (row, False)
    assert stored(row) == right_keys(OLD)


def test_a_key_follows_its_source_before_anything_is_saved():
    row = Organization(name=OLD, code="0001")
    row.name = NEW
    assert (row.sort_key, row.search_text) == right_keys(NEW)


def test_a_key_that_was_not_loaded_is_read_from_the_row():
    make_organization(OLD, code="0001")
    row = Organization.objects.only("code").get()
    assert row.sort_key == whole_sort_key(OLD)


@pytest.mark.parametrize("source", ["title", "first_name", "last_name"])
def test_a_key_of_several_sources_follows_each_of_them(source):
    person = make_person("สมชาย", "ใจดี", title="นาย")
    setattr(person, source, "กมล")
    person.save(update_fields=[source])
    texts = person.title, person.first_name, person.last_name
    assert stored(person) == (whole_sort_key(" ".join(texts[1:])), search_text("".join(texts)))


def test_a_person_without_a_last_name_is_sorted_by_the_first_name():
    person = make_person("สมชาย", "", title="")
    assert stored(person) == (whole_sort_key("สมชาย"), search_text("สมชาย"))


def test_models_with_keys_are_tables_of_their_own():
    tables = {District, Subdistrict, Organization, OrganizationName, Person, PressRelease}
    assert set(keys.models_with_keys()) == tables


def test_rows_made_stale_behind_the_portal_are_mended():
    stale, fresh = make_organization(OLD, code="0001"), make_organization(OLD, code="0002")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE networks_organization SET name = %s WHERE id = %s", [NEW, stale.pk])
    mended = dict(zip(["sort_key", "search_text"], right_keys(NEW), strict=True))
    assert list(keys.stale_rows(Organization)) == [(stale.pk, mended)]
    assert keys.rebuild_stale_keys() == 1
    assert (stored(stale), stored(fresh)) == (right_keys(NEW), right_keys(OLD, "0002"))
    assert keys.rebuild_stale_keys() == 0


@settings(max_examples=40)
@given(names, names)
def test_whatever_the_name_is_its_keys_are_right(first, second):
    row = make_organization(first)
    made = stored(row)
    row.name = second
    row.save(update_fields=["name"])
    assert made == right_keys(first, row.code)
    assert stored(row) == right_keys(second, row.code)


@pytest.mark.parametrize("field", [SortKeyField(sources=["name"]), SearchTextField(sources=["a"])])
def test_a_key_field_is_rebuilt_from_its_migration(field):
    clone = field.clone()
    assert (type(clone), clone.sources) == (type(field), field.sources)
    assert (clone.editable, clone.default, clone.db_index) == (False, "", field.db_index)
    assert clone.deconstruct() == field.deconstruct()


def test_a_bulk_update_with_the_keys_is_allowed():
    row = make_organization(OLD, code="0001")
    row.name = NEW
    assert Organization.objects.bulk_update([row], ["name", "code", *KEYS]) == 1
    assert stored(row) == right_keys(NEW)


def test_a_bulk_update_stays_inside_its_queryset():
    row = make_organization(OLD, code="0001")
    row.name = NEW
    fields = ["name", "code", *KEYS]
    assert Organization.objects.exclude(code="0001").bulk_update([row], fields) == 0
    assert stored(row) == right_keys(OLD)


def test_a_row_whose_other_source_was_deferred_has_the_right_keys():
    make_organization(OLD, code="0001")
    row = Organization.objects.only("name").get()
    row.name = NEW
    row.save()
    assert stored(row) == right_keys(NEW)


def test_a_person_loaded_by_the_first_name_only_has_the_right_keys():
    make_person("สมชาย", "ใจดี")
    person = Person.objects.only("first_name").get()
    person.first_name = "กมล"
    person.save()
    assert list(stale_rows(Person)) == []


def test_a_key_is_saved_with_all_its_sources():
    person = make_person("สมชาย", "ใจดี")
    person.first_name, person.last_name = "กมล", "ขยัน"
    person.save(update_fields=["first_name"])
    assert list(stale_rows(Person)) == []


def test_a_source_that_somebody_else_changed_is_in_the_key():
    make_person("สมชาย", "ใจดี")
    hers, his = Person.objects.get(), Person.objects.get()
    hers.last_name = "ขยัน"
    hers.save()
    his.first_name = "กมล"
    his.save(update_fields=["first_name"])
    assert list(stale_rows(Person)) == []


def test_a_key_is_not_saved_without_its_source():
    person = make_person("สมชาย", "ใจดี")
    person.first_name = "กมล"
    person.save(update_fields=["sort_key"])
    assert list(stale_rows(Person)) == []
