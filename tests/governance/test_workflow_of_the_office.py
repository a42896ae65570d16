"""What officers and the working group do with an assessment: returns, recommendation, confirmation,
paper, time, withdrawal, requests to reconsider."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from governance import reviewing, workflow
from governance.models import AssessmentEvent, WorkingGroupMeeting
from governance.reviewing import Verdict
from governance.states import State
from loei_coop.common.errors import WorkflowError
from loei_coop.common.frozen import FrozenError
from loei_coop.common.seals import altered_rows
from tests.factories import make_person
from tests.governance.assessing import (
    make_case,
    make_meeting,
    open_round,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
TOMORROW = datetime.timedelta(days=1)


@pytest.fixture
def case():
    case = make_case()
    case.fill(share=75)
    case.submit()
    return case


def recommended(case, reviewer):
    case.review(reviewer)
    workflow.recommend(case.assessment, by=reviewer)
    return case


def confirmed(case, reviewer, confirmer):
    recommended(case, reviewer)
    meeting = make_meeting(case.round, by=confirmer)
    workflow.confirm([case.assessment], meeting=meeting, by=confirmer)
    return meeting


# Returns


def test_after_a_return_the_other_items_keep_their_review(case, wichai):
    case.review(wichai)
    workflow.return_items(case.assessment, {case.item("1.2"): "ขอเลขที่ประชุม"}, by=wichai)
    reviewed = case.assessment.item_reviews.values_list("item__number", flat=True)
    assert sorted(reviewed) == ["1.1", "2.1", "2.2"]
    assert case.assessment.reviewer == wichai


def test_an_item_of_another_edition_is_not_returned(case, wichai):
    other = make_case("สหกรณ์การเกษตรเชียงคาน จำกัด", round_=open_round(), manager="kanya")
    with pytest.raises(WorkflowError, match="not part"):
        workflow.return_items(case.assessment, {other.item("1.1"): "x"}, by=wichai)


def test_a_second_return_at_the_same_time_is_refused(case, wichai):
    stale = type(case.assessment).objects.get(pk=case.assessment.pk)
    workflow.return_items(case.assessment, {case.item("1.2"): "x"}, by=wichai)
    with pytest.raises(WorkflowError, match="not possible now"):
        workflow.return_items(stale, {case.item("1.1"): "x"}, by=wichai)
    assert case.assessment.returns.count() == 1


# Recommendation


def test_a_result_is_not_recommended_while_items_are_marked_for_return(case, wichai):
    case.review(wichai)
    item = case.item("1.1")
    base = reviewing.mark_of(case.assessment.item_reviews.get(item=item))
    reviewing.save(case.assessment, item, Verdict.RETURN, reason="ขอเพิ่ม", base=base, by=wichai)
    with pytest.raises(WorkflowError, match="marked for return"):
        workflow.recommend(case.assessment, by=wichai)


def test_a_result_is_not_recommended_before_every_item_is_reviewed(case, wichai):
    with pytest.raises(WorkflowError, match="4 items are not reviewed"):
        workflow.recommend(case.assessment, by=wichai)


# The working group


def test_a_result_that_changed_since_it_was_seen_is_not_confirmed(case, wichai, somsri):
    recommended(case, wichai)
    meeting = make_meeting(case.round, by=somsri)
    seen = {case.assessment.pk: Decimal("80.00")}
    with pytest.raises(WorkflowError, match="has changed meanwhile"):
        workflow.confirm([case.assessment], meeting=meeting, by=somsri, seen=seen)


def test_a_result_is_confirmed_once(case, wichai, somsri):
    recommended(case, wichai)
    meeting = make_meeting(case.round, by=somsri)
    stale = type(case.assessment).objects.get(pk=case.assessment.pk)
    workflow.confirm([case.assessment], meeting=meeting, by=somsri)
    with pytest.raises(WorkflowError, match="not possible now"):
        workflow.confirm([stale], meeting=meeting, by=somsri)
    assert AssessmentEvent.objects.filter(kind="confirmed").count() == 1


def test_nobody_confirms_what_they_entered_themselves(wichai, somsri):
    case = make_case()
    case.fill(by=somsri)
    case.submit()
    recommended(case, wichai)
    meeting = make_meeting(case.round, by=wichai)
    with pytest.raises(WorkflowError, match="no right"):
        workflow.confirm([case.assessment], meeting=meeting, by=somsri)


def test_members_who_are_involved_abstain(case, wichai, somsri):
    recommended(case, wichai)
    meeting = make_meeting(case.round, case.manager.person, make_person("วันดี"), by=somsri)
    workflow.confirm([case.assessment], meeting=meeting, by=somsri)
    event = AssessmentEvent.objects.get(kind="confirmed")
    assert event.detail["abstained"] == [str(case.manager.person)]
    assert len(event.detail["members"]) == 2


def test_a_meeting_of_involved_members_only_confirms_nothing(case, wichai, somsri):
    recommended(case, wichai)
    meeting = make_meeting(case.round, case.manager.person, by=somsri)
    with pytest.raises(WorkflowError, match="all are involved"):
        workflow.confirm([case.assessment], meeting=meeting, by=somsri)


def test_a_meeting_of_another_round_or_of_tomorrow_confirms_nothing(case, wichai, somsri):
    recommended(case, wichai)
    other = make_meeting(open_round(), by=somsri)
    with pytest.raises(WorkflowError, match="another round"):
        workflow.confirm([case.assessment], meeting=other, by=somsri)
    meeting = make_meeting(case.round, by=somsri)
    meeting.held_on = timezone.localdate() + TOMORROW
    with pytest.raises(WorkflowError, match="future"):
        workflow.confirm([case.assessment], meeting=meeting, by=somsri)


def test_a_meeting_that_confirmed_results_does_not_change(case, wichai, somsri):
    meeting = confirmed(case, wichai, somsri)
    meeting.number = "9/2569"
    with pytest.raises(FrozenError, match="has confirmed results"):
        meeting.save()
    with pytest.raises(FrozenError):
        WorkingGroupMeeting.objects.filter(pk=meeting.pk).delete()
    assert list(altered_rows()) == []


def test_what_is_confirmed_is_not_opened_again(case, wichai, somsri):
    confirmed(case, wichai, somsri)
    for move in (
        lambda: workflow.return_items(case.assessment, {case.item("1.1"): "x"}, by=wichai),
        lambda: workflow.recommend(case.assessment, by=wichai),
        lambda: workflow.withdraw(case.assessment, by=somsri, reason="x"),
    ):
        with pytest.raises(WorkflowError):
            move()
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.CONFIRMED


# Requests to reconsider


def test_a_granted_request_takes_the_confirmation_back(case, wichai, somsri):
    confirmed(case, wichai, somsri)
    request = workflow.ask_to_reconsider(case.assessment, by=case.manager, reason="มีรายงาน")
    workflow.decide_reconsideration(request, by=somsri, is_granted=True, decision="รับพิจารณา")
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.REVIEWED
    assert (case.assessment.confirmed_percent, case.assessment.local_level) == (None, "")
    event = AssessmentEvent.objects.get(kind="decided")
    assert event.detail["before"] == {"percent": "75.00", "level": ""}


def test_a_request_is_decided_once(case, wichai, somsri):
    confirmed(case, wichai, somsri)
    request = workflow.ask_to_reconsider(case.assessment, by=case.manager, reason="มีรายงาน")
    workflow.decide_reconsideration(request, by=somsri, is_granted=False, decision="คงเดิม")
    with pytest.raises(WorkflowError, match="decided already"):
        workflow.decide_reconsideration(request, by=somsri, is_granted=True, decision="รับ")


# Paper, time


def test_an_officer_who_receives_a_paper_form_does_not_own_it(somsri):
    case = make_case()
    other = make_case("สหกรณ์การเกษตรเชียงคาน จำกัด", round_=case.round, manager="kanya")
    other.assessment.events.all().delete()
    other.assessment.delete()
    today = timezone.localdate()
    received = workflow.receive_on_paper(
        case.round, other.organization, by=somsri, received_on=today
    )
    assert (received.owner, received.received_on) == (None, today)


def test_paper_does_not_come_in_the_future(somsri):
    case = make_case()
    day = timezone.localdate() + TOMORROW
    with pytest.raises(WorkflowError, match="future"):
        workflow.receive_on_paper(case.round, case.organization, by=somsri, received_on=day)


def test_nobody_extends_the_time_of_their_own_organization(somsri):
    case = make_case()
    case.manager.is_staff = True
    case.manager.save()
    case.manager.user_permissions.set(somsri.user_permissions.all())
    until = case.round.closes_at + TOMORROW
    with pytest.raises(WorkflowError, match="no right"):
        workflow.extend(case.assessment, by=case.manager, until=until, reason="น้ำท่วม")
