"""The list of assessments, one in full, and its moves as an officer walks them."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.translation import override

from governance import scope, workflow
from governance.models import Assessment
from governance.states import State
from governance.todo import todos
from tests.factories import make_person
from tests.governance.admin.reviews import page, question_count, signed_in, verdict
from tests.governance.assessing import (
    make_case,
    make_meeting,
    make_officer,
    make_reviewer,
)
from tests.networks.guided.walk import carry_out, complaints, consequences, said
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
LIST = "/en/admin/governance/assessment/"


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def case():
    case = make_case()
    case.fill(share=75)
    case.submit()
    return case


@pytest.fixture
def reviewer(wichai):
    return signed_in(wichai)


@pytest.fixture
def keeper(somsri):
    return signed_in(somsri)


def test_what_happened_tells_which_part_was_left_out_by_whom_and_why(reviewer):
    case = make_case()
    category = case.item("2.1").category
    scope.leave_out(case.assessment, category, reason="ไม่มีธุรกิจสินเชื่อ", by=case.manager)
    scope.take_in(case.assessment, category, by=case.manager)
    told = words(reviewer.get(page(case.assessment, "change")))
    assert "category not assessed this year: 2 หลักที่ 2" in told
    assert "category assessed after all: 2 หลักที่ 2" in told
    assert "ไม่มีธุรกิจสินเชื่อ" in told.partition("What happened")[2]


def shown(client, **query):
    return list(client.get(LIST, query).context["cl"].result_list)


def asked_for_more(case, client):
    client.post(
        page(case.assessment, "review", "1"), verdict(case, "1.1", "return", reason="ขอรายงาน")
    )


def confirmed(case, reviewer, confirmer):
    case.review(reviewer)
    workflow.recommend(case.assessment, by=reviewer)
    meeting = make_meeting(case.round, by=confirmer)
    workflow.confirm([case.assessment], meeting=meeting, by=confirmer)


# The list


def test_my_queue_is_what_i_was_given_and_what_i_promote(case, reviewer, wichai):
    make_case("สหกรณ์อื่น จำกัด", round_=case.round, manager="kanya").fill()
    assert shown(reviewer, work="mine") == []
    case.organization.promotion_officer = make_person("วิชัย", user=wichai)
    case.organization.save()
    assert shown(reviewer, work="mine") == [case.assessment]
    Assessment.objects.filter(pk=case.assessment.pk).update(reviewer=make_reviewer("napa"))
    assert shown(reviewer, work="mine") == []
    assert shown(reviewer, work="review") == [case.assessment]


def test_what_is_overdue_is_a_draft_after_its_time(case, keeper):
    late = make_case("สหกรณ์อื่น จำกัด", round_=case.round, manager="kanya")
    assert shown(keeper, work="overdue") == []
    past = timezone.now() - datetime.timedelta(hours=1)
    type(case.round).objects.filter(pk=case.round.pk).update(closes_at=past)
    assert shown(keeper, work="overdue") == [late.assessment]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "submitted"}, True),
        ({"state": "draft"}, False),
        ({"network": "4"}, True),
        ({"network": "none"}, False),
        ({"kind": "cooperative"}, True),
        ({"kind": "farmer_group"}, False),
        ({"q": "ท่าลี"}, True),
        ({"q": "ไม่มีคำนี้"}, False),
        ({"round": "999999"}, False),
        ({"round": "๑", "state": "x", "network": "x"}, True),  # what makes no sense is left out
    ],
)
def test_the_list_is_narrowed(case, reviewer, query, found):
    assert bool(shown(reviewer, **query)) is found


def test_a_list_asks_the_same_number_of_questions_for_any_length(case, reviewer):
    make_case("สหกรณ์ 1 จำกัด", round_=case.round, manager="m1")
    few = question_count(reviewer, LIST)
    for number in range(2, 6):
        make_case(f"สหกรณ์ {number} จำกัด", round_=case.round, manager=f"m{number}")
    assert question_count(reviewer, LIST) == few


def test_an_officers_work_is_counted_by_right(case, wichai, somsri):
    tasks = {task.address.rpartition("=")[2]: task.count for task in tasks_of(wichai)}
    assert tasks == {"mine": 0, "review": 1}
    tasks = {task.address.rpartition("=")[2]: task.count for task in tasks_of(somsri)}
    assert tasks == {"confirm": 0, "reconsider": 0, "overdue": 0}
    assert tasks_of(make_officer("napa", "view_assessment")) == []


def tasks_of(user):
    """Those that lead to this list; rounds have a task of their own."""
    tasks = [task for todo in todos(user) for task in todo.tasks]
    return [task for task in tasks if "?work=" in task.address]


# One in full


def test_the_page_of_one_tells_everything_and_offers_no_field(case, reviewer, wichai):
    case.review(wichai, **{"1_1": 50})
    answer = reviewer.get(page(case.assessment, "change"))
    for text in ["ทำตามแผน", "หลักฐานไม่พอ", "submitted", "มาลี ใจงาม", "Score by the review"]:
        assert text in words(answer)
    assert 'name="state"' not in answer.text
    assert reviewer.post(page(case.assessment, "change"), {"state": "confirmed"}).status_code == 403


def test_whoever_works_there_sees_no_review_that_is_not_confirmed(case, wichai):
    case.review(wichai, **{"1_1": 50})
    case.manager.is_staff = True
    case.manager.save()
    case.manager.user_permissions.set(wichai.user_permissions.all())
    answer = signed_in(case.manager).get(page(case.assessment, "change"))
    assert "หลักฐานไม่พอ" not in words(answer)
    assert "Score by the review" not in words(answer)


# Moves


def test_marked_items_are_returned_after_telling_which(case, reviewer):
    asked_for_more(case, reviewer)
    told = consequences(reviewer.get(page(case.assessment, "return")))
    assert told[0].startswith("1 item goes back to สหกรณ์การเกษตรท่าลี่ จำกัด")
    assert told[1] == "1.1 ข้อ 1.1: ขอรายงาน"
    answer = carry_out(reviewer, page(case.assessment, "return"), {})
    assert said(answer) == ["สหกรณ์การเกษตรท่าลี่ จำกัด was asked for more information."]
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.RETURNED


def test_without_a_mark_nothing_is_returned(case, reviewer):
    told = complaints(reviewer.get(page(case.assessment, "return")))
    assert told == ["No item is marked. Mark on the pages of the review what is to be asked."]


def test_a_refused_move_is_told_and_changes_nothing(case, reviewer):
    answer = reviewer.post(page(case.assessment, "recommend"), {})
    mark = answer.context["told"]
    answer = reviewer.post(page(case.assessment, "recommend"), {"told": mark})
    assert "4 items are not reviewed yet" in words(answer)
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.SUBMITTED


def test_a_reviewed_result_is_recommended_once(case, reviewer, wichai):
    case.review(wichai)
    answer = carry_out(reviewer, page(case.assessment, "recommend"), {})
    assert said(answer) == ["The result of สหกรณ์การเกษตรท่าลี่ จำกัด was recommended."]
    mark = reviewer.get(page(case.assessment, "recommend")).context["told"]
    answer = reviewer.post(page(case.assessment, "recommend"), {"told": mark})
    assert "the assessment is “reviewed”" in words(answer)


def test_a_reviewer_is_chosen_among_those_who_may(case, keeper, wichai):
    choices = keeper.get(page(case.assessment, "assign")).context["form"].fields["reviewer"]
    assert list(choices.queryset) == [wichai]
    carry_out(keeper, page(case.assessment, "assign"), {"reviewer": wichai.pk})
    case.assessment.refresh_from_db()
    assert case.assessment.reviewer == wichai


def test_time_is_extended_for_one_with_a_reason(keeper):
    case = make_case()
    day = timezone.localdate() + datetime.timedelta(days=60)
    typed = {"until": f"{day:%d/%m/%Y}", "reason_given": "น้ำท่วม"}
    assert len(complaints(keeper.post(page(case.assessment, "extend"), {}))) == 2
    carry_out(keeper, page(case.assessment, "extend"), typed)
    case.assessment.refresh_from_db()
    assert timezone.localdate(case.assessment.closes_at) == day
    assert case.assessment.extension_reason == "น้ำท่วม"


def test_an_assessment_is_withdrawn_with_a_reason(case, keeper):
    carry_out(keeper, page(case.assessment, "withdraw"), {"reason_given": "เลิกสหกรณ์"})
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.WITHDRAWN


def test_a_request_to_reconsider_is_answered(case, keeper, wichai, somsri):
    confirmed(case, wichai, somsri)
    workflow.ask_to_reconsider(case.assessment, by=case.manager, reason="มีรายงานเพิ่ม")
    asked = keeper.get(page(case.assessment, "decide"))
    assert "มีรายงานเพิ่ม" in words(asked)
    typed = {"decision": "granted", "reason_given": "รับพิจารณา"}
    carry_out(keeper, page(case.assessment, "decide"), typed)
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.REVIEWED
    again = keeper.get(page(case.assessment, "decide"))
    assert again.status_code == 200


ACTS_OF = [
    ("return", "review_assessment"),
    ("recommend", "review_assessment"),
    ("assign", "manage_assessment"),
    ("extend", "manage_assessment"),
    ("withdraw", "manage_assessment"),
    ("decide", "manage_assessment"),
]


@pytest.mark.parametrize(("act", "right"), ACTS_OF)
def test_a_move_is_for_who_has_the_right_and_is_not_involved(case, act, right):
    other = {"review_assessment", "manage_assessment"} - {right}
    able = signed_in(make_officer("napa", "view_assessment", right))
    unable = signed_in(make_officer("sutep", "view_assessment", *other))
    case.manager.is_staff = True
    case.manager.save()
    rights = make_officer("kanda", right, "view_assessment").user_permissions
    case.manager.user_permissions.set(rights.all())
    path = page(case.assessment, act)
    assert able.get(path).status_code == 200
    for client in (unable, signed_in(case.manager)):
        assert (client.get(path).status_code, client.post(path).status_code) == (403, 403)


def test_buttons_are_those_that_may_be_pressed_now(case, reviewer, keeper, wichai, somsri):
    assert buttons(reviewer, case) == ["Review", "Ask for more information", "Recommend the result"]
    assert buttons(keeper, case) == ["Choose the reviewer", "Withdraw"]
    confirmed(case, wichai, somsri)
    assert buttons(reviewer, case) == []
    assert buttons(keeper, case) == []


def buttons(client, case):
    context = client.get(page(case.assessment, "change")).context
    with override("en"):
        return [str(title) for _address, title in context["guided_buttons"]]


# Paper


def paper(case, **values):
    scan = SimpleUploadedFile("แบบ.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    return {
        "round": case.round.pk,
        "organization": case.organization.pk,
        "received_on": f"{timezone.localdate():%d/%m/%Y}",
        "scan": scan,
        **values,
    }


def test_a_paper_form_is_received_with_its_scan_and_the_way_to_its_answers(keeper, somsri):
    case = make_case()
    right = Permission.objects.get(codename="act_for_organization")
    somsri.user_permissions.add(right)
    answer = keeper.post(f"{LIST}receive-paper/", paper(case), follow=True)
    case.assessment.refresh_from_db()
    assert case.assessment.received_on == timezone.localdate()
    assert case.assessment.evidence.get().item is None
    assert f"/admin/networks/cooperative/{case.organization.pk}/act-for/" in " ".join(said(answer))


def test_a_paper_form_without_its_scan_or_too_late_is_not_received(keeper):
    case = make_case()
    day = timezone.localdate() + datetime.timedelta(days=2)
    for wrong in ({"scan": ""}, {"received_on": f"{day:%d/%m/%Y}"}):
        assert keeper.post(f"{LIST}receive-paper/", paper(case, **wrong)).status_code == 400
    case.assessment.refresh_from_db()
    assert case.assessment.received_on is None
    assert not case.assessment.evidence.exists()


def test_a_file_that_is_no_scan_leaves_nothing_received(keeper):
    case = make_case()
    answer = keeper.post(
        f"{LIST}receive-paper/", paper(case, scan=SimpleUploadedFile("แบบ.pdf", b"MZ not a pdf"))
    )
    assert answer.status_code == 400
    case.assessment.refresh_from_db()
    assert case.assessment.received_on is None


def test_paper_is_received_by_who_looks_after_the_round(reviewer):
    assert reviewer.get(f"{LIST}receive-paper/").status_code == 403
    assert reviewer.post(f"{LIST}receive-paper/").status_code == 403
