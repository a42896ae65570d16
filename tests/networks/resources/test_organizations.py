"""How rows of a list of cooperatives and farmer groups are read and find their records."""

import datetime

import pytest
from django.utils import translation

from networks.choices import NameUse
from networks.models import Organization
from tests.common.imports.lists import exported, imported, plan_of, received
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_group,
    make_name,
    make_network,
    make_organization,
    make_person,
    make_source,
    make_subdistrict,
)

pytestmark = pytest.mark.django_db

TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"


@pytest.fixture(autouse=True)
def in_thai():
    with translation.override("th"):
        yield


@pytest.fixture
def district():
    return make_district("นาด้วง", code="4202")


@pytest.fixture
def teachers(district):
    return make_organization(
        TEACHERS, code="0001", type="savings", district=district, registration_number="ก 012/2520"
    )


def one(headers, *row):
    """The plan of the only row of a list."""
    return plan_of(received("organizations", headers, list(row))).rows[0]


def fault(headers, *row):
    return " ".join(map(str, one(headers, *row).faults))


def value(header, cell, *, of="0001"):
    """What a cell does to the record with this code."""
    return one(f"รหัส,ชื่อเต็ม,{header}", of, None, cell)


# Which record a row means


@pytest.mark.parametrize("code", ["0001", 1, "๐๐๐๑"])
def test_a_record_is_found_by_its_code_though_excel_ate_the_noughts(teachers, code):
    assert one("รหัส,ชื่อเต็ม,โทรศัพท์", code, None, "042-811-222").pk == teachers.pk


def test_a_record_is_found_by_its_registration_number(teachers):
    row = one("ชนิด,ชื่อเต็ม,เลขทะเบียน", "สหกรณ์", "ครูเลยเมืองใหม่ จำกัด", "ก 012/2520")
    assert (row.outcome, row.pk, list(row.values)) == ("changed", teachers.pk, ["name"])


def test_the_exact_name_in_the_district_is_the_record(teachers):
    row = one("ชนิด,ชื่อเต็ม,อำเภอ", "สหกรณ์", TEACHERS, "นาด้วง")
    assert (row.outcome, row.pk) == ("same", teachers.pk)


@pytest.mark.parametrize("name", ["สหกรณ์ออมทรัพย์ครูเลย", "สหกรณ์ออมทรัพย์ครูเลยจำกัด"])
def test_a_name_written_otherwise_is_proposed_and_not_decided(teachers, name):
    row = one("ชนิด,ชื่อเต็ม,อำเภอ", "สหกรณ์", name, "นาด้วง")
    assert (row.outcome, row.candidates) == ("doubtful", [teachers.pk])


def test_a_former_name_is_proposed(teachers):
    make_name(teachers, "สหกรณ์ครูจังหวัดเลย จำกัด", NameUse.FORMER)
    row = one("ชนิด,ชื่อเต็ม", "สหกรณ์", "สหกรณ์ครูจังหวัดเลย จำกัด")
    assert row.candidates == [teachers.pk]


def test_a_namesake_in_another_district_is_proposed_not_taken(teachers):
    make_district("ท่าลี่")
    row = one("ชนิด,ชื่อเต็ม,อำเภอ", "สหกรณ์", TEACHERS, "ท่าลี่")
    assert (row.outcome, row.candidates) == ("doubtful", [teachers.pk])


def test_a_farmer_group_is_never_taken_for_a_cooperative(teachers):
    row = one("ประเภท,ชื่อเต็ม", "ทำนา", TEACHERS.removesuffix(" จำกัด"))
    assert row.outcome == "new"


def test_a_record_that_was_joined_away_names_the_survivor(teachers):
    make_organization("ครูเลย จำกัด", code="0002", joined_into=teachers)
    assert "0001" in fault("รหัส,ชื่อเต็ม", "0002", "ครูเลย จำกัด")


def test_a_code_of_the_other_kind_is_refused(teachers):
    assert "0001" in fault("รหัส,ชนิด,ชื่อเต็ม", "0001", "กลุ่มเกษตรกร", "กลุ่มเกษตรกรทำนา")


def test_a_number_with_another_code_is_refused_with_the_right_one(teachers):
    message = fault("รหัส,ชนิด,ชื่อเต็ม,เลขทะเบียน", "0900", "สหกรณ์", TEACHERS, "ก 012/2520")
    assert "0001" in message


def test_the_code_of_a_removed_record_is_never_given_again(teachers):
    teachers.delete()
    assert fault("รหัส,ชื่อเต็ม,ประเภท", "0001", "โรงสี จำกัด", "ประมง")


def test_a_code_that_is_free_may_be_given(district):
    imported("organizations", "รหัส,ชื่อเต็ม,ประเภท", ["0777", "โรงสี จำกัด", "ประมง"])
    assert Organization.objects.get().code == "0777"


def test_new_records_get_the_next_codes(teachers):
    rows = [["โรงสี จำกัด", "ประมง"], ["กลุ่มเกษตรกรทำนาปากชม", "ทำนา"]]
    imported("organizations", "ชื่อเต็ม,ประเภท", *rows)
    codes = Organization.objects.order_by("code").values_list("code", flat=True)
    assert list(codes) == ["0001", "0002", "0003"]


# What the cells say


def test_a_misspelt_district_is_refused_with_the_one_meant(teachers):
    assert "นาด้วง ใช่หรือไม่" in str(value("อำเภอ", "อ.นาดัง").faults[0])


@pytest.mark.parametrize(
    ("header", "cell", "column", "stored"),
    [
        ("โทรศัพท์", 42811222, "phone", "042811222"),
        ("รหัส 13 หลัก", "๔๒๐๐ ๐๑๒๓ ๔๕๖๗ ๘", "cooperative_code", "4200012345678"),
        ("เว็บไซต์", "loei.example", "website", "https://loei.example"),
        ("สถานะ", "ดำเนินการ", "status", "operating"),
        ("สถานะ", "operating", "status", "operating"),
    ],
)
def test_cells_are_read_as_people_write_them(teachers, header, cell, column, stored):
    row = value(header, cell)
    assert (row.faults, row.values.get(column)) == ([], stored)


def test_a_date_may_be_known_by_its_year_only(teachers):
    imported("organizations", "รหัส,ชื่อเต็ม,วันที่จดทะเบียน", ["0001", None, "พ.ศ. 2520"])
    teachers = Organization.objects.get()
    assert (teachers.registered_on.year, teachers.registered_on_precision) == (1977, "year")


def test_figures_need_the_day_of_their_count(teachers):
    row = one("รหัส,ชื่อเต็ม,จำนวนสมาชิก,จำนวน ณ วันที่", "0001", None, "๑,๒๓๔", "30/9/2568")
    assert (row.values["members"], row.values["counted_on"].year) == (1234, 2025)
    assert "ณ วันที่ใด" in str(value("จำนวนสมาชิก", 1234).faults[0])


@pytest.mark.parametrize("cell", ["31 มีนาคม", "31/3", "31-3", datetime.date(2026, 3, 31)])
def test_the_end_of_the_accounting_year_is_a_day_and_a_month(teachers, cell):
    row = value("วันสิ้นปีทางบัญชี", cell)
    assert set(row.values.items()) == {
        ("accounting_year_end_day", 31),
        ("accounting_year_end_month", 3),
    }


@pytest.mark.parametrize("cell", ["31 กุมภาพันธ์", "31 เมษายน", "ปลายปี"])
def test_a_day_that_no_month_has_is_refused(teachers, cell):
    assert value("วันสิ้นปีทางบัญชี", cell).faults


def test_a_dash_empties_and_an_empty_cell_says_nothing(teachers):
    Organization.objects.update(phone="042-811-222")
    assert value("โทรศัพท์", None).outcome == "same"
    assert value("โทรศัพท์", "-").values == {"phone": ""}
    assert value("อำเภอ", "-").values == {"district_id": None}
    assert value("วันสิ้นปีทางบัญชี", "-").outcome == "same"


def test_what_a_record_must_have_cannot_be_emptied(teachers):
    assert one("รหัส,ชื่อเต็ม", "0001", "-").outcome == "faulty"


def test_a_dash_is_no_code(district):
    assert one("รหัส,ชื่อเต็ม,ประเภท", "-", "โรงสี จำกัด", "ประมง").outcome == "new"


def test_the_kind_follows_from_the_type(district):
    row = one("ชื่อเต็ม,ประเภท", "กลุ่มเกษตรกรทำนาปากชม", "ทำนา")
    assert (row.values["kind"], row.group) == ("farmer_group", "farmer_group")


def test_a_new_record_without_its_type_says_so(district):
    assert "ประเภท" in fault("ชื่อเต็ม,ชนิด", "โรงสี จำกัด", "สหกรณ์")


def test_the_network_is_only_to_read(teachers):
    make_network(5)
    assert value("เครือข่ายระดับพื้นที่", "เครือข่ายที่ 5").outcome == "same"


@pytest.mark.parametrize("cell", ["เลย", "ออมทรัพย์ใหม่"])
def test_a_word_that_is_no_type_is_refused_with_the_list(teachers, cell):
    assert "สหกรณ์ออมทรัพย์" in str(value("ประเภท", cell).faults[0])


# Subdistricts


def test_a_subdistrict_is_found_in_the_district_of_the_row(district):
    town = make_district("เมืองเลย", code="4201")
    make_subdistrict("นาดอกคำ", district=district)
    other = make_subdistrict("นาดอกคำ", district=town)
    row = one("ชื่อเต็ม,ประเภท,ตำบล,อำเภอ", "โรงสี จำกัด", "ประมง", "ต.นาดอกคำ", "เมือง")
    assert row.values["subdistrict_id"] == other.pk


def test_a_subdistrict_is_found_in_the_district_that_the_record_has(teachers, district):
    subdistrict = make_subdistrict("นาดอกคำ", district=district)
    assert value("ตำบล", "นาดอกคำ").values == {"subdistrict_id": subdistrict.pk}


def test_a_subdistrict_without_district_is_asked_about(district):
    make_organization("โรงสี จำกัด", code="0009")
    subdistrict = make_subdistrict("นาดอกคำ", district=district)
    assert value("ตำบล", "นาดอกคำ", of="0009").faults
    assert value("ตำบล", "ไม่มี", of="0009").faults
    row = one("รหัส,ชื่อเต็ม,ตำบล,อำเภอ", "0009", None, subdistrict.code, "นาด้วง")
    assert row.values["subdistrict_id"] == subdistrict.pk


def test_a_subdistrict_of_no_such_name_is_refused_with_the_one_meant(teachers, district):
    assert "ตำบล" in str(value("ตำบล", "นาดอกคำ").faults[0])
    make_subdistrict("นาดอกคำ", district=district)
    assert "นาดอกคำ" in str(value("ตำบล", "นาดอกดำ").faults[0])


# Out and in again


def full_record(district):
    officer = make_person("มาลี", "ใจดี")
    appoint(officer, "promotion_officer", at=make_agency())
    return make_organization(
        TEACHERS,
        code="0001",
        type="savings",
        district=district,
        subdistrict=make_subdistrict("นาดอกคำ", district=district),
        registered_on=datetime.date(1977, 1, 1),
        registered_on_precision="month",
        accounting_year_end_day=31,
        accounting_year_end_month=3,
        house_number="12/3",
        phone="042-811-222",
        latitude="17.4792",
        longitude="101.9707",
        members=1234,
        counted_on=datetime.date(2025, 9, 30),
        share_capital="1234567.50",
        business_lines=["deposits", "loans"],
        promotion_officer=officer,
        note='=HYPERLINK("http://x","y")\nบรรทัดที่สอง',
        website="https://loei.example",
        source=make_source(),
    )


def test_every_column_comes_back_as_it_left(district):
    full_record(district)
    resource = plan_of(received("organizations", "ชื่อเต็ม", ["x"])).resource
    (row,) = exported("organizations")
    run = received("organizations", ",".join(map(str, resource.headers())), row)
    planned = plan_of(run).rows[0]
    assert (planned.faults, planned.values) == ([], {})


def test_english_headers_and_words_are_read(teachers):
    row = one("code,full name,kind,telephone", "0001", None, "cooperative", "042-811-222")
    assert row.values == {"phone": "042-811-222"}


def test_the_list_has_no_records_that_were_joined_away(teachers):
    make_organization("ครูเลย จำกัด", code="0002", joined_into=teachers)
    assert [row[0] for row in exported("organizations")] == ["0001"]


def test_groups_are_counted_by_what_the_record_is(teachers):
    make_group("กลุ่มเกษตรกรทำสวน", code="0002")
    plan = plan_of(received("organizations", "รหัส,ชื่อเต็ม", ["0001", None], ["0002", None]))
    assert plan.groups() == {"cooperative": 1, "farmer_group": 1}
