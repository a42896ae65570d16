"""The pages of the review: what they show, take, refuse, and to whom they open."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from governance import evidence, workflow
from governance.models import Assessment, EvidenceReading, ImprovementAction
from tests.governance.admin.reviews import page, question_count, signed_in, verdict
from tests.governance.assessing import (
    FIGURE_IN_ENGLISH,
    RESOLUTION,
    Case,
    make_asking_edition,
    make_case,
    make_manager,
    make_officer,
    make_small_edition,
    make_weighted_edition,
    open_round,
)
from tests.governance.two_years import next_case
from tests.networks.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def case():
    case = make_case()
    case.fill(share=75, text="ประชุมทุกเดือน")
    case.submit()
    return case


@pytest.fixture
def review(wichai):
    return signed_in(wichai)


def photo():
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "JPEG")
    return SimpleUploadedFile("ป้าย.jpg", file.getvalue())


def stored(case, number):
    return case.assessment.item_reviews.get(item=case.item(number))


# What is shown


def test_a_part_shows_the_answer_with_what_its_step_means(case, review):
    shown = words(review.get(page(case.assessment, "review", "1")))
    for text in ["ข้อ 1.1", "ประชุมทุกเดือน", "75 %", "ทำบางส่วน", "มาลี ใจงาม"]:
        assert text in shown
    assert "ข้อ 2.1" not in shown


def test_the_overview_tells_how_far_each_part_is(case, review, wichai):
    review.post(page(case.assessment, "review", "1"), verdict(case, "1.1", "agree"))
    shown = words(review.get(page(case.assessment, "review")))
    assert "1 of 2 reviewed" in shown
    assert "0 of 2 reviewed" in shown


def test_last_years_answer_result_and_plan_stand_beside_the_item(review, wichai):
    edition = make_small_edition()
    before = make_case(round_=open_round(edition, fiscal_year=2025))
    before.fill(share=50, text="ปีก่อนยังไม่ครบ")
    before.submit()
    before.review(wichai, **{"1_1": 25})
    ImprovementAction.objects.create(
        organization=before.organization,
        assessment=before.assessment,
        item=before.item("1.1"),
        target="ประชุมครบ 12 ครั้ง",
        due_on="2026-03-31",
        made_by=before.manager,
    )
    case = again(before, open_round(edition))
    shown = words(review.get(page(case.assessment, "review", "1")))
    for text in ["ปีก่อนยังไม่ครบ", "25 %", "หลักฐานไม่พอ", "ประชุมครบ 12 ครั้ง"]:
        assert text in shown


@pytest.fixture
def two_years():
    """The year before the figure was 58 percent."""
    before = make_case(round_=open_round(make_asking_edition(), fiscal_year=2025))
    before.fill(figure="58")
    before.submit()
    now = next_case(before)
    now.fill(figure="62", is_figure_open=True)
    return now


def test_a_figure_stands_beside_that_of_last_year(review, two_years):
    two_years.submit()
    shown = words(review.get(page(two_years.assessment, "review", "1")))
    assert FIGURE_IN_ENGLISH in shown
    assert "62 · the accounts are not closed yet (before: 58)" in shown
    assert "accounting year to 31 March 2026" in shown


def test_a_figure_is_shown_as_it_was_and_as_it_is_now(review, two_years, wichai):
    two_years.submit()
    asked = {two_years.item("1.1"): "ขอจำนวนผู้มาประชุม"}
    workflow.return_items(two_years.assessment, asked, by=wichai)
    two_years.answer(two_years.item("1.1"), base=1, share=75, figure="61.5")
    workflow.submit(two_years.assessment, by=two_years.manager, **RESOLUTION)
    shown = words(review.get(page(two_years.assessment, "review", "returned")))
    assert shown.index("62 · the accounts") < shown.index("61.5 (before: 58)")


def again(before, round_):
    """The same organization in another round, submitted."""
    assessment = workflow.start(round_, before.organization, by=before.manager)
    case = Case(round_, before.organization, before.manager, assessment)
    case.fill()
    case.submit()
    return case


@pytest.mark.parametrize("parts", [["review", "1"], ["review"], ["change"]])
def test_a_page_asks_the_same_number_of_questions_for_any_size(case, review, wichai, parts):
    large = make_case(
        "สหกรณ์การเกษตรเชียงคาน จำกัด",
        round_=open_round(make_small_edition(items=9)),
        manager="kanya",
    )
    large.fill()
    large.submit()
    for each in (case, large):
        each.review(wichai)
    counts = {question_count(review, page(each.assessment, *parts)) for each in (case, large)}
    assert len(counts) == 1


def test_a_form_without_items_is_told(review):
    case = make_case(round_=open_round(make_weighted_edition()))
    assert "The form has no items" in words(review.get(page(case.assessment, "review")))


# What is taken


def test_reviews_are_stored_item_by_item(case, review, wichai):
    other = verdict(case, "1.2", "other", share="50", reason="ไม่มีรายงาน")
    sent = {**verdict(case, "1.1", "agree"), **other}
    answer = review.post(page(case.assessment, "review", "1"), sent)
    assert answer.status_code == 302
    assert stored(case, "1.1").is_agreed
    assert (stored(case, "1.2").share, stored(case, "1.2").reason) == (50, "ไม่มีรายงาน")
    assert stored(case, "1.2").reviewed_by == wichai


def test_what_is_wrong_with_one_item_does_not_keep_the_other(case, review):
    sent = {**verdict(case, "1.1", "agree"), **verdict(case, "1.2", "return")}
    shown = words(review.post(page(case.assessment, "review", "1"), sent))
    assert "1 item saved" in shown
    assert "Give the reason" in shown
    assert stored(case, "1.1").is_agreed
    assert case.assessment.item_reviews.count() == 1


def test_another_step_needs_to_be_chosen_even_where_items_may_not_apply(review):
    edition = make_small_edition(allows_not_applicable=True)
    case = make_case(round_=open_round(edition))
    case.fill()
    case.submit()
    sent = verdict(case, "1.1", "other", reason="ดูแล้ว")
    assert "Choose the step" in words(review.post(page(case.assessment, "review", "1"), sent))
    sent = verdict(case, "1.1", "other", share="not-applicable", reason="ไม่มีธุรกิจนี้")
    review.post(page(case.assessment, "review", "1"), sent)
    assert stored(case, "1.1").share is None


def test_a_second_click_changes_nothing(case, review):
    sent = verdict(case, "1.1", "agree")
    review.post(page(case.assessment, "review", "1"), sent, follow=True)
    first = stored(case, "1.1").reviewed_at
    shown = words(review.post(page(case.assessment, "review", "1"), sent, follow=True))
    assert stored(case, "1.1").reviewed_at == first
    assert "saved" not in shown


def test_a_page_that_a_colleague_overtook_keeps_what_was_typed(case, review):
    typed = verdict(case, "1.1", "return", reason="ขอรายงานการประชุม")
    signed_in(make_officer("napa", "view_assessment", "review_assessment")).post(
        page(case.assessment, "review", "1"), verdict(case, "1.1", "agree")
    )
    answer = review.post(page(case.assessment, "review", "1"), typed)
    assert "napa has reviewed this item meanwhile" in words(answer)
    assert "ขอรายงานการประชุม" in answer.text
    assert stored(case, "1.1").is_agreed


def test_an_item_left_alone_is_not_touched_when_a_colleague_reviewed_it_meanwhile(case, review):
    sent = {**verdict(case, "1.1", ""), **verdict(case, "1.2", "agree")}
    colleague = signed_in(make_officer("napa", "view_assessment", "review_assessment"))
    colleague.post(page(case.assessment, "review", "1"), verdict(case, "1.1", "agree"))
    assert review.post(page(case.assessment, "review", "1"), sent).status_code == 302
    assert stored(case, "1.1").reviewed_by.username == "napa"


def test_a_draft_takes_no_review(review):
    case = make_case()
    case.fill()
    answer = review.post(
        page(case.assessment, "review", "1"), verdict(case, "1.1", "agree"), follow=True
    )
    assert "the review is only shown" in words(answer)
    assert not case.assessment.item_reviews.exists()


# After a return


def test_the_second_round_shows_only_what_was_asked_before_and_now(case, review, wichai):
    case.review(wichai)
    workflow.return_items(case.assessment, {case.item("1.2"): "ขอเลขที่ประชุม"}, by=wichai)
    case.answer(case.item("1.2"), base=1, share=100, text="ประชุมครั้งที่ 4/2569")
    workflow.submit(case.assessment, by=case.manager, **RESOLUTION)
    shown = words(review.get(page(case.assessment, "review", "returned")))
    for text in ["ขอเลขที่ประชุม", "ประชุมทุกเดือน", "75 %", "ประชุมครั้งที่ 4/2569", "100 %"]:
        assert text in shown
    assert "ข้อ 1.1" not in shown
    assert "1 item, before and now" in words(review.get(page(case.assessment, "review")))
    assert stored(case, "1.1").is_agreed


def test_the_review_is_given_on_the_page_of_differences_too(case, review, wichai):
    workflow.return_items(case.assessment, {case.item("1.2"): "x"}, by=wichai)
    case.submit()
    path = page(case.assessment, "review", "returned")
    review.post(path, verdict(case, "1.2", "agree"))
    assert stored(case, "1.2").is_agreed


# To whom


@pytest.mark.parametrize("parts", [["review"], ["review", "1"], ["review", "returned"]])
def test_whoever_entered_the_answers_or_works_there_is_refused(parts, wichai):
    case = make_case()
    case.fill(by=wichai, on_behalf_of=case.manager)
    case.submit()
    colleague = make_manager(case.organization, "udom", first_name="อุดม", position="board_chair")
    colleague.is_staff = True
    colleague.save()
    colleague.user_permissions.set(wichai.user_permissions.all())
    for user in (wichai, colleague):
        client = signed_in(user)
        assert client.get(page(case.assessment, *parts)).status_code == 403
        assert client.post(page(case.assessment, *parts)).status_code == 403
        buttons = client.get(page(case.assessment, "change")).context["guided_buttons"]
        assert [address for address, _title in buttons if "review" in address] == []


def test_reading_alone_opens_no_review(case):
    client = signed_in(make_officer("napa", "view_assessment"))
    assert client.get(page(case.assessment, "review", "1")).status_code == 403
    assert client.get(page(case.assessment, "change")).status_code == 200


# Evidence


def test_a_photo_is_shown_to_the_reviewer_and_the_reading_noted(case, review, wichai):
    row = attached(case)
    assert f"evidence/{row.pk}/" in review.get(page(case.assessment, "review", "1")).text
    answer = review.get(page(case.assessment, "evidence", row.pk))
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Cache-Control"].startswith("private, no-store")
    assert answer.getvalue().startswith(b"\xff\xd8")
    reading = EvidenceReading.objects.get()
    assert (reading.evidence, reading.read_by) == (row, wichai)


def attached(case):
    Assessment.objects.filter(pk=case.assessment.pk).update(state="draft")
    row = evidence.add(case.assessment, case.item("1.1"), by=case.manager, upload=photo())
    Assessment.objects.filter(pk=case.assessment.pk).update(state="submitted")
    case.assessment.refresh_from_db()
    return row


def test_evidence_is_for_reviewers_and_of_its_own_assessment_only(case, review):
    row = attached(case)
    other = make_case("สหกรณ์การเกษตรเชียงคาน จำกัด", round_=case.round, manager="kanya")
    reader = signed_in(make_officer("napa", "view_assessment"))
    assert reader.get(page(case.assessment, "evidence", row.pk)).status_code == 403
    assert review.get(page(other.assessment, "evidence", row.pk)).status_code == 404
    assert not EvidenceReading.objects.exists()


def test_evidence_that_was_removed_is_not_opened(case, review):
    row = attached(case)
    evidence.Evidence.objects.filter(pk=row.pk).update(removed_at=row.made_at)
    assert review.get(page(case.assessment, "evidence", row.pk)).status_code == 404
