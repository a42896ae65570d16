"""What those who came to a forum want to try, and how it becomes part of their plan."""

import datetime

import pytest

from governance import plan_papers, plans, promises
from governance.models import ForumPromise
from governance.states import ForumState
from loei_coop.common.errors import WorkflowError
from loei_coop.common.sheets.xlsx import read_workbook
from tests.common.papers.reading import compact, copied
from tests.governance.assessing import make_case, make_officer
from tests.governance.confirmed import confirm, officers
from tests.governance.exchanging import make_deputy, make_forum, make_promise, make_topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
CONTENT = {
    "target": "ติดประกาศทุกเดือน",
    "method": "สรุปวันที่ 5",
    "indicator": "ประกาศ 12 ฉบับ",
    "responsible": "ผู้จัดการ",
    "due_on": datetime.date(2027, 3, 31),
    "budget": None,
}


@pytest.fixture
def case():
    """Items 1.1 and 2.1 are weak."""
    return confirm(make_case(), *officers(), share=100, **{"1_1": 50, "2_1": 25})


@pytest.fixture
def topic(case):
    """Of the second category."""
    return make_topic(standard=case.round.edition.standard, category="2")


@pytest.fixture
def promise(case, topic):
    return make_promise(case.organization, by=case.manager, topic=topic)


def plan(case, promise, number="2.1", **values):
    place = (promise, case.assessment, case.item(number))
    return promises.plan(*place, by=case.manager, **{**CONTENT, **values})


def refused(match):
    return pytest.raises(WorkflowError, match=match)


@pytest.mark.parametrize("state", [ForumState.PREPARED, ForumState.PLANNED])
def test_of_a_forum_that_was_not_held_nothing_is_promised(case, state):
    with refused("not held yet"):
        make_promise(case.organization, by=case.manager, forum=make_forum(state=state))


def test_a_deputy_promises_too(case):
    deputy = make_deputy(case.organization)
    assert make_promise(case.organization, by=deputy).made_by == deputy


def test_a_stranger_promises_nothing(case):
    with refused("no right"):
        make_promise(case.organization, by=make_officer("somying"))


def test_a_second_click_promises_nothing_more(case, promise):
    with refused("already"):
        same = {"forum": promise.forum, "topic": promise.topic, "text": promise.text}
        make_promise(case.organization, by=case.manager, **same)


def test_weak_items_stand_first_and_of_them_those_of_the_topic(case, topic):
    found = promises.choices(case.assessment, topic)
    shown = [(row.item.number, row.is_weak, row.is_on_topic) for row in found]
    assert shown == [
        ("2.1", True, True),
        ("1.1", True, False),
        ("2.2", False, True),
        ("1.2", False, False),
    ]


def test_the_latest_assessment_by_the_standard_of_the_topic_is_asked(case, topic):
    assert promises.latest_assessment(case.organization, topic) == case.assessment
    assert promises.latest_assessment(case.organization, make_topic()) == case.assessment


def test_without_any_there_is_none(case, topic):
    other = make_case("สหกรณ์อื่น จำกัด", manager="kanya")
    assert promises.latest_assessment(other.organization, topic) is None


def test_it_becomes_a_line_of_the_plan_that_names_the_forum(case, promise):
    action = plan(case, promise)
    promise.refresh_from_db()
    assert promise.action == action
    (line,) = plans.plan_of(case.organization)
    assert line.promise.forum == promise.forum


def test_planned_twice_is_refused(case, promise):
    plan(case, promise)
    with refused("in your plan already"):
        plan(case, promise, target="อื่น")
    assert case.organization.improvement_actions.count() == 1


def test_once_its_line_was_removed_it_can_be_planned_again(case, promise):
    plans.remove(plan(case, promise), by=case.manager)
    assert list(ForumPromise.objects.not_planned()) == [promise]
    plan(case, promise)
    assert not ForumPromise.objects.not_planned().exists()


def test_what_cannot_be_planned_leaves_the_promise_as_it_was(case, promise):
    other = make_case("สหกรณ์อื่น จำกัด", manager="kanya")
    with refused("handed in"):
        promises.plan(promise, other.assessment, other.item("1.1"), by=other.manager, **CONTENT)
    promise.refresh_from_db()
    assert promise.action is None


def test_what_an_officer_wrote_down_is_confirmed_by_the_caller(case, topic):
    row = promises.make(
        make_forum(state=ForumState.HELD),
        case.organization,
        topic,
        text="จะลอง",
        by=make_officer("somying"),
        on_behalf_of=case.manager,
    )
    with refused("does not wait"):
        promises.confirm_entry(row, by=row.made_by)
    promises.confirm_entry(row, by=case.manager)
    row.refresh_from_db()
    assert row.confirmed_at is not None


@pytest.mark.usefixtures("poppler")
def test_the_plan_on_paper_and_as_a_file_names_the_forum(case, promise):
    plan(case, promise)
    assert compact(promise.forum.name) in compact(copied(plan_papers.plan_pdf(case.organization)))
    with plan_papers.plan_sheet(case.organization) as sheet:
        assert promise.forum.name in str(list(read_workbook(sheet.read())))
