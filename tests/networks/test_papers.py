"""What is printed for the post and the telephone."""

import datetime

import pytest
from django.utils import translation

from networks.choices import Ending, Position
from networks.models import Organization
from networks.papers import LABELS_ON_A_SHEET, call_rows, label_sheets
from tests.factories import (
    appoint,
    make_district,
    make_group,
    make_organization,
    make_person,
    make_subdistrict,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

OCTOBER = date(2025, 10, 1)
TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"


def the_label():
    ((label,),) = label_sheets(Organization.objects.all())
    return label


def the_row():
    (row,) = call_rows(Organization.objects.all())
    return row


def names(heads):
    return [head.person.first_name for head in heads]


class TestTheAddressee:
    def test_the_post_alone_stands_where_nobody_is_recorded(self):
        make_organization(TEACHERS)
        assert the_label().addressee == "เรียน ประธานกรรมการ"

    def test_the_chair_of_a_farmer_group_has_another_title(self):
        make_group()
        assert the_label().addressee == "เรียน ประธานกลุ่มเกษตรกร"

    @pytest.mark.parametrize(
        ("positions", "addressee"),
        [
            ([Position.MANAGER], "เรียน ผู้จัดการ (นายสมชาย ใจดี)"),
            ([Position.MANAGER, Position.BOARD_CHAIR], "เรียน ประธานกรรมการ (นายสมชาย ใจดี)"),
            ([Position.RESPONSIBLE, Position.MANAGER], "เรียน ผู้จัดการ (นายสมชาย ใจดี)"),
            ([Position.BOARD_MEMBER, Position.INSPECTOR], "เรียน ประธานกรรมการ"),
        ],
    )
    def test_the_chair_comes_before_the_manager(self, positions, addressee):
        organization = make_organization(TEACHERS)
        for position in positions:
            appoint(make_person("สมชาย", "ใจดี"), position, at=organization, starts_on=OCTOBER)
        assert the_label().addressee == addressee

    @pytest.mark.parametrize(
        "tenure",
        [
            {"starts_on": OCTOBER, "ending": Ending.ENDED, "ends_on": date(2026, 2, 25)},
            {"starts_on": date(2026, 2, 27)},
            {
                "starts_on": date(2026, 1, 1),
                "starts_on_precision": "year",
                "ending": Ending.UNKNOWN,
            },
        ],
    )
    def test_who_is_not_known_to_be_in_office_gets_no_letter(self, tenure):
        organization = make_organization(TEACHERS)
        appoint(make_person(), Position.BOARD_CHAIR, at=organization, **tenure)
        assert the_label().addressee == "เรียน ประธานกรรมการ"
        assert the_row().chair == []

    def test_labels_are_thai_whoever_prints_them(self):
        organization = make_organization(TEACHERS, district=make_district("นาด้วง"))
        appoint(make_person(), Position.BOARD_CHAIR, at=organization, starts_on=OCTOBER)
        with translation.override("en"):
            label = the_label()
        assert label.addressee == "เรียน ประธานกรรมการ (นายสมชาย ใจดี)"
        assert label.place == "อำเภอนาด้วง จังหวัดเลย"


class TestTheAddress:
    def test_it_is_written_from_the_house_to_the_province(self):
        kut_pong = make_subdistrict("กุดป่อง", district=make_district("เมืองเลย"))
        make_organization(
            district=kut_pong.district,
            subdistrict=kut_pong,
            house_number="9/1",
            road="มลิวรรณ",
            postcode="42000",
        )
        label = the_label()
        assert label.place == "9/1 ถนนมลิวรรณ ตำบลกุดป่อง อำเภอเมืองเลย จังหวัดเลย"
        assert label.postcode == "42000"

    def test_without_a_district_there_is_no_address(self):
        make_organization(house_number="9/1")
        assert (the_label().place, the_label().postcode) == ("", "")

    @pytest.mark.parametrize(
        ("own", "of_the_district", "postcode"),
        [
            ("42210", "42000 42100", "42210"),
            ("", "42210", "42210"),
            ("", "42000 42100", ""),
            ("", "", ""),
        ],
    )
    def test_the_only_postcode_of_the_district_is_taken(self, own, of_the_district, postcode):
        make_organization(district=make_district(postcodes=of_the_district), postcode=own)
        assert the_label().postcode == postcode

    def test_a_sample_says_so(self):
        make_organization(TEACHERS, is_sample=True)
        assert (the_label().name, the_label().is_sample) == (TEACHERS, True)


class TestSheets:
    @pytest.mark.parametrize(
        ("number", "sheets"), [(0, []), (1, [1]), (14, [14]), (15, [14, 1]), (29, [14, 14, 1])]
    )
    def test_fourteen_labels_fit_on_a_sheet(self, number, sheets):
        for place in range(number):
            make_organization(f"สหกรณ์ที่ {place} จำกัด")
        assert [len(sheet) for sheet in label_sheets(Organization.objects.all())] == sheets
        assert LABELS_ON_A_SHEET == 14

    def test_they_lie_by_network_and_district_and_in_dictionary_order(self):
        second = make_district("ท่าลี่", network=4, network_order=2)
        first = make_district("เชียงคาน", network=4, network_order=1)
        make_organization("ไม่รู้ที่อยู่ จำกัด")
        for name, district in (("ค", second), ("ข", first), ("ก", first)):
            make_organization(f"{name} จำกัด", district=district)
        make_organization("ง จำกัด", district=make_district("นาด้วง", network=1))
        (sheet,) = label_sheets(Organization.objects.all())
        assert [label.name.split()[0] for label in sheet] == ["ง", "ก", "ข", "ค", "ไม่รู้ที่อยู่"]


class TestTheCallList:
    def test_chair_and_manager_stand_apart(self):
        organization = make_organization(TEACHERS)
        for name, position in (
            ("ก่อเกียรติ", Position.BOARD_CHAIR),
            ("กันทิมา", Position.MANAGER),
            ("อนันต์", Position.RESPONSIBLE),
            ("เกษร", Position.INSPECTOR),
        ):
            appoint(make_person(name), position, at=organization, starts_on=OCTOBER)
        row = the_row()
        assert row.organization == organization
        assert (names(row.chair), set(names(row.manager))) == (["ก่อเกียรติ"], {"กันทิมา", "อนันต์"})

    def test_an_empty_list_has_no_rows(self):
        assert call_rows(Organization.objects.all()) == []


@pytest.mark.parametrize("number", [3, 30])
@pytest.mark.parametrize("paper", [label_sheets, call_rows])
def test_two_questions_are_enough_for_any_number(django_assert_num_queries, paper, number):
    for place in range(number):
        subdistrict = make_subdistrict(district=make_district(f"อำเภอที่ {place}"))
        values = {"district": subdistrict.district, "subdistrict": subdistrict}
        organization = make_organization(**values)
        for position in (Position.BOARD_CHAIR, Position.MANAGER):
            appoint(make_person(), position, at=organization, starts_on=OCTOBER)
    with django_assert_num_queries(2):
        paper(Organization.objects.all())
