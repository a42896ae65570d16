"""The working group's meeting: entered, confirming results in one act, printed to be signed."""

import datetime

import pytest
from django.db import connection
from django.utils import timezone

from governance import workflow
from governance.models import Assessment, WorkingGroupMeeting
from governance.results_paper import table_of
from governance.states import State
from loei_coop.common.seals import altered_rows
from tests.factories import make_person
from tests.governance.admin.reviews import meeting_page, page, signed_in
from tests.governance.assessing import make_case, make_meeting, make_officer, open_round
from tests.networks.guided.walk import carry_out, complaints, consequences, said
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
LIST = "/en/admin/governance/workinggroupmeeting/"
RIGHTS = (
    "view_assessment",
    "confirm_assessment",
    "view_workinggroupmeeting",
    "add_workinggroupmeeting",
    "change_workinggroupmeeting",
    "delete_workinggroupmeeting",
    "view_person",
)


@pytest.fixture
def publisher():
    return make_officer("rattana", *RIGHTS)


@pytest.fixture
def office(publisher):
    return signed_in(publisher)


def recommended(reviewer, name="สหกรณ์การเกษตรท่าลี่ จำกัด", *, round_=None, **lowered):
    case = make_case(name, round_=round_, manager=f"m{Assessment.objects.count()}")
    case.fill(share=100)
    case.submit()
    case.review(reviewer, **lowered)
    workflow.recommend(case.assessment, by=reviewer)
    return case


@pytest.fixture
def case(wichai):
    return recommended(wichai, **{"1_1": 50})


@pytest.fixture
def meeting(case, publisher):
    return make_meeting(case.round, by=publisher)


def confirm(client, meeting, *cases):
    chosen = {"assessments": [case.assessment.pk for case in cases]}
    return carry_out(client, meeting_page(meeting, "confirm"), chosen)


def test_a_meeting_is_entered_with_its_members(case, office, publisher):
    members = [make_person("ประเสริฐ").pk, make_person("วันดี").pk]
    typed = {"round": case.round.pk, "number": "1/2569", "held_on": "1/6/2569", "members": members}
    office.post(f"{LIST}add/", typed)
    meeting = WorkingGroupMeeting.objects.get()
    assert (meeting.members.count(), meeting.made_by) == (2, publisher)


def test_the_page_before_tells_scores_changes_and_who_abstains(case, office, publisher):
    meeting = make_meeting(case.round, case.manager.person, make_person("วันดี"), by=publisher)
    sent = {"assessments": [case.assessment.pk]}
    first, *rest = consequences(office.post(meeting_page(meeting, "confirm"), sent))
    assert first == (
        "สหกรณ์การเกษตรท่าลี่ จำกัด: ดีมาก, self 100.00 → 87.50 percent. Lowered: 1.1. "
        f"Involved, so taking no part: {case.manager.person}."
    )
    assert rest[-1] == "What is confirmed does not change any more."


def test_many_results_are_confirmed_in_one_act(case, office, meeting, wichai):
    other = recommended(wichai, "สหกรณ์การเกษตรเชียงคาน จำกัด", round_=case.round)
    answer = confirm(office, meeting, case, other)
    assert said(answer) == ["Confirmed results: 2."]
    assert meeting.assessments.confirmed().count() == 2


def test_nothing_is_confirmed_when_nothing_is_ticked_or_waits(case, office, meeting):
    path = meeting_page(meeting, "confirm")
    assert complaints(office.post(path, {})) == ["Tick the results that the meeting has confirmed."]
    workflow.confirm([case.assessment], meeting=meeting, by=meeting.made_by)
    assert "No result of this round waits for the working group." in words(office.get(path))


def test_of_two_officers_at_once_the_second_is_told(case, office, meeting, publisher):
    path = meeting_page(meeting, "confirm")
    sent = {"assessments": [case.assessment.pk]}
    mark = office.post(path, sent).context["told"]
    workflow.confirm([case.assessment], meeting=meeting, by=publisher)
    answer = office.post(path, {**sent, "told": mark})
    assert complaints(answer) != []
    assert case.assessment.events.filter(kind="confirmed").count() == 1


def test_a_review_that_changed_since_the_page_was_read_is_told_again(case, office, meeting):
    path = meeting_page(meeting, "confirm")
    sent = {"assessments": [case.assessment.pk]}
    mark = office.post(path, sent).context["told"]
    case.assessment.item_reviews.filter(item=case.item("1.2")).update(
        share=0, is_agreed=False, reason="ไม่มีหลักฐาน"
    )
    answer = office.post(path, {**sent, "told": mark})
    assert "The records have changed meanwhile" in words(answer)
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.REVIEWED


def test_whoever_is_involved_leaves_it_to_a_colleague(wichai, publisher, office):
    case = make_case()
    case.fill(by=publisher, on_behalf_of=case.manager)
    case.submit()
    case.review(wichai)
    workflow.recommend(case.assessment, by=wichai)
    meeting = make_meeting(case.round, by=publisher)
    answer = office.post(meeting_page(meeting, "confirm"), {"assessments": [case.assessment.pk]})
    assert complaints(answer) == [
        "You are involved in สหกรณ์การเกษตรท่าลี่ จำกัด: a colleague confirms it."
    ]


def test_only_who_has_the_right_confirms(case, meeting):
    client = signed_in(make_officer("napa", "view_workinggroupmeeting", "review_assessment"))
    for method in (client.get, client.post):
        assert method(meeting_page(meeting, "confirm")).status_code == 403


def test_a_meeting_that_confirmed_does_not_change_in_the_admin(case, office, meeting):
    confirm(office, meeting, case)
    path = meeting_page(meeting, "change")
    assert "has confirmed results" in words(office.get(path))
    answer = office.post(path, {"number": "9/2569", "held_on": "1/6/2569"}, follow=True)
    assert "has confirmed results" in words(answer)
    meeting.refresh_from_db()
    assert meeting.number == "1/2569"
    assert office.post(meeting_page(meeting, "delete"), {"post": "yes"}).status_code == 403


def test_a_review_after_the_confirmation_is_told_as_a_sentence(case, office, meeting, wichai):
    confirm(office, meeting, case)
    reviewer = signed_in(wichai)
    answer = reviewer.post(
        page(case.assessment, "review", "1"), {"1.1-verdict": "agree"}, follow=True
    )
    assert "the review is only shown" in words(answer)


@pytest.mark.parametrize("table", ["answer", "itemreview", "assessment"])
def test_a_row_altered_behind_the_portals_back_is_found_out(case, office, meeting, table):
    confirm(office, meeting, case)
    assert list(altered_rows()) == []
    column = {"answer": "text", "itemreview": "reason", "assessment": "level_name"}[table]
    key = "id" if table == "assessment" else "assessment_id"
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE governance_{table} SET {column} = %s WHERE {key} = %s",
            ["แก้ไข", case.assessment.pk],
        )
    assert {row._meta.model_name for row in altered_rows()} >= {table}


# The paper


def test_the_table_lists_what_waits_and_then_what_was_confirmed(case, office, meeting):
    assert [row["name"] for row in table_of(meeting, is_proposed=True)["rows"]] == [
        "สหกรณ์การเกษตรท่าลี่ จำกัด"
    ]
    assert table_of(meeting, is_proposed=False)["rows"] == []
    confirm(office, meeting, case)
    (row,) = table_of(meeting, is_proposed=False)["rows"]
    assert (row["own"], row["confirmed"], row["level"]) == ("100.00", "87.50", "ดีมาก")
    assert table_of(meeting, is_proposed=True)["rows"] == []


@pytest.mark.parametrize("query", ["", "?of=proposed"])
def test_the_table_is_a_pdf(case, office, meeting, query):
    answer = office.get(meeting_page(meeting, "results-table") + query)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_the_table_of_a_meeting_without_results_is_printed_too(office, publisher):
    meeting = make_meeting(open_round(), by=publisher)
    assert office.get(meeting_page(meeting, "results-table")).content.startswith(b"%PDF")


def test_a_meeting_of_tomorrow_confirms_nothing(case, office, meeting):
    meeting.held_on = timezone.localdate() + datetime.timedelta(days=1)
    meeting.save()
    path = meeting_page(meeting, "confirm")
    sent = {"assessments": [case.assessment.pk]}
    mark = office.post(path, sent).context["told"]
    answer = office.post(path, {**sent, "told": mark})
    assert "The meeting lies in the future" in words(answer)
