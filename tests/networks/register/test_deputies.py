"""Who may fill in for a manager, and until when."""

import datetime

import pytest

from networks import permissions
from networks.choices import Ending, Position
from networks.models import Appointment
from networks.register.deputies import end_deputy, name_deputy
from tests.factories import appoint, make_organization, make_person
from tests.networks.offices import (
    OCTOBER,
    is_signed_in,
    make_account,
    make_deputy,
    make_manager,
    signed_in,
)
from tests.networks.rules import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FEBRUARY = datetime.date(2026, 2, 1)


@pytest.fixture
def manager():
    return make_manager()


@pytest.fixture
def somjai():
    return make_person("สมใจ", "งามดี")


def name(manager, person, starts_on=FEBRUARY, **values):
    names = {"namer": manager.person, "person": person, "starts_on": starts_on}
    return name_deputy(manager.organization, **names, **values)


class TestNaming:
    def test_a_deputy_works_there_for_whoever_named_them(self, manager, somjai):
        user = make_account(somjai, "somjai")
        deputy = name(manager, somjai)
        assert (deputy.position, deputy.named_by) == (Position.DEPUTY, manager.person)
        assert permissions.works_for(user, manager.organization)
        assert not permissions.leads(user, manager.organization)

    def test_a_last_day_ends_it_by_itself(self, manager, somjai, today, monkeypatch):
        deputy = name(manager, somjai, ends_on=today)
        assert Appointment.objects.giving_access().filter(pk=deputy.pk).exists()
        tomorrow = today + datetime.timedelta(days=1)
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: tomorrow)
        assert not Appointment.objects.giving_access().filter(pk=deputy.pk).exists()

    @pytest.mark.parametrize(
        "values",
        [
            {"ending": Ending.ENDED, "ends_on": datetime.date(2026, 1, 31)},
            {"starts_on": datetime.date(2026, 3, 1)},
            {"position": Position.BOARD_MEMBER},
            {"position": Position.DEPUTY},
        ],
    )
    def test_who_does_not_lead_there_today_names_none(self, manager, somjai, values):
        Appointment.objects.filter(pk=manager.pk).update(**values)
        assert refusal(name, manager, somjai) == [
            "นายก่อเกียรติ ปรีดี holds no post today that leads สหกรณ์การเกษตรนาด้วง จำกัด, so names "
            "no deputy."
        ]

    def test_a_deputy_without_appointment_of_the_manager_there_is_refused(self, manager, somjai):
        elsewhere = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด")
        names = {"namer": manager.person, "person": somjai, "starts_on": FEBRUARY}
        assert refusal(name_deputy, elsewhere, **names)
        assert not elsewhere.appointments.exists()

    def test_nobody_is_ones_own_deputy(self, manager):
        assert refusal(name, manager, manager.person) == ["Nobody is one's own deputy."]

    def test_who_works_there_already_is_refused(self, manager, somjai):
        appoint(somjai, Position.BOARD_MEMBER, at=manager.organization, starts_on=OCTOBER)
        assert refusal(name, manager, somjai) == ["นายสมใจ งามดี works there already: Board member."]

    def test_the_second_click_is_refused_also_before_the_first_day(self, manager, somjai):
        name(manager, somjai, datetime.date(2026, 3, 1))
        assert refusal(name, manager, somjai, datetime.date(2026, 3, 1))
        assert somjai.appointments.count() == 1

    def test_a_last_day_before_the_first_is_refused(self, manager, somjai):
        early = datetime.date(2026, 1, 31)
        assert refusal(name, manager, somjai, ends_on=early) == [
            "The last day lies before the first."
        ]


class TestEnding:
    @pytest.fixture
    def deputy(self, manager):
        deputy = make_deputy(("สมใจ", "งามดี"), of=manager)
        make_account(deputy.person, "somjai")
        return deputy

    def test_the_next_click_of_the_deputy_is_refused(self, manager, deputy):
        browser = signed_in(deputy.person.user)
        assert is_signed_in(browser)
        end_deputy(deputy, by=manager.person.user)
        assert not is_signed_in(browser)
        assert not permissions.works_for(deputy.person.user, manager.organization)

    def test_the_last_day_was_yesterday(self, manager, deputy):
        end_deputy(deputy, by=manager.person.user)
        deputy.refresh_from_db()
        assert (deputy.ending, deputy.ends_on) == (Ending.ENDED, datetime.date(2026, 2, 25))

    def test_who_began_today_never_was_and_stays_in_the_history(self, manager, today):
        deputy = make_deputy(("ใจ", "ดี"), of=manager, starts_on=today)
        end_deputy(deputy, by=manager.person.user)
        assert not Appointment.objects.filter(position=Position.DEPUTY).exists()
        assert Appointment.history.filter(history_type="-").get().person == deputy.person

    def test_the_second_click_is_refused(self, manager, deputy):
        end_deputy(deputy, by=manager.person.user)
        assert refusal(end_deputy, deputy, by=manager.person.user) == [
            "This deputy has ended already."
        ]

    def test_a_manager_is_not_ended_so(self, manager):
        assert refusal(end_deputy, manager, by=manager.person.user)
        assert Appointment.objects.giving_access().filter(pk=manager.pk).exists()

    def test_the_deputy_and_an_officer_may_end_it_too(self, manager, deputy, officer):
        another = make_deputy(("ใจ", "ดี"), of=manager)
        end_deputy(deputy, by=deputy.person.user)
        end_deputy(another, by=officer)
        assert Appointment.objects.giving_access().get() == manager

    def test_nobody_else_may(self, deputy, django_user_model):
        other = make_manager(
            make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด"), ("ใจ", "ดี"), account="0005"
        )
        reader = django_user_model.objects.create_user("wichai", is_staff=True)
        for user in (other.person.user, reader):
            assert refusal(end_deputy, deputy, by=user) == [
                "Only whoever leads the organization, the deputy or the office can end this."
            ]
