"""Results are kept inside until they are announced, all at one moment."""

import datetime

import pytest
from django.utils import timezone

from governance import workflow
from governance.models import Announcement, Assessment, Award
from governance.states import AwardState
from governance.workflow import AwardTerms
from loei_coop.common.errors import WorkflowError
from tests.factories import make_person
from tests.governance.assessing import make_officer, open_round
from tests.governance.confirmed import confirmed_cases

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def wanida():
    return make_officer("wanida", "add_announcement")


@pytest.fixture
def round_():
    """Two organizations at ดีเด่น, one at ดีมาก, all confirmed."""
    round_ = open_round()
    confirmed_cases(round_, [100, 100, 75], district=None)
    return round_


def best(round_):
    level = round_.edition.levels.order_by("-minimum").first()
    return AwardTerms(levels={level.pk}, is_pilot=True)


def tomorrow():
    return timezone.now() + datetime.timedelta(days=1)


def test_those_of_the_level_get_an_award_in_dictionary_order(round_, wanida):
    made = workflow.announce(round_, best(round_), by=wanida)
    awards = made.awards.order_by("order")
    assert [award.organization.name for award in awards] == ["สหกรณ์ที่ 0 จำกัด", "สหกรณ์ที่ 1 จำกัด"]
    assert [award.number for award in awards] == ["1/2569", "2/2569"]
    assert {award.result_level for award in awards} == {"ดีเด่น"}


def test_all_confirmed_results_have_the_same_moment(round_, wanida):
    made = workflow.announce(round_, best(round_), by=wanida)
    moments = set(Assessment.objects.values_list("announced_at", flat=True))
    assert moments == {made.announced_at}
    assert set(Award.objects.values_list("announced_at", flat=True)) == moments


def test_an_announcement_to_come_is_public_for_nobody(round_, wanida):
    workflow.announce(round_, best(round_), by=wanida, at=tomorrow())
    assert Award.objects.count() == 2
    assert not Award.objects.public().exists()
    assert not Assessment.objects.announced().exists()


def test_at_its_moment_it_is_public(round_, wanida, monkeypatch):
    nine = tomorrow()
    workflow.announce(round_, best(round_), by=wanida, at=nine)
    monkeypatch.setattr(timezone, "now", lambda: nine)
    assert Award.objects.public().count() == 2
    assert Assessment.objects.announced().count() == 3


def test_a_time_that_is_over_is_refused(round_, wanida):
    with pytest.raises(WorkflowError, match="This time is over"):
        workflow.announce(round_, best(round_), by=wanida, at=timezone.now())
    assert not Announcement.objects.exists()


def test_a_second_click_announces_nothing(round_, wanida):
    workflow.announce(round_, best(round_), by=wanida)
    with pytest.raises(WorkflowError, match="no confirmed result"):
        workflow.announce(round_, best(round_), by=wanida)
    assert Award.objects.count() == 2


def test_a_request_that_waits_is_answered_first(round_, wanida):
    row = Assessment.objects.confirmed().first()
    manager = row.owner
    workflow.ask_to_reconsider(row, by=manager, reason="หลักฐานข้อ 1.1 ตกหล่น")
    with pytest.raises(WorkflowError, match=row.organization.name):
        workflow.announce(round_, best(round_), by=wanida)


def test_what_the_officer_has_not_seen_is_not_announced(round_, wanida):
    seen = list(Assessment.objects.values_list("pk", flat=True))[1:]
    with pytest.raises(WorkflowError, match="Look once more"):
        workflow.announce(round_, best(round_), by=wanida, seen=seen)


def test_whoever_may_not_announces_nothing(round_):
    vichai = make_officer("vichai", "view_assessment", "confirm_assessment")
    with pytest.raises(WorkflowError, match="no right"):
        workflow.announce(round_, best(round_), by=vichai)


def test_with_a_presenter_the_award_is_to_be_presented(round_, wanida):
    governor = make_person("สมพงษ์", "อรุณโรจน์ปัญญา")
    terms = AwardTerms(
        levels=best(round_).levels, presenter=governor, presenter_post="ผู้ว่าราชการจังหวัดเลย"
    )
    workflow.announce(round_, terms, by=wanida)
    assert set(Award.objects.values_list("state", "presenter_post")) == {
        (AwardState.TO_BE_PRESENTED, "ผู้ว่าราชการจังหวัดเลย")
    }


def test_called_off_everything_stays_inside_and_the_codes_are_kept(round_, wanida):
    made = workflow.announce(round_, best(round_), by=wanida, at=tomorrow())
    codes = set(Award.objects.values_list("code", flat=True))
    workflow.call_off(made, by=wanida)
    assert set(Assessment.objects.values_list("announced_at", flat=True)) == {None}
    workflow.announce(round_, best(round_), by=wanida)
    assert set(Award.objects.public().values_list("code", flat=True)) == codes


def test_an_award_that_is_not_given_any_more_after_calling_off_is_gone(round_, wanida):
    made = workflow.announce(round_, best(round_), by=wanida, at=tomorrow())
    workflow.call_off(made, by=wanida)
    workflow.announce(round_, AwardTerms(), by=wanida)
    assert not Award.objects.exists()


def test_what_is_public_cannot_be_called_off(round_, wanida):
    made = workflow.announce(round_, best(round_), by=wanida)
    with pytest.raises(WorkflowError, match="public already"):
        workflow.call_off(made, by=wanida)


def test_every_step_is_an_event(round_, wanida):
    made = workflow.announce(round_, best(round_), by=wanida, at=tomorrow())
    workflow.call_off(made, by=wanida)
    row = Assessment.objects.first()
    kinds = [event.kind for event in row.events.filter(made_by=wanida)]
    assert kinds == ["announced", "called-off"]
