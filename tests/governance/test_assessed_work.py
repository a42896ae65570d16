"""A handover in the middle of a form, and the transfer of a reviewer."""

import pytest
from django.utils import timezone
from django.utils.translation import override

from governance.models import Assessment
from governance.states import State
from networks.open_work import of_officers, of_organizations
from networks.register.handover import hand_over
from tests.desk.assessment.sheets import address, answer_of, save_one, signed_in
from tests.factories import make_person
from tests.governance.assessing import make_case, make_reviewer, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Half filled in."""
    case = make_case()
    case.answer(case.item("1.1"), share=75, text="ทำตามแผน")
    return case


@pytest.fixture
def somying():
    """Who takes over."""
    return make_user("somying", first_name="สมหญิง", last_name="รักดี")


def hand_over_to(somying, case):
    person = make_person("สมหญิง", "รักดี", user=somying)
    post = case.manager.person.appointments.get()
    hand_over(post, to=person, starts_on=timezone.localdate())
    case.assessment.refresh_from_db()


def test_the_new_manager_goes_on_where_the_old_one_stopped(case, somying):
    hand_over_to(somying, case)
    client = signed_in(somying)
    assert "ทำตามแผน" in client.get(address(case, "1/")).content.decode()
    assert save_one(client, case, "2-1", choice="100").status_code == 200
    assert answer_of(case, "2.1").changed_by == somying
    assert answer_of(case, "1.1").changed_by == case.manager
    assert case.assessment.owner == somying


def test_the_old_manager_is_out(case, somying):
    hand_over_to(somying, case)
    old = signed_in(case.manager)
    assert old.get(address(case)).status_code == 404
    assert save_one(old, case, "2-1", choice="100").status_code == 404
    assert answer_of(case, "2.1") is None


def test_the_step_names_both(case, somying):
    hand_over_to(somying, case)
    (step,) = case.assessment.events.filter(kind="handover")
    assert step.detail == {"from": "มาลี ใจงาม (malee)", "to": "สมหญิง รักดี (somying)"}


def test_what_is_confirmed_stays_with_whom_it_was(case, somying):
    Assessment.objects.update(state=State.CONFIRMED, confirmed_percent=80)
    hand_over_to(somying, case)
    assert case.assessment.owner == case.manager
    assert not case.assessment.events.filter(kind="handover").exists()


def test_before_a_handover_it_is_told(case):
    with override("en"):
        told = of_organizations.told(case.organization, case.manager)
    assert told == ["1 self-assessment that is not finished"]


def test_reviews_follow_the_transfer_of_an_officer(case):
    wichai, somsri = make_reviewer(), make_reviewer("somsri")
    case.fill(base=1)
    case.submit()
    Assessment.objects.update(reviewer=wichai)
    with override("en"):
        assert of_officers.told(wichai) == ["1 assessment to be reviewed"]
    of_officers.move(wichai, to=somsri)
    case.assessment.refresh_from_db()
    assert case.assessment.reviewer == somsri
    assert case.assessment.events.get(kind="handover").detail["to"] == "(somsri)"
