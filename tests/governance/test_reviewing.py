"""The review of an assessment, item by item: who may, what is refused, what is kept."""

from decimal import Decimal

import pytest

from governance import permissions, reviewing, workflow
from governance.models import AssessmentEvent, ItemReview
from governance.reviewing import Verdict, items_to_return, mark_of
from loei_coop.common.errors import WorkflowError
from tests.governance.assessing import (
    make_case,
    make_confirmer,
    make_meeting,
    make_officer,
    make_reviewer,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def case():
    case = make_case()
    case.fill(share=75)
    case.submit()
    return case


def save(case, number, verdict, *, by, **values):
    values = {"base": "", **values}
    return reviewing.save(case.assessment, case.item(number), verdict, by=by, **values)


def test_to_agree_takes_the_share_of_the_answer(case, wichai):
    row = save(case, "1.1", Verdict.AGREE, reason="ไม่ใช้", by=wichai)
    assert (row.share, row.is_agreed, row.reason) == (Decimal(75), True, "")
    assert row.reviewed_by == wichai


def test_another_share_is_kept_with_its_reason(case, wichai):
    row = save(case, "1.1", Verdict.OTHER, share=Decimal(50), reason="ไม่มีรายงาน", by=wichai)
    assert (row.share, row.is_agreed, row.reason) == (Decimal(50), False, "ไม่มีรายงาน")


def test_an_item_marked_for_return_keeps_the_share_of_the_answer(case, wichai):
    row = save(case, "1.1", Verdict.RETURN, reason="ขอรายงานประจำปี", by=wichai)
    assert (row.share, row.is_to_return) == (Decimal(75), True)
    assert items_to_return(case.assessment) == {case.item("1.1"): "ขอรายงานประจำปี"}


@pytest.mark.parametrize(
    ("verdict", "values", "sentence"),
    [
        (Verdict.OTHER, {"share": Decimal(50)}, "Give the reason"),
        (Verdict.OTHER, {"share": Decimal(50), "reason": "  "}, "Give the reason"),
        (Verdict.OTHER, {"share": Decimal(75), "reason": "x"}, "what the organization says itself"),
        (Verdict.OTHER, {"share": Decimal(60), "reason": "x"}, "not on the scale"),
        (Verdict.OTHER, {"share": None, "reason": "x"}, "Choose the step"),
        (Verdict.RETURN, {}, "Give the reason"),
    ],
)
def test_what_is_no_review_is_refused(case, wichai, verdict, values, sentence):
    with pytest.raises(WorkflowError, match=sentence):
        save(case, "1.1", verdict, by=wichai, **values)
    assert not ItemReview.objects.exists()


def test_a_colleagues_review_is_not_overwritten_unseen(case, wichai):
    save(case, "1.1", Verdict.AGREE, by=wichai)
    with pytest.raises(WorkflowError, match="wichai has reviewed this item meanwhile"):
        save(case, "1.1", Verdict.RETURN, reason="ขอเพิ่ม", by=make_reviewer("napa"))
    assert case.assessment.item_reviews.get().is_agreed


def test_one_may_change_ones_mind(case, wichai):
    first = save(case, "1.1", Verdict.AGREE, by=wichai)
    save(case, "1.1", Verdict.RETURN, reason="ขอเพิ่ม", base=mark_of(first), by=wichai)
    assert case.assessment.item_reviews.get().is_to_return


def test_nobody_reviews_before_it_is_submitted(wichai):
    case = make_case()
    case.fill()
    with pytest.raises(WorkflowError, match="not possible now"):
        save(case, "1.1", Verdict.AGREE, by=wichai)


def test_nobody_reviews_what_is_confirmed(case, wichai):
    case.review(wichai)
    workflow.recommend(case.assessment, by=wichai)
    confirmer = make_confirmer()
    meeting = make_meeting(case.round, by=confirmer)
    workflow.confirm([case.assessment], meeting=meeting, by=confirmer)
    before = case.assessment.item_reviews.get(item=case.item("1.1"))
    with pytest.raises(WorkflowError, match="not possible now"):
        save(case, "1.1", Verdict.RETURN, reason="x", base=mark_of(before), by=wichai)


def test_whoever_entered_the_answers_does_not_review_them(wichai):
    case = make_case()
    case.fill(by=wichai, on_behalf_of=case.manager)
    case.submit()
    assert not permissions.may_look_into(wichai, case.assessment)
    with pytest.raises(WorkflowError, match="no right"):
        save(case, "1.1", Verdict.AGREE, by=wichai)


def test_an_item_of_a_category_left_out_is_not_reviewed(wichai):
    case = make_case()
    case.fill()
    item = case.item("2.1")
    case.assessment.left_out.create(category=item.category, reason="ไม่มี")
    case.submit()
    with pytest.raises(WorkflowError, match="not part"):
        reviewing.save(case.assessment, item, Verdict.AGREE, base="", by=wichai)


def test_a_change_after_the_recommendation_leaves_a_trace(case, wichai):
    case.review(wichai)
    workflow.recommend(case.assessment, by=wichai)
    base = mark_of(case.assessment.item_reviews.get(item=case.item("1.1")))
    other = {"share": Decimal(50), "reason": "มติคณะทำงาน"}
    save(case, "1.1", Verdict.OTHER, base=base, by=wichai, **other)
    event = AssessmentEvent.objects.get(kind="changed")
    assert event.detail == {"item": "1.1", "before": "75.00", "after": "50"}
    assert (event.reason, event.made_by) == ("มติคณะทำงาน", wichai)


def test_a_reviewer_is_assigned_who_may_review_it(case, wichai):
    confirmer = make_confirmer()
    reviewing.assign(case.assessment, wichai, by=confirmer)
    case.assessment.refresh_from_db()
    assert case.assessment.reviewer == wichai
    with pytest.raises(WorkflowError, match="may not review"):
        reviewing.assign(case.assessment, case.manager, by=confirmer)
    with pytest.raises(WorkflowError, match="no right"):
        reviewing.assign(case.assessment, wichai, by=make_officer("napa", "view_assessment"))
