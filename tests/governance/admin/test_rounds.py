"""Rounds in the admin: opened by a guided act, moved to a later time, and their board."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from governance.board import COLUMNS, board_of, not_submitted
from governance.models import Assessment, AssessmentRound
from governance.rounds import close_later
from governance.states import State
from loei_coop.common.errors import WorkflowError
from networks.models import ContactReading
from tests.desk.assessment.sheets import signed_in
from tests.factories import make_organization
from tests.governance.assessing import (
    make_case,
    make_confirmer,
    make_officer,
    make_small_edition,
    open_round,
)
from tests.networks.guided.walk import carry_out, complaints, consequences

pytestmark = pytest.mark.django_db
LIST = "/en/admin/governance/assessmentround/"


@pytest.fixture
def somsri():
    """May run rounds."""
    return signed_in(make_confirmer())


def wanted(edition, **values):
    return {
        "edition": edition.pk,
        "fiscal_year": "2569",
        "opens_on": "1/3/2569",
        "opens_time": "08:30",
        "closes_on": "31/3/2569",
        "closes_time": "16:30",
        **values,
    }


def test_what_opening_would_do_is_told_first(somsri):
    make_case(round_=open_round(fiscal_year=2025))
    make_organization("กลุ่มเกษตรกรทำนาเลย", kind="farmer_group", type="rice")
    make_organization("สหกรณ์ที่เลิกแล้ว จำกัด", status="dissolved")
    edition = make_small_edition(code="next")
    told = consequences(somsri.post(f"{LIST}open/", wanted(edition)))
    assert told[1] == "Invited: 2 (1 cooperatives, 1 farmer groups)."
    assert told[2].endswith(": 1")
    assert told[3] == "Network not recorded: 1"
    assert "freezes now" in told[4]
    assert AssessmentRound.objects.count() == 1


def test_a_round_is_opened_with_thai_days_and_its_lists(somsri):
    make_organization()
    edition = make_small_edition()
    carry_out(somsri, f"{LIST}open/", wanted(edition, kinds=["cooperative"]))
    made = AssessmentRound.objects.get()
    assert timezone.localtime(made.opens_at).isoformat() == "2026-03-01T08:30:00+07:00"
    assert (made.fiscal_year, made.invited_kinds) == (2026, ["cooperative"])
    edition.refresh_from_db()
    assert edition.is_frozen
    assert edition.content_hash


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"closes_on": "1/2/2569"}, "The round closes before it opens."),
        ({"kinds": ["farmer_group"]}, "This would invite nobody."),
        ({"closes_on": "31/2/2569"}, "no such day"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_opens(somsri, values, sentence):
    make_organization()
    page = somsri.post(f"{LIST}open/", wanted(make_small_edition(), **values))
    assert sentence in " ".join(complaints(page))
    assert not AssessmentRound.objects.exists()


def test_the_same_year_twice_is_refused(somsri):
    round_ = open_round()
    make_organization()
    page = somsri.post(f"{LIST}open/", wanted(round_.edition))
    assert "has a round by this edition already" in " ".join(complaints(page))


def test_a_round_closes_later_for_all(somsri):
    case = make_case()
    until = timezone.localtime(case.round.closes_at) + datetime.timedelta(days=7)
    Assessment.objects.update(closes_at=case.round.closes_at, extension_reason="น้ำท่วม")
    day = f"{until:%d/%m/}{until.year + 543}"
    page = f"{LIST}{case.round.pk}/close-later/"
    carry_out(somsri, page, {"closes_on": day, "closes_time": "16:30"})
    case.round.refresh_from_db()
    case.assessment.refresh_from_db()
    assert timezone.localdate(case.round.closes_at) == until.date()
    assert case.assessment.closes_at is None


@pytest.mark.usefixtures("english")
def test_never_earlier_and_never_a_recorded_one():
    round_ = open_round()
    with pytest.raises(WorkflowError, match="to a later one only"):
        close_later(round_, closes_at=round_.closes_at)
    AssessmentRound.objects.update(is_recorded=True)
    with pytest.raises(WorkflowError, match="known from a source"):
        close_later(round_, closes_at=round_.closes_at + datetime.timedelta(days=1))


def test_without_the_right_nothing_is_opened_or_moved():
    round_ = open_round()
    wichai = signed_in(make_officer("wichai", "view_assessmentround"))
    for page in ("open/", f"{round_.pk}/close-later/", f"{round_.pk}/board/"):
        assert wichai.get(LIST + page).status_code == 403
        assert wichai.post(LIST + page).status_code == 403


def test_a_round_is_removed_only_while_nobody_has_begun():
    officer = signed_in(make_officer("wichai", "view_assessmentround", "delete_assessmentround"))
    round_ = open_round()
    assert officer.get(f"{LIST}{round_.pk}/delete/").status_code == 200
    make_case(round_=round_)
    assert officer.post(f"{LIST}{round_.pk}/delete/", {"post": "yes"}).status_code == 403
    assert AssessmentRound.objects.exists()


# The board


def counts(row):
    return {name: count for name, count in zip(COLUMNS, row.counts, strict=True) if count}


def three_states():
    """Two in network 4, a draft and one submitted; one elsewhere that has not begun."""
    draft = make_case()
    done = make_case("สหกรณ์การเกษตรภูเรือ จำกัด", round_=draft.round, manager="kanya")
    done.fill(share=100)
    done.answer(done.item("2.2"), share=50, base=1)
    done.submit()
    make_organization("กลุ่มเกษตรกรทำนาเลย", kind="farmer_group", type="rice")
    return draft, done


def test_the_networks_and_not_recorded_make_the_whole():
    draft, _done = three_states()
    board = board_of(draft.round)
    assert counts(board.networks[-1]) == {"invited": 1}
    assert counts(board.total) == {"invited": 3, "started": 1, "submitted": 1}
    for rows in (board.networks, board.kinds):
        sums = [sum(column) for column in zip(*(row.counts for row in rows), strict=True)]
        assert sums == board.total.counts


def test_after_the_closing_time_who_has_not_submitted_is_overdue():
    draft, _done = three_states()
    past = timezone.now() - datetime.timedelta(minutes=1)
    AssessmentRound.objects.update(closes_at=past)
    later = timezone.now() + datetime.timedelta(days=3)
    Assessment.objects.filter(pk=draft.assessment.pk).update(closes_at=later)
    draft.round.refresh_from_db()
    total = counts(board_of(draft.round).total)
    assert (total["overdue"], total["extended"]) == (1, 1)


def test_one_that_was_dissolved_after_it_began_still_counts():
    case = make_case()
    case.organization.status = "dissolved"
    case.organization.save()
    assert counts(board_of(case.round).total) == {"invited": 1, "started": 1}


def test_levels_and_the_weakest_items_are_of_what_was_submitted():
    draft, _done = three_states()
    draft.answer(draft.item("1.1"), share=0)
    board = board_of(draft.round)
    assert [(row.label, row.by_self) for row in board.levels][:2] == [("ดีเด่น", 0), ("ดีมาก", 1)]
    assert (board.weakest[0].item.number, board.weakest[0].percent) == ("2.2", 50)


def test_the_board_of_a_round_without_anybody_stands_empty(somsri):
    page = somsri.get(f"{LIST}{open_round().pk}/board/")
    assert (page.status_code, counts(page.context["board"].total)) == (200, {})


def test_any_number_of_organizations_takes_the_same_queries(somsri, django_assert_num_queries):
    draft, _done = three_states()
    with CaptureQueriesContext(connection) as few:
        somsri.get(f"{LIST}{draft.round.pk}/board/")
    for number in range(5):
        case = make_case(f"สหกรณ์ที่ {number} จำกัด", round_=draft.round, manager=f"m{number}")
        case.fill()
        case.submit()
    with django_assert_num_queries(len(few)):
        somsri.get(f"{LIST}{draft.round.pk}/board/")


def test_to_be_called_is_who_has_not_submitted():
    draft, _done = three_states()
    absent = make_case("สหกรณ์ออมทรัพย์ครูเลย จำกัด", round_=draft.round, manager="udom")
    Assessment.objects.filter(pk=absent.assessment.pk).update(
        state=State.NOT_TAKING_PART, absence_reason="น้ำท่วม"
    )
    names = set(not_submitted(draft.round).values_list("name", flat=True))
    assert names == {"สหกรณ์การเกษตรท่าลี่ จำกัด", "กลุ่มเกษตรกรทำนาเลย"}


def test_private_numbers_stand_on_the_call_list_for_some_and_the_reading_is_noted():
    case = make_case(phone="0 4288 9001")
    person = case.manager.person
    person.phone = "081 234 5678"
    person.save()
    page = f"{LIST}{case.round.pk}/call-list/"
    plain = signed_in(make_officer("wichai", "view_assessment", "view_assessmentround"))
    assert "081 234 5678" not in plain.get(page).text
    assert not ContactReading.objects.exists()
    rights = ("view_assessment", "view_assessmentround", "view_person")
    shown = signed_in(make_officer("somchai", *rights)).get(page).text
    assert "081 234 5678" in shown
    assert "0 4288 9001" in shown
    assert ContactReading.objects.get().person == person


def test_texts_for_line_are_thai_and_name_nobody(somsri):
    draft, done = three_states()
    texts = somsri.get(f"{LIST}{draft.round.pk}/messages/").context["texts"]
    assert [row.name for row in texts] == ["invitation", "reminder"]
    for row in texts:
        assert "http://testserver/desk/" in row.text
        assert "2569" in row.text
        assert done.organization.name not in row.text


def test_an_open_round_waits_on_the_first_page(somsri):
    draft, _done = three_states()
    page = somsri.get("/en/admin/")
    assert f"/admin/governance/assessmentround/{draft.round.pk}/board/" in page.text
