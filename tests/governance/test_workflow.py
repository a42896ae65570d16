"""The way of an assessment from the first answer to the confirmed result."""

from decimal import Decimal

import pytest
from django.db import transaction

from governance import workflow
from governance.models import Answer
from governance.states import State
from loei_coop.common.errors import WorkflowError
from loei_coop.common.frozen import FrozenError
from tests.governance.assessing import make_case, make_confirmer, make_meeting, make_reviewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def case():
    return make_case()


def test_one_way_from_the_first_answer_to_the_confirmed_result(case):
    reviewer, confirmer = make_reviewer(), make_confirmer()
    case.fill(share=100)
    case.submit()
    assert case.assessment.self_percent == Decimal("100.00")
    case.review(reviewer, **{"1_1": 50})
    workflow.recommend(case.assessment, by=reviewer)
    meeting = make_meeting(case.round, by=confirmer)
    workflow.confirm([case.assessment], meeting=meeting, by=confirmer)
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.CONFIRMED
    assert case.assessment.confirmed_percent == Decimal("87.50")
    assert case.assessment.local_level == "ดีมาก"
    assert [event.kind for event in case.assessment.events.all()] == [
        "started",
        "submitted",
        "reviewed",
        "confirmed",
    ]


def test_a_confirmed_assessment_refuses_every_change(case):
    reviewer, confirmer = make_reviewer(), make_confirmer()
    case.fill()
    case.submit()
    case.review(reviewer)
    workflow.recommend(case.assessment, by=reviewer)
    workflow.confirm(
        [case.assessment], meeting=make_meeting(case.round, by=confirmer), by=confirmer
    )
    answer = Answer.objects.filter(assessment=case.assessment).first()
    answer.text = "เปลี่ยนภายหลัง"
    with pytest.raises(FrozenError), transaction.atomic():
        answer.save()
    with pytest.raises(FrozenError), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(share=0)


def test_only_returned_items_unlock(case):
    reviewer = make_reviewer()
    case.fill()
    case.submit()
    workflow.return_items(case.assessment, {case.item("1.2"): "ขอเลขที่ประชุม"}, by=reviewer)
    case.assessment.refresh_from_db()
    assert case.answer(case.item("1.2"), base=1, share=100).answer.version == 2
    with pytest.raises(WorkflowError, match="Only the items that were returned"):
        case.answer(case.item("2.1"), base=1, share=100)
    case.submit()
    assert case.assessment.state == State.RESUBMITTED


def test_two_texts_for_one_item_are_both_kept(case):
    item = case.item("2.1")
    case.answer(item, text="ข้อความแรก")
    second = case.answer(item, base=0, text="ข้อความที่สอง")
    assert second.answer.text == "ข้อความแรก"
    assert second.rival.text == "ข้อความที่สอง"


def test_an_incomplete_form_is_not_submitted(case):
    case.answer(case.item("1.1"), share=100)
    with pytest.raises(WorkflowError, match="points are missing"):
        case.submit()
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.DRAFT
