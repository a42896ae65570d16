"""The steps of an award."""

import datetime

import pytest
from django.utils import timezone

from governance import workflow
from governance.models import Award
from governance.states import AwardState
from governance.workflow import Presentation
from loei_coop.common.errors import WorkflowError
from loei_coop.thai.dates import PartialDate, Precision
from tests.factories import make_organization, make_person, make_source
from tests.governance.assessing import make_manager, make_officer
from tests.governance.awards import THA_LI, make_award, make_award_officer, revoked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

GOVERNOR = Presentation(post="ผู้ว่าราชการจังหวัดเลย", place="ศาลากลางจังหวัดเลย")
REVOCATION = {
    "revoked_order": "คำสั่งจังหวัดเลย ที่ 7/2569",
    "revoked_on": datetime.date(2026, 3, 2),
    "revocation_text": "เอกสารประกอบไม่ถูกต้อง",
    "revocation_reason": "ผู้สอบบัญชีทักท้วง",
}


@pytest.fixture
def prasong(db):
    """Looks after awards."""
    return make_award_officer()


def new_award(**values):
    given = {"title": "สหกรณ์ดีเด่นแห่งชาติ", "award_object": "certificate", "fiscal_year": 2024}
    return Award(organization=make_organization(THA_LI), **given, **values)


def tomorrow():
    return timezone.now() + datetime.timedelta(days=1)


def test_an_award_of_the_past_is_public_at_once(prasong):
    award = workflow.grant(new_award(is_recorded=True, source=make_source()), by=prasong)
    assert list(Award.objects.public()) == [award]
    assert award.state == AwardState.GRANTED


def test_an_award_of_the_past_names_its_source(prasong):
    with pytest.raises(WorkflowError, match="names the source"):
        workflow.grant(new_award(is_recorded=True), by=prasong)


def test_a_new_award_is_public_from_its_time_on(prasong):
    workflow.grant(new_award(), by=prasong, announced_at=tomorrow())
    assert not Award.objects.public().exists()
    assert Award.objects.not_yet_public().count() == 1


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [(None, "Say from when"), (datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC), "is past")],
)
def test_a_new_award_has_a_time_that_is_not_past(prasong, moment, sentence):
    with pytest.raises(WorkflowError, match=sentence):
        workflow.grant(new_award(), by=prasong, announced_at=moment)


def test_an_award_for_nothing_is_refused_with_a_sentence(prasong):
    award = new_award()
    award.title = ""
    with pytest.raises(WorkflowError, match="Choose a standard, or say"):
        workflow.grant(award, by=prasong, announced_at=tomorrow())


def test_an_award_is_to_be_presented_and_then_presented(prasong):
    award, month = make_award(), PartialDate(datetime.date(2026, 7, 1), Precision.MONTH)
    workflow.await_presentation(award, GOVERNOR, by=prasong)
    assert (award.state, award.presented_on) == (AwardState.TO_BE_PRESENTED, None)
    somphong = make_person("สมพงษ์")
    workflow.present(award, Presentation(somphong, "ผู้ว่าราชการจังหวัดเลย", day=month), by=prasong)
    assert (award.state, award.presenter) == (AwardState.PRESENTED, somphong)
    assert (award.presented_on, award.presented_on_precision) == (month.first, "month")


def test_each_step_leaves_a_row_of_history(prasong):
    award = make_award()
    workflow.await_presentation(award, GOVERNOR, by=prasong)
    assert list(award.history.values_list("state", flat=True)) == ["waiting", "granted"]


def test_nobody_presents_tomorrow(prasong):
    day = PartialDate(timezone.localdate() + datetime.timedelta(days=1))
    with pytest.raises(WorkflowError, match="lies in the future"):
        workflow.present(make_award(), Presentation(post="ผู้ว่าฯ", day=day), by=prasong)


def test_somebody_presents(prasong):
    with pytest.raises(WorkflowError, match="Name the person"):
        workflow.present(make_award(), Presentation(), by=prasong)


def test_a_presentation_is_corrected_without_a_move(prasong):
    award = make_award(state=AwardState.PRESENTED, place="หอประชุม")
    workflow.correct_presentation(award, GOVERNOR, by=prasong)
    assert (award.state, award.place) == (AwardState.PRESENTED, "ศาลากลางจังหวัดเลย")


def test_what_was_not_planned_is_not_corrected(prasong):
    with pytest.raises(WorkflowError, match="the award is “granted”"):
        workflow.correct_presentation(make_award(), GOVERNOR, by=prasong)


def test_a_revocation_keeps_order_date_and_both_reasons(prasong):
    award = make_award()
    workflow.revoke(award, **REVOCATION, by=prasong)
    assert award.is_revoked
    assert {name: getattr(award, name) for name in REVOCATION} == REVOCATION
    assert award.revoked_by == prasong
    assert not Award.objects.public().valid().exists()


@pytest.mark.parametrize("missing", ["revoked_order", "revocation_text", "revocation_reason"])
def test_a_revocation_tells_why(prasong, missing):
    award = make_award()
    with pytest.raises(WorkflowError, match="Give the order"):
        workflow.revoke(award, **{**REVOCATION, missing: " "}, by=prasong)
    award.refresh_from_db()
    assert not award.is_revoked


@pytest.mark.parametrize(
    "step",
    [
        lambda award, by: workflow.await_presentation(award, GOVERNOR, by=by),
        lambda award, by: workflow.present(award, GOVERNOR, by=by),
        lambda award, by: workflow.correct_presentation(award, GOVERNOR, by=by),
        lambda award, by: workflow.revoke(award, **REVOCATION, by=by),
    ],
)
def test_nothing_follows_a_revocation(prasong, step):
    with pytest.raises(WorkflowError, match="the award is “revoked”"):
        step(revoked(make_award()), prasong)


def test_the_second_click_is_told(prasong):
    award = make_award()
    stale = Award.objects.get(pk=award.pk)
    workflow.present(award, GOVERNOR, by=prasong)
    with pytest.raises(WorkflowError, match="the award is “presented”"):
        workflow.present(stale, GOVERNOR, by=prasong)


def test_what_a_colleague_wrote_meanwhile_stays(prasong):
    award = make_award()
    Award.objects.filter(pk=award.pk).update(number="5/2569")
    workflow.present(award, GOVERNOR, by=prasong)
    assert Award.objects.get(pk=award.pk).number == "5/2569"


def test_only_officers_with_the_right_move_an_award():
    award, wichai = make_award(), make_officer("wichai", "view_award")
    with pytest.raises(WorkflowError, match="no right"):
        workflow.present(award, GOVERNOR, by=wichai)


def test_nobody_grants_or_moves_an_award_of_their_own_cooperative(prasong):
    award = make_award()
    malee = make_manager(award.organization)
    malee.is_staff = True
    malee.save()
    malee.user_permissions.set(prasong.user_permissions.all())
    with pytest.raises(WorkflowError, match="no right"):
        workflow.revoke(award, **REVOCATION, by=malee)
    own = Award(organization=award.organization, title="ก", fiscal_year=2026)
    with pytest.raises(WorkflowError, match="no right"):
        workflow.grant(own, by=malee, announced_at=tomorrow())
