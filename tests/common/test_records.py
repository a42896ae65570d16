import json
from collections import Counter

import pytest

from loei_coop.common import records as records_module
from loei_coop.common.models import ChangeSet
from loei_coop.common.records import fixture_files, load, remove_samples
from loei_coop.thai.collation import whole_sort_key
from loei_coop.thai.django.keys import models_with_keys, stale_rows
from networks.models import (
    AreaNetwork,
    CommitteeTerm,
    District,
    Organization,
    OrganizationName,
    Person,
    Source,
)
from tests.common import entries
from tests.factories import make_organization, make_person, make_term

pytestmark = pytest.mark.django_db


def test_what_is_missing_is_added_with_what_it_refers_to(start_with):
    start_with(entries.source(), entries.organization(source=["release"]), entries.former_name())
    outcome = load(with_samples=False)
    assert outcome.added == {
        "networks.Source": 1,
        "networks.Organization": 1,
        "networks.OrganizationName": 1,
    }
    name = OrganizationName.objects.get()
    assert (name.organization.code, name.organization.source.code) == ("0001", "release")
    assert name.sort_key == whole_sort_key("สหกรณ์ครูเลย จำกัด")


def test_the_history_says_that_the_command_added_it(start_with):
    start_with(entries.source(), entries.organization())
    load(with_samples=False)
    act = ChangeSet.objects.get()
    assert (act.source, act.reason, act.made_by) == ("command", "load_records", None)
    rows = [Source.history.get(), Organization.history.get()]
    assert [(row.history_type, row.change_set) for row in rows] == [("+", act), ("+", act)]


def test_loading_again_adds_nothing(start_with):
    start_with(entries.network(), entries.district(), entries.organization(), entries.former_name())
    load(with_samples=False)
    outcome = load(with_samples=False)
    assert (outcome.added, outcome.left_out, outcome.rebuilt_keys) == ({}, [], 0)
    assert ChangeSet.objects.count() == Organization.history.count() == 1


def test_what_was_edited_is_never_overwritten(start_with):
    start_with(entries.organization(), entries.person())
    load(with_samples=False)
    edited = "สหกรณ์ออมทรัพย์ครูจังหวัดเลย จำกัด"
    organization = Organization.objects.get()
    organization.name = edited
    organization.save()
    assert load(with_samples=False).added == {}
    assert Organization.objects.get().name == edited


@pytest.mark.parametrize(
    ("model", "entry"),
    [
        (Organization, entries.organization()),
        (Person, entries.person()),
        (AreaNetwork, entries.network()),
    ],
)
def test_what_was_removed_is_never_revived(start_with, model, entry):
    start_with(entry)
    load(with_samples=False)
    model.objects.get().delete()
    outcome = load(with_samples=False)
    assert (outcome.added, outcome.left_out, model.objects.count()) == ({}, [], 0)


def test_a_name_that_was_corrected_does_not_come_back(start_with):
    start_with(entries.organization(), entries.former_name(name="สหกรณ์ครูเล จำกัด"))
    load(with_samples=False)
    OrganizationName.objects.get().delete()
    assert load(with_samples=False).added == {}
    assert not OrganizationName.objects.exists()


def test_what_refers_to_a_removed_record_is_left_out_and_named(start_with):
    start_with(entries.organization())
    load(with_samples=False)
    Organization.objects.get().delete()
    start_with(entries.former_name(), entries.person())
    outcome = load(with_samples=False)
    ((left_out),) = outcome.left_out
    assert left_out.startswith("networks.organizationname สหกรณ์ครูเลย จำกัด: ")
    assert outcome.added == {"networks.Person": 1}


def test_what_lies_in_a_removed_place_is_left_out_and_named(start_with):
    start_with(entries.network(), entries.district())
    load(with_samples=False)
    District.objects.get().delete()
    start_with(entries.organization(district="4201"))
    outcome = load(with_samples=False)
    assert outcome.left_out == ["networks.organization 0001: ไม่มีอำเภอที่ code เป็น '4201' ในตัวเลือก"]
    assert (outcome.added, Organization.objects.count()) == ({}, 0)


def test_what_a_rule_refuses_is_left_out_with_its_sentence(start_with):
    make_term(code="ours")
    start_with(entries.term(), entries.term("term-0", ending="unknown"), entries.person())
    outcome = load(with_samples=False)
    assert outcome.left_out == [
        "networks.committeeterm term-1: มีวาระที่ยังดำรงตำแหน่งอยู่แล้ว โปรดบันทึกวันสิ้นสุดของวาระนั้นก่อน"
    ]
    assert outcome.added == {"networks.CommitteeTerm": 1, "networks.Person": 1}
    assert set(CommitteeTerm.objects.values_list("code", flat=True)) == {"ours", "term-0"}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"type": "rice"}, "ประเภทนี้ไม่ตรงกับชนิดที่เลือก"),
        ({"members": 5}, "โปรดระบุว่าจำนวนเหล่านี้นับ ณ วันที่ใด"),
        ({"postcode": "42"}, "โปรดระบุตัวเลข 5 หลัก เช่น 42000"),
        ({"business_lines": ["gold"]}, "โปรดเลือกจากรายการที่มี"),
    ],
)
def test_a_refused_record_leaves_the_rest_as_it_is(start_with, fields, sentence):
    start_with(entries.organization(**fields), entries.organization("0002"))
    outcome = load(with_samples=False)
    assert outcome.left_out == [f"networks.organization 0001: {sentence}"]
    assert list(Organization.objects.values_list("code", flat=True)) == ["0002"]
    assert Organization.history.get().change_set == ChangeSet.objects.get()


def test_samples_are_added_only_when_they_are_asked_for(start_with):
    samples = [entries.person("sample-1", is_sample=True)]
    start_with(entries.person(), samples=samples)
    assert load(with_samples=False).added == {"networks.Person": 1}
    assert load(with_samples=True).added == {"networks.Person": 1}
    assert Person.objects.get(is_sample=True).code == "sample-1"


def test_stale_keys_are_rebuilt_and_counted(start_with):
    start_with(entries.person())
    person = make_person("วิชัย", "")
    Person._base_manager.update(sort_key="wrong")
    assert load(with_samples=False).rebuilt_keys == 1
    assert Person.objects.values_list("sort_key").get(pk=person.pk) == (whole_sort_key("วิชัย"),)


def test_an_empty_register_stays_empty_without_records(start_with):
    start_with()
    outcome = load(with_samples=True)
    assert (outcome.added, outcome.left_out, ChangeSet.objects.count()) == ({}, [], 0)


def test_removing_samples_leaves_what_is_real():
    real = make_organization()
    make_organization(is_sample=True)
    make_person(is_sample=True)
    assert remove_samples() == (2, [])
    assert (list(Organization.objects.all()), Person.objects.count()) == ([real], 0)


def test_a_sample_that_real_records_refer_to_stays_with_what_it_needs():
    officer = make_person("สมศรี", is_sample=True)
    first = make_organization(is_sample=True, promotion_officer=officer)
    second = make_organization(is_sample=True)
    OrganizationName.objects.create(organization=first, name="เดิม", use="former")
    assert remove_samples() == (1, [first, officer])
    assert not Organization.objects.filter(pk=second.pk).exists()


def test_the_account_of_a_removed_sample_is_removed(django_user_model):
    make_person(is_sample=True, user=django_user_model.objects.create_user("0008"))
    real = django_user_model.objects.create_user("malee")
    make_person(user=real)
    assert remove_samples() == (1, [])
    assert django_user_model.objects.get() == real


def test_an_account_with_which_something_was_done_is_closed(django_user_model):
    user = django_user_model.objects.create_user("0008", password="x")
    make_person(is_sample=True, user=user)
    ChangeSet.objects.create(source=ChangeSet.Source.DESK, made_by=user)
    remove_samples()
    user.refresh_from_db()
    assert (user.is_active, user.has_usable_password()) == (False, False)


def test_the_account_of_an_officer_stays_as_it_is(django_user_model):
    wichai = django_user_model.objects.create_user("wichai", is_staff=True)
    make_person(is_sample=True, user=wichai)
    remove_samples()
    wichai.refresh_from_db()
    assert wichai.is_active


def test_removed_samples_are_in_the_history_as_one_act():
    make_organization(is_sample=True)
    make_person(is_sample=True)
    remove_samples()
    removed = [Organization.history.latest(), Person.history.latest()]
    assert [row.history_type for row in removed] == ["-", "-"]
    (act,) = {row.change_set for row in removed}
    assert (act.source, act.reason) == ("command", "remove_samples")


def test_removing_samples_where_there_are_none_changes_nothing():
    make_person()
    acts = ChangeSet.objects.count()
    assert remove_samples() == (0, [])
    assert (Person.objects.count(), ChangeSet.objects.count()) == (1, acts)


def test_the_files_of_the_samples_come_last():
    real, both = fixture_files(with_samples=False), fixture_files(with_samples=True)
    assert both[: len(real)] == real
    assert [path.name for path in both[len(real) :]] == ["samples.json"]
    assert [path for path in both if not path.is_file()] == []


def test_a_record_that_is_twice_in_the_files_is_added_once(start_with):
    start_with(entries.person(), entries.person(first_name="สมศักดิ์"))
    outcome = load(with_samples=False)
    assert outcome.added == {"networks.Person": 1}
    assert Person.objects.get().first_name == "สมชาย"


def test_a_sample_never_overwrites_a_record(start_with):
    sample = entries.organization(name="สหกรณ์ตัวอย่าง จำกัด", is_sample=True)
    start_with(entries.organization(), samples=[sample])
    assert load(with_samples=True).added == {"networks.Organization": 1}
    assert Organization.objects.get().is_sample is False


@pytest.mark.parametrize("lines", [[["loans"]], [{"loans": 1}], {}, None, ""])
def test_a_list_of_choices_that_is_no_list_leaves_the_record_out(start_with, lines):
    start_with(entries.organization(business_lines=lines))
    outcome = load(with_samples=False)
    assert (len(outcome.left_out), Organization.objects.count()) == (1, 0)


class TestTheRecordsOfThePortal:
    """Last in the module: the records stay until its end."""

    def test_all_of_them_are_added(self, records):
        found = [
            e for path in fixture_files(with_samples=True) for e in json.loads(path.read_text())
        ]
        added = Counter({label.lower(): number for label, number in records.added.items()})
        assert (records.left_out, records.rebuilt_keys) == ([], 0)
        composed = Counter({"news.pressrelease": 2})  # from the others
        assert added == Counter(entry["model"] for entry in found) + composed

    def test_they_are_one_act_of_the_command(self, records):
        act = ChangeSet.objects.get()
        assert (act.source, act.reason) == ("command", "load_records")

    def test_none_of_them_has_a_stale_key(self, records):
        assert [row for model in models_with_keys() for row in stale_rows(model)] == []

    def test_loading_them_again_adds_nothing(self, records):
        again = load(with_samples=True)
        assert (again.added, again.left_out, again.rebuilt_keys) == ({}, [], 0)
        assert ChangeSet.objects.count() == 1

    def test_the_samples_are_removed_in_one_go(self, records):
        samples = sum(
            model._base_manager.filter(is_sample=True).count()
            for model in records_module.sample_models()
        )
        assert remove_samples() == (samples, [])
        assert load(with_samples=False).added == {}
