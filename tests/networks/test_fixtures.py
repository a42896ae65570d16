"""The records that the portal starts with: the facts of the sources, and marked samples."""

import datetime

import pytest
from django.apps import apps
from django.db.models import Sum

from networks.choices import Kind, Occupancy, Status
from networks.committee import committee_on
from networks.models import (
    Agency,
    AreaNetwork,
    Cooperative,
    District,
    FarmerGroup,
    Organization,
    OrganizationName,
    Person,
    PopulationCount,
    SeatHolding,
    Source,
    Subdistrict,
)
from networks.models.source import SourcedModel
from networks.overview import network_rows, recorded_totals

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]

JUNE_2556 = datetime.date(2013, 6, 15)
THE_148 = {"organizations": 148, "cooperatives": 89, "farmer_groups": 59}
REAL = [
    "สหกรณ์ออมทรัพย์ครูเลย จำกัด",
    "สหกรณ์การเกษตรเมืองเลย จำกัด",
    "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
    "สหกรณ์ออมทรัพย์สาธารณสุขเลย จำกัด",
    "สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด",
    "สหกรณ์การเกษตรด่านซ้าย จำกัด",
    "สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด",
    "สหกรณ์การเกษตรท่าลี่ จำกัด",
    "สหกรณ์การเกษตรเอราวัณ จำกัด",
    "สหกรณ์กองทุนสวนยางเอราวัณพัฒนา จำกัด",
    "สหกรณ์ออมทรัพย์องค์การบริหารส่วนจังหวัดเลย จำกัด",
]
SOURCED = [
    model
    for model in apps.get_app_config("networks").get_models()
    if issubclass(model, SourcedModel) and not model._meta.proxy
]


def test_every_record_found_its_place(records):
    assert records.left_out == []
    assert records.rebuilt_keys == 0
    assert records.added["networks.Organization"] == 148


def test_the_register_has_eighty_nine_cooperatives_and_fifty_nine_groups():
    assert Organization.objects.counted().totals() == THE_148
    assert (Cooperative.objects.count(), FarmerGroup.objects.count()) == (89, 59)


def test_the_release_counted_as_many_and_that_is_a_record_of_its_own():
    (of_2556,) = recorded_totals()
    assert of_2556.totals == THE_148
    assert of_2556.record.source.code == "release-network"


def test_the_networks_and_not_recorded_make_the_whole():
    totals = [row.totals["organizations"] for row in network_rows()]
    assert len(totals) == 6
    assert sum(totals) == 148


@pytest.mark.parametrize(
    ("number", "districts"),
    [
        (1, ["เมืองเลย", "นาด้วง"]),
        (2, ["ภูกระดึง", "หนองหิน", "ผาขาว"]),
        (3, ["วังสะพุง", "ภูหลวง", "เอราวัณ"]),
        (4, ["ท่าลี่", "ปากชม", "เชียงคาน"]),
        (5, ["ภูเรือ", "ด่านซ้าย", "นาแห้ว"]),
    ],
)
def test_each_network_has_the_districts_of_the_press_release_in_its_order(number, districts):
    network = AreaNetwork.objects.get(number=number)
    assert [row.name for row in network.districts.in_source_order()] == districts
    assert network.source.code == "release-network"


def test_the_province_has_fourteen_districts_and_ninety_subdistricts():
    assert AreaNetwork.objects.count() == 5
    assert District.objects.count() == 14
    assert Subdistrict.objects.count() == 90
    assert list(District.objects.filter(subdistricts=None)) == []


@pytest.mark.parametrize(
    ("day", "people"),
    [(datetime.date(2013, 12, 31), 632_205), (datetime.date(2021, 12, 31), 638_732)],
)
def test_the_people_of_the_districts_are_those_of_the_province(day, people):
    counts = PopulationCount.objects.filter(counted_on=day, district__isnull=False)
    assert counts.count() == 14
    assert counts.aggregate(sum=Sum("people"))["sum"] == people


def test_the_seats_of_2556_are_not_recorded_which_is_not_vacant():
    rows = SeatHolding.objects.on(JUNE_2556)
    places = [(network, seat) for network in range(1, 6) for seat in (1, 2, 3)]
    assert [(row.network_id, row.seat) for row in rows] == places
    assert {row.occupancy for row in rows} == {Occupancy.NOT_RECORDED}


def test_the_committee_of_2556_has_the_offices_and_positions_of_the_release():
    committee = committee_on(JUNE_2556)
    assert committee.term.code == "committee-2556"
    assert told(committee.chair) == [
        ("นายก่อเกียรติ ปรีดี", ["ผู้จัดการสหกรณ์ออมทรัพย์ครูเลย จำกัด"]),
    ]
    assert told(committee.secretary) == [
        ("นางสาวกันทิมา สุนทรวีรัตน์", ["ผู้จัดการสหกรณ์การเกษตรเมืองเลย จำกัด"]),
    ]
    assert told(committee.advisers) == [
        ("นายอนันต์ มหัจฉริยพันธุ์", ["สหกรณ์จังหวัดเลย"]),
        ("นายก๊ก ดอนสำราญ", ["ประธานกรรมการสหกรณ์ออมทรัพย์ครูเลย จำกัด"]),
        ("นายเอกวิทย์ สายแก้วเทศ", ["ประธานกลุ่มเกษตรกรทำสวนบ้านน้ำพุ"]),
    ]


def told(members):
    return [
        (str(member.person), [held.position_title for held in member.person.positions])
        for member in members
    ]


def test_the_committee_of_2556_is_no_sample_and_its_other_names_are_told():
    committee = committee_on(JUNE_2556)
    assert committee.has_samples is False
    assert committee.term.other_name_list == [
        "เครือข่ายการพัฒนาสหกรณ์และกลุ่มเกษตรกร จังหวัดเลย",
        "เครือข่ายระดับจังหวัด",
    ]


def test_the_governor_of_the_release_held_office_then():
    governor = Agency.objects.get(code="loei-province").appointments.held_on(JUNE_2556).get()
    assert str(governor) == "นายสมพงษ์ อรุณโรจน์ปัญญา (ผู้ว่าราชการจังหวัดเลย)"


def test_the_eleven_real_organizations_have_the_names_of_the_sources():
    real = Organization.objects.filter(is_sample=False).order_by("code")
    assert [row.name for row in real] == REAL
    assert [row.code for row in real] == [f"{number:04d}" for number in range(1, 12)]
    assert [row.name for row in real if row.kind == Kind.FARMER_GROUP] == [REAL[2]]


def test_the_sources_do_not_tell_the_district_of_two_and_nobody_guesses_it():
    nowhere = Organization.objects.without_network().order_by("code")
    assert [row.name for row in nowhere] == [REAL[2], REAL[6]]


def test_ways_in_which_the_sources_write_a_name_are_kept():
    names = OrganizationName.objects.order_by("organization__code")
    assert [(row.organization.code, row.name) for row in names] == [
        ("0001", "สหกรณ์ออมทรัพย์ครูเลย"),
        ("0011", "สอ.อบจ.เลย"),
    ]


@pytest.mark.parametrize("model", SOURCED, ids=lambda model: model.__name__)
def test_every_record_that_is_no_sample_names_its_source(model):
    assert list(model.objects.filter(is_sample=False, source=None)) == []


def test_a_source_without_a_date_says_what_is_inferred():
    undated = Source.objects.filter(dated_on=None)
    assert list(undated.filter(dating_note="")) == []
    assert list(undated.filter(dating_note_en="")) == []


def test_every_sample_says_so_in_its_name():
    organizations = Organization.objects.filter(is_sample=True)
    persons = Person.objects.filter(is_sample=True)
    assert [row.name for row in organizations if "ตัวอย่าง" not in row.name] == []
    assert [str(row) for row in persons if "ตัวอย่าง" not in row.full_name] == []
    assert (organizations.count(), persons.count()) == (137, 24)


def test_nothing_real_carries_the_name_of_a_sample():
    assert [name for name in REAL if "ตัวอย่าง" in name] == []
    real = Person.objects.filter(is_sample=False)
    assert [str(row) for row in real if "ตัวอย่าง" in row.full_name] == []


def test_the_sample_manager_leaves_the_real_cooperative_a_real_record():
    tha_li = Organization.objects.get(code="0008")
    held = [(row.position, row.is_sample) for row in tha_li.appointments.order_by("position")]
    assert held == [("board_chair", True), ("manager", True)]
    assert (tha_li.is_sample, tha_li.promotion_officer) == (False, None)


def test_a_sample_officer_promotes_samples_only():
    officer = Person.objects.promotion_officers().get()
    assert officer.is_sample
    assert {row.is_sample for row in officer.promoted_organizations.all()} == {True}


def test_no_sample_has_a_status_that_could_do_harm():
    statuses = Organization.objects.filter(is_sample=True).values_list("status", flat=True)
    assert set(statuses) == {Status.OPERATING}
