"""From the draft to the public and back: who may, in which state, and what is refused."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from governance.models import AssessmentRound, Award
from loei_coop.common.errors import WorkflowError
from loei_coop.common.frozen import FrozenError
from loei_coop.common.seals import altered_rows
from loei_coop.news import workflow
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.models import PressRelease, ReleasePhoto
from loei_coop.news.states import ReleaseState
from tests.news.factories import in_an_hour, make_head, make_release, make_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S = ReleaseState
NOVEMBER = datetime.date(2025, 11, 3)


@pytest.fixture
def release(db):
    return make_release()


@pytest.fixture
def approved(release, pranee):
    workflow.approve(release, by=pranee)
    return release


@pytest.fixture
def published(approved, somsri):
    workflow.publish(approved, by=somsri)
    return approved


def steps(release):
    return list(release.events.values_list("kind", flat=True))


def test_the_whole_way_leaves_who_and_when(release, malee, pranee, somsri):
    workflow.submit(release, by=malee)
    workflow.approve(release, by=pranee)
    workflow.publish(release, by=somsri)
    assert steps(release) == ["submitted", "approved", "published"]
    assert [row.made_by for row in release.events.all()] == [malee, pranee, somsri]
    assert (release.state, release.approver_post) == (S.PUBLISHED, "สหกรณ์จังหวัดเลย")
    assert list(PressRelease.objects.public()) == [release]


def test_who_acts_for_the_head_approves_in_that_post(release):
    workflow.approve(release, by=make_head("boonma", acting="acting_for"))
    assert release.approver_post == "รักษาราชการแทนสหกรณ์จังหวัดเลย"


def test_a_head_to_come_and_a_publisher_do_not_approve(release, somsri):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for user in (make_head("boonma", starts_on=tomorrow), somsri):
        with pytest.raises(WorkflowError, match="Only the head of the office"):
            workflow.approve(release, by=user)
    assert release.state == S.DRAFT


def test_an_approval_on_paper_names_person_post_day_and_number(release, pranee, somsri):
    paper = {
        "person": pranee.person,
        "post": "สหกรณ์จังหวัดเลย",
        "day": NOVEMBER,
        "number": "ลย 0010/55",
    }
    workflow.enter_approval(release, by=somsri, **paper)
    assert release.state == S.APPROVED
    assert release.approved_by == pranee.person
    assert (release.approved_on, release.approval_number) == (NOVEMBER, "ลย 0010/55")
    assert release.approval_entered_by == somsri


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"day": datetime.date(2100, 1, 1)}, "signed in the future"),
        ({"day": datetime.date(2020, 1, 1)}, "neither headed the office"),
        ({"post": " "}, "Give the post"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(release, pranee, somsri, values, sentence):
    paper = {"person": pranee.person, "post": "สหกรณ์จังหวัดเลย", "day": NOVEMBER, **values}
    with pytest.raises(WorkflowError, match=sentence):
        workflow.enter_approval(release, by=somsri, **paper)
    assert release.state == S.DRAFT


def test_what_is_sent_back_tells_why(release, malee, pranee):
    workflow.submit(release, by=malee)
    workflow.send_back(release, by=pranee, reason="ขาดวันที่")
    assert (release.state, release.events.last().reason) == (S.DRAFT, "ขาดวันที่")
    with pytest.raises(WorkflowError, match="Give the reason"):
        workflow.send_back(release, by=pranee, reason=" ")


def test_a_changed_text_needs_another_approval(approved, malee):
    workflow.reopen(approved, by=malee, reason="แก้ชื่อ")
    assert (approved.state, approved.approved_by, approved.approved_on) == (S.DRAFT, None, None)


def test_nobody_publishes_what_is_not_approved(release, somsri):
    with pytest.raises(WorkflowError, match="not possible now"):
        workflow.publish(release, by=somsri)


def test_a_time_in_the_past_is_refused_by_mistake_and_now_is_not(approved, somsri):
    now = timezone.now()
    with pytest.raises(WorkflowError, match="is past"):
        workflow.publish(approved, by=somsri, at=now - datetime.timedelta(hours=1))
    workflow.publish(approved, by=somsri, at=now - datetime.timedelta(minutes=1))
    assert approved.published_at >= now


def test_before_its_time_nobody_reads_it_and_it_can_be_called_off(approved, somsri):
    workflow.publish(approved, by=somsri, at=in_an_hour())
    assert list(PressRelease.objects.public()) == []
    assert list(PressRelease.objects.to_come()) == [approved]
    with pytest.raises(WorkflowError, match="call it off"):
        workflow.withdraw(approved, by=somsri, text="ยกเลิก")
    workflow.call_off(approved, by=somsri)
    assert (approved.state, approved.published_at) == (S.APPROVED, None)
    workflow.publish(approved, by=somsri)
    assert list(altered_rows()) == []


def test_what_is_public_is_not_called_off(published, somsri):
    with pytest.raises(WorkflowError, match="public already"):
        workflow.call_off(published, by=somsri)


def test_what_is_published_is_sealed_and_never_changes(published, malee):
    published.body = "ข้อความใหม่"
    with pytest.raises(FrozenError):
        published.save()
    with pytest.raises(WorkflowError):
        workflow.edit(published, by=malee, seen_revision=0, body="ข้อความใหม่")
    with pytest.raises(FrozenError):
        published.delete()
    assert list(altered_rows()) == []


def test_a_withdrawn_one_keeps_its_address_and_says_why(published, somsri):
    workflow.withdraw(published, by=somsri, text="ข้อมูลคลาดเคลื่อน", text_en="Wrong data")
    assert list(PressRelease.objects.public()) == []
    assert list(PressRelease.objects.known()) == [published]
    assert published.withdrawal_text == "ข้อมูลคลาดเคลื่อน"


def test_a_correction_stands_once_under_the_text(published, somsri):
    workflow.correct(published, by=somsri, text="แก้วันที่")
    with pytest.raises(WorkflowError, match="there already"):
        workflow.correct(published, by=somsri, text="แก้วันที่")
    assert published.corrections.get().made_by == somsri


def test_an_approved_or_published_release_is_not_approved_again(published, pranee):
    with pytest.raises(WorkflowError):
        workflow.approve(published, by=pranee)
    assert published.state == S.PUBLISHED


def test_words_that_their_speaker_has_not_agreed_to_are_refused(release, malee):
    words = make_statement("เราจะ *เดิน* ไปด้วยกัน")
    release.body = "นายบุญมา กล่าวว่า เราจะ \\*เดิน\\* ไป ด้วยกัน"
    release.save()
    with pytest.raises(WorkflowError, match="has not agreed"):
        workflow.submit(release, by=malee)
    words.is_agreed = True
    words.save()
    workflow.submit(release, by=malee)
    assert release.state == S.FOR_APPROVAL


def test_no_photo_is_kept_without_its_text(release):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReleasePhoto.objects.create(release=release, file="x.jpg", text="")


@pytest.mark.parametrize(("title", "body"), [("", "ข้อความ"), ("ชื่อ", " ")])
def test_a_release_without_title_or_text_goes_nowhere(malee, title, body):
    with pytest.raises(WorkflowError, match="title and a text"):
        workflow.submit(make_release(title, body=body), by=malee)


ACTS = {
    "submit": {},
    "send_back": {"reason": "เหตุผล"},
    "reopen": {"reason": "เหตุผล"},
    "publish": {},
    "call_off": {},
    "withdraw": {"text": "เหตุผล"},
    "correct": {"text": "แก้ไข"},
}


@pytest.mark.parametrize("name", ACTS)
def test_an_officer_without_the_right_takes_no_step(release, wichai, name):
    with pytest.raises(WorkflowError, match="no right"):
        getattr(workflow, name)(release, by=wichai, **ACTS[name])


@pytest.mark.parametrize("name", ["publish", "call_off", "withdraw", "correct"])
def test_who_writes_does_not_publish(release, malee, name):
    with pytest.raises(WorkflowError, match="no right"):
        getattr(workflow, name)(release, by=malee, **ACTS[name])


class TestSecondClick:
    """Both had the page open; the second finds it done."""

    def test_submitting(self, release, malee):
        again = PressRelease.objects.get(pk=release.pk)
        workflow.submit(release, by=malee)
        with pytest.raises(WorkflowError):
            workflow.submit(again, by=malee)
        assert steps(release) == ["submitted"]

    def test_publishing(self, approved, somsri):
        again = PressRelease.objects.get(pk=approved.pk)
        workflow.publish(approved, by=somsri)
        with pytest.raises(WorkflowError):
            workflow.publish(again, by=somsri)
        assert steps(approved) == ["approved", "published"]

    def test_approving_a_text_that_a_colleague_changed(self, release, malee, pranee):
        opened = PressRelease.objects.get(pk=release.pk)
        workflow.edit(release, by=malee, seen_revision=0, title="ชื่อใหม่")
        with pytest.raises(WorkflowError, match="changed meanwhile"):
            workflow.approve(opened, by=pranee)


class TestEditing:
    def test_each_edit_counts_and_is_noted(self, release, malee):
        workflow.edit(release, by=malee, seen_revision=0, title="ชื่อใหม่")
        assert (release.title, release.revision, steps(release)) == ("ชื่อใหม่", 1, ["edited"])

    def test_the_later_of_two_is_warned_and_changes_nothing(self, release, malee, somsri):
        workflow.edit(release, by=malee, seen_revision=0, title="ของมาลี")
        with pytest.raises(WorkflowError, match="malee saved this release"):
            workflow.edit(release, by=somsri, seen_revision=0, title="ของสมศรี")
        release.refresh_from_db()
        assert release.title == "ของมาลี"

    def test_an_approved_text_is_not_edited(self, approved, malee):
        with pytest.raises(WorkflowError, match="not possible now"):
            workflow.edit(approved, by=malee, seen_revision=0, title="ชื่อใหม่")


@pytest.mark.usefixtures("records")
class TestEmbargo:
    def test_results_are_not_told_before_they_are_announced(self, pranee, somsri):
        when = timezone.now() + datetime.timedelta(hours=2)
        Award.objects.update(is_recorded=False, announced_at=when)
        AssessmentRound.objects.update(is_recorded=False)
        round_ = Award.objects.first().assessment.round
        release = make_release(kind=ReleaseKind.ROUND_RESULTS, round=round_)
        workflow.approve(release, by=pranee)
        with pytest.raises(WorkflowError, match="cannot be published before"):
            workflow.publish(release, by=somsri, at=in_an_hour())
        workflow.publish(release, by=somsri, at=when)
        assert release.state == S.PUBLISHED
