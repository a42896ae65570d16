"""From a forum to the plan, and from a weak item to whom one can learn from, at the desk."""

import pytest

from governance import workflow
from governance.desk_cards import entered_promises, promises_to_plan
from governance.models import ForumPromise, ImprovementAction
from governance.states import ForumState
from loei_coop.desk.guards import Desk
from tests.desk.assessment.sheets import address, signed_in
from tests.desk.plans import SENT, plan_address
from tests.governance.assessing import make_case, make_officer
from tests.governance.confirmed import confirm, officers
from tests.governance.exchanging import (
    add_host,
    make_forum,
    make_host,
    make_promise,
    make_topic,
    shared,
)
from tests.networks.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(case):
    """Its item 1.1 lies below the target."""
    return confirm(case, *officers(), share=100, **{"1_1": 50})


@pytest.fixture
def topic(case):
    return make_topic(standard=case.round.edition.standard)


@pytest.fixture
def forum(topic):
    forum = make_forum("เวทีที่จัดแล้ว", state=ForumState.HELD)
    add_host(forum, make_host("สหกรณ์ในเวที จำกัด"), topic)
    return forum


@pytest.fixture
def promise(case, topic, forum):
    return make_promise(case.organization, by=case.manager, topic=topic, forum=forum)


def exchange(case, rest="") -> str:
    return f"/en/desk/organizations/{case.organization.code}/exchange/{rest}"


def test_we_were_there_and_want_to_try_something(case, malee, forum, topic):
    page = exchange(case, f"forums/{forum.code}/promise/")
    assert page in malee.get(exchange(case)).text
    assert malee.get(page).context["form"]["topic"].value() == topic.pk
    answer = malee.post(page, {"topic": topic.pk, "text": "จะติดประกาศทุกเดือน"})
    row = ForumPromise.objects.get()
    assert answer.url == exchange(case, f"promises/{row.pk}/plan/")


def test_only_the_topics_of_the_forum_are_offered(case, malee, forum):
    other = make_topic("เรื่องอื่น")
    page = exchange(case, f"forums/{forum.code}/promise/")
    assert f'value="{other.pk}"' not in malee.get(page).text


@pytest.mark.parametrize("state", [ForumState.PREPARED, ForumState.PLANNED, ForumState.CANCELLED])
def test_of_a_forum_that_was_not_held_there_is_no_form(case, malee, state):
    forum = make_forum(state=state, cancellation_text="น้ำท่วม")
    assert malee.get(exchange(case, f"forums/{forum.code}/promise/")).status_code == 404


def test_one_tap_opens_the_form_of_the_plan_with_the_promise(case, malee, promise):
    choices = malee.get(exchange(case, f"promises/{promise.pk}/plan/")).context["near"]
    assert [choice.item.number for choice in choices] == ["1.1", "1.2"]
    page = exchange(case, f"promises/{promise.pk}/plan/{case.round.pk}/1-1/")
    assert malee.get(page).context["form"]["method"].value() == promise.text
    assert malee.post(page, SENT).status_code == 302
    text = words(malee.get(f"/en{plan_address(case)}"))
    assert "Learnt at: เวทีที่จัดแล้ว" in text


def test_a_second_tap_plans_nothing_more(case, malee, promise):
    page = exchange(case, f"promises/{promise.pk}/plan/{case.round.pk}/1-1/")
    malee.post(page, SENT)
    assert malee.post(page, SENT).status_code == 400
    assert ImprovementAction.objects.count() == 1


def test_a_promise_waits_with_a_card_until_it_is_planned(case, malee, promise):
    desk = Desk(case.organization, case.manager)
    assert len(list(promises_to_plan(desk))) == 1
    malee.post(exchange(case, f"promises/{promise.pk}/plan/{case.round.pk}/1-1/"), SENT)
    assert list(promises_to_plan(desk)) == []


def test_what_an_officer_entered_is_confirmed_with_one_tap(case, malee, topic, forum):
    officer = make_officer("somying")
    row = make_promise(case.organization, by=officer, on_behalf_of=case.manager, forum=forum)
    assert len(list(entered_promises(Desk(case.organization, case.manager)))) == 1
    malee.post(exchange(case, f"promises/{row.pk}/confirm/"))
    row.refresh_from_db()
    assert row.confirmed_at is not None


def test_a_promise_of_another_does_not_exist(case, promise):
    other = make_case("สหกรณ์อื่น จำกัด", round_=case.round, manager="kanya")
    client, own = signed_in(other.manager), f"promises/{promise.pk}/"
    assert client.get(exchange(other, f"{own}plan/")).status_code == 404
    assert client.post(exchange(other, f"{own}confirm/")).status_code == 404
    line = exchange(other, f"{own}plan/{case.round.pk}/1-1/")
    assert client.get(line).status_code == 404


# From a weak item


def test_a_weak_item_names_whom_one_can_learn_from(case, malee, topic):
    practice = shared(topic=topic)
    for path in (address(case, "result/"), address(case, "result/plan/1-1/")):
        text = malee.get(path).content.decode()
        assert practice.get_absolute_url() in text, path


def test_a_strong_item_names_nobody(case, malee, topic):
    shared(topic=topic)
    parts = malee.get(address(case, "result/")).context["page"].to_improve
    assert [part.row.item.number for part in parts] == ["1.1"]


def test_what_is_strong_can_be_shown_once_the_result_is_announced(case, malee, topic):
    link = f"exchange/propose/?rests_on=item-{case.assessment.pk}-1-2"
    assert link not in malee.get(address(case, "result/")).text
    officer = make_officer("ann", "add_announcement")
    workflow.announce(case.round, workflow.AwardTerms(), by=officer)
    assert link in malee.get(address(case, "result/")).text
    form = malee.get(exchange(case, link.removeprefix("exchange/"))).context["form"]
    assert form["topic"].value() == topic.pk
