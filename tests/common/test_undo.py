"""What taking an act back restores, and what it leaves and names."""

import pytest
from django.utils import translation

from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from loei_coop.common.undo import plan_undo, undo
from networks.models import Agency, District, Organization, OrganizationName, Person
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_group,
    make_name,
    make_network,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db


def act():
    return recording(ChangeSet.Source.FORM)


def take_back(recorded, **options):
    with translation.override("th"):
        return undo(recorded.row, made_by=lambda: None, **options)


def test_what_was_added_goes_and_what_was_changed_returns():
    somchai = make_person("สมชาย")
    with act() as recorded:
        somchai.first_name = "สมหมาย"
        somchai.save()
        make_person("มาลี")
    done = take_back(recorded)
    assert (done.removed, done.restored, done.refusals) == (1, 1, [])
    assert Person.objects.get().first_name == "สมชาย"


def test_what_was_removed_returns_under_its_old_number():
    somchai = make_person("สมชาย", code="p-001")
    key = somchai.pk
    with act() as recorded:
        somchai.delete()
    assert take_back(recorded).restored == 1
    assert Person.objects.get(pk=key).code == "p-001"


def test_a_record_that_came_and_went_in_one_act_leaves_nothing():
    with act() as recorded:
        make_person().delete()
    done = take_back(recorded)
    assert (done.removed, done.restored, Person.objects.count()) == (0, 0, 0)


def test_derived_keys_return_with_the_name():
    group = make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
    with act() as recorded:
        group.name = "กลุ่มเกษตรกรทำนาท่าลี่"
        group.save()
    take_back(recorded)
    assert Organization.objects.search("บ้านน้ำพุ").get() == group


def test_an_undo_twice_does_nothing_the_second_time():
    with act() as recorded:
        make_person()
    take_back(recorded)
    again = take_back(recorded)
    assert (again.removed, again.restored) == (0, 0)
    assert ChangeSet.objects.filter(source="undo").count() == 1


def test_an_undo_is_no_act_to_be_taken_back():
    with act() as recorded:
        make_person("สมชาย")
    take_back(recorded)
    assert plan_undo(ChangeSet.objects.get(source="undo")).models == []


def test_a_row_edited_since_stays_and_says_by_whom(officer):
    somchai = make_person("สมชาย")
    with act() as recorded:
        somchai.first_name = "สมหมาย"
        somchai.save()
    with recording(ChangeSet.Source.FORM, made_by=lambda: officer):
        somchai.last_name = "ใจงาม"
        somchai.save()
    (refusal,) = take_back(recorded).refusals
    assert "somsri" in refusal.reason
    assert refusal.label == str(somchai)


def test_a_row_removed_since_is_named_from_its_history():
    with act() as recorded:
        somchai = make_person("สมชาย", "ใจดี")
    somchai.delete()
    (refusal,) = take_back(recorded).refusals
    assert refusal.label == "นายสมชาย ใจดี"


def test_what_others_refer_to_stays_with_all_that_it_refers_to():
    with act() as recorded:
        network_1 = make_network(1)
        district = make_district("นาด้วง")
        make_agency("จังหวัดเลย")
    make_organization(district=district)
    with translation.override("th"):
        done = take_back(recorded)
    assert {refusal.label for refusal in done.refusals} == {str(district), str(network_1)}
    assert (District.objects.count(), Agency.objects.count()) == (1, 0)


def test_what_refers_and_goes_along_is_no_hindrance():
    with act() as recorded:
        appoint(make_person(), at=make_organization())
    done = take_back(recorded)
    assert (done.removed, done.refusals) == (3, [])


def test_names_of_the_record_go_with_it():
    with act() as recorded:
        make_name(make_organization(), "ครูเลย")
    take_back(recorded)
    assert not OrganizationName.objects.exists()


def test_former_values_that_belong_to_another_by_now_are_refused():
    with act():
        teachers = make_organization("ครูเลย จำกัด", registration_number="ก1")
        farmers = make_organization("การเกษตรเลย จำกัด", registration_number="ก2")
    with act() as recorded:
        teachers.registration_number = "ก3"
        teachers.save()
        farmers.phone = "042-811-222"
        farmers.save()
    make_organization("โรงสี จำกัด", registration_number="ก1")
    (refusal,) = take_back(recorded).refusals
    farmers.refresh_from_db()
    assert (refusal.pk, farmers.phone) == (teachers.pk, "")


def test_values_that_two_rows_exchanged_are_exchanged_back():
    one, two = (make_district(name, network_order=n) for n, name in enumerate(["ก", "ข"], 1))
    with act() as recorded:
        District.objects.step_aside([one.pk, two.pk])
        for district, order in ((one, 2), (two, 1)):
            district.network_order = order
            district.save()
    assert take_back(recorded).refusals == []
    names = District.objects.order_by("network_order").values_list("name", flat=True)
    assert list(names) == ["ก", "ข"]


def test_private_values_are_given_back_by_who_kept_them():
    malee = make_person("มาลี", phone="081-111-1111")
    with act() as recorded:
        malee.phone = "089-999-9999"
        malee.first_name = "มาลัย"
        malee.save()
    take_back(recorded, kept={str(malee.pk): {"phone": "081-111-1111"}})
    malee.refresh_from_db()
    assert (malee.first_name, malee.phone) == ("มาลี", "081-111-1111")


def test_looking_at_an_undo_changes_nothing():
    with act() as recorded:
        make_person()
    planned = plan_undo(recorded.row)
    assert (planned.removed, Person.objects.count()) == (1, 1)
    assert planned.part(Person).remove
    assert planned.part(Agency) is None


@pytest.mark.parametrize("number", [3, 30])
def test_an_undo_takes_a_constant_number_of_queries(number, django_assert_max_num_queries):
    with act() as recorded:
        for _row in range(number):
            make_organization()
    with django_assert_max_num_queries(80):
        assert take_back(recorded).removed == number
