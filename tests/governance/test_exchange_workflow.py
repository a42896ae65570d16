"""The way of a practice and of a forum: who may, from which state, and what stands in the trail."""

import datetime

import pytest
from django.utils import timezone

from governance import workflow
from governance.models import Forum, Practice
from governance.states import AwardState, ForumState, PracticeState
from governance.workflow import Grounds
from loei_coop.common.errors import WorkflowError
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from loei_coop.thai.dates import PartialDate
from tests.governance.assessing import make_case, make_manager, make_officer, open_round
from tests.governance.confirmed import confirm, confirmed_cases, officers
from tests.governance.exchanging import (
    make_award,
    make_deputy,
    make_forum,
    make_host,
    make_topic,
    make_wanida,
    proposed,
    shared,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def host():
    return make_host()


@pytest.fixture
def malee(host):
    return make_manager(host)


@pytest.fixture
def mana(host, malee):
    """A deputy."""
    return make_deputy(host)


@pytest.fixture
def wanida():
    return make_wanida()


def refused(match):
    return pytest.raises(WorkflowError, match=match)


# Proposing


def test_who_leads_the_host_agrees_by_proposing(host, malee):
    practice = proposed(host, by=malee)
    assert (practice.state, practice.agreed_by) == (PracticeState.AGREED, malee)


def test_what_a_deputy_proposes_waits_for_the_manager(host, mana, malee):
    practice = proposed(host, by=mana)
    assert practice.state == PracticeState.PROPOSED
    workflow.agree(practice, by=malee)
    assert practice.state == PracticeState.AGREED


def test_what_the_office_proposes_waits_for_the_host(host, malee, wanida):
    assert proposed(host, by=wanida).state == PracticeState.PROPOSED


def test_what_an_officer_writes_for_a_caller_waits_for_the_callers_own_word(host, malee, wanida):
    topic = make_topic()
    texts = {"title": "ประชุม", "summary": "ทุกเดือน"}
    practice = workflow.propose(host, topic, by=wanida, on_behalf_of=malee, **texts)
    assert (practice.state, practice.on_behalf_of) == (PracticeState.PROPOSED, malee)
    workflow.agree(practice, by=malee)
    assert practice.confirmed_at is not None


def test_a_stranger_proposes_nothing(host):
    stranger = make_manager(make_host("สหกรณ์อื่น จำกัด"), "kanya")
    with refused("no right"):
        proposed(host, by=stranger)
    assert not Practice.objects.exists()


def test_an_officer_without_the_right_proposes_nothing(host):
    with refused("no right"):
        proposed(host, by=make_officer("somying", "view_practice"))


def test_a_second_click_proposes_nothing_more(host, malee):
    topic = make_topic()
    proposed(host, by=malee, topic=topic)
    with refused("already"):
        proposed(host, by=malee, topic=topic)


def test_a_title_is_needed(host, malee):
    with refused("blank"):
        proposed(host, by=malee, title="")


# What it rests on


def test_it_rests_on_an_award_of_the_host(host, malee):
    award = make_award(host)
    assert proposed(host, by=malee, grounds=Grounds(award=award)).origin == "award"


@pytest.mark.parametrize(
    "values",
    [
        {"is_recorded": False, "announced_at": None},
        {"is_recorded": False, "announced_at": datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC)},
        {
            "state": AwardState.REVOKED,
            "revoked_on": datetime.date(2020, 1, 1),
            "revoked_order": "1/2563",
            "revocation_text": "เพิกถอน",
        },
    ],
    ids=["not announced", "announced later", "revoked"],
)
def test_an_award_that_nobody_knows_of_or_that_was_revoked_is_no_ground(host, malee, values):
    with refused("not one of those announced"):
        proposed(host, by=malee, grounds=Grounds(award=make_award(host, **values)))


def test_nor_is_an_award_of_another(host, malee):
    other = make_award(make_host("สหกรณ์อื่น จำกัด"))
    with refused("not one of those announced"):
        proposed(host, by=malee, grounds=Grounds(award=other))


@pytest.fixture
def case():
    """Its item 1.1 is weak, the others are strong."""
    (case,) = confirmed_cases(open_round(), [100])
    return case


def grounds_of(case, number="1.1"):
    return Grounds(assessment=case.assessment, item=case.item(number))


def announce(case):
    workflow.announce(case.round, workflow.AwardTerms(), by=make_officer("ann", "add_announcement"))


def test_a_strong_item_is_no_ground_before_the_result_is_announced(case):
    with refused("not a strong one"):
        proposed(case.organization, by=case.manager, grounds=grounds_of(case))
    announce(case)
    practice = proposed(case.organization, by=case.manager, grounds=grounds_of(case))
    assert practice.origin == "item"


def test_a_result_to_be_announced_tomorrow_is_no_ground_today(case):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    officer = make_officer("ann", "add_announcement")
    workflow.announce(case.round, workflow.AwardTerms(), by=officer, at=tomorrow)
    with refused("not a strong one"):
        proposed(case.organization, by=case.manager, grounds=grounds_of(case))


def test_a_weak_item_is_no_ground():
    case = confirm(make_case(), *officers(), share=100, **{"1_1": 50})
    announce(case)
    with refused("not a strong one"):
        proposed(case.organization, by=case.manager, grounds=grounds_of(case))


# Agreeing, selecting, sharing


def test_a_deputy_does_not_agree_for_the_host(host, mana):
    practice = proposed(host, by=mana)
    with refused("no right"):
        workflow.agree(practice, by=mana)


def test_nor_does_the_office(host, wanida):
    practice = proposed(host, by=wanida)
    with refused("no right"):
        workflow.agree(practice, by=wanida)


def test_nothing_is_selected_before_the_host_agrees(host, wanida):
    practice = proposed(host, by=wanida)
    with refused("“proposed”"):
        workflow.select(practice, by=wanida, reason="ดี")


def test_the_office_selects_with_a_reason_and_then_shares(host, malee, wanida):
    practice = proposed(host, by=malee)
    with refused("why it was selected"):
        workflow.select(practice, by=wanida, reason="  ")
    workflow.select(practice, by=wanida, reason="ทำต่อเนื่อง")
    assert not Practice.objects.public().exists()
    workflow.share(practice, by=wanida)
    assert list(Practice.objects.public()) == [practice]
    assert (practice.selected_by, practice.selection_reason) == (wanida, "ทำต่อเนื่อง")


def test_a_manager_selects_nothing(host, malee):
    with refused("no right"):
        workflow.select(proposed(host, by=malee), by=malee, reason="ดี")


def test_an_officer_who_works_for_the_host_leaves_it_to_a_colleague(host, malee):
    malee.is_staff = True
    malee.save()
    malee.user_permissions.set(make_wanida().user_permissions.all())
    with refused("no right"):
        workflow.select(proposed(host, by=malee), by=malee, reason="ดี")


def test_of_two_officers_at_once_the_second_is_told(host, malee, wanida):
    practice = proposed(host, by=malee)
    same = Practice.objects.get(pk=practice.pk)
    workflow.select(practice, by=wanida, reason="ดี")
    with refused("selected by the office"):
        workflow.select(same, by=wanida, reason="ดีเหมือนกัน")
    assert Practice.objects.get().selection_reason == "ดี"


def test_what_rests_on_an_award_that_was_revoked_is_not_shared(host, malee, wanida):
    award = make_award(host)
    practice = proposed(host, by=malee, grounds=Grounds(award=award))
    workflow.select(practice, by=wanida, reason="ดี")
    award.state, award.revoked_on = AwardState.REVOKED, datetime.date(2020, 1, 1)
    award.revoked_order, award.revocation_text = "1/2563", "เพิกถอน"
    award.save()
    with refused("revoked"):
        workflow.share(practice, by=wanida)


def test_the_host_takes_back_what_was_shared_and_the_office_shares_it_again(host, malee, wanida):
    practice = shared(host, manager=malee)
    workflow.take_down(practice, by=malee, reason="ข้อมูลเก่าแล้ว")
    assert not Practice.objects.public().exists()
    workflow.share(practice, by=wanida)
    assert (practice.is_shared, practice.closing_reason) == (True, "")


def test_a_deputy_takes_nothing_back(host, mana, malee):
    with refused("no right"):
        workflow.take_down(shared(host, manager=malee), by=mana, reason="ข้อมูลเก่า")


def test_what_was_not_taken_up_is_proposed_again(host, malee, wanida):
    practice = proposed(host, by=malee)
    workflow.give_up(practice, by=wanida, reason="ขอรายละเอียดเพิ่ม")
    workflow.propose_again(practice, by=malee)
    assert (practice.state, practice.closing_reason) == (PracticeState.AGREED, "")


def test_a_reason_is_needed_to_give_up(host, malee, wanida):
    with refused("why"):
        workflow.give_up(proposed(host, by=malee), by=wanida, reason="")


def test_what_was_selected_is_not_reworded(host, malee, wanida):
    practice = proposed(host, by=malee)
    workflow.reword(practice, by=malee, title="ประชุมกลุ่ม")
    workflow.select(practice, by=wanida, reason="ดี")
    with refused("selected"):
        workflow.reword(practice, by=malee, title="อื่น")
    assert practice.title == "ประชุมกลุ่ม"


def test_to_what_was_agreed_stands_the_manager_not_the_deputy(host, malee, mana):
    with refused("no right"):
        workflow.reword(proposed(host, by=malee), by=mana, title="อื่น")


def test_each_step_stands_in_the_history_of_its_act(host, malee, wanida):
    practice = proposed(host, by=malee)
    with recording(ChangeSet.Source.FORM, made_by=lambda: wanida, reason="คัดเลือก"):
        workflow.select(practice, by=wanida, reason="ดี")
    latest = practice.history.first()
    assert (latest.state, latest.change_set.made_by) == (PracticeState.SELECTED, wanida)
    assert latest.change_set.reason == "คัดเลือก"


# Forums


def test_a_forum_in_preparation_is_for_nobody_outside(wanida):
    forum = make_forum(state=ForumState.PREPARED)
    assert not Forum.objects.public().exists()
    workflow.publish_forum(forum, by=wanida)
    assert list(Forum.objects.public()) == [forum]


def test_it_was_held_on_a_day_known_to_the_month(wanida):
    forum = make_forum()
    day = PartialDate(datetime.date(2026, 2, 1), "month")
    workflow.hold_forum(forum, by=wanida, day=day, place="หอประชุม")
    assert (forum.state, forum.held_on_precision, forum.place) == ("held", "month", "หอประชุม")


def test_a_day_to_come_is_no_day_on_which_it_was_held(wanida):
    day = PartialDate(timezone.localdate() + datetime.timedelta(days=1))
    with refused("still to come"):
        workflow.hold_forum(make_forum(), by=wanida, day=day)


def test_it_is_cancelled_with_a_sentence_for_everybody_and_planned_again(wanida):
    forum = make_forum()
    with refused("why the forum"):
        workflow.cancel_forum(forum, by=wanida, text=" ")
    workflow.cancel_forum(forum, by=wanida, text="น้ำท่วม")
    assert list(Forum.objects.public()) == [forum]
    workflow.publish_forum(forum, by=wanida)
    assert (forum.state, forum.cancellation_text) == ("planned", "")


def test_what_was_held_is_not_cancelled(wanida):
    forum = make_forum(state=ForumState.HELD)
    with refused("“held”"):
        workflow.cancel_forum(forum, by=wanida, text="น้ำท่วม")


def test_who_may_not_arrange_moves_no_forum(malee):
    for officer in (malee, make_officer("somying", "view_forum")):
        with refused("no right"):
            workflow.publish_forum(make_forum(state=ForumState.PREPARED), by=officer)
