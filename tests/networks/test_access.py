"""Who may be given a first-use code, under which user name, and what happens to an earlier one."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone

from loei_coop.accounts.models import ActivationCode
from networks import access
from networks.choices import CommitteeOffice, Ending, Position, Status
from networks.models import Organization, Person
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_group,
    make_member,
    make_organization,
    make_person,
    make_term,
    seat,
)

pytestmark = pytest.mark.django_db

OCTOBER = datetime.date(2025, 10, 1)
THALI = "สหกรณ์การเกษตรท่าลี่ จำกัด"


@pytest.fixture
def thali():
    return make_organization(THALI, code="0005", district=make_district("ท่าลี่", network=4))


def recipient(person):
    (found,) = access.recipients(Person.objects.filter(pk=person.pk))
    return found


def grounds(person):
    return [(ground.post, ground.body) for ground in recipient(person).grounds]


def issue(*people, by=None):
    chosen = access.recipients(Person.objects.filter(pk__in=[person.pk for person in people]))
    return access.issue_codes(chosen, by=by)


class TestWhoMay:
    @pytest.mark.parametrize(
        ("position", "post"),
        [
            (Position.MANAGER, "ผู้จัดการ"),
            (Position.BOARD_CHAIR, "ประธานกรรมการ"),
            (Position.RESPONSIBLE, "ผู้รับผิดชอบ"),
            (Position.DEPUTY, "ผู้ได้รับมอบหมายให้กรอกแทน"),
        ],
    )
    def test_who_works_for_an_organization_today(self, thali, position, post):
        person = make_person()
        appoint(person, position, at=thali, starts_on=OCTOBER)
        assert grounds(person) == [(post, THALI)]
        assert recipient(person).refusal == ""

    def test_the_chair_of_a_farmer_group(self):
        person, group = make_person(), make_group()
        appoint(person, Position.BOARD_CHAIR, at=group)
        assert grounds(person) == [("ประธานกลุ่มเกษตรกร", group.name)]

    @pytest.mark.parametrize(
        "values",
        [
            {"ending": Ending.ENDED, "ends_on": datetime.date(2025, 10, 31)},
            {"ending": Ending.UNKNOWN, "starts_on_precision": "year"},
            {"starts_on": datetime.date(2143, 1, 1)},
            {"position": Position.INSPECTOR},
        ],
    )
    def test_what_is_no_appointment_of_today_or_none_that_works(self, thali, values):
        person = make_person()
        appoint(person, at=thali, **{"starts_on": OCTOBER, **values})
        assert recipient(person).refusal.startswith("ปัจจุบันไม่มีตำแหน่ง")

    def test_a_year_that_is_attested_is_not_today(self, thali):
        person, year = make_person(), timezone.localdate().replace(month=1, day=1)
        unknown = {"ending": Ending.UNKNOWN, "starts_on_precision": "year"}
        appoint(person, at=thali, starts_on=year, **unknown)
        assert grounds(person) == []

    @pytest.mark.parametrize("status", [Status.DISSOLVED, Status.LIQUIDATION])
    def test_nobody_works_for_what_is_dissolved(self, thali, status):
        person = make_person()
        appoint(person, at=thali)
        Organization.objects.filter(pk=thali.pk).update(status=status)
        assert grounds(person) == []

    def test_an_officer_of_an_agency_gets_no_slip(self):
        person = make_person()
        appoint(person, Position.PROMOTION_OFFICER, at=make_agency())
        assert grounds(person) == []

    def test_a_representative_until_the_next_row_of_the_seat(self, thali):
        former, holder = make_person(), make_person("มาลี")
        seat(thali.district.network, 2, datetime.date(2023, 10, 1), former, thali)
        seat(thali.district.network, 2, OCTOBER, holder, thali)
        assert grounds(former) == []
        assert grounds(holder) == [("ผู้แทนเครือข่าย คนที่ 2", "เครือข่ายที่ 4")]

    @pytest.mark.parametrize(
        ("office", "may"),
        [
            (CommitteeOffice.CHAIR, True),
            (CommitteeOffice.SECRETARY, True),
            (CommitteeOffice.ADVISER, False),
        ],
    )
    def test_chair_and_secretary_of_the_committee(self, office, may):
        person = make_person()
        make_member(make_term(), office, person)
        assert bool(grounds(person)) is may

    def test_a_term_that_is_over_gives_nothing(self):
        person = make_person()
        over = {"ending": Ending.ENDED, "ends_on": datetime.date(2025, 10, 31)}
        make_member(make_term(**over), CommitteeOffice.CHAIR, person)
        assert grounds(person) == []

    def test_one_person_with_two_tasks_has_both(self, thali):
        person = make_person()
        appoint(person, at=thali)
        seat(thali.district.network, 1, OCTOBER, person, thali)
        assert [body for _post, body in grounds(person)] == [THALI, "เครือข่ายที่ 4"]

    @pytest.mark.parametrize(
        ("mark", "sentence"), [({"is_staff": True}, "เจ้าหน้าที่"), ({"is_active": False}, "ปิดอยู่")]
    )
    def test_accounts_of_officers_and_closed_ones_are_left_alone(self, thali, mark, sentence):
        user = get_user_model().objects.create_user("malee", **mark)
        person = make_person(user=user)
        appoint(person, at=thali)
        assert sentence in recipient(person).refusal
        assert issue(person) == []
        assert not ActivationCode.objects.exists()


class TestHeads:
    def heads(self, *organizations):
        return set(
            access.heads_of(Organization.objects.filter(pk__in=[row.pk for row in organizations]))
        )

    def test_the_manager_before_whoever_stands_for_one(self, thali):
        group, chair, manager, other = make_group(), make_person(), make_person(), make_person()
        appoint(manager, Position.MANAGER, at=thali)
        appoint(other, Position.BOARD_CHAIR, at=thali)
        appoint(chair, Position.BOARD_CHAIR, at=group)
        assert self.heads(thali, group, make_organization()) == {manager, chair}


class TestIssuing:
    def test_a_new_account_is_called_by_the_code_of_the_organization(self, thali):
        first, second = make_person("สมชาย"), make_person("มาลี", "ดีงาม")
        appoint(first, at=thali)
        appoint(second, Position.DEPUTY, at=thali)
        names = sorted(new.user.username for new in issue(first, second))
        assert names == ["0005", "0005-2"]
        second.refresh_from_db()
        assert second.user.get_full_name() == "มาลี ดีงาม"
        assert (second.user.is_staff, second.user.has_usable_password()) == (False, False)

    def test_who_has_an_account_keeps_it_and_gets_a_new_code(self, thali):
        person = make_person()
        appoint(person, at=thali)
        (first,), (second,) = issue(person), issue(person)
        assert first.user == second.user
        assert ActivationCode.objects.waiting().get() == second.issued.row

    def test_the_history_tells_who_got_an_account(self, thali, officer):
        person = make_person()
        appoint(person, at=thali)
        issue(person, by=officer)
        latest = person.history.first()
        assert (latest.user_id, person.history.count()) == (latest.instance.user_id, 2)

    def test_what_an_earlier_code_has_to_expect(self, thali):
        person = make_person()
        appoint(person, at=thali)
        assert recipient(person).consequence == ""
        issue(person)
        assert recipient(person).consequence.startswith("ใบแจ้งฉบับเดิม")
        ActivationCode.objects.update(used_at=timezone.now())
        assert recipient(person).consequence.startswith("เคยเข้าใช้งานแล้ว")

    def test_many_people_need_no_more_queries_to_look_at(self, thali, django_assert_num_queries):
        for number in range(12):
            person = make_person(f"คนที่ {number}")
            appoint(person, at=thali)
            issue(person)
        with django_assert_num_queries(5):
            assert len(access.recipients(Person.objects.all())) == 12


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    def together(self, *people):
        start = threading.Barrier(len(people), timeout=30)

        def run(person):
            try:
                chosen = access.recipients(Person.objects.filter(pk=person.pk))
                start.wait()
                return access.issue_codes(chosen, by=None)[0].user.username
            finally:
                connection.close()

        with ThreadPoolExecutor(len(people)) as threads:
            return sorted(threads.map(run, people))

    def test_one_person_gets_one_account_and_one_code(self, thali):
        person = make_person()
        appoint(person, at=thali)
        assert self.together(person, person) == ["0005", "0005"]
        assert ActivationCode.objects.waiting().count() == 1

    def test_two_people_of_one_organization_get_two_names(self, thali):
        people = [make_person("สมชาย"), make_person("มาลี")]
        for person in people:
            appoint(person, at=thali)
        assert self.together(*people) == ["0005", "0005-2"]
