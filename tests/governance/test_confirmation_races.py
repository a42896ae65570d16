"""Two officers at the same moment, on both databases."""

import pytest
from django.contrib.contenttypes.models import ContentType

from governance import reviewing, workflow
from governance.models import Assessment, AssessmentEvent
from governance.reviewing import Verdict
from loei_coop.common.errors import WorkflowError
from loei_coop.common.seals import altered_rows
from networks.models import Organization
from tests.desk.assessment.test_races import together
from tests.governance.assessing import (
    make_case,
    make_confirmer,
    make_meeting,
    make_officer,
    make_reviewer,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def content_types():
    """A flushed database has none; the portal makes them with its tables."""
    ContentType.objects.get_for_model(Organization)


@pytest.fixture
def case():
    case = make_case()
    case.fill(share=100)
    case.submit()
    return case


def tried(act):
    """Whether it was done, or refused with a sentence."""

    def attempt():
        try:
            act()
        except WorkflowError:
            return False
        return True

    return attempt


def test_two_officers_confirm_and_one_does(case):
    reviewer, confirmer = make_reviewer(), make_confirmer()
    case.review(reviewer)
    workflow.recommend(case.assessment, by=reviewer)
    meeting = make_meeting(case.round, by=confirmer)
    rows = [Assessment.objects.get(pk=case.assessment.pk) for _officer in range(2)]
    acts = [
        tried(lambda row=row: workflow.confirm([row], meeting=meeting, by=confirmer))
        for row in rows
    ]
    assert sorted(together(*acts)) == [False, True]
    assert AssessmentEvent.objects.filter(kind="confirmed").count() == 1
    assert list(altered_rows()) == []


def test_two_reviewers_write_one_item_and_one_is_told(case):
    reviewers = [make_reviewer(), make_officer("napa", "view_assessment", "review_assessment")]
    item = case.item("1.1")
    acts = [
        tried(lambda by=by: reviewing.save(case.assessment, item, Verdict.AGREE, base="", by=by))
        for by in reviewers
    ]
    assert sorted(together(*acts)) == [False, True]
    assert case.assessment.item_reviews.count() == 1
