"""The commands load_records and remove_samples."""

import io

import pytest
from django.core.management import CommandError, call_command

from networks.models import Organization, OrganizationName, Person
from tests.common import entries
from tests.factories import make_organization, make_person, make_term

pytestmark = pytest.mark.django_db


def run(*arguments, **options):
    """What the command says, and what it says to the side."""
    said, aside = io.StringIO(), io.StringIO()
    call_command(*arguments, stdout=said, stderr=aside, no_color=True, **options)
    return said.getvalue(), aside.getvalue()


@pytest.fixture
def one_of_each(start_with):
    start_with(entries.person("real"), samples=[entries.person("sample", is_sample=True)])


def test_load_records_counts_what_it_adds(one_of_each):
    assert run("load_records") == ("เพิ่มข้อมูล 2 รายการ\n", "")
    assert run("load_records") == ("เพิ่มข้อมูล 0 รายการ\n", "")


@pytest.mark.parametrize(
    ("options", "local", "codes"),
    [
        ([], True, {"real", "sample"}),
        ([], False, {"real"}),
        (["--with-samples"], False, {"real", "sample"}),
        (["--samples"], False, {"real", "sample"}),
        (["--without-samples"], True, {"real"}),
        (["--no-samples"], True, {"real"}),
    ],
)
def test_samples_are_for_a_local_portal_unless_told(one_of_each, settings, options, local, codes):
    settings.LOCAL = local
    run("load_records", *options)
    assert set(Person.objects.values_list("code", flat=True)) == codes


def test_load_records_says_what_it_left_out_and_why(start_with):
    make_term()
    start_with(entries.person(), entries.term())
    said, aside = run("load_records")
    assert said == "เพิ่มข้อมูล 1 รายการ\n"
    assert aside == (
        "ไม่ได้เพิ่ม: networks.committeeterm term-1: มีวาระที่ยังดำรงตำแหน่งอยู่แล้ว "
        "โปรดบันทึกวันสิ้นสุดของวาระนั้นก่อน\n"
    )


def test_load_records_counts_the_keys_that_it_rebuilt(start_with):
    start_with()
    make_person()
    Person._base_manager.update(sort_key="wrong")
    said, _aside = run("load_records")
    assert said == "เพิ่มข้อมูล 0 รายการ\nสร้างคีย์เรียงลำดับและข้อความค้นหาใหม่ 1 รายการ\n"


def test_load_records_is_silent_when_told(one_of_each):
    assert run("load_records", verbosity=0) == ("", "")
    assert Person.objects.count() == 2


def test_remove_samples_counts_what_it_removed():
    make_person(is_sample=True)
    real = make_person()
    assert run("remove_samples") == ("ลบข้อมูลตัวอย่าง 1 รายการ\n", "")
    assert Person.objects.get() == real
    assert run("remove_samples") == ("ลบข้อมูลตัวอย่าง 0 รายการ\n", "")


def test_remove_samples_names_what_real_records_need_and_fails():
    sample = make_organization("สหกรณ์ตัวอย่าง จำกัด", is_sample=True)
    OrganizationName.objects.create(organization=sample, name="เดิม", use="former")
    make_person(is_sample=True)
    with pytest.raises(CommandError) as failure:
        run("remove_samples")
    assert str(failure.value) == ("มีข้อมูลจริงอ้างถึงข้อมูลตัวอย่างต่อไปนี้ จึงยังไม่ได้ลบ: สหกรณ์ตัวอย่าง จำกัด")
    assert (Organization.objects.count(), Person.objects.count()) == (1, 0)
