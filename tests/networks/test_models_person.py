import datetime

import pytest
from django.db import models

from networks.choices import AGENCY_POSITIONS, ORGANIZATION_POSITIONS, Ending, Position
from networks.models import Appointment, Person
from tests.factories import appoint, make_agency, make_organization, make_person
from tests.networks.rules import assert_database_refuses, sentences

pytestmark = pytest.mark.django_db

START = datetime.date(2025, 10, 1)
NEW_YEAR = datetime.date(2026, 1, 1)
ONE_BODY = (
    "A position belongs to one body: chair, manager and the like to a cooperative "
    "or farmer group, governor and officers to an agency."
)
ONLY_IF_ENDED = "Give the last day if the term ended on a date, and only then."
NOT_AN_EDGE = "With this precision the date must be the first or last day of the period."

OCTOBER = datetime.date(2025, 10, 1)


class TestPerson:
    @pytest.mark.parametrize(
        ("title", "first_name", "last_name", "full_name"),
        [
            ("นาย", "อนันต์", "มหัจฉริยพันธุ์", "นายอนันต์ มหัจฉริยพันธุ์"),
            ("", "อนันต์", "", "อนันต์"),
            ("ดร.", "กันทิมา", "สุนทรวีรัตน์", "ดร.กันทิมา สุนทรวีรัตน์"),
        ],
    )
    def test_the_name_is_written_as_in_thai(self, title, first_name, last_name, full_name):
        assert str(make_person(first_name, last_name, title=title)) == full_name

    def test_the_code_is_the_key(self):
        person = make_person(code="p-001")
        assert person.natural_key() == ("p-001",)
        assert Person.objects.get_by_natural_key("p-001") == person

    def test_private_contacts_are_not_in_the_history(self):
        contacts = {"phone", "email", "phone_public", "email_public"}
        kept = {field.name for field in Person.history.model._meta.fields}
        assert kept & contacts == {"phone_public", "email_public"}

    def test_a_removed_account_leaves_the_person(self, django_user_model):
        somsri = django_user_model.objects.create_user("somsri")
        person = make_person(user=somsri)
        somsri.delete()
        person.refresh_from_db()
        assert person.user is None

    def test_who_holds_a_position_cannot_be_removed(self):
        person = make_person()
        appoint(person, at=make_organization(), starts_on=START)
        with pytest.raises(models.ProtectedError):
            person.delete()


class TestAppointment:
    def test_it_names_the_person_and_the_position(self):
        teachers = make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
        row = appoint(make_person("ก่อเกียรติ", "ปรีดี"), at=teachers, starts_on=START)
        assert str(row) == "นายก่อเกียรติ ปรีดี (ผู้จัดการสหกรณ์ออมทรัพย์ครูเลย จำกัด)"
        assert (row.post, row.body) == ("ผู้จัดการ", "สหกรณ์ออมทรัพย์ครูเลย จำกัด")

    @pytest.mark.parametrize("position", Position)
    def test_a_position_belongs_to_its_kind_of_body_only(self, position):
        right, wrong = {"organization": make_organization()}, {"agency": make_agency()}
        if position in AGENCY_POSITIONS:
            right, wrong = wrong, right
        held = {"person": make_person(), "position": position, "starts_on": START}
        Appointment(**held, **right).full_clean()
        refused = {**held, **wrong}
        assert sentences(Appointment(**refused)) == [ONE_BODY]
        assert_database_refuses(Appointment(**refused), rule="appointment_position_of_one_body")

    def test_every_position_has_its_kind_of_body(self):
        assert sorted([*ORGANIZATION_POSITIONS, *AGENCY_POSITIONS]) == sorted(Position)

    @pytest.mark.parametrize("bodies", ["none", "both"])
    def test_a_position_is_not_of_no_body_nor_of_two(self, bodies):
        values = {"person": make_person(), "position": Position.MANAGER}
        if bodies == "both":
            values |= {"organization": make_organization(), "agency": make_agency()}
        assert sentences(Appointment(**values)) == [ONE_BODY]
        assert_database_refuses(Appointment(**values), rule="appointment_position_of_one_body")


@pytest.mark.parametrize(
    ("rule", "ending", "ends_on", "sentence"),
    [
        ("appointment_end_date_when_ended", Ending.IN_OFFICE, NEW_YEAR, ONLY_IF_ENDED),
        ("appointment_end_date_when_ended", Ending.UNKNOWN, NEW_YEAR, ONLY_IF_ENDED),
        ("appointment_end_date_when_ended", Ending.ENDED, None, ONLY_IF_ENDED),
        (
            "appointment_ends_after_start",
            Ending.ENDED,
            datetime.date(2025, 9, 30),
            "The last day lies before the first.",
        ),
    ],
)
def test_the_end_fits_what_is_said_of_it(rule, ending, ends_on, sentence):
    values = {
        "person": make_person(),
        "position": Position.MANAGER,
        "organization": make_organization(),
        "starts_on": START,
        "ending": ending,
        "ends_on": ends_on,
    }
    assert sentences(Appointment(**values)) == [sentence]
    assert_database_refuses(Appointment(**values), rule=rule)


def test_an_office_of_one_day_is_possible():
    one_day = {"starts_on": START, "ends_on": START, "ending": Ending.ENDED}
    appoint(make_person(), at=make_organization(), **one_day).full_clean()


@pytest.mark.parametrize(
    ("starts_on", "precision"),
    [(datetime.date(2013, 6, 15), "month"), (datetime.date(2013, 6, 1), "year")],
)
def test_a_month_or_a_year_begins_with_its_first_day(starts_on, precision):
    begun = {"starts_on": starts_on, "starts_on_precision": precision}
    row = appoint(make_person(), at=make_organization(), **begun)
    assert sentences(row) == [NOT_AN_EDGE]


def test_a_year_in_which_something_ends_is_kept_as_its_last_day():
    ended = {"ending": Ending.ENDED, "ends_on_precision": "year"}
    last = datetime.date(2013, 12, 31)
    row = appoint(make_person(), at=make_organization(), ends_on=last, **ended)
    row.full_clean()
    row.ends_on = datetime.date(2013, 1, 1)
    assert sentences(row) == [NOT_AN_EDGE]


def test_an_unknown_beginning_stands_last_on_both_databases():
    organization = make_organization()
    unknown = appoint(make_person(), at=organization, starts_on=None)
    known = appoint(make_person(), Position.BOARD_CHAIR, at=organization, starts_on=OCTOBER)
    assert list(organization.appointments.all()) == [known, unknown]
