"""All that the register has about one record, for the officer's page."""

import datetime

import pytest

from networks.choices import OrganizationEventKind, Position
from networks.organization_record import record_of
from tests.factories import (
    appoint,
    make_district,
    make_event,
    make_group,
    make_name,
    make_organization,
    make_person,
    make_succession,
    seat,
)
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

OCTOBER, NOVEMBER = date(2025, 10, 1), date(2025, 11, 1)
TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"


@pytest.fixture
def organization():
    return make_organization(TEACHERS, code="0012", district=make_district("นาด้วง", network=1))


@pytest.fixture
def page(office, organization):
    """What the officer reads on the page of the record."""
    path = f"/en/admin/networks/cooperative/{organization.pk}/change/"
    return lambda: words(office.get(path))


def test_a_record_of_which_nothing_is_told_has_empty_lists(organization, page):
    record = record_of(organization)
    assert (record.names, record.seats, record.events, record.joined) == ([], [], [], [])
    assert record.holding == set()
    for sentence in ("Today's office holders are not recorded.", "None is recorded."):
        assert sentence in page()


def test_a_seat_that_was_taken_over_is_told_apart_from_one_of_today(organization, page):
    network, somchai = organization.network, make_person("สมชาย", "ใจดี")
    over = seat(network, 1, OCTOBER, make_person("ก๊ก", "ดอนสำราญ"), organization)
    seat(network, 1, NOVEMBER)
    held = seat(network, 2, OCTOBER, somchai, organization, expires_on=date(2027, 9, 30))
    record = record_of(organization)
    assert (set(record.seats), record.holding) == ({over, held}, {held.pk})
    assert "นายก๊ก ดอนสำราญ from 1 October 2025, not today" in page()
    assert "นายสมชาย ใจดี from 1 October 2025, expires on 30 September 2027" in page()


def test_a_seat_to_come_is_not_one_of_today(organization):
    seat(organization.network, 1, date(2026, 3, 1), make_person(), organization)
    record = record_of(organization)
    assert (len(record.seats), record.holding) == (1, set())


def test_seats_of_others_are_not_shown(organization):
    other = make_organization(district=organization.district)
    seat(organization.network, 1, OCTOBER, make_person(), other)
    assert (record_of(organization).seats, record_of(organization).holding) == ([], set())


def test_events_successions_names_and_holders_stand_on_the_page(organization, page):
    make_name(organization, "สอ.ครูเลย")
    make_event(organization, happened_on=OCTOBER, basis_kind="order", basis_number="12/2568")
    make_succession(organization, make_organization("สหกรณ์รวมใจ จำกัด"))
    appoint(make_person("กันทิมา"), Position.MANAGER, at=organization, starts_on=OCTOBER)
    text = page()
    assert "Former name: สอ.ครูเลย" in text
    assert "Dissolution: 1 October 2025 order no. 12/2568" in text
    assert "Continued as สหกรณ์รวมใจ จำกัด amalgamation" in text
    assert "Manager: นายกันทิมา ใจดี from 1 October 2025" in text


def test_what_was_joined_stands_on_the_page_in_dictionary_order(organization, page):
    for name, code in (("แม่บ้าน จำกัด", "0014"), ("เมืองเลย จำกัด", "0013")):
        make_organization(name, code=code, joined_into=organization)
    assert [row.code for row in record_of(organization).joined] == ["0013", "0014"]
    assert "Records joined into this one เมืองเลย จำกัด (0013)แม่บ้าน จำกัด (0014)" in page()


def test_events_stand_in_the_order_of_their_days(organization):
    last = make_event(organization, OrganizationEventKind.STRIKING_OFF, happened_on=NOVEMBER)
    first = make_event(organization, happened_on=OCTOBER)
    assert record_of(organization).events == [first, last]


class TestLatestChanges:
    def changes(self, page):
        return page().split("Latest changes")[1].split("The whole history")[0]

    def test_they_say_what_became_what(self, organization, page):
        organization.phone = "0 4281 1234"
        organization.save()
        assert "Telephone: – → 0 4281 1234" in self.changes(page)

    def test_six_are_shown_and_each_with_its_difference(self, organization, page):
        for number in range(9):
            organization.phone = f"0 4281 000{number}"
            organization.save()
        text = self.changes(page)
        assert "Telephone: 0 4281 0002 → 0 4281 0003" in text
        assert text.count("→") == 6

    def test_those_of_what_was_joined_are_told_with_its_name(self, organization, page):
        duplicate = make_organization("ครูเลย จำกัด", code="0013", joined_into=organization)
        duplicate.phone = "0 4281 9999"
        duplicate.save()
        text = self.changes(page)
        assert "(ครูเลย จำกัด, 0013)" in text
        assert "Telephone: – → 0 4281 9999" in text


def test_a_farmer_group_has_the_same_page(office):
    group = make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ", code="0101")
    make_group("กลุ่มเกษตรกรบ้านน้ำพุ", code="0102", joined_into=group)
    text = words(office.get(f"/en/admin/networks/farmergroup/{group.pk}/change/"))
    assert "Records joined into this one กลุ่มเกษตรกรบ้านน้ำพุ (0102)" in text


def test_who_may_not_add_appointments_is_not_asked_to(colleague, organization):
    path = f"/en/admin/networks/cooperative/{organization.pk}/change/"
    assert "Add an appointment" not in words(colleague("view_cooperative").get(path))


@pytest.mark.parametrize("number", [1, 10])
def test_nine_questions_are_enough_for_any_number(organization, django_assert_num_queries, number):
    for place in range(number):
        person = make_person(f"คนที่ {place}")
        make_name(organization, f"ชื่อที่ {place}")
        appoint(person, at=organization, starts_on=OCTOBER)
        since = OCTOBER + datetime.timedelta(days=place)
        seat(organization.network, 1, since, person, organization)
        make_succession(organization, make_organization(f"สหกรณ์ที่ {place} จำกัด"))
        make_organization(f"ซ้ำ {place} จำกัด", joined_into=organization)
    with django_assert_num_queries(9):
        record = record_of(organization)
        assert [str(row.holder) for row in record.seats]
        assert [str(row.successor) for row in record.successions.successors]
