import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext

from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from networks.choices import Kind
from networks.models import Agency, Cooperative, FarmerGroup, Organization, Person
from tests.factories import (
    make_agency,
    make_group,
    make_organization,
    make_person,
    make_term,
    organization_values,
)

pytestmark = pytest.mark.django_db

FORM, COMMAND = ChangeSet.Source.FORM, ChangeSet.Source.COMMAND


def sources():
    return list(ChangeSet.objects.order_by("pk").values_list("source", flat=True))


def test_all_rows_of_a_recording_belong_to_one_change_set():
    with recording(COMMAND):
        person, organization = make_person(), make_organization()
        organization.note = "ตรวจแล้ว"
        organization.save()
    rows = [*person.history.all(), *organization.history.all()]
    assert [row.change_set for row in rows] == [ChangeSet.objects.get()] * 3


def test_a_recording_in_which_nothing_changes_leaves_nothing_behind():
    with recording(COMMAND, made_by=pytest.fail):
        assert not Person.objects.exists()
    assert sources() == []


def test_a_change_outside_of_any_recording_is_called_direct():
    organization = make_organization()
    act = organization.history.get().change_set
    assert (act.source, act.made_by, act.reason) == ("direct", None, "")


def test_changes_outside_of_any_recording_are_acts_of_their_own():
    first, second = make_person(), make_person()
    assert first.history.get().change_set != second.history.get().change_set


def test_a_change_set_keeps_what_the_recording_knows(officer, django_user_model):
    clerk = django_user_model.objects.create_user("wichai")
    known = {"on_behalf_of": clerk, "file_name": "ทะเบียน.xlsx", "reason": "ตามหนังสือ"}
    with recording(ChangeSet.Source.IMPORT, made_by=lambda: officer, **known):
        make_person()
    act = ChangeSet.objects.get()
    assert (act.source, act.made_by, act.on_behalf_of) == ("import", officer, clerk)
    assert (act.file_name, act.reason) == ("ทะเบียน.xlsx", "ตามหนังสือ")


def test_the_user_stands_in_the_history_row_too(officer):
    with recording(FORM, made_by=lambda: officer):
        person = make_person()
    assert person.history.get().history_user == officer


def test_after_a_recording_a_change_is_direct_again_even_if_it_failed():
    with pytest.raises(ZeroDivisionError), recording(COMMAND):
        raise ZeroDivisionError
    assert make_person().history.get().change_set.source == "direct"


def test_a_recording_inside_a_recording_is_an_act_of_its_own():
    with recording(FORM):
        before = make_person()
        with recording(COMMAND):
            inside = make_person()
        after = make_person()
    outer, inner = ChangeSet.objects.order_by("pk")
    assert (outer.source, inner.source) == ("form", "command")
    acts = [person.history.get().change_set for person in (before, inside, after)]
    assert acts == [outer, inner, outer]


def make_and_roll_back():
    with transaction.atomic():
        make_person()
        transaction.set_rollback(True)


def test_after_a_rollback_the_change_set_is_written_again():
    with recording(COMMAND, reason="load_records"):
        make_and_roll_back()
        person = make_person()
    act = ChangeSet.objects.get()
    assert (act.source, act.reason) == ("command", "load_records")
    assert person.history.get().change_set == act


def test_a_further_row_asks_once_whether_the_change_set_is_still_there():
    with recording(FORM), CaptureQueriesContext(connection) as queries:
        make_person()
        asked_before = len(queries)
        make_person()
    asked = [query["sql"] for query in queries.captured_queries[asked_before:]]
    assert sum('FROM "common_changeset"' in sql for sql in asked) == 1


def test_a_recording_that_was_rolled_back_leaves_nothing_behind():
    with recording(COMMAND):
        make_and_roll_back()
    assert (sources(), Person.history.count()) == ([], 0)


def test_a_change_set_that_survives_a_later_rollback_is_kept():
    with recording(COMMAND):
        first = make_person()
        make_and_roll_back()
        second = make_person()
    act = ChangeSet.objects.get()
    assert [person.history.get().change_set for person in (first, second)] == [act, act]


MODELS = [
    (Organization, Kind.COOPERATIVE, "savings"),
    (Cooperative, Kind.COOPERATIVE, "savings"),
    (FarmerGroup, Kind.FARMER_GROUP, "rice"),
]


@pytest.mark.parametrize(("model", "kind", "type_"), MODELS)
def test_a_proxy_writes_the_history_of_its_table_once(model, kind, type_):
    row = model.objects.create(**organization_values("ครูเลย", kind=kind, type=type_))
    row.note = "ตรวจแล้ว"
    row.save()
    row.delete()
    written = Organization.history.values_list("history_type", "name", "note")
    assert list(written) == [
        ("-", "ครูเลย", "ตรวจแล้ว"),
        ("~", "ครูเลย", "ตรวจแล้ว"),
        ("+", "ครูเลย", ""),
    ]


def test_rows_of_a_proxy_that_are_deleted_together_are_recorded_one_by_one():
    first, second, group = make_organization(), make_organization(), make_group()
    with recording(COMMAND):
        Cooperative.objects.all().delete()
    removed = Organization.history.filter(history_type="-").order_by("id")
    assert [row.id for row in removed.select_related("change_set")] == [first.pk, second.pk]
    assert {row.change_set.source for row in removed} == {"command"}
    assert list(Organization.objects.all()) == [group]


def test_a_deletion_is_recorded_with_what_was_there():
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด", note="ตรวจแล้ว")
    with recording(FORM):
        Organization.objects.only("code").get().delete()
    last = Organization.history.latest()
    assert (last.history_type, last.change_set.source) == ("-", "form")
    assert (last.name, last.note) == ("สหกรณ์ออมทรัพย์ครูเลย จำกัด", "ตรวจแล้ว")


def test_a_change_set_with_history_cannot_be_deleted():
    act = make_term().history.get().change_set
    with pytest.raises(ProtectedError):
        act.delete()


def test_who_changed_something_cannot_be_deleted(officer):
    with recording(FORM, made_by=lambda: officer):
        make_person()
    with pytest.raises(ProtectedError):
        officer.delete()


def test_private_contacts_of_a_person_are_in_no_row_of_the_history():
    person = make_person(phone="0 4281 1234", email="somchai@example.org")
    person.phone, person.email = "08 1234 5678", "jaidee@example.org"
    person.save()
    person.delete()
    rows = str(list(Person.history.values()))
    assert Person.history.count() == 3
    assert not [text for text in ("4281", "1234 5678", "example.org") if text in rows]


def columns(model):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {model._meta.db_table}")
        return {column[0] for column in cursor.description}


@pytest.mark.parametrize(
    ("model", "left_out"),
    [
        (Person, {"sort_key", "search_text", "phone", "email"}),
        (Organization, {"sort_key", "search_text"}),
        (Agency, set()),
    ],
)
def test_the_history_has_every_column_but_those_left_out(model, left_out):
    kept, all_columns = columns(model.history.model), columns(model)
    assert all_columns - kept == left_out


@pytest.mark.django_db(transaction=True)
def test_two_threads_do_not_mix_their_recordings():
    together = threading.Barrier(2, timeout=20)

    def change(reason):
        with recording(COMMAND, reason=reason):
            for _ in range(2):
                together.wait()
                make_agency(reason)
        connection.close()

    with ThreadPoolExecutor() as threads:
        list(threads.map(change, ["first", "second"]))
    assert ChangeSet.objects.count() == 2
    rows = Agency.history.order_by("name").values_list("name", "change_set__reason")
    assert list(rows) == [("first", "first")] * 2 + [("second", "second")] * 2


def test_a_change_outside_of_any_recording_is_one_change_set():
    organization = make_organization()
    assert list(ChangeSet.objects.all()) == [organization.history.get().change_set]


def test_a_rolled_back_recording_does_not_take_over_the_next_ones_change_set():
    with recording("form"):
        with transaction.atomic():
            make_person()
            transaction.set_rollback(True)
        with recording("command"):
            make_person()
        person = make_person()
    assert person.history.get().change_set.source == "form"
